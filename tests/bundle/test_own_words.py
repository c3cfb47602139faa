"""A table by itself held against a row schema, and rules with words of their own: each case through the command line."""

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml

from inspector.cli import _run

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "own_words.yaml").read_text(encoding="utf-8"))


def made(folder: Path, case: dict[str, Any]) -> list[str]:
    (folder / "t.csv").write_text("\n".join(case["table"]) + "\n", encoding="utf-8")
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "s.json").write_text(json.dumps(case["schema"]), encoding="utf-8")
    return ["check", str(folder / "t.csv"), "--schema", str(folder / "elsewhere" / "s.json")]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = made(tmp_path, case)
    code = _run([*words, "--format", "json"])
    left = [one for one in json.loads(capsys.readouterr().out)["problems"] if one["rule"] not in case.get("ignore", ())]
    assert code == case.get("exit", int(any(one["level"] == "error" for one in left)))
    for wanted in case["problems"]:
        found = [one for one in left if all(one[key] == value for key, value in wanted.items())]
        assert found, (wanted, left)
        left.remove(found[0])
    assert left == []
    _run([*words, "--all"])
    text = capsys.readouterr().out
    assert not any(word in text for word in case.get("never", ()))


def test_a_code_behind_ours_can_be_explained_and_stands_in_sarif(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = made(tmp_path, CASES[0])
    assert _run(["explain", "unknown-code/101"]) == 0
    assert "not in the list of codes" in capsys.readouterr().out
    _run([*words, "--format", "sarif"])
    run = json.loads(capsys.readouterr().out)["runs"][0]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "unknown-code/101"
    assert "not in the list of codes" in rule["help"]["text"]


@pytest.mark.parametrize(("words", "told"), [
    (["check", "t.csv", "--schema", "none.json"], "none.json"),
    (["check", "none.csv", "--schema", "elsewhere/s.json"], "none.csv"),
    (["check", ".", "--schema", "elsewhere/s.json"], "not with a folder"),
    (["check", "t.csv", "--schema", "t.csv"], "not JSON"),
    (["check", "t.csv", "--schema", "elsewhere/s.json", "-o", "elsewhere/s.json"], "nothing was written"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused(
    words: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, CASES[0])
    monkeypatch.chdir(tmp_path)
    assert _run(words) == 2
    said = capsys.readouterr()
    assert told in said.out + said.err


def test_parquet_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = made(tmp_path, CASES[0])
    pl.DataFrame({"sex": ["1", "3"]}).write_parquet(tmp_path / "t.parquet")
    assert _run([words[0], str(tmp_path / "t.parquet"), *words[2:]]) == 1
    assert "The reported sex '3' is not valid" in capsys.readouterr().out
