"""The practice provider as a WSGI application: paths, requests read within bounds, programmed faults."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.http import http_date, parse_options_header
from werkzeug.wrappers import Request, Response

from einvoice_desktop.sandbox import offline_page, secure, signin, vat_check, view
from einvoice_desktop.sandbox.amendments import Amendments
from einvoice_desktop.sandbox.auth import Gatekeeper
from einvoice_desktop.sandbox.codes import CodeTables
from einvoice_desktop.sandbox.conflicts import strangers
from einvoice_desktop.sandbox.crediting import Crediting
from einvoice_desktop.sandbox.database import Database
from einvoice_desktop.sandbox.envelope import Answer, failure
from einvoice_desktop.sandbox.faults import ConnectionDropped, FaultKind, Faults
from einvoice_desktop.sandbox.issuing import Issuing, Submission
from einvoice_desktop.sandbox.ledger import Ledger
from einvoice_desktop.sandbox.misbehaviour import Misbehaviour
from einvoice_desktop.sandbox.programming import program_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIEnvironment

MAX_BODY_BYTES = 30_000_000
"""What the web server of .NET reads of a body unless it is told otherwise."""

_logger = logging.getLogger(__name__)
_FINISH_SECONDS = 5
_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_POST_TYPES: Mapping[str, str] = {
    "/authentication/login": _JSON,
    "/authentication/refresh": _JSON,
    "/oauth/token": _FORM,
    "/invoice/json": _JSON,
    "/invoice/credit": _JSON,
    secure.PATH: secure.CONTENT_TYPE,
    "/receipt": _JSON,
    "/invoice/canceldeliverynote": _JSON,
    "/invoice/updatepayment": _JSON,
    "/practice/faults": _JSON,
}
"""Every path that is posted to, in lower case, with the content type it wants."""
_ISSUING = frozenset({"/invoice/json", "/invoice/credit", "/receipt"})


class _Request(Request):
    """One byte more than the bound is read, for werkzeug cuts a body of unknown length at its own."""

    max_content_length = MAX_BODY_BYTES + 1

    def body(self) -> bytes:
        """Raises RequestEntityTooLarge for a body beyond the bound."""
        body = self.get_data(cache=False)
        if len(body) > MAX_BODY_BYTES:
            raise RequestEntityTooLarge
        return body


class PracticeProvider:
    """Behaves like the provider's service, on its own code; safe to call from several threads.

    `data_dir` holds what it issued (`practice.sqlite`; several processes may share it). `tables` are the
    authority's code tables by name. `now` gives the time in UTC, `address` the base of the addresses in
    answers. `practice_key` opens every VAT number; `decrypt` opens encrypted documents, without it none are
    taken. Raises ValueError when a code table is missing.
    """

    def __init__(
        self,
        data_dir: Path,
        tables: Mapping[str, Sequence[Mapping[str, object]]],
        *,
        now: Callable[[], datetime],
        address: Callable[[], str],
        practice_key: str,
        faults: Faults | None = None,
        decrypt: secure.Decrypt | None = None,
    ) -> None:
        self.faults = faults or Faults()
        self._decrypt = decrypt
        self._now = now
        self._working = 0
        self._idle = threading.Condition()
        self._database = Database(data_dir)
        self._gatekeeper = Gatekeeper(self._database, practice_key)
        self._ledger = Ledger(self._database)
        codes = CodeTables(tables)
        self._issuing = Issuing(self._ledger, self._gatekeeper, codes, address)
        self._crediting = Crediting(self._ledger, self._gatekeeper, codes, self._issuing)
        self._amendments = Amendments(self._ledger, self._gatekeeper, codes)
        self._misbehaviour = Misbehaviour(self.faults, self._ledger, self._gatekeeper)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers one request. Raises ConnectionDropped when a fault says to hang up."""
        with self._at_work():
            answer = self._guarded(_Request(environ))
        headers = {
            "Content-Type": answer.content_type,
            "Content-Length": str(answer.length),
            "Date": http_date(self._now()),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            **answer.headers,
        }
        response = Response(answer.chunks, answer.status, headers)
        return response(environ, start_response)

    def close(self) -> None:
        """Ends stalls, lets requests finish and closes the database; a later request would open it again."""
        self.faults.release()
        with self._idle:
            self._idle.wait_for(lambda: self._working == 0, _FINISH_SECONDS)
        self._database.close()

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        with self._idle:
            self._working += 1
        try:
            yield
        finally:
            with self._idle:
                self._working -= 1
                self._idle.notify_all()

    def _guarded(self, request: _Request) -> Answer:
        """The answer, in the envelope even when this program itself fails."""
        try:
            return self._answer(request)
        except RequestEntityTooLarge:
            return failure(413, [f"The request body is larger than {MAX_BODY_BYTES} bytes"])
        except HTTPException as error:
            return failure(error.code or 400, [error.name])
        except ConnectionDropped:
            raise
        except Exception:
            _logger.exception("the practice provider failed at %s", request.path)
            return failure(500, ["An unexpected error occurred"])

    def _answer(self, request: _Request) -> Answer:
        path = "/" + request.path.strip("/")
        if path.lower() == offline_page.PATH:
            return self._offline(request)
        if path.lower() in vat_check.PATHS:
            return self._vat_check(request, path.lower())
        wanted = _POST_TYPES.get(path.lower())
        if wanted is None:
            return self._view(request, path)
        if request.method != "POST":
            return failure(405, ["Method not allowed"], headers={"Allow": "POST"})
        if parse_options_header(request.headers.get("Content-Type"))[0].lower() != wanted:
            return failure(415, [f"The content type must be {wanted}"])
        body = request.body()
        if path.lower() == "/practice/faults":
            return program_faults(self.faults, request.remote_addr, body)
        return self._posted(request, path.lower(), body)

    def _view(self, request: Request, path: str) -> Answer:
        if not view.is_document_path(path):
            return failure(404, ["Not found"])
        if request.method != "GET":
            return failure(405, ["Method not allowed"], headers={"Allow": "GET"})

        def shown(before: Callable[[], None]) -> Answer:
            before()
            return view.document_answer(self._ledger, path, request.args.get("lang", ""))

        return self._misbehaviour.around(self.faults.take_view(path), "", shown)

    def _offline(self, request: Request) -> Answer:
        if request.method != "GET":
            return failure(405, ["Method not allowed"], headers={"Allow": "GET"})
        language = request.args.get("lang", "")
        return offline_page.offline_answer(request.args, self._gatekeeper.signed, language)

    def _vat_check(self, request: Request, path: str) -> Answer:
        if request.method != "GET":
            return failure(405, ["Method not allowed"], headers={"Allow": "GET"})
        shown = (request.headers.get("Authorization", ""), request.headers.get("APIKey", ""))

        def answered(before: Callable[[], None]) -> Answer:
            before()
            return vat_check.look_up(self._gatekeeper, path, request.args, shown, self._now())

        return self._misbehaviour.around(self.faults.take(path), shown[0], answered)

    def _posted(self, request: Request, path: str, body: bytes) -> Answer:
        fault = self.faults.take(path)
        authorization = request.headers.get("Authorization", "")
        if path == secure.PATH:
            content = secure.opened(self._decrypt, body)
            if isinstance(content, Answer):
                return self._misbehaviour.around(fault, authorization, lambda _: content)
            path, body = secure.OPENED_AS, content
        if fault is not None and fault.kind is FaultKind.STRANGER:
            self._handled(request, path, strangers(body), lambda: None)
        return self._misbehaviour.around(
            fault, authorization, lambda before: self._handled(request, path, body, before)
        )

    def _handled(self, request: Request, path: str, body: bytes, before_record: Callable[[], None]) -> Answer:
        authorization, now = request.headers.get("Authorization", ""), self._now()
        api_key = request.headers.get("APIKey", "")
        if path in _ISSUING:
            erp = request.headers.get("erp", "")
            submission = Submission(body, authorization, api_key, erp, receipt=path == "/receipt")
            door = self._crediting if path == "/invoice/credit" else self._issuing
            return door.answer(submission, now, before_record)
        if path == "/invoice/canceldeliverynote":
            return self._amendments.cancel_delivery_note(body, authorization, api_key, now, before_record)
        if path == "/invoice/updatepayment":
            return self._amendments.update_payment(body, authorization, api_key, now, before_record)
        before_record()
        if path == "/authentication/login":
            return signin.login(self._gatekeeper, body, now)
        if path == "/authentication/refresh":
            return signin.refresh(self._gatekeeper, body, authorization, now)
        return signin.oauth_token(self._gatekeeper, body, now)
