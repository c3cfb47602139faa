"""Every lint speaks of its bad cases and of none of its good ones; `cases/LINT.yaml` has three or more of each.

A case is what `tests.lints.framework_of` makes a framework of. A bad one can say at which `level` it is spoken of (else that of
the lint), words that have to be `told`, and how many `times`.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector import lints
from inspector.model.problems import Problem
from tests.inspected import rulebook
from tests.lints.framework_of import loaded, sections, written

CASES = Path(__file__).parent / "cases"
OURS = [name for name in lints.ids() if name not in {plugin.id for plugin in lints.others()}]
FEWEST = 3


@cache
def cases_of(name: str) -> dict[str, list[dict[str, Any]]]:
    file = CASES / f"{name.replace('-', '_')}.yaml"
    return dict(yaml.safe_load(file.read_text(encoding="utf-8"))) if file.exists() else {"bad": [], "good": []}


def spoken(name: str, folder: Path, case: dict[str, Any]) -> list[Problem]:
    """What a lint says of a case."""
    framework, cases, vocabulary = loaded(written(folder, case))
    module = lints.load(name)
    examine_cases = getattr(module, "examine_cases", lambda *_: ())
    return [*module.examine(framework, vocabulary), *examine_cases(framework, cases, vocabulary)]


def example(name: str, head: str) -> dict[str, Any]:
    return dict(yaml.safe_load(sections(lints.load(name))[head]))


def each(sort: str) -> list[Any]:
    return [pytest.param(name, case, id=f"{name}: {case['name']}") for name in OURS for case in cases_of(name)[sort]]


@pytest.mark.parametrize(("name", "case"), each("bad"))
def test_bad(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    found = spoken(name, tmp_path, case)
    assert found
    assert {problem.rule for problem in found} == {name}
    assert {problem.level for problem in found} == {case.get("level", lints.load(name).LEVEL)}
    assert len(found) == case.get("times", len(found))
    words = " ".join(str(problem) for problem in found)
    assert [told_ for told_ in case.get("told", ()) if told_ not in words] == []
    assert all(problem.where.line and (tmp_path / problem.where.file).exists() for problem in found)


@pytest.mark.parametrize(("name", "case"), each("good"))
def test_good(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    assert spoken(name, tmp_path, case) == []


@pytest.mark.parametrize("name", OURS)
def test_there_are_cases(name: str) -> None:
    found = cases_of(name)
    assert len(found["bad"]) >= FEWEST
    assert len(found["good"]) >= FEWEST


@pytest.mark.parametrize("name", OURS)
def test_the_examples_of_its_page_are_true(name: str, tmp_path: Path) -> None:
    assert spoken(name, tmp_path / "bad", example(name, "Bad"))
    assert spoken(name, tmp_path / "good", example(name, "Good")) == []


@pytest.mark.parametrize("framework", ["munro", "patient-safety-learning"])
def test_what_ships_has_nothing_to_say_and_nothing_to_waive(framework: str) -> None:
    book = rulebook(framework)
    assert lints.check(book.framework, book.vocabulary) == ()
    assert book.framework.waivers == ()
