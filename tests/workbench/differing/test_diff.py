"""`framework diff`: every difference in words, and evidence that both frameworks really take otherwise, judged here by each."""

import json
import shutil
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
from inspector.workbench.differing import finder

HERE = Path(__file__).parent
TINY = HERE.parents[1] / "frameworks" / "tiny"
CASES = yaml.safe_load((HERE / "diffs.yaml").read_text(encoding="utf-8"))


def changed(case: dict[str, Any], folder: Path) -> tuple[Path, Path]:
    old, new = Path(shutil.copytree(TINY, folder / "old")), Path(shutil.copytree(TINY, folder / "new"))
    changes = [(new, one) for one in (case.get("also"), case) if one]
    for place, change in ([(old, case["both"]), (new, case["both"])] if "both" in case else []) + changes:
        file = place / change["file"]
        text = file.read_text(encoding="utf-8")
        assert change["old"] in text
        file.write_text(text.replace(change["old"], change["new"], 1), encoding="utf-8")
    return old, new


def differences(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    code = _run(["framework", "diff", str(old), str(new), "--format", "json", "--exit-code"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_difference_is_told_and_shown(
    case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
    old, new = changed(case, tmp_path)
    code, document = differences(old, new, capsys)
    found = document["changes"]
    assert sorted([c["sort"], c["id"], c["differs"]] for c in found) == sorted(case["finds"])
    said = [sentence for change in found for sentence in change["says"]]
    assert [text for text in case["says"] if text not in said] == [], said
    assert sum(bool(change["shown"]) for change in found) == case["shown"]
    assert code == case.get("code", 1)
    if ways := case.get("ways"):
        assert all(change["told"] for change in found)
        assert sorted(yaml.safe_load(one["case"])[0]["name"] for change in found for one in change["shown"]) == ways
    for change in found:
        for one in change["shown"]:
            _really_differs(change, one, old, new)


def _really_differs(change: dict[str, Any], shown: dict[str, str], old: Path, new: Path) -> None:
    """Both frameworks judge the case: what it expects holds of the new one, and not of the old where other rules fire."""
    then, now = judged(old, shown["case"]), judged(new, shown["case"])
    id, expect = change["id"], yaml.safe_load(shown["case"])[0]["expect"]
    if change["sort"] == "rule" and change["differs"] != "concludes-otherwise":
        assert (id in now.findings) == ("findings_include" in expect)
        assert (id in now.findings) != (id in then.findings)
    elif change["sort"] == "rule":
        ends = [{(o.direction, o.standing, o.limit) for o in one.drawn if o.rule == id} for one in (then, now)]
        assert all(ends)
        assert ends[0] != ends[1]
    elif change["sort"] == "theme":
        assert then.standings[id] != now.standings[id] == expect["standings"][id]
    else:
        assert (then.row, then.verdict) != (now.row, now.verdict) == (expect["row"], expect["verdict"])


def judged(folder: Path, text: str) -> Outcome:
    place = folder / "pasted"
    (place / "tests").mkdir(parents=True)
    (place / "tests" / "pasted.yaml").write_text(text, encoding="utf-8")
    framework = frameworks.read(folder)
    cases, _ = read_cases(place, extend(framework, base()))
    shutil.rmtree(place)
    return outcomes.evaluate_case(framework, cases[0].facts or (), cases[0].trust, dict(cases[0].stated))


@pytest.mark.parametrize("case", [c for c in CASES if "also" not in c], ids=lambda case: case["name"])
def test_without_a_solver_no_more_is_said_than_is_known(
    case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder.Finder, "_made", lambda *_: (False, None))
    old, new = changed(case, tmp_path)
    _, document = differences(old, new, capsys)
    found = document["changes"]
    wanted = case.get("without", case["finds"])
    assert sorted([c["sort"], c["id"], c["differs"]] for c in found) == sorted(wanted)
    assert not document["solver"]
    for change in found:
        # That evidence is there neither way cannot be known from cases alone.
        assert change["told"] == (
            change["differs"] not in ("stricter", "looser", "same", "other") or change["sort"] == "theme"
        )
        for one in change["shown"]:
            _really_differs(change, one, old, new)


STATED_FIRST = """
- name: three of five fell, and of two nothing is said here
  given:
    facts:
      - {signal: trajectory, indicator: loans, call: loss}
      - {signal: trajectory, indicator: visits, call: loss}
      - {signal: trajectory, indicator: members, call: loss}
    verdict-basis: {judged: 5}
  expect: {row: fell}
- name: three of five fell
  given:
    facts:
      - {signal: trajectory, indicator: loans, call: loss}
      - {signal: trajectory, indicator: visits, call: loss}
      - {signal: trajectory, indicator: members, call: loss}
      - {signal: trajectory, indicator: questions, call: no-change}
      - {signal: trajectory, indicator: hours, call: no-change}
  expect: {row: fell}
"""


def test_a_case_that_states_nothing_of_the_basis_comes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder.Finder, "_made", lambda *_: (False, None))
    edit = {"file": "framework.yaml", "old": 'call: loss}, is: ">= 3"', "new": 'call: loss}, is: ">= 4"'}
    old, new = changed(edit, tmp_path)
    (old / "tests" / "a-first.yaml").write_text(STATED_FIRST, encoding="utf-8")
    _, document = differences(old, new, capsys)
    (change,) = document["changes"]
    (shown,) = change["shown"]
    assert [len(yaml.safe_load(shown["case"])[0]["given"]["facts"]), "verdict-basis" in shown["case"]] == [5, False]


def test_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = changed(CASES[0], tmp_path)
    assert _run(["framework", "diff", str(old), str(new)]) == 0
    out = capsys.readouterr().out
    words = " ".join(out.split())
    assert out.startswith("tiny 1.2.3 and tiny 1.2.3: 1 difference.")
    assert "somebody-tried became stricter. (" in words
    assert "rules/rules.yaml:1:" in words
    assert "By OLD: somebody-tried fires" in words
    assert "\n- name: somebody-tried fires no longer\n" in out


def test_what_is_not_there_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "diff", "munro", "munroo"]) == 2
    assert "did you mean 'munro'?" in capsys.readouterr().err


def test_two_copies_of_one_version_are_told_apart_by_place_and_digest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = changed(CASES[0], tmp_path)
    assert _run(["framework", "diff", str(old), str(new)]) == 0
    said = capsys.readouterr().out
    for word, place in (("OLD", old), ("NEW", new)):
        assert f"{word} is that of {place} ({frameworks.read(place).digest[:12]}…)." in said
    assert "Both call themselves the same." in said
    assert _run(["framework", "diff", str(old), str(old)]) == 0
    assert "Both call themselves" not in capsys.readouterr().out
    _, document = differences(old, new, capsys)
    assert (document["old"]["path"], document["new"]["path"]) == (str(old), str(new))


def test_no_number_lies_between_a_bound_and_the_last_one_below_it(tmp_path: Path) -> None:
    """Facts are compared to six decimals: what is neither below 0.5, nor 0.5 or more, is nothing that anybody can write down."""
    z3 = pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
    from inspector.workbench.differing.steps import on_steps
    from inspector.workbench.theory.world import imagined

    (case,) = (case for case in CASES if "both" in case)
    framework = frameworks.read(changed(case, tmp_path)[0])
    facts = imagined([framework], base()).facts
    share = facts["signal/commitments-kept"][0].fields["kept_share"].is_
    solver = z3.Solver()
    solver.add(share > z3.RealVal("0.499999"), share < z3.RealVal("0.5"))
    assert solver.check() == z3.sat
    solver.add(*on_steps([framework], facts))
    assert solver.check() == z3.unsat
