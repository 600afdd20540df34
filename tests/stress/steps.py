"""The names of the steps at which a process can be made to die, between the key press and the receipt."""

from __future__ import annotations

STATEMENTS = {"seal": 14, "to sending": 3, "settle": 8, "recover": 7, "seal again": 12}
"""The transactions of a document's way, and of how many statements each is, BEGIN the first."""
LINE = (
    "before signing in",
    "sign-in answered",
    "before the document leaves",
    "the document left",
    "the provider recorded",
    "the answer is read",
    "before a page is asked for",
    "the page is read",
)
OF_A_LOST_ANSWER = LINE[-2:]
"""What only a document does whose first answer was lost."""
OF_THE_NEXT_DAY = ("seal again",)
"""What only a document does that midnight overtook."""
OF_A_SECOND_START = ("recover", *OF_THE_NEXT_DAY)
"""What only happens to what an earlier process has left."""


def steps_of(transaction: str) -> tuple[str, ...]:
    """Before it, before each of its statements, before its commit, after it."""
    statements = (f"{transaction}: statement {number + 1}" for number in range(STATEMENTS[transaction]))
    return f"{transaction}: before", *statements, f"{transaction}: commit", f"{transaction}: after"


def transaction_of(step: str) -> str:
    """The transaction that a step belongs to, "" for one of the line."""
    return step.partition(":")[0] if ":" in step else ""


STEPS = (*(step for transaction in STATEMENTS for step in steps_of(transaction)), *LINE)
