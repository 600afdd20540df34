"""Many drafts issued together: chosen, looked over, taken back, paused, and each led to at the end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from einvoice_desktop.app.drafting import Draft, draft_of
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.gui.bottom_panel import DEAF_SECONDS
from tests.app.scripted import INVOICE
from tests.gui import look

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CLASSIFIED = (
    b'"vatCategoryCode": 1, "incomeClassification": {"classificationCategoryCode": "category1_1",'
    b'"classificationTypeCode": "E3_561_001"}'
)
DOCUMENT = read_document(INVOICE.replace(b'"vatCategoryCode": 1', CLASSIFIED))
"""Nothing is to be said of it."""


def prepare(office: Any, *names: str, faulty: str = "") -> list[int]:
    """Drafts of customers of these names, the first of them at the top of the list."""
    ids = []
    for name in reversed(names):
        party = DOCUMENT.counter_party.with_member("registered_name", name)
        document = DOCUMENT.with_member("counter_party", party)
        if name == faulty:
            document = document.without_member("details")
        draft: Draft = draft_of(document)
        gross = office.desk.compose(draft).summaries.gross
        ids.append(office.desk.save_draft(draft, None, gross))
    return ids[::-1]


def choose_all(office: Any) -> None:
    office.view("drafts")
    office.find("drafts").setFocus()
    office.key(Qt.Key.Key_A, CTRL)
    office.rest()


def review(office: Any) -> None:
    choose_all(office)
    office.key(Qt.Key.Key_Return, CTRL | SHIFT)
    many = office.program.deeds.many
    office.wait(lambda: many.review_panel is not None and many.review_panel.is_open)
    office.qtbot.wait(int(DEAF_SECONDS * 1000) + 20)


def states(office: Any) -> list[str]:
    model = office.find("bulk.documents").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def numbers(office: Any) -> list[tuple[str, str]]:
    return [(row.sealed.counterparty_name, row.sealed.key.number) for row in office.desk.submissions()]


def test_chosen_drafts_are_added_up_and_issued_in_their_order_with_what_is_wrong_left_out(
    office: Any, play: Any
) -> None:
    prepare(office, "Α", "Β", "Γ", "Δ", faulty="Γ")
    office.line.will(play.issued, play.refused, play.issued)
    choose_all(office)
    office.wait(lambda: office.text("drafts.sums") == "Επιλεγμένα: 4 · 74,40 EUR")
    assert office.find("action.issueMany").key == "Ctrl+Shift+Enter"
    review(office)
    assert office.text("review.count").startswith("3· 1 μένουν έξω")
    assert office.text("review.series0") == "3 · αριθμοί 1 έως 3 · 74,40 EUR"
    assert office.text("review.payable") == "74,40 EUR"
    assert look.nameless(office.window) == []
    told = office.find("review.documents")
    assert [told.item(place).text()[:3] for place in range(told.count())] == ["✖ Γ"]
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: states(office) == ["Εκδόθηκε", "Απορρίφθηκε", "Εκδόθηκε"])
    assert numbers(office) == [("Α", "1"), ("Β", "2"), ("Δ", "3")]
    office.wait(lambda: "Εκδόθηκαν 2 από 3" in office.window.message)
    assert "1" in office.text("bulk.state")
    office.rest()
    office.wait(lambda: office.find("drafts").model().rowCount() == 1)
    office.window.open_view("compose")
    office.press("message.action")
    assert look.nameless(office.window) == []
    office.wait(lambda: states(office) == ["Απορρίφθηκε"])
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "receipt")
    office.view("drafts")
    office.press("bulk.close")
    assert not office.find("bulk").isVisible()


def test_with_nothing_to_be_told_the_seconds_run_and_then_it_is_issued(start: Any) -> None:
    office = start(**{"issue.countdown": "1"})
    prepare(office, "Α", "Β")
    review(office)
    assert office.find("review.countdown").isVisible()
    assert not office.find("review.documents").isVisible()
    office.wait(lambda: states(office) == ["Εκδόθηκε"] * 2)
    office.wait(lambda: "Εκδόθηκαν 2 από 2" in office.window.message)
    office.rest()


def test_esc_takes_it_back_and_a_draft_with_errors_is_one_key_away(office: Any) -> None:
    ids = prepare(office, "Α", "Β", faulty="Β")
    review(office)
    office.key(Qt.Key.Key_Escape)
    office.rest()
    assert "Δεν εκδόθηκε τίποτα" in office.window.message
    assert (numbers(office), len(office.desk.draft_rows())) == ([], 2)
    review(office)
    office.find("review.documents").setFocus()
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.session.draft_id == ids[1])
    assert office.window.book.view == "compose"
    assert numbers(office) == []


def test_where_none_can_be_issued_the_keys_are_on_what_is_to_be_mended(office: Any) -> None:
    ids = prepare(office, "Α", faulty="Α")
    review(office)
    assert not office.find("review.issueNow").isEnabled()
    assert office.find("review.documents").hasFocus()
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.session.draft_id == ids[0])
    office.rest()


def test_many_are_deleted_and_brought_back_together(office: Any) -> None:
    prepare(office, "Α", "Β", "Γ")
    choose_all(office)
    office.press("drafts.delete")
    office.wait(lambda: "Πρόχειρα που διαγράφηκαν: 3" in office.window.message)
    assert office.desk.draft_rows() == []
    office.press("message.action")
    office.rest()
    assert [row.counterparty_name for row in office.desk.draft_rows()] == ["Α", "Β", "Γ"]


def test_paused_it_waits_while_the_form_is_used_and_cancelled_the_rest_stay_drafts(office: Any) -> None:
    prepare(office, *"ΑΒΓΔΕΖ")
    review(office)
    office.key(Qt.Key.Key_Return)
    run = office.program.deeds.many.run
    run.pause_or_go_on()
    office.rest()
    sealed = len(numbers(office))
    assert sealed < 6
    assert office.text("bulk.pause") == "Συνέχεια"
    assert not office.window.actions_["issueMany"].isEnabled()
    office.window.open_view("compose")
    office.fill()
    office.window.session.save_now()
    office.rest()
    assert len(numbers(office)) == sealed
    office.view("drafts")
    office.press("bulk.cancel")
    office.rest()
    assert run._bulk.figures.ready == 6 - sealed
    assert len(office.desk.draft_rows()) == 6 - sealed + 1
    assert not office.find("bulk.pause").isVisible()


def test_a_draft_that_lies_on_the_stage_leaves_it_and_one_changed_since_the_review_is_not_issued(
    office: Any,
) -> None:
    ids = prepare(office, "Α", "Β")
    office.program.deeds.drafts.open(ids[0])
    office.wait(lambda: office.window.session.draft_id == ids[0])
    review(office)
    changed = office.desk.load_draft(ids[1])
    office.desk.save_draft(changed, ids[1])
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: states(office) == ["Εκδόθηκε", "Δεν εκδόθηκε"])
    assert office.window.session.draft_id is None
    assert numbers(office) == [("Α", "1")]
    office.rest()


def test_what_is_typed_into_a_draft_while_others_are_issued_is_kept_and_not_issued(office: Any) -> None:
    ids = prepare(office, *"ΑΒΓΔΕΖ")
    review(office)
    run = office.program.deeds.many.run

    def pause(_draft_id: int) -> None:
        run.sealed.disconnect(pause)
        run.pause_or_go_on()

    run.sealed.connect(pause)
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: len(numbers(office)) == 1)
    office.program.deeds.drafts.open(ids[1])
    office.wait(lambda: office.window.session.draft_id == ids[1])
    office.window.session.edit("counterParty.registeredName", "Άλλος")
    run.pause_or_go_on()
    office.wait(lambda: not run.is_sealing)
    office.rest()
    assert [name for name, _number in numbers(office)] == [*"ΑΓΔΕΖ"]
    assert [row.counterparty_name for row in office.desk.draft_rows()] == ["Άλλος"]
    assert office.window.session.text("counterParty.registeredName") == "Άλλος"


def test_who_closes_the_window_meanwhile_leaves_the_rest_as_drafts(office: Any) -> None:
    prepare(office, *"ΑΒΓΔΕΖΗΘΙΚ")
    review(office)
    office.key(Qt.Key.Key_Return)
    run, desk = office.program.deeds.many.run, office.desk
    office.wait(lambda: run.is_sealing)
    assert office.window.may_close()
    sealed = len(desk.submissions())
    assert sealed < 5
    assert len(desk.draft_rows()) == 10 - sealed
    office.wait(lambda: office.text("bulk.state").startswith(f"Σφραγίστηκαν {sealed} από 10"))
    office.rest()


def test_the_last_number_of_a_series_is_asked_once_before_the_start(start: Any) -> None:
    office = start("uat")
    prepare(office, "Α", "Β")
    review(office)
    assert "ζητείται" in office.text("review.series0")
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.find("firstUse").isVisible())
    assert numbers(office) == []
    office.qtbot.wait(int(DEAF_SECONDS * 1000) + 20)
    office.find("firstUse.number").setText("41")
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: states(office) == ["Εκδόθηκε"] * 2)
    assert [number for _name, number in numbers(office)] == ["42", "43"]
    office.rest()
