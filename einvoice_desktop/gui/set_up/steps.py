"""The later steps of the wizard: the way to the provider, the series, the paper, and what comes of it all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from einvoice_desktop.app.connection import ConnectionChoice, is_real
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.domain.submission import SignIn
from einvoice_desktop.gui.connection.form import ConnectionForm
from einvoice_desktop.gui.connection.going_live import GoingLive
from einvoice_desktop.gui.connection.trial import ConnectionTrial
from einvoice_desktop.gui.connection.words import server_rows
from einvoice_desktop.gui.document_defaults import series_setting
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.logo_box import LogoBox
from einvoice_desktop.gui.series_rows import SeriesRow, SeriesRows
from einvoice_desktop.gui.set_up.step import Step, done
from einvoice_desktop.gui.settings.page import LONGEST_LINE
from einvoice_desktop.gui.settled_series import asking_last, branch_rows, settled, telling_last, type_rows
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from einvoice_desktop.app.connection import Connections
    from einvoice_desktop.app.ports import ConnectionCheck
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile

_LOGO, _LINE = "paper.logo", "paper.providerLine"


class ConnectionStep(Step):
    """Nothing goes live by being chosen: the VAT number is typed again, and the last step takes it."""

    name = "connection"

    def __init__(
        self, office: Office, connections: Connections, vat: Callable[[], str], parent: QWidget
    ) -> None:
        super().__init__(office, parent)
        self._connections, self._vat = connections, vat
        self._opened = connections.opened
        self.server = connections.chosen().server
        """The one name of the server that was chosen when the step was left."""
        self.form = ConnectionForm(office, connections, connections.chosen(), self)
        self.trial = ConnectionTrial(office, self._check_of_now, self)
        self.live = GoingLive(self)
        for widget in (self.form, self.trial, self.live):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.form.choice_changed.connect(self._follow)
        self.live.confirmed_changed.connect(lambda: self.told.emit(self.live.fault))
        self.retranslate()
        self._follow()

    def words(self) -> tuple[str, str]:
        return (
            self.tr("Environment and key"),
            self.tr(
                "Where documents go, with the key that the provider gave you. Stay in practice until you "
                "have one; it is kept in the system's keyring."
            ),
        )

    def first(self) -> QWidget:
        return self.form.server

    @property
    def choice(self) -> ConnectionChoice:
        """As the fields stand."""
        return self.form.choice

    @property
    def is_confirmed(self) -> bool:
        """Whether documents may count, should this choice be taken."""
        return self.live.is_confirmed

    def enter(self) -> None:
        # The key that was typed lies in the keyring by now.
        self.form.forget_key()
        if self._vat():
            self.form.vat.setText(self._vat())

    def typed(self) -> dict[str, object]:
        choice = self.form.choice
        return {"server": choice.server, "vat": choice.vat, "signIn": str(choice.sign_in)}

    def restore(self, typed: Mapping[str, object]) -> None:
        sign_in = str(typed.get("signIn", ""))
        if sign_in not in set(SignIn):
            return
        self.form.show_choice(
            ConnectionChoice(str(typed.get("server", PRACTICE)), str(typed.get("vat", "")), SignIn(sign_in))
        )

    def _follow(self) -> None:
        self.trial.forget()
        self.told.emit("")
        choice = self.form.choice
        same = (choice.server, choice.vat) == (self._opened.server, self._opened.vat)
        self.live.ask(choice.vat, wanted=bool(choice.server) and is_real(choice.server) and not same)

    def _check_of_now(self) -> Callable[[], ConnectionCheck] | None:
        if fault := self.form.fault():
            self.told.emit(self.office.sentence(fault, {}))
            return None
        return partial(self._connections.check, self.form.choice, self.form.key.key)

    def fault(self) -> str:
        code = self.form.fault()
        if code:
            return self.office.sentence(code, {})
        return "" if self.is_confirmed else self.tr("Type the VAT number again, or choose practice for now.")

    def keep(self) -> Callable[[], None]:
        choice, key, connections = self.form.choice, self.form.key.key, self._connections

        def work() -> None:
            self.server = connections.server_name(choice.server)
            if key and not choice.is_practice:
                connections.save_key(choice.server, choice.vat, key)

        return work


class SeriesStep(Step):
    """Nothing is issued in a series whose last number nobody told: what stays open here is asked then."""

    name = "series"

    def __init__(self, office: Office, server: Callable[[], str], parent: QWidget) -> None:
        super().__init__(office, parent)
        self._server = server
        self._shown = ""
        self.rows = SeriesRows("setUp.series", self)
        self.column.addWidget(self.rows)
        self.column.addStretch(1)
        self.rows.changed.connect(self._ask)
        self.retranslate()

    def words(self) -> tuple[str, str]:
        return (
            self.tr("Series and last numbers"),
            self.tr(
                "Which series new documents get, by type and branch, and the number used last in it, in "
                "another program or on paper; 0 for none. What you leave open is asked at the first document."
            ),
        )

    def first(self) -> QWidget:
        return self.rows.add_button

    def enter(self) -> None:
        self.rows.offer(type_rows(self.office), branch_rows(self.office))
        if self._shown != self._server():
            self._shown = self._server()
            if not self.rows.rows:
                self.rows.fill(settled(self.office, self._shown))
        self._ask()

    def typed(self) -> dict[str, object]:
        return {"rows": [[*row.place, row.series, row.last] for row in self.rows.rows]}

    def restore(self, typed: Mapping[str, object]) -> None:
        from einvoice_desktop.app.series_choice import SeriesFor

        rows = typed.get("rows")
        listed = rows if isinstance(rows, list) else []
        known = [row for row in listed if isinstance(row, list) and len(row) == 4]
        self.rows.offer(type_rows(self.office), branch_rows(self.office))
        places = {SeriesFor(str(code), int(branch)): (series, last) for code, branch, series, last in known}
        self.rows.fill(
            {place: str(series) for place, (series, _last) in places.items()},
            {place: str(last) for place, (_series, last) in places.items()},
        )

    def _ask(self) -> None:
        rows = self.rows.rows
        if rows:
            self.office.tasks.run(
                asking_last(self.office, self._server(), rows),
                while_alive(self, self._on_known),
                self.office.on_failed,
            )

    def _on_known(self, known: Mapping[SeriesRow, str]) -> None:
        self.rows.tell_last(known)

    def keep(self) -> Callable[[], None]:
        from einvoice_desktop.app.series_choice import series_text

        self.office.preferences.choose(series_setting(self._server()), series_text(self.rows.table))
        return telling_last(self.office, self._server(), self.rows.rows)


class PaperStep(Step):
    """The logo holds at once, as in the settings."""

    name = "paper"

    def __init__(self, office: Office, read_file: ReadFile, parent: QWidget) -> None:
        super().__init__(office, parent)
        self._logo_name, self._line_name = label("section", self), label("section", self)
        self.logo = LogoBox(office, read_file, self._on_chosen, self)
        self.line = QLineEdit(office.preferences.get(_LINE), self)
        self.line.setMaxLength(LONGEST_LINE)
        identify(self.line, "setUp.paper.providerLine")
        self._line_name.setBuddy(self.line)
        self._line_words = label("caption", self, wrap=True)
        for widget in (self._logo_name, self.logo, self._line_name, self.line, self._line_words):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.logo.show_logo(office.preferences.get(_LOGO))
        self.retranslate()

    def words(self) -> tuple[str, str]:
        return self.tr("Paper"), self.tr("What is printed on every document besides what you type.")

    def first(self) -> QWidget:
        return self.logo.button

    def typed(self) -> dict[str, object]:
        return {"line": self.line.text()}

    def restore(self, typed: Mapping[str, object]) -> None:
        self.line.setText(str(typed.get("line", self.line.text())))

    def _on_chosen(self, name: str, value: str) -> None:
        self.office.preferences.choose(name, value)
        self.logo.show_logo(value)

    def keep(self) -> Callable[[], None]:
        self.office.preferences.choose(_LINE, self.line.text().strip())
        return done

    def retranslate(self) -> None:
        super().retranslate()
        self._logo_name.setText(self.tr("Logo"))
        self._line_name.setText(self.tr("Provider's line"))
        self._line_words.setText(
            self.tr("The provider's name and licence, as its contract asks; printed at the foot.")
        )


class SummaryStep(Step):
    """What holds from now on, and what is still open."""

    name = "summary"

    def __init__(self, office: Office, lines: Callable[[], list[str]], parent: QWidget) -> None:
        super().__init__(office, parent)
        self._lines = lines
        self.text = label("", self, wrap=True)
        identify(self.text, "setUp.summary.text")
        self.text.setProperty("focusRing", True)
        self.column.addWidget(self.text)
        self.column.addStretch(1)
        self.retranslate()

    def words(self) -> tuple[str, str]:
        return (
            self.tr("Ready"),
            self.tr("Everything can be changed again in the settings. Finish takes you to these books."),
        )

    def first(self) -> QWidget:
        return self.text

    def enter(self) -> None:
        self.text.setText("\n".join(self._lines()))


def server_words(server: str) -> str:
    """A server as it is offered."""
    return dict(server_rows()).get(server, server)
