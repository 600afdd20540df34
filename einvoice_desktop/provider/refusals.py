"""Where a refusal belongs in the document: what the provider and the authority say, on its JSON path."""

from __future__ import annotations

import re
from dataclasses import replace

from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.submission import SealedDocument
from einvoice_desktop.provider.envelope import Envelope, Fault

_FIELD = "*"
"""The message names the field."""
_PARTY = "?"
"""The message names the VAT number of one of the parties, or neither."""

# The authority's code -> path; "[]" stands for the line that the message names (api 3.1, 7; the channel's
# own codes from its error table). A code that is not here becomes `provider_refused` with its number.
AUTHORITY_PATHS = {
    101: "", 102: _PARTY, 103: "correlatedInvoices", 104: "correlatedInvoices", 105: "issuer.vat",
    201: "issuer.vat", 202: _PARTY, 203: "summaries.totalGrossValue", 204: _FIELD, 205: _FIELD,
    206: "details[]", 207: "summaries.totalNetAmount", 208: "summaries.totalGrossValue",
    209: "summaries.totalVATAmount", 210: "summaries.totalWithheldAmount",
    211: "paymentDetails.exchangeCurrencyRate", 212: "number", 213: _FIELD, 214: _FIELD,
    215: "details[].vatCategoryCode", 216: "details[].vatCategoryCode",
    217: "details[].vatExemptionCategoryCode", 218: "details[].vatTotal",
    219: "issuer.registeredName", 220: "counterParty.registeredName", 221: _FIELD, 222: _FIELD,
    223: "invoiceTypeCode", 224: "taxes", 225: _FIELD, 226: "summaries", 227: _FIELD, 228: "number",
    229: "details[].vatTotal", 230: _FIELD, 231: _FIELD, 233: "number",
    234: "details[].vatCategoryCode", 235: "counterParty.vat", 237: "taxes", 238: "dateIssued",
    239: "taxes", 240: "taxes", 241: "details[]", 242: "counterParty.address.countryCode",
    243: "counterParty.address.countryCode", 244: "counterParty.address.countryCode", 245: "issuer.vat",
    246: "details", 247: "details[].recordTypeCode", 252: "correlatedInvoices", 258: "details",
    261: "details[].lineNo", 262: _FIELD, 268: "details", 269: "details", 270: "details",
    271: "details[].vatExemptionCategoryCode", 272: _FIELD, 273: _FIELD, 274: _FIELD, 276: _FIELD,
    278: "dateIssued", 280: "distributionDetails.dispatchDate", 281: "details", 282: _FIELD,
    285: "issuer.vat", 286: "counterParty.vat", 287: "counterParty.address.countryCode", 288: "dateIssued",
    289: "counterParty.vat", 301: "correlatedInvoices", 318: _FIELD, 319: "summaries.totalNetAmount",
    320: "correlatedInvoices", 322: "correlatedInvoices", 402: "paymentDetails.paymentMethods",
    403: "paymentDetails.paymentMethods", 404: "paymentDetails.paymentMethods",
    405: "paymentDetails.paymentMethods", 407: "paymentDetails.paymentMethods",
    **dict.fromkeys(range(304, 318), "details[].incomeClassification"),
    **dict.fromkeys((321, 330, 331, 338, 339, 341), "details[].incomeClassification"),
}  # fmt: skip

# A message without a number -> the code, by words that its published text has (api 3.1, 7). In this order.
_WORDED_AUTHORITY = tuple(
    (re.compile(pattern, re.IGNORECASE), code)
    for pattern, code in (
        (r"issue ?date.*(equal|current date|today)", 238),
        (r"dispatch ?date.*(current date|today)", 280),
        (r"must be 0{9}\b|\b0{9}\b", 289),
        (r"xml syntax|schema check", 101),
        (r"not an? active (corporation|business)|does not belong to (an )?active", 102),
        (r"requested invoice.*not found", 104),
        (r"author.*vat|user.*vat.*(not|method)", 201),
        (r"invalid greek vat|greek vat.*(invalid|not valid)", 202),
        (r"sum of line net", 207),
        (r"sum of line gross", 208),
        (r"sum of line vat", 209),
        (r"sum of line withheld", 210),
        (r"gross value.*(match|differ)", 203),
        (r"exchange ?rate", 211),
        (r"\baa\b.*positive", 212),
        (r"exemption.*(needed|needs|mandatory|required|categor)|needs vatexemption", 217),
        (r"vat ?category must not be 8", 216),
        (r"vat ?category must be 8", 215),
        (r"vat amount must be 0", 218),
        (r"vat ?amount.*(deviat|differ|match)|vat.*deviation", 229),
        (r"issuer name", 219),
        (r"counterpart(y)? name", 220),
        (r"invoicedetailtype 2", 221),
        (r"technical error.*line", 206),
        (r"sent only if true|only when true", 214),
    )
)

# The provider's own messages (api 3.1, 7.1): words -> code, path.
_WORDED_PROVIDER = tuple(
    (re.compile(pattern, re.IGNORECASE), code, path)
    for pattern, code, path in (
        (r"summaries section", "provider_summaries_missing", "summaries"),
        (
            r"email recipient",
            "provider_email_recipient_missing",
            "additionalDetails.accountingDepartmentEmails",
        ),
        (
            r"mobile recipient|customercellnumbers",
            "provider_recipient_missing",
            "additionalDetails.customerCellNumbers",
        ),
        (r"recipient.*send ?method", "provider_recipient_missing", "additionalDetails.transmissionMethod"),
        (r"already (been )?credited|έχει ήδη πιστωθεί", "already_credited", ""),
        (r"authentication failed", "provider_authentication_failed", "issuer.vat"),
        (r"\bcpv", "provider_cpv_missing", "details[].cpvCode"),
        (r"signature.*(posinput|input)|posinput", "provider_pos_signature", "paymentDetails.paymentMethods"),
        (r"vat.*\b(8|9)\b.*(digit|char)|vat.*length", "provider_vat_length", "counterParty.vat"),
        (r"correlated", "provider_correlated_not_found", "correlatedInvoices"),
        (r"predefined|enumeration|not a valid (aade )?(value|code)", "provider_code_unknown", _FIELD),
        (r"\bis (mandatory|required)\b", "provider_field_missing", _FIELD),
        (r"\bnot (a )?valid\b|\bis invalid\b", "provider_field_invalid", _FIELD),
    )
)

# The authority's element (or the provider's member) in a message -> our path.
_FIELD_PATHS = {
    "series": "series", "aa": "number", "number": "number", "issuedate": "dateIssued",
    "dateissued": "dateIssued", "invoicetype": "invoiceTypeCode", "invoicetypecode": "invoiceTypeCode",
    "documenttypecode": "documentTypeCode", "currency": "currencyCode", "currencycode": "currencyCode",
    "exchangerate": "paymentDetails.exchangeCurrencyRate", "correlatedinvoices": "correlatedInvoices",
    "multipleconnectedmarks": "multipleConnectedMarks", "selfpricing": "selfPricing",
    "vatpaymentsuspension": "vatPaymentSuspension", "isdeliverynote": "isDeliveryNote",
    "specialinvoicecategory": "specialInvoiceCategory", "invoicevariationtype": "variationType",
    "tableaa": "tableId", "issuer": "issuer", "counterpart": "counterParty", "counterparty": "counterParty",
    "dispatchdate": "distributionDetails.dispatchDate", "dispatchtime": "distributionDetails.dispatchTime",
    "vehiclenumber": "distributionDetails.vehileNumber", "vehilenumber": "distributionDetails.vehileNumber",
    "movepurpose": "distributionDetails.movePurposeCode",
    "movepurposecode": "distributionDetails.movePurposeCode",
    "othermovepurposetitle": "distributionDetails.otherMovePurposeTitle",
    "loadingaddress": "distributionDetails.deliveryOriginDetails.address",
    "deliveryaddress": "distributionDetails.deliveryDestinationDetails.address",
    "paymentmethods": "paymentDetails.paymentMethods", "paymentmethod": "paymentDetails.paymentMethods",
    "paymentmethodtypecode": "paymentDetails.paymentMethods", "tid": "paymentDetails.paymentMethods",
    "transactionid": "paymentDetails.paymentMethods", "taxestotals": "taxes", "taxes": "taxes",
    "netvalue": "details[].netTotal", "nettotal": "details[].netTotal", "vatamount": "details[].vatTotal",
    "vattotal": "details[].vatTotal", "vatcategory": "details[].vatCategoryCode",
    "vatcategorycode": "details[].vatCategoryCode",
    "vatexemptioncategory": "details[].vatExemptionCategoryCode",
    "vatexemptioncategorycode": "details[].vatExemptionCategoryCode", "quantity": "details[].quantity",
    "measurementunit": "details[].measurementUnitCode",
    "measurementunitcode": "details[].measurementUnitCode",
    "itemdescr": "details[].descriptions", "itemcode": "details[].code", "taricno": "details[].taricNo",
    "fuelcode": "details[].fuelCode", "rectype": "details[].recordTypeCode",
    "recordtypecode": "details[].recordTypeCode", "invoicedetailtype": "details[].invoiceDetailTypeCode",
    "withheldamount": "details[].withheldAmount",
    "withheldpercentcategory": "details[].withheldPercentCategoryCode",
    "feesamount": "details[].feesAmount", "feespercentcategory": "details[].feesPercentCategoryCode",
    "stampdutyamount": "details[].stampDutyAmount",
    "stampdutypercentcategory": "details[].stampDutyPercentCategoryCode",
    "othertaxesamount": "details[].otherTaxesAmount",
    "othertaxespercentcategory": "details[].otherTaxesPercentCategoryCode",
    "deductionsamount": "details[].deductionsAmount", "discountoption": "details[].discountOption",
    "incomeclassification": "details[].incomeClassification",
    "expensesclassification": "details[].expensesClassification",
    "classificationtype": "details[].incomeClassification.classificationTypeCode",
    "classificationcategory": "details[].incomeClassification.classificationCategoryCode",
    "totalnetvalue": "summaries.totalNetAmount", "totalvatamount": "summaries.totalVATAmount",
    "totalgrossvalue": "summaries.totalGrossValue", "totalwithheldamount": "summaries.totalWithheldAmount",
    "summaries": "summaries", "details": "details", "invoicedetails": "details",
}  # fmt: skip

# The authority's elements that both parties have, told apart by the party's name beside them.
_PARTY_FIELDS = {
    "vatnumber": "vat", "country": "address.countryCode", "branch": "branchCode", "name": "registeredName",
    "address": "address", "street": "address.street", "city": "address.city", "postalcode": "address.postal",
}  # fmt: skip

_PARTY_WORDS = frozenset({"issuer", "counterpart", "counterparty"})

_ROOTS = frozenset(re.split(r"[.\[]", path)[0] for path in _FIELD_PATHS.values()) | {
    *("additionalDetails", "allowancesCharges", "b2GDetails", "banks", "billingContractor", "buyer"),
    *("contractOrderDetails", "miscellaneousData", "recipient", "seller", "transporter", "vatAnalysis"),
    *("iaprSignPolicy", "isDelayedCode"),
}
_INDEX = r"(?:\[\d{1,5}\])"
_NAMED_PATH = re.compile(
    rf"\b(?:{'|'.join(sorted(_ROOTS))})(?:{_INDEX}(?:\.[A-Za-z]\w*{_INDEX}?)*|(?:\.[A-Za-z]\w*{_INDEX}?)+)",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[A-Za-z]\w*(?= )")

_PREFIX = re.compile(r"^\s*aade validation error\s*:?\s*", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^\W{0,3}(\d{3})\b(?!\s*[-/.]?\d)|\b(?:error|code|κωδικός|σφάλμα)\b\W{0,4}(\d{3})\b", re.I
)
_LINE = re.compile(r"\b(?:invoice\s+)?line(?:\s*(?:number|no\.?))?\s*[:#=]?\s*(\d{1,5})\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{2,60}")
_MEMBER = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:\[\d{1,5}\])*(?:\.[A-Za-z][A-Za-z0-9]*(?:\[\d{1,5}\])*)*")


_UNKNOWN = ("provider_refused", "", "")


def problems_of(envelope: Envelope, sealed: SealedDocument) -> tuple[Problem, ...]:
    """What a refusal says is wrong, each on its JSON path; at least one, none of them twice.

    Codes: `authority_<n>` for the keys of AUTHORITY_PATHS, `provider_<what>` for the provider's own known
    messages, `provider_refused` for all else; `params["message"]` holds the words as they came.
    """
    found: dict[tuple[str, str, str], Problem] = {}
    for fault in envelope.faults or (Fault(text=envelope.message),):
        problem = _problem(fault if fault.text else replace(fault, text=envelope.message), sealed)
        found.setdefault((problem.path, problem.code, problem.params["message"]), problem)
    return tuple(found.values())


def authority_codes(envelope: Envelope) -> frozenset[int]:
    """The authority's numbers that a refusal names, in a list, in its XML or in its words."""
    codes = {int(fault.code) for fault in envelope.faults if fault.code}
    worded = (_spoken_code(text) for text in (envelope.message, *(fault.text for fault in envelope.faults)))
    return frozenset(codes | {code for code in worded if code is not None})


def _problem(fault: Fault, sealed: SealedDocument) -> Problem:
    code, path, authority_code = _meaning(fault)
    return Problem(
        path=_member_path(fault.member) or _named_path(fault.text) or _placed(path, fault.text, sealed),
        code=code,
        params={"message": fault.text},
        authority_code=authority_code,
    )


def _meaning(fault: Fault) -> tuple[str, str, str]:
    """(our code, path with its place holders, the authority's code or "")."""
    number = int(fault.code) if fault.code else _spoken_code(fault.text)
    if number is None:
        by_words = (_by_authority_words, _by_provider_words)
        in_order = by_words if _PREFIX.match(fault.text) else reversed(by_words)
        return next((meaning for read in in_order if (meaning := read(fault.text))), _UNKNOWN)
    if number in AUTHORITY_PATHS:
        return _authority(number)
    return "provider_refused", "", str(number)


def _authority(number: int) -> tuple[str, str, str]:
    return f"authority_{number}", AUTHORITY_PATHS[number], str(number)


def _by_authority_words(text: str) -> tuple[str, str, str] | None:
    return next((_authority(number) for words, number in _WORDED_AUTHORITY if words.search(text)), None)


def _by_provider_words(text: str) -> tuple[str, str, str] | None:
    return next(((code, path, "") for words, code, path in _WORDED_PROVIDER if words.search(text)), None)


def _spoken_code(text: str) -> int | None:
    """A number of the authority in the words themselves: "229: …", "Aade Validation Error: [229] …"."""
    found = _NUMBERED.search(_PREFIX.sub("", text))
    number = int(found[1] or found[2]) if found else 0
    return number if number in AUTHORITY_PATHS else None


def _placed(path: str, text: str, sealed: SealedDocument) -> str:
    if path == _FIELD:
        path = _field_path(text)
    elif path == _PARTY:
        path = _party_path(text, sealed)
    first = _FIRST_WORD.match(text)
    if not path and first and first[0] in _ROOTS:
        path = first[0]
    if not path.startswith("details[]"):
        return path
    line = _LINE.search(text)
    number = int(line[1]) if line else 0
    return path.replace("[]", f"[{number - 1}]", 1) if number else "details"


def _named_path(text: str) -> str:
    """A JSON path in the words themselves: "taxes[0].taxAmount 5.00 does not match its category"."""
    found = _NAMED_PATH.search(text)
    return ".".join(_camel(part) for part in found[0].split(".")) if found else ""


def _field_path(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(_PREFIX.sub("", text))]
    party = next((_FIELD_PATHS[word] for word in words if word in _PARTY_WORDS), "")
    for word in words:
        if party and word in _PARTY_FIELDS:
            return f"{party}.{_PARTY_FIELDS[word]}"
        if word in _FIELD_PATHS and _FIELD_PATHS[word] != party:
            return _FIELD_PATHS[word]
    return party or ("details[]" if _LINE.search(text) else "")


def _party_path(text: str, sealed: SealedDocument) -> str:
    """The party that a message about a VAT number means: named by number, by word, or the likelier one.

    The issuer is the provider's customer, its number was looked at when the key was given out.
    """
    counterparty = bare_vat(sealed.counterparty_vat)
    if (counterparty and counterparty in text) or re.search(r"counterpart", text, re.IGNORECASE):
        return "counterParty.vat"
    if sealed.key.issuer_vat in text or re.search(r"issuer|author", text, re.IGNORECASE):
        return "issuer.vat"
    return "counterParty.vat" if counterparty else "issuer.vat"


def _member_path(member: str) -> str:
    """The JSON path that a validation answer files a message under ("Issuer.Vat" -> "issuer.vat")."""
    bare = member.removeprefix("$").removeprefix(".")
    if not _MEMBER.fullmatch(bare):
        return ""
    if not any(mark in bare for mark in ".["):
        return _FIELD_PATHS.get(bare.lower(), "").partition("[")[0]
    return ".".join(_camel(part) for part in bare.split("."))


def _camel(name: str) -> str:
    return re.sub(r"^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z])", lambda found: found[0].lower(), name)
