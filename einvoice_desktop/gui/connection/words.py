"""What servers and ways in are called, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.connection import SERVERS
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.domain.submission import SignIn

OTHER = ""
"""Value of "another address" among the servers."""


def server_rows() -> list[tuple[str, str]]:
    """The servers that are offered and their words; another address comes last."""
    translate = QCoreApplication.translate
    names = {
        PRACTICE: translate("Connection", "Practice, on this computer"),
        "uat": translate("Connection", "Trial (UAT) – IMPACT"),
        "production": translate("Connection", "Production – IMPACT"),
        "softone-uat": translate("Connection", "Trial (UAT) – SoftOne"),
        "softone-production": translate("Connection", "Production – SoftOne"),
    }
    return [*((name, names[name]) for name in SERVERS), (OTHER, translate("Connection", "Another address…"))]


def server_meaning(server: str) -> str:
    """What documents that go there are worth."""
    translate = QCoreApplication.translate
    if server == PRACTICE:
        return translate("Connection", "Nothing leaves this computer; every document is a made-up one.")
    if server.endswith("uat"):
        return translate("Connection", "The provider's test service: documents have no legal effect.")
    if server.endswith("production"):
        return translate("Connection", "Documents are real and go to the tax authority.")
    return translate(
        "Connection", "https only; http only on this computer. Documents may be real: you know whose it is."
    )


def sign_in_rows() -> list[tuple[str, str]]:
    """The ways in and their words."""
    translate = QCoreApplication.translate
    return [
        (SignIn.BEARER, translate("Connection", "Sign in, then a token (bearer)")),
        (SignIn.APIKEY, translate("Connection", "The key with each document (APIKey)")),
        (SignIn.OAUTH, translate("Connection", "OAuth 2.0 (client credentials)")),
    ]


def sign_in_meaning(sign_in: str) -> str:
    """What that way does with the key."""
    translate = QCoreApplication.translate
    meanings = {
        SignIn.BEARER: translate(
            "Connection", "The usual way: the key is shown once, tokens of 15 minutes do the rest."
        ),
        SignIn.APIKEY: translate("Connection", "Nobody signs in; the key itself goes along every time."),
        SignIn.OAUTH: translate("Connection", "As the first, where the provider asks for OAuth."),
    }
    return meanings[SignIn(sign_in)]
