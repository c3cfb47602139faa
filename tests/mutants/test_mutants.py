"""The bench that changes the code a little and asks whether a test notices: it must itself change, draw and tell rightly."""

import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT

BENCH = ROOT / "bench" / "mutants"
SOURCE = '''
"""A docstring with 3 < 4 and not 5."""
from typing import TYPE_CHECKING, Literal
if TYPE_CHECKING:
    SIDE = 1 + 1
EDGE: Literal[7] = 4
SMALL = 1e-12
ABOUT = dict(order=3)

@dataclass(slots=True)
class Thing:
    size: int | None = None

def judge(values: list[float] | None, flag=True) -> "int | None":
    # é: bytes and characters differ after this line; a comment with a < b
    name = "é" + f"{1 + 2}"
    if (len(values)) <= EDGE and not (flag or -values[0] > 0.5):  # < <=
        raise ValueError(f"fewer than {EDGE + 1}")
    total = max(values) * (  # *
        2) // 3
    total += values[-1] % 2 ** 3
    return say(says=f"{1}", ask=2, zipped=zip(values, values, strict=True), kept=total is not None, none=1 not in values)
'''


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    import changes  # type: ignore[import-not-found]

    return changes


def test_every_sort_of_change_is_made_where_an_answer_can_hang_on_it_and_nowhere_else(changes: ModuleType) -> None:
    made = {(one.line, one.old, one.new) for one in changes.changes_of(SOURCE.encode(), "a.py")}
    assert made == {
        *((6, "4", new) for new in ("5", "3", "40")),
        *((7, "1e-12", new) for new in ("1e-09", "1e-15")),
        (14, "True", "False"),
        *((17, "<=", new) for new in ("<", ">=")),
        (17, "and", "or"),
        (17, "not", ""),
        (17, "or", "and"),
        (17, "-", ""),
        *((17, "0", new) for new in ("1", "-1", "10")),
        *((17, ">", new) for new in (">=", "<")),
        *((17, "0.5", new) for new in ("0.55", "0.45", "5.0")),
        (19, "max", "min"),
        (19, "*", "/"),
        (20, "//", "/"),
        *((20, "2", new) for new in ("3", "1", "20")),
        *((20, "3", new) for new in ("4", "2", "30")),
        (21, "+", "-"),
        (21, "-", ""),
        (21, "%", "//"),
        (21, "**", "*"),
        *((21, "1", new) for new in ("2", "0", "10")),
        *((21, "2", new) for new in ("3", "1", "20")),
        *((21, "3", new) for new in ("4", "2", "30")),
        *((22, "is not", new) for new in ("is",)),
        *((22, "1", new) for new in ("2", "0", "10")),
        (22, "not in", "in"),
    }


def test_a_changed_source_is_a_program_and_differs_in_that_one_place(changes: ModuleType) -> None:
    source = SOURCE.encode()
    for one in changes.changes_of(source, "a.py"):
        changed = one.apply(source)
        assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(source))
        assert changed.startswith(source[: one.start] + one.new.encode())
        assert changed.endswith(source[one.start + len(one.old.encode()) :])
        assert one.text == SOURCE.split("\n")[one.line - 1].strip()


def test_tokens_alike_on_a_line_are_numbered(changes: ModuleType) -> None:
    made = changes.changes_of(b"low, high = x[1] + 1 - y[12] * 1\n", "a.py")
    assert [(one.old, one.new, one.which) for one in made if one.new in ("2", "-")] == [
        ("1", "2", 1),
        ("+", "-", 1),
        ("1", "2", 2),
        ("1", "2", 3),
    ]


def test_a_seed_draws_the_same_places_again_even_when_code_was_added_above_them(changes: ModuleType) -> None:
    every = changes.changes_of(SOURCE.encode(), "a.py")
    below = changes.changes_of(b"import os\n" + SOURCE.encode(), "a.py")
    drawn = changes.sample(every, 12, seed=3)
    assert len({one.start for one in drawn}) == 12
    assert changes.sample(reversed(every), 12, seed=3) == drawn
    assert [(one.text, one.old) for one in changes.sample(below, 12, seed=3)] == [(one.text, one.old) for one in drawn]
    assert changes.sample(every, 12, seed=4) != drawn
    assert len(changes.sample(every, 1000, seed=3)) == len({one.start for one in every})


TOY = {
    "toy/__init__.py": "",
    "toy/grown.py": "LEAST = 18\n\n\ndef grown(age):\n    return age >= LEAST\n",
    "toy/wait.py": "def wait(times, step):\n    while times > 0:\n        times -= step\n    return times\n",
    "tests/test_grown.py": "from toy.grown import grown\n\n\ndef test_grown():\n    assert grown(40)\n    assert not grown(2)\n",
    "tests/test_wait.py": "from toy.wait import wait\n\n\ndef test_wait():\n    assert wait(6, 2) == 0\n",
    "bench/mutants/rooms.yaml": "toy: {code: [toy], tests: [tests]}\nattic: {code: [attic], tests: [tests]}\n",
    "bench/mutants/equivalent.yaml": """
- {file: toy/wait.py, line: "while times > 0:", changes: ["> to >="], why: "Not true."}
- {file: toy/grown.py, line: "LEAST = 18", changes: ["18 to 19"], why: "Nobody is 18."}
""",
}


def run(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCH / "run.py"), "--root", str(root), "--grace", "1", "--processes", "1", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    for name, text in TOY.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_what_no_test_notices_is_told_and_the_tree_stays_as_it_was(toy: Path) -> None:
    places = ("toy/grown.py:1", "toy/grown.py:5", "toy/wait.py:2", "toy/wait.py:3")
    ran = run(toy, *(word for place in places for word in ("--changes", place)))
    assert ran.returncode == 1
    lines = ran.stdout.splitlines()
    assert "attic: not there" in lines
    assert "survived: toy/grown.py:1: 18 to 17 (little) in: LEAST = 18" in lines
    assert "survived: toy/grown.py:5: >= to > (edge) in: return age >= LEAST" in lines
    assert "equivalent: toy/grown.py:1: 18 to 19 (little) in: LEAST = 18" in lines
    assert "caught: toy/grown.py:1: 18 to 180 (lot) in: LEAST = 18" in lines
    assert "caught: toy/wait.py:2: > to < (turn) in: while times > 0:" in lines
    assert "caught: listed as equivalent, and yet caught: toy/wait.py:2: > to >= (edge) in: while times > 0:" in lines
    assert "endless: toy/wait.py:3: - to + (arithmetic) in: times -= step" in lines
    assert lines[-1] == "7 of 10 caught (70.0%); 1 equivalent, not counted"
    assert {name: (toy / name).read_text("utf-8") for name in TOY} == TOY


def test_tests_that_fail_anyway_and_entries_out_of_date_are_refused(toy: Path) -> None:
    (toy / "bench" / "mutants" / "equivalent.yaml").write_text(
        '[{file: toy/wait.py, line: "while times > 1:", changes: ["> to <"], why: "Gone."}]', "utf-8"
    )
    ran = run(toy, "--sample", "1")
    assert ran.returncode == 1
    assert "toy/wait.py: while times > 1:: > to <" in ran.stdout
    (toy / "bench" / "mutants" / "equivalent.yaml").write_text("[]", "utf-8")
    (toy / "tests" / "test_wait.py").write_text("def test_never():\n    assert False\n", "utf-8")
    ran = run(toy, "--sample", "1")
    assert ran.returncode == 1
    assert "its tests fail without any change: tests/test_wait.py::test_never" in ran.stderr
