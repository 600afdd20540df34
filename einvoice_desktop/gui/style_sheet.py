"""The style sheet: shapes, spacing in steps of 4 px, looks by the dynamic properties `role`, `problem`."""

from __future__ import annotations

from string import Template

STYLE_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $panel; color: $text; border: 1px solid $field_line; padding: 4px 6px; }

QFrame[role="panel"] { background: $panel; border: 1px solid $line; border-radius: 8px; }
QFrame[role="popover"] { background: $panel; border: 1px solid $field_line; border-radius: 8px; }
QFrame[role="menubar"] { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame[role="status"] { background: $panel; border: none; border-top: 1px solid $line; }
QFrame[role="rail"] { background: $panel; border: none; border-right: 1px solid $line; }
QFrame[role="review"] { background: $panel; border: 1px solid $field_line; border-top: 3px solid $accent; }
QScrollArea[role="warnings"] { border: 2px solid $edge; }
QScrollArea[role="warnings"]:focus { border-color: $accent; }
QFrame[role="line"] { background: $line; border: none; }
QWidget[role="practice"], QWidget[role="trial"] { font-weight: 600; border-bottom: 1px solid $edge; }
QWidget[role="practice"] { background: $practice_soft; color: $practice; }
QWidget[role="trial"] { background: $warning_soft; color: $warning; }

QLabel[role="heading"] { font-size: 15pt; font-weight: 600; }
QLabel[role="subheading"] { font-size: 11pt; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="section"] { font-weight: 600; }
QLabel[role="caption"] { color: $muted; font-size: ${caption_size}pt; }
QLabel[role="empty"] { color: $muted; font-size: 11pt; padding: 40px; }
QLabel[role="total"] { font-size: 13pt; font-weight: 600; }
QLabel[role="payable"] { font-size: 18pt; font-weight: 600; }
QLabel[role="success"] { color: $success; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="error"] { color: $error; }
QLabel[role="echo"] {
  background: $panel; color: $text; border: 1px solid $accent; border-radius: 4px; padding: 2px 6px;
  font-weight: 600;
}
QLabel[role="notice"] {
  background: $practice_soft; color: $practice; border: 1px solid $edge; border-radius: 6px;
  padding: 8px 12px;
}
QLabel[role="chip-practice"], QLabel[role="chip-trial"], QLabel[role="chip-real"] {
  border: 1px solid $edge; border-radius: 5px; padding: 2px 8px; font-weight: 600;
}
QLabel[role="chip-practice"] { background: $practice_soft; color: $practice; }
QLabel[role="chip-trial"] { background: $warning_soft; color: $warning; }
QLabel[role="chip-real"] { background: $accent_soft; color: $text; }
QLabel[focusRing="true"] { border: 2px solid transparent; border-radius: 4px; padding: 1px 2px; }
QLabel[focusRing="true"]:focus { border-color: $accent; }
QLabel[role="warnings"] { background: $warning_soft; color: $warning; padding: 6px 10px; }
QFrame[tone="info"] { background: $accent_soft; border: 1px solid $edge; border-radius: 6px; }
QFrame[tone="success"] { background: $success_soft; border: 1px solid $edge; border-radius: 6px; }
QFrame[tone="warning"] { background: $warning_soft; border: 1px solid $edge; border-radius: 6px; }
QFrame[tone="error"] { background: $error_soft; border: 1px solid $edge; border-radius: 6px; }

QMenuBar { background: transparent; padding: 4px; spacing: 2px; }
QMenuBar::item { background: transparent; color: $text; padding: 6px 10px; border-radius: 5px; }
QMenuBar::item:selected { background: $selected; color: $on_selected; }
QMenuBar::item:pressed { background: $selected; color: $on_selected; }
QMenu { background: $panel; color: $text; border: 1px solid $field_line; padding: 4px; }
QMenu::item { padding: 6px 32px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator, QMenu::icon { margin-left: 8px; }

QLineEdit, QPlainTextEdit, QComboBox {
  background: $panel; color: $text; border: 1px solid $field_line; border-radius: 5px; padding: 3px 7px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted;
}
QLineEdit, QComboBox { min-height: 20px; }
QLineEdit:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {
  border: 2px solid $accent; padding: 2px 6px;
}
QLineEdit:disabled, QComboBox:disabled { background: $window; color: $muted; }
QLineEdit:read-only { background: $window; }
QLineEdit[problem="error"], QComboBox[problem="error"] { border-color: $error; }
QLineEdit[problem="warning"], QComboBox[problem="warning"] { border-color: $warning; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView {
  background: $panel; border: 1px solid $field_line; padding: 4px; outline: none;
  selection-background-color: $selected; selection-color: $on_selected;
}
QAbstractItemView QLineEdit, QAbstractItemView QComboBox { border-radius: 0; min-height: 0; }

QPushButton {
  background: $panel; color: $text; border: 1px solid $field_line; border-radius: 6px;
  padding: 4px 12px; min-height: 20px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $hover; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton:disabled { color: $disabled; border-color: $line; background: transparent; }
QPushButton[role="primary"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $hover; border-color: $line; color: $disabled; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="status"] {
  background: transparent; border: 2px solid transparent; border-radius: 4px; color: $muted;
  padding: 0 4px; min-height: 0; text-align: left;
}
QPushButton[role="status"]:hover { background: $hover; color: $text; }
QPushButton[role="status"]:focus { border-color: $accent; }
QPushButton[tone="warning"] { color: $warning; }
QPushButton[role="quiet"]:focus { border-color: $accent; }

KeyButton { text-align: left; qproperty-keyColor: $muted; }
KeyButton[role="primary"] { qproperty-keyColor: $on_accent; }

QToolButton[role="fold"] {
  background: transparent; color: $text; border: 2px solid transparent; border-radius: 6px; padding: 4px 8px;
  text-align: left;
}
QToolButton[role="fold"]:hover { background: $hover; }
QToolButton[role="fold"]:focus { border-color: $accent; }
QToolButton[role="inline"] { background: transparent; border: 2px solid transparent; padding: 2px; }
QToolButton[role="inline"]:focus { border-color: $accent; border-radius: 4px; }

QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 5px; }
QRadioButton:focus { border-color: $accent; }
QCheckBox { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 5px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox[problem="error"] { color: $error; }
QCheckBox[problem="warning"] { color: $warning; }

QScrollArea { background: transparent; border: none; }
QScrollArea[focusRing="true"] { border: 2px solid transparent; }
QScrollArea[focusRing="true"]:focus { border-color: $accent; }
QTableView, QTreeView, QListView {
  background: $panel; alternate-background-color: $alternate; border: 1px solid $line; border-radius: 8px;
  gridline-color: $line; selection-background-color: $selected; selection-color: $on_selected;
}
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid $accent; }
QTableView[role="records"]::item { padding: 0 5px; }
QTableView[role="records"]::item:selected { background: $selected; color: $on_selected; }
QTableView[role="grid"] { border-radius: 0; }
QTableView[role="grid"] QHeaderView::section { padding: 5px 3px; }
QTableView[role="list"] { border: none; border-radius: 0; }
QTableView[role="list"]:focus { border: none; }
QListView[role="popup"] { border: 1px solid $field_line; border-radius: 0; outline: none; }
QListView[role="popup"]::item { padding: 3px 6px; }
QListView[role="popup"]::item:selected { background: $selected; color: $on_selected; }
MarkedView {
  qproperty-errorColor: $error; qproperty-errorTint: $error_soft;
  qproperty-warningColor: $warning; qproperty-warningTint: $warning_soft;
}
Meter { qproperty-trackColor: $line; qproperty-barColor: $accent; qproperty-readyColor: $success; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: transparent; color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px;
}
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab {
  background: transparent; color: $muted; padding: 7px 12px;
  border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected:focus { border: 2px solid $accent; border-radius: 4px; padding: 5px 10px 7px 10px; }

QSplitter::handle { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $field_line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
