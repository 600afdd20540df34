"""Our own samples from the command line: none has a problem, and the practice provider issues them."""

from __future__ import annotations

from tests.cli.conftest import TOP

OWN = sorted((TOP / "resources" / "samples" / "own").glob("*.json"))
GOODS_AND_SERVICES = [file for file in OWN if not file.name.startswith(("8.4", "8.5"))]


def test_no_sample_has_a_problem(command):
    said = command("check", "--json", *OWN)
    assert said.status == 0
    assert [(row["file"], row["problems"]) for row in said.rows if row["problems"]] == []
    assert len(said.rows) == len(OWN)


def test_every_sample_is_issued_in_practice(command):
    said = command("submit", "--practice", "--wait", "100", "--json", *GOODS_AND_SERVICES)
    assert said.status == 0
    assert {row["state"] for row in said.rows} == {"issued"}
    assert len({row["mark"] for row in said.rows}) == len(GOODS_AND_SERVICES)
