"""The screens of many documents at once: drafts, review, how far they are, templates, repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

NAMES = (
    *("Καφεκοπτείο «Η Ωραία» Α.Ε.", "Βιβλιοπωλείο Πρωτοπορία"),
    *("Αφοί Παπαδοπούλου Ο.Ε.", "Ξενοδοχείο Αίγλη"),
)
MANY = 12


def prepared(window: Any) -> list[int]:
    """Twelve drafts, one with an error."""
    from pictures import write_invoice

    window.actions_["new"].trigger()
    window.open_view("compose")
    write_invoice(window)
    desk, draft = window.office.the_desk, window.session.draft
    for row in desk.draft_rows():
        desk.delete_draft(row.id)
    window.session.replace(desk.next_draft(draft), None)
    made = []
    for place in range(MANY):
        party = draft.document.counter_party.with_member("registered_name", NAMES[place % len(NAMES)])
        document = draft.document.with_member("counter_party", party)
        if place % 3 == 0:
            document = document.with_member("series", "B")
        if place == 4:
            document = document.with_member("counter_party", party.without_member("vat"))
        one = type(draft)(document)
        made.append(desk.save_draft(one, None, desk.compose(one).summaries.gross))
    return made


def chosen(window: Any) -> None:
    from einvoice_desktop.gui.picture import settle

    made = prepared(window)
    window.open_view("drafts")
    window.book.page("drafts").choose(made)
    settle(window)


def reviewed(window: Any) -> None:
    chosen(window)
    window.preferences.choose("issue.countdown", "30")
    window.actions_["issueMany"].trigger()


def under_way(window: Any) -> None:
    from einvoice_desktop.gui.bulk.deeds import BulkIssuing
    from einvoice_desktop.gui.picture import settle

    reviewed(window)
    settle(window)
    found = window.findChild(BulkIssuing)
    found.review_panel.close_quietly()
    found.review_panel.confirmed.emit()


def keeping(window: Any) -> None:
    from pictures import write_invoice

    window.actions_["new"].trigger()
    window.open_view("compose")
    write_invoice(window)
    window.actions_["saveTemplate"].trigger()


def _kept(window: Any, monthly: int) -> None:
    desk, session = window.office.the_desk, window.session
    for name in ("Ενοίκιο γραφείου", "Συντήρηση λογισμικού", "Καφές, μηνιαία παραγγελία"):
        desk.templates.add(session.draft, session.composition.summaries.gross, name, monthly)


def templates(window: Any) -> Any:
    keeping(window)
    _kept(window, 30)
    window.actions_["templates"].trigger()
    return _dialog(window)


def repeats(window: Any) -> Any:
    from einvoice_desktop.app.template_book import Due
    from einvoice_desktop.gui.templates.repeats import Repeats

    keeping(window)
    _kept(window, 15)
    found = window.findChild(Repeats)
    rows = window.office.the_desk.templates.rows()
    found.due = [Due(row, "2026-11") for row in rows if row.monthly == 15]
    found.show()
    return _dialog(window)


def _dialog(window: Any) -> Any:
    from PySide6.QtWidgets import QApplication, QDialog

    from einvoice_desktop.gui.picture import settle

    settle(window)
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()][-1]


def screens_of_many() -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """Name and opener of each."""
    yield "drafts-chosen", chosen
    yield "review-many", reviewed
    yield "issuing-many", under_way
    yield "template-keep", keeping
    yield "templates", templates
    yield "repeats", repeats
