"""What the meanings of columns are called, and what becomes of a row, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.importing.plan import RowPlan, Verdict
from einvoice_desktop.app.importing.targets import TARGETS, Subject
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.app.importing.cells import Note
    from einvoice_desktop.gui.office import Office

CONTEXT = "Importing"
_LINE = "details[0]."

_TITLES = {
    "document": QT_TRANSLATE_NOOP("Importing", "Which document"),
    "counterParty.vat": QT_TRANSLATE_NOOP("Importing", "VAT number"),
    "counterParty.registeredName": QT_TRANSLATE_NOOP("Importing", "Name"),
    "counterParty.brandName": QT_TRANSLATE_NOOP("Importing", "Brand name"),
    "counterParty.code": QT_TRANSLATE_NOOP("Importing", "Customer's code"),
    "counterParty.activities[0]": QT_TRANSLATE_NOOP("Importing", "Activity"),
    "counterParty.taxOffice": QT_TRANSLATE_NOOP("Importing", "Tax office"),
    "counterParty.address.street": QT_TRANSLATE_NOOP("Importing", "Street"),
    "counterParty.address.number": QT_TRANSLATE_NOOP("Importing", "Street number"),
    "counterParty.address.city": QT_TRANSLATE_NOOP("Importing", "City"),
    "counterParty.address.postal": QT_TRANSLATE_NOOP("Importing", "Postal code"),
    "counterParty.address.countryCode": QT_TRANSLATE_NOOP("Importing", "Country"),
    "counterParty.branchCode": QT_TRANSLATE_NOOP("Importing", "Branch"),
    "counterParty.phones[0]": QT_TRANSLATE_NOOP("Importing", "Phone"),
    "counterParty.phones[1]": QT_TRANSLATE_NOOP("Importing", "Second phone"),
    "counterParty.faxes[0]": QT_TRANSLATE_NOOP("Importing", "Fax"),
    "counterParty.emails[0]": QT_TRANSLATE_NOOP("Importing", "E-mail"),
    "counterParty.contactPerson": QT_TRANSLATE_NOOP("Importing", "Contact person"),
    "counterParty.generalCommercialRegistryNumber": QT_TRANSLATE_NOOP("Importing", "GEMI number"),
    "counterParty.url": QT_TRANSLATE_NOOP("Importing", "Web page"),
    "invoiceTypeCode": QT_TRANSLATE_NOOP("Importing", "Document type"),
    "series": QT_TRANSLATE_NOOP("Importing", "Series"),
    "currencyCode": QT_TRANSLATE_NOOP("Importing", "Currency"),
    "paymentDetails.paymentMethods[0].paymentMethodTypeCode": QT_TRANSLATE_NOOP(
        "Importing", "Way of payment"
    ),
    "allowancesCharges[0].percentage": QT_TRANSLATE_NOOP("Importing", "Discount %"),
    "language": QT_TRANSLATE_NOOP("Importing", "Language of the paper"),
    "notes": QT_TRANSLATE_NOOP("Importing", "Notes"),
    "miscellaneousData.comments1": QT_TRANSLATE_NOOP("Importing", "Remarks"),
    "details[0].code": QT_TRANSLATE_NOOP("Importing", "Item's code"),
    "details[0].descriptions[0]": QT_TRANSLATE_NOOP("Importing", "Description"),
    "details[0].descriptions[1]": QT_TRANSLATE_NOOP("Importing", "Second description"),
    "details[0].measurementUnitCode": QT_TRANSLATE_NOOP("Importing", "Unit"),
    "details[0].quantity": QT_TRANSLATE_NOOP("Importing", "Quantity"),
    "details[0].unitPrice": QT_TRANSLATE_NOOP("Importing", "Price without VAT"),
    "details[0].grossPrice": QT_TRANSLATE_NOOP("Importing", "Price with VAT"),
    "details[0].netTotal": QT_TRANSLATE_NOOP("Importing", "Net amount"),
    "details[0].allowancesCharges[0].percentage": QT_TRANSLATE_NOOP("Importing", "Discount %"),
    "details[0].vatCategoryCode": QT_TRANSLATE_NOOP("Importing", "VAT"),
    "details[0].vatExemptionCategoryCode": QT_TRANSLATE_NOOP("Importing", "VAT exemption"),
    "details[0].incomeClassification.classificationCategoryCode": QT_TRANSLATE_NOOP(
        "Importing", "Classification"
    ),
    "details[0].incomeClassification.classificationTypeCode": QT_TRANSLATE_NOOP("Importing", "E3 type"),
    "details[0].taricNo": QT_TRANSLATE_NOOP("Importing", "TARIC"),
    "details[0].cpvCode": QT_TRANSLATE_NOOP("Importing", "CPV"),
    "details[0].remarks": QT_TRANSLATE_NOOP("Importing", "Remarks of the line"),
}
_VERDICTS = {
    Verdict.NEW: QT_TRANSLATE_NOOP("Importing", "New"),
    Verdict.CHANGES: QT_TRANSLATE_NOOP("Importing", "Changes what is there"),
    Verdict.SAME: QT_TRANSLATE_NOOP("Importing", "Is there already, the same"),
    Verdict.LEFT: QT_TRANSLATE_NOOP("Importing", "Is there already, stays as it is"),
    Verdict.FAULTY: QT_TRANSLATE_NOOP("Importing", "Faulty, is left out"),
    Verdict.TOTALS: QT_TRANSLATE_NOOP("Importing", "Totals, are left out"),
}
_CARRIED_OUT = {
    Verdict.NEW: QT_TRANSLATE_NOOP("Importing", "Added"),
    Verdict.CHANGES: QT_TRANSLATE_NOOP("Importing", "Changed"),
    Verdict.SAME: QT_TRANSLATE_NOOP("Importing", "Was there already, the same"),
    Verdict.LEFT: QT_TRANSLATE_NOOP("Importing", "Was there already, stayed as it was"),
    Verdict.FAULTY: QT_TRANSLATE_NOOP("Importing", "Faulty, left out"),
    Verdict.TOTALS: QT_TRANSLATE_NOOP("Importing", "Totals, left out"),
}
_COUNTS = {
    Verdict.NEW: QT_TRANSLATE_NOOP("Importing", "new: {0}"),
    Verdict.CHANGES: QT_TRANSLATE_NOOP("Importing", "changed: {0}"),
    Verdict.SAME: QT_TRANSLATE_NOOP("Importing", "the same: {0}"),
    Verdict.LEFT: QT_TRANSLATE_NOOP("Importing", "left as they are: {0}"),
    Verdict.FAULTY: QT_TRANSLATE_NOOP("Importing", "faulty: {0}"),
    Verdict.TOTALS: QT_TRANSLATE_NOOP("Importing", "rows of totals: {0}"),
}
_SUBJECTS = {
    Subject.CUSTOMERS: QT_TRANSLATE_NOOP("Importing", "Customers"),
    Subject.ITEMS: QT_TRANSLATE_NOOP("Importing", "Items"),
    Subject.DOCUMENTS: QT_TRANSLATE_NOOP("Importing", "Documents (a row for each line)"),
}
ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1253": QT_TRANSLATE_NOOP("Importing", "Greek, Windows (1253)"),
    "iso-8859-7": QT_TRANSLATE_NOOP("Importing", "Greek, ISO 8859-7"),
    "utf-16": "UTF-16",
    "cp737": QT_TRANSLATE_NOOP("Importing", "Greek, DOS (737)"),
    "cp1252": QT_TRANSLATE_NOOP("Importing", "Western, Windows (1252)"),
}
SEPARATORS = {
    ";": QT_TRANSLATE_NOOP("Importing", "Semicolon ;"),
    ",": QT_TRANSLATE_NOOP("Importing", "Comma ,"),
    "\t": QT_TRANSLATE_NOOP("Importing", "Tab"),
    "|": QT_TRANSLATE_NOOP("Importing", "Bar |"),
}


def say(source: str) -> str:
    """In the language of the day."""
    return QCoreApplication.translate(CONTEXT, source)


def subject_words(subject: Subject) -> str:
    """What a file holds."""
    return say(_SUBJECTS[subject])


def meaning_rows(subject: Subject) -> list[tuple[str, str]]:
    """What a column can mean: paths and their names."""
    nothing = QCoreApplication.translate("Importing", "– not imported –")
    return [("", nothing), *((target.path, meaning(target.path)) for target in TARGETS[subject])]


def meaning(path: str) -> str:
    """The name of one meaning."""
    known = _TITLES.get(path)
    return say(known) if known else path


def verdict_words(verdict: Verdict, *, done: bool = False) -> str:
    """What becomes of a row, or became of it."""
    return say((_CARRIED_OUT if done else _VERDICTS)[verdict])


def counts_words(counts: Mapping[Verdict, int]) -> str:
    """How many of each there are."""
    return " · ".join(
        say(_COUNTS[v]).format(f"{counts[v]:,}".replace(",", ".")) for v in Verdict if counts.get(v)
    )


def note_words(note: Note, office: Office) -> str:
    """What is said of one cell, with the name of its column."""
    sentence = office.sentence(note.code, note.params)
    return f"{place_words(note.path)}: {sentence}" if note.path else sentence


def place_words(path: str) -> str:
    """Where in a document or a sheet."""
    if path in _TITLES:
        return meaning(path)
    from einvoice_desktop.gui.compose.field_names import spoken_path

    return spoken_path(path)


def notes_words(notes: Iterable[Note], office: Office) -> str:
    """All that is said of a row, faults first."""
    ordered: Sequence[Note] = sorted(notes, key=lambda note: not note.is_fault)
    return " ".join(note_words(note, office) for note in ordered)


def row_words(row: RowPlan, office: Office) -> str:
    """What becomes of a row, and why."""
    told = verdict_words(row.verdict)
    if row.group:
        document = QCoreApplication.translate("Importing", "Document {0}").format(row.group)
        told = f"{document} · {told}"
    notes = notes_words(row.notes, office)
    return f"{told} – {notes}" if notes else told
