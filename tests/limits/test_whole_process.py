"""Whole processes keep within their limits: small inputs that ask for much end in 2 GB, given no more than 4 GB of addresses.

They are a quarter as large here, and may take a quarter as much, but for those that a limit refuses."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "limits"
MEGABYTES, BARE = 2000, 150
SHARE = 1 / 4
"""A quarter of what `bench/limits` measures whole may take a quarter of the memory, besides what a process takes in any case."""
HANGS = 300
"""Seconds: a guard against a hang, not a measure."""


def loaded(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bench_limits_{name}", BENCH / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(words: list[str]) -> tuple[int, float]:
    """Exit code and peak MB."""
    one = [sys.executable, str(BENCH / "run.py"), "--one", *words]
    said = subprocess.run(one, capture_output=True, text=True, timeout=HANGS, check=True).stdout.split()
    return int(said[0]), float(said[2])


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are Unix's")
@pytest.mark.parametrize("sort", ["tables", "packed", "workbooks"])
def test_no_small_input_takes_the_machine(sort: str, tmp_path: Path) -> None:
    for name, (words, path) in getattr(loaded("inputs"), sort)(tmp_path, SHARE):
        code, memory = measured([*words, str(path)])
        assert code in (0, 1, 2), name
        assert memory < BARE + SHARE * (MEGABYTES - BARE), name


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are Unix's")
def test_many_case_rows(tmp_path: Path) -> None:
    """Fifty thousand rows of each list, and ten times as many in `bench/limits`."""
    loaded("case_rows").main(tmp_path / "b", 50_000)
    assert len(json.loads((tmp_path / "b" / "datapackage.json").read_text())["resources"]) == 2
    code, memory = measured(["assess", "--despite-problems", str(tmp_path / "b")])
    assert code == 0
    assert memory < 600
