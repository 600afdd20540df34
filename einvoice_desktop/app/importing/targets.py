"""What a column of a sheet can mean: a field of a customer, of an item, of a document and its lines.

A field goes by its JSON path in a document, of a line or an item by that of the first line. A few are no
fields of a document: `document` tells documents apart, a price with VAT becomes one without, `notes` and
`language` belong to cards alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Subject(Enum):
    """What a file holds."""

    CUSTOMERS = "customers"
    ITEMS = "items"
    DOCUMENTS = "documents"


class Sense(Enum):
    """How a cell is read. A CODE is one of a table: by its number or by its words."""

    TEXT = "text"
    NUMBER_TEXT = "number_text"
    VAT = "vat"
    WHOLE = "whole"
    AMOUNT = "amount"
    PERCENT = "percent"
    VAT_RATE = "vat_rate"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Target:
    """One meaning. `words`: how people head such a column; `table`: of a CODE; `limit`: characters that the
    authority takes (RULES 2)."""

    path: str
    words: tuple[str, ...]
    sense: Sense = Sense.TEXT
    table: str = ""
    limit: int = 0


DOCUMENT = "document"
NOTES = "notes"
LANGUAGE = "language"

_LINE = "details[0]."
_PARTY = "counterParty."
_ADDRESS = "counterParty.address."
_PAYMENT = "paymentDetails.paymentMethods[0].paymentMethodTypeCode"
DISCOUNT = "allowancesCharges[0].percentage"
PRICE, VAT_CATEGORY = f"{_LINE}unitPrice", f"{_LINE}vatCategoryCode"
GROSS_PRICE = f"{_LINE}grossPrice"


def _t(path: str, words: str, sense: Sense = Sense.TEXT, table: str = "", limit: int = 0) -> Target:
    return Target(path, tuple(word.strip() for word in words.split("|")), sense, table, limit)


_WHO = (
    _t(
        _PARTY + "vat",
        "ΑΦΜ|Α.Φ.Μ.|ΑΦΜ πελάτη|Αριθμός φορολογικού μητρώου|VAT|VAT number|VAT no|VAT ID|Tax ID|TIN|AFM|"
        "Tax number|VAT registration number|Customer VAT",
        Sense.VAT,
        limit=30,
    ),
    _t(
        _PARTY + "registeredName",
        "Επωνυμία|Επωνυμία πελάτη|Ονοματεπώνυμο|Επώνυμο|Πελάτης|Όνομα πελάτη|Όνομα|Εταιρεία|"
        "Επωνυμία εταιρείας|Πλήρης επωνυμία|Name|Company|Company name|Customer|Customer name|Registered name|"
        "Legal name|Full name|Client",
        limit=200,
    ),
    _t(_PARTY + "brandName", "Διακριτικός τίτλος|Δ.Τ.|Τίτλος|Brand|Brand name|Trade name|Trading name"),
    _t(
        _PARTY + "code",
        "Κωδικός πελάτη|Κωδ. πελάτη|Κωδ πελ|Customer code|Customer no|Customer ID|Client code|Account",
        Sense.NUMBER_TEXT,
    ),
    _t(
        _PARTY + "activities[0]",
        "Επάγγελμα|Δραστηριότητα|Επάγγελμα πελάτη|Activity|Profession|Occupation|Κλάδος",
    ),
    _t(_PARTY + "taxOffice", "ΔΟΥ|Δ.Ο.Υ.|Εφορία|ΔΟΥ πελάτη|Tax office|DOY|Tax authority"),
    _t(
        _ADDRESS + "street",
        "Διεύθυνση|Οδός|Διεύθυνση πελάτη|Οδός και αριθμός|Address|Street|Address 1|Street address",
        limit=150,
    ),
    _t(
        _ADDRESS + "number",
        "Αριθμός οδού|Αρ. οδού|Αριθμός διεύθυνσης|Street number|Street no|House number",
        Sense.NUMBER_TEXT,
    ),
    _t(_ADDRESS + "city", "Πόλη|Περιοχή|Πόλη πελάτη|Δήμος|City|Town", limit=150),
    _t(
        _ADDRESS + "postal",
        "ΤΚ|Τ.Κ.|Ταχ. κώδικας|Ταχυδρομικός κώδικας|Ταχ κωδ|Postal code|Postcode|Zip|Zip code|Post code",
        Sense.NUMBER_TEXT,
    ),
    _t(_ADDRESS + "countryCode", "Χώρα|Κωδικός χώρας|Country|Country code", Sense.CODE, "countries"),
    _t(_PARTY + "branchCode", "Υποκατάστημα|Αρ. υποκαταστήματος|Εγκατάσταση|Branch|Branch code", Sense.WHOLE),
)
"""Of the customer, on a card as on a document."""

CUSTOMER_TARGETS = (
    *_WHO,
    _t(
        _PARTY + "phones[0]",
        "Τηλέφωνο|Τηλ.|Τηλέφωνο 1|Τηλ 1|Σταθερό|Σταθερό τηλέφωνο|Phone|Telephone|Phone 1|Tel",
        Sense.NUMBER_TEXT,
    ),
    _t(
        _PARTY + "phones[1]",
        "Κινητό|Κινητό τηλέφωνο|Τηλέφωνο 2|Τηλ 2|Mobile|Mobile phone|Cell|Phone 2",
        Sense.NUMBER_TEXT,
    ),
    _t(_PARTY + "faxes[0]", "Φαξ|Fax", Sense.NUMBER_TEXT),
    _t(
        _PARTY + "emails[0]",
        "E-mail|Email|Mail|Ηλ. ταχυδρομείο|Ηλεκτρονικό ταχυδρομείο|Ηλ. διεύθυνση|E-mail address",
    ),
    _t(
        _PARTY + "contactPerson", "Υπεύθυνος|Επαφή|Υπεύθυνος επικοινωνίας|Contact|Contact person|Contact name"
    ),
    _t(
        _PARTY + "generalCommercialRegistryNumber",
        "ΓΕΜΗ|Γ.Ε.ΜΗ.|Αριθμός ΓΕΜΗ|Αρ. ΓΕΜΗ|GEMI|Registry number|Company number",
        Sense.NUMBER_TEXT,
    ),
    _t(_PARTY + "url", "Ιστοσελίδα|Site|Website|Web|Url"),
    _t(
        "invoiceTypeCode",
        "Τύπος παραστατικού|Είδος παραστατικού|Document type|Invoice type",
        Sense.CODE,
        "provider_types",
    ),
    _t("series", "Σειρά|Series"),
    _t(
        _PAYMENT,
        "Τρόπος πληρωμής|Πληρωμή|Payment|Payment method|Way of payment",
        Sense.CODE,
        "payment_methods",
    ),
    _t(DISCOUNT, "Έκπτωση|Έκπτωση %|% έκπτωσης|Έκπτ. %|Discount|Discount %|Disc %", Sense.PERCENT),
    _t(
        _LINE + "vatCategoryCode",
        "Κατηγορία ΦΠΑ|ΦΠΑ|ΦΠΑ %|Συντελεστής ΦΠΑ|VAT rate|VAT %|VAT category",
        Sense.VAT_RATE,
    ),
    _t(
        _LINE + "vatExemptionCategoryCode",
        "Αιτία απαλλαγής|Απαλλαγή ΦΠΑ|Απαλλαγή|Exemption|VAT exemption|Exemption reason",
        Sense.CODE,
        "vat_exemptions",
    ),
    _t(LANGUAGE, "Γλώσσα|Language", Sense.CODE, "languages"),
    _t(NOTES, "Παρατηρήσεις|Σχόλια|Σημειώσεις|Notes|Remarks|Comments|Comment"),
)

_WHAT = (
    _t(
        _LINE + "code",
        "Κωδικός|Κωδ.|Κωδικός είδους|Κωδ. είδους|Κωδικός προϊόντος|Κωδικός υπηρεσίας|Code|Item code|Item no|"
        "Product code|SKU|Item ID",
        Sense.NUMBER_TEXT,
        limit=50,
    ),
    _t(
        _LINE + "descriptions[0]",
        "Περιγραφή|Περιγραφή είδους|Είδος|Ονομασία|Όνομα είδους|Προϊόν|Υπηρεσία|Αιτιολογία|Description|Item|"
        "Item name|Product|Product name|Service|Item description",
        limit=300,
    ),
    _t(
        _LINE + "measurementUnitCode",
        "Μονάδα|Μ.Μ.|Μον.|Μονάδα μέτρησης|Μον. μέτρησης|Unit|Unit of measure|Unit of measurement|UoM|U.M.",
        Sense.CODE,
        "units",
    ),
    _t(
        _LINE + "unitPrice",
        "Τιμή|Τιμή μονάδας|Τιμή μον.|Τιμή πώλησης|Τιμή χονδρικής|Χονδρική|Τιμή χωρίς ΦΠΑ|Καθαρή τιμή|Price|"
        "Unit price|Net price|Sales price|Wholesale price|Price excl. VAT",
        Sense.AMOUNT,
    ),
    _t(
        GROSS_PRICE,
        "Τιμή με ΦΠΑ|Τιμή λιανικής|Λιανική|Λιανική τιμή|Τιμή μονάδας με ΦΠΑ|Τιμή πώλησης με ΦΠΑ|"
        "Price incl. VAT|Price with VAT|Gross price|Retail price|Retail",
        Sense.AMOUNT,
    ),
    _t(
        _LINE + DISCOUNT,
        "Έκπτωση|Έκπτωση %|% έκπτωσης|Έκπτ. %|Έκπτ.|Discount|Discount %|Disc %|Disc.",
        Sense.PERCENT,
    ),
    _t(
        _LINE + "vatCategoryCode",
        "ΦΠΑ|Φ.Π.Α.|ΦΠΑ %|Φ.Π.Α. %|Συντελεστής ΦΠΑ|Κατηγορία ΦΠΑ|Ποσοστό ΦΠΑ|Συντ. ΦΠΑ|VAT|VAT %|"
        "VAT rate|VAT category|Tax rate",
        Sense.VAT_RATE,
    ),
    _t(
        _LINE + "vatExemptionCategoryCode",
        "Αιτία απαλλαγής|Απαλλαγή ΦΠΑ|Απαλλαγή|Αιτία απαλλαγής ΦΠΑ|Exemption|VAT exemption|Exemption reason",
        Sense.CODE,
        "vat_exemptions",
    ),
    _t(
        _LINE + "incomeClassification.classificationCategoryCode",
        "Χαρακτηρισμός|Κατηγορία χαρακτηρισμού|Χαρακτηρισμός εσόδων|Classification|Classification category",
        Sense.CODE,
        "income_categories",
    ),
    _t(
        _LINE + "incomeClassification.classificationTypeCode",
        "Ε3|Κωδικός Ε3|Τύπος χαρακτηρισμού|E3|E3 code|Classification type",
        Sense.CODE,
        "income_types",
    ),
)
"""Of a line, and of the item that it becomes."""

ITEM_TARGETS = (
    *_WHAT,
    _t(_LINE + "descriptions[1]", "Περιγραφή 2|Δεύτερη περιγραφή|Ξενόγλωσση περιγραφή|Description 2"),
    _t(_LINE + "quantity", "Ποσότητα|Συνήθης ποσότητα|Quantity|Default quantity|Qty", Sense.AMOUNT),
    _t(_LINE + "taricNo", "TARIC|Κωδικός TARIC|Taric code", Sense.NUMBER_TEXT),
    _t(_LINE + "cpvCode", "CPV|Κωδικός CPV|CPV code", Sense.NUMBER_TEXT),
    _t(NOTES, "Παρατηρήσεις|Σχόλια|Σημειώσεις|Notes|Remarks|Comments|Comment"),
)

DOCUMENT_TARGETS = (
    _t(
        DOCUMENT,
        "Παραστατικό|Αριθμός παραστατικού|Αρ. παραστατικού|Αριθμός|Αρ.|Α/Α παραστατικού|Αριθμός τιμολογίου|"
        "Αρ. τιμολογίου|Τιμολόγιο|Document|Document no|Document number|Invoice|Invoice no|Invoice number|"
        "Number|No",
        Sense.NUMBER_TEXT,
    ),
    _t(
        "invoiceTypeCode",
        "Τύπος|Τύπος παραστατικού|Είδος παραστατικού|Document type|Invoice type|Type",
        Sense.CODE,
        "provider_types",
    ),
    _t("series", "Σειρά|Series"),
    *_WHO,
    *_WHAT,
    _t(_LINE + "quantity", "Ποσότητα|Ποσ.|Τεμάχια|Τεμ.|Quantity|Qty|Pieces", Sense.AMOUNT),
    _t(
        _LINE + "netTotal",
        "Καθαρή αξία|Αξία|Καθαρό ποσό|Καθαρό|Ποσό|Net|Net value|Net amount|Net total|Amount",
        Sense.AMOUNT,
    ),
    _t(_LINE + "remarks", "Παρατηρήσεις γραμμής|Σχόλια γραμμής|Line remarks|Line notes", limit=150),
    _t(
        _PAYMENT,
        "Τρόπος πληρωμής|Πληρωμή|Payment|Payment method|Way of payment",
        Sense.CODE,
        "payment_methods",
    ),
    _t("currencyCode", "Νόμισμα|Currency", Sense.CODE, "currencies"),
    _t("miscellaneousData.comments1", "Παρατηρήσεις|Σχόλια|Notes|Remarks|Comments|Comment"),
)

TARGETS: Mapping[Subject, tuple[Target, ...]] = {
    Subject.CUSTOMERS: CUSTOMER_TARGETS,
    Subject.ITEMS: ITEM_TARGETS,
    Subject.DOCUMENTS: DOCUMENT_TARGETS,
}


def target_of(subject: Subject, path: str) -> Target | None:
    """The meaning that goes by `path`; None for "" and for one that the subject has not."""
    return next((target for target in TARGETS[subject] if target.path == path), None)


def is_of_line(path: str) -> bool:
    """Whether each row of a document has its own."""
    return path.startswith(_LINE)
