"""Each rule broken once: the papers, what is changed on them, and what is told then."""

from __future__ import annotations

from tests.domain.rules import cases_head, cases_lines, cases_special, cases_sums

CASES = [*cases_head.CASES, *cases_special.CASES, *cases_lines.CASES, *cases_sums.CASES]
