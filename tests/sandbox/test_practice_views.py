"""Looking at an issued document: page, PDF, the authority's XML."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from einvoice_desktop.sandbox.transliteration import transliterated

NASTY = "<script>alert('1')</script> & \"Υιοί\" \u0001 ΟΕ"


class Reader(HTMLParser):
    """Tags, the addresses they point to, and the text of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.places, self.text = [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.places += [value for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data):
        self.text += data + " "


@pytest.fixture
def place(desk, make):
    """The path of a document whose names try to be markup."""
    change = {"counterParty.registeredName": NASTY, "invoiceType": NASTY}
    change |= {"details.0.descriptions": [NASTY], "details.1.unitPrice": 0.12345}
    answer = desk.accepted(make("1.1", change))
    return answer["url"].removeprefix("http://127.0.0.1:8123")


def test_the_page_shows_the_document_and_says_it_is_practice(desk, place):
    response = desk.client.get(place)
    page = Reader(response.text)
    assert response.status_code == 200
    assert response.content_type == "text/html; charset=utf-8"
    assert '<html lang="el">' in response.text
    assert 'name="viewport"' in response.text
    for text in (
        "δεν έχει καμία φορολογική αξία",
        "400001000000001",
        "180,50 EUR",
        "0,12345",
        "23/11/2026 10:00",
    ):
        assert text in page.text


def test_the_page_in_english(desk, place):
    response = desk.client.get(f"{place}?lang=en")
    assert '<html lang="en">' in response.text
    assert "it has no tax value" in response.text
    assert "0.12345" in response.text


def test_names_are_text_and_never_markup(desk, place):
    page = Reader(desk.client.get(place).text)
    assert "script" not in page.tags
    assert page.text.count("<script>alert('1')</script> & \"Υιοί\" \ufffd ΟΕ") >= 3


def test_the_page_loads_nothing_and_runs_nothing(desk, place):
    response = desk.client.get(place)
    policy = response.headers["Content-Security-Policy"]
    style = re.search(r"<style>(.*?)</style>", response.text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    page = Reader(response.text)
    assert set(page.tags).isdisjoint({"script", "link", "img", "iframe", "object", "form", "base"})
    assert all(link.startswith(place) for link in page.places)
    assert "url(" not in style
    assert "style=" not in response.text


def test_the_path_is_found_in_any_casing(desk, place):
    assert desk.client.get(place.lower()).status_code == 200
    assert desk.client.get(place.upper() + "/PDF").status_code == 200


def test_the_pdf_can_be_read_by_others(desk, place, tmp_path):
    response = desk.client.get(f"{place}/pdf")
    assert response.content_type == "application/pdf"
    (tmp_path / "document.pdf").write_bytes(response.data)
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "document.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert text.stderr == ""
    for expected in ("den echei kamia forologiki axia", "Politis AE", "180,50 EUR", "MARK: 400001000000001"):
        assert expected in text.stdout


def test_a_long_document_runs_over_several_pages(desk, make, tmp_path):
    document = make("9.3")
    line = document["details"][0]
    document["details"] = [line | {"lineNo": n, "descriptions": [f"Γραμμή {n} " * 20]} for n in range(1, 61)]
    url = desk.accepted(document)["url"].removeprefix("http://127.0.0.1:8123")
    (tmp_path / "long.pdf").write_bytes(desk.client.get(f"{url}/pdf").data)
    text = subprocess.run(
        ["pdftotext", tmp_path / "long.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert text.count("\f") > 2
    assert "Grammi 60" in text


def test_the_authority_s_xml(desk, make):
    answer = desk.accepted(make("3.1"))
    url = answer["url"].removeprefix("http://127.0.0.1:8123")
    response = desk.client.get(f"{url}/aade")
    assert response.content_type == "application/xml; charset=utf-8"
    top = ElementTree.fromstring(response.data)
    names = {"m": "http://www.aade.gr/myDATA/invoice/v1.0"}

    def text(path):
        return top.findtext(f"m:invoice/{path}", namespaces=names)

    assert text("m:mark") == str(answer["mark"])
    assert text("m:invoiceHeader/m:issueDate") == "2026-11-23"
    assert text("m:invoiceSummary/m:totalGrossValue") == "609.06"
    assert text("m:taxesTotals/m:taxes/m:taxAmount") == "200.00"
    assert text("m:issuer/m:vatNumber") == "999999990"
    assert "registeredName" not in response.text


def test_a_document_of_the_first_hour_keeps_its_athens_date(desk, make):
    answer = desk.accepted(make(change={"dateIssued": "2026-11-22T22:30:00Z"}))
    url = answer["url"].removeprefix("http://127.0.0.1:8123")
    assert "<issueDate>2026-11-23</issueDate>" in desk.client.get(f"{url}/aade").text
    assert "23/11/2026 00:30" in desk.client.get(url).text


@pytest.mark.parametrize("path", ["/v/EL999999990-1-A-B", "/v/EL999999990-1-A-B/pdf", "/v/%00'--/aade"])
def test_an_unknown_signature_is_not_found(desk, path):
    response = desk.client.get(path)
    assert response.status_code == 404
    assert "Δεν βρέθηκε" in response.text


@pytest.mark.parametrize("path", ["/", "/v", "/v/", "/v/a/b", "/v/a/pdf/x", "/api/Invoice", "/favicon.ico"])
def test_there_are_no_other_pages(desk, path):
    response = desk.client.get(path)
    assert response.status_code == 404
    assert response.get_json()["success"] is False


@pytest.mark.parametrize(
    ("greek", "latin"),
    [
        ("Θεσσαλονίκη", "Thessaloniki"),
        ("ΘΕΣΣΑΛΟΝΙΚΗ", "THESSALONIKI"),
        ("Ευαγγελία Αυγουστή", "Evangelia Avgousti"),
        ("Εύβοια, αυτό, ηύρα, Ευτυχία", "Evvoia, afto, ivra, Eftychia"),
        ("Μπάμπης Λάμπρου", "Bampis Lamprou"),
        ("Άυλος, προϋπόθεση", "Aylos, proypothesi"),
        ("Ψυχή 24% Müller", "Psychi 24% Müller"),
    ],
)
def test_greek_in_latin_letters_by_elot_743(greek, latin):
    assert transliterated(greek) == latin
