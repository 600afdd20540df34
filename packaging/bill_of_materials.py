"""Writes what a release is made of as a CycloneDX bill: names, versions, licences, and the locks' hashes."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from contents import Carried
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.xml import XmlValidator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NAME = "einvoice-desktop"
SCHEMA = SchemaVersion.V1_6
WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}
LINUX = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}


class BillWrong(Exception):
    """What is in the folder is not what the lock says, or the bill breaks the rules of its format."""


class Locked(NamedTuple):
    version: str
    hashes: tuple[str, ...]


def locked(lock: str, platform: Mapping[str, str]) -> dict[str, Locked]:
    """What the text of a lock installs on a platform, by canonical name."""
    found: dict[str, Locked] = {}
    for block in re.split(r"\n(?=[a-z0-9])", lock):
        line, _, rest = block.partition("\\\n")
        if "==" not in line:
            continue
        wanted = Requirement(line.strip())
        if wanted.marker is None or wanted.marker.evaluate(dict(platform)):
            hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", rest))
            found[canonicalize_name(wanted.name)] = Locked(str(wanted.specifier).removeprefix("=="), hashes)
    return found


def write(parts: list[Carried], lock: Mapping[str, Locked], release: str, version: str, output: Path) -> int:
    """Write the bill of `parts` as JSON; returns how many they are. Raises BillWrong.

    `release` tells the bills of one version apart: the platform.
    """
    bom = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{NAME}/{version}/{release}"))
    program = Component(
        name=NAME, version=version, type=ComponentType.APPLICATION, bom_ref=f"{NAME}@{version}",
        properties=[Property(name="platform", value=release)],
    )  # fmt: skip
    bom.metadata.component = program
    for part in parts:
        bom.components.add(_component(part, lock))
    bom.register_dependency(program, bom.components)
    _validate(bom)
    text = make_outputter(bom, OutputFormat.JSON, SCHEMA).output_as_string(indent=2)
    output.write_text(text + "\n", encoding="utf-8", newline="\n")
    return len(parts)


def _component(part: Carried, lock: Mapping[str, Locked]) -> Component:
    url = PackageURL(
        part.kind, "debian" if part.kind == "deb" else None, part.name.replace(" ", "-"), part.version or None
    )
    component = Component(
        name=part.name, version=part.version or None, type=ComponentType.LIBRARY,
        purl=url, bom_ref=url.to_string(), licenses=[_licence(part.licence)],
    )  # fmt: skip
    if part.kind == "pypi":
        component.external_references.add(_origin(part, lock))
    return component


def _licence(words: str) -> License:
    """By its identifier where the words are one; what stands in brackets behind it explains."""
    return LicenseFactory().make_from_string(re.sub(r" \(.*\)$", "", words))


def _origin(part: Carried, lock: Mapping[str, Locked]) -> ExternalReference:
    name = canonicalize_name(part.name)
    if name not in lock or lock[name].version != part.version:
        said = lock[name].version if name in lock else "nothing"
        raise BillWrong(f"{part.name} {part.version} is in the folder, and the lock says {said}.")
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in lock[name].hashes]
    return ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION, url=XsUri(f"https://pypi.org/project/{name}/{part.version}/"),
        comment="one of these files, as the lock names them", hashes=hashes,
    )  # fmt: skip


def _validate(bom: Bom) -> None:
    """The library checks the same bill against the official scheme in its XML form."""
    xml = make_outputter(bom, OutputFormat.XML, SCHEMA).output_as_string()
    error = XmlValidator(SCHEMA).validate_str(xml)
    if error is not None:
        raise BillWrong(f"The bill is no valid CycloneDX: {error}")
