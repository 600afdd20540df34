"""The words of the paper in Greek and English. They are not the window's: paper speaks to the other side."""

from __future__ import annotations

from collections.abc import Mapping

from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.paper.content import Term

WORDS: Mapping[str, tuple[str, str]] = {
    # head
    "series": ("Σειρά", "Series"),
    "number": ("Αριθμός", "Number"),
    "date": ("Ημερομηνία", "Date"),
    "time": ("Ώρα", "Time"),
    "given_at_issue": ("δίδεται στην έκδοση", "given at issue"),
    "delivery_note": ("Δελτίο Αποστολής", "Delivery Note"),
    "document": ("Παραστατικό", "Document"),
    # parties
    "issuer": ("Εκδότης", "Issuer"),
    "customer": ("Πελάτης", "Customer"),
    "supplier": ("Αντισυμβαλλόμενος", "Counterparty"),
    "recipient": ("Παραλήπτης", "Recipient"),
    "billing_contractor": ("Υπόχρεος πληρωμής", "Billed to"),
    "originator": ("Εντολέας", "Originator"),
    "sender": ("Αποστολέας", "Sender"),
    "on_behalf_of": ("Για λογαριασμό", "On behalf of"),
    "transporter": ("Μεταφορέας", "Carrier"),
    "vat_mediator": ("Μεσάζων ΦΠΑ", "VAT intermediary"),
    "seller": ("Πωλητής", "Seller"),
    "buyer": ("Αγοραστής", "Buyer"),
    "related": ("Συσχετιζόμενη οντότητα", "Related entity"),
    "retail_customer": ("Πελάτης λιανικής", "Retail customer"),
    "vat_number": ("ΑΦΜ", "VAT No."),
    "tax_office": ("ΔΟΥ", "Tax office"),
    "registry": ("Αρ. ΓΕΜΗ", "GEMI No."),
    "branch": ("Υποκατάστημα", "Branch"),
    "phone": ("Τηλ.", "Tel."),
    "fax": ("Fax", "Fax"),
    "contact": ("Υπόψη", "Attn."),
    "party_code": ("Κωδικός", "Code"),
    "identity": ("Ταυτότητα", "Identity"),
    "tax_representative": ("Φορολογικός αντιπρόσωπος", "Tax representative"),
    # references
    "order": ("Παραγγελία", "Order"),
    "reference": ("Αναφορά", "Reference"),
    "contract": ("Σύμβαση", "Contract"),
    "table": ("Τραπέζι", "Table"),
    "related_documents": ("Σχετικά παραστατικά", "Related documents"),
    "correlated_marks": ("Συσχετιζόμενα ΜΑΡΚ", "Correlated MARKs"),
    "delivery_marks": ("ΜΑΡΚ δελτίων αποστολής", "Delivery note MARKs"),
    "special_category": ("Ειδική κατηγορία", "Special category"),
    "vat_point": ("Χρόνος φορολογικής υποχρέωσης", "Date of supply"),
    "authority_code": ("Αναθέτουσα αρχή", "Contracting authority"),
    "contract_reference": ("ΑΔΑΜ", "ADAM"),
    "currency": ("Νόμισμα", "Currency"),
    "exchange_rate": ("Ισοτιμία", "Exchange rate"),
    "amounts_in": ("Ποσά σε", "Amounts in"),
    "vat_currency": ("Νόμισμα ΦΠΑ", "VAT currency"),
    "contract_number": ("Αριθμός σύμβασης", "Contract number"),
    "budget": ("Προϋπολογισμός", "Budget"),
    "web_post": ("ΑΔΑ", "Publication (ADA)"),
    "funding": ("Συγχρηματοδότηση", "Co-funding"),
    "internal_id": ("Εσωτερικός κωδικός", "Internal ID"),
    "salesman": ("Πωλητής", "Salesperson"),
    "lot": ("Παρτίδα", "Lot"),
    # movement
    "movement": ("Διακίνηση", "Movement of goods"),
    "move_purpose": ("Σκοπός διακίνησης", "Purpose of movement"),
    "dispatch": ("Έναρξη αποστολής", "Dispatch"),
    "delivery_date": ("Ημερομηνία παράδοσης", "Delivery date"),
    "vehicle": ("Αρ. οχήματος", "Vehicle"),
    "shipping": ("Τρόπος αποστολής", "Shipping method"),
    "transport": ("Μέσο μεταφοράς", "Means of transport"),
    "origin": ("Τόπος φόρτωσης", "Place of loading"),
    "destination": ("Τόπος παράδοσης", "Place of delivery"),
    "packages": ("Δέματα", "Packages"),
    "total_quantity": ("Συνολική ποσότητα", "Total quantity"),
    "gross_weight": ("Μικτό βάρος", "Gross weight"),
    "volume": ("Όγκος", "Volume"),
    "packing": ("Συσκευασία", "Packaging"),
    "bill_of_lading": ("Φορτωτική", "Bill of lading"),
    # the table of lines
    "line_number": ("Α/Α", "#"),
    "code": ("Κωδικός", "Code"),
    "description": ("Περιγραφή", "Description"),
    "unit": ("Μ.Μ.", "Unit"),
    "quantity": ("Ποσότητα", "Quantity"),
    "price": ("Τιμή μονάδας", "Unit price"),
    "discount": ("Έκπτωση", "Discount"),
    "net": ("Καθαρή αξία", "Net"),
    "rate": ("ΦΠΑ %", "VAT %"),
    "vat": ("ΦΠΑ", "VAT"),
    "total": ("Σύνολο", "Total"),
    "carried": ("Σε μεταφορά", "Carried forward"),
    "brought": ("Από μεταφορά", "Brought forward"),
    "informative": ("Πληροφοριακή γραμμή – δεν αθροίζεται", "Informative line – not in the totals"),
    "charge": ("Επιβάρυνση", "Charge"),
    "fuel": ("Καύσιμο", "Fuel"),
    "quantity_15": ("Ποσότητα στους 15 °C", "Quantity at 15 °C"),
    "density": ("Πυκνότητα", "Density"),
    "temperature": ("Θερμοκρασία", "Temperature"),
    "container": ("Δεξαμενή", "Tank"),
    "cpv": ("CPV", "CPV"),
    "serial_numbers": ("Σειριακοί αριθμοί", "Serial numbers"),
    "pieces_of_other": ("Άλλη μονάδα", "Other unit"),
    # units, short
    "unit_1": ("τεμ.", "pcs"),
    "unit_2": ("κιλά", "kg"),
    "unit_3": ("λίτρα", "L"),
    "unit_4": ("μέτρα", "m"),
    "unit_5": ("τ.μ.", "m²"),
    "unit_6": ("κ.μ.", "m³"),
    "unit_7": ("τεμ.", "pcs"),
    # totals
    "vat_analysis": ("Ανάλυση ΦΠΑ", "VAT analysis"),
    "base": ("Καθαρή αξία", "Net"),
    "no_vat": ("Χωρίς ΦΠΑ", "No VAT"),
    "taxes": ("Φόροι, εκπτώσεις και κρατήσεις", "Taxes, discounts and deductions"),
    "before_discounts": ("Αξία προ εκπτώσεων", "Before discounts"),
    "allowances": ("Εκπτώσεις", "Discounts"),
    "charges": ("Επιβαρύνσεις", "Charges"),
    "sum_net": ("Καθαρή αξία", "Net value"),
    "sum_vat": ("ΦΠΑ", "VAT"),
    "sum_with_vat": ("Σύνολο με ΦΠΑ", "Total with VAT"),
    "withheld": ("Παρακρατούμενος φόρος", "Withheld tax"),
    "fees": ("Τέλη", "Fees"),
    "stamp_duty": ("Ψηφιακό τέλος συναλλαγής", "Digital transaction fee"),
    "other_taxes": ("Λοιποί φόροι", "Other taxes"),
    "deductions": ("Κρατήσεις", "Deductions"),
    "of_which_returned": ("Από τα οποία επιστροφές", "Of which returned"),
    "sum_foreign": ("Σύνολο στο νόμισμα του παραστατικού", "Total in the document's currency"),
    "payable": ("Πληρωτέο ποσό", "Amount payable"),
    "credited": ("Πιστωτικό ποσό", "Amount credited"),
    "shared_discounts": (
        "Στην καθαρή αξία των γραμμών έχουν επιμεριστεί οι εκπτώσεις και επιβαρύνσεις του παραστατικού.",
        "The lines' net values already contain their share of the document's discounts and charges.",
    ),
    # payment
    "payments": ("Τρόπος πληρωμής", "Payment"),
    "tip": ("φιλοδώρημα", "tip"),
    "transaction": ("συναλλαγή", "transaction"),
    "terminal": ("τερματικό", "terminal"),
    "payment_terms": ("Όροι πληρωμής", "Payment terms"),
    "due": ("Λήξη", "Due"),
    "previous_balance": ("Προηγούμενο υπόλοιπο", "Previous balance"),
    "new_balance": ("Νέο υπόλοιπο", "New balance"),
    "banks": ("Τραπεζικοί λογαριασμοί", "Bank accounts"),
    "card_line": ("Κάρτα", "Card"),
    "cash_line": ("Μετρητά", "Cash"),
    "cheque_line": ("Επιταγή", "Cheque"),
    "voucher_line": ("Διατακτική", "Voucher"),
    "remittance_line": ("Έμβασμα", "Remittance"),
    "remarks": ("Παρατηρήσεις", "Remarks"),
    "accompanying_text": ("Συνοδευτικό κείμενο", "Accompanying text"),
    # words that the law asks for
    "self_billing": ("Αυτοτιμολόγηση", "Self-billing"),
    "reverse_charge": ("Αντίστροφη επιβάρυνση", "Reverse charge"),
    "margin_travel": (
        "Καθεστώς περιθωρίου – Ταξιδιωτικά πρακτορεία",
        "Margin scheme – Travel agents",
    ),
    "margin_used_goods": (
        "Καθεστώς περιθωρίου – Μεταχειρισμένα αγαθά, έργα τέχνης, συλλεκτικά και αρχαιολογικά αντικείμενα",
        "Margin scheme – Second-hand goods, works of art, collectors' items and antiques",
    ),
    "margin_auctions": (
        "Καθεστώς περιθωρίου – Πωλήσεις σε δημοπρασία",
        "Margin scheme – Sales by public auction",
    ),
    "vat_suspension": ("Αναστολή καταβολής ΦΠΑ", "VAT payment suspended"),
    "order_slip": (
        "Το παρόν δεν αποτελεί φορολογική απόδειξη",
        "This is not a tax receipt",
    ),
    "third_parties": ("Είσπραξη για λογαριασμό τρίτων", "Collection on behalf of third parties"),
    "delayed_1": (
        "Απώλεια Διασύνδεσης Οντότητας - Παρόχου (Transmission Failure_1)",
        "Entity unable to communicate with the provider (Transmission Failure_1)",
    ),
    "delayed_2": (
        "Απώλεια Διασύνδεσης Παρόχου - ΑΑΔΕ (Transmission Failure_2)",
        "Inability of provider to communicate with myDATA (Transmission Failure_2)",
    ),
    # marks and states
    "mark": ("ΜΑΡΚ", "MARK"),
    "uid": ("UID", "UID"),
    "authentication_code": ("Κωδικός αυθεντικοποίησης", "Authentication code"),
    "provider": ("Πάροχος", "Provider"),
    "address": ("Διεύθυνση επαλήθευσης", "Verification address"),
    "state_draft": (
        "Προσχέδιο – δεν έχει εκδοθεί και δεν έχει διαβιβαστεί",
        "Draft – neither issued nor transmitted",
    ),
    "state_waiting": (
        "Δεν έχει εκδοθεί ακόμη – αναμένει αποστολή",
        "Not issued yet – waiting to be sent",
    ),
    "state_sending": (
        "Δεν έχει εκδοθεί ακόμη – η αποστολή είναι σε εξέλιξη",
        "Not issued yet – being sent",
    ),
    "state_unknown": (
        "Δεν είναι ακόμη γνωστό αν εκδόθηκε – αναμένεται απάντηση του παρόχου",
        "Not known yet whether it was issued – awaiting the provider's answer",
    ),
    "state_refused": (
        "Δεν εκδόθηκε – ο πάροχος το απέρριψε",
        "Not issued – refused by the provider",
    ),
    "state_offline": (
        "Το ΜΑΡΚ θα δοθεί με την αποκατάσταση της σύνδεσης",
        "The MARK will be given once the connection is restored",
    ),
    "mark_follows": (
        "Εκδόθηκε – το ΜΑΡΚ ακολουθεί",
        "Issued – the MARK follows",
    ),
    "watermark_draft": ("ΠΡΟΣΧΕΔΙΟ", "DRAFT"),
    "watermark_not_issued": ("ΔΕΝ ΕΧΕΙ ΕΚΔΟΘΕΙ", "NOT ISSUED"),
    "watermark_cancelled": ("ΑΚΥΡΩΘΗΚΕ", "CANCELLED"),
    "watermark_refused": ("ΑΠΟΡΡΙΦΘΗΚΕ", "REFUSED"),
    "watermark_practice": ("ΔΟΚΙΜΑΣΤΙΚΟ", "PRACTICE"),
    "watermark_no_effect": ("χωρίς νομική ισχύ", "no legal effect"),
    "practice_notice": (
        "Δοκιμαστικό παραστατικό εξάσκησης, χωρίς νομική ισχύ",
        "Practice document, no legal effect",
    ),
    "uat_notice": (
        "Δοκιμαστικό περιβάλλον του παρόχου (UAT), χωρίς νομική ισχύ",
        "Provider's test environment (UAT), no legal effect",
    ),
    "page": ("Σελίδα {page} από {pages}", "Page {page} of {pages}"),
}
"""Key -> (Greek, English)."""

_COLUMN: Mapping[Language, int] = {"el": 0, "en": 1}


def term(key: str, languages: tuple[Language, ...]) -> Term:
    """The words of `key` in each of the languages. Raises KeyError for a key that is not there."""
    words = WORDS[key]
    return tuple(words[_COLUMN[language]] for language in languages)


def inline(words: Term, between: str = " / ") -> str:
    """All languages in one run of text; the same words once."""
    return between.join(dict.fromkeys(word for word in words if word))
