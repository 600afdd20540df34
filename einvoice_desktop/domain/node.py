"""What every object of a document shares: frozen, typed, spelled as the provider's Swagger spells it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Self, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Mapping

Amount = Decimal
"""Money, a quantity, a rate or a percentage: decimal from keystroke to wire, with the digits as written."""


class FieldKind(Enum):
    """What a field holds. A LIST says what its rows are in `Member.item`."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    ENUMERATION = "enumeration"
    NODE = "object"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Marks a field whose values the provider takes by name or by number, the numbers counting from 0."""

    names: tuple[str, ...]


# Swagger spellings that the rule of json_name does not give.
_IRREGULAR = {
    "b2g_details": "b2GDetails",
    "measurement_unit_code_en": "measurementUnitCodeEN",
    "net_total_after_inline_alcs": "netTotalAfterInlineALCs",
    "order_id": "orderID",
    "paying_company_vat_number": "payingCompanyVATNumber",
    "payment_reference_id": "paymentReferenceID",
    "qr_code_ppm": "qrCodePPM",
    "quantity_en": "quantityEN",
    "tariff_code_id": "tariffCodeID",
    "total_vat_amount": "totalVATAmount",
    "total_vat_amount_ac": "totalVATAmountAC",
}


def json_name(name: str) -> str:
    """The JSON spelling of a field: camelCase, with the twin in accounting currency ending in AC."""
    irregular = _IRREGULAR.get(name)
    if irregular is not None:
        return irregular
    head, *rest = name.split("_")
    return head + "".join("AC" if part == "ac" else part.capitalize() for part in rest)


class Node(BaseModel):
    """One object of a document.

    Every field may be absent (None and not in `model_fields_set`) or null (None and in it). Members that the
    model does not know are kept in `model_extra` under their own spelling. Lists are tuples. In code, fields
    go by their Python or their JSON name and values must already have the type of the field (no float, no
    text for a number): `reader.read_document` is where foreign JSON is understood.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        strict=True,
        alias_generator=json_name,
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
        # The validators cost several times the classes and serve only construction in code.
        defer_build=True,
    )

    def __init__(self, /, **given: Any) -> None:
        """Raises ValueError for a value that has not its field's type. pydantic's own way would make every
        class's validators for the first node: 10 MB, and 0.1 s in the window's thread."""
        members = members_of(type(self))
        values: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        for name, value in given.items():
            member = members.by_name.get(name) or members.by_json_name.get(name)
            if member is None:
                unknown[name] = value
            else:
                values[member.name] = _checked(type(self), member, value)
        _fill(self, values, unknown)

    # `model_validate` goes on without it.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @classmethod
    def __pydantic_init_subclass__(cls, **_given: Any) -> None:
        """What a node does not have, its class answers: a node of a hundred members holds the ten set."""
        for name in cls.model_fields:
            type.__setattr__(cls, name, None)

    @classmethod
    def assembled(cls, values: dict[str, Any], unknown: dict[str, Any]) -> Self:
        """A node of values that are known to be right, by Python name; nothing is checked or copied."""
        node = cls.__new__(cls)
        _fill(node, values, unknown)
        return node

    def with_member(self, name: str, value: object) -> Self:
        """A copy with one member set; `name` is a Python name or that of an unknown member."""
        return self.model_copy(update={name: value})

    def without_member(self, name: str) -> Self:
        """A copy in which the member is absent and will not be written; the rest is shared."""
        values = {key: getattr(self, key) for key in self.model_fields_set if key != name}
        unknown = {key: value for key, value in (self.model_extra or {}).items() if key != name}
        return self.assembled(values, unknown)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        assert isinstance(other, Node)
        return (self.model_extra or {}) == (other.model_extra or {}) and (
            self.__dict__ == other.__dict__ or _said(self) == _said(other)
        )

    def __hash__(self) -> int:
        return hash((type(self), frozenset(_said(self).items())))

    def __repr_args__(self) -> Any:
        yield from ((name, value) for name, value in super().__repr_args__() if name in self.model_fields_set)


def _fill(node: Node, values: dict[str, Any], unknown: dict[str, Any]) -> None:
    put = object.__setattr__
    put(node, "__dict__", values)
    put(node, "__pydantic_fields_set__", set(values))
    put(node, "__pydantic_extra__", unknown)
    put(node, "__pydantic_private__", None)


def _said(node: Node) -> dict[str, Any]:
    """What is there and not null: null and absent are equal."""
    return {name: value for name, value in node.__dict__.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Member:
    """One field of a node class. `item` is the kind of a LIST's rows, `node` the class of a NODE or of such
    rows, `names` the names of an ENUMERATION, and `by_number` whether its values are kept as numbers."""

    name: str
    json_name: str
    kind: FieldKind
    item: FieldKind | None = None
    node: type[Node] | None = None
    names: tuple[str, ...] = ()
    by_number: bool = True


@dataclass(frozen=True, slots=True)
class Members:
    """The fields of a node class in the order in which they are written.

    `folded` finds a field by its JSON name in lower case.
    """

    ordered: tuple[Member, ...]
    by_name: Mapping[str, Member]
    by_json_name: Mapping[str, Member]
    folded: Mapping[str, Member]
    order: Mapping[str, int]


@cache
def members_of(node_class: type[Node]) -> Members:
    """The fields of a node class, found once from its annotations."""
    ordered = tuple(_member(name, field.annotation) for name, field in node_class.model_fields.items())
    return Members(
        ordered,
        {member.name: member for member in ordered},
        {member.json_name: member for member in ordered},
        {member.json_name.lower(): member for member in ordered},
        {member.name: place for place, member in enumerate(ordered)},
    )


_SCALARS = {
    str: FieldKind.TEXT,
    int: FieldKind.INTEGER,
    Decimal: FieldKind.DECIMAL,
    bool: FieldKind.BOOLEAN,
}


def _member(name: str, annotation: Any) -> Member:
    spelled = json_name(name)
    bare = _without_none(annotation)
    if get_origin(bare) is tuple:
        row = _member(name, get_args(bare)[0])
        return Member(name, spelled, FieldKind.LIST, row.kind, row.node)
    if get_origin(bare) is Annotated:
        base, marker = get_args(bare)
        return Member(name, spelled, FieldKind.ENUMERATION, names=marker.names, by_number=base is int)
    if bare in _SCALARS:
        return Member(name, spelled, _SCALARS[bare])
    return Member(name, spelled, FieldKind.NODE, node=bare)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (UnionType, Union):
        (annotation,) = (choice for choice in get_args(annotation) if choice is not type(None))
    return annotation


_TYPES: Mapping[FieldKind, type] = {
    FieldKind.TEXT: str,
    FieldKind.INTEGER: int,
    FieldKind.DECIMAL: Decimal,
    FieldKind.BOOLEAN: bool,
}


def _checked(node_class: type[Node], member: Member, value: Any) -> Any:
    if value is None:
        return None
    if member.kind is FieldKind.LIST:
        is_right = isinstance(value, tuple) and all(_is_of(member, member.item, row) for row in value)
    else:
        is_right = _is_of(member, member.kind, value)
    if not is_right:
        raise ValueError(f"{node_class.__name__}.{member.name} takes {_told(member)}, not {value!r}")
    return value


def _is_of(member: Member, kind: FieldKind | None, value: Any) -> bool:
    if member.node is not None:
        return isinstance(value, member.node)
    if kind is FieldKind.ENUMERATION:
        wanted: type = int if member.by_number else str
    else:
        wanted = _TYPES[kind or FieldKind.TEXT]
    return isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))


def _told(member: Member) -> str:
    kind = member.item or member.kind
    one = member.node.__name__ if member.node else _TYPES.get(kind, int).__name__
    return f"a tuple of {one}" if member.item else one
