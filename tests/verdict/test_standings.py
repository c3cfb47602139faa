"""Standings, their range, the score: small cases an inspector can check by hand."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.problems import Where
from inspector.model.rules import Framework, Theme
from inspector.verdict.score import score
from inspector.verdict.standings import standings

CASES = yaml.safe_load((Path(__file__).parent / "standings.yaml").read_text(encoding="utf-8"))


def framework(weights: dict[str, float]) -> Framework:
    where = Where(file="framework.yaml")
    return Framework(
        id="t", version="1", title="T", question="?", digest="0" * 64, sources=(), rules=(), verdicts=(), path=".",
        themes=tuple(
            Theme(id=name, title=name.title(), asks="?", evidence=("a log",), weight=weight, where=where)
            for name, weight in weights.items()
        ),
    )  # fmt: skip


def finding(number: int, given: dict[str, Any]) -> tuple[Finding, Fact]:
    trust = given.get("trust", "plain")
    reached = given.get("reached")
    fact = Fact(id=f"f{number}", kind="signal/x", fields={"probability": given.get("probability", 1.0)})
    return (
        Finding(
            id=str(number), rule="r", theme=given["theme"], says="", direction="neither", reached=reached,
            standing=given.get("left", reached), limit=given.get("limit"), trust=trust, withdrawn=trust == "compromised",
            ask=(), cites=(), facts=(fact.id,),
        ),
        fact,
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    pairs = [finding(i, given) for i, given in enumerate(case["findings"])]
    themes = standings(framework(case["weights"]), [f for f, _ in pairs], {fact.id: fact for _, fact in pairs})
    assert {t.theme: [t.standing, t.low, t.high] for t in themes} == case["standings"]
    got = score(themes)
    assert [got.value, got.low, got.high] == case["score"]


def test_a_silent_theme_says_what_would_let_it_speak() -> None:
    (theme,) = standings(framework({"stream": 1}), [], {})
    assert theme.standing == "silent"
    assert theme.wanted == ("a log",)


def test_a_theme_that_no_rule_judges_does_not_blame_the_evidence() -> None:
    (theme,) = standings(framework({"stream": 1}), [], {})
    assert "no rule for this theme yet" in theme.says
    from inspector.inspection import load

    munro = load("munro").framework
    munro = munro.model_copy(update={"rules": tuple(rule for rule in munro.rules if rule.theme != "candour")})
    says = {theme.theme: theme.says for theme in standings(munro, [], {})}
    assert says["stream"] == "Nothing submitted speaks on this theme."
    assert "no rule for this theme yet" in says["candour"]
