"""How spreadsheets head the columns that the tables here have, beside our own titles; by a column's title."""

from __future__ import annotations

HEADER_WORDS: dict[str, tuple[str, ...]] = {
    "Code": ("Κωδ.", "Κωδικός", "Κωδικός είδους", "Item code", "SKU", "Item no", "Product code"),
    "Description": ("Περιγραφή", "Περιγραφή είδους", "Είδος", "Όνομα", "Item", "Product", "Name", "Text"),
    "Unit": ("Μονάδα", "Μον.", "Μ.Μ.", "Μονάδα μέτρησης", "Unit of measurement", "UoM"),
    "Qty": ("Ποσ.", "Ποσότητα", "Τεμ.", "Τεμάχια", "Quantity", "Pieces"),
    "Price": ("Τιμή", "Τιμή μονάδας", "Τιμή μον.", "Unit price", "Price each"),
    "Disc.%": ("Έκπ.%", "Έκπτωση %", "Έκπτ. %", "% έκπτωση", "% έκπτωσης", "Discount %", "Disc %"),
    "Discount": ("Έκπτωση", "Ποσό έκπτωσης", "Discount amount"),
    "VAT": ("Φ.Π.Α.", "ΦΠΑ %", "Συντελεστής ΦΠΑ", "Κατηγορία ΦΠΑ", "VAT %", "VAT rate", "VAT category"),
    "Reason": ("Αιτία απαλλαγής", "Απαλλαγή", "Exemption"),
    "Class": ("Χαρακτηρισμός", "Κατηγορία χαρακτηρισμού", "Classification"),
    "E3": ("Ε3", "Τύπος χαρακτηρισμού", "Classification type"),
    "Net": ("Καθαρή αξία", "Καθαρή", "Αξία", "Net value", "Net amount"),
    "VAT amount": ("Ποσό ΦΠΑ", "Αξία ΦΠΑ"),
    "Total": ("Σύνολο", "Συνολική αξία", "Total value", "Gross"),
    "Tax": ("Φόρος", "Είδος φόρου"),
    "Category": ("Κατηγορία",),
    "On the amount": ("Επί ποσού", "Υποκείμενη αξία", "Base"),
    "Tax amount": ("Ποσό φόρου",),
    "Way of payment": ("Τρόπος πληρωμής", "Payment method"),
    "Amount": ("Ποσό",),
    "Text on paper": ("Κείμενο",),
    "Remarks": ("Παρατηρήσεις", "Σχόλια", "Notes"),
}
