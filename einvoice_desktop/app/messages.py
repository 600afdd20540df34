"""Sentences for codes: what the program says to people, in Greek and English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from einvoice_desktop.app.entry import Language, show_amount, show_date
from einvoice_desktop.domain.problems import Problem

Catalogue = Mapping[str, Mapping[str, str]]
"""Code -> language -> sentence, with {names} of parameters in it (resources/i18n/messages.json)."""

AuthorityErrors = Callable[[], Mapping[str, Mapping[str, object]]]
"""The authority's error codes with `message_el` and `message_en` (resources/codes/error_codes.json)."""

_AUTHORITY = "authority_"
_REMEDY = "remedy_"
_AMOUNTS = frozenset({"given", "expected", "paid", "gross", "amount", "credited", "left"})
_RATE = "rate"
_WRONG_TYPE = "wrong_type"
"""`expected` and `found` are kinds of values, which have words of their own: kind_text, kind_number…"""
_DATES = frozenset({"date", "today"})


class Messages:
    """The catalogue of sentences."""

    def __init__(self, catalogue: Catalogue, authority: AuthorityErrors) -> None:
        self._catalogue = catalogue
        self._authority = authority

    def __contains__(self, code: object) -> bool:
        return code in self._catalogue

    def sentence(self, code: str, params: Mapping[str, str], language: Language) -> str:
        """The sentence of `code`; where the catalogue has none, the code and what came with it.

        A parameter may come with a twin for one language (`form` and `form_el`).
        `authority_<n>` is the authority's own message for its error n, what to do about it where that is
        known (`remedy_<n>`), then the provider's words.
        """
        if code.startswith(_AUTHORITY):
            return self._of_authority(code.removeprefix(_AUTHORITY), params.get("message", ""), language)
        sentences = self._catalogue.get(code)
        if sentences is None:
            told = params.get("message") or ", ".join(f"{k}={v}" for k, v in params.items())
            return f"{code}: {told}" if told else code
        if code == _WRONG_TYPE:
            kinds = {name: f"kind_{params[name]}" for name in ("expected", "found") if name in params}
            params = {**params, **{name: self.sentence(kind, {}, language) for name, kind in kinds.items()}}
        shown = {
            name: _shown(name, params.get(f"{name}_{language}", value), language)
            for name, value in params.items()
        }
        return sentences[language].format_map(_Lenient(shown))

    def _of_authority(self, number: str, words: str, language: Language) -> str:
        row = self._authority().get(number)
        message = "" if row is None else str(row[f"message_{language}"])
        remedy = self._catalogue.get(f"{_REMEDY}{number}", {}).get(language, "")
        return " – ".join(part for part in (f"{number}", message, remedy, words) if part)

    def problem(self, problem: Problem, language: Language) -> str:
        """A problem's sentence, with the authority's number where it prevents one."""
        text = self.sentence(problem.code, problem.params, language)
        return f"{text} [{problem.authority_code}]" if problem.authority_code else text


class _Lenient(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"


def _shown(name: str, value: str, language: Language) -> str:
    if name in _DATES:
        return show_date(value)
    if name in _AMOUNTS:
        try:
            return show_amount(Decimal(value), language)
        except InvalidOperation:
            return value
    if name == _RATE and language == "el":
        return value.replace(".", ",")
    return value
