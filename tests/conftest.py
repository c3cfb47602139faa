"""What all tests share: a Hypothesis profile without chance or clocks, the examples, and how a run begins and ends."""

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("ci")

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
