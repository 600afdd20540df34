"""What the domain raises when a document cannot be read, written or changed as asked."""

from collections.abc import Mapping


class DocumentError(Exception):
    """A document, or one member of it, that cannot be taken as it is.

    `code` is stable and names the sentence shown to a person; `path` is the JSON path of the member in its
    canonical spelling ("" when the fault has none); `params` fill the sentence and are texts
    (`line` and `column` count from 1; `limit`, `found`, `expected`).
    """

    def __init__(self, code: str, path: str = "", params: Mapping[str, str] | None = None) -> None:
        super().__init__(code, path, dict(params or {}))
        self.code = code
        self.path = path
        self.params: dict[str, str] = dict(params or {})

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return " ".join(filter(None, (self.code, self.path, f"({details})" if details else "")))


class UnreadableDocument(DocumentError):
    """A file that holds no document: the codes and places are listed in `reader.read_document`."""
