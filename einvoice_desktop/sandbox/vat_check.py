"""The practice provider's answers to whose a VAT number is: made-up companies, as a registry would tell them.

Its paths and members are as unconfirmed as the provider's own (api 14).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.auth import Gatekeeper, NotAuthenticatedError
from einvoice_desktop.sandbox.envelope import AUTHENTICATION_FAILED, Answer, failure, json_answer
from einvoice_desktop.sandbox.vat import is_number, vat_digits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

GREEK, UNION = "/vatvalidation/greek", "/vatvalidation/eu"
PATHS = frozenset({GREEK, UNION})
"""In lower case; both are only looked at (GET)."""


@dataclass(frozen=True, slots=True)
class _Company:
    """One entry of the registry. `place` is street, number, postcode and town."""

    name: str
    office: str
    activity: str
    place: tuple[str, str, str, str]
    brand: str = ""
    active: bool = True


_LONG_NAME = (
    "Ανώνυμη Εταιρεία Παραγωγής, Επεξεργασίας, Τυποποίησης, Εμπορίας, Εισαγωγών και Εξαγωγών Ειδών Διατροφής,"
    " Ποτών και Αγροτικών Προϊόντων, Μεταφορών και Αποθηκεύσεων, Υπόδειγμα Μακράς Επωνυμίας του Μητρώου,"
    " Διάδοχος Αδελφών Παραδείγματος και Υιών"
)
_GREEKS: Mapping[str, _Company] = {
    "999999993": _Company(
        "Εταιρεία Εξάσκησης Μονοπρόσωπη Ι.Κ.Ε.",
        "Α΄ Αθηνών",
        "Εμπόριο και υπηρεσίες",
        ("Οδός Δοκιμής", "1", "10431", "Αθήνα"),
        "Εξάσκηση",
    ),
    "094014201": _Company(
        "Παράδειγμα Εμπορική Ανώνυμη Εταιρεία",
        "ΚΕΦΟΔΕ Αττικής",
        "Χονδρικό εμπόριο διαφόρων ειδών",
        ("Αιόλου", "86", "10559", "Αθήνα"),
        "Παράδειγμα Α.Ε.",
    ),
    "999997103": _Company(
        "Αμφίαλος Εμπορική Τροφίμων Μονοπρόσωπη Α.Ε.",
        "ΚΕΦΟΔΕ Αττικής",
        "Χονδρικό εμπόριο τροφίμων και ποτών",
        ("Λεωφόρος Σχιστού", "48", "18863", "Πέραμα"),
    ),
    "999998100": _Company(
        "Παντοπωλείο η Αφθονία Ο.Ε.",
        "Χαλκίδας",
        "Λιανικό εμπόριο τροφίμων",
        ("Αβάντων", "1102", "34133", "Χαλκίδα"),
        "Η Αφθονία",
    ),
    "999998112": _Company(
        "Καφεκοπτείο Χαρμάνι Ε.Ε.",
        "Ε΄ Θεσσαλονίκης",
        "Επεξεργασία και εμπόριο καφέ",
        ("Ερμού", "1203", "54624", "Θεσσαλονίκη"),
        "Χαρμάνι",
    ),
    "999998124": _Company(
        "Μεταλλική Σύνθεση Βιομηχανική Α.Β.Ε.Ε.",
        "ΚΕΦΟΔΕ Αττικής",
        "Βιομηχανία μεταλλικών κατασκευών",
        ("Θηβών", "1304", "12244", "Αιγάλεω"),
    ),
    "999998148": _Company(
        "Γραφείο Ταξιδίων Μπούσουλας Α.Ε.",
        "Α΄ Αθηνών",
        "Υπηρεσίες ταξιδιωτικού πρακτορείου",
        ("Σταδίου", "1405", "10564", "Αθήνα"),
        active=False,
    ),
    "999998161": _Company(
        "Δήμος Νέας Υποδειγματικής",
        "Καλλιθέας",
        "Τοπική αυτοδιοίκηση",
        ("Πλατεία Δημαρχείου", "1", "17671", "Νέα Υποδειγματική"),
    ),
    "999997268": _Company(_LONG_NAME, "Λέρου", "Χονδρικό εμπόριο", ("Λακκί", "12", "85400", "Λέρος")),
}
_EUROPEANS: Mapping[str, tuple[str, str]] = {
    "DE999999995": ("Musterhaus Feinkost GmbH", "Beispielstraße 12\n80331 München"),
    "FR11999999998": ("Exemple Conseil SARL", "5 Rue de l'Exemple\n69002 Lyon"),
    "DE136695976": ("---", "---"),
}
"""Some states tell VIES neither name nor address."""


def look_up(
    gatekeeper: Gatekeeper,
    path: str,
    arguments: Mapping[str, str],
    credentials: tuple[str, str],
    now: datetime,
) -> Answer:
    """`path` in lower case; `credentials` are the headers Authorization and APIKey."""
    asked = {name.lower(): value for name, value in arguments.items()}
    try:
        gatekeeper.check_document(vat_digits(asked.get("issuertin", "")), *credentials, now)
    except NotAuthenticatedError:
        return failure(401, [AUTHENTICATION_FAILED], headers={"WWW-Authenticate": "Bearer"})
    vat = "".join(asked.get("vat", "").split()).upper()
    return _greek(vat_digits(vat)) if path == GREEK else _european(vat)


def _greek(digits: str) -> Answer:
    if not is_number(digits, (9,)) or not _check_digit_fits(digits):
        return failure(400, [f"{digits[:20]} is not a valid Greek VAT number"])
    company = _GREEKS.get(digits)
    if company is None:
        return json_answer(200, {"found": False, "vat": f"EL{digits}", "message": "VAT number not found"})
    street, number, postal, city = company.place
    return json_answer(
        200,
        {
            "found": True,
            "vat": f"EL{digits}",
            "registeredName": company.name,
            "brandName": company.brand,
            "taxOffice": company.office,
            "activities": [company.activity],
            "isActive": company.active,
            "address": {
                "street": street,
                "number": number,
                "postal": postal,
                "city": city,
                "countryCode": "GR",
            },
        },
    )


def _european(vat: str) -> Answer:
    if not (len(vat) > 2 and vat[:2].isalpha() and vat.isascii() and vat.isalnum()):
        return failure(400, ["The VAT number must begin with the letters of its state"])
    known = _EUROPEANS.get(vat)
    name, address = known or ("---", "---")
    members = {"countryCode": vat[:2], "vatNumber": vat[2:], "valid": known is not None}
    return json_answer(200, {**members, "name": name, "address": address})


def _check_digit_fits(digits: str) -> bool:
    """Each digit doubled once for every place to its right; the last one is the rest of 11, 10 being 0."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return digits.strip("0") != "" and total % 11 % 10 == int(digits[-1])
