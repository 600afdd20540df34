"""What the provider gives back for an issued document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Receipt:
    """The provider's answer to an issued document, as it came (api 2.1). "" where it said nothing.

    `mark` is the authority's number, 15 digits as text (a JSON number on the wire, never a float), "" while
    it is still to be fetched; `url` the page that the QR names.
    """

    mark: str
    uid: str
    authentication_code: str
    status: str
    url: str
    series: str
    number: str
    date_issued: str
    internal_id: str
    message: str
    signature: str = ""
    integrity_signature: str = ""
    domain: str = ""
    erp_qr_code: str = ""
    unique_id: str = ""
    cancellation_mark: str = ""
    qr_code_string: str = ""
    """The QR as text or picture; filled only where the provider has switched that on for the account."""
    provider_signed: bool = False
    """The provider signed it by itself, the authority being out of reach (sign policy 0 or 1)."""
