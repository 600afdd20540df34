"""What the fields of the document are called, and which of them hold a code of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.domain.paths import parse_path
from einvoice_desktop.gui.compose.field_names_rare import RARE_NAMES
from einvoice_desktop.gui.compose.form import BOOLEANS
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.domain.node import Member
    from einvoice_desktop.gui.fields.choices import ChoiceTables

CONTEXT = "Fields"

_NAMES = {
    "mark": QT_TRANSLATE_NOOP("Fields", "MARK"),
    "uid": QT_TRANSLATE_NOOP("Fields", "UID"),
    "authenticationCode": QT_TRANSLATE_NOOP("Fields", "Authentication code"),
    "uniqueId": QT_TRANSLATE_NOOP("Fields", "Provider's id"),
    "cancellationMark": QT_TRANSLATE_NOOP("Fields", "MARK of the cancellation"),
    "classificationMark": QT_TRANSLATE_NOOP("Fields", "MARK of the classification"),
    "iaprSignPolicy": QT_TRANSLATE_NOOP("Fields", "Signing when myDATA is down"),
    "languageCode": QT_TRANSLATE_NOOP("Fields", "Language of the document"),
    "currency": QT_TRANSLATE_NOOP("Fields", "Currency (text)"),
    "currencyCode": QT_TRANSLATE_NOOP("Fields", "Currency"),
    "invoiceType": QT_TRANSLATE_NOOP("Fields", "Title of the document"),
    "invoiceTypeCode": QT_TRANSLATE_NOOP("Fields", "Document type"),
    "documentType": QT_TRANSLATE_NOOP("Fields", "Kind of document (text)"),
    "documentTypeCode": QT_TRANSLATE_NOOP("Fields", "Kind of document"),
    "specialInvoiceCategory": QT_TRANSLATE_NOOP("Fields", "Special category"),
    "variationType": QT_TRANSLATE_NOOP("Fields", "Kind of deviation"),
    "series": QT_TRANSLATE_NOOP("Fields", "Series"),
    "number": QT_TRANSLATE_NOOP("Fields", "Number"),
    "dateIssued": QT_TRANSLATE_NOOP("Fields", "Date of issue"),
    "relativeDocuments": QT_TRANSLATE_NOOP("Fields", "Related documents"),
    "correlatedInvoices": QT_TRANSLATE_NOOP("Fields", "Correlated MARKs"),
    "multipleConnectedMarks": QT_TRANSLATE_NOOP("Fields", "Connected MARKs"),
    "deliveryNoteMarks": QT_TRANSLATE_NOOP("Fields", "MARKs of delivery notes"),
    "orderCode": QT_TRANSLATE_NOOP("Fields", "Order code"),
    "orderNumber": QT_TRANSLATE_NOOP("Fields", "Order number"),
    "orderSeries": QT_TRANSLATE_NOOP("Fields", "Order series"),
    "lotNumber": QT_TRANSLATE_NOOP("Fields", "Lot number"),
    "vatPointDate": QT_TRANSLATE_NOOP("Fields", "Tax point date"),
    "issuer": QT_TRANSLATE_NOOP("Fields", "Issuer"),
    "counterParty": QT_TRANSLATE_NOOP("Fields", "Customer"),
    "recipient": QT_TRANSLATE_NOOP("Fields", "Recipient"),
    "billingContractor": QT_TRANSLATE_NOOP("Fields", "Billing contractor"),
    "originator": QT_TRANSLATE_NOOP("Fields", "Originator"),
    "sender": QT_TRANSLATE_NOOP("Fields", "Sender"),
    "onBehalfOf": QT_TRANSLATE_NOOP("Fields", "On behalf of"),
    "transporter": QT_TRANSLATE_NOOP("Fields", "Carrier"),
    "additionalTransporters": QT_TRANSLATE_NOOP("Fields", "Further carriers"),
    "otherRelatedEntities": QT_TRANSLATE_NOOP("Fields", "Other parties"),
    "seller": QT_TRANSLATE_NOOP("Fields", "Seller"),
    "buyer": QT_TRANSLATE_NOOP("Fields", "Buyer"),
    "vatMediator": QT_TRANSLATE_NOOP("Fields", "VAT representative"),
    "allowancesCharges": QT_TRANSLATE_NOOP("Fields", "Discounts and charges"),
    "banks": QT_TRANSLATE_NOOP("Fields", "Banks"),
    "contractOrderDetails": QT_TRANSLATE_NOOP("Fields", "Contract and order"),
    "distributionDetails": QT_TRANSLATE_NOOP("Fields", "Delivery"),
    "paymentDetails": QT_TRANSLATE_NOOP("Fields", "Payment"),
    "additionalDetails": QT_TRANSLATE_NOOP("Fields", "Sending and notices"),
    "details": QT_TRANSLATE_NOOP("Fields", "Lines"),
    "summaries": QT_TRANSLATE_NOOP("Fields", "Sums"),
    "taxes": QT_TRANSLATE_NOOP("Fields", "Taxes of the document"),
    "vatAnalysis": QT_TRANSLATE_NOOP("Fields", "VAT by rate"),
    "miscellaneousData": QT_TRANSLATE_NOOP("Fields", "Various"),
    "b2GDetails": QT_TRANSLATE_NOOP("Fields", "Public contract"),
    "vatPaymentSuspension": QT_TRANSLATE_NOOP("Fields", "VAT payment suspended"),
    "selfPricing": QT_TRANSLATE_NOOP("Fields", "Self-billing"),
    "isDelayed": QT_TRANSLATE_NOOP("Fields", "Delayed transmission"),
    "isDelayedCode": QT_TRANSLATE_NOOP("Fields", "Loss of connection"),
    "isFuelInvoice": QT_TRANSLATE_NOOP("Fields", "Fuel document"),
    "isDeliveryNote": QT_TRANSLATE_NOOP("Fields", "Also a delivery note"),
    "isReverseDeliveryNote": QT_TRANSLATE_NOOP("Fields", "Reverse delivery note"),
    "isRetail": QT_TRANSLATE_NOOP("Fields", "Retail"),
    "tableId": QT_TRANSLATE_NOOP("Fields", "Table"),
    "registeredName": QT_TRANSLATE_NOOP("Fields", "Registered name"),
    "brandName": QT_TRANSLATE_NOOP("Fields", "Trade name"),
    "contactPerson": QT_TRANSLATE_NOOP("Fields", "Contact person"),
    "registrationNumber": QT_TRANSLATE_NOOP("Fields", "Registration number"),
    "vat": QT_TRANSLATE_NOOP("Fields", "VAT number"),
    "taxOffice": QT_TRANSLATE_NOOP("Fields", "Tax office"),
    "taxOfficeCode": QT_TRANSLATE_NOOP("Fields", "Tax office code"),
    "activities": QT_TRANSLATE_NOOP("Fields", "Professions"),
    "generalCommercialRegistryNumber": QT_TRANSLATE_NOOP("Fields", "GEMI number"),
    "phones": QT_TRANSLATE_NOOP("Fields", "Telephones"),
    "faxes": QT_TRANSLATE_NOOP("Fields", "Faxes"),
    "emails": QT_TRANSLATE_NOOP("Fields", "E-mails"),
    "url": QT_TRANSLATE_NOOP("Fields", "Web site"),
    "address": QT_TRANSLATE_NOOP("Fields", "Address"),
    "branch": QT_TRANSLATE_NOOP("Fields", "Branch name"),
    "branchCode": QT_TRANSLATE_NOOP("Fields", "Branch"),
    "branchAddress": QT_TRANSLATE_NOOP("Fields", "Address of the branch"),
    "category": QT_TRANSLATE_NOOP("Fields", "Category"),
    "code": QT_TRANSLATE_NOOP("Fields", "Code"),
    "country": QT_TRANSLATE_NOOP("Fields", "Country (text)"),
    "countryCode": QT_TRANSLATE_NOOP("Fields", "Country"),
    "municipality": QT_TRANSLATE_NOOP("Fields", "Municipality"),
    "region": QT_TRANSLATE_NOOP("Fields", "Region"),
    "city": QT_TRANSLATE_NOOP("Fields", "City"),
    "street": QT_TRANSLATE_NOOP("Fields", "Street"),
    "postal": QT_TRANSLATE_NOOP("Fields", "Postcode"),
    "type": QT_TRANSLATE_NOOP("Fields", "Kind"),
    "description": QT_TRANSLATE_NOOP("Fields", "Description"),
    "percentage": QT_TRANSLATE_NOOP("Fields", "Per cent"),
    "amount": QT_TRANSLATE_NOOP("Fields", "Amount"),
    "grossAmount": QT_TRANSLATE_NOOP("Fields", "Gross amount"),
    "underlyingValue": QT_TRANSLATE_NOOP("Fields", "On the amount"),
    "vatPercentage": QT_TRANSLATE_NOOP("Fields", "VAT per cent"),
    "vatAmount": QT_TRANSLATE_NOOP("Fields", "VAT amount"),
    "name": QT_TRANSLATE_NOOP("Fields", "Name"),
    "iban": QT_TRANSLATE_NOOP("Fields", "IBAN"),
    "bicCode": QT_TRANSLATE_NOOP("Fields", "BIC"),
    "account": QT_TRANSLATE_NOOP("Fields", "Account"),
    "internalDocumentId": QT_TRANSLATE_NOOP("Fields", "Our own id"),
    "shippingMethod": QT_TRANSLATE_NOOP("Fields", "Way of shipping"),
    "movePurpose": QT_TRANSLATE_NOOP("Fields", "Purpose of movement (text)"),
    "movePurposeCode": QT_TRANSLATE_NOOP("Fields", "Purpose of movement"),
    "totalQuantity": QT_TRANSLATE_NOOP("Fields", "Total quantity"),
    "totalPackages": QT_TRANSLATE_NOOP("Fields", "Packages"),
    "dispatchDate": QT_TRANSLATE_NOOP("Fields", "Dispatch date"),
    "dispatchTime": QT_TRANSLATE_NOOP("Fields", "Dispatch time"),
    "vehileNumber": QT_TRANSLATE_NOOP("Fields", "Vehicle number"),
    "deliveryOriginDetails": QT_TRANSLATE_NOOP("Fields", "Place of loading"),
    "deliveryDestinationDetails": QT_TRANSLATE_NOOP("Fields", "Place of delivery"),
    "transportTypeCode": QT_TRANSLATE_NOOP("Fields", "Means of transport"),
    "packingDeclarations": QT_TRANSLATE_NOOP("Fields", "Packages by kind"),
    "packagingTypeCode": QT_TRANSLATE_NOOP("Fields", "Kind of package"),
    "salesman": QT_TRANSLATE_NOOP("Fields", "Salesman"),
    "paymentMethods": QT_TRANSLATE_NOOP("Fields", "Ways of payment"),
    "paymentTerms": QT_TRANSLATE_NOOP("Fields", "Instalments"),
    "paymentDate": QT_TRANSLATE_NOOP("Fields", "Payment date"),
    "paymentMethodType": QT_TRANSLATE_NOOP("Fields", "Way of payment (text)"),
    "paymentMethodTypeCode": QT_TRANSLATE_NOOP("Fields", "Way of payment"),
    "previousBalance": QT_TRANSLATE_NOOP("Fields", "Previous balance"),
    "newBalance": QT_TRANSLATE_NOOP("Fields", "New balance"),
    "prepaymentAmount": QT_TRANSLATE_NOOP("Fields", "Prepaid"),
    "tipAmount": QT_TRANSLATE_NOOP("Fields", "Tip"),
    "terminalId": QT_TRANSLATE_NOOP("Fields", "Terminal (POS)"),
    "transactionId": QT_TRANSLATE_NOOP("Fields", "Transaction"),
    "exchangeCurrencyRate": QT_TRANSLATE_NOOP("Fields", "Exchange rate"),
    "transmissionMethod": QT_TRANSLATE_NOOP("Fields", "Way of sending to the customer"),
    "accountingDepartmentEmails": QT_TRANSLATE_NOOP("Fields", "E-mails of the accounts department"),
    "pdfNotificationEmails": QT_TRANSLATE_NOOP("Fields", "E-mails for the PDF"),
    "customerCellNumbers": QT_TRANSLATE_NOOP("Fields", "Mobile numbers of the customer"),
    "sendAsPdf": QT_TRANSLATE_NOOP("Fields", "Send as PDF"),
    "documentTags": QT_TRANSLATE_NOOP("Fields", "Tags"),
    "lineNo": QT_TRANSLATE_NOOP("Fields", "Line number"),
    "descriptions": QT_TRANSLATE_NOOP("Fields", "Descriptions"),
    "measurementUnit": QT_TRANSLATE_NOOP("Fields", "Unit (text)"),
    "measurementUnitCode": QT_TRANSLATE_NOOP("Fields", "Unit"),
    "quantity": QT_TRANSLATE_NOOP("Fields", "Quantity"),
    "unitPrice": QT_TRANSLATE_NOOP("Fields", "Unit price"),
    "netTotal": QT_TRANSLATE_NOOP("Fields", "Net value"),
    "vatTotal": QT_TRANSLATE_NOOP("Fields", "VAT amount"),
    "total": QT_TRANSLATE_NOOP("Fields", "Total value"),
    "vatCategory": QT_TRANSLATE_NOOP("Fields", "VAT (text)"),
    "vatCategoryCode": QT_TRANSLATE_NOOP("Fields", "VAT category"),
    "vatExemptionCategoryCode": QT_TRANSLATE_NOOP("Fields", "Reason for 0 % VAT"),
    "withheldAmount": QT_TRANSLATE_NOOP("Fields", "Withholding"),
    "withheldPercentCategoryCode": QT_TRANSLATE_NOOP("Fields", "Withholding category"),
    "feesAmount": QT_TRANSLATE_NOOP("Fields", "Fees"),
    "feesPercentCategoryCode": QT_TRANSLATE_NOOP("Fields", "Fee category"),
    "stampDutyAmount": QT_TRANSLATE_NOOP("Fields", "Stamp duty"),
    "stampDutyPercentCategoryCode": QT_TRANSLATE_NOOP("Fields", "Stamp duty category"),
    "otherTaxesAmount": QT_TRANSLATE_NOOP("Fields", "Other taxes"),
    "otherTaxesPercentCategoryCode": QT_TRANSLATE_NOOP("Fields", "Other tax category"),
    "deductionsAmount": QT_TRANSLATE_NOOP("Fields", "Deductions"),
    "recordTypeCode": QT_TRANSLATE_NOOP("Fields", "Kind of line"),
    "incomeClassification": QT_TRANSLATE_NOOP("Fields", "Income classification"),
    "expensesClassification": QT_TRANSLATE_NOOP("Fields", "Expense classification"),
    "expensesClassifications": QT_TRANSLATE_NOOP("Fields", "Expense classifications"),
    "classificationCategoryCode": QT_TRANSLATE_NOOP("Fields", "Classification category"),
    "classificationTypeCode": QT_TRANSLATE_NOOP("Fields", "Classification type"),
    "cpvCode": QT_TRANSLATE_NOOP("Fields", "CPV"),
    "taricNo": QT_TRANSLATE_NOOP("Fields", "TARIC"),
    "serialNumbers": QT_TRANSLATE_NOOP("Fields", "Serial numbers"),
    "expirationDate": QT_TRANSLATE_NOOP("Fields", "Expiry date"),
    "fuelCode": QT_TRANSLATE_NOOP("Fields", "Fuel"),
    "isInformative": QT_TRANSLATE_NOOP("Fields", "For information only"),
    "isHidden": QT_TRANSLATE_NOOP("Fields", "Not printed"),
    "remarks": QT_TRANSLATE_NOOP("Fields", "Remarks"),
    "project": QT_TRANSLATE_NOOP("Fields", "Project"),
    "taxType": QT_TRANSLATE_NOOP("Fields", "Tax (text)"),
    "taxTypeCode": QT_TRANSLATE_NOOP("Fields", "Kind of tax"),
    "taxCategory": QT_TRANSLATE_NOOP("Fields", "Tax category (text)"),
    "taxCategoryCode": QT_TRANSLATE_NOOP("Fields", "Tax category"),
    "taxAmount": QT_TRANSLATE_NOOP("Fields", "Tax amount"),
    "comments1": QT_TRANSLATE_NOOP("Fields", "Remarks"),
    "comments2": QT_TRANSLATE_NOOP("Fields", "Further remarks"),
    "accompanyingText": QT_TRANSLATE_NOOP("Fields", "Accompanying text"),
    "purchaseOrderNumber": QT_TRANSLATE_NOOP("Fields", "Customer's order number"),
    "purchaseDate": QT_TRANSLATE_NOOP("Fields", "Date of purchase"),
    "contractingAuthorityCode": QT_TRANSLATE_NOOP("Fields", "Contracting authority's code"),
    "contractingAuthority": QT_TRANSLATE_NOOP("Fields", "Contracting authority"),
    "contractTypeCode": QT_TRANSLATE_NOOP("Fields", "Contract type"),
    "contractReferenceCode": QT_TRANSLATE_NOOP("Fields", "Contract reference (ADAM)"),
    "totalNetAmount": QT_TRANSLATE_NOOP("Fields", "Net"),
    "totalVATAmount": QT_TRANSLATE_NOOP("Fields", "VAT"),
    "totalGrossValue": QT_TRANSLATE_NOOP("Fields", "Total"),
    "totalPayableAmount": QT_TRANSLATE_NOOP("Fields", "To pay"),
    "startDate": QT_TRANSLATE_NOOP("Fields", "Start"),
    "endDate": QT_TRANSLATE_NOOP("Fields", "End"),
}
"""JSON name -> name for people. What is not here goes by its JSON name, in words."""

_TABLES = {
    "invoiceTypeCode": "provider_types",
    "specialInvoiceCategory": "special_invoice_categories",
    "variationType": "invoice_variation_types",
    "currencyCode": "currencies",
    "countryCode": "countries",
    "taxRepresentativeCountryCode": "countries",
    "measurementUnitCode": "units",
    "vatCategoryCode": "vat_categories",
    "vatExemptionCategoryCode": "vat_exemptions",
    "paymentMethodTypeCode": "payment_methods",
    "taxTypeCode": "tax_types",
    "withheldPercentCategoryCode": "withholding",
    "feesPercentCategoryCode": "fees",
    "stampDutyPercentCategoryCode": "stamp_duty",
    "otherTaxesPercentCategoryCode": "other_taxes",
    "fuelCode": "fuel_codes",
    "movePurposeCode": "move_purposes",
    "movePurposeLineCode": "move_purposes",
    "reverseDeliveryNotePurpose": "reverse_delivery_note_purposes",
    "transportTypeCode": "transport_types",
    "packagingTypeCode": "packaging_types",
    "invoiceDetailTypeCode": "invoice_detail_types",
    "iaprSignPolicy": "sign_policies",
    "isDelayedCode": "delays",
    "documentTypeCode": "document_types",
    "recordTypeCode": "record_types",
    "transmissionMethod": "transmission_methods",
}

SMALL_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    BOOLEANS: (
        ("true", QT_TRANSLATE_NOOP("Outline", "Yes")),
        ("false", QT_TRANSLATE_NOOP("Outline", "No")),
    ),
    "sign_policies": (
        ("0", QT_TRANSLATE_NOOP("Outline", "the provider signs when myDATA does not answer")),
        ("1", QT_TRANSLATE_NOOP("Outline", "the provider signs also when myDATA refuses")),
        ("2", QT_TRANSLATE_NOOP("Outline", "the provider never signs itself")),
    ),
    "delays": (
        ("0", QT_TRANSLATE_NOOP("Outline", "sent at once")),
        ("1", QT_TRANSLATE_NOOP("Outline", "no connection to the provider")),
        ("2", QT_TRANSLATE_NOOP("Outline", "no connection to myDATA")),
        ("3", QT_TRANSLATE_NOOP("Outline", "no internet (ERP)")),
        ("4", QT_TRANSLATE_NOOP("Outline", "forced (ERP)")),
    ),
    "document_types": (
        ("INVOICE", QT_TRANSLATE_NOOP("Outline", "fiscal document")),
        ("ELB2G", QT_TRANSLATE_NOOP("Outline", "to the Greek state")),
        ("FNB", QT_TRANSLATE_NOOP("Outline", "restaurant order")),
        ("DELIVERYNOTE", QT_TRANSLATE_NOOP("Outline", "delivery note, not sent to myDATA")),
        ("ORDER", QT_TRANSLATE_NOOP("Outline", "order")),
        ("OFFER", QT_TRANSLATE_NOOP("Outline", "offer")),
        ("INTINVOICE", QT_TRANSLATE_NOOP("Outline", "foreign issuer, not sent to myDATA")),
    ),
    "record_types": (
        ("0", QT_TRANSLATE_NOOP("Outline", "ordinary line")),
        ("2", QT_TRANSLATE_NOOP("Outline", "a fee that bears VAT, as a line of its own")),
        ("3", QT_TRANSLATE_NOOP("Outline", "another tax that bears VAT, as a line of its own")),
        ("6", QT_TRANSLATE_NOOP("Outline", "gift voucher")),
        ("7", QT_TRANSLATE_NOOP("Outline", "return: taken off (order forms, 8.6)")),
    ),
    "transmission_methods": (
        ("A", QT_TRANSLATE_NOOP("Outline", "archive only, nobody is told")),
        ("E", QT_TRANSLATE_NOOP("Outline", "e-mail")),
        ("M", QT_TRANSLATE_NOOP("Outline", "mobile telephone")),
        ("C", QT_TRANSLATE_NOOP("Outline", "e-mail and mobile telephone")),
    ),
    "contract_types": (
        ("1|", QT_TRANSLATE_NOOP("Outline", "contract, with its number behind")),
        ("2|", QT_TRANSLATE_NOOP("Outline", "order, with its number behind")),
        ("3|0", QT_TRANSLATE_NOOP("Outline", "none")),
    ),
    "languages": (
        ("el", QT_TRANSLATE_NOOP("Outline", "Greek")),
        ("en", QT_TRANSLATE_NOOP("Outline", "English")),
    ),
    "allowance_types": (
        ("ALLOWANCE", QT_TRANSLATE_NOOP("Outline", "discount")),
        ("CHARGE", QT_TRANSLATE_NOOP("Outline", "charge")),
    ),
}
"""Lists that are no code tables of the authority: code and words of each row."""


DATES = ("dateIssued", "dispatchDate", "paymentDate", "vatPointDate")

_TWIN = "AC"
"""An amount's twin in accounting currency goes by its name and this ending."""
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def define_tables(tables: ChoiceTables) -> None:
    """Adds the few lists that are no code tables (yes and no, the provider's own words)."""
    for name, rows in SMALL_TABLES.items():
        tables.define(name, [(code, QCoreApplication.translate("Outline", words)) for code, words in rows])


def field_name(json_name: str) -> str:
    """What the field is called in the language of the day; else its JSON name in words."""
    known = _NAMES.get(json_name) or RARE_NAMES.get(json_name)
    if known is not None:
        return QCoreApplication.translate(CONTEXT, known)
    plain = json_name.removesuffix(_TWIN)
    if plain != json_name:
        twin = QCoreApplication.translate(CONTEXT, "{0} (accounting currency)")
        return twin.format(field_name(plain))
    words = _WORD.sub(" ", json_name).split(" ")
    return " ".join(
        [words[0][:1].upper() + words[0][1:], *(w if w.isupper() else w.lower() for w in words[1:])]
    )


def table_of(json_name: str, member: Member | None) -> str:
    """The list that a field's value is chosen from; "" where it is typed."""
    kind = "" if member is None else member.kind.value
    if kind == "boolean":
        return BOOLEANS
    if kind == "enumeration" and json_name == "type":
        return "allowance_types"
    return _TABLES.get(json_name, "")


def spoken_path(path: str) -> str:
    """A whole JSON path in words: "Delivery › Packages by kind 2 › Quantity"."""
    words: list[str] = []
    for part in parse_path(path):
        if isinstance(part, int):
            words[-1] = f"{words[-1]} {part + 1}"
        else:
            words.append(field_name(part))
    return " › ".join(words)
