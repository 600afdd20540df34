"""Why an error of the authority is prevented by no rule: what the reference pages say beside the rules.

Each group is one reason, in Greek and English, with the codes it holds for. A code that a rule prevents
stands in no group; a test holds that every code of resources/codes/error_codes.json is accounted for.
"""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """Why no rule can or need prevent these errors."""

    greek: str
    english: str
    codes: tuple[str, ...]


NO_RULE = (
    Reason(
        "Τα σύνολα υπολογίζονται πάντα ξανά από τις γραμμές· δεν μπορούν να διαφέρουν.",
        "Sums are always made anew from the lines; they cannot differ.",
        ("203", "208", "209", "210", "226", "311", "312", "321"),
    ),
    Reason(
        "Το χειρίζεται ο πάροχος όταν γράφει το μήνυμα της ΑΑΔΕ από το δικό του έντυπο.",
        "The provider sees to it when it writes the authority's message from its own form.",
        ("206", "214", "219", "220", "261", "302", "303", "330", "337", "340"),
    ),
    Reason(
        "Εξαρτάται από το μητρώο ή τις εξουσιοδοτήσεις της ΑΑΔΕ.",
        "It depends on the authority's register or on who is authorised there.",
        ("102", "105", "201", "245", "285", "309", "323"),
    ),
    Reason(
        "Εξαρτάται από το αρχικό παραστατικό, όπως το κρατά η ΑΑΔΕ.",
        "It depends on the original document as the authority holds it.",
        ("301", "318", "319", "320", "322"),
    ),
    Reason(
        "Κάθε μήνυμα έχει ένα παραστατικό, και ένας αριθμός δίνεται μία φορά.",
        "A message holds one document, and a number is given once.",
        ("228", "233", "265", "275", "277"),
    ),
    Reason(
        "Αφορά ακύρωση, που για παραστατικά παρόχου δεν υπάρχει, ή μόνο των 9.3.",
        "It is about cancelling, which documents of a provider do not have, 9.3 aside.",
        ("103", "104", "248", "249", "250", "251", "255", "257", "259", "279", "283", "284"),
    ),
    Reason(
        "Αφορά χαρακτηρισμό από τον λήπτη ή χαρακτηρισμό που στέλνεται χωριστά.",
        "It is about classifying by the receiver, or apart from the document.",
        (
            *("256", "316", "317", "324", "325", "326", "327", "328", "329"),
            *("332", "333", "334", "335", "336"),
        ),
    ),
    Reason(
        "Αφορά πληρωμές που στέλνονται χωριστά από το παραστατικό.",
        "It is about payments that are sent apart from the document.",
        ("401", "402", "408"),
    ),
    Reason(
        "Δεν αφορά το κανάλι του παρόχου.",
        "It is not for the provider's channel.",
        ("253", "263", "264", "266", "404", "405", "406"),
    ),
    Reason(
        "Αφορά τύπο ή κωδικό που δεν προσφέρεται εδώ.",
        "It is about a type or a code that is not offered here.",
        ("288", "341"),
    ),
    Reason(
        "Οι πηγές δεν λένε για ποιους τύπους ή ποιες τιμές ισχύει.",
        "The sources do not say for which types or values it holds.",
        ("234", "258", "278", "310"),
    ),
    Reason(
        "Αφορά την ψηφιακή διακίνηση μετά την έκδοση (άλλη υπηρεσία της ΑΑΔΕ).",
        "It is about the goods on their way after the issue (another service of the authority).",
        (
            "100",
            *(str(code) for code in range(800, 815)),
            *(str(code) for code in range(817, 825)),
        ),
    ),
)
