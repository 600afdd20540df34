"""Every screen of the window, one after the other, hard cases among them: what pictures.py --all takes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from screens_backups import screens_of_backups
from screens_cards import screens_of_cards
from screens_companies import screens_of_companies
from screens_figures import screens_of_figures
from screens_help import screens_of_help
from screens_many import screens_of_many

LANGUAGES = ("el", "en")
LOOKS = ("light", "dark", "contrast")
WIDE, SMALL = (1280, 900), (1024, 700)
LONG_NAME = (
    "Ανώνυμη Εταιρεία Παραγωγής, Εμπορίας, Εισαγωγών και Εξαγωγών Ειδών Διατροφής"
    " «Η Ωραία Μακεδονία του Βορρά»"
)
PROBLEMS = 40

Screen = tuple[str, Callable[[Any], Any]]
"""A name, and what opens it; the widget that is shown (None: the window)."""


def take_all(window: Any, folder: Path, look: str) -> list[str]:
    """Every screen at 100 % and 200 %, and in the small window; which ones could not be opened."""
    from einvoice_desktop.gui.picture import settle

    window.choose_appearance(look)
    failed = []
    for name, opened in SCREENS:
        window.resize(*WIDE)
        try:
            shown = opened(window) or window
        except (AttributeError, AssertionError, KeyError, TimeoutError) as error:
            failed.append(f"{name}: {type(error).__name__} {error}")
            print(f"not taken: {failed[-1]}", file=sys.stderr)
            continue
        settle(window)
        save(shown, folder / f"{name}-100.png", 1)
        save(shown, folder / f"{name}-200.png", 2)
        if shown is window:
            window.resize(*SMALL)
            settle(window)
            save(window, folder / f"{name}-small.png", 1)
        else:
            shown.close()
    return failed


def save(widget: Any, path: Path, scale: float) -> None:
    from einvoice_desktop.gui.picture import render

    path.parent.mkdir(parents=True, exist_ok=True)
    render(widget, scale).save(str(path))


# --- the compose page -------------------------------------------------------------------------------


def empty_document(window: Any) -> None:
    window.actions_["new"].trigger()
    window.open_view("compose")
    tab_bar(window).setCurrentIndex(0)


def filled(window: Any) -> None:
    from pictures import write_invoice

    empty_document(window)
    write_invoice(window)


def tab(place: int) -> Callable[[Any], None]:
    def opened(window: Any) -> None:
        filled(window)
        bar = tab_bar(window)
        assert bar.isTabVisible(place), "no such tab"
        bar.setCurrentIndex(place)

    return opened


def tab_bar(window: Any) -> Any:
    from PySide6.QtWidgets import QTabBar

    return window.stage.page.findChild(QTabBar)


# --- every kind of document ----------------------------------------------------------------------------


def customer_kind(window: Any, code: str) -> None:
    from einvoice_desktop.app.choosing_kind import choose_kind

    window.session.rework(lambda draft, codes: choose_kind(draft, code, codes))


def document(*edits: tuple[str, object], kind: str = "", part: str = "") -> Callable[[Any], None]:
    """The filled invoice as another kind of document: typed texts, chosen codes; a tab of it in front."""

    def opened(window: Any) -> None:
        from einvoice_desktop.gui.compose.tab_kinds import PLACE_OF

        filled(window)
        session = window.session
        if kind:
            customer_kind(window, kind)
        for path, value in edits:
            if isinstance(value, str) and path.endswith(TYPED):
                session.edit(path, value)
            else:
                session.choose(path, value)
        if part:
            tab_bar(window).setCurrentIndex(PLACE_OF[part])

    return opened


TYPED = ("vat", "Rate", "tableId", "taxAmount", "city", "street", "postal", "Time", "vehileNumber", "amount")


def deductions(window: Any) -> None:
    """A purchase with a withholding and three deductions."""
    document(("invoiceTypeCode", "3.1"), part="taxes")(window)
    session = window.session
    for row, (kind, category, amount) in enumerate(DEDUCTIONS):
        session.insert_row("taxes")
        session.choose(f"taxes[{row}].taxTypeCode", kind)
        if category:
            session.choose(f"taxes[{row}].taxCategoryCode", category)
        else:
            session.edit(f"taxes[{row}].taxAmount", amount)


DEDUCTIONS = ((1, 2, ""), (5, None, "36"), (5, None, "10"), (5, None, "5"))


def one_line(window: Any) -> None:
    """All of one line of a purchase with several classifications."""
    document(("invoiceTypeCode", "3.1"))(window)
    head = "details[0].expensesClassifications"
    for row, (category, kind, amount) in enumerate(
        (("category2_3", "E3_585_004", "100"), ("category2_5", "E3_585_009", "20"))
    ):
        window.session.choose(f"{head}[{row}].classificationCategoryCode", category)
        window.session.choose(f"{head}[{row}].classificationTypeCode", kind)
        window.session.edit(f"{head}[{row}].amount", amount)
    window.stage.page.tabs.show_line(0)


NOTE = (
    ("invoiceTypeCode", "9.3"),
    ("distributionDetails.movePurposeCode", 1),
    ("distributionDetails.dispatchDate", "2035-12-31"),
    ("distributionDetails.dispatchTime", "10:30"),
    ("distributionDetails.vehileNumber", "ΥΑΒ 1234"),
    ("distributionDetails.deliveryOriginDetails.address.city", "Αθήνα"),
    ("distributionDetails.deliveryDestinationDetails.address.city", "Πάτρα"),
    *((f"details[{row}].unitPrice", None) for row in range(3)),
    ("details[0].allowancesCharges", None),
)
DOCUMENTS = (
    ("union", document(("counterParty.vat", "DE136695976"), kind="union")),
    (
        "abroad",
        document(
            ("counterParty.address.countryCode", "US"),
            ("currencyCode", "USD"),
            ("paymentDetails.exchangeCurrencyRate", "1"),
            kind="abroad",
        ),
    ),
    ("public-lines", document(kind="public")),
    ("public", document(kind="public", part="public")),
    ("note-lines", document(*NOTE)),
    ("note", document(*NOTE, part="delivery")),
    ("fuel", document(("isFuelInvoice", True), ("details[0].fuelCode", 20))),
    ("fuel-retail", document(("isFuelInvoice", True), kind="person")),
    ("rent", document(("invoiceTypeCode", "8.1"))),
    ("deductions", deductions),
    ("line", one_line),
    ("order", document(("invoiceTypeCode", "8.6"), ("tableId", "7"), part="order")),
    ("card-receipt", document(("invoiceTypeCode", "8.4"), part="payments")),
)


def large(window: Any) -> None:
    """Long names, and amounts of twelve digits."""
    filled(window)
    session = window.session
    session.edit("counterParty.registeredName", LONG_NAME)
    session.edit("counterParty.activities[0]", LONG_NAME)
    session.edit("details[0].descriptions[0]", LONG_NAME)
    session.edit("details[0].unitPrice", "9999999999")
    session.edit("details[1].quantity", "123456")


def faulty(window: Any) -> None:
    """Forty problems."""
    empty_document(window)
    session = window.session
    for row in range(PROBLEMS // 2):
        if row:
            session.insert_row("details")
        session.edit(f"details[{row}].unitPrice", "10")
        session.edit(f"details[{row}].quantity", "δέκα")


def review(window: Any) -> None:
    filled(window)
    press_issue(window)


def review_warnings(window: Any) -> None:
    large(window)
    for row in range(3):
        window.session.edit(f"details[{row}].descriptions[0]", "")
    press_issue(window)


def press_issue(window: Any) -> None:
    window.preferences.choose("issue.countdown", "30")
    window.actions_["issue"].trigger()


def preview(window: Any) -> None:
    filled(window)
    window.actions_["preview"].trigger()


def searched(window: Any) -> None:
    from PySide6.QtWidgets import QLineEdit

    filled(window)
    window.actions_["search"].trigger()
    box = window.findChild(QLineEdit, "search")
    assert box is not None, "no search box"
    box.setText("α")
    box.textEdited.emit("α")


# --- the pages --------------------------------------------------------------------------------------


def view(name: str) -> Callable[[Any], None]:
    return lambda window: window.open_view(name)


def issued(window: Any) -> None:
    from pictures import issue_invoice

    empty_document(window)
    issue_invoice(window)


def in_state(name: str) -> Callable[[Any], None]:
    """The receipt of the document issued before, as if it had come no further."""

    def opened(window: Any) -> None:
        from einvoice_desktop.domain.lifecycle import State

        row = window.office.the_desk.submissions()[-1]
        state = State[name]
        told = (
            {"message": "VatNumber EL094014201 is invalid", "reason": "refused"} if name == "REFUSED" else {}
        )
        page = window.book.page("receipt")
        window.open_view("receipt")
        page.show_submission(replace(row, state=state, receipt=None, **told))

    return opened


# --- the import -------------------------------------------------------------------------------------

IMPORTED = {
    "customers": (
        "Πελατολόγιο 2026\n"
        "Κωδικός;Επωνυμία;ΑΦΜ;ΔΟΥ;Διεύθυνση;Πόλη;Τ.Κ.;Τηλ.;Έκπτωση;Υπόλοιπο\n"
        f"00012;{LONG_NAME};094014201;ΦΑΕ Αθηνών;Σταδίου 5;Αθήνα;10431;2101234567;5;1.234,50\n"
        "00013;Άνθη Αιγαίου ΕΠΕ;123456789;Σύρου;Ερμού 3;Ερμούπολη;84100;2281012345;;0,00\n"
        "00014;;999999993;;;;;;;\n"
        "00015;Καφεκοπτείο «Η Ωραία» Α.Ε.;094014201;;Συγγρού 120;Αθήνα;11741;;δέκα;12\n"
    ),
    "documents": (
        "Παραστατικό;Τύπος;ΑΦΜ πελάτη;Επωνυμία πελάτη;Κωδικός;Περιγραφή;Ποσότητα;Τιμή;ΦΠΑ\n"
        "1;1.1;094014201;Παπαδόπουλος Α.Ε.;Α-1;Καφές;3;12,50;24%\n"
        "1;;;;;Μεταφορικά;1;1.234,50;13%\n"
        "2;ΤΠΥ;999999993;Άνθη Αιγαίου ΕΠΕ;;Υπηρεσία;ένα;100;24\n"
    ),
}


def importing(what: str, *, done: bool = False) -> Callable[[Any], Any]:
    """The window of an import with a file open in it, or past its end."""

    def opened(window: Any) -> Any:
        import tempfile

        from einvoice_desktop.gui.picture import settle

        window.actions_["import"].trigger()
        shown = newest_dialog()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "Αρχείο.csv"
            file.write_bytes(IMPORTED.get(what, "").encode("cp1253"))
            if what:
                shown.open_files([file])
            settle(window)
        if done:
            shown.go.click()
            settle(window)
        return shown

    return opened


# --- dialogs ----------------------------------------------------------------------------------------


def dialog(action: str) -> Callable[[Any], Any]:
    def opened(window: Any) -> Any:
        window.actions_[action].trigger()
        return newest_dialog()

    return opened


def crash(window: Any) -> Any:
    from einvoice_desktop.gui.crash import CrashDialog

    shown = CrashDialog("Traceback (most recent call last):\nValueError: example", parent=window)
    shown.show()
    return shown


def newest_dialog() -> Any:
    from PySide6.QtWidgets import QApplication, QDialog

    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert found, "no dialog"
    return found[-1]


def _screens() -> Iterator[Screen]:
    yield "compose-new", empty_document
    yield "compose", filled
    for place in (*range(1, 5), 6, 7):
        yield f"compose-tab{place}", tab(place)
    for name, opened in DOCUMENTS:
        yield f"document-{name}", opened
    yield "compose-large", large
    yield "compose-faulty", faulty
    yield "archive-empty", view("archive")
    yield "outbox-empty", view("outbox")
    yield "receipt-empty", view("receipt")
    yield "preview", preview
    yield "review", review
    yield "review-warnings", review_warnings
    yield "receipt-issued", issued
    for name in ("WAITING", "SENDING", "UNKNOWN", "REFUSED"):
        yield f"receipt-{name.lower()}", in_state(name)
    for name in ("drafts", "outbox", "archive", "samples"):
        yield name, view(name)
    yield from screens_of_cards()
    yield from screens_of_many()
    yield from screens_of_figures()
    yield "search", searched
    for name in ("settings", "about", "keys"):
        yield name, dialog(name)
    yield "import", importing("")
    yield "import-customers", importing("customers")
    yield "import-documents", importing("documents")
    yield "import-done", importing("customers", done=True)
    yield from screens_of_help()
    yield "crash", crash
    yield from screens_of_companies()
    yield from screens_of_backups()


SCREENS = tuple(_screens())
