"""Rules on who issues and who receives: named, numbered, in the right country, not the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identity import afm_is_valid, bare_vat
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning

GREECE = "GR"
NOBODY = "000000000"
"""The placeholder for a party without a Greek VAT number (rule 289; the published 3.1 documents)."""

SAME_PARTY_PURPOSE = 8
"""Move purpose "between own premises": issuer and counterparty must be equal (286)."""

_NAME_LENGTH, _STREET_LENGTH, _CITY_LENGTH = 200, 150, 150


def issuer(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The issuer has a name and a VAT number (api 4.1)."""
    party = document.issuer
    if party is None or not party.registered_name:
        yield error("issuer.registeredName", "field_missing")
    if party is None or not party.vat:
        yield error("issuer.vat", "field_missing")


def counterparty(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Who must be named (RULES 3, 6; law 4308/2014 art. 9) and, on retail, who need not be."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None:
        return
    party = document.counter_party
    if row.counterpart in ("required", "required_self"):
        yield from _named(party, row.counterpart_certain)
        yield from _country(party, row.counterpart_country, around)
    elif row.counterpart == "forbidden" and _is_known(party) and not document.is_delivery_note:
        # One good source only (RULES 3), and the provider's retail sample names the customer.
        yield warning("counterParty.vat", "counterparty_on_retail", type=row.code)


def _named(party: Party | None, certain: bool) -> Iterator[Problem]:
    if party is None or not party.vat:
        yield problem(certain, "counterParty.vat", "counterparty_vat_missing", "204")
    if party is None or not party.registered_name:
        yield problem(certain, "counterParty.registeredName", "counterparty_name_missing")
    address = party.address if party else None
    if address is None or not address.city or not address.postal:
        path = (
            "counterParty.address.city"
            if address is None or not address.city
            else "counterParty.address.postal"
        )
        yield warning(path, "counterparty_address_incomplete", "204")


def _country(party: Party | None, wanted: str, around: Surroundings) -> Iterator[Problem]:
    """Greece for 1.1 and 2.1, the Union for 1.2 and 2.2, beyond it for 1.3 and 2.3 (242-244)."""
    country = party.address.country_code if party and party.address else None
    if not country:
        return
    row = around.codes.rows("countries").get(country)
    in_union = row is not None and bool(row["eu"]) and country != GREECE
    if wanted == GREECE and country != GREECE:
        yield error("counterParty.address.countryCode", "counterparty_not_greek", "242", country=country)
    elif wanted == "EU_not_GR" and not in_union:
        yield error("counterParty.address.countryCode", "counterparty_not_in_union", "243", country=country)
    elif wanted == "non_EU" and (in_union or country == GREECE):
        yield error("counterParty.address.countryCode", "counterparty_in_union", "244", country=country)


def _is_known(party: Party | None) -> bool:
    return party is not None and bare_vat(party.vat) not in ("", NOBODY)


def vat_numbers(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Length of a Greek VAT number (api 7.1.3; 202) and its check digit (RULES 12)."""
    if document.issuer is not None:
        yield from _vat_number(document.issuer, "issuer.vat", around)
    row = around.codes.invoice_type(document.invoice_type_code)
    checked = row is None or not (row.is_retail or row.code == "8.2")
    if document.counter_party is not None and checked:
        yield from _vat_number(document.counter_party, "counterParty.vat", around)


def _vat_number(party: Party, path: str, around: Surroundings) -> Iterator[Problem]:
    country = party.address.country_code if party.address else None
    digits = bare_vat(party.vat)
    greek = country == GREECE or (country is None and (party.vat or "").upper().startswith(("EL", GREECE)))
    if not digits or not greek or digits == NOBODY:
        return
    if not re.fullmatch(r"\d{8,9}", digits, re.ASCII):
        # Without a country the provider does not look (api 7.1.3).
        yield problem(country == GREECE, path, "vat_number_length", "202", value=digits[:30])
    elif not afm_is_valid(digits):
        yield problem(around.live, path, "vat_number_check_digit", "202", value=digits)


def issuer_is_not_counterparty(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Nobody invoices himself (235), moves between own premises aside (286)."""
    ours = bare_vat(document.issuer.vat) if document.issuer else ""
    theirs = bare_vat(document.counter_party.vat) if document.counter_party else ""
    row = around.codes.invoice_type(document.invoice_type_code)
    moved = document.distribution_details.move_purpose_code if document.distribution_details else None
    to_self = row is not None and row.counterpart == "required_self"
    if ours and ours == theirs and ours != NOBODY and moved != SAME_PARTY_PURPOSE and not to_self:
        yield error("counterParty.vat", "issuer_is_counterparty", "235")


def text_limits(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The authority's limits on names and addresses (RULES 2). The provider may shorten: a warning."""
    for name, party in (("issuer", document.issuer), ("counterParty", document.counter_party)):
        if party is None:
            continue
        address = party.address
        texts = (
            ("registeredName", party.registered_name, _NAME_LENGTH),
            ("address.street", address.street if address else None, _STREET_LENGTH),
            ("address.city", address.city if address else None, _CITY_LENGTH),
        )
        for path, text, limit in texts:
            if text and len(text) > limit:
                yield warning(f"{name}.{path}", "text_too_long", limit=limit)
