"""Tens of thousands of documents before both minds: no disagreement, and every rule met often enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest

from tests.two_minds.catalogue import RULES
from tests.two_minds.debate import Debate, Record
from tests.two_minds.facts import TYPES, Facts
from tests.two_minds.minds import OurMind, TheirMind

PARTS, DOCUMENTS = 16, 2500
LEAST = 50
SEED = 1


@pytest.fixture(scope="module")
def debate(
    tables: Mapping[str, Sequence[Mapping[str, Any]]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Debate]:
    theirs = TheirMind(tmp_path_factory.mktemp("two-minds"), tables)
    yield Debate(Facts(tables), OurMind(tables), theirs, SEED)
    theirs.close()


@pytest.fixture(scope="module")
def record() -> Record:
    return Record()


@pytest.mark.parametrize("part", range(PARTS))
def test_no_document_divides_the_two_minds(debate: Debate, record: Record, part: int) -> None:
    debate.hold(DOCUMENTS, record)
    assert record.documents == DOCUMENTS * (part + 1)
    assert not record.disagreements, "\n".join(case.told() for case in record.disagreements[:20])


def test_every_rule_was_met_often_enough(record: Record, tell: Callable[[str], None]) -> None:
    tell(f"two minds: {record.summary()}")
    for line in record.table():
        tell(line)
    assert record.documents >= 20_000
    assert min(record.by_type[code] for code in TYPES) >= LEAST
    counts = {rule: (record.broken[rule], record.satisfied[rule]) for rule in RULES}
    rare = {rule: pair for rule, pair in counts.items() if min(pair) < LEAST}
    assert not rare, f"rules met too seldom (broken, satisfied): {rare}"
