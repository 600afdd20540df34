"""What can be made to go wrong: programmed outcomes for the next requests to a path."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFLICT_SHAPES = ("words", "authority", "bare", "silent", "empty", "html")
"""How "already transmitted" may come: MARK and UID in the sentence alone; 400 of the authority (228); a JSON
string; without any names; without a body; as a page."""
GIANT_BYTES = 64 * 1024 * 1024


class ConnectionDropped(ConnectionError):
    """The provider hangs up without an answer; over a socket the connection is closed."""


class FaultKind(Enum):
    """What happens instead of, or around, the usual answer."""

    STALL_BEFORE = "stall_before"
    """Waits `seconds` before the document is recorded, its UID locked meanwhile."""
    STALL_AFTER = "stall_after"
    """Waits `seconds` between recording and answering."""
    DROP_BEFORE = "drop_before"
    """Hangs up without having done anything."""
    DROP_AFTER = "drop_after"
    """Does everything and hangs up without an answer."""
    SERVER_ERROR = "server_error"
    """Answers 500 in the envelope."""
    HTML_PAGE = "html_page"
    """Answers an HTML page with `status`, as a proxy or a captive portal does."""
    TRUNCATED_JSON = "truncated_json"
    """Does everything and answers the first half of the JSON."""
    GIANT_ANSWER = "giant_answer"
    """Does everything and answers `size` bytes."""
    UNAUTHORIZED = "unauthorized"
    """Answers 401; the token stays good."""
    FORGET_TOKEN = "forget_token"
    """Forgets the session of the token and answers 401: only a new login helps."""
    OTHER_ANSWER = "other_answer"
    """Does everything and answers with the names of another document."""
    MARK_ZERO = "mark_zero"
    """Does everything and answers with mark 0."""
    PROVIDER_SIGNED = "provider_signed"
    """Does everything and answers as if it had signed by itself: no MARK, no authentication code."""
    STRANGER = "stranger"
    """Before it looks at the document it issues another desk's under the same number, of other sums."""
    DATE_ERROR = "date_error"
    """Answers 400 to a document that is not in: the authority does not take the date."""
    REFUSAL = "refusal"
    """Answers 400 to a document that is not in: the authority does not take it."""
    STILL_PROCESSING = "still_processing"
    """Answers 408 to a document that is not in: its UID is locked."""
    CONFLICT_SHAPE = "conflict_shape"
    """Does everything; where the answer is "already transmitted", it comes in another `shape`."""
    MARK_LATER = "mark_later"
    """Of the addresses at which a document is looked at: does everything and leaves the MARK out."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One programmed outcome.

    `recorded` says for SERVER_ERROR and HTML_PAGE whether the request is carried out all the same. `shape` is
    one of CONFLICT_SHAPES.
    """

    kind: FaultKind
    seconds: float = 0.0
    status: int = 502
    size: int = GIANT_BYTES
    recorded: bool = False
    shape: str = "words"

    @classmethod
    def read(cls, members: Mapping[str, object]) -> Fault:
        """From the JSON of POST /practice/faults. Raises ValueError for a member that does not fit."""
        seconds, status = members.get("seconds", 0), members.get("status", 502)
        size = members.get("size", GIANT_BYTES)
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds <= 3600:
            raise ValueError("seconds must be a number from 0 to 3600")
        if not isinstance(status, int) or not 200 <= status <= 599:
            raise ValueError("status must be an HTTP status from 200 to 599")
        if not isinstance(size, int) or not 0 <= size <= 2**31:
            raise ValueError("size must be a number of bytes")
        kind, shape = FaultKind(str(members.get("kind"))), members.get("shape", "words")
        if shape not in CONFLICT_SHAPES:
            raise ValueError(f"shape must be one of {', '.join(CONFLICT_SHAPES)}")
        return cls(kind, float(seconds), status, size, bool(members.get("recorded", False)), str(shape))


class Faults:
    """A queue of outcomes per path; each is used by one request. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queues: dict[str, deque[Fault]] = defaultdict(deque)
        self._released = threading.Event()

    def take_view(self, path: str) -> Fault | None:
        """Of an address at which a document is looked at: its own, or what was programmed for "/v" or for
        "/v/aade", whatever the document."""
        form = "/aade" if path.lower().endswith("/aade") else ""
        return self.take(path) or self.take(f"/v{form}")

    def add(self, path: str, fault: Fault, times: int = 1) -> None:
        """The next `times` requests to `path`, in any casing, that are not spoken for meet `fault`."""
        with self._lock:
            self._queues[_folded(path)].extend([fault] * times)

    def take(self, path: str) -> Fault | None:
        with self._lock:
            queue = self._queues.get(_folded(path))
            return queue.popleft() if queue else None

    def clear(self) -> dict[str, int]:
        """Forgets what was programmed; how many of each kind no request has met."""
        with self._lock:
            unmet = Counter(fault.kind.value for queue in self._queues.values() for fault in queue)
            self._queues.clear()
        return dict(unmet)

    def wait(self, seconds: float) -> None:
        """Stalls, until `release` at the latest."""
        self._released.wait(seconds)

    def release(self) -> None:
        """Ends every stall, now and later: the server is closing."""
        self._released.set()


def _folded(path: str) -> str:
    return "/" + path.strip("/").lower()
