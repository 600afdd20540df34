"""Every sample opens in the form as it is, and nothing stands in the way of issuing it."""

from __future__ import annotations

from typing import Any

from einvoice_desktop.app.sample_drafts import sample_draft
from tests.samples.conftest import OWN


def test_the_form_shows_every_sample_unchanged_and_without_a_problem(office: Any) -> None:
    session = office.window.session
    for name, sample in OWN.items():
        draft = sample_draft(office.desk, sample)
        office.program.deeds.take(draft)
        office.rest()
        assert session.composition.source == draft.document, name
        assert not session.composition.problems, name
        assert office.find("action.issue").isEnabled(), name
