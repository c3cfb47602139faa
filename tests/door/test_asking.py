"""The doors themselves: what they give, and bad input in words."""

import pickle
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import inspector
from inspector.model.problems import Problem, Where
from inspector.rules import durable_matcher
from inspector.rules.intermediate import MatcherError
from tests.conftest import ROOT
from tests.end_to_end.sealing import edit_and_reseal

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "bad_input.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def broken(examples: Path, tmp_path: Path) -> Path:
    """A bundle with one unreadable date."""
    bundle = tmp_path / "bundle"
    shutil.copytree(examples / "brackenshire", bundle)
    edit_and_reseal(
        bundle, "improvement-log.csv", lambda lines: [lines[0], lines[1].replace("20", "zz", 1), *lines[2:]]
    )
    return bundle


@pytest.mark.parametrize("case", CASES, ids=[case["call"] for case in CASES])
def test_bad_input_is_told_in_words(
    case: dict[str, Any], found: inspector.Result, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "short.key").write_text("short", encoding="utf-8")
    names = {"inspector": inspector, "tmp": str(tmp_path), "B": "evidence/examples/published-figures", "R": found}
    with pytest.raises(inspector.CannotComplete) as caught:
        eval(case["call"], names)
    for words in case["told"]:
        assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_error_lists_its_problems_one_a_line() -> None:
    problem = Problem(
        rule="some-rule", level="error", where=Where(file="a.csv", row=2), message="it is wrong\x1b[31m", fix="mend it"
    )
    error = inspector.CannotComplete([problem] * 23)
    lines = str(error).splitlines()
    assert lines[0] == r"a.csv, row 2: error [some-rule] it is wrong\x1b[31m. Fix: mend it."
    assert lines[-1] == "… and 3 more"
    assert len(lines) == 21
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_rows_with_errors_stop_an_assessment_unless_told(broken: Path) -> None:
    with pytest.raises(inspector.ProblemsInEvidence, match=r"improvement-log\.csv, row 2") as caught:
        inspector.assess(broken)
    assert isinstance(caught.value, inspector.CannotComplete)
    found = inspector.assess(broken, despite_problems=True)
    assert found.problems_frame()["row"].to_list() == [2]
    assert {one.evidence for one in found.trust if one.trust == "exposed"} >= {"improvement-log"}


def test_a_framework_may_be_a_folder_and_an_earlier_bundle_a_path(examples: Path) -> None:
    tiny = ROOT / "tests" / "frameworks" / "tiny"
    found = inspector.assess(examples / "harrowmere", tiny, earlier=examples / "harrowmere", matcher="reference")
    assert found.framework_id == "tiny"
    (trace,) = [one for one in found.traces if one.probe == "rewritten-history"][:1]
    assert trace.outcome != "not-applicable"


def test_the_seed_draws_the_samples(examples: Path) -> None:
    drawn = {seed: inspector.assess(examples / "harrowmere", seed=seed).argument for seed in ("a", "b")}
    plans = [argument.fieldwork.samples for argument in drawn.values() if argument]
    assert plans[0] != plans[1]


def test_a_substitute_matcher_is_said_where_it_was_asked_for(examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> Any:
        raise MatcherError("it did not fire")

    monkeypatch.setattr(durable_matcher, "available", lambda: True)
    monkeypatch.setattr(durable_matcher, "match", fail)
    with pytest.warns(UserWarning, match="it did not fire; the reference matcher answered instead") as heard:
        inspector.assess(examples / "published-figures")
    assert {Path(one.filename).name for one in heard} == {"test_asking.py"}


def test_the_problems_of_a_bundle_are_a_sequence(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from inspector.cli import _run

    problems = inspector.check(broken)
    assert repr(problems) == "<Problems of bundle: 1 error, 0 queries>"
    assert (len(problems), problems.errors, problems.queries, bool(problems)) == (1, 1, 0, True)
    assert problems.counts == {"no-such-date": 1}
    assert isinstance(problems[0], inspector.Problem)
    assert list(problems) == list(problems[:]) == [problems[-1]]
    assert problems[0].where.row == 2
    frame = problems.problems_frame()
    assert frame.row(0, named=True)["rule"] == "no-such-date"
    assert frame.row(0, named=True)["header"] == "raised_on"
    assert frame["fix"].to_list() == [problems[0].fix or None]
    assert not {""} & {*frame["fix"], *frame["expected"]}
    assert _run(["check", str(broken)]) == 1
    # The command names files as they are reached from where one is, the door as they are called in the bundle.
    assert str(problems) + "\n" == capsys.readouterr().out.replace(f"{broken}/", "")
    assert not problems.unreadable
    assert problems.digest
    assert problems.traces is None


def test_no_problems_are_false(examples: Path) -> None:
    problems = inspector.check(examples / "quiet-improver")
    assert not problems
    assert list(problems) == []
    assert problems.problems_frame().height == 0
    assert "No problems found." in problems._repr_html_()
    assert str(problems) == "No problems found. The bundle can be read as meant."


def test_a_bundle_that_is_at_fault_itself_raises_nothing(examples: Path, tmp_path: Path) -> None:
    shutil.copytree(examples / "harrowmere", tmp_path / "bundle")
    (tmp_path / "bundle" / "voice.csv").unlink()
    problems = inspector.check(tmp_path / "bundle", probes=True)
    assert repr(problems) == "<Problems of bundle: it cannot be read, 1 error, 0 queries>"
    assert problems.unreadable
    assert problems.digest is None
    assert problems.traces == ()
    with pytest.raises(inspector.CannotComplete, match=r"\[no-such-file\]"):
        inspector.assess(tmp_path / "bundle")


def test_many_problems_are_told_in_a_table_that_stays_short(examples: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    shutil.copytree(examples / "brackenshire", bundle)
    edit_and_reseal(
        bundle, "improvement-log.csv", lambda lines: [lines[0], *(x.replace("20", "<b>", 1) for x in lines[1:])]
    )
    problems = inspector.check(bundle)
    assert problems.counts == {"leads-nowhere": 4, "no-such-date": 485}
    text = problems._repr_html_()
    assert text.count("<tr") == 1 + 4 + 5
    assert f"and {len(problems) - 9} more" in text
    assert "<b>" not in text
    assert "&lt;b&gt;" in text


def test_probes_can_be_asked_before_anything_is_submitted(examples: Path) -> None:
    asked = inspector.check(examples / "brackenshire", probes=True)
    assert asked.traces
    assert {one.probe for one in asked.traces} >= {"heaping", "late-entries"}
    told = inspector.check(examples / "brackenshire", probes=True, notified_on="2024-01-15")
    assert told.traces != asked.traces
    assert told.traces == inspector.check(examples / "brackenshire", probes=True, notified_on=date(2024, 1, 15)).traces


def test_identifiers_can_be_replaced(tmp_path: Path, examples: Path) -> None:
    (tmp_path / "key").write_bytes(b"k" * 32)
    one = inspector.check(examples / "harrowmere", pseudonymise=True, key_file=tmp_path / "key")
    assert not one
    found = inspector.assess(examples / "harrowmere", pseudonymise=True, key_file=tmp_path / "key")
    assert found.verdict.verdict == "emerging"


def test_what_a_name_means(examples: Path) -> None:
    text = inspector.explain("small-steps-never-stop")
    assert text.startswith("small-steps-never-stop (rule of munro, theme stream)")
    assert repr(text) == str(text)
    fired = inspector.explain("small-steps-never-stop", bundle=examples / "brackenshire")
    assert "In this bundle it fired." in fired
    theme = inspector.explain("trying", framework=ROOT / "tests" / "frameworks" / "tiny")
    assert theme.startswith("trying (theme of tiny)")


def test_what_a_name_means_can_be_told_with_identifiers_replaced(
    tmp_path: Path, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspector import inspection

    work, keys = inspection.work, []

    def worked(*given: Any, **more: Any) -> Any:
        keys.append(more["pseudonyms"])
        return work(*given, **more)

    monkeypatch.setattr(inspection, "work", worked)
    (tmp_path / "key").write_bytes(b"k" * 32)
    bundle = examples / "published-figures"
    plain = inspector.explain("small-steps-never-stop", bundle=bundle)
    hidden = inspector.explain("small-steps-never-stop", bundle=bundle, pseudonymise=True, key_file=tmp_path / "key")
    assert (keys[0] is None, keys[1] is None) == (True, False)
    assert plain == hidden
    with pytest.raises(inspector.CannotComplete, match="nothing is to be replaced"):
        inspector.explain("trajectory", key_file=tmp_path / "key")


def test_the_frameworks_there_are() -> None:
    listed = inspector.frameworks()
    assert [one.id for one in listed] == ["munro", "patient-safety-learning"]
    assert listed[0].question == "What are you doing to improve?"
    assert {one.plugin for one in listed} == {""}


@pytest.mark.parametrize("door", [inspector.assess, inspector.check])
def test_a_path_may_be_any_path(door: Callable[..., Any], examples: Path) -> None:
    class Somewhere:
        def __fspath__(self) -> str:
            return str(examples / "published-figures")

    assert repr(door(Somewhere())) == repr(door(str(examples / "published-figures")))
