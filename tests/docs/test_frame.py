"""The public frame: the hook for pre-commit, the forms, the workflow and the changelog say what is so."""

import re
import shlex
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector import __version__
from inspector.cli import _run

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


HOOKS = loaded(".pre-commit-hooks.yaml")


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_looks_at_every_file_of_a_framework_and_at_no_other(hook: dict[str, Any]) -> None:
    wanted = re.compile(hook["files"])
    tracked = [path.relative_to(ROOT).as_posix() for path in (ROOT / "frameworks").rglob("*.yaml")]
    assert len(tracked) > 30
    assert [name for name in tracked if not wanted.search(name)] == []
    others = [
        "tests/cases.yaml",
        "frameworks/munro/README.md",
        "frameworks/notes.yaml",
        "mkdocs.yml",
        "x/frameworks.yaml",
    ]
    assert [name for name in others if wanted.search(name)] == []


@pytest.mark.parametrize(("old", "code"), [("", 0), ("theme: safer-care", 1)])
def test_the_hook_runs_on_the_names_of_files(
    old: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As pre-commit calls it: from the top of a repository, with the names of what was changed after the entry."""
    folder = tmp_path / "frameworks" / "patient-safety-learning"
    shutil.copytree(ROOT / "frameworks" / folder.name, folder)
    rules = folder / "rules" / "safer-care.yaml"
    if old:
        rules.write_text(rules.read_text(encoding="utf-8").replace(old, "theme: safer-car", 1), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    program, *words = shlex.split(HOOKS[0]["entry"])
    assert program in PROJECT["scripts"]
    changed = [path.relative_to(tmp_path).as_posix() for path in (rules, folder / "framework.yaml")]
    assert _run([*words, *changed]) == code


def test_the_forms_for_issues_are_forms() -> None:
    forms = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    assert len(forms) > 1
    for path in forms:
        if path.name == "config.yml":
            continue
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert {"name", "description", "body"} <= set(form), path.name
        asked = [part for part in form["body"] if part["type"] != "markdown"]
        assert {part["type"] for part in asked} <= {"input", "textarea"}
        assert len({part["id"] for part in asked}) == len(asked)
        assert all(part["attributes"]["label"] for part in asked)


def test_the_workflow_runs_what_ci_runs_on_every_version_that_is_promised() -> None:
    job = loaded(".github/workflows/ci.yml")["jobs"]["run"]
    said = [one.rpartition(" ")[2] for one in PROJECT["classifiers"] if re.search(r"Python :: 3\.", one)]
    assert job["strategy"]["matrix"]["python"] == said
    assert [step["run"] for step in job["steps"] if "run" in step] == ["bash .ci/run"]


def test_the_newest_version_of_the_changelog_is_this_one() -> None:
    versions = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert versions[:2] == ["Unreleased", __version__]


@pytest.mark.parametrize("name", ["SECURITY.md", "CODE_OF_CONDUCT.md", "RELEASING.md", "CONTRIBUTING.md", "mkdocs.yml"])
def test_no_address_is_made_up(name: str) -> None:
    assert re.findall(r"[\w.]+@[\w-]+\.\w+|github\.com/\S+", (ROOT / name).read_text(encoding="utf-8")) == []
