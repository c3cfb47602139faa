"""Standings, their range, the score: small cases an inspector can check by hand, and laws that hold for all of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.aside import Aside
from inspector.model.evidence import Rows
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, ThemeResult
from inspector.model.ladder import STANDINGS, TRUSTS, lower, rank
from inspector.model.rules import Framework
from inspector.verdict.score import score
from inspector.verdict.standings import standings
from tests.rules.small import pattern
from tests.verdict.by_hand import finding, framework, rule

ROWS = Rows(resource="log.csv", rows=(2, 3, 4, 5))
CASES = yaml.safe_load((Path(__file__).parent / "standings.yaml").read_text(encoding="utf-8"))


def judging(weights: dict[str, float], *silent: str) -> Framework:
    """A framework with a rule for each theme but these."""
    return framework(weights, *(rule(f"{theme}-rule", theme) for theme in weights if theme not in silent))


def given_finding(number: int, given: dict[str, Any]) -> tuple[Finding, list[Fact]]:
    trust, reached = given.get("trust", "plain"), given.get("reached")
    facts = [
        Fact(id=f"f{number}-{n}", kind="signal/x", fields={"probability": probability})
        for n, probability in enumerate([given.get("probability", 1.0), *given.get("also", ())])
    ]
    behind = (*(fact.id for fact in facts), "of another room")
    standing, limit = given.get("left", reached), given.get("limit")
    return finding(
        str(number), given["theme"], reached=reached, standing=standing, limit=limit, trust=trust,
        withdrawn=trust == "compromised", facts=behind,
    ), facts  # fmt: skip


def results(weights: dict[str, float], given: list[dict[str, Any]]) -> tuple[ThemeResult, ...]:
    pairs = [given_finding(i, one) for i, one in enumerate(given)]
    return standings(judging(weights), [f for f, _ in pairs], {fact.id: fact for _, facts in pairs for fact in facts})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    themes = results(case["weights"], case["findings"])
    assert {t.theme: [t.standing, t.low, t.high] for t in themes} == case["standings"]
    got = score(themes)
    assert [got.value, got.low, got.high] == (case["score"] or [None] * 3)
    assert bool(got.why) == (case["score"] is None)
    told = {t.theme: t.says for t in themes}
    assert told == told | case.get("says", {})
    assert all(bool(t.says) == (t.standing == "silent") for t in themes)
    assert all(t.wanted == (("a log",) if t.standing == "silent" else ()) for t in themes)


def test_each_theme_names_its_own_findings() -> None:
    themes = results({"a": 1, "b": 1}, [{"theme": "b"}, {"theme": "a"}, {"theme": "b", "trust": "compromised"}])
    assert [(t.theme, t.findings) for t in themes] == [("a", ("1",)), ("b", ("0", "2"))]


def test_a_theme_that_no_rule_judges_does_not_blame_the_evidence() -> None:
    says = {theme.theme: theme.says for theme in standings(judging({"stream": 1, "candour": 1}, "candour"), [], {})}
    assert says["stream"] == "Nothing submitted speaks on this theme."
    assert "no rule for this theme yet" in says["candour"]


ANY_FINDING = st.fixed_dictionaries(
    {
        "theme": st.sampled_from(["a", "b"]),
        "reached": st.sampled_from([*STANDINGS, None]),
        "limit": st.sampled_from([*STANDINGS, None]),
        "trust": st.sampled_from(TRUSTS),
        "probability": st.sampled_from([0.5, 0.89, 0.9, 1.0]),
    }
)


def after_trust(given: dict[str, Any]) -> dict[str, Any]:
    """What the ladder leaves of a finding: nothing where its evidence is compromised, doing where it is exposed."""
    reached = given["reached"]
    left = {"compromised": None, "exposed": reached and lower(reached, "doing")}.get(given["trust"], reached)
    return {**given, "left": left}


ANY_FINDINGS = st.lists(ANY_FINDING.map(after_trust), max_size=6)
WEIGHTS = st.fixed_dictionaries({"a": st.sampled_from([0, 0.5, 3]), "b": st.sampled_from([0, 1])})


@given(WEIGHTS, ANY_FINDINGS)
def test_a_standing_lies_in_its_range_and_under_every_limit(weights: dict[str, float], some: list[Any]) -> None:
    for theme in results(weights, some):
        assert rank(theme.low) <= rank(theme.standing) <= rank(theme.high)
        heard = [one for one in some if one["theme"] == theme.theme and one["trust"] != "compromised"]
        assert all(rank(theme.standing) <= rank(one["limit"]) for one in heard if one["limit"])
        reached = [rank(one["left"]) for one in heard if one["left"]]
        assert rank(theme.standing) <= max(reached, default=0)


@given(WEIGHTS, ANY_FINDINGS)
def test_the_score_lies_in_its_range(weights: dict[str, float], some: list[Any]) -> None:
    themes = results(weights, some)
    found = score(themes)
    assert (found.value is None) == (all(one.standing == "silent" for one in themes) or not sum(weights.values()))
    if found.value is not None and found.low is not None and found.high is not None:
        assert 0 <= found.low <= found.value <= found.high <= 100


def test_a_verdict_that_nothing_is_evidenced_has_no_score() -> None:
    themes = results({"a": 1}, [{"theme": "a", "reached": "stated"}])
    assert score(themes, "static").value == 25
    assert score(themes, "not-evidenced").value is None


@given(ANY_FINDINGS, ANY_FINDING.map(after_trust))
def test_one_more_finding_that_holds_nothing_down_lowers_nothing(some: list[Any], more: dict[str, Any]) -> None:
    before, after = results({"a": 1, "b": 1}, some), results({"a": 1, "b": 1}, [*some, {**more, "limit": None}])
    for one, other in zip(before, after, strict=True):
        assert rank(one.standing) <= rank(other.standing)
        assert rank(one.low) <= rank(other.low)


FACT = Fact(
    id="signal/pace/any", kind="signal/pace", fields={"recorded": 4, "set_aside": 0}, says="Four.", rows=(ROWS,)
)
LATE = Aside(reason="late", says="entered late", count=4, rows=(ROWS,))
APART = FACT.model_copy(
    update={
        "fields": {"recorded": 4, "set_aside": 4},
        "aside": (LATE,),
        "aside_says": "4 tests; 4 are set aside: entered late.",
    }
)
NONE = FACT.model_copy(update={"fields": {"recorded": 0, "set_aside": 0}, "rows": ()})


@pytest.mark.parametrize(
    ("findings", "facts", "state", "says"),
    [
        ([], [], "silent", "Nothing submitted speaks on this theme."),
        ([], [NONE], "silent", "Nothing submitted speaks on this theme."),
        ([], [FACT], "nothing-shown", "Of what was submitted too little counts for any rule to speak on this theme."),
        (
            [],
            [APART],
            "set-aside",
            "What was submitted on this theme is set aside. 4 tests; 4 are set aside: entered late.",
        ),
        ([{}], [], "nothing-shown", "Evidence was submitted and heard, and none of it shows improvement at work here."),
        (
            [{"trust": "compromised"}],
            [FACT],
            "set-aside",
            "What was submitted cannot be relied on until the questions about",
        ),
        ([{"reached": "stated"}], [APART], "stands", ""),
    ],
    ids=["nothing", "an empty log", "too little", "all of it late", "heard", "questioned", "it stands"],
)
def test_a_theme_is_silent_only_where_nothing_was_submitted_on_it(
    findings: list[Any], facts: list[Fact], state: str, says: str
) -> None:
    pairs = [given_finding(i, {"theme": "stream", **one}) for i, one in enumerate(findings)]
    reads = rule("reads", "stream", when=(pattern("pace", "signal/pace"),))
    known = {fact.id: fact for fact in (*facts, *(one for _, some in pairs for one in some))}
    (theme,) = standings(framework({"stream": 1}, reads), [f for f, _ in pairs], known)
    assert theme.state == state
    assert theme.says.startswith(says)
    assert theme.aside == (4 if APART in facts else 0)
