"""What the accountant reads first in a month's package; in Greek, as it goes to a Greek office."""

from __future__ import annotations

from collections.abc import Sequence

_ENVIRONMENTS = {
    "practice": "ΠΡΑΚΤΙΚΗ ΕΞΑΣΚΗΣΗ: τα παραστατικά αυτά δεν έχουν εκδοθεί και δεν έχουν φορολογική αξία.\n\n",
    "uat": "ΔΟΚΙΜΑΣΤΙΚΟ ΠΕΡΙΒΑΛΛΟΝ: τα παραστατικά αυτά δεν έχουν φορολογική αξία.\n\n",
    "live": "",
}
_README = """{environment}Παραστατικά από {days}
Πλήθος: {count}
Καθαρή αξία {net} · ΦΠΑ {vat} · σύνολο {gross} EUR (τα πιστωτικά έχουν αφαιρεθεί)

Τι περιέχει ο φάκελος
  documents.xlsx, documents.csv   Κατάλογος με όλα τα στοιχεία κάθε παραστατικού.
  totals.xlsx, totals.csv         Σύνολα της περιόδου: ανά συντελεστή ΦΠΑ, πελάτη, τύπο και ημέρα.
  pdf                             Κάθε παραστατικό όπως τυπώνεται.
  json                            Τα δεδομένα που στάλθηκαν στον πάροχο, όπως ακριβώς στάλθηκαν.
  receipts                        Η απόδειξη του παρόχου: ΜΑΡΚ, UID, κωδικός αυθεντικοποίησης, διεύθυνση.

Τα αρχεία ενός παραστατικού έχουν παντού το ίδιο όνομα: ημερομηνία, τύπος, σειρά και αριθμός.
Τα ποσά των πιστωτικών είναι θετικά, όπως στο παραστατικό· η στήλη «Πρόσημο τζίρου» λέει πώς μετρά το καθένα:
1 προστίθεται, -1 αφαιρείται, 0 δεν μετρά στον τζίρο (διακίνηση, παραγγελίες, αποδείξεις POS, τίτλοι κτήσης).
Τα csv ανοίγουν με διπλό κλικ στο ελληνικό Excel.
{missing}
Φτιάχτηκε στις {made}.
"""
_MISSING = "\nΧωρίς PDF, επειδή το αρχικό παραστατικό δεν είναι σε αυτά τα βιβλία:\n{names}\n"


def readme(
    environment: str,
    days: str,
    count: int,
    money: Sequence[str],
    without_pdf: Sequence[str],
    made: str,
) -> str:
    """The text of README.txt; `money` is net, VAT and gross as they are read."""
    net, vat, gross = money
    names = "\n".join(f"  {name}" for name in without_pdf)
    return _README.format(
        environment=_ENVIRONMENTS[environment],
        days=days,
        count=count,
        net=net,
        vat=vat,
        gross=gross,
        missing=_MISSING.format(names=names) if names else "",
        made=made,
    )
