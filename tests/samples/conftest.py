"""Our own samples, the code tables, and one practice provider for all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import paths
from einvoice_desktop.app.sample_drafts import on_day
from einvoice_desktop.app.samples import Sample, every_sample, own_samples
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import Composition, compose
from einvoice_desktop.domain.dates import athens_stamp
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import replace_value
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.writer import write_document
from tests.two_minds.facts import POS_RECEIPTS, TODAY
from tests.two_minds.minds import NOW, TheirMind, Theirs


def read(name: str) -> bytes:
    """A file under resources/samples."""
    return paths.resource(f"samples/{name}").read_bytes()


OWN = {sample.name: sample for sample in own_samples(read)}
EVERY = every_sample(read)


@pytest.fixture(scope="session")
def codes(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> CodeTables:
    return CodeTables(tables.__getitem__)


def of_today(sample: Sample, codes: CodeTables, marks: Mapping[str, int]) -> Composition:
    """A sample as it is sealed today, with the MARKs of those issued before it."""
    document = on_day(read_document(sample.data), TODAY).with_member("date_issued", athens_stamp(NOW))
    for path, name in sample.first:
        if name in marks:
            list_name = path.partition("[")[0]
            as_text = list_name == "deliveryNoteMarks"
            document = replace_value(document, path, str(marks[name]) if as_text else marks[name])
    return compose(document, Surroundings(codes, TODAY, sealing=True))


@dataclass
class Counter:
    """Where samples are issued, each once, those that others refer to before them."""

    mind: TheirMind
    codes: CodeTables
    answers: dict[str, Theirs] = field(default_factory=dict)

    def issue(self, name: str) -> Theirs:
        """The practice provider's answer to a sample."""
        if name not in self.answers:
            sample = OWN[name]
            marks = {before: self.issue(before).mark for _path, before in sample.first}
            document = self._numbered(of_today(sample, self.codes, marks).document, sample)
            self.answers[name] = self.mind.answer(write_document(document), sample.type_code)
        return self.answers[name]

    def _numbered(self, document: Document, sample: Sample) -> Document:
        place = "" if sample.type_code in POS_RECEIPTS else "distributionDetails."
        document = replace_value(document, "number", str(len(self.answers) + 1))
        return replace_value(document, f"{place}internalDocumentId", f"sample-{sample.name}")


@pytest.fixture(scope="module")
def counter(
    tables: Mapping[str, Sequence[Mapping[str, Any]]],
    codes: CodeTables,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Counter]:
    mind = TheirMind(tmp_path_factory.mktemp("practice"), tables)
    yield Counter(mind, codes)
    mind.close()


@pytest.fixture(scope="session")
def index() -> Any:
    """The index as it stands."""
    return json.loads(read("own.json"))


GOLDEN = Path(__file__).parent / "golden"
