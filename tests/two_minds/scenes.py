"""What only the service can know: corrections and links of documents that it issued itself."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.two_minds import parties
from tests.two_minds.correct import Maker
from tests.two_minds.facts import Json
from tests.two_minds.lines import counted
from tests.two_minds.minds import OurMind, TheirMind, Theirs

NEVER_GIVEN = 400001900000000
"""A MARK of the practice provider's own range that it is not near to giving."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A document that names others, the service's answer, and the code that it must name ("" when taken)."""

    name: str
    wanted: str
    theirs: Theirs
    ours_errors: tuple[str, ...]

    @property
    def as_wanted(self) -> bool:
        """Our side holds nothing against it; the service says what it alone can know."""
        if self.ours_errors:
            return False
        return self.theirs.taken if not self.wanted else self.wanted in self.theirs.codes


class Scenes:
    def __init__(self, maker: Maker, ours: OurMind, theirs: TheirMind, rng: Random) -> None:
        self._maker = maker
        self._ours = ours
        self._theirs = theirs
        self._rng = rng

    def play(self, count: int) -> Iterator[Scene]:
        """Each scene `count` times."""
        for _ in range(count):
            for name, (wanted, build) in _SCENES.items():
                document = build(self)
                judged = self._ours.judge(document)
                answer = self._theirs.answer(judged.sent, document["invoiceTypeCode"])
                yield Scene(name, wanted, answer, tuple(problem.code for problem in judged.errors))

    def issued(self, code: str, **members: object) -> tuple[Json, int]:
        """A plain document that the service has taken, and its MARK."""
        document = self._maker.make(code, _nothing)
        document |= members
        for name in ("taxes", "multipleConnectedMarks"):
            document.pop(name, None)
        answer = self._theirs.answer(self._ours.judge(document).sent, code)
        assert answer.taken, answer.message
        return document, answer.mark

    def correction(self, code: str, original: str, part: float = 1.0) -> Json:
        """A correction of a new document, of so much of its net."""
        document, mark = self.issued(original)
        made = copy.deepcopy(document)
        made |= {"invoiceTypeCode": code, "correlatedInvoices": [mark], "number": self._maker.next_number()}
        for line in counted(made):
            price = round(line["unitPrice"] * part, 2)
            for name in [
                name
                for name in line
                if name.endswith(("Total", "Amount", "PercentCategoryCode")) or name == "total"
            ]:
                del line[name]
            line["unitPrice"] = price
        return made

    def linked(self, code: str, other: str, member: str, **members: object) -> Json:
        """A document that names a new one of another type."""
        mark = self.issued(other)[1]
        value: list[object] = [str(mark) if member == "deliveryNoteMarks" else mark]
        return self._maker.make(code, _nothing) | {member: value} | members

    def other_customer(self) -> Json:
        made = self.correction("5.1", "1.1")
        customer = made["counterParty"]["vat"].removeprefix("EL")
        others = [number for number in parties.BUYERS if number != customer]
        made["counterParty"]["vat"] = f"EL{self._rng.choice(others)}"
        return made

    def twice(self) -> Json:
        """The whole is credited a second time."""
        made = self.correction("5.1", "1.1")
        answer = self._theirs.answer(self._ours.judge(made).sent, "5.1")
        assert answer.taken, answer.message
        return made | {"number": self._maker.next_number()}

    def naming_nothing(self, code: str, member: str) -> Json:
        return self._maker.make(code, _nothing) | {member: [NEVER_GIVEN]}


def _nothing(_document: Json, _facts: object, _rng: Random) -> None:
    """No speciality."""


_SCENES: dict[str, tuple[str, Callable[[Scenes], Json]]] = {
    "a part credited": ("", lambda scenes: scenes.correction("5.1", "1.1", 0.5)),
    "all credited": ("", lambda scenes: scenes.correction("5.1", "1.1")),
    "services credited": ("", lambda scenes: scenes.correction("5.1", "2.1")),
    "goods supplemented": ("", lambda scenes: scenes.correction("1.6", "1.1")),
    "services supplemented": ("", lambda scenes: scenes.correction("2.4", "2.1")),
    "more credited than sold": ("319", lambda scenes: scenes.correction("5.1", "1.1", 1.5)),
    "credited twice": ("319", Scenes.twice),
    "another customer": ("318", Scenes.other_customer),
    "a supplement of another kind": ("320", lambda scenes: scenes.correction("2.4", "1.1")),
    "a credit of a credit": ("322", lambda scenes: scenes.correction("5.1", "5.2")),
    "credit of nothing issued": (
        "252",
        lambda scenes: scenes.naming_nothing("5.1", "correlatedInvoices"),
    ),
    "link to nothing issued": (
        "252",
        lambda scenes: scenes.naming_nothing("1.1", "multipleConnectedMarks"),
    ),
    "an order closed": (
        "",
        lambda scenes: scenes.linked("11.1", "8.6", "multipleConnectedMarks", specialInvoiceCategory=12),
    ),
    "a sale closed as an order": (
        "320",
        lambda scenes: scenes.linked("11.1", "2.1", "multipleConnectedMarks", specialInvoiceCategory=12),
    ),
    "a note invoiced": ("", lambda scenes: scenes.linked("1.1", "9.3", "deliveryNoteMarks")),
    "an invoice for a note": ("320", lambda scenes: scenes.linked("1.1", "2.1", "deliveryNoteMarks")),
}
SCENES = tuple(_SCENES)
