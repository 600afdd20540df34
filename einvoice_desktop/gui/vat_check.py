"""The command that asks a registry whose a VAT number is: on request only, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from einvoice_desktop.gui.buttons import ActionButton
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.app.ports.registry import VatAnswer
    from einvoice_desktop.app.vat_check import Typed
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.vat_check_panel import VatCheckPanel

PARTY = "counterParty."


class VatCheck(QObject):
    """Asks for one form. `page`: what the panel lies on; `typed` reads a path inside the party ("vat",
    "registeredName", "address.city"); `take` writes found texts by such paths, in one step of undo."""

    def __init__(
        self,
        office: Office,
        page: QWidget,
        typed: Typed,
        take: Callable[[Mapping[str, str]], None],
        *,
        issuer_vat: Callable[[], str] = str,
        identifier: str = "vatCheck",
    ) -> None:
        super().__init__(page)
        self._office = office
        self._page = page
        self._typed = typed
        self._take = take
        self._issuer_vat = issuer_vat
        self._identifier = identifier
        self._panel: VatCheckPanel | None = None
        self._asked, self._of = 0, ""

    def start(self) -> None:
        """Asks about the number that stands in the form now."""
        desk = self._office.desk
        if desk is None:
            return
        vat, country, issuer = self._typed("vat"), self._typed("address.countryCode"), self._issuer_vat()
        self._asked, self._of = self._asked + 1, vat
        asked = self._asked
        self.panel.wait(vat.strip(), self._typed)
        self._office.tasks.run(
            lambda: desk.vat_checks.look_up(vat, country, issuer),
            while_alive(self._page, lambda answer: self._on_answer(asked, answer)),
            while_alive(self._page, lambda error: self._on_failed(asked, error)),
        )

    @property
    def panel(self) -> VatCheckPanel:
        """Made when it is first needed."""
        if self._panel is None:
            from einvoice_desktop.gui.vat_check_panel import VatCheckPanel

            self._panel = VatCheckPanel(self._page, self._identifier)
            self._panel.taken.connect(self._on_taken)
        return self._panel

    def _on_answer(self, asked: int, answer: VatAnswer) -> None:
        """Whoever closed the panel, or asked anew, is not told."""
        if asked == self._asked and self.panel.is_open and not self._is_of_another():
            self.panel.show_answer(answer)

    def _on_failed(self, asked: int, error: Exception) -> None:
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        if asked == self._asked and self.panel.is_open:
            self.panel.show_fault(sentence)

    def _on_taken(self, facts: Mapping[str, str]) -> None:
        if not self._is_of_another():
            self._take(facts)

    def _is_of_another(self) -> bool:
        """Whether the form shows another number by now: an undone step, another document. Nothing of what was
        found belongs to that one."""
        if self._typed("vat") == self._of:
            return False
        self.panel.close_quietly()
        self._office.say(self.tr("The VAT number is another one by now: check it again."), "warning")
        return True


class CustomerCheck(QObject):
    """The command on the compose page, and its button beside the customer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session = window.session
        page = window.stage.page
        self._check = VatCheck(
            window.office,
            page,
            lambda path: self._session.text(PARTY + path),
            self._take,
            issuer_vat=lambda: self._session.text("issuer.vat"),
        )
        actions = window.actions_
        key = actions.commands["checkVat"].key
        page.customer.add_button(ActionButton(actions["checkVat"], key, "action.checkVat", "quiet", page))
        actions.on("checkVat", self.start)

    def start(self) -> None:
        """Asks about the customer of the document on the stage."""
        if self._session.ready and not self._session.is_sealing:
            self._check.start()

    def _take(self, facts: Mapping[str, str]) -> None:
        with self._session.together():
            for path, text in facts.items():
                self._session.edit(PARTY + path, text)
