"""What Windows shows of the program's files under Details: names and version, Greek and English."""

from __future__ import annotations

PRODUCT = "eInvoice Desktop"
DESCRIPTIONS = {
    # Language and character set (Unicode) as Windows writes them.
    "040804B0": "Έκδοση ηλεκτρονικών τιμολογίων",
    "040904B0": "Electronic invoices for Greece",
}


def version_text(version: str, file_name: str) -> str:
    """The text that PyInstaller reads for the program `file_name` (an .exe)."""
    numbers = (*(int(part) for part in version.split(".")), 0, 0, 0)[:4]
    tables = ",\n      ".join(
        _table(language, words, version, file_name) for language, words in DESCRIPTIONS.items()
    )
    languages = ", ".join(f"{int(language[:4], 16)}, {int(language[4:], 16)}" for language in DESCRIPTIONS)
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([
      {tables},
    ]),
    VarFileInfo([VarStruct("Translation", [{languages}])]),
  ],
)
"""


def _table(language: str, words: str, version: str, file_name: str) -> str:
    strings = {
        "CompanyName": PRODUCT,
        "FileDescription": f"{PRODUCT} – {words}",
        "FileVersion": version,
        "InternalName": file_name.removesuffix(".exe"),
        "OriginalFilename": file_name,
        "ProductName": PRODUCT,
        "ProductVersion": version,
    }
    inside = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return f"StringTable({language!r}, [{inside}])"
