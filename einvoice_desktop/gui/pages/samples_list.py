"""The list of samples: a heading above each group, rows found by words without accents."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent

from einvoice_desktop.app.entry import fold
from einvoice_desktop.gui.records import RecordModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.app.samples import Sample, SampleGroup


@dataclass(frozen=True)
class SampleRow:
    """A row of the list: a sample, or the heading of a group."""

    group: SampleGroup
    sample: Sample | None = None

    @property
    def identity(self) -> str:
        """Which row it is."""
        return self.sample.name if self.sample else f"# {self.group.key}"

    def words(self, language: Language) -> str:
        """What the row shows."""
        if self.sample is None:
            return self.group.title_el if language == "el" else self.group.title_en
        title = self.sample.title_el if language == "el" else self.sample.title_en
        return f"{self.sample.type_code} · {title}"


def sample_rows(samples: Iterable[Sample], typed: str = "") -> list[SampleRow]:
    """The samples that have every typed word somewhere, in either language, each group below its heading."""
    words = fold(typed).split()
    kept = (sample for sample in samples if not words or _has(sample, words))
    rows: list[SampleRow] = []
    for group, members in groupby(kept, key=lambda sample: sample.group):
        rows.append(SampleRow(group))
        rows += [SampleRow(group, sample) for sample in members]
    return rows


def _has(sample: Sample, words: Sequence[str]) -> bool:
    group = sample.group
    texts = (sample.type_code, sample.title_el, sample.title_en, sample.shows_el, sample.shows_en)
    whole = fold(" ".join((*texts, group.title_el, group.title_en)))
    return all(word in whole for word in words)


class SamplesModel(RecordModel[SampleRow]):
    """Headings are bold and cannot be chosen: the keys pass over them."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].sample is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.FontRole and index.isValid() and self.rows[index.row()].sample is None:
            font = QFont()
            font.setBold(True)
            return font
        return super().data(index, role)


class TypedWords(QObject):
    """Letters typed on a list are words to search for."""

    typed = Signal(str)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            text = event.text()
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and text.strip() and text.isprintable():
                self.typed.emit(text)
                return True
        return False
