"""Changes of a framework: which there are, which its cases notice, and which no facts could tell."""

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.cli import _run
from inspector.framework.vocabulary import extend
from inspector.judging import outcomes
from inspector.judging.rulebooks import Rulebook
from inspector.model.facts import Fact, Field
from inspector.model.problems import Where
from inspector.model.rules import Condition, Pattern
from inspector.workbench.judging.cases import Run, run_all
from inspector.workbench.judging.comparing import agrees
from inspector.workbench.judging.mutating.bundles import OnBundles
from inspector.workbench.judging.mutating.equivalent import same_range, same_words
from inspector.workbench.judging.mutating.killing import Cases, Judged
from inspector.workbench.judging.mutating.mutants import mutants
from inspector.workbench.judging.mutating.steps import beside
from inspector.workbench.judging.opened import opened
from inspector.workbench.judging.suggesting.situation import Situation
from inspector.workbench.judging.suggesting.suggest import Suggesting

TINY = Path(__file__).parents[2] / "frameworks" / "tiny"
WHERE = Where(file="rules.yaml", line=1, column=1)


@cache
def judged(folder: str = str(TINY)) -> tuple[Judged, ...]:
    found = opened(folder)
    cases = Cases(found.compiled, run_all(found.compiled, found.folder, found.cases))
    return tuple(cases.judge(mutant) for mutant in mutants(found.framework, found.compiled.vocabulary))


def of(name: str) -> set[tuple[str, str, str]]:
    return {(one.mutant.operator, one.mutant.was, one.mutant.becomes) for one in judged() if one.mutant.of == name}


def test_every_change_of_a_rule() -> None:
    asked = "outcome: [question, strong-question]"
    assert of("somebody-tried") == {
        ("condition-dropped", "scale: any", "(nothing)"),
        ("operator-turned", "scale: any", 'scale: "!= any"'),
        ("value-added", "scale: any", "scale: [any, small]"),
        ("value-added", "scale: any", "scale: [any, large]"),
        ("condition-dropped", 'count: ">= 1"', "(nothing)"),
        ("bound-moved", 'count: ">= 1"', 'count: ">= 0"'),
        ("bound-moved", 'count: ">= 1"', 'count: ">= 2"'),
        ("operator-turned", 'count: ">= 1"', 'count: "< 1"'),
        ("condition-dropped", asked, "(nothing)"),
        ("value-dropped", asked, "outcome: strong-question"),
        ("value-dropped", asked, "outcome: question"),
        ("value-added", asked, "outcome: [question, strong-question, clear]"),
        ("value-added", asked, "outcome: [question, strong-question, not-applicable]"),
        ("value-added", asked, "outcome: [question, strong-question, insufficient-data]"),
        ("unless-dropped", f"unless alike: {{probe: copied-entries, {asked}}}", "(nothing)"),
        ("direction-turned", "direction: better", "direction: worse"),
        ("direction-dropped", "direction: better", "(nothing)"),
        ("standing-moved", "standing: doing", "standing: stated"),
        ("standing-moved", "standing: doing", "standing: showing"),
        ("standing-dropped", "standing: doing", "(nothing)"),
    }


def test_every_change_of_a_share_a_limit_and_what_is_carried() -> None:
    assert {
        ("bound-moved", 'is: ">= 0.5"', 'is: ">= 0.49"'),
        ("bound-moved", 'is: ">= 0.5"', 'is: ">= 0.51"'),
        ("edge-turned", 'is: ">= 0.5"', 'is: "> 0.5"'),
        ("operator-turned", 'is: ">= 0.5"', 'is: "< 0.5"'),
        ("limit-moved", "limit: stated", "limit: silent"),
        ("limit-moved", "limit: stated", "limit: doing"),
        ("limit-dropped", "limit: stated", "(nothing)"),
    } <= of("more-fell-than-rose")
    assert ("condition-dropped", "indicator: $rose.indicator", "(nothing)") in of("tried-and-rose")
    assert ("pattern-dropped", "tried: {finding: somebody-tried}", "(nothing)") in of("tried-and-rose")
    # Nothing may be left out that something else refers to.
    assert not [one for one in of("tried-and-rose") if one[0] == "pattern-dropped" and one[1].startswith("rose")]
    carried = [one for one in judged() if one.mutant.operator == "carry-dropped"]
    assert [one.refused for one in carried] == ["there is no field indicator"]
    assert not carried[0].counts


def test_every_change_of_the_table() -> None:
    assert {
        ("verdict-changed", "verdict: improving", "verdict: emerging"),
        ("row-dropped", "row both", "(nothing)"),
        ("rows-swapped", "both, some", "some, both"),
        ("bound-moved", 'standing: ">= doing"', 'standing: ">= stated"'),
        ("bound-moved", 'standing: ">= doing"', 'standing: ">= showing"'),
    } <= of("both")
    assert ("verdict-changed", "verdict: not-trusted", "verdict: not-evidenced") in of("in-question")
    assert ("verdict-changed", "verdict: not-evidenced", "verdict: not-trusted") in of("none")


def test_what_is_noticed_is_what_a_case_judged_from_the_start_notices() -> None:
    """Nothing is asked that need not be: the answer is that of every case judged anew by the definition."""
    found = opened(str(TINY))
    compiled = found.compiled
    noticed = 0
    for one in judged()[::3]:
        if one.refused:
            continue
        mutant = one.mutant
        changed = compiled.with_rule(mutant.rule) if mutant.rule else compiled.with_table(mutant.rows or ())
        framework = changed.framework
        book = Rulebook(framework, compiled.known, extend(framework, compiled.known))
        wrong = [
            case.name
            for case in found.cases
            if not agrees(
                case,
                outcomes.evaluated(book, case.facts or (), case.trust, dict(case.stated), "reference"),
            )
        ]
        assert (one.noticed in wrong) if one.noticed else not wrong, mutant.id
        noticed += bool(wrong)
    assert noticed > 10


RULES, TABLE = "rules/rules.yaml", "framework.yaml"
ASKED = "outcome: [question, strong-question]"
JOIN = "indicator: $move.indicator"
BY_HAND = [
    (RULES, 'scale: any, count: ">= 1"', 'scale: any, count: ">= 2"', 'count: ">= 1"', 'count: ">= 2"'),
    (RULES, "standing: doing,", "standing: showing,", "standing: doing", "standing: showing"),
    (RULES, f"{JOIN}, outcome", "outcome", JOIN, "(nothing)"),
    (RULES, ASKED, "outcome: [strong-question]", ASKED, "outcome: strong-question"),
    (RULES, ASKED, "outcome: [question]", ASKED, "outcome: question"),
    (RULES, "limit: stated", "limit: doing", "limit: stated", "limit: doing"),
    (RULES, 'is: ">= 0.5"', 'is: ">= 0.51"', 'is: ">= 0.5"', 'is: ">= 0.51"'),
    (TABLE, 'more_lost: ">= 0.9"', 'more_lost: ">= 0.91"', 'more_lost: ">= 0.9"', 'more_lost: ">= 0.91"'),
    (TABLE, "verdict: static", "verdict: slipping", "verdict: static", "verdict: slipping"),
    (TABLE, 'no-change}, is: ">= 5"', 'no-change}, is: ">= 6"', 'is: ">= 5"', 'is: ">= 6"'),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "was", "becomes"), BY_HAND, ids=[f"{h[3]} {h[4]}" for h in BY_HAND])
def test_the_same_change_made_by_hand_fails_the_same(
    file: str, old: str, new: str, was: str, becomes: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What mutate says of a change is what `framework test` says of a file in which somebody made it."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    found = [one for one in judged() if (one.mutant.was, one.mutant.becomes) == (was, becomes)]
    assert len(found) == 1
    assert _run(["framework", "test", str(folder), "--format", "json"]) == int(found[0].noticed is not None)
    failed = [
        case["name"]
        for one in json.loads(capsys.readouterr().out)["frameworks"]
        for case in one["cases"]
        if case["differences"]
    ]
    assert found[0].noticed in failed if failed else found[0].noticed is None


SHARE = Field(name="share", type="number", says="", least=0, most=1)
COUNT = Field(name="count", type="integer", says="", least=0)
FREE = Field(name="change", type="number", says="")


@pytest.mark.parametrize(
    ("field", "was", "becomes", "same"),
    [
        (COUNT, (">=", 0), (">=", -1), True),
        (COUNT, (">=", 0), (">=", 1), False),
        (COUNT, (">", 2), (">=", 3), True),
        (COUNT, (">", 2), (">=", 2), False),
        (COUNT, ("<", 1), ("==", 0), True),
        (COUNT, ("<", 2), ("==", 0), False),
        (COUNT, ("<", 0), ("<=", -1), True),
        (SHARE, ("<=", 1.0), ("<=", 1.01), True),
        (SHARE, ("<=", 1.0), ("<=", 0.99), False),
        (SHARE, ("<=", 1.0), ("<", 1.0), False),
        (SHARE, (">", 1.0), (">", 1.01), True),
        (SHARE, (">=", 1.0), ("==", 1.0), True),
        (SHARE, (">=", 0.2), (">", 0.2), False),
        (FREE, (">=", 0), (">=", -0.1), False),
    ],
)
def test_a_change_is_none_where_the_same_values_of_the_range_fit(
    field: Field, was: tuple[Any, Any], becomes: tuple[Any, Any], same: bool
) -> None:
    old, new = (
        Condition(field=field.name, operator=operator, values=(value,), where=WHERE)
        for operator, value in (was, becomes)
    )
    assert bool(same_range(old, new, field)) == same
    assert not same_range(old, None, field)


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        (COUNT, 3, [2, 4]),
        (SHARE, 0.5, [0.49, 0.51]),
        (SHARE, 0.05, [0.04, 0.06]),
        (SHARE, 0.04, [0.039, 0.041]),
        (FREE, 9.9, [9.8, 10.0]),
        (FREE, 10, [9.0, 11.0]),
        (Field(name="standing", type="standing", says=""), "doing", ["stated", "showing"]),
        (Field(name="standing", type="standing", says=""), "lasting", ["showing"]),
        (Field(name="on", type="date", says=""), "2024-03-01", None),
        (Field(name="yes", type="boolean", says=""), True, []),
    ],
)
def test_one_step_is_what_somebody_could_have_meant(field: Field, value: Any, wanted: list[Any] | None) -> None:
    found = list(beside(value, field))
    assert [str(one) for one in found] == ["2024-02-29", "2024-03-02"] if wanted is None else found == wanted


def test_the_order_of_rows_that_never_hold_together_is_nothing() -> None:
    found = opened(str(TINY.parents[2] / "frameworks" / "munro"))
    swapped = {
        one.of: one for one in mutants(found.framework, found.compiled.vocabulary) if one.operator == "rows-swapped"
    }
    apart = swapped["work-and-effect-but-for-what-is-missing"]
    assert apart.why_same == "the two never hold together: more_better cannot be both"
    assert not swapped["work-and-effect"].why_same


COUNTS = """
- id: some-fell
  theme: readers
  cites: [own]
  when:
    fell: {count: {signal: trajectory, call: loss}, is: ">= 1"}
    moved: {count: {signal: trajectory, call: [loss, gradual-gain]}, is: ">= 1"}
  conclude: {direction: worse}
  says: "{fell.n} of {moved.n} measures that moved got worse."
  ask: ["What changed for readers at that time?"]
"""
COUNTED = """
- name: one fell of two that moved
  given:
    facts:
      - {signal: trajectory, indicator: visits, call: loss}
      - {signal: trajectory, indicator: loans, call: gradual-gain}
  expect:
    says: {some-fell: 1 of 2 measures}
"""


def test_a_suggested_case_is_without_facts_that_only_hide_the_verdict() -> None:
    """As a solver imagines them: five measures that fell bring a row which the log does not change."""
    mutant = next(one.mutant for one in judged() if one.mutant.becomes == 'count: ">= 0"')
    log = Fact(id="signal/improvement-pace/any", kind="signal/improvement-pace", fields={"scale": "any", "count": 0})
    move = "signal/trajectory"
    fell = tuple(Fact(id=f"{move}/{n}", kind=move, fields={"indicator": n, "call": "loss"}) for n in "abcde")
    text = Suggesting(opened(str(TINY)), ()).of(mutant, [Situation((log, *fell), (), ())])
    (case,) = yaml.safe_load(text)
    assert case["given"]["facts"] == [{"signal": "improvement-pace", "scale": "any", "count": 0}]


def test_a_case_that_states_how_many_notices_what_changes_only_that(tmp_path: Path) -> None:
    """Facts that one count reads already, another may count too: then only the sentence is another one."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (folder / "rules" / "counts.yaml").write_text(COUNTS, encoding="utf-8")
    (folder / "tests" / "counts.yaml").write_text(COUNTED, encoding="utf-8")
    added = "call: [loss, gradual-gain]"
    found = [one for one in judged(str(folder)) if one.mutant.of == "some-fell" and one.mutant.becomes == added]
    assert [one.noticed for one in found] == ["one fell of two that moved"]


def test_a_case_on_a_bundle_notices_too(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    shutil.copytree(TINY.parents[2] / "evidence" / "examples" / "published-figures", folder / "published")
    stated = [{"name": "a whole bundle", "given": {"bundle": "published"}, "expect": {"verdict": "not-evidenced"}}]
    (folder / "tests" / "cases.yaml").write_text(json.dumps(stated), encoding="utf-8")
    found = opened(str(folder))
    (run,) = run_all(found.compiled, found.folder, found.cases)
    assert run.outcome is not None
    case = run.case.model_copy(update={"verdict": run.outcome.verdict})
    bundles = OnBundles(found, [Run(case, None, run.outcome, ())])
    told = {
        (one.of, one.operator): bundles.judge(Judged(one)).noticed
        for one in mutants(found.framework, found.compiled.vocabulary)
        if one.operator == "verdict-changed"
    }
    assert {row for (row, _), noticed in told.items() if noticed} == {run.outcome.row}
    assert told[run.outcome.row, "verdict-changed"] == "a whole bundle"


CALL = Field(name="call", type="string", says="What it did.", choices=("better", "worse", "too-few"))
SURE = Field(name="sure", type="number", says="How sure.", only_where=("call", ("better", "worse")))


@pytest.mark.parametrize(
    ("asked", "was", "becomes", "same"),
    [
        (("call", "sure"), ("better",), ("better", "too-few"), True),
        (("call", "sure"), ("better",), ("better", "worse"), False),
        (("call", "sure"), ("better", "worse"), None, True),
        (("call", "sure"), ("better",), None, False),
        (("call",), ("better",), ("better", "too-few"), False),
    ],
)
def test_a_change_is_none_where_the_words_it_adds_never_stand_beside_what_is_asked(
    asked: tuple[str, ...], was: tuple[str, ...], becomes: tuple[str, ...] | None, same: bool
) -> None:
    def call(words: tuple[str, ...]) -> Condition:
        return Condition(field="call", operator="==", values=words, where=WHERE)

    sure = Condition(field="sure", operator=">=", values=(0.8,), where=WHERE)
    conditions = tuple(call(was) if name == "call" else sure for name in asked)
    pattern = Pattern(alias="move", kind="signal/trajectory", conditions=conditions, where=WHERE)
    made = None if becomes is None else call(becomes)
    assert bool(same_words(pattern, 0, made, {"call": CALL, "sure": SURE})) == same
