"""Bad input: one clear message with its place, the right exit code, never a traceback."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.end_to_end.conftest import Run

CASES = yaml.safe_load((Path(__file__).parent / "bad_input.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], run: Run, examples: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    shutil.copytree(examples / "brackenshire", bundle)
    change(bundle, case.get("change", {}))
    done = run(*(word.replace("BUNDLE", str(bundle)) for word in case["words"]))
    said = done.stdout + done.stderr
    assert done.returncode == case["exit"], said
    assert "Traceback" not in said
    for words in case["told"]:
        assert words in said


def change(bundle: Path, what: dict[str, Any]) -> None:
    if "delete" in what:
        (bundle / what["delete"]).unlink()
    if "write" in what:
        (bundle / what["write"]["path"]).write_text(what["write"]["text"], encoding="utf-8")
    if "append" in what:
        with (bundle / what["append"]["path"]).open("a", encoding="utf-8") as file:
            file.write(what["append"]["text"])


def test_rows_that_cannot_be_read_stop_the_verdict_unless_asked(run: Run, examples: Path, tmp_path: Path) -> None:
    from tests.end_to_end.sealing import edit_and_reseal

    bundle = tmp_path / "bundle"
    shutil.copytree(examples / "brackenshire", bundle)
    edit_and_reseal(
        bundle, "improvement-log.csv", lambda lines: [lines[0], lines[1].replace("20", "zz", 1), *lines[2:]]
    )
    refused = run("assess", bundle)
    assert refused.returncode == 1
    assert "improvement-log.csv, row 2" in refused.stderr
    assert "--despite-problems" in refused.stderr
    assert refused.stdout == ""
    done = run("assess", bundle, "--despite-problems", "--full")
    assert done.returncode == 0
    assert "could not be read as meant" in done.stdout
