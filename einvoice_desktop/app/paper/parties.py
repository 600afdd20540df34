"""The parties as they stand on paper: name, trade, address, numbers, ways to reach them."""

from __future__ import annotations

from collections.abc import Sequence

from einvoice_desktop.app.entry import fold
from einvoice_desktop.app.paper.content import PartyBlock
from einvoice_desktop.app.paper.plain import flat
from einvoice_desktop.app.paper.speech import Speech
from einvoice_desktop.app.paper.words import inline
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.parties import Address, Party

HOME = "GR"
_BETWEEN = " · "
_TAX_OFFICE = "δου"

_OTHERS = (
    ("recipient", "recipient"),
    ("billing_contractor", "billing_contractor"),
    ("originator", "originator"),
    ("sender", "sender"),
    ("on_behalf_of", "on_behalf_of"),
    ("transporter", "transporter"),
    ("vat_mediator", "vat_mediator"),
    ("seller", "seller"),
    ("buyer", "buyer"),
)
"""Member of Document -> word of the paper."""


def address_text(address: Address | None, speech: Speech) -> str:
    """An address in one row; the country where it is not Greece. "" for none."""
    if address is None:
        return ""
    street = _joined(" ", address.street, address.number)
    place = _joined(" ", address.postal, address.city or address.municipality)
    country = "" if address.country_code in (None, "", HOME) else _country(address, speech)
    return _joined(", ", street, place, address.region, country)


def party_block(key: str, party: Party | None, speech: Speech) -> PartyBlock | None:
    """A party under the word `key`; None where nothing is known of it."""
    if party is None:
        return None
    name = flat(party.registered_name) or flat(party.brand_name)
    kept = (
        *_self(party, name),
        address_text(party.address, speech),
        *_numbers(party, speech),
        *_reach(party, speech),
    )
    rows = tuple(row for row in kept if row)
    return PartyBlock(speech.term(key), name, rows) if name or rows else None


def other_parties(document: Document, speech: Speech) -> tuple[PartyBlock, ...]:
    """Everybody who is named beside issuer and customer."""
    found = [party_block(key, getattr(document, member), speech) for member, key in _OTHERS]
    found += [party_block("transporter", party, speech) for party in document.additional_transporters or ()]
    found += [party_block("related", party, speech) for party in document.other_related_entities or ()]
    return tuple(block for block in found if block is not None)


def _self(party: Party, name: str) -> list[str]:
    brand = flat(party.brand_name)
    return [
        brand if brand != name else "",
        _joined(_BETWEEN, *(party.activities or ())),
    ]


def _numbers(party: Party, speech: Speech) -> list[str]:
    return [
        _joined(_BETWEEN, speech.named("vat_number", party.vat), _tax_office(party, speech)),
        speech.named("registry", party.general_commercial_registry_number),
        _branch(party, speech),
        speech.named("party_code", party.code),
        speech.named("identity", _joined(" ", party.identity_type, party.identity_identifier)),
        speech.named(
            "tax_representative",
            _joined(", ", party.tax_representative_name, party.tax_representative_vat),
        ),
    ]


def _tax_office(party: Party, speech: Speech) -> str:
    """Many write its abbreviation themselves."""
    named = fold(flat(party.tax_office)).replace(".", "").startswith(_TAX_OFFICE)
    return flat(party.tax_office) if named else speech.named("tax_office", party.tax_office)


def _branch(party: Party, speech: Speech) -> str:
    """The head office (branch 0) goes without saying."""
    code = str(party.branch_code) if party.branch_code else ""
    place = _joined(", ", party.branch, address_text(party.branch_address, speech))
    return speech.named("branch", _joined(" – ", code, place))


def _reach(party: Party, speech: Speech) -> list[str]:
    return [
        _joined(
            _BETWEEN,
            speech.named("phone", _joined(", ", *(party.phones or ()), *(party.branch_phones or ()))),
            speech.named("fax", _joined(", ", *(party.faxes or ()))),
        ),
        _joined(_BETWEEN, *(party.emails or ()), party.url),
        speech.named("contact", party.contact_person),
        flat(party.other_info),
    ]


def _country(address: Address, speech: Speech) -> str:
    return inline(speech.label("countries", address.country_code)) or flat(
        address.country or address.country_code
    )


def _joined(between: str, *parts: str | None) -> str:
    clean: Sequence[str] = [flat(part) for part in parts]
    return between.join(part for part in clean if part)
