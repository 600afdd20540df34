"""Breaks of POS receipts, which have no lines of goods: their total, their payments, their head."""

from __future__ import annotations

from tests.two_minds.facts import POS_RECEIPTS
from tests.two_minds.mutation import Mutation, both, drop, of_types, put

_receipts = of_types(*POS_RECEIPTS)

RECEIPTS = (
    Mutation("odd: receipt without a total", drop("totalAmount"), _receipts),
    Mutation("receipt without payments", drop("cardLines"), _receipts),
    Mutation("receipt of more than its total", put("totalAmount", 0.01), _receipts),
    Mutation("receipt below nothing", both(put("totalAmount", -5), put("cardLines.0.amount", -5)), _receipts),
    Mutation("receipt of yesterday", put("dateIssued", "2026-11-22T10:00:00"), _receipts),
    Mutation("receipt without a series", drop("series"), _receipts),
    Mutation("receipt without a currency", drop("currencyCode"), _receipts),
    Mutation("receipt in an unknown currency", put("currencyCode", "XXQ"), _receipts),
    Mutation("receipt without an issuer's name", drop("issuer.registeredName"), _receipts),
    Mutation("receipt with a number of letters", put("number", "12Α"), _receipts),
    Mutation("receipt in dollars without a rate", put("currencyCode", "USD"), _receipts),
)
