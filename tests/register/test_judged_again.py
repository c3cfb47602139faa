"""With which earlier submissions `register judge` judges: those of the register, unless then none were counted."""

from pathlib import Path
from typing import Any

import pytest

from inspector import committing, inspection
from inspector.cli.register.judge_ import Asked, _notes, _work
from inspector.register import recalled

COMMITTED: dict[str, Any] = {"verdict": {"assured": {"commitment": {}}}}
ALONE: dict[str, Any] = {"verdict": {}}


def asked() -> Asked:
    return Asked(place="r.db", framework=None, instead_of=None, bundles={}, enter=True)


@pytest.mark.parametrize(("stored", "counted"), [(None, True), (COMMITTED, True), (ALONE, False)])
def test_which_earlier_submissions_are_counted(
    stored: dict[str, Any] | None, counted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[object] = []
    monkeypatch.setattr(inspection, "work", lambda *_, remembered=None, **__: taken.append(remembered))
    monkeypatch.setattr(committing, "committed", lambda found: found)
    monkeypatch.setattr(recalled, "recalled", lambda place, **_: place)
    _work(asked(), Path("bundle"), stored)("munro")
    assert taken == ["r.db" if counted else None]


@pytest.mark.parametrize(
    ("stored", "others", "told"),
    [
        (None, False, "by the framework that it names."),
        (None, True, "names, with the earlier submissions that the register has."),
        (COMMITTED, True, "Then earlier submissions were counted, and now those that the register has."),
        (ALONE, True, "and none are now: `assess --register` counts them."),
    ],
)
def test_what_is_said_of_them(stored: dict[str, Any] | None, others: bool, told: str) -> None:
    (says,) = _notes(asked(), stored, others=others)
    assert says.endswith(told)


def test_nothing_is_said_where_there_are_none() -> None:
    assert _notes(asked(), ALONE, others=False) == ()
