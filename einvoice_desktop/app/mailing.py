"""A document as a message: its words and the draft that a mail program opens (RFC 5322)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from typing import TYPE_CHECKING

from einvoice_desktop.app.entry import show_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.app.naming import Naming

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}")

# Not the newer policies: they lose spaces where they fold a Greek subject (Python 3.11 to 3.13).
_LINES = compat32.clone(linesep="\r\n")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that a person sends by the mail program of the system. `to` is "" where it is not known."""

    to: str
    subject: str
    body: str
    file_name: str
    pdf: bytes


def recipient(candidates: tuple[str, ...]) -> str:
    """The first that is an address and nothing else; "" where none is."""
    bare = (candidate.strip() for candidate in candidates)
    return next((text for text in bare if _ADDRESS.fullmatch(text) and text[0] != "-"), "")


def letter_about(
    naming: Naming, pdf: bytes, sentence: Callable[[str, Mapping[str, str], Language], str], *, trial: bool
) -> Letter:
    """The message that goes with a document's PDF, in the language of the paper."""

    def say(code: str) -> str:
        return sentence(code, params, naming.language)

    params = {
        "title": naming.title,
        "date": show_date(naming.date),
        "issuer": naming.issuer,
        "mark": naming.mark,
        "address": naming.address,
    }
    subject = " – ".join(part for part in (naming.title, naming.issuer) if part)
    issued = [say("mail_mark"), naming.address] if naming.mark else [say("mail_not_issued")]
    blocks = [say("mail_greeting"), say("mail_attached"), "\n".join(filter(None, issued))]
    if trial:
        subject = f"{say('mail_trial_subject')}: {subject}"
        blocks.append(say("mail_trial"))
    blocks.append(say("mail_closing"))
    return Letter(
        to=naming.email,
        subject=one_line(subject),
        body="\n\n".join(blocks) + "\n",
        file_name=naming.pdf_name,
        pdf=pdf,
    )


def one_line(text: str) -> str:
    """`text` for a subject: no line end in a name may begin another header."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def unsent_message(letter: Letter) -> bytes:
    """The message as a file (.eml) that Outlook and Thunderbird open as a draft to be sent.

    It names no sender and no date: the mail program puts them in.
    """
    message = MIMEMultipart(policy=_LINES)
    message["X-Unsent"] = "1"
    if letter.to:
        message["To"] = letter.to
    message["Subject"] = Header(letter.subject, "utf-8", header_name="Subject").encode()
    message.attach(MIMEText(letter.body, "plain", "utf-8", policy=_LINES))
    pdf = MIMEApplication(letter.pdf, "pdf", policy=_LINES)
    pdf.add_header("Content-Disposition", "attachment", filename=("utf-8", "", letter.file_name))
    message.attach(pdf)
    return message.as_bytes()
