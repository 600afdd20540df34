"""The practice company: a made-up issuer, so that the program can be used before anything is set up."""

from __future__ import annotations

from einvoice_desktop.domain.parties import Address, Party

PRACTICE = "practice"
"""Name of the practice provider's books."""

PRACTICE_VAT = "EL999999993"


def practice_company() -> Party:
    """The issuer of practice documents. Its number passes the check digit and belongs to nobody."""
    return Party(
        registered_name="Εταιρεία Εξάσκησης Μονοπρόσωπη Ι.Κ.Ε.",
        brand_name="Εξάσκηση",
        vat=PRACTICE_VAT,
        tax_office="ΔΟΥ Α΄ Αθηνών",
        general_commercial_registry_number="000000000000",
        activities=("Εμπόριο και υπηρεσίες",),
        phones=("2100000000",),
        address=Address(country_code="GR", city="Αθήνα", street="Οδός Δοκιμής", number="1", postal="10431"),
        branch_code=0,
    )
