"""Small pieces of an answer, made by hand, for tests of how a verdict comes about."""

from typing import Any

from inspector.model.facts import Fact
from inspector.model.inspection import Finding, ThemeResult
from inspector.model.problems import Where
from inspector.model.rules import Conclusion, Framework, Rule, Theme
from inspector.rules.engine import Firing

WHERE = Where(file="framework.yaml")


def rule(id: str, theme: str, **more: Any) -> Rule:
    parts = {"cites": (), "when": (), "conclude": Conclusion(), "says": "", "where": WHERE, **more}
    return Rule(id=id, theme=theme, **parts)


def framework(weights: dict[str, float], *rules: Rule) -> Framework:
    return Framework(
        id="t", version="1", title="T", question="?", digest="0" * 64, sources=(), rules=rules, verdicts=(), path=".",
        themes=tuple(
            Theme(id=name, title=name.title(), asks="?", evidence=("a log",), weight=weight, where=WHERE)
            for name, weight in weights.items()
        ),
    )  # fmt: skip


def finding(id: str, theme: str, **more: Any) -> Finding:
    parts: dict[str, Any] = {
        "rule": "r", "says": "", "direction": "neither", "reached": None, "limit": None, "trust": "plain",
        "withdrawn": False, "ask": (), "cites": (), "facts": (),
    }  # fmt: skip
    parts |= more
    return Finding(id=id, theme=theme, **{"standing": parts["reached"], **parts})


def theme(id: str, standing: Any, low: Any, high: Any, **more: Any) -> ThemeResult:
    parts = {"title": id.title(), "asks": "?", "weight": 1.0, "says": "", "findings": (), "wanted": (), **more}
    return ThemeResult(theme=id, standing=standing, low=low, high=high, **parts)


def fired(rule: str, number: int, *facts: str, **more: Any) -> Firing:
    """A firing of `rule` by these facts; its finding is the fact `finding/RULE/NUMBER`."""
    found = Fact(id=f"finding/{rule}/{number}", kind=f"finding/{rule}", fields={}, says=f"{rule} {number}.")
    parts: dict[str, Any] = {"standing": None, "trust": "plain", "withdrawn": False, "ask": (), **more}
    return Firing(rule, tuple((f"a{n}", fact) for n, fact in enumerate(facts)), tuple(sorted(facts)), found, **parts)
