"""What all tests share: a Hypothesis profile without chance or clocks, the examples, and how a run begins and ends."""

import difflib
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from pprint import pformat
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from inspector.model.base import Noun
from inspector.report.lines import WIDTH, folded_at

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=12,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("ci")

# Frameworks are kept as they are for a user, in a place that all workers and processes of this run share and that goes with it:
# nothing is left for the next, nor written into the home of whoever runs the tests; `tests/framework/test_kept.py` asks.
if "PYTEST_XDIST_WORKER" not in os.environ:
    os.environ.pop("INSPECTOR_NO_CACHE", None)
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="inspector-tests-")
# What is compiled is kept for the hundreds of processes that the tests start: otherwise each compiles all of it again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "evidence" / "examples"


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example bundles."""
    return EXAMPLES


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what comes after an inspection: examples are worked out, and frameworks loaded, once a process."""
    from tests.inspected import kept

    kept(monkeypatch)


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """A part of the suite is done before workers are there: it runs in one process. The whole is left to xdist, a core each."""
    asked = {(config.invocation_params.dir / arg.partition("::")[0]).resolve() for arg in config.args}
    return None if asked & {ROOT, ROOT / "tests"} else 0


def pytest_unconfigure(config: pytest.Config) -> None:  # noqa: ARG001
    """What the run kept is taken away by the process that made it."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        between = Path(os.environ["XDG_CACHE_HOME"])
        if (between / "postgres.txt").exists():
            from tests.register.postgres import ended

            ended(between)
        shutil.rmtree(between, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name every reason for which tests were skipped, with the tests: what was not tested is not passed over."""
    skipped: dict[str, list[str]] = defaultdict(list)
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        skipped[reason.removeprefix("Skipped: ")].append(report.nodeid)
    for reason, tests in sorted(skipped.items()):
        terminalreporter.write_line(f"not tested here: {reason}")
        for name in sorted({test.partition("[")[0] for test in tests}):
            terminalreporter.write_line(f"  {name}")


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Nouns that should be equal are shown field by field: in their one line they may well look the same."""
    first, second = _whole(left), _whole(right)
    if op != "==" or first is None or second is None:
        return None
    return ["the nouns differ:", *difflib.ndiff(pformat(second).splitlines(), pformat(first).splitlines())]


def _whole(value: object) -> Any:
    if isinstance(value, Noun):
        return value.model_dump()
    if isinstance(value, tuple | list) and value and all(isinstance(one, Noun) for one in value):
        return [one.model_dump() for one in value]
    return None


@pytest.fixture(autouse=True)
def _as_wide_as_ever() -> Iterator[None]:
    """A test on a narrow terminal leaves lines narrow for none after it in the same process."""
    with folded_at(WIDTH):
        yield
