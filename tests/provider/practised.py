"""A desk that reaches a practice provider over a real socket: its key, and waiting until it is settled."""

from __future__ import annotations

from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.sender import run_until
from einvoice_desktop.app.submit import is_settled
from einvoice_desktop.domain.submission import Submission

KEY = "0383223f-06ff-4e7c-bd36-29a1acdb41b0"
PATIENCE = 30.0


def sent(desk: Desk, row: Submission) -> Submission:
    """The row once it is settled, or as it stands when patience is over."""
    run_until(desk.sender(lambda _: None), lambda: is_settled(desk.submission(row.id)), PATIENCE)
    return desk.submission(row.id)
