"""Which connection is chosen, what it means, and whose new documents are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.connection import (
    ConnectionChoice,
    chosen_connection,
    company_of,
    is_real,
    keep_connection,
    looks_like_key,
    vat_fault,
)
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.submission import SignIn
from einvoice_desktop.provider.servers import KNOWN_SERVERS

VAT = "094014201"


def test_nothing_chosen_is_practice_by_bearer(tmp_path: Path) -> None:
    settings = bootstrap.open_settings(tmp_path)
    assert chosen_connection(settings) == ConnectionChoice("practice", "", SignIn.BEARER)


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    choice = ConnectionChoice("production", VAT, SignIn.OAUTH)
    keep_connection(bootstrap.open_settings(tmp_path), choice)
    assert chosen_connection(bootstrap.open_settings(tmp_path)) == choice


def test_practising_for_a_while_forgets_no_company(tmp_path: Path) -> None:
    settings = bootstrap.open_settings(tmp_path)
    keep_connection(settings, ConnectionChoice("production", VAT, SignIn.APIKEY))
    keep_connection(settings, ConnectionChoice("practice"))
    assert chosen_connection(settings) == ConnectionChoice("practice", VAT, SignIn.APIKEY)


@pytest.mark.parametrize(
    ("told", "way"), [("OAuth ", SignIn.OAUTH), ("", SignIn.BEARER), ("x", SignIn.BEARER)]
)
def test_a_setting_written_by_hand_is_read_with_good_will(told: str, way: SignIn, tmp_path: Path) -> None:
    settings = bootstrap.open_settings(tmp_path)
    settings.set("connection.signIn", told)
    settings.set("connection.server", "  ")
    settings.set("connection.vat", " EL 094014201 ")
    assert chosen_connection(settings) == ConnectionChoice("practice", VAT, way)


def test_only_practice_trials_and_this_computer_are_not_real() -> None:
    real = {known.name for known in KNOWN_SERVERS if is_real(known.name)}
    assert real == {"production", "softone-production"}
    assert not is_real("practice")
    assert not is_real("http://127.0.0.1:8080")
    assert is_real("https://einvoice.example.gr")
    # What is no name of ours is told as unknown; until then nobody takes it for harmless.
    assert is_real("nonsense")


@pytest.mark.parametrize(
    ("key", "is_one"),
    [
        ("0383223f-06ff-4e7c-bd36-29a1acdb41b0", True),
        (" 0383223F-06FF-4E7C-BD36-29A1ACDB41B0\n", True),
        ("{0383223f-06ff-4e7c-bd36-29a1acdb41b0}", True),
        ("0383223f06ff4e7cbd3629a1acdb41b0", True),
        ("0383223f-06ff-4e7c-bd36-29a1acdb41b", False),
        ("", False),
        ("password", False),
    ],
)
def test_a_key_has_a_shape(key: str, is_one: bool) -> None:
    assert looks_like_key(key) is is_one


@pytest.mark.parametrize(
    ("vat", "trial", "real"),
    [
        ("094014201", "", ""),
        ("EL094014201", "", ""),
        ("el 094 014 201", "", ""),
        ("094014202", "", "connection_vat_digit"),
        ("000000000", "", "connection_vat_digit"),
        ("", "connection_vat_missing", "connection_vat_missing"),
        ("EL", "connection_vat_malformed", "connection_vat_malformed"),
        ("09401420", "connection_vat_malformed", "connection_vat_malformed"),
        ("٠٩٤٠١٤٢٠١", "connection_vat_malformed", "connection_vat_malformed"),
    ],
)
def test_a_companys_number_is_looked_at(vat: str, trial: str, real: str) -> None:
    assert (vat_fault(vat, real=False), vat_fault(vat, real=True)) == (trial, real)


# --- whose new documents are --------------------------------------------------------------------------


def test_the_connections_company_issues_with_all_that_it_said_of_itself() -> None:
    before = Party(registered_name="Εταιρεία Α.Ε.", vat=f"EL{VAT}", branch_code=3)
    assert company_of(VAT, before) is before
    stranger = Party(registered_name="Άλλη Α.Ε.", vat="EL090000045")
    made = company_of(VAT, stranger)
    assert made is not None
    assert (made.vat, made.registered_name, made.branch_code) == (f"EL{VAT}", None, 0)
    assert company_of("", stranger) is stranger
    assert company_of("", None) is None


@pytest.fixture
def real_desk(tmp_path: Path) -> Iterator[Desk]:
    desk = bootstrap.open_desk(bootstrap.Options(tmp_path, "uat", company_vat=VAT, database_url=None))
    yield desk
    desk.close()


def test_a_new_document_on_a_real_server_carries_the_companys_number(real_desk: Desk) -> None:
    draft = real_desk.new_draft()
    assert draft.document.issuer is not None
    assert draft.document.issuer.vat == f"EL{VAT}"
    following = real_desk.next_draft(draft)
    assert following.document.issuer == draft.document.issuer
    assert real_desk.compose(draft).problems, "its name and address are still asked for"


def test_in_practice_the_practice_company_issues_whatever_is_chosen(tmp_path: Path) -> None:
    desk = bootstrap.open_desk(bootstrap.Options(tmp_path, company_vat=VAT, database_url=None))
    try:
        issuer = desk.new_draft().document.issuer
        assert issuer is not None
        assert issuer.vat == "EL999999993"
    finally:
        desk.close()


def test_what_is_typed_of_the_company_goes_on_in_the_next_document(real_desk: Desk) -> None:
    from dataclasses import replace

    draft = real_desk.new_draft()
    told = Party(registered_name="Εταιρεία Α.Ε.", vat=f"EL{VAT}", branch_code=0)
    typed = replace(draft, document=draft.document.model_copy(update={"issuer": told}))
    following = real_desk.next_draft(typed)
    assert following.document.issuer == told
