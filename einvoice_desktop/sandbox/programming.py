"""POST /practice/faults: programs what goes wrong next, from this machine only."""

from __future__ import annotations

import ipaddress
import json
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.envelope import Answer, failure, json_answer
from einvoice_desktop.sandbox.faults import Fault, Faults

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_TIMES = 1000


def program_faults(faults: Faults, remote: str | None, body: bytes) -> Answer:
    """One `{"path", "kind", "times", "seconds", "status", "size", "recorded", "shape"}` or a list of them.

    Only path and kind are mandatory. An empty list forgets what was programmed and tells what nobody met.
    """
    if not _is_loopback(remote):
        return failure(404, ["Not found"])
    try:
        wanted = _read(body)
    except (ValueError, RecursionError) as error:
        return failure(400, [f"Not a fault: {error}"])
    if not wanted:
        return json_answer(200, {"programmed": 0, "unmet": faults.clear()})
    for path, fault, times in wanted:
        faults.add(path, fault, times)
    return json_answer(200, {"programmed": sum(times for _path, _fault, times in wanted)})


def _is_loopback(remote: str | None) -> bool:
    """In process there is no remote address."""
    try:
        return not remote or ipaddress.ip_address(remote).is_loopback
    except ValueError:
        return False


def _read(body: bytes) -> list[tuple[str, Fault, int]]:
    value = json.loads(body)
    items = value if isinstance(value, list) else [value]
    return [_one(item) for item in items]


def _one(item: object) -> tuple[str, Fault, int]:
    if not isinstance(item, dict):
        raise ValueError("an object is wanted")
    members: Mapping[str, object] = item
    path, times = members.get("path"), members.get("times", 1)
    if not isinstance(path, str) or not path.startswith("/"):
        raise ValueError("path must be a path")
    if isinstance(times, bool) or not isinstance(times, int) or not 1 <= times <= _MOST_TIMES:
        raise ValueError(f"times must be a number from 1 to {_MOST_TIMES}")
    return path, Fault.read(members), times
