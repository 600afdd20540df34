"""The titles of exported tables and their few words, in Greek and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.ports.tables import CellKind, TableColumn

WORDS: Mapping[str, tuple[str, str]] = {
    # documents
    "documents": ("Παραστατικά", "Documents"),
    "date": ("Ημερομηνία", "Date"),
    "type": ("Τύπος", "Type"),
    "type_name": ("Είδος παραστατικού", "Document type"),
    "series": ("Σειρά", "Series"),
    "number": ("Αριθμός", "Number"),
    "customer": ("Πελάτης", "Customer"),
    "vat_number": ("ΑΦΜ πελάτη", "Customer VAT No."),
    "issuer_vat": ("ΑΦΜ εκδότη", "Issuer VAT No."),
    "branch": ("Υποκατάστημα", "Branch"),
    "currency": ("Νόμισμα", "Currency"),
    "net": ("Καθαρή αξία", "Net"),
    "vat": ("ΦΠΑ", "VAT"),
    "withheld": ("Παρακράτηση", "Withheld"),
    "fees": ("Τέλη", "Fees"),
    "stamp_duty": ("Ψηφιακό τέλος", "Digital fee"),
    "other_taxes": ("Λοιποί φόροι", "Other taxes"),
    "deductions": ("Κρατήσεις", "Deductions"),
    "gross": ("Συνολική αξία", "Total"),
    "payable": ("Πληρωτέο", "To pay"),
    "sign": ("Πρόσημο τζίρου", "Sign in turnover"),
    "state": ("Κατάσταση", "State"),
    "mark": ("ΜΑΡΚ", "MARK"),
    "uid": ("UID", "UID"),
    "authentication_code": ("Κωδικός αυθεντικοποίησης", "Authentication code"),
    "url": ("Διεύθυνση", "Address"),
    "waiting": ("Σε αναμονή", "Waiting"),
    "sending": ("Αποστέλλεται", "Sending"),
    "unknown": ("Άγνωστη έκβαση", "Outcome unknown"),
    "issued": ("Εκδόθηκε", "Issued"),
    "refused": ("Απορρίφθηκε", "Refused"),
    "cancelled": ("Ακυρώθηκε", "Cancelled"),
    # figures
    "practice": ("ΕΞΑΣΚΗΣΗ", "PRACTICE"),
    "uat": ("ΔΟΚΙΜΗ", "TRIAL"),
    "figures": ("Σύνολα", "Totals"),
    "what": ("Στοιχείο", "Figure"),
    "amount": ("Ποσό", "Amount"),
    "span": ("Περίοδος", "Period"),
    "before": ("Προηγούμενη περίοδος", "Period before"),
    "year_before": ("Ένα έτος πριν", "A year before"),
    "count": ("Πλήθος", "Documents"),
    "credits": ("από τα οποία πιστωτικά", "credits among them"),
    "too_large": ("Δεν προστέθηκαν, με υπερβολικά ποσά", "Not added, with amounts that are too large"),
    "by_vat": ("ΦΠΑ ανά συντελεστή", "VAT by rate"),
    "vat_category": ("Κατηγορία ΦΠΑ", "VAT category"),
    "exemption": ("Αιτία εξαίρεσης", "Reason of exemption"),
    "by_customer": ("Ανά πελάτη", "By customer"),
    "by_type": ("Ανά τύπο", "By type"),
    "by_day": ("Ανά ημέρα", "By day"),
    "by_month": ("Ανά μήνα", "By month"),
    "month": ("Μήνας", "Month"),
    "rest": ("Λοιποί", "All others"),
    "retail": ("Χωρίς στοιχεία πελάτη", "No customer named"),
    "in_turnover": ("Στον τζίρο", "In the turnover"),
    "yes": ("ναι", "yes"),
    "no": ("όχι", "no"),
    # customers and items
    "customers": ("Πελάτες", "Customers"),
    "name": ("Επωνυμία", "Name"),
    "brand": ("Διακριτικός τίτλος", "Trade name"),
    "card_vat": ("ΑΦΜ", "VAT No."),
    "tax_office": ("ΔΟΥ", "Tax office"),
    "activity": ("Επάγγελμα", "Activity"),
    "code": ("Κωδικός", "Code"),
    "street": ("Οδός", "Street"),
    "street_number": ("Αριθμός οδού", "Street number"),
    "postal_code": ("ΤΚ", "Postal code"),
    "city": ("Πόλη", "City"),
    "country": ("Χώρα", "Country"),
    "phones": ("Τηλέφωνα", "Phones"),
    "emails": ("E-mail", "E-mail"),
    "notes": ("Σημειώσεις", "Notes"),
    "items": ("Είδη", "Items"),
    "description": ("Περιγραφή", "Description"),
    "unit": ("Μονάδα μέτρησης", "Unit"),
    "price": ("Τιμή μονάδας", "Unit price"),
}


def word(key: str, language: Language) -> str:
    """A word in the language."""
    return WORDS[key][language == "en"]


def columns_of(told: Sequence[tuple[str, CellKind]], language: Language) -> tuple[TableColumn, ...]:
    """Columns by the keys of their titles."""
    return tuple(TableColumn(word(key, language), kind) for key, kind in told)
