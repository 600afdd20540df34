"""The fields of the tab that says who is told of the document, as data."""

from __future__ import annotations

from einvoice_desktop.gui.compose.form import Editor, FieldSpec
from einvoice_desktop.gui.compose.part_fields import SEVERAL, FieldGroup
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

MORE = "additionalDetails."
METHOD = f"{MORE}transmissionMethod"
EMAILS, PDF_EMAILS = f"{MORE}accountingDepartmentEmails", f"{MORE}pdfNotificationEmails"
SEND_AS_PDF, MOBILES = f"{MORE}sendAsPdf", f"{MORE}customerCellNumbers"
READ_ONLY, THIRD_PARTY = f"{MORE}readOnlyAccessEmails", f"{MORE}thirdPartyEmails"
DELAY, NO_GROUPING = f"{MORE}notificationDelay", f"{MORE}avoidEmailGrouping"

NOTIFY_GROUPS = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Notify the customer"),
        "",
        (
            (
                FieldSpec(
                    METHOD,
                    QT_TRANSLATE_NOOP("Compose", "Message to the customer"),
                    42,
                    3,
                    Editor.NOTIFICATION,
                    placeholder=QT_TRANSLATE_NOOP("Compose", "choose: nobody, e-mail, mobile…"),
                ),
                FieldSpec(
                    SEND_AS_PDF, QT_TRANSLATE_NOOP("Compose", "Attach the PDF"), 14, editor=Editor.YES_NO
                ),
            ),
            (
                FieldSpec(
                    EMAILS,
                    QT_TRANSLATE_NOOP("Compose", "E-mails for the link"),
                    24,
                    1,
                    placeholder=SEVERAL,
                ),
                FieldSpec(
                    PDF_EMAILS,
                    QT_TRANSLATE_NOOP("Compose", "E-mails for the PDF"),
                    24,
                    1,
                    placeholder=SEVERAL,
                ),
                FieldSpec(
                    MOBILES,
                    QT_TRANSLATE_NOOP("Compose", "Mobile numbers"),
                    20,
                    1,
                    placeholder=QT_TRANSLATE_NOOP("Compose", "69… or +30…, with commas"),
                ),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "Further on the message"),
        "",
        (
            (
                FieldSpec(
                    READ_ONLY,
                    QT_TRANSLATE_NOOP("Compose", "E-mails that may only look"),
                    20,
                    1,
                    placeholder=SEVERAL,
                ),
                FieldSpec(
                    THIRD_PARTY,
                    QT_TRANSLATE_NOOP("Compose", "E-mails of third parties"),
                    20,
                    1,
                    placeholder=SEVERAL,
                ),
                FieldSpec(DELAY, QT_TRANSLATE_NOOP("Compose", "Delay (5 with a PDF of yours)"), 22),
                FieldSpec(
                    NO_GROUPING,
                    QT_TRANSLATE_NOOP("Compose", "One e-mail each"),
                    14,
                    editor=Editor.YES_NO,
                ),
            ),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Compose", "At the provider"),
        "",
        (
            (
                FieldSpec(
                    "iaprSignPolicy",
                    QT_TRANSLATE_NOOP("Compose", "When myDATA is down"),
                    40,
                    3,
                    Editor.CODE,
                    "sign_policies",
                    as_number=True,
                ),
                FieldSpec(
                    f"{MORE}documentTemplate",
                    QT_TRANSLATE_NOOP("Compose", "Form of the provider's document"),
                    20,
                    2,
                    placeholder=QT_TRANSLATE_NOOP("Compose", "the name that the provider gave"),
                ),
            ),
        ),
    ),
)

SHOWN_FOR = {
    EMAILS: ("link", "linkPdf", "both"),
    PDF_EMAILS: ("pdf", "linkPdf"),
    MOBILES: ("phone", "both"),
    READ_ONLY: ("link", "linkPdf", "both", "pdf"),
    THIRD_PARTY: ("link", "linkPdf", "both", "pdf"),
    DELAY: ("link", "linkPdf", "both", "pdf", "phone"),
    NO_GROUPING: ("link", "linkPdf", "both", "pdf"),
}
"""Path -> the choices that the field belongs to; one that holds something is shown all the same. The choice
says sendAsPdf: it is shown by itself only where the choice leaves out a PDF that has recipients."""
