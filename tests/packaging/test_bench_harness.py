"""The harness of the benches: medians, alternation, and a table that says what was met."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))

import bench  # noqa: E402
from bench import Row  # noqa: E402


def test_a_ratio_is_the_median_of_pairs_that_take_turns() -> None:
    order: list[str] = []
    above, below = iter([9.0, 4.0, 100.0, 6.0]), iter([9.0, 2.0, 1.0, 2.0])

    def measured() -> float:
        order.append("measured")
        return next(above)

    def base() -> float:
        order.append("base")
        return next(below)

    assert bench.ratio_of_readings(measured, base, rounds=3, warmups=1) == 3.0
    assert order == ["measured", "base", "measured", "base", "base", "measured", "measured", "base"]


def test_a_percentile_is_a_reading_that_was_taken() -> None:
    readings = [5.0, 1.0, 4.0, 2.0, 3.0]
    assert [bench.percentile(readings, share) for share in (0.0, 0.5, 0.8, 0.81, 1.0)] == [1, 3, 4, 5, 5]


def test_real_work_is_timed() -> None:
    assert 0.009 < bench.median_seconds(lambda: time.sleep(0.01), rounds=3) < 0.1
    assert bench.ratio(lambda: time.sleep(0.02), lambda: time.sleep(0.005), rounds=3) > 2


def test_the_table_says_which_goals_were_met() -> None:
    text = bench.table(
        [Row("start", 1.42, 1.5), Row("one edit, 1,000 lines over 10", 58, 1.2, "see the header")]
    )
    assert text.splitlines() == [
        "what                           measured    goal",
        "start                              1.42    1.50  met",
        "one edit, 1,000 lines over 10     58.00    1.20  MISSED (see the header)",
    ]


def test_a_broken_bench_costs_only_its_own_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bench_bad.py").write_text("def rows():\n    raise OSError('no disk')\n", encoding="utf-8")
    good = "from bench import Row\ndef rows():\n    return [Row('good', 1, 2)]\n"
    (tmp_path / "bench_good.py").write_text(good, encoding="utf-8")
    monkeypatch.setattr(bench, "_package_folder", lambda: tmp_path)
    assert bench.main([], tmp_path) == 1
    said = capsys.readouterr()
    assert "good  " in said.out
    assert "bad: broke" in said.out
    assert "no disk" in said.err
    assert bench.main(["good"], tmp_path) == 0


def test_kept_rows_take_the_place_of_those_of_their_name_alone(tmp_path: Path) -> None:
    page = tmp_path / "ratios.md"
    bench.keep([Row("start", 1.66, 1.5), Row("memory", 2.0, 2.2, "104 over 47 | MiB")], page)
    bench.keep([Row("start", 1.42, 1.5), Row("paper", 0.8, 1)], page)
    text = page.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("| ")][1:] == [
        "| start | 1.42 | 1.50 | met |  |",
        "| memory | 2.00 | 2.20 | met | 104 over 47 / MiB |",
        "| paper | 0.80 | 1.00 | met |  |",
    ]
    assert text.count("# What things cost") == 1
    assert "processor cores" in text
    bench.keep([Row("paper", 1.2, 1)], page)
    assert "| paper | 1.20 | 1.00 | **missed** |  |" in page.read_text(encoding="utf-8")


def test_only_a_run_that_is_asked_to_keeps_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = "from bench import Row\ndef rows():\n    return [Row('good', 1, 2)]\n"
    (tmp_path / "bench_good.py").write_text(good, encoding="utf-8")
    monkeypatch.setattr(bench, "_package_folder", lambda: tmp_path)
    page = tmp_path / "ratios.md"
    assert bench.main(["good"], tmp_path, page) == 0
    assert not page.exists()
    assert bench.main(["good", "--keep"], tmp_path, page) == 0
    assert "| good | 1.00 | 2.00 | met |  |" in page.read_text(encoding="utf-8")
