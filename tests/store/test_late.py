"""SQLAlchemy without asyncio: it comes when an error is looked at, and is the real one then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
CODE = """
import sys
from einvoice_desktop.store.late import without_asyncio
with without_asyncio():
    from sqlalchemy import create_engine, text
    engine = create_engine("sqlite://")
assert "asyncio" not in sys.modules, "nothing else meets the stand-in"
with engine.connect() as connection:
    print(connection.execute(text("select 1")).scalar(), "asyncio.events" in sys.modules)
    try:
        connection.execute(text("selec 1"))
    except Exception as error:
        print(type(error).__name__, "asyncio.events" in sys.modules)
import asyncio
from sqlalchemy.util import concurrency
print(asyncio.run(asyncio.sleep(0, "slept")), concurrency.iscoroutine(1))
"""


def test_sqlalchemy_works_without_asyncio_and_finds_it_when_it_asks() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", CODE],
        env={"PYTHONPATH": str(TOP)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split("\n")[:3] == ["1 False", "OperationalError True", "slept False"], done.stderr
