"""Our rules and the practice provider's, written from the same published texts, judge the same documents."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.two_minds.breaks.every import MUTATIONS
from tests.two_minds.correct import Maker
from tests.two_minds.debate import Debate
from tests.two_minds.facts import TYPES, Facts
from tests.two_minds.minds import OurMind, TheirMind
from tests.two_minds.scenes import SCENES, Scenes

DOCUMENTS = 2000
SEED = 20260301


def test_every_way_to_break_a_document_has_its_own_name() -> None:
    names = [mutation.name for mutation in MUTATIONS]
    assert len(names) == len(set(names))


def test_both_minds_agree_about_documents_of_every_type(
    facts: Facts, our_mind: OurMind, their_mind: TheirMind, tell: Callable[[str], None]
) -> None:
    record = Debate(facts, our_mind, their_mind, SEED).hold(DOCUMENTS)
    tell(f"two minds: {record.summary()}")
    assert not record.disagreements, "\n".join(case.told() for case in record.disagreements[:20])
    assert set(record.by_type) == set(TYPES)
    assert not record.untried
    assert record.taken > DOCUMENTS * 0.4


def test_what_only_the_service_can_know_it_says(
    facts: Facts, our_mind: OurMind, their_mind: TheirMind, tell: Callable[[str], None]
) -> None:
    """Corrections and links of issued documents: our rules let them pass, the service judges."""
    rng = Random(SEED)
    played = list(Scenes(Maker(facts, rng), our_mind, their_mind, rng).play(5))
    tell(f"two minds: {len(played)} corrections and links of {len(SCENES)} kinds, judged by the service")
    assert [scene for scene in played if not scene.as_wanted] == []
