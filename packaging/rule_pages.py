"""Remakes the reference pages of the rules: resources/manual/rules-el.md and rules-en.md.

    python packaging/rule_pages.py

Every rule with its path, the authority's error that it prevents, how certain it is and what it says; then
every error of the authority and what prevents it here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP), str(TOP / "packaging")]

from authority_codes import NO_RULE  # noqa: E402

from einvoice_desktop.domain.codes import Certainty  # noqa: E402
from einvoice_desktop.domain.rules.catalogue import DOCUMENT_RULES, LINE_RULES  # noqa: E402
from einvoice_desktop.domain.rules.rule import DocumentCheck, LineCheck, Rule  # noqa: E402

Language = Literal["el", "en"]
AnyRule = Rule[DocumentCheck] | Rule[LineCheck]
PAGES: Mapping[Language, Path] = {
    "el": TOP / "resources" / "manual" / "rules-el.md",
    "en": TOP / "resources" / "manual" / "rules-en.md",
}

ROOMS: Mapping[str, Mapping[Language, str]] = {
    "head": {"el": "Κεφαλίδα", "en": "Head"},
    "references": {"el": "Συσχετίσεις", "en": "References"},
    "notification": {"el": "Ειδοποίηση πελάτη", "en": "Notifying the customer"},
    "parties": {"el": "Συμβαλλόμενοι", "en": "Parties"},
    "lines": {"el": "Γραμμές", "en": "Lines"},
    "amounts": {"el": "Ποσά γραμμής", "en": "A line's amounts"},
    "taxes": {"el": "Φόροι", "en": "Taxes"},
    "settlement": {"el": "Εκπτώσεις, πληρωμές, σύνολα", "en": "Discounts, payments, sums"},
    "movement": {"el": "Διακίνηση", "en": "Movement"},
    "classifications": {"el": "Χαρακτηρισμοί", "en": "Classifications"},
    "b2g": {"el": "Δημόσιο", "en": "To the State"},
    "special": {"el": "Ειδικά παραστατικά", "en": "Special documents"},
    "receipts": {"el": "Αποδείξεις POS", "en": "POS receipts"},
}
_CERTAINTY: Mapping[Language, Mapping[str, str]] = {
    "el": {"high": "υψηλή", "medium": "μεσαία", "low": "χαμηλή"},
    "en": {"high": "high", "medium": "medium", "low": "low"},
}
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "el": {
        "title": "Κανόνες",
        "intro": "Κανόνας υψηλής βεβαιότητας σταματά την έκδοση, εκτός αν η στήλη του πίνακα τύπων που "
        "διαβάζει, ή η ίδια η πρότασή του, είναι λιγότερο βέβαιη. Μεσαία και χαμηλή βεβαιότητα μόνο "
        "προειδοποιεί· ό,τι εκδοθεί παρά την προειδοποίηση γράφεται στο ημερολόγιο.",
        "rules": "| Κανόνας | Πεδίο | ΑΑΔΕ | Βεβαιότητα | Πρόταση | Πηγή |",
        "authority": "Τα σφάλματα της ΑΑΔΕ",
        "codes": "| Σφάλμα | Τι λέει | Τι το προλαβαίνει |",
    },
    "en": {
        "title": "Rules",
        "intro": "A rule of high certainty stops the issue, unless the column of the types' table that it "
        "reads, or the sentence itself, is less certain. Medium and low certainty only warns; what is issued "
        "in spite of a warning is written into the journal.",
        "rules": "| Rule | Path | Authority | Certainty | Sentence | Source |",
        "authority": "The authority's errors",
        "codes": "| Error | What it says | What prevents it |",
    },
}


def main() -> int:
    for language, path in PAGES.items():
        path.write_text(page(language), encoding="utf-8", newline="\n")
    return 0


def page(language: Language) -> str:
    """The whole page in one language."""
    words = _WORDS[language]
    parts = [f"# {words['title']}\n\n{words['intro']}\n"]
    for room, names in ROOMS.items():
        parts.append(f"## {names[language]}\n\n{words['rules']}\n{'|---' * 6}|\n" + _room(room, language))
    parts.append(f"## {words['authority']}\n\n{words['codes']}\n{'|---' * 3}|\n" + _codes(language))
    return "\n".join(parts)


def all_rules() -> list[tuple[AnyRule, str]]:
    """Every rule with what its paths stand below."""
    return [(rule, "") for rule in DOCUMENT_RULES] + [(rule, "details[].") for rule in LINE_RULES]


def room_of(rule: AnyRule) -> str:
    """The module that a rule stands in."""
    return str(rule.check.__module__).rpartition(".")[2]


def _room(room: str, language: Language) -> str:
    rows = (_row(rule, prefix, language) for rule, prefix in all_rules() if room_of(rule) == room)
    return "".join(rows)


def _row(rule: AnyRule, prefix: str, language: Language) -> str:
    """One line a sentence: the paths at which it may stand are told together."""
    sentences = _json("i18n/messages.json")
    found: dict[tuple[str, str, Certainty], list[str]] = {}
    for tells in rule.tells:
        key = (tells.code, tells.authority, tells.certainty or rule.certainty)
        found.setdefault(key, []).append(f"`{prefix}{tells.path}`")
    name, certainties = f"{room_of(rule)}.{rule.name}", _CERTAINTY[language]
    rows = (
        (name, " ".join(dict.fromkeys(paths)), authority or "–", certainties[certainty], code)
        for (code, authority, certainty), paths in found.items()
    )
    return "".join(
        f"| {' | '.join(cells)} | {_cell(sentences[code][language])} | {rule.source} |\n"
        for *cells, code in rows
    )


def _codes(language: Language) -> str:
    prevented = prevented_by()
    reasons = {code: reason for reason in NO_RULE for code in reason.codes}
    rows = []
    for row in _rows("codes/error_codes.json"):
        code = row["code"]
        if code in prevented:
            told = ", ".join(f"`{name}`" for name in prevented[code])
        else:
            told = reasons[code].greek if language == "el" else reasons[code].english
        rows.append(f"| {code} | {_cell(row[f'message_{language}'])} | {told} |\n")
    return "".join(rows)


def prevented_by() -> dict[str, list[str]]:
    """The rules that prevent each error of the authority, by its code."""
    found: dict[str, list[str]] = {}
    for rule, _ in all_rules():
        for code in sorted(rule.authority_codes):
            found.setdefault(code, []).append(f"{room_of(rule)}.{rule.name}")
    return found


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _json(name: str) -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = json.loads((TOP / "resources" / name).read_text(encoding="utf-8"))
    return read


def _rows(name: str) -> Iterable[dict[str, str]]:
    read: list[dict[str, str]] = json.loads((TOP / "resources" / name).read_text(encoding="utf-8"))
    return read


if __name__ == "__main__":
    sys.exit(main())
