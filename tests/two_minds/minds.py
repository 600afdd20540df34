"""The two minds: what our rules hold against a document, and what the practice provider answers to it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from werkzeug.test import Client

from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.dates import athens_stamp
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.sandbox.app import PracticeProvider
from tests.two_minds.facts import POS_RECEIPTS, TODAY, Json, Tables

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
KEY = "practice-key"


@dataclass(frozen=True, slots=True)
class Ours:
    """Our problems, and the bytes of the document as the program would send it."""

    problems: tuple[Problem, ...]
    sent: bytes

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def codes(self) -> frozenset[str]:
        """The authority's numbers that our errors name."""
        return frozenset(problem.authority_code for problem in self.errors if problem.authority_code)


@dataclass(frozen=True, slots=True)
class Theirs:
    """The practice provider's answer: its status, the authority's numbers, its words."""

    status: int
    codes: frozenset[str]
    message: str
    mark: int

    @property
    def taken(self) -> bool:
        return self.status == 201


class OurMind:
    def __init__(self, tables: Tables) -> None:
        self._around = Surroundings(
            CodeTables(tables.__getitem__), TODAY, sealing=True, check_digit_is_wrong=check_digit_is_wrong
        )

    def judge(self, document: Json) -> Ours:
        read = read_document(json.dumps(document).encode())
        if not read.date_issued:
            # As sealing does.
            read = read.with_member("date_issued", athens_stamp(NOW))
        composition = compose(read, self._around)
        return Ours(tuple(composition.problems), write_document(composition.document))


class TheirMind:
    """A practice provider in process, to which documents are posted without a socket."""

    def __init__(self, folder: Path, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self.provider = PracticeProvider(
            folder, tables, now=lambda: NOW, address=lambda: "http://127.0.0.1:8123", practice_key=KEY
        )
        self._client = Client(self.provider)

    def answer(self, sent: bytes, code: str) -> Theirs:
        path = "/Receipt" if code in POS_RECEIPTS else "/invoice/json"
        response = self._client.post(
            path, data=sent, content_type="application/json", headers={"APIKey": KEY}
        )
        body = response.get_json()
        codes = frozenset(str(error["key"]) for error in body.get("myDataErrors", ()))
        return Theirs(response.status_code, codes, body["message"], body.get("mark") or 0)

    def close(self) -> None:
        self.provider.close()
