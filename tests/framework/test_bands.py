"""A band is what an author means by it: so many comparisons of one field, all of which hold, each with a place of its own."""

import operator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.framework import read
from inspector.framework.comparisons import conditions
from inspector.model.facts import Fact
from inspector.model.problems import Where
from inspector.model.rules import Framework, Tally
from inspector.rules import vocabulary
from inspector.rules.engine import run
from inspector.workbench.check import check_one

CASES = yaml.safe_load((Path(__file__).parent / "bands.yaml").read_text(encoding="utf-8"))
MAIN = """id: banded
version: 0.1.0
title: Bands
question: What is between?
themes: [{id: trying, title: Trying, asks: Is it between?, evidence: [figures]}]
verdicts: [{id: none, verdict: not-evidenced, says: Nobody can say.}]
"""
RULE = """- id: between
  theme: trying
  when:
    first: {{signal: improvement-pace}}
    move: {{signal: trajectory, {field}: {condition}}}
  conclude: {{direction: better}}
  says: "It is between."
"""
SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "!=": operator.ne}


def written(folder: Path, field: str, condition: Any) -> Path:
    text = yaml.safe_dump(condition, default_flow_style=True, default_style='"', width=10_000).strip()
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "framework.yaml").write_text(MAIN, encoding="utf-8")
    (folder / "rules" / "r.yaml").write_text(RULE.format(field=field, condition=text), encoding="utf-8")
    return folder


def fires(framework: Framework, matcher: Any, **fields: Any) -> bool:
    pace = Fact(id="signal/improvement-pace/any", kind="signal/improvement-pace", fields={"count": 3})
    move = Fact(id="signal/trajectory/x", kind="signal/trajectory", fields=fields)
    return bool(run(framework, (pace, move), vocabulary.base(), matcher).trace)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_a_band_says(case: dict[str, Any], tmp_path: Path) -> None:
    field = case.get("field", "probability")
    folder = written(tmp_path, field, case["is"])
    if "told" in case:
        rule, *words = case["told"]
        found = [p for p in check_one(folder) if p.rule == rule and p.where.line == 5]
        assert [p.where.column for p in found] == [case["column"]], check_one(folder)
        assert all(word in " ".join([p.message, p.expected, p.fix]) for p in found for word in words), found
        return
    framework = read(folder)
    for matcher in ("reference", "durable"):
        assert [one for one in case["fits"] if not fires(framework, matcher, **{field: one})] == [], matcher
        assert [one for one in case["not"] if fires(framework, matcher, **{field: one})] == [], matcher
        assert not fires(framework, matcher), "a field that is absent is within no band"


def test_each_comparison_stands_where_it_is_written(tmp_path: Path) -> None:
    framework = read(written(tmp_path, "probability", ">= 0.2,  < 0.5"))
    text = (tmp_path / "rules" / "r.yaml").read_text(encoding="utf-8").splitlines()
    found = [condition.where for condition in framework.rules[0].when[1].conditions]  # type: ignore[union-attr]
    assert [text[w.line - 1][w.column - 1 : w.end_column - 1] for w in found] == [">= 0.2", "< 0.5"]  # type: ignore[operator,misc]


def test_a_band_within_refers_to_what_comes_before(tmp_path: Path) -> None:
    folder = written(tmp_path, "points", "> $first.months, <= $first.count")
    framework = read(folder)
    facts = {"count": 9, "months": 4}
    pace = Fact(id="signal/improvement-pace/any", kind="signal/improvement-pace", fields=facts)
    for points, held in ((4, False), (5, True), (9, True), (10, False)):
        move = Fact(id="signal/trajectory/x", kind="signal/trajectory", fields={"points": points})
        assert bool(run(framework, (pace, move), vocabulary.base(), "reference").trace) is held, points
    empty = written(folder, "points", "> $first.months, <= $first.months")
    assert "band" in [p.rule for p in check_one(empty) if p.level == "error"]


@pytest.mark.parametrize(("number", "held"), [(1, False), (2, True), (3, True), (4, False)])
def test_a_count_within_a_band(tmp_path: Path, number: int, held: bool) -> None:
    folder = written(tmp_path, "points", 1)
    rules = folder / "rules" / "r.yaml"
    tally = 'first: {count: {signal: trajectory}, is: ">= 2, < 4"}'
    text = rules.read_text(encoding="utf-8").replace("first: {signal: improvement-pace}", tally)
    rules.write_text("".join(line for line in text.splitlines(keepends=True) if "move:" not in line), encoding="utf-8")
    framework = read(folder)
    (part,) = framework.rules[0].when
    assert isinstance(part, Tally)
    assert [(test.operator, test.values) for test in part.tests] == [(">=", (2,)), ("<", (4,))]
    facts = [Fact(id=f"signal/trajectory/{n}", kind="signal/trajectory", fields={}) for n in range(number)]
    for matcher in ("reference", "durable"):
        assert bool(run(framework, facts, vocabulary.base(), matcher).trace) is held  # type: ignore[arg-type]


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(sorted(SIGNS)), st.integers(-3, 3)), min_size=2, max_size=3),
    st.lists(st.sampled_from(["", " ", "  "]), min_size=3, max_size=3),
)
def test_a_band_holds_for_what_all_its_comparisons_hold_for(pairs: list[tuple[str, int]], gaps: list[str]) -> None:
    """Held against Python's own comparisons. A band is refused exactly where a bound is doubled or no number is within it."""
    from inspector.framework.comparisons import Mistake

    text = ",".join(f"{gap}{sign} {bound}" for gap, (sign, bound) in zip(gaps, pairs, strict=False)).lstrip()
    where = Where(file="f")
    halves = [half / 2 for half in range(-10, 11)]
    within = [x for x in halves if all(SIGNS[sign](x, bound) for sign, bound in pairs)]
    sides = [sign[0] for sign, _ in pairs if sign != "!="]
    bounds = [(sign, bound) for sign, bound in pairs if sign != "!="]
    refused = len(set(sides)) < len(sides) or not any(all(SIGNS[s](x, b) for s, b in bounds) for x in halves)
    try:
        found = conditions("x", text, where, lambda _, __: where, ())
    except Mistake:
        assert refused
        return
    assert not refused
    assert [x for x in halves if all(SIGNS[c.operator](x, c.values[0]) for c in found)] == within
