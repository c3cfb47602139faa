"""The main job, as a user does it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.end_to_end.conftest import ROOT, Run

EXAMPLES = ["brackenshire", "published-figures"]


def test_the_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    code = "import inspector.data as d; print(d.frameworks_folder(), d.schemas_folder())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    for folder in done.stdout.split():
        assert Path(folder).is_relative_to(installed)
        assert any(Path(folder).iterdir())


@pytest.mark.parametrize("example", EXAMPLES)
def test_assess_prints_the_verdict_in_full(answer: Run, examples: Path, example: str) -> None:
    done = answer("assess", examples / example, "--full")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    golden(ROOT / "tests" / "end_to_end" / "golden" / f"{example}.txt", done.stdout)


@pytest.mark.parametrize("example", EXAMPLES)
def test_json_obeys_its_published_schema_and_says_the_same(answer: Run, examples: Path, example: str) -> None:
    done = answer("assess", examples / example, "--format", "json")
    document = json.loads(done.stdout)
    schema = json.loads((ROOT / "evidence" / "schemas" / "inspection.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(document)
    text = answer("assess", examples / example, "--full").stdout
    assert f"VERDICT: {document['verdict']['verdict'].upper().replace('-', ' ')}" in text
    for finding in document["findings"]:
        assert f"[{finding['id']}]" in text
    for theme in document["themes"]:
        begins = " ".join(theme["title"].split()[:2])
        word = theme["standing"] if theme["state"] in ("silent", "stands") else theme["state"].replace("-", " ")
        assert any(line.startswith(begins) and word in line for line in text.splitlines())


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_finding_can_be_followed_to_rows(answer: Run, examples: Path, example: str) -> None:
    document = json.loads(answer("assess", examples / example, "--format", "json").stdout)
    facts = {fact["id"]: fact for fact in document["facts"]}
    sizes = {r["path"]: r["rows"] for r in document["bundle"]["resources"]}
    assert document["findings"]
    for finding in document["findings"]:
        assert finding["facts"], finding["id"]
        assert any(to_rows(facts, name) for name in finding["facts"]), finding["id"]
    for fact in facts.values():
        for part in fact["rows"]:
            assert all(2 <= first <= last <= sizes[part["resource"]] + 1 for first, last in part["rows"])


def to_rows(facts: dict[str, dict[str, object]], name: str) -> bool:
    return bool(facts[name]["rows"])


def test_the_same_bytes_from_folder_zip_and_any_hash_seed(run: Run, examples: Path, tmp_path: Path) -> None:
    shutil.make_archive(str(tmp_path / "bundle"), "zip", examples / "brackenshire")
    results = {
        run("assess", examples / "brackenshire", "--format", "json", PYTHONHASHSEED="0").stdout,
        run("assess", examples / "brackenshire", "--format", "json", PYTHONHASHSEED="77").stdout,
        run("assess", tmp_path / "bundle.zip", "--format", "json").stdout,
        run("assess", examples / "brackenshire", "--format", "json", "--matcher", "reference").stdout,
    }
    assert len(results) == 1
    assert str(ROOT) not in results.pop()


def test_a_framework_of_another_sector(run: Run, examples: Path) -> None:
    done = run("assess", examples / "brackenshire", "--framework", ROOT / "tests" / "frameworks" / "tiny")
    assert done.returncode == 0, done.stderr
    assert "VERDICT:" in done.stdout


def test_the_python_api_says_the_same(examples: Path, answer: Run) -> None:
    import inspector

    inspection = inspector.assess(examples / "brackenshire")
    assert isinstance(inspection, inspector.Inspection)
    document = json.loads(answer("assess", examples / "brackenshire", "--format", "json").stdout)
    assert inspection.verdict.verdict == document["verdict"]["verdict"]
    assert [f.id for f in inspection.findings] == [f["id"] for f in document["findings"]]


def test_output_to_a_file(run: Run, examples: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    done = run("assess", examples / "brackenshire", "--format", "json", "-o", target)
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads(target.read_text(encoding="utf-8"))["format"] == "inspector-inspection"


def golden(path: Path, text: str) -> None:
    """Compare with a file that somebody has read; `INSPECTOR_UPDATE_GOLDEN=1` writes it anew, to be read again."""
    import os

    if os.environ.get("INSPECTOR_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
