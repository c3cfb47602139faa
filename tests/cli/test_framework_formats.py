"""`inspector framework check` for programs: SARIF and JUnit, as `inspector check` writes them."""

import json
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from inspector.cli import _run

TINY = Path(__file__).parents[1] / "frameworks" / "tiny"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    file = sorted((folder / "rules").glob("*.yaml"))[0]
    file.write_text(file.read_text(encoding="utf-8").replace("theme: ", "theme: no-such-", 1), encoding="utf-8")
    return folder


def test_sarif(broken: Path, capsys: Capture) -> None:
    assert _run(["framework", "check", str(broken), "--format", "sarif"]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    found = next(one for one in run["results"] if "no-such-" in one["message"]["text"])
    assert found["level"] == "error"
    assert found["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
    help_of = {rule["id"]: rule["help"]["text"] for rule in run["tool"]["driver"]["rules"]}
    assert all(help_of.values())


def test_junit(broken: Path, capsys: Capture) -> None:
    assert _run(["framework", "check", str(broken), "--format", "junit"]) == 1
    top = ET.fromstring(capsys.readouterr().out)
    assert int(top.attrib["failures"]) >= 1


def test_junit_where_nothing_is_wrong(capsys: Capture) -> None:
    assert _run(["framework", "check", str(TINY), "--format", "junit"]) == 0
    top = ET.fromstring(capsys.readouterr().out)
    assert int(top.attrib["tests"]) > 5
    assert (top.attrib["failures"], top.find("testsuite").attrib["skipped"]) == ("0", "0")  # type: ignore[union-attr]
