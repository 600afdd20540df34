"""What the application needs of the world, as Protocols; bootstrap hands in the real ones."""

from einvoice_desktop.app.ports.archive import AmountOf, Archive, ArchivePage, ArchiveQuery
from einvoice_desktop.app.ports.books import (
    Changes,
    DraftRecord,
    Drafts,
    LockHolder,
    Presence,
    SenderLock,
    Store,
)
from einvoice_desktop.app.ports.cipher import Cipher, CipherMaker, KeyFacts
from einvoice_desktop.app.ports.connection import ConnectionCheck, ConnectionStep, StepEnd, StepName
from einvoice_desktop.app.ports.kept import Form, KeptFile, KeptFiles
from einvoice_desktop.app.ports.line import Clock, Gateway, Provider, Secrets
from einvoice_desktop.app.ports.numbers import Numbers, SeriesPlace, SeriesState, UsedNumber
from einvoice_desktop.app.ports.outbox import ConcurrentMove, NumberTaken, Outbox, Scope, SealRequest

__all__ = [
    "AmountOf",
    "Archive",
    "ArchivePage",
    "ArchiveQuery",
    "Changes",
    "Cipher",
    "CipherMaker",
    "Clock",
    "ConcurrentMove",
    "ConnectionCheck",
    "ConnectionStep",
    "DraftRecord",
    "Drafts",
    "Form",
    "Gateway",
    "KeptFile",
    "KeptFiles",
    "KeyFacts",
    "LockHolder",
    "NumberTaken",
    "Numbers",
    "Outbox",
    "Presence",
    "Provider",
    "Scope",
    "SealRequest",
    "Secrets",
    "SenderLock",
    "SeriesPlace",
    "SeriesState",
    "StepEnd",
    "StepName",
    "Store",
    "UsedNumber",
]
