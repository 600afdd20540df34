"""What a composed document adds up to is what its bytes say: sealing and older books agree."""

from __future__ import annotations

from decimal import Decimal

from einvoice_desktop import paths
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.sums import sums_of
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.store.sums import sums_of_payload


def test_every_sample_adds_up_alike_from_lines_and_from_bytes(codes):
    looked = 0
    for path in sorted(paths.resource("samples").glob("*/*.json")):
        composition = compose(read_document(path.read_bytes()), Surroundings(codes, "2026-11-21"))
        sums = sums_of(composition)
        told = sums_of_payload(write_document(composition.document), composition.summaries.gross)
        assert told == sums, path.name
        if sums.by_vat:
            assert sum((part.net for part in sums.by_vat), Decimal(0)) == sums.net
            assert sum((part.vat for part in sums.by_vat), Decimal(0)) == sums.vat
        looked += 1
    assert looked > 30
