"""The examples read and inspected once for all tests of a process that look only at what came of it.

A test of the path itself asks `inspector.inspection`, and of the command line as a user has it the installed wheel.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from inspector import arguing, inspection
from inspector.bundle import read_bundle
from inspector.judging import rulebooks
from inspector.judging.rulebooks import Rulebook
from inspector.judging.settling import Workings
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection
from tests.conftest import EXAMPLES

_work, _load = inspection.work, rulebooks.load


@cache
def rulebook(framework: str = "munro") -> Rulebook:
    """A framework that ships with Inspector."""
    return _load(framework)


@cache
def evidence(name: str) -> Evidence:
    """What is in the example of that name."""
    found = read_bundle(EXAMPLES / name).evidence
    assert found is not None
    return found


@cache
def inspected(name: str) -> Inspection:
    """The inspection of the example of that name, argued about and with pictures."""
    return arguing.with_pictures(_worked(EXAMPLES / name, None))


@cache
def _worked(path: Path, framework: str | Path | None, **more: Any) -> Workings:
    return _work(path, framework, **more)


def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on examples are worked out, and the shipped frameworks loaded, once; everything else as ever."""

    def work(path: str | Path, framework: str | Path | None = None, **more: Any) -> Workings:
        ask: Callable[..., Workings] = _worked if Path(path).parent == EXAMPLES else _work
        return ask(Path(path), framework, **more)

    def load(framework: str | Path) -> Rulebook:
        return rulebook(framework) if framework in ("munro", "patient-safety-learning") else _load(framework)

    monkeypatch.setattr(inspection, "work", work)
    monkeypatch.setattr(rulebooks, "load", load)
