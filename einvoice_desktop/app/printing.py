"""From a document to what stands on its paper: drafts, documents on their way, issued ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from einvoice_desktop.app.cancelling import was_cancelled
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.paper import head
from einvoice_desktop.app.paper.content import Form, PaperContent, PaperWishes, PartyBlock, Term
from einvoice_desktop.app.paper.lines import is_moneyless, paper_lines, vat_rows
from einvoice_desktop.app.paper.movement import movement
from einvoice_desktop.app.paper.parties import other_parties, party_block
from einvoice_desktop.app.paper.speech import Speech, languages_of
from einvoice_desktop.app.paper.stamp import Environment, stamp, watermark
from einvoice_desktop.app.paper.sums import foreign_sums, payable, payments, remarks, sums, taxes
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import Composition, compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.submission import Submission

_LAYOUT_WORDS = (
    "line_number", "code", "description", "unit", "quantity", "price", "discount", "net", "rate", "vat",
    "total", "carried", "brought", "vat_analysis", "base", "taxes", "payments", "movement", "mark", "uid",
    "authentication_code", "address", "provider", "page",
)  # fmt: skip

LANGUAGES: Mapping[str, tuple[Language, ...]] = {"el": ("el",), "en": ("en",), "both": ("el", "en")}
"""The setting's value -> the languages of the paper."""
_FORMS: Mapping[str, Form] = {"a4": "a4", "80mm": "80mm"}


def paper_of_draft(
    composition: Composition, wishes: PaperWishes, codes: CodeTables, environment: Environment
) -> PaperContent:
    """A document that was not sealed: it says so, and carries no mark even where the file has one."""
    return paper_in_state(composition, State.DRAFT, None, wishes, codes, environment)


def paper_of_submission(
    document: Document,
    submission: Submission,
    wishes: PaperWishes,
    codes: CodeTables,
    environment: Environment,
) -> PaperContent:
    """A sealed document as it was sent, with its marks once it is issued."""
    composition = compose(document, Surroundings(codes, submission.sealed.key.date))
    return paper_in_state(composition, submission.state, submission.receipt, wishes, codes, environment)


def paper_in_state(
    composition: Composition,
    state: State,
    receipt: Receipt | None,
    wishes: PaperWishes,
    codes: CodeTables,
    environment: Environment,
) -> PaperContent:
    """A document in a state, with what was answered about it."""
    document = composition.source
    speech = Speech(languages_of(document, wishes.languages), codes)
    label = head.title(document, speech)
    bare = is_moneyless(composition, speech)
    return PaperContent(
        form=wishes.form,
        title=label,
        subtitle=head.subtitle(document, label),
        name=head.name_of(document, label),
        issuer=party_block("issuer", document.issuer, speech) or PartyBlock(speech.term("issuer"), ""),
        customer=party_block(_other_side(document, codes), document.counter_party, speech),
        parties=other_parties(document, speech),
        facts=head.facts(document, speech),
        references=head.references(document, speech),
        movement=movement(document, speech),
        notices=head.notices(composition, speech),
        lines=paper_lines(composition, speech),
        vat_rows=() if bare else vat_rows(composition, speech),
        taxes=() if bare else taxes(composition, speech),
        sums=sums(composition, speech),
        payable=payable(composition, speech),
        foreign=foreign_sums(composition, speech),
        payments=payments(composition, speech),
        remarks=remarks(composition, speech),
        stamp=stamp(document, state, receipt, wishes, environment, speech),
        watermark=watermark(
            document, state, environment, speech, cancelled=was_cancelled(receipt) and state is State.ISSUED
        ),
        words=_words(speech),
        logo=wishes.logo,
    )


def environment_of(server: str, *, live: bool) -> Environment:
    """Whose books `server` names; `live`: a production server."""
    if server == PRACTICE:
        return "practice"
    return "live" if live else "uat"


def wishes_of(setting: Callable[[str, str], str], logo: bytes = b"") -> PaperWishes:
    """The wishes that stand in the settings (`paper.…`); a value that means nothing is the default."""
    return PaperWishes(
        languages=LANGUAGES.get(setting("paper.language", "el"), ("el",)),
        form=_FORMS.get(setting("paper.form", "a4"), "a4"),
        logo=logo,
        provider_line=setting("paper.providerLine", ""),
    )


_RECEIVED = frozenset({"10.1", "10.2"})
"""Notes of goods received: the issuer is the one who receives."""


def _other_side(document: Document, codes: CodeTables) -> str:
    """Who faces the issuer is no customer where the issuer is the one who buys."""
    kind = codes.invoice_type(document.invoice_type_code)
    buys = document.self_pricing or (kind is not None and kind.expense_sent_by_issuer)
    buys = buys or (kind is not None and kind.code in _RECEIVED)
    return "supplier" if buys else "customer"


def _words(speech: Speech) -> dict[str, Term]:
    return {key: speech.term(key) for key in _LAYOUT_WORDS}
