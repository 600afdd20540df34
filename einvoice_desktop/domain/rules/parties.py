"""Rules on who issues and who receives: named, numbered, in the right country, not the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.identifiers import registry_number_is_valid, union_vat_is_valid, whole_vat
from einvoice_desktop.domain.identity import afm_is_valid, bare_vat
from einvoice_desktop.domain.movement import DistributionDetails
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning

GREECE = "GR"
NOBODY = "000000000"
"""The placeholder for a party without a Greek VAT number (rule 289; the published 3.1 documents)."""

SAME_PARTY_PURPOSE = 8
"""Move purpose "between own premises": issuer and counterparty must be equal (286)."""

COMPLEX = 5
"""Special category of a complex domestic and foreign transaction: the country follows its own way."""

AGGREGATE_NOTE = "9.2"
"""Its goods have many receivers: none is named by number (289, api 3.1)."""

NAME_LENGTH, STREET_LENGTH, CITY_LENGTH, VAT_LENGTH = 200, 150, 150, 30
_FIRST_BRANCH = 0


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
        moves = row.movement or bool(document.is_delivery_note)
        yield from _named(party, row.counterpart_certain, named_by_movement=moves)
    elif row.counterpart == "forbidden" and _is_known(party) and not document.is_delivery_note:
        # One good source only (RULES 3), and the provider's retail sample names the customer.
        yield warning("counterParty.vat", "counterparty_on_retail", "205", type=row.code)
    elif row.is_order and _is_known(party):
        yield warning("counterParty.vat", "counterparty_on_order", "205", type=row.code)


def _named(party: Party | None, certain: bool, named_by_movement: bool) -> Iterator[Problem]:
    """`named_by_movement`: of a party with a number the rule of what travels tells that its name lacks."""
    told = named_by_movement and party is not None and bool(party.vat)
    if party is None or not party.vat:
        yield problem(certain, "counterParty.vat", "counterparty_vat_missing", "204")
    if not told and (party is None or not party.registered_name):
        yield problem(certain, "counterParty.registeredName", "counterparty_name_missing")
    address = (party.address if party else None) or Address()
    if not address.city or not address.postal:
        # An address that is begun has both (RULES 6); without any the provider's page leaves it open.
        begun = bool(address.street or address.number or address.city or address.postal)
        path = f"counterParty.address.{'postal' if address.city else 'city'}"
        yield problem(begun, path, "counterparty_address_incomplete", "204")


def country_of_type(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Greece for 1.1 and 2.1, the Union for 1.2 and 2.2, beyond it for 1.3 and 2.3 (242-244, 287)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    party = document.counter_party
    country = party.address.country_code if party and party.address else None
    if row is None or not country or document.special_invoice_category == COMPLEX:
        return
    known = around.codes.rows("countries").get(country)
    if known is None:
        return
    greek = country == GREECE
    in_union = bool(known["eu"]) and not greek
    code, number = "", ""
    match row.counterpart_country:
        case "GR" if not greek:
            code, number = "counterparty_not_greek", "242"
        case "EU_not_GR" if not in_union:
            code, number = "counterparty_not_in_union", "287" if greek else "243"
        case "non_EU" if in_union or greek:
            code, number = "counterparty_in_union", "287" if greek else "244"
    if code:
        yield error("counterParty.address.countryCode", code, number, country=country)


def country_named(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A counterparty that must be named has a country (RULES 6)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    party = document.counter_party
    required = row is not None and row.counterpart in ("required", "required_self")
    if required and party is not None and not (party.address and party.address.country_code):
        yield warning("counterParty.address.countryCode", "counterparty_country_missing", "204")


def countries_exist(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Countries are ISO codes: Greece is GR, never EL (RULES 6; api 7.1.2)."""
    moved = document.distribution_details or DistributionDetails()
    for name, who in (
        ("issuer", document.issuer),
        ("counterParty", document.counter_party),
        ("recipient", document.recipient),
        ("transporter", document.transporter),
        ("distributionDetails.deliveryOriginDetails", moved.delivery_origin_details),
        ("distributionDetails.deliveryDestinationDetails", moved.delivery_destination_details),
    ):
        country = who.address.country_code if who and who.address else None
        if country and not around.codes.has("countries", country):
            code = "country_is_a_vat_prefix" if country.upper() == "EL" else "code_unknown"
            yield error(f"{name}.address.countryCode", code, "101", value=country[:20])


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
    if not re.fullmatch(r"\d{9}", digits, re.ASCII):
        # Without a country the provider does not look (api 7.1.3).
        yield problem(country == GREECE, path, "vat_number_length", "202", value=digits[:30])
    elif not afm_is_valid(digits):
        yield problem(around.live, path, "vat_number_check_digit", "202", value=digits)


def vat_prefixes(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Before a Greek VAT number stands EL, never GR (RULES 6; api 4.2). The provider takes GR too."""
    for name, party in (("issuer", document.issuer), ("counterParty", document.counter_party)):
        if party is not None and (party.vat or "").upper().startswith(GREECE):
            yield warning(f"{name}.vat", "vat_prefix_is_a_country", value=(party.vat or "")[:30])


def issuer_is_not_counterparty(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Nobody invoices himself (235), moves between own premises aside."""
    ours, theirs = _both(document)
    row = around.codes.invoice_type(document.invoice_type_code)
    to_self = row is not None and row.counterpart == "required_self"
    if ours and ours == theirs and ours != NOBODY and not _moves_to_self(document) and not to_self:
        yield error("counterParty.vat", "issuer_is_counterparty", "235")


def issuer_is_counterparty_of_own_move(
    document: Document, sums: Sums, around: Surroundings
) -> Iterator[Problem]:
    """Between own premises issuer and counterparty are the same (286)."""
    ours, theirs = _both(document)
    if _moves_to_self(document) and ours and theirs and ours != theirs:
        yield error("counterParty.vat", "own_move_to_another", "286")


def _both(document: Document) -> tuple[str, str]:
    ours, theirs = document.issuer, document.counter_party
    return bare_vat(ours.vat) if ours else "", bare_vat(theirs.vat) if theirs else ""


def _moves_to_self(document: Document) -> bool:
    details = document.distribution_details
    return details is not None and details.move_purpose_code == SAME_PARTY_PURPOSE


def nobody_by_number(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """An aggregate note, and a receiver who is not obliged, go to 000000000 (289)."""
    nobody = document.invoice_type_code == AGGREGATE_NOTE or document.non_obligated_recipient
    if nobody and _is_known(document.counter_party) and not _moves_to_self(document):
        yield error("counterParty.vat", "counterparty_must_be_nobody", "289")


def greek_by_number(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A type for Greek businesses names one by its number: zeros are nobody (RULES 12), and go with a
    receiver who is not obliged (289)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    party = document.counter_party
    to_greeks = row is not None and row.counterpart_country == GREECE
    if to_greeks and party and bare_vat(party.vat) == NOBODY and not document.non_obligated_recipient:
        yield warning("counterParty.vat", "counterparty_is_nobody", "202")


def vat_in_union(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The VAT number of a customer elsewhere in the Union has that state's form (RULES 12)."""
    party = document.counter_party
    country = party.address.country_code if party and party.address else None
    if party is None or not party.vat or not country or country == GREECE:
        return
    row = around.codes.rows("eu_vat_formats").get(country)
    nobody = bare_vat(party.vat) == NOBODY
    if row is None or (nobody and not _needs_union_number(document)):
        return
    if nobody or not union_vat_is_valid(party.vat, str(row["vat_prefix"]), str(row["regex"])):
        form, form_el = row["format"], row["format_el"]
        yield warning("counterParty.vat", "vat_number_form", form=form, form_el=form_el, country=country)


def vat_check_digit_abroad(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The check digit of a number elsewhere in the Union (RULES 12). Without a country its prefix tells."""
    party = document.counter_party or Party()
    vat = (party.vat or "").strip()
    country = (party.address.country_code if party.address else None) or vat[:2].upper()
    row = around.codes.rows("eu_vat_formats").get(country)
    if country == GREECE or row is None:
        return
    prefix, pattern = str(row["vat_prefix"]), str(row["regex"])
    if union_vat_is_valid(vat, prefix, pattern) and around.check_digit_is_wrong(whole_vat(vat, prefix)):
        yield warning("counterParty.vat", "vat_number_check_digit_abroad", value=vat, country=country)


def _needs_union_number(document: Document) -> bool:
    """Without VAT within the Union only to somebody who has a number there."""
    return document.invoice_type_code in ("1.2", "2.2")


def branches(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A branch is a whole number from 0, which is the head office (RULES 2)."""
    for name, party in (("issuer", document.issuer), ("counterParty", document.counter_party)):
        if party is not None and party.branch_code is not None and party.branch_code < _FIRST_BRANCH:
            yield error(f"{name}.branchCode", "branch_negative", "101")


def registry_numbers(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A GEMI number has 12 digits (RULES 12). Not mandatory; printed. Zeros alone say that there is none."""
    for name, party in (("issuer", document.issuer), ("counterParty", document.counter_party)):
        number = (party.general_commercial_registry_number if party else None) or ""
        if number.strip().strip("0") and not registry_number_is_valid(number):
            yield warning(f"{name}.generalCommercialRegistryNumber", "registry_number_odd", value=number[:30])


def text_limits(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The authority's limits on names and addresses (262; RULES 2). On ordinary documents it is not sent
    Greek names at all (RULES 6): there they only warn."""
    row = around.codes.invoice_type(document.invoice_type_code)
    moves = bool(document.is_delivery_note) or (row is not None and row.movement)
    for name, party in (("issuer", document.issuer), ("counterParty", document.counter_party)):
        if party is None:
            continue
        address = party.address or Address()
        foreign = address.country_code not in (None, "", GREECE) and not (row is not None and row.is_retail)
        sent = moves or (name == "counterParty" and foreign)
        texts = (
            ("registeredName", party.registered_name, NAME_LENGTH),
            ("vat", party.vat, VAT_LENGTH),
            ("address.street", address.street, STREET_LENGTH),
            ("address.city", address.city, CITY_LENGTH),
        )
        for path, text, limit in texts:
            if text and len(text) > limit:
                certain = sent and path != "vat"
                yield problem(certain, f"{name}.{path}", "text_too_long", "262", limit=limit)


_SIDES = ("issuer", "counterParty")
_WITH_ADDRESS = (
    *(*_SIDES, "recipient", "transporter"),
    "distributionDetails.deliveryOriginDetails",
    "distributionDetails.deliveryDestinationDetails",
)

RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        issuer,
        (Tells("issuer.registeredName", "field_missing"), Tells("issuer.vat", "field_missing")),
        "high",
        "api 4.1",
    ),
    Rule(
        counterparty,
        (
            Tells("counterParty.vat", "counterparty_vat_missing", "204"),
            Tells("counterParty.registeredName", "counterparty_name_missing"),
            Tells("counterParty.address.city", "counterparty_address_incomplete", "204"),
            Tells("counterParty.address.postal", "counterparty_address_incomplete", "204"),
            Tells("counterParty.vat", "counterparty_on_retail", "205", "medium"),
            Tells("counterParty.vat", "counterparty_on_order", "205", "medium"),
        ),
        "high",
        "RULES 3, 6; api 10; law 4308/2014 art. 9",
    ),
    Rule(
        country_of_type,
        (
            Tells("counterParty.address.countryCode", "counterparty_not_greek", "242"),
            Tells("counterParty.address.countryCode", "counterparty_not_in_union", "243"),
            Tells("counterParty.address.countryCode", "counterparty_not_in_union", "287"),
            Tells("counterParty.address.countryCode", "counterparty_in_union", "244"),
            Tells("counterParty.address.countryCode", "counterparty_in_union", "287"),
        ),
        "high",
        "RULES 3",
    ),
    Rule(
        country_named,
        (Tells("counterParty.address.countryCode", "counterparty_country_missing", "204"),),
        "medium",
        "RULES 6",
    ),
    Rule(
        countries_exist,
        (
            *(Tells(f"{name}.address.countryCode", "code_unknown", "101") for name in _WITH_ADDRESS),
            *(
                Tells(f"{name}.address.countryCode", "country_is_a_vat_prefix", "101")
                for name in _WITH_ADDRESS
            ),
        ),
        "high",
        "RULES 6; api 7.1.2",
    ),
    Rule(
        vat_numbers,
        (
            *(Tells(f"{name}.vat", "vat_number_length", "202") for name in _SIDES),
            *(Tells(f"{name}.vat", "vat_number_check_digit", "202") for name in _SIDES),
        ),
        "high",
        "RULES 12; api 7.1.3",
    ),
    Rule(
        vat_prefixes,
        tuple(Tells(f"{name}.vat", "vat_prefix_is_a_country") for name in _SIDES),
        "medium",
        "RULES 6; api 4.2, 7.1.3",
    ),
    Rule(
        greek_by_number,
        (Tells("counterParty.vat", "counterparty_is_nobody", "202"),),
        "medium",
        "RULES 3, 12",
    ),
    Rule(vat_in_union, (Tells("counterParty.vat", "vat_number_form"),), "medium", "RULES 12"),
    Rule(
        vat_check_digit_abroad,
        (Tells("counterParty.vat", "vat_number_check_digit_abroad"),),
        "medium",
        "RULES 12",
    ),
    Rule(
        issuer_is_not_counterparty,
        (Tells("counterParty.vat", "issuer_is_counterparty", "235"),),
        "high",
        "RULES 6",
    ),
    Rule(
        issuer_is_counterparty_of_own_move,
        (Tells("counterParty.vat", "own_move_to_another", "286"),),
        "high",
        "RULES 6",
    ),
    Rule(
        nobody_by_number,
        (Tells("counterParty.vat", "counterparty_must_be_nobody", "289"),),
        "high",
        "api 3.1, 11",
    ),
    Rule(
        branches,
        tuple(Tells(f"{name}.branchCode", "branch_negative", "101") for name in _SIDES),
        "high",
        "RULES 2",
    ),
    Rule(
        registry_numbers,
        tuple(Tells(f"{name}.generalCommercialRegistryNumber", "registry_number_odd") for name in _SIDES),
        "medium",
        "RULES 12",
    ),
    Rule(
        text_limits,
        tuple(
            Tells(f"{name}.{path}", "text_too_long", "262")
            for name in _SIDES
            for path in ("registeredName", "vat", "address.street", "address.city")
        ),
        "high",
        "RULES 2",
    ),
)
"""Of who issues and who receives."""
