"""A small window to try the driver on: fields, a table, a combo box, a button, a QR code."""

from __future__ import annotations

import sys

import qrcode
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

ADDRESS = "https://example.test/v/DEMO-400001234567890"


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Δοκιμή")
        form = QFormLayout()
        self.name = QLineEdit()
        self.name.setAccessibleIdentifier("counterParty.registeredName")
        form.addRow("Επωνυμία", self.name)
        self.without_id = QLineEdit()
        self.without_id.setAccessibleName("Παρατηρήσεις")
        form.addRow("Παρατηρήσεις", self.without_id)
        self.kind = QComboBox()
        self.kind.addItems(["1.1 Τιμολόγιο", "2.1 Παροχή", "5.1 Πιστωτικό"])
        self.kind.setAccessibleIdentifier("invoiceType")
        form.addRow("Είδος", self.kind)
        self.lines = QTableWidget(2, 2)
        self.lines.setHorizontalHeaderLabels(["Περιγραφή", "Ποσό"])
        self.lines.setAccessibleIdentifier("details")
        for row in range(2):
            for column in range(2):
                self.lines.setItem(row, column, QTableWidgetItem(""))
        form.addRow(self.lines)
        self.issue = QPushButton("Έκδοση")
        self.issue.setAccessibleIdentifier("action.issue")
        self.issue.clicked.connect(self.on_issue)
        form.addRow(self.issue)
        self.result = QLabel()
        self.result.setAccessibleIdentifier("receipt.status")
        form.addRow(self.result)
        self.qr = QLabel()
        self.qr.setAccessibleIdentifier("receipt.qr")
        form.addRow(self.qr)
        middle = QWidget()
        middle.setLayout(form)
        self.setCentralWidget(middle)
        self.resize(800, 700)
        QShortcut(QKeySequence("F2"), self, self.on_ask)

    def on_ask(self) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle("Ερώτηση")
        answer = QLineEdit(dialog)
        answer.setAccessibleIdentifier("question.answer")
        answer.returnPressed.connect(lambda: (self.result.setText(answer.text()), dialog.accept()))
        dialog.open()

    def on_issue(self) -> None:
        self.result.setText(
            f"{self.name.text()} | {self.kind.currentText()} | {self.lines.item(1, 0).text()}"
        )
        self.qr.setPixmap(qr_pixmap(ADDRESS))
        self.issue.setEnabled(False)


def qr_pixmap(text: str) -> QPixmap:
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    matrix = code.get_matrix()
    image = QImage(len(matrix), len(matrix), QImage.Format.Format_Mono)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            image.setPixel(x, y, 0 if dark else 1)
    return QPixmap.fromImage(image.scaledToWidth(len(matrix) * 5, Qt.TransformationMode.FastTransformation))


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = Window()
    window.show()
    sys.exit(app.exec())
