"""The model has every field of the provider's schemas, under exactly the provider's spelling."""

import pytest

from einvoice_desktop.domain import document, lines, movement, parties, settlement
from einvoice_desktop.domain.fields import FieldKind, field_kind, item_kind, member_at, members_of

NAMES = {
    movement.AdditionalDetails: """
        locationEmail approver approverEmails attention approvalLogicalOperator issuingOfficer
        principalFunctionality eInvoiceDocumentType notificationDelay generalPurposeTags
        accountingDepartmentEmails readOnlyAccessEmails thirdPartyEmails aseds extraStructuredContent
        extraStructuredContentType transmissionMethod user documentTags zipCodeForPostOffice sendAsPdf
        avoidEmailGrouping pdfNotificationEmails pdfUrl documentTemplate qrCodePPM callback approvalDocumentId
        customerCellNumbers
    """,
    parties.Address: """
        country countryCode municipality municipalityCode region regionCode city cityCode street number
        postal geographicalCoordinates gln supplyAccountNo
    """,
    lines.AllowanceCharge: """
        type description code level percentage amount amountAC grossAmount grossAmountAC underlyingValue
        underlyingValueAC vatPercentage vatAmount vatAmountAC
    """,
    document.B2GDetails: """
        contractingAuthorityCode contractingAuthority contractTypeCode contractReferenceCode
    """,
    parties.Bank: """
        bicCode name vatinid vat vatin branchCode branch account iban contactDetails
    """,
    settlement.CardLine: """
        lineNo amount amountAC tipAmount tipAmountAC transactionId providersSignature posInput
        terminalId remarks isInformative isHidden
    """,
    lines.Classification: """
        id classificationType classificationTypeCode classificationCategory classificationCategoryCode
        amount
    """,
    document.ContractOrderDetails: """
        startDate endDate contractTypeCode name code date webPostNumber budgetRegistrationCode
        budgetCommitmentCode orderNumbers misCode coFundingProjectCode coFundingProjectYear
        coFundingProjectDeedCode
    """,
    movement.DeliveryDetails: """
        address remarks phones faxes emails shippingBranchCode
    """,
    lines.Detail: """
        lineNo classificationLineNo date code buyerCode cpvCode itemCodification categoryId countryCode
        tariffCodeID taricNo orderID transportId lotLifeCircle deliveryId descriptions specialFeatures
        startingDate expirationDate measurementUnit measurementUnitCode measurementUnitCodeEN
        otherMeasurementUnitTitle otherMeasurementUnitQuantity costPrice quantityPreviousBalance
        quantityReceived quantitySold quantityNewBalance quantity quantityEN quantityIn15Deg
        quantityMeasurementUnitId measurementUnit2 quantity2 netWeight grossWeight volume
        allowancesCharges internalId totalSurchargeAmount totalSpecialTaxes totalCost
        totalNetValueBeforeTotalDiscount lineApportionedDiscountValue currency rate foreignCurrencyValue
        remarks reason detailRecipient project lotNumber serialNumbers relativeDocuments
        catalogUnitPrice unitPrice catalogNetTotal catalogTotal netTotalAfterInlineALCs netTotal
        netTotalAC total totalAC allowancesTotal allowancesTotalAC chargesTotal chargesTotalAC vatTotal
        vatTotalAC exchangeCurrencyValue localCurrencyValue counterpartCurrencyValue reasoning
        beneficiaryAccount beneficiary exchange chrimatikaDiathesima securitiesAmount registrationNumber
        securitiesBank dueDate localCurrencyExchangeRate securitiesField sponsorCode sponsorName
        issuerName issuerCode invoiceDetailType invoiceDetailTypeCode vatExcemptionCategory
        vatExemptionCategoryCode shipType discountOption vatCategory vatCategoryCode withheldAmount
        withheldAmountAC withheldPercentCategory withheldPercentCategoryCode stampDutyAmount
        stampDutyAmountAC stampDutyPercentCategory stampDutyPercentCategoryCode feesAmount feesAmountAC
        feesPercentCategory feesPercentCategoryCode otherTaxesPercentCategory
        otherTaxesPercentCategoryCode otherTaxesAmount otherTaxesAmountAC deductionsAmount
        deductionsAmountAC isInformative isHidden noVat recordType recordTypeCode incomeClassification
        expensesClassification expensesClassifications vatClassification fuelCode specificWeight tags
        compartments containerName conversionFactor density temperature movePurposeLineCode
        otherMovePurposeLineTitle
    """,
    movement.DistributionDetails: """
        internalDocumentId installationId shippingMethod shippingMethodCode movePurpose movePurposeCode
        totalQuantity totalPackages dispatchDate dispatchTime vehileNumber delivery relativeDocuments
        salesman billOfLading houseBill ldm project deliveryDate freightVolume billedFreightWeight
        grossFreightWeight content deliveryOriginDetails deliveryDestinationDetails packingDeclarations
        toWeigh reverseDeliveryNotePurpose otherMovePurposeTitle receivingNotePurposeCode
        otherReceivingNotePurposeTitle transportTypeCode pNumber
    """,
    document.Document: """
        mark uid authenticationCode uniqueId integritySignature publicSalt publicSignature
        privateSignature cancellationMark classificationMark iaprSignPolicy version languageCode
        currency currencyCode invoiceType invoiceTypeCode documentType documentTypeCode
        copyTypeNamePurpose specialInvoiceCategory variationType series number
        issuerFormatedInvoiceSeriesNumber dateIssued relativeDocuments correlatedInvoices
        multipleConnectedMarks deliveryNoteMarks gsisRelatedInvoices recipientRole referenceCode
        orderCode orderNumber lotNumber vatCurrencyCode vatPointDate orderConfirmationNumber
        receivingAdviceNumber dispatchAdvice orderSeries erpSource issuer counterParty recipient
        billingContractor originator sender onBehalfOf transporter additionalTransporters
        otherRelatedEntities vatMediator seller buyer allowancesCharges banks contractOrderDetails
        distributionDetails paymentDetails additionalDetails details summaries taxes vatAnalysis
        miscellaneousData b2GDetails vatPaymentSuspension selfPricing isDelayed isDelayedCode
        isFuelInvoice isDeliveryNote isReverseDeliveryNote isRetail nonObligatedRecipient
        withoutDigitalTransportTracking sendToEtransport cancelDeliveryOrders totalCancelDeliveryOrders
        tableId fnbClearance aadeXml iaprResponse supportedDocument
    """,
    parties.GeographicalCoordinates: """
        item1 item2
    """,
    document.MiscellaneousData: """
        moreInformation1 moreInformation2 moreInformation3 comments1 comments2 accompanyingText
        purchaseOrderNumber purchaseDate qrCode gtin
    """,
    movement.PackingDeclaration: """
        packagingType packagingTypeCode quantity
    """,
    parties.Party: """
        registeredName brandName contactPerson registrationNumber envelopeNumber ysn vat
        paidUpSharedCapital sharedCapitalSubscribed taxOffice taxOfficeCode activities
        generalCommercialRegistryNumber phones faxes emails url address branch branchCode branchId posId
        branchAddress branchPhones branchFaxes taxRegime category type code externalCode otherInfo
        identityType identityIdentifier taxRepresentativeName taxRepresentativeVat
        taxRepresentativeCountry taxRepresentativeCountryCode vatExemptionNote fuelDistributorCode
    """,
    settlement.PaymentDetails: """
        totalPieces previousBalance newBalance prepaymentAmount roundingAmount electronicPaymentCode
        paymentMethods paymentTerms transactionPaymentTerms paymentDate paymentReferenceID
        payingCompanyVATNumber otherPaymentDetails counterpartCurrency exchangeCurrencyRate
        counterpartCurrencyRate localCurrencyValue counterpartCurrencyValue exchangeCurrency
        counterpartNewBalance expenses localCurrencyExpenses exchangeCurrencyExpenses
        exchangeCurrencyValue securityAmount totalAmountDescription future1 future2 future3 future4
    """,
    settlement.PaymentMethod: """
        paymentMethodId paymentMethodType paymentMethodTypeCode amount amountAC remarks tipAmount
        transactionId providersSignature posInput terminalId contactless
    """,
    settlement.PaymentTerm: """
        paymentDate amount
    """,
    lines.ShipType: """
        applicationId applicationDate doy shipId
    """,
    settlement.Summaries: """
        totalCatalogNetAmount totalCatalogNetAmountAC totalNetAmount totalNetAmountAC
        totalNetAmountAfterLineDiscounts totalNetAmountAfterLineDiscountsAC totalVATAmount
        totalVATAmountAC totalWithheldAmount totalWithheldAmountAC totalFeesAmount totalFeesAmountAC
        totalStampDutyAmount totalStampDutyAmountAC totalOtherTaxesAmount totalOtherTaxesAmountAC
        totalDeductionsAmount totalDeductionsAmountAC totalGrossValue totalGrossValueAC totalAllowances
        totalAllowancesAC totalAllowancesWithoutLines totalAllowancesWithoutLinesAC totalCharges
        totalChargesAC totalSpecialCharges totalSpecialChargesAC totalPayableAmount totalPayableAmountAC
        incomeClassifications expensesClassifications
    """,
    settlement.Tax: """
        taxType taxTypeCode taxCategory taxCategoryCode taxAmount taxAmountAC id underlyingValue
        underlyingValueAC vatPercentage vatPercentageCode vatAmount vatAmountAC
    """,
    settlement.Vat: """
        name percentage vatAmount vatAmountAC underlyingValue underlyingValueAC vatExemption
        vatExemptionCode initialAmount initialAmountAC discountAmount discountAmountAC grossAmount
        grossAmountAC
    """,
}

RECEIPT = """
    uid mark authenticationCode currency currencyCode exchangeCurrencyRate iaprSignPolicy
    documentTypeCode erpQrCode publicSalt publicSignature privateSignature correlatedInvoices
    relativeDocuments gsisRelatedInvoices multipleConnectedMarks series number
    providerSignatureIdentifier dateIssued invoiceType invoiceTypeCode totalAmount totalAmountAC issuer
    counterParty cardLines cashLines chequeLines voucherLines remittanceLines additionalDetails
    internalDocumentId miscellaneousData isDelayedCode thirdPartyCollection
"""


@pytest.mark.parametrize("node_class", NAMES, ids=lambda node_class: node_class.__name__)
def test_every_field_has_the_spelling_of_the_schema(node_class):
    receipt = RECEIPT.split() if node_class is document.Document else []
    assert {*NAMES[node_class].split(), *receipt} == set(members_of(node_class).by_json_name)


@pytest.mark.parametrize("node_class", NAMES, ids=lambda node_class: node_class.__name__)
def test_no_two_fields_differ_in_casing_alone(node_class):
    assert len(members_of(node_class).folded) == len(node_class.model_fields)


@pytest.mark.parametrize("node_class", NAMES, ids=lambda node_class: node_class.__name__)
def test_pydantic_takes_fields_by_both_names(node_class):
    for member in members_of(node_class).ordered:
        assert node_class(**{member.name: None}).model_fields_set == {member.name}
        assert node_class(**{member.json_name: None}).model_fields_set == {member.name}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("number", FieldKind.TEXT),
        ("dateIssued", FieldKind.TEXT),
        ("documentTypeCode", FieldKind.TEXT),
        ("additionalDetails.transmissionMethod", FieldKind.TEXT),
        ("mark", FieldKind.INTEGER),
        ("issuer.branchCode", FieldKind.INTEGER),
        ("details[3].vatCategoryCode", FieldKind.INTEGER),
        ("details[3].unitPrice", FieldKind.DECIMAL),
        ("summaries.totalVATAmountAC", FieldKind.DECIMAL),
        ("vatAnalysis[0].percentage", FieldKind.DECIMAL),
        ("isFuelInvoice", FieldKind.BOOLEAN),
        ("sendToEtransport", FieldKind.BOOLEAN),
        ("iaprSignPolicy", FieldKind.ENUMERATION),
        ("isDelayedCode", FieldKind.ENUMERATION),
        ("details[0].recordTypeCode", FieldKind.ENUMERATION),
        ("details[0].allowancesCharges[1].type", FieldKind.ENUMERATION),
        ("counterParty", FieldKind.NODE),
        ("details[0]", FieldKind.NODE),
        ("details", FieldKind.LIST),
        ("issuer.phones", FieldKind.LIST),
        ("issuer.phones[0]", FieldKind.TEXT),
        ("correlatedInvoices[0]", FieldKind.INTEGER),
    ],
)
def test_the_kind_of_a_field(path, kind):
    assert field_kind(path) is kind


def test_the_rows_of_a_list_have_a_kind_and_a_class():
    assert item_kind("details") is FieldKind.NODE
    assert item_kind("correlatedInvoices") is FieldKind.INTEGER
    assert member_at("paymentDetails.paymentMethods").node is settlement.PaymentMethod
    assert member_at("isDelayedCode").names == ("LIVE", "CLIENT", "IAPR", "NOINT", "FORCED")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "Series",
        "details.unitPrice",
        "details[0][1]",
        "series[0]",
        "series.x",
        "issuer.phones[0].x",
        "_debug",
    ],
)
def test_a_path_that_the_model_cannot_have_is_refused(path):
    with pytest.raises(ValueError, match=r"no |itself"):
        field_kind(path)
