"""Judges changes by the tests of a room: a copy of the tree in each of a few warm processes, a fork for each change."""

import contextlib
import importlib
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from changes import Change

HEAVY = ("numpy", "polars", "pydantic", "yaml", "jsonschema", "hypothesis", "hypothesis.strategies", "holidays")
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "*.egg-info", "build", "dist")
MEMORY = 2 * 2**30
"""Bytes of its own that a changed program may hold."""
PATIENCE = 4
"""The tests may take so many times the processor time that they take unchanged, and some seconds of grace beyond it."""
CLOCK = 5
"""And so many times that by the clock, where they wait instead of working."""
FRESH = count(1)


@dataclass(frozen=True)
class Judged:
    """`outcome` is `caught`, `survived` or `endless` (stopped, counts as caught); `by` names the first failing test."""

    outcome: str
    by: str = ""
    seconds: float = 0.0
    took: dict[str, float] = field(default_factory=dict)


def warm(root: Path, within: Path) -> None:
    """Makes this process ready: in a copy of the tree, with what all tests import already imported."""
    copy = Path(tempfile.mkdtemp(dir=within)) / "tree"
    shutil.copytree(root, copy, ignore=LEFT_OUT)
    os.chdir(copy)
    os.environ |= {"PYTHONPATH": str(copy), "OPENBLAS_NUM_THREADS": "1", "POLARS_MAX_THREADS": "1"}
    os.environ.pop("INSPECTOR_SHARED", None)
    sys.path.insert(0, str(copy))
    for name in HEAVY:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def unchanged(tests: list[str]) -> Judged:
    """The tests on the tree as it is: whether they pass, and how long each takes."""
    return _fork(tests, "", {}, 600)


def judge(change: Change, tests: list[str], before: Judged, grace: float) -> Judged:
    """The tests with `change` made; `before` is what they said without it, `grace` seconds they may take beyond that."""
    path = Path(change.file)
    source, times = path.read_bytes(), path.stat()
    stem = (path.parent if path.stem == "__init__" else path).stem.strip("_")
    try:
        path.write_bytes(change.apply(source))
        # A time of its own for each change, so that no compiled file of another is taken for its own.
        os.utime(path, (next(FRESH),) * 2)
        return _fork(tests, stem, before.took, PATIENCE * before.seconds + grace)
    finally:
        path.write_bytes(source)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _fork(tests: list[str], stem: str, took: dict[str, float], limit: float) -> Judged:
    with tempfile.NamedTemporaryFile() as paper:
        child = os.fork()
        if not child:
            _run(tests, _Watch(stem, took), int(limit), Path(paper.name))
        code, usage = _wait(child, CLOCK * limit)
        said = paper.read()
    found: dict[str, Any] = json.loads(said) if said else {}
    if os.WIFSIGNALED(code) and os.WTERMSIG(code) in (signal.SIGXCPU, signal.SIGKILL):
        return Judged("endless")
    outcome = "survived" if code == 0 else "caught"
    return Judged(outcome, found.get("failed", ""), usage.ru_utime + usage.ru_stime, found.get("took", {}))


def _wait(child: int, limit: float) -> tuple[int, resource.struct_rusage]:
    """The wait status and what was used, after at most `limit` seconds by the clock."""
    end = time.monotonic() + limit
    while True:
        done, code, usage = os.wait4(child, os.WNOHANG)
        if done:
            return code, usage
        if time.monotonic() > end:
            os.killpg(child, signal.SIGKILL)
        time.sleep(0.01)


def _run(tests: list[str], watch: "_Watch", limit: int, paper: Path) -> None:
    """In the child: runs the tests and never comes back."""
    code = 70
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        code = int(
            pytest.main(
                ["-x", "-q", "-p", "no:cacheprovider", "-o", "addopts=", "-p", "no:xdist", *tests], plugins=[watch]
            )
        )
        paper.write_text(json.dumps({"failed": watch.failed, "took": {} if code else watch.took}), "utf-8")
    finally:
        os._exit(code)


class _Watch:
    """A pytest plugin: the tests nearest to the changed module come first, quick before slow; notes what failed."""

    def __init__(self, stem: str, took: dict[str, float]) -> None:
        self.stem, self.before = stem, took
        self.failed = ""
        self.took: dict[str, float] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: (-self._near(item), self.before.get(item.nodeid, 0.0)))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.took[report.nodeid] = round(self.took.get(report.nodeid, 0.0) + report.duration, 3)
        if report.failed and not self.failed:
            self.failed = report.nodeid

    def _near(self, item: pytest.Item) -> int:
        named = {self.stem, self.stem.replace("_", "-")}
        return 2 * any(name in item.nodeid for name in named) + (self.stem in _text(item.path))


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8")
