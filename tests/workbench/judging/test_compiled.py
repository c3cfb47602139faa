"""A compiled framework answers as `inspection.evaluated` does, which defines what is right, also where one thing was changed."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.framework import read
from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import BASIS, FINDING, STANDING, extend
from inspector.judging import outcomes
from inspector.judging.rulebooks import Rulebook
from inspector.model.facts import Fact
from inspector.model.inspection import TrustIn
from inspector.model.problems import CannotComplete
from inspector.model.rules import Condition, Framework, Pattern, VerdictRow
from inspector.rules import vocabulary
from inspector.workbench.judging.compiled import Compiled
from tests.rules.generated import VALUES, WHERE, Dice, world
from tests.rules.test_same_answer import Drawn

MOVE = ("no-change", "gradual-gain", "loss", "faded-gain", "too-few-points")


def rows(dice: Any, framework: Framework) -> tuple[VerdictRow, ...]:
    kinds = {"basis": BASIS, "standing/stream": STANDING} | {f"finding/{rule.id}": FINDING for rule in framework.rules}
    made = []
    for number in range(dice.number(0, 3)):
        when = []
        for place in range(dice.number(1, 2)):
            kind = dice.pick(sorted(kinds))
            field = dice.pick(kinds[kind])
            order = ("==", "!=") if field.type in ("string", "boolean") else ("==", "<", ">=")
            value = dice.pick(field.choices or VALUES[field.type])
            condition = Condition(field=field.name, operator=dice.pick(order), values=(value,), where=WHERE)
            when.append(Pattern(alias=f"x{place}", kind=kind, conditions=(condition,), where=WHERE))
        unless = (when.pop(),) if len(when) > 1 and dice.chance(3) else ()
        verdict = dice.pick(("improving", "static", "slipping"))
        says = "{x0.standing}, {x0.better}"
        row = VerdictRow(id=f"row-{number}", verdict=verdict, when=tuple(when), unless=unless, says=says, where=WHERE)
        made.append(row)
    if dice.chance(9):
        made.append(VerdictRow(id="last", verdict="not-evidenced", says="Nothing.", where=WHERE))
    return tuple(made)


def whole(dice: Any) -> tuple[Rulebook, tuple[Fact, ...], tuple[TrustIn, ...], dict[str, Any]]:
    framework, facts, known = world(dice)
    framework = framework.model_copy(update={"verdicts": rows(dice, framework)})
    for number in range(dice.number(0, 3)):
        fields = {"call": dice.pick(MOVE), "probability": dice.pick((0.5, 0.9, 1.0)), "indicator": f"i{number}"}
        facts = (*facts, Fact(id=f"m{number}", kind="signal/trajectory", fields=fields, rests_on=(f"{number}",)))
    levels = ("plain", "exposed", "compromised", "corroborated")
    trust = tuple(
        TrustIn(evidence=str(name), trust=dice.pick(levels), reasons=(), asked=dice.chance(2))
        for name in range(dice.number(0, 4))
    )
    stated = {"missing": dice.number(0, 3)} if dice.chance(3) else {}
    return Rulebook(framework, known, extend(framework, known)), facts, trust, stated


def answer(ask: Any) -> Any:
    try:
        return ask()
    except CannotComplete as failure:
        return {problem.rule for problem in failure.problems}


def same(seen: Any, book: Rulebook, facts: Any, trust: Any, stated: Any) -> Any:
    right = answer(lambda: outcomes.evaluated(book, facts, trust, stated, "reference"))
    assert answer(lambda: seen.outcome(facts, trust, stated)) == right
    return right


@settings(max_examples=80)
@given(st.data())
def test_it_answers_as_the_definition_does(data: st.DataObject) -> None:
    book, facts, trust, stated = whole(Drawn(data.draw))
    same(Compiled(book.framework, book.known), book, facts, trust, stated)


def test_it_answers_as_the_definition_does_in_seeded_worlds() -> None:
    seen = set()
    for seed in range(150):
        book, facts, trust, stated = whole(Dice(seed))
        right = same(Compiled(book.framework, book.known), book, facts, trust, stated)
        if not isinstance(right, set):
            seen |= {right.row, *(one.trust for one in right.drawn), *(one.withdrawn for one in right.drawn)}
    assert seen >= {"row-0", "row-1", "last", "plain", "exposed", "compromised", True, False}


@settings(max_examples=60)
@given(st.data())
def test_a_change_of_one_thing_is_as_if_all_had_been_compiled_anew(data: st.DataObject) -> None:
    dice = Drawn(data.draw)
    book, facts, trust, stated = whole(dice)
    begun = Compiled(book.framework, book.known)
    given_once = answer(lambda: begun.given(facts, trust, stated))
    old = dice.pick(book.framework.rules)
    parts = {"when": old.when, "unless": old.unless, "conclude": old.conclude}
    what = dice.pick(("unless", "when", "conclude", "table"))
    if what == "table":
        verdicts = tuple(data.draw(st.permutations(book.framework.verdicts)))
        changed = book.framework.model_copy(update={"verdicts": verdicts})
        seen = answer(lambda: begun.with_table(verdicts))
    else:
        other = {
            "unless": (),
            "when": old.when[:1],
            "conclude": old.conclude.model_copy(update={"carry": (), "direction": "worse", "standing": "lasting"}),
        }
        rule = old.model_copy(update={**parts, what: other[what]})
        kept = tuple(rule if one.id == rule.id else one for one in book.framework.rules)
        changed = book.framework.model_copy(update={"rules": kept})
        seen = answer(lambda: begun.with_rule(rule))
    again = Rulebook(changed, book.known, extend(changed, book.known))
    right = answer(lambda: outcomes.evaluated(again, facts, trust, stated, "reference"))
    if isinstance(seen, set):
        # What cannot be compiled is refused at once, also where no fact would have come to it.
        assert isinstance(right, set) or not facts or what == "conclude" or what == "when"
        return
    assert answer(lambda: seen.outcome(facts, trust, stated)) == right
    if not isinstance(given_once, set):
        assert answer(lambda: seen.judged(given_once)) == right


@pytest.mark.parametrize("name", ["munro", "patient-safety-learning"])
def test_every_case_of_what_ships_is_answered_alike(name: str) -> None:
    folder = Path(__file__).parents[3] / "frameworks" / name
    framework = read(folder)
    cases, _ = read_cases(folder, extend(framework, vocabulary.base()))
    seen = Compiled(framework)
    assert cases
    for case in cases[::20]:
        assert seen.outcome(case.facts or ()) == outcomes.evaluate_case(framework, case.facts or ()), case.name
