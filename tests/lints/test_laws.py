"""What lints say of all evidence is so for evidence that the engine judges: made by chance, by none of the lints' arithmetic.

A rule that is said never to fire does not; one that is said to fire whenever another does, does. The vocabulary is a small one of
its own, with a count, a share of it, a bound, words, and things that are told apart by a key.
"""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.framework.vocabulary import extend
from inspector.lints import always_fires, duplicate_rule, idle_condition, never_fires, unless_never_bites
from inspector.lints._implies import Known, implies
from inspector.model import describe
from inspector.model.facts import Fact
from inspector.model.problems import Where
from inspector.model.rules import Conclusion, Condition, Framework, Pattern, Ref, Rule, Tally, Theme
from inspector.rules.evaluate import by_id, evaluate
from inspector.rules.matching import Matching

WHERE = Where(file="rules/rules.yaml", line=1, column=1)
CALLS = ("up", "down", "still")
FIELDS = (
    describe.text("thing", "Which.", "name", key=True, open=True),
    describe.count("out_of", "Of how many.", "declared", "tests"),
    describe.count("kept", "How many were kept.", "activity", "tests", good="up", at_most="out_of"),
    describe.count("lost", "How many were not.", "activity", "tests", good="down", equals="out_of - kept"),
    describe.share("kept_share", "Their share.", "activity", good="up", equals="kept / out_of"),
    describe.choice("call", "What it did.", CALLS, "measured", better="up", worse="down"),
)
OTHER = (describe.text("thing", "Which.", "name", key=True, open=True), describe.flag("seen", "Whether.", "doubt"))
KNOWN = {"signal/work": FIELDS, "signal/look": OTHER}
OPERATORS = ("==", "!=", "<", "<=", ">", ">=")


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Up to four facts of each sort, one a thing, each with its fellows worked out as the signal would."""
    made = []
    for thing in draw(st.lists(st.sampled_from("abcd"), unique=True)):
        out_of = draw(st.integers(0, 6))
        kept = draw(st.integers(0, out_of))
        fields: dict[str, Any] = {"thing": thing, "out_of": out_of, "kept": kept, "lost": out_of - kept}
        fields["call"] = draw(st.sampled_from(CALLS))
        if out_of:
            fields["kept_share"] = float(f"{kept / out_of:.6g}")
        made.append(Fact(id=f"signal/work/{thing}", kind="signal/work", fields=fields))
    for thing in draw(st.lists(st.sampled_from("abcd"), unique=True)):
        fields = {"thing": thing, "seen": draw(st.booleans())}
        made.append(Fact(id=f"signal/look/{thing}", kind="signal/look", fields=fields))
    return made


@st.composite
def conditions(draw: st.DrawFn, kind: str, earlier: Sequence[str]) -> tuple[Condition, ...]:
    """Up to three conditions that a rule could have."""
    return tuple(_condition(draw, kind, earlier) for _ in range(draw(st.integers(0, 3))))


def _condition(draw: st.DrawFn, kind: str, earlier: Sequence[str]) -> Condition:
    if earlier and draw(st.booleans()):
        ref = Ref(alias=draw(st.sampled_from(list(earlier))), field="thing")
        return Condition(field="thing", operator=draw(st.sampled_from(("==", "!="))), ref=ref, where=WHERE)
    if kind == "signal/look":
        return Condition(field="seen", operator="==", values=(draw(st.booleans()),), where=WHERE)
    field = draw(st.sampled_from(["out_of", "kept", "lost", "kept_share", "call"]))
    if field == "call":
        some = draw(st.lists(st.sampled_from(CALLS), min_size=1, max_size=2, unique=True))
        several = len(some) > 1
        operator = "==" if several else draw(st.sampled_from(("==", "!=")))
        return Condition(field=field, operator=operator, values=tuple(some), where=WHERE)
    value = draw(st.sampled_from([0, 0.25, 0.333333, 0.5, 1])) if field == "kept_share" else draw(st.integers(0, 7))
    return Condition(field=field, operator=draw(st.sampled_from(OPERATORS)), values=(value,), where=WHERE)


@st.composite
def parts(draw: st.DrawFn, most: int, earlier: Sequence[str] = ()) -> tuple[Pattern | Tally, ...]:
    """Patterns and tallies, aliases a, b, … that go on from the earlier ones."""
    made: list[Pattern | Tally] = []
    bound = list(earlier)
    for place in range(draw(st.integers(0 if earlier else 1, most))):
        alias, kind = f"{'u' if earlier else 'a'}{place}", draw(st.sampled_from(["signal/work", "signal/look"]))
        tallied = draw(st.integers(0, 3)) == 0
        wanted = draw(conditions(kind, () if tallied else bound))
        pattern = Pattern(alias=alias, kind=kind, conditions=wanted, where=WHERE)
        if tallied:
            test = Condition(
                field="n", operator=draw(st.sampled_from(OPERATORS)), values=(draw(st.integers(0, 3)),), where=WHERE
            )
            made.append(Tally(alias=alias, count=pattern, test=test, where=WHERE))
        else:
            made.append(pattern)
            bound.append(alias)
    return tuple(made)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Two rules, and a third that may need the finding of one of them."""
    rules = []
    for id in ("one", "two"):
        when = draw(parts(2))
        bound = [part.alias for part in when if isinstance(part, Pattern)]
        unless = draw(parts(1, bound)) if bound and draw(st.booleans()) else ()
        rules.append(_rule(id, when, unless))
    finding = Pattern(
        alias="found", kind=f"finding/{draw(st.sampled_from(['one', 'two']))}", conditions=(), where=WHERE
    )
    rules.append(_rule("three", (finding, *draw(parts(1))), ()))
    theme = Theme(id="t", title="T", asks="T?", evidence=("a log",), weight=1, where=WHERE)
    return Framework(
        id="made", version="1.0.0", title="M", question="M?", digest="", sources=(), themes=(theme,), rules=tuple(rules),
        verdicts=(), path="made",
    )  # fmt: skip


def _rule(id: str, when: tuple[Pattern | Tally, ...], unless: tuple[Pattern | Tally, ...]) -> Rule:
    end = Conclusion(direction="better")
    return Rule(id=id, theme="t", cites=(), when=when, unless=unless, conclude=end, says="So.", where=WHERE)


def fired(rules: Sequence[Rule], given_: Sequence[Fact], known: dict[str, Any]) -> dict[str, int]:
    """How often each rule fires, by the matcher that defines what a match is; findings for those who need them."""
    first = evaluate(rules[:2], by_id(given_), known, Matching("reference"))
    found = [
        Fact(id=f"finding/{id}/{place}", kind=f"finding/{id}", fields={})
        for id, matches in first.matches.items()
        for place, _ in enumerate(matches)
    ]
    every = evaluate(rules, by_id([*given_, *found]), known, Matching("reference"))
    return {id: len(matches) for id, matches in every.matches.items()}


@settings(max_examples=150, deadline=None)
@given(frameworks(), facts())
def test_what_is_said_of_all_evidence_is_so_for_any(framework: Framework, evidence: list[Fact]) -> None:
    known = extend(framework, KNOWN)
    came = fired(framework.rules, evidence, known)
    rules = {rule.id: rule for rule in framework.rules}
    # All stand in one place, so that what is said of which is known by asking of one rule at a time.
    for id, rule in rules.items():
        alone = framework.model_copy(update={"rules": (rule,)})
        if id != "three" and never_fires.examine(alone, known):
            assert not came[id]
        if id != "three" and always_fires.examine(alone, known) and not any(isinstance(p, Pattern) for p in rule.when):
            assert came[id]
    look_up = Known.of(framework, known)
    for a in framework.rules:
        for b in framework.rules:
            if came[a.id] and implies(a, b, look_up):
                assert came[b.id]


@settings(max_examples=100, deadline=None)
@given(frameworks(), facts())
def test_what_changes_nothing_may_go(framework: Framework, evidence: list[Fact]) -> None:
    known = extend(framework, KNOWN)
    for rule in framework.rules[:2]:
        alone = framework.model_copy(update={"rules": (rule,)})
        if rule.unless and unless_never_bites.examine(alone, known):
            bare = rule.model_copy(update={"unless": ()})
            assert (
                fired((rule, bare.model_copy(update={"id": "bare"})), evidence, known)["bare"]
                == fired((rule,), evidence, known)[rule.id]
            )
    one, two = framework.rules[:2]
    if duplicate_rule.examine(framework.model_copy(update={"rules": (one, two)}), known):
        came = fired((one, two), evidence, known)
        assert bool(came["one"]) == bool(came["two"])


@settings(max_examples=100, deadline=None)
@given(parts(1), facts())
def test_an_idle_condition_is_met_by_all_that_have_the_field(
    made: tuple[Pattern | Tally, ...], evidence: list[Fact]
) -> None:
    (part,) = made
    if isinstance(part, Tally) or part.kind != "signal/work":
        return
    for condition in part.conditions:
        pattern = part.model_copy(update={"conditions": (condition,)})
        rule = _rule("one", (pattern,), ())
        framework = Framework(
            id="made", version="1.0.0", title="M", question="M?", digest="", sources=(), themes=(), rules=(rule,), verdicts=(),
            path="made",
        )  # fmt: skip
        if idle_condition.examine(framework, KNOWN):
            having = [fact for fact in evidence if fact.kind == part.kind and condition.field in fact.fields]
            assert fired((rule,), evidence, KNOWN)["one"] == len(having)
