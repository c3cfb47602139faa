"""`framework prove`: what is found, and that every case shown says what it is said to show, judged here by the engine alone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector import framework as frameworks
from inspector.cli import _run
from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import extend
from inspector.judging import outcomes
from inspector.model.outcome import Outcome
from inspector.rules.vocabulary import base

HERE = Path(__file__).parent
TINY = HERE.parents[1] / "frameworks" / "tiny"
CASES = yaml.safe_load((HERE / "proofs.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_found_is_shown_by_cases_that_say_so(
    case: dict[str, Any], tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
    for change in (case, *([case["also"]] if "also" in case else [])):
        file = tiny / change["file"]
        text = file.read_text(encoding="utf-8")
        assert change["old"] in text
        file.write_text(text.replace(change["old"], change["new"].rstrip("\n"), 1), encoding="utf-8")
    if case.get("drop_cases"):
        shutil.rmtree(tiny / "tests")
    code = _run(["framework", "prove", str(tiny), "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    found = document["claims"]
    for id, wanted in case["finds"].items():
        assert sorted(c["of"] for c in found if c["id"] == id) == sorted(wanted), [c["says"] for c in found]
    proved = {one["id"]: one["proved"] for one in document["questions"]}
    assert {id: proved[id] for id in case.get("proved", {})} == case.get("proved", {})
    assert code == int(any(claim["level"] == "error" for claim in found))
    wanted_ids = {id for id, some in case["finds"].items() if some}
    shown = [judged(tiny, claim["witness"]) for claim in found if claim["id"] in wanted_ids and claim["witness"]]
    assert bool(shown) == ("cases" in case)
    for number, judged_so in enumerate(shown):
        _says(case.get("cases", {}), judged_so, number)
    for one in document["unreached"]:
        assert [outcome.row for outcome in judged(tiny, one["witness"])] == [one["of"]]


def _says(wanted: dict[str, Any], outcomes: list[Outcome], number: int) -> None:
    rows = [outcome.row for outcome in outcomes]
    if "row" in wanted:
        assert rows == [wanted["row"]]
    if "rows" in wanted:
        assert set(rows) <= set(wanted["rows"])
    if "fires" in wanted:
        assert set(wanted["fires"]) <= set(outcomes[0].findings)
    if "pairs" in wanted:
        assert rows in wanted["pairs"], number


def judged(folder: Path, witness: str) -> list[Outcome]:
    """What the engine makes of cases as they would stand in `tests/`, all of which have to come as they say."""
    place = folder / "pasted"
    (place / "tests").mkdir(parents=True, exist_ok=True)
    (place / "tests" / "pasted.yaml").write_text(witness, encoding="utf-8")
    framework = frameworks.read(folder)
    cases, problems = read_cases(place, extend(framework, base()))
    assert cases
    assert not problems
    shutil.rmtree(place)
    came = [outcomes.evaluate_case(framework, c.facts or (), c.trust, dict(c.stated)) for c in cases]
    for case, outcome in zip(cases, came, strict=True):
        assert (case.row, case.verdict) == (outcome.row, outcome.verdict)
    return came


def test_in_words_it_names_question_and_place(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
    assert _run(["framework", "prove", str(tiny)]) == 0
    out = capsys.readouterr().out
    assert "Can every rule fire? Yes (4 asked)." in out
    assert "(0 asked)" not in out
    assert "Yes (1 asked). Proved of both, whatever facts there are." in " ".join(out.split())
    assert "framework.yaml:19:" in out
    assert "[more-gives-worse]" in out
    assert "\n- name: before\n" in out
    assert _run(["framework", "prove", str(tiny), "--fail-on", "query"]) == 1


def test_without_a_solver_it_says_what_it_could_not_ask(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "no" / "z3").mkdir(parents=True)
    (tmp_path / "no" / "z3" / "__init__.py").write_text("raise ModuleNotFoundError('No module named z3', name='z3')\n")
    there = {**os.environ, "PYTHONPATH": f"{tmp_path / 'no'}{os.pathsep}{HERE.parents[2]}"}
    for words in (["prove", str(tiny)], ["diff", str(TINY), str(tiny)]):
        command = [sys.executable, "-m", "inspector", "framework", *words]
        done = subprocess.run(command, capture_output=True, text=True, env=there, check=False)
        if words[0] == "prove":
            assert done.returncode == 2
            assert "Can every rule fire?" in done.stderr
            assert "\\n" not in done.stderr
            assert "pip install 'inspector[prove]'" in done.stderr
        else:
            assert (done.returncode, done.stdout) == (0, "tiny 1.2.3 and tiny 1.2.3: nothing differs.\n")


def test_a_framework_that_cannot_judge_is_told_of(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = tiny / "rules" / "rules.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("signal: improvement-pace", "signal: improvement-pac"))
    assert _run(["framework", "prove", str(tiny)]) == 2
    captured = capsys.readouterr()
    assert "unknown-name" in captured.err + captured.out
    assert "Traceback" not in captured.err
