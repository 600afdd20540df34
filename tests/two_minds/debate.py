"""Asks both minds about documents and keeps the record: where they disagree, which rule was met how often."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from einvoice_desktop.domain.problems import Problem
from tests.two_minds.breaks.every import MUTATIONS
from tests.two_minds.catalogue import RULES, place, rules_of
from tests.two_minds.correct import Maker
from tests.two_minds.facts import TYPES, Facts, Json
from tests.two_minds.minds import OurMind, Ours, TheirMind, Theirs
from tests.two_minds.mutation import Mutation

_TRIES = 40
OURS_ALONE = frozenset({"b2g_by_accident", "counterparty_name_missing"})
"""Rules of the program itself: a document must not go to the State by accident, the law wants a name."""
_NOT_SENT_ON = "allowancesCharges"
"""The authority never sees discounts and charges; that they make sense is ours to look after."""


def _ours_alone(problem: Problem) -> bool:
    return problem.code in OURS_ALONE or _NOT_SENT_ON in problem.path


@dataclass(frozen=True, slots=True)
class Case:
    """One document, how it was broken ("" when not), and the two opinions."""

    code: str
    mutation: str
    document: Json
    ours: Ours
    theirs: Theirs

    @property
    def disagreement(self) -> str:
        """What they disagree about, "" when they agree."""
        errors = [problem for problem in self.ours.errors if not _ours_alone(problem)]
        if not errors and len(self.ours.errors) > 0:
            return ""
        if not errors:
            return "" if self.theirs.taken else "refused by them alone"
        if self.theirs.taken:
            return "refused by us alone"
        ours, theirs = self.ours.codes, self.theirs.codes
        return "" if not ours or not theirs or ours & theirs else "other codes"

    def told(self) -> str:
        problems = " ".join(f"{p.path}:{p.code}:{p.authority_code}" for p in self.ours.errors)
        theirs = f"{self.theirs.status} {self.theirs.message}"
        return f"{self.code} [{self.mutation}] {self.disagreement} | ours: {problems} | theirs: {theirs}"


@dataclass(slots=True)
class Record:
    """What a run of documents showed."""

    documents: int = 0
    taken: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    satisfied: Counter[str] = field(default_factory=Counter)
    by_type: Counter[str] = field(default_factory=Counter)
    codes_met: Counter[str] = field(default_factory=Counter)
    disagreements: list[Case] = field(default_factory=list)
    tried: Counter[str] = field(default_factory=lambda: Counter({m.name: 0 for m in MUTATIONS}))
    harmless: Counter[str] = field(default_factory=Counter)
    """Mutations after which both minds still took the document."""
    told: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Problems by place (numbers left out) and code."""
    unplaced: Counter[str] = field(default_factory=Counter)
    """Problems that no rule of the catalogue says it tells there."""
    _broken_by: dict[str, Counter[str]] = field(default_factory=dict)
    _chances: Counter[str] = field(default_factory=Counter)
    _told_anyway: Counter[tuple[str, str]] = field(default_factory=Counter)

    def note(self, case: Case, chances: tuple[Mutation, ...]) -> None:
        self.documents += 1
        self.by_type[case.code] += 1
        if case.mutation:
            self.tried[case.mutation] += 1
        self.codes_met.update(case.theirs.codes)
        rules = set[str]().union(*map(rules_of, case.ours.problems))
        for rule in rules:
            self.broken[rule] += 1
            self._broken_by.setdefault(case.mutation, Counter())[rule] += 1
        self.told.update((place(problem), problem.code) for problem in case.ours.problems)
        self.unplaced.update(problem.code for problem in case.ours.problems if not rules_of(problem))
        if case.disagreement:
            self.disagreements.append(case)
        elif case.theirs.taken and case.mutation:
            self.harmless[case.mutation] += 1
        if case.theirs.taken:
            self.taken += 1
            self._chances.update(mutation.name for mutation in chances)
            self._told_anyway.update((mutation.name, rule) for mutation in chances for rule in rules)

    def close(self) -> None:
        """Counts who satisfied a rule: documents that were taken and that its commonest break would fit."""
        changes = [name for name in self._broken_by if name]
        for rule in self.broken:
            name = max(changes, key=lambda change: self._broken_by[change][rule])
            self.satisfied[rule] = self._chances[name] - self._told_anyway[name, rule]

    @property
    def untried(self) -> list[str]:
        """Changes for which no fitting document was made."""
        return [name for name, count in self.tried.items() if not count]

    def summary(self) -> str:
        """The run in one line."""
        fewest = min(self.broken, key=self.broken.__getitem__, default="")
        return (
            f"{self.documents} documents of {len(self.by_type)} types, {self.taken} taken; "
            f"{len(self.broken)} of our {len(RULES)} rules broken, "
            f"the rarest ({fewest}) {self.broken[fewest]} times; "
            f"{len(self.codes_met)} of the authority's codes; {len(self.disagreements)} disagreements"
        )

    def table(self) -> list[str]:
        """Each of our rules with the documents that broke it and those that satisfied it."""
        return [
            f"{rule}: broken by {self.broken[rule]}, satisfied by {self.satisfied[rule]}"
            for rule in sorted(RULES)
        ]


class Debate:
    def __init__(self, facts: Facts, ours: OurMind, theirs: TheirMind, seed: int) -> None:
        self._facts = facts
        self._rng = Random(seed)
        self._maker = Maker(facts, self._rng)
        self._ours = ours
        self._theirs = theirs
        self._tried: Counter[str] = Counter({mutation.name: 0 for mutation in MUTATIONS})

    def cases(self, count: int) -> Iterator[tuple[Case, tuple[Mutation, ...]]]:
        """Documents of every type in turn: each as it is, then broken in a way that has been tried least.

        Every fourth is made for the way that has been tried least of all.
        """
        for turn in range(count // 2):
            rarest = min(MUTATIONS, key=self._how_rare)
            code, document = self._wished(rarest) if turn % 4 == 3 else self._any(turn)
            fitting = tuple(m for m in MUTATIONS if m.where(document, self._facts))
            yield self._judged(code, "", document), fitting
            mutation = min(fitting, key=self._how_rare)
            self._tried[mutation.name] += 1
            yield self._judged(code, mutation.name, self._broken(document, mutation)), ()

    def _how_rare(self, mutation: Mutation) -> tuple[int, float]:
        return self._tried[mutation.name], self._rng.random()

    def _any(self, turn: int) -> tuple[str, Json]:
        code = TYPES[(turn - turn // 4) % len(TYPES)]
        return code, self._maker.make(code)

    def _wished(self, mutation: Mutation) -> tuple[str, Json]:
        """A document that the mutation fits; without a wish the first that happens to be one."""
        codes, special = mutation.wish or (TYPES, None)
        for _try in range(_TRIES):
            code = self._rng.choice(codes)
            document = self._maker.make(code, special)
            if mutation.where(document, self._facts):
                break
        return code, document

    def _broken(self, document: Json, mutation: Mutation) -> Json:
        document = copy.deepcopy(document)
        document["number"] = f"{document['number']}000000"
        mutation.apply(document, self._facts, self._rng)
        return document

    def _judged(self, code: str, mutation: str, document: Json) -> Case:
        ours = self._ours.judge(document)
        return Case(code, mutation, document, ours, self._theirs.answer(ours.sent, code))

    def hold(self, count: int, record: Record | None = None) -> Record:
        """So many documents more, noted in `record`, or in a new one."""
        record = record or Record()
        for case, chances in self.cases(count):
            record.note(case, chances)
        record.close()
        return record
