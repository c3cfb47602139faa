"""`framework check` for programs: SARIF that code hosts resolve, and JUnit with a test for each case."""

import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _run

TINY = Path(__file__).parents[1] / "frameworks" / "tiny"
TOOL = Path(__file__).parent / "sarif" / "node_modules" / ".bin" / "sarif-multitool"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a framework in a folder of it, in which something of each layer is wrong."""
    (tmp_path / ".git").mkdir()
    folder = Path(shutil.copytree(TINY, tmp_path / "ours" / "ti ny"))
    swap(folder / "rules" / "rules.yaml", "outcome: followed}", "outcome: folowed}")
    swap(folder / "rules" / "rules.yaml", 'is: ">= 0.5"', 'is: ">= 0.5, < 0.4"')
    swap(folder / "tests" / "cases.yaml", "verdict: not-evidenced", "verdict: static")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    (folder / "rules" / "none.yaml").write_text("- [", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "ours")
    return tmp_path


def swap(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def log(name: str, capsys: Capture) -> dict[str, Any]:
    assert _run(["framework", "check", name, "--format", "sarif"]) == 1
    return json.loads(capsys.readouterr().out)


def test_regions_hold_what_is_wrong(repository: Path, capsys: Capture) -> None:
    (run,) = log("ti ny", capsys)["runs"]
    marked = {one["ruleId"]: _marked(repository, one) for one in run["results"]}
    assert marked["type-mismatch"] == "folowed"
    assert marked["band"] == '">= 0.5, < 0.4"'
    assert marked["unread-file"] == ""


def _marked(root: Path, result: dict[str, Any]) -> str:
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uriBaseId"] == "SRCROOT"
    file = root / place["artifactLocation"]["uri"].replace("%20", " ")
    region = place["region"]
    assert region.keys() == {"startLine", "startColumn", "endLine", "endColumn"}
    assert region["startLine"] == region["endLine"]
    lines = [*file.read_text(encoding="utf-8").splitlines(), ""]
    return lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


def test_every_rule_has_what_a_code_host_shows(repository: Path, capsys: Capture) -> None:
    (run,) = log(str(repository / "ours" / "ti ny" / "framework.yaml"), capsys)["runs"]
    assert run["originalUriBaseIds"].keys() == {"SRCROOT"}
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    for rule in rules:
        assert rule["helpUri"].startswith("https://")
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["fullDescription"]["text"]
        assert rule["help"]["markdown"]
    mismatch = next(rule for rule in rules if rule["id"] == "type-mismatch")
    assert "```yaml\nwhen: {move: {signal: trajectory" in mismatch["help"]["markdown"]


def test_what_lies_outside_of_the_repository_is_named_whole(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    (run,) = log(str(repository / "ours" / "ti ny"), capsys)["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"].startswith("file:///")
    assert "uriBaseId" not in place


@pytest.mark.skipif(
    not TOOL.exists(), reason="sarif-multitool is not installed: npm install --prefix tests/workbench/sarif"
)
def test_the_validator_of_sarif_has_nothing_to_say(repository: Path, capsys: Capture) -> None:
    (repository / "check.sarif").write_text(json.dumps(log("ti ny", capsys)), encoding="utf-8")
    done = subprocess.run([TOOL, "validate", repository / "check.sarif"], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert "Analysis completed successfully" in said
    assert [line for line in said.splitlines() if " warning " in line or " error " in line] == []


def test_a_test_for_each_case_and_each_file(repository: Path, capsys: Capture) -> None:
    (repository / "ours" / "ti ny" / "rules" / "none.yaml").unlink()
    swap(repository / "ours" / "ti ny" / "rules" / "rules.yaml", ">= 0.5, < 0.4", ">= 0.5")
    assert _run(["framework", "check", "ti ny", "patient-safety-learning", "--format", "junit"]) == 1
    top = ET.fromstring(capsys.readouterr().out)
    safer, tiny = top.findall("testsuite")
    states = {case.get("name"): [child.tag for child in case] for case in tiny.findall("testcase")}
    assert states["the gain came first"] == ["failure"]
    assert states["tried, and readers noticed"] == ["skipped"]
    assert states["a log of copies, and half of the measures fell"] == []
    assert states["ti ny/rules/rules.yaml"] == ["failure"]
    assert "failure" not in states["ti ny/framework.yaml"]
    assert states["ti ny/notes.txt"] == ["failure"]
    for suite in (tiny, safer):
        cases = suite.findall("testcase")
        assert int(suite.get("tests", "")) == len(cases)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
    assert len(safer.findall("testcase")) > 400
    assert int(top.get("failures", "")) == int(tiny.get("failures", ""))


def test_every_form_tells_remarks_by_file_line_and_column(repository: Path, capsys: Capture) -> None:
    # Two frameworks, the later named first; a query of the lints stands before an error of the reader in the same file.
    swap(repository / "ours" / "ti ny" / "rules" / "rules.yaml", "cites: [own]", "cites: []")
    shutil.copytree(repository / "ours" / "ti ny", repository / "ours" / "another")
    asked = ["framework", "check", "ti ny", "another", "--format"]
    told = {
        form: (_run([*asked, form]), capsys.readouterr().out)[1]
        for form in ("text", "json", "sarif", "junit", "github")
    }
    places = [
        (problem["where"]["file"], problem["where"]["line"], problem["where"]["column"])
        for problem in json.loads(told["json"])["problems"]
    ]
    assert places == sorted(places)
    assert len({file for file, _, _ in places}) >= 6
    assert len(places) > len({file for file, _, _ in places})
    assert [tuple(_placed(line)) for line in told["text"].splitlines()[:-1]] == places
    regions = [one["locations"][0]["physicalLocation"] for one in json.loads(told["sarif"])["runs"][0]["results"]]
    starts = [(p["artifactLocation"]["uri"], p["region"]["startLine"], p["region"]["startColumn"]) for p in regions]
    assert [(f"ours/{file}".replace(" ", "%20"), line or 1, column or 1) for file, line, column in places] == starts
    lines = [
        tuple(_placed(line))
        for test in ET.fromstring(told["junit"]).iter("testcase")
        for part in (*test.iter("failure"), *test.iter("system-out"))
        for line in (part.text or "").splitlines()
    ]
    # Of one file, errors are a failure and queries its output.
    assert sorted(lines) == places
    names = [(suite.get("name"), [test.get("name") for test in suite]) for suite in ET.fromstring(told["junit"])]
    assert [name for name, _ in names] == sorted(name for name, _ in names)


def _placed(line: str) -> list[Any]:
    file, number, column, *_ = [*line.split(": ")[0].split(":"), "", ""]
    return [file, int(number) if number else None, int(column) if column else None]
