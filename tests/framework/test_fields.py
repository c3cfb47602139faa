"""`fields.yaml`: what is right is read as it is meant, and every mistake is named where it is."""

import shutil
from pathlib import Path
from typing import get_args

import pytest

from inspector.framework import read
from inspector.framework.fields import CHOSEN_BY, choices
from inspector.model.evidence import Measure
from inspector.model.problems import CannotComplete, Problem
from inspector.model.rules import Selection

TINY = Path(__file__).parents[1] / "frameworks" / "tiny"
RIGHT = """\
- id: work
  title: The work
  parts:
    - id: trying
      title: Trying
      activity: [{kind: improvement-log, scale: [one-case, one-team], questions_target: true}, {kind: leadership}]
    - id: power
      title: Power
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (folder / "fields.yaml").write_text(RIGHT, encoding="utf-8")
    return folder


def problems(tiny: Path, old: str, new: str) -> tuple[Problem, ...]:
    assert old in RIGHT
    (tiny / "fields.yaml").write_text(RIGHT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CannotComplete) as failure:
        read(tiny)
    return tuple(failure.value.problems)


def test_what_is_right_is_read(tiny: Path) -> None:
    (area,) = read(tiny).fields
    trying, power = area.parts
    assert trying.activity == (
        Selection(
            kind="improvement-log", conditions=(("scale", ("one-case", "one-team")), ("questions_target", (True,)))
        ),
        Selection(kind="leadership"),
    )
    assert power.activity == ()


def test_the_file_may_be_left_out_and_belongs_to_the_digest(tiny: Path) -> None:
    with_fields = read(tiny)
    (tiny / "fields.yaml").write_text(RIGHT.replace("Power", "Powers"), encoding="utf-8")
    assert read(tiny).digest != with_fields.digest
    (tiny / "fields.yaml").unlink()
    without = read(tiny)
    assert without.fields == ()
    assert without.digest != with_fields.digest


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "told"),
    [
        ("improvement-log,", "improvement-logs,", 6, 25, ("no activity is of kind", "did you mean 'improvement-log'?")),
        ("scale:", "scales:", 6, 42, ("has no 'scales'", "scale, origin", "did you mean 'scale'?")),
        ("one-team", "one-tema", 6, 60, ("never 'one-tema'", "whole-authority", "did you mean 'one-team'?")),
        ("questions_target: true", "questions_target: often", 6, 89, ("never 'often'", "one of true, false")),
        (
            "{kind: leadership}",
            "{kind: leadership, leader: director}",
            6,
            115,
            ("has no 'leader'", "nothing: all of this kind"),
        ),
        ("[one-case, one-team]", "[]", 6, 49, ("must not be empty",)),
        ("id: power", "id: trying", 7, 11, ("'trying' is there twice",)),
        ("id: power", "id: Power", 7, 11, ("has not the form",)),
        ("title: The work", "titel: The work", 2, 3, ("'titel' is not known", "did you mean 'title'?")),
    ],
)
def test_a_mistake_is_named_where_it_is(
    tiny: Path, old: str, new: str, line: int, column: int, told: tuple[str, ...]
) -> None:
    found = problems(tiny, old, new)
    said = [(one, " ".join([one.message, one.expected, one.fix])) for one in found]
    matching = [one for one, words in said if all(word in words for word in told)]
    assert matching, said
    assert all(one.level == "error" and one.where.file.endswith("fields.yaml") for one in found)
    assert (line, column) in [(one.where.line, one.where.column) for one in matching]


def test_a_field_that_is_there_twice_is_named(tiny: Path) -> None:
    twice = RIGHT + RIGHT.replace("id: trying", "id: tried").replace("id: power", "id: powers")
    (tiny / "fields.yaml").write_text(twice, encoding="utf-8")
    with pytest.raises(CannotComplete) as failure:
        read(tiny)
    assert [(one.message, one.where.line) for one in failure.value.problems] == [("'work' is there twice", 9)]


def test_every_attribute_has_the_values_that_the_evidence_can_have() -> None:
    for kind, (_, names) in CHOSEN_BY.items():
        for name in names:
            assert len(choices(kind, name)) >= 2, (kind, name)
    assert choices("improvement-log", "measure") == get_args(Measure)
    assert choices("partnership", "joint") == (True, False)
