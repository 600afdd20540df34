"""What is said of an update, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.ports.updates import Step

if TYPE_CHECKING:
    from einvoice_desktop.app.ports.updates import Outcome, Package, Release
    from einvoice_desktop.gui.office import Office

translate = QCoreApplication.translate
_MEGABYTE = 1_000_000


def step_text(step: Step, done: int, total: int, company: str) -> str:
    """What is being done now."""
    if step is Step.DOWNLOAD:
        told = translate("Updates", "Downloading: {0} of {1} MB")
        return told.format(megabytes(done), megabytes(total))
    if step is Step.BACK_UP:
        if company:
            return translate("Updates", "Backing up the books of {0}").format(company)
        return translate("Updates", "Backing up the books")
    if step is Step.UNPACK:
        return translate("Updates", "Unpacking the new version beside the present one")
    return translate("Updates", "Trying the new version out; the present one is untouched")


def megabytes(size: int) -> str:
    """Whole megabytes, rounded up as disks are counted."""
    return str(-(-size // _MEGABYTE))


def release_text(release: Release, package: Package) -> str:
    """Version, day and size on one line."""
    told = translate("Updates", "{0}, of {1:%d/%m/%Y}, {2} MB to download")
    return told.format(release.version, release.released, megabytes(package.size))


def notes_text(release: Release, language: str) -> str:
    """What is new, in the window's language; in the other one where it is told in that alone."""
    told = release.notes.get(language, "") or next((text for text in release.notes.values() if text), "")
    return told.strip() or translate("Updates", "The publisher says nothing of what is new.")


def outcome_text(office: Office, outcome: Outcome) -> tuple[str, str]:
    """What the last update came to, and its tone."""
    if outcome.failed is None:
        return translate("Updates", "This is version {0} now.").format(outcome.version), "success"
    told = translate("Updates", "The update to version {0} did not work; everything is as it was. {1}")
    why = office.sentence(outcome.failed.code, outcome.failed.params)
    return told.format(outcome.version, why), "warning"
