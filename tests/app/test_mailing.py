"""The message that goes with a document: its words, its draft for the mail program, names of files."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop import bootstrap
from einvoice_desktop.app.file_names import LONGEST, file_name
from einvoice_desktop.app.mailing import Letter, letter_about, recipient, unsent_message
from einvoice_desktop.app.naming import Naming

NAMING = Naming(
    kind="Τιμολόγιο Πώλησης",
    number="A-12",
    date="2026-11-21",
    issuer="Εταιρεία Α.Ε.",
    customer="Καφεκοπτείο «Η Ωραία» Α.Ε.",
    email="kafes@example.gr",
    language="el",
    mark="400001900000012",
    address="https://einvoice.example/v/1",
)
PDF = b"%PDF-1.7 \x00\xff\n.\r\n.\n"


def letter(naming: Naming = NAMING, *, trial: bool = False) -> Letter:
    return letter_about(naming, PDF, bootstrap.open_messages().sentence, trial=trial)


def read(letter: Letter) -> EmailMessage:
    """As a mail program reads the file."""
    message = message_from_bytes(unsent_message(letter), policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def body(message: EmailMessage) -> str:
    text = message.get_body(("plain",))
    assert text is not None
    return str(text.get_content())


def test_the_draft_opens_as_unsent_and_names_no_sender() -> None:
    message = read(letter())
    assert message["X-Unsent"] == "1"
    assert message["From"] is None
    assert message["To"] == "kafes@example.gr"
    assert message["Subject"] == "Τιμολόγιο Πώλησης A-12 – Εταιρεία Α.Ε."


def test_the_pdf_is_attached_byte_for_byte_under_its_greek_name() -> None:
    (attached,) = read(letter()).iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == "Τιμολόγιο Πώλησης A-12 Καφεκοπτείο «Η Ωραία» Α.Ε. 2026-11-21.pdf"
    assert attached.get_content() == PDF


def test_the_file_is_plain_ascii_with_the_line_ends_of_mail() -> None:
    data = unsent_message(letter())
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_body_tells_mark_and_official_page_of_an_issued_document() -> None:
    text = body(read(letter()))
    assert "ΜΑΡΚ: 400001900000012" in text
    assert "https://einvoice.example/v/1" in text
    assert "Εταιρεία Α.Ε." in text
    assert "δεν έχει εκδοθεί" not in text


def test_a_draft_says_that_it_is_not_issued() -> None:
    text = body(read(letter(replace(NAMING, mark="", address="", number=""))))
    assert "δεν έχει εκδοθεί" in text
    assert "ΜΑΡΚ" not in text


def test_a_trial_document_says_so_in_subject_and_body() -> None:
    message = read(letter(trial=True))
    assert message["Subject"].startswith("ΔΟΚΙΜΑΣΤΙΚΟ: ")
    assert "δεν έχει φορολογική ισχύ" in body(message)
    assert read(letter(replace(NAMING, language="en"), trial=True))["Subject"].startswith("TEST: ")


def test_a_line_end_in_a_name_begins_no_header_of_its_own() -> None:
    wicked = replace(NAMING, issuer="Α.Ε.\r\nBcc: everybody@example.gr\n\nkept", email="")
    message = read(letter(wicked))
    assert message["Bcc"] is None
    assert message["To"] is None
    assert "Bcc: everybody@example.gr" in message["Subject"]


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        ((" logistirio@kafes.gr ",), "logistirio@kafes.gr"),
        (("", "όχι διεύθυνση", "a@b.gr"), "a@b.gr"),
        (("--attach=/etc/passwd@example.gr",), ""),
        (("a@b.gr, c@d.gr",), ""),
        (("a@b.gr\nBcc: c@d.gr",), ""),
        ((), ""),
    ],
)
def test_only_what_is_an_address_and_nothing_else_is_a_recipient(
    candidates: tuple[str, ...], expected: str
) -> None:
    assert recipient(candidates) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Τιμολόγιο", "A-12", "Καφεκοπτείο", "2026-11-21"), "Τιμολόγιο A-12 Καφεκοπτείο 2026-11-21.pdf"),
        (("A/B", 'Οι "Φίλοι": α|β?*', "x\\y"), "A B Οι Φίλοι α β x y.pdf"),
        (("con", ""), "_con.pdf"),
        (("", "..."), "_.pdf"),
        (("../../etc/passwd",), "etc passwd.pdf"),
        (("\u202eανάποδα\u200b", "τέλος. "), "ανάποδα τέλος.pdf"),
    ],
)
def test_a_file_name_has_nothing_that_windows_refuses(words: tuple[str, ...], expected: str) -> None:
    assert file_name(words, "pdf") == expected


@given(st.lists(st.text(max_size=200), max_size=5))
def test_any_words_make_a_name_for_a_file(words: list[str]) -> None:
    name = file_name(words, "pdf")
    stem = name.removesuffix(".pdf")
    assert 1 <= len(stem) <= LONGEST + 1
    assert not set(name) & set('<>:"/\\|?*')
    assert stem.strip(" .") == stem
    name.encode()


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=100))
def test_any_names_make_a_message_that_can_be_read(issuer: str, customer: str, number: str) -> None:
    naming = replace(NAMING, issuer=issuer, customer=customer, number=number)
    message = read(letter(naming))
    assert [part.get_content() for part in message.iter_attachments()] == [PDF]
    assert message["Bcc"] is None
