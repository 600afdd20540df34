"""Which files an import takes, by their names; what is really in one, its bytes tell."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

SHEETS = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".xlsm")
DOCUMENTS = (".json", ".invdraft")


def dropped_files(data: QMimeData) -> list[Path]:
    """What is being dragged, where it is one spreadsheet, several documents or a folder; else nothing."""
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if not paths or len(paths) != len(urls):
        return []
    kinds = {path.suffix.lower() for path in paths}
    if len(paths) == 1:
        return paths if kinds <= set(SHEETS) or paths[0].is_dir() else []
    return paths if kinds <= set(DOCUMENTS) else []
