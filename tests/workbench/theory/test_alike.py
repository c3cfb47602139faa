"""Of changes that no case notices: that no facts can tell them is said only where it is so, and cases of facts that do hold."""

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.cli import _run
from inspector.framework.cases import cases_of
from inspector.framework.yaml_source import parse
from inspector.model.facts import Fact
from inspector.model.rules import Rule
from inspector.workbench.judging.cases import run_all
from inspector.workbench.judging.comparing import agrees
from inspector.workbench.judging.mutating.killing import Judged
from inspector.workbench.judging.mutating.mutants import mutants
from inspector.workbench.judging.opened import opened
from inspector.workbench.judging.suggesting.suggest import Suggesting
from inspector.workbench.proving import LATE, Proving
from tests.rules.small import VOCABULARY, count, pattern, rule

pytest.importorskip("z3", reason="needs z3-solver: pip install 'inspector[prove]'")
HERE = Path(__file__).parent
TINY = HERE.parents[1] / "frameworks" / "tiny"
CASES = yaml.safe_load((HERE / "alike.yaml").read_text(encoding="utf-8"))


def survivors() -> tuple[Any, list[Judged]]:
    found = opened(str(TINY))
    every = {(one.of, one.becomes): one for one in mutants(found.framework, found.compiled.vocabulary)}
    return found, [Judged(every[case["of"], case["becomes"]]) for case in CASES]


def test_what_is_said_of_a_change() -> None:
    from inspector.workbench.theory import alike

    found, judged = survivors()
    proving = Proving(found, judged, Suggesting(found, run_all(found.compiled, found.folder, found.cases)), 60)
    for case, one in zip(CASES, judged, strict=True):
        after, text, why = proving.asked(one)
        says = "proved" if after.same else "case" if text else {alike.FEW: "few"}.get(why, why)
        assert says == case["says"], case
        if text:
            _tells(found, one, text)


def _tells(found: Any, one: Judged, text: str) -> None:
    """The case as it is read holds of the framework, and not of the changed one."""
    (case,), problems = cases_of(parse(text.encode(), "suggested.yaml"), found.compiled.vocabulary)
    assert not problems
    mutant = one.mutant
    changed = found.compiled.with_rule(mutant.rule) if mutant.rule else found.compiled.with_table(mutant.rows)
    facts, trust, stated = case.facts, case.trust, dict(case.stated)
    assert agrees(case, found.compiled.outcome(facts, trust, stated))
    assert not agrees(case, changed.outcome(facts, trust, stated))


def test_no_facts_by_chance_tell_what_is_proved_to_be_the_same() -> None:
    found, judged = survivors()
    changed = [found.compiled.with_rule(one.mutant.rule) for one in judged if one.mutant.rule]
    dice, told = random.Random(7), [0] * len(changed)
    for _ in range(300):
        facts = list(_by_chance(dice, found))
        before = found.compiled.outcome(facts)
        for place, one in enumerate(changed):
            told[place] += one.outcome(facts) != before
    rules = [case for case in CASES if case["of"] not in ("both", "fell")]
    for case, many in zip(rules, told, strict=True):
        assert bool(many) == (case["says"] == "case"), case


def _by_chance(dice: random.Random, found: Any) -> Any:
    calls = ("sudden-gain", "loss", "faded-gain", "no-change")
    for n in range(dice.randint(0, 4)):
        fields = {"indicator": f"i{n}", "title": "M", "call": dice.choice(calls), "probability": 0.9, "points": 24}
        yield Fact(id=f"t{n}", kind="signal/trajectory", fields=fields, says="")
        said = {field.name: field for field in found.compiled.known["signal/claimed-effect"]}
        outcome = dice.choice(("followed", "gain-came-first", *said["outcome"].choices))
        claim = {"indicator": f"i{dice.randint(0, 3)}", "title": "M", "outcome": outcome, "tests": 1}
        yield Fact(id=f"c{n}", kind="signal/claimed-effect", fields=claim, says="")
    pace = {"scale": "any", "count": dice.randint(0, 2), "raised": 2, "months": 12}
    yield Fact(id="pace", kind="signal/improvement-pace", fields=pace, says="")


def test_when_there_is_no_time_it_is_said() -> None:
    found, judged = survivors()
    proving = Proving(found, judged, Suggesting(found, ()), 0.0)
    assert {proving.asked(one)[1:] for one in judged} == {("", LATE)}


A = pattern("a", "signal/pace", "team == north")
COUNTS = {
    "one fact of a kind": (rule("r", A), True),
    "as many as are imagined": (rule("r", *(pattern(x, "signal/pace") for x in "ab")), True),
    "one more than are imagined": (rule("r", *(pattern(x, "signal/pace") for x in "abc")), False),
    "one that takes it away is a fact more": (
        rule("r", *(pattern(x, "signal/pace") for x in "ab"), unless=(pattern("u", "signal/pace", "count >= 9"),)),
        False,
    ),
    "facts behind findings": (rule("r", A, pattern("f", "finding/low")), True),
    "more facts behind findings": (rule("r", A, pattern("f", "finding/low"), pattern("g", "finding/low")), False),
    "a number of facts": (rule("r", count("t", A, ">= 2")), False),
    "a number behind a finding": (rule("r", pattern("f", "finding/counts")), False),
    "a finding that takes it away": (rule("r", A, unless=(pattern("u", "finding/low"),)), False),
    "how a finding is trusted": (rule("r", pattern("f", "finding/low", "trust == plain")), False),
    "a number beyond what is imagined": (rule("r", pattern("a", "signal/pace", "count >= 100000")), False),
    "the largest that is imagined": (rule("r", pattern("a", "signal/pace", "count >= 99999")), True),
}


@pytest.mark.parametrize("name", COUNTS)
def test_of_which_rules_a_proof_holds_of_any_number_of_facts(name: str) -> None:
    from inspector.workbench.theory.any_number import any_number
    from inspector.workbench.theory.views import Value, View, Words
    from inspector.workbench.theory.world import World

    one, holds = COUNTS[name]
    key = [field.model_copy(update={"key": field.name == "team"}) for field in VOCABULARY["signal/pace"]]
    named = [Value("string", True, Words.OTHER + n) for n in range(2)]
    views = tuple(View("signal/pace", str(n), True, {"team": one}) for n, one in enumerate(named))
    world = World({"signal/pace": views}, (), Words(), {"signal/pace": tuple(key)}, None)  # type: ignore[arg-type]
    rules: dict[str, Rule] = {"low": rule("low", A), "counts": rule("counts", count("t", A, ">= 2")), one.id: one}
    assert any_number(world, rules, one, one) == holds


def test_asked_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "mutate", str(TINY), "--only", "both", "--prove", "30"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert (
        "no case found: no facts tell, at most 9 of one kind and all of them trusted; of more nothing is proved" in out
    )
