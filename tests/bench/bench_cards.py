"""What finding a customer costs by the number of customers: the answer to every key, and making the index.

All of it is in memory: what is measured is the processor's time.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from datetime import UTC, datetime, timedelta

from bench import Row, percentile

FEW, MANY = 1_000, 20_000
ROUNDS = 3
MS = 50.0
"""What no key may take longer than."""
_SHOPS = "Καφεκοπτείο Βιβλιοπωλείο Δήμος Αρτοποιείο Ξενοδοχείο Φαρμακείο Συνεργείο Αφοί Εμπορική Τεχνική"
_GIVEN = "Γεώργιος Ιωάννης Κωνσταντίνος Δημήτριος Νικόλαος Παναγιώτης Βασίλειος Χρήστος Μαρία Ελένη"
_CITIES = "Αθήνα Θεσσαλονίκη Πάτρα Ηράκλειο Λάρισα Βόλος Ιωάννινα Χανιά Καβάλα Ρόδος"
_PARTS = ("πα", "κα", "μα", "το", "ρι", "λου", "στη", "νο", "φι", "δρο", "βα", "χε", "πιο", "τσι", "αι", "γη")
_ENDS = ["ίδης", "όπουλος", "άκης", "ου", "ης", "άς"]
_LETTERS = "αβγδεζηθικλμνξοπρστυφχψωabcdefghijklmnopqrstuvwxyz0123456789"
_TYPED = (
    *("papadopoulos gi", "kafekopteio thes", "thessaloniki", "anagnostopulos nikolaos"),
    *("ζαχαροπλατσειο", "κωνσταντινοθ", "θεσαλονικη ξενοδοχιο", "βιβλιωπολειο"),
)


def rows() -> list[Row]:
    """Twenty thousand customers over a thousand."""
    few, many = _Customers(FEW), _Customers(MANY)
    quick, slow = few.keys(), many.keys()
    told = []
    for share, goal in ((0.5, 2.0), (0.95, 4.0)):
        here = percentile(slow, share)
        name = f"customers, key by key, {share:.0%}, {MANY:,} over {FEW:,}"
        told.append(Row(name, here / percentile(quick, share), goal, f"{here:.2f} ms"))
    worst = Row(
        f"customers, the slowest key of {MANY:,} over {MS:.0f} ms", slow[-1] / MS, 1.0, f"{slow[-1]:.1f} ms"
    )
    making = Row(
        f"customers, the index of {MANY:,} made, over 1 s", many.seconds, 1.5, f"{many.seconds:.2f} s"
    )
    return [*told, worst, making]


class _Customers:
    """An index of so many customers."""

    def __init__(self, count: int) -> None:
        from einvoice_desktop.app.card_index import customer_index
        from einvoice_desktop.app.customer_book import KeptCustomer

        chance = random.Random(1)
        names = [
            "".join(chance.choice(_PARTS) for _ in range(chance.randint(2, 4))).capitalize()
            + chance.choice(_ENDS)
            for _ in range(6_000)
        ]
        newest = datetime(2026, 11, 1, tzinfo=UTC)
        self._rows = [
            KeptCustomer(place, _card(place, names, chance), 1, newest - timedelta(seconds=place))
            for place in range(1, count + 1)
        ]
        begun = time.thread_time()
        self._index = customer_index(self._rows)
        self.seconds = time.thread_time() - begun

    def keys(self) -> list[float]:
        """Milliseconds of the answer to each key, the quickest first."""
        chance = random.Random(5)
        asked = [*_LETTERS, *_beginnings(_TYPED)]
        for kept in self._rows[:: len(self._rows) // 25]:
            name, vat = kept.facts.name, kept.facts.vat
            slip = chance.randrange(1, len(name))
            asked += _beginnings((name, vat, name[:slip] + chance.choice("αεηιορτσ") + name[slip + 1 :]))
        return sorted(map(self._typed, asked))

    def _typed(self, text: str) -> float:
        readings = []
        for _ in range(ROUNDS):
            begun = time.thread_time()
            self._index.find(text)
            readings.append(1000 * (time.thread_time() - begun))
        return statistics.median(readings)


def _card(place: int, names: list[str], chance: random.Random) -> bytes:
    shop, name, given = (chance.choice(some) for some in (_SHOPS.split(), names, _GIVEN.split()))
    party = {
        "registeredName": f"{shop} {name} {given} Α.Ε.",
        "vat": f"EL{100_000_000 + place * 39_989 % 899_999_999}",
        "code": f"Π-{place:05}",
        "phones": [
            f"2{chance.randint(100_000_000, 999_999_999)}",
            f"69{chance.randint(10_000_000, 99_999_999)}",
        ],
        "emails": [f"info@{chance.choice('abcdefghijkl')}{place}.gr"],
        "address": {"countryCode": "GR", "city": chance.choice(_CITIES.split()), "street": "Ερμού"},
    }
    return json.dumps({"document": {"counterParty": party}}, ensure_ascii=False).encode()


def _beginnings(texts: tuple[str, ...]) -> list[str]:
    return [text[:length] for text in texts for length in range(1, len(text) + 1)]
