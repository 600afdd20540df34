"""Rules on documents to the Greek state: what they must name, and a document that must not become one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from einvoice_desktop.domain.document import B2GDetails, Document
from einvoice_desktop.domain.identifiers import cpv_fault
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, LineCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, warning
from einvoice_desktop.domain.totals import LineAmounts, is_summed
from einvoice_desktop.domain.type_fields import TO_THE_STATE

STATE = ("ELB2G", "6")
"""The document type code of a document to the state, by name and by number (api 5, 6)."""

_MANDATORY = (
    ("contractingAuthorityCode", "contracting_authority_code"),
    ("contractTypeCode", "contract_type_code"),
    ("contractReferenceCode", "contract_reference_code"),
)


def is_to_the_state(document: Document) -> bool:
    """Whether it is meant for a public body."""
    return document.document_type_code in STATE


def by_accident(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A contracting authority's code turns these types into documents to the state (api 7.1.5)."""
    b2g = document.b2g_details
    named = b2g is not None and bool(b2g.contracting_authority_code)
    if named and not is_to_the_state(document) and document.invoice_type_code in TO_THE_STATE:
        yield error("b2GDetails.contractingAuthorityCode", "b2g_by_accident")


def type_of_state(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Only six types are treated as documents to the state (api 7.1.5)."""
    code = document.invoice_type_code
    if is_to_the_state(document) and code and code not in TO_THE_STATE:
        yield warning("documentTypeCode", "b2g_not_of_type", type=code)


def details_of_state(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """Contracting authority, contract type and ADAM ("0" where there is none) are mandatory (api 6)."""
    if not is_to_the_state(document):
        return
    b2g = document.b2g_details or B2GDetails()
    for name, attribute in _MANDATORY:
        if not (getattr(b2g, attribute) or "").strip():
            yield error(f"b2GDetails.{name}", "field_missing")
    if not (b2g.contracting_authority or "").strip():
        # The published document to the state leaves it out.
        yield warning("b2GDetails.contractingAuthority", "b2g_authority_name_missing")


def shapes_of_state(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """An authority's code like 1015.E00236.0001, a contract type of 1|, 2| or 3| and a number (api 6)."""
    b2g = document.b2g_details
    if b2g is None or not is_to_the_state(document):
        return
    code, kind = b2g.contracting_authority_code, b2g.contract_type_code
    if code and not re.fullmatch(r"\d{4}\.[A-Z0-9]{5,6}\.\d{4,5}", code, re.ASCII):
        yield warning("b2GDetails.contractingAuthorityCode", "b2g_authority_code_odd", value=code[:40])
    if kind and not re.fullmatch(r"[123]\|\S.*", kind):
        yield error("b2GDetails.contractTypeCode", "b2g_contract_type_odd", value=kind[:40])


def recipient_of_state(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """The recipient's name, VAT number and address are mandatory (api 6)."""
    if not is_to_the_state(document):
        return
    party = document.recipient or Party()
    address = party.address or Address()
    for path, value in (
        ("registeredName", party.registered_name),
        ("vat", party.vat),
        ("address.countryCode", address.country_code),
        ("address.city", address.city),
        ("address.street", address.street),
        ("address.postal", address.postal),
    ):
        if not (value or "").strip():
            yield error(f"recipient.{path}", "field_missing")


def line_of_state(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Every line has its CPV code (api 7.1.1) and its EN 16931 unit (api 6)."""
    if not is_to_the_state(document) or not is_summed(line):
        return
    if not (line.cpv_code or "").strip():
        yield error("cpvCode", "field_missing")
    if not (line.measurement_unit_code_en or "").strip():
        yield error("measurementUnitCodeEN", "field_missing")


def cpv(line: Detail, amounts: LineAmounts, document: Document, around: Surroundings) -> Iterator[Problem]:
    """A CPV code is eight digits and a check digit; the provider's own page prints one with nine."""
    fault = cpv_fault(line.cpv_code or "")
    if fault:
        yield warning("cpvCode", fault, value=(line.cpv_code or "")[:30])


def unit_of_state(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """EN 16931 units are the two or three capital letters and digits of UN/ECE Recommendation 20 (H87 …)."""
    unit = line.measurement_unit_code_en
    if unit and not re.fullmatch(r"[A-Z0-9]{2,3}", unit, re.ASCII):
        yield warning("measurementUnitCodeEN", "unit_en_odd", value=unit[:20])


RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        by_accident,
        (Tells("b2GDetails.contractingAuthorityCode", "b2g_by_accident"),),
        "high",
        "api 7.1.5",
    ),
    Rule(type_of_state, (Tells("documentTypeCode", "b2g_not_of_type"),), "medium", "api 7.1.5"),
    Rule(
        details_of_state,
        (
            *(Tells(f"b2GDetails.{name}", "field_missing") for name, _ in _MANDATORY),
            Tells("b2GDetails.contractingAuthority", "b2g_authority_name_missing", "", "medium"),
        ),
        "high",
        "api 6",
    ),
    Rule(
        shapes_of_state,
        (
            Tells("b2GDetails.contractingAuthorityCode", "b2g_authority_code_odd", "", "medium"),
            Tells("b2GDetails.contractTypeCode", "b2g_contract_type_odd"),
        ),
        "high",
        "api 6",
    ),
    Rule(
        recipient_of_state,
        tuple(
            Tells(f"recipient.{path}", "field_missing")
            for path in (
                *("registeredName", "vat", "address.countryCode"),
                *("address.city", "address.street", "address.postal"),
            )
        ),
        "high",
        "api 6",
    ),
)
"""Of documents to the state."""

LINE_RULES: tuple[Rule[LineCheck], ...] = (
    Rule(
        line_of_state,
        (Tells("cpvCode", "field_missing"), Tells("measurementUnitCodeEN", "field_missing")),
        "high",
        "api 6, 7.1.1",
    ),
    Rule(
        cpv,
        (Tells("cpvCode", "cpv_shape"), Tells("cpvCode", "cpv_check_digit")),
        "medium",
        "api 6; Regulation (EC) 213/2008",
        only_with=frozenset({"cpv_code"}),
    ),
    Rule(
        unit_of_state,
        (Tells("measurementUnitCodeEN", "unit_en_odd"),),
        "medium",
        "api 6",
        only_with=frozenset({"measurement_unit_code_en"}),
    ),
)
"""Of lines to the state."""
