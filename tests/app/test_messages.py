"""Every code that the program can say has a Greek and an English sentence, and they are not the same."""

import re
from pathlib import Path

import pytest

import einvoice_desktop
from einvoice_desktop import bootstrap
from einvoice_desktop.domain.node import FieldKind
from einvoice_desktop.domain.problems import Problem, Severity

PACKAGE = Path(einvoice_desktop.__file__).parent
SAID = re.compile(
    r'(?:\b(?:error|warning)\(\s*[^,()]*(?:\([^)]*\)[^,()]*)?,\s*"(?P<rule>[a-z_]+)"'
    r'|\b(?:UserError|Fault|UnreadableDocument|DocumentError)\(\s*"(?P<fault>[a-z_]+)")'
)


def said_codes() -> set[str]:
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        if "sandbox" not in file.parts:
            for match in SAID.finditer(file.read_text(encoding="utf-8")):
                found.add(match["rule"] or match["fault"])
    return found


def test_every_code_has_its_sentence(messages):
    assert len(said_codes()) > 60
    assert {code for code in said_codes() if code not in messages} == set()


def test_both_languages_say_it_and_with_the_same_parameters():
    catalogue = bootstrap.load_messages()
    for code, sentences in catalogue.items():
        assert set(sentences) == {"el", "en"}, code
        assert sentences["el"] != sentences["en"], code
        assert set(re.findall(r"{(\w+)}", sentences["el"])) == set(re.findall(r"{(\w+)}", sentences["en"])), (
            code
        )


def test_amounts_and_dates_in_sentences_are_written_the_readers_way(messages):
    problem = Problem("x", "vat_differs", Severity.WARNING, {"given": "1234.5", "expected": "0"})
    assert "1.234,50" in messages.problem(problem, "el")
    assert "1,234.50" in messages.problem(problem, "en")


@pytest.mark.parametrize("kind", [*(kind.value for kind in FieldKind), "number", "null"])
def test_kinds_of_values_have_words_in_both_languages(messages, kind):
    params = {"expected": kind, "found": "text"}
    told = messages.sentence("wrong_type", params, "el")
    assert "κείμενο" in told
    assert not re.search("[a-z]", re.sub(r"\(.*?\)", "", told))
    assert "kind_" not in messages.sentence("wrong_type", params, "en")


def test_a_number_and_a_form_in_a_sentence_are_of_its_language(messages):
    rate = Problem("x", "exchange_rate_decimals", Severity.ERROR, {"rate": "0.923456"})
    assert "0,923456" in messages.problem(rate, "el")
    assert "0.923456" in messages.problem(rate, "en")
    shown = {"country": "DE", "form": "9 digits", "form_el": "9 ψηφία"}
    form = Problem("x", "vat_number_form", Severity.WARNING, shown)
    assert "9 ψηφία" in messages.problem(form, "el")
    assert "9 digits" in messages.problem(form, "en")


def test_the_authoritys_own_words_explain_its_numbers(messages):
    said = messages.sentence("authority_203", {"message": "from the provider"}, "en")
    assert said.startswith("203")
    assert said.endswith("from the provider")


def test_a_code_without_a_sentence_still_says_something(messages):
    assert messages.sentence("nobody_knows", {"message": "words"}, "el") == "nobody_knows: words"
