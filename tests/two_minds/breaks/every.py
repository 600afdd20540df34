"""Every way to break a document, room by room."""

from __future__ import annotations

from tests.two_minds.breaks.anything import ANYTHING
from tests.two_minds.breaks.classifications import CLASSIFICATIONS
from tests.two_minds.breaks.head import HEAD
from tests.two_minds.breaks.lines import LINES
from tests.two_minds.breaks.movement import MOVEMENT
from tests.two_minds.breaks.oddities import ODDITIES
from tests.two_minds.breaks.parties import PARTIES
from tests.two_minds.breaks.receipts import RECEIPTS
from tests.two_minds.breaks.rest import REST
from tests.two_minds.breaks.taxes import PAYMENTS, TAXES

MUTATIONS = (
    *HEAD,
    *PARTIES,
    *LINES,
    *TAXES,
    *PAYMENTS,
    *CLASSIFICATIONS,
    *MOVEMENT,
    *RECEIPTS,
    *ODDITIES,
    *REST,
    *ANYTHING,
)
