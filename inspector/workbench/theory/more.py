"""Does more evidence of improvement ever give a worse verdict? Two bodies of evidence, one better than the other in one thing.

*More* is one of four things, all else being as it was and all of it trusted:

- a measure more that surely got better (called `gradual-gain` or `sudden-gain`, with a probability of 0.95 or more, and no
  chances said besides), be it one that was missing or not;
- a measure that was called `no-change`, with no chances said besides, is called `sudden-gain`, and says what it said;
- a measure that was called `loss`, likewise, is called `no-change`;
- a fact more, of a signal that the table does not read itself, by which rules fire that conclude a standing or `better`.

No rule that concludes `worse` or a limit fires besides, and of the last no other rule either. A verdict is worse where it is
lower; `not-evidenced` and `not-trusted` stand with `static`. From these two nothing is taken: that a verdict can be given at all
where one measure more can be judged is no penalty.

What is missing is the same of both, and first left open: what holds then holds of all evidence. Where that is not so, cases are
looked for in which nothing is missing, as cases of a framework have it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import z3

from inspector.model.ladder import OPEN, height
from inspector.model.outcome import Outcome
from inspector.model.proofs import Claim
from inspector.model.rules import Framework, Rule, VerdictRow
from inspector.verdict.movement import KIND as MOVES
from inspector.workbench.theory.asking import Asking, Said, told
from inspector.workbench.theory.clock import OutOfTime
from inspector.workbench.theory.reading import FROM_FACTS, OUTSIDE, WORST, Asked, asked
from inspector.workbench.theory.search import Answer, Searcher, simple
from inspector.workbench.theory.sizes import patterns
from inspector.workbench.theory.views import Term, Value, View, all_of, any_of, number
from inspector.workbench.theory.witness import Side
from inspector.workbench.theory.world import unlike

ID = "more-gives-worse"
PAIRS = 4
"""Pairs of rows that are looked for, of each kind of more."""
SURE = number(0.95)
SHARE = "lost_share_at_worst"
MISSING = ("core_missing", "dropped", "missing", "dropped_share")
"""Of these there is no more where there is one measure more; less where it was missing, or as it is one of more."""
EACH = 30.0
"""Seconds by the clock on the wall that the solver gets for one answer: it proves something of two bodies of evidence at once."""
PLAIN = "where nothing is missing, and chances follow from what measures are called"
NOT_PLAIN = "where something is missing, or chances do not follow from what measures are called"
SURELY = f"{PLAIN}, all as sure as can be"
NOT_SURELY = f"{NOT_PLAIN}, or a measure is not as sure as can be"


class More(NamedTuple):
    """The better body of evidence, and what is true of both."""

    facts: Mapping[str, Sequence[View]]
    true: Sequence[Term]
    says: str


def more(asking: Asking) -> Said:
    """Pairs of rows between which evidence of improvement takes a service down; and of which kind of more there is none."""
    found: list[_Found] = []
    kinds = (
        ("measure", _measure(asking)),
        ("gain", _turned(asking, "no-change", "sudden-gain", "a gain where there was no change")),
        ("loss", _turned(asking, "loss", "no-change", "no change where there was a loss")),
        ("finding", _finding(asking)),
    )
    for kind, made in kinds:
        try:
            found.append(_of_kind(asking, kind, made))
        except OutOfTime:
            found.append(_Found((), untold=(made.says,)))
    claims = tuple(claim for one in found for claim in one.claims)
    untold = tuple(says for one in found for says in one.untold)
    return Said(claims, len(kinds), untold, tuple(says for one in found for says in one.proved))


class _Found(NamedTuple):
    claims: tuple[Claim, ...]
    proved: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


def _of_kind(asking: Asking, kind: str, made: More) -> _Found:
    before, after = asking.asked, asked(asking.world, asking.framework, made.facts, tag=f"~{kind}")
    true = [*made.true, *_between(before, after, kind)]
    true += _only_for(asking.framework, before, after, alone=kind == "finding")
    true.append(z3.Not(any_of([before.hit[row.id] for row in asking.framework.verdicts if row.verdict in OPEN])))
    pair = [(asking.world.facts, before), (made.facts, after)]
    search = Searcher(asking.world, pair, asking.known, asking.clock, each=EACH, more=true)
    # As cases say it: nothing is missing, and what is called and how sure that is says how probable a gain or a loss is.
    plain = [before.plain, after.plain, *simple(asking.world.facts), *simple(made.facts)]
    return _pairs(asking, search, after, made.says, plain)


def _pairs(asking: Asking, search: Searcher, after: Asked, says: str, plain: Sequence[Term]) -> _Found:
    before, table = asking.asked, {row.id: row for row in asking.framework.verdicts}
    claims: list[Claim] = []
    worse: list[Term] = [after.height < before.height]
    known: set[tuple[str, str]] = set()
    sides = [Side(asking.framework, 0, "before"), Side(asking.framework, 1, f"and {says}")]
    while True:
        beside = f"{says}, besides these pairs of rows" if claims else says
        # First of all evidence, whatever is missing of it: where nothing is imagined at all it is proved.
        if search.possible(*worse) == "never":
            return _Found(tuple(claims), proved=(beside,))
        if len(claims) == PAIRS:
            return _Found(tuple(claims), untold=(f"{beside} (no more than {PAIRS} pairs of rows are looked for)",))
        answer = search.find([*worse, *plain], sides, partial(_worse, known))
        if answer.witness is None:
            return _left(tuple(claims), beside, answer)
        first, second = answer.witness.outcomes
        known.add((first.row, second.row))
        worse.append(z3.Not(all_of([before.hit[first.row], after.hit[second.row]])))
        claims.append(_claim(table[first.row], table[second.row], says, answer.witness.text))


def _left(claims: tuple[Claim, ...], beside: str, answer: Answer) -> _Found:
    """What is proved, and what is left open, where no case was found and not all evidence is answered for."""
    if answer.status == "never":
        return _Found(claims, (f"{beside}, {PLAIN}",), (f"{beside}, {NOT_PLAIN}",))
    if answer.never_where_sure:
        return _Found(claims, (f"{beside}, {SURELY}",), (f"{beside}, {NOT_SURELY}",))
    return _Found(claims, untold=(beside,))


def _claim(before: VerdictRow, after: VerdictRow, says: str, witness: str) -> Claim:
    said = f"{before.id} gives {before.verdict}; with {says}, {after.id} gives {after.verdict}"
    return told(
        after, ID, "query", [before.id, after.id], said, "shown", "let the row that is worse ask for more", witness
    )


def _worse(known: Collection[tuple[str, str]], outcomes: Sequence[Outcome]) -> bool:
    before, after = outcomes
    if before.verdict in OPEN or (before.row, after.row) in known or _against(after) - _against(before):
        return False
    return height(after.verdict) < height(before.verdict)


def _against(outcome: Outcome) -> set[str]:
    return {one.rule for one in outcome.drawn if one.limit or one.direction == "worse"}


def _measure(asking: Asking) -> More:
    code = asking.world.words.code
    facts, turns = _one_more(asking, lambda kind: kind == MOVES)
    true = [_just_one(turns.values())]
    for view in asking.world.facts.get(MOVES, ()):
        if view.name not in turns:
            continue
        call, sure = view.fields["call"], view.fields["probability"]
        gain = z3.Or(call.is_ == code("gradual-gain"), call.is_ == code("sudden-gain"))
        simple = [z3.Not(v.has) for name, v in view.fields.items() if name.startswith("probability_")]
        true.append(z3.Implies(turns[view.name], z3.And([call.has, sure.has, gain, sure.is_ >= SURE, *simple])))
    return More(facts, true, "a measure more that surely got better")


def _turned(asking: Asking, was: str, is_: str, says: str) -> More:
    code = asking.world.words.code
    turns, views, true = [], [], []
    may = unlike(asking.world, MOVES)
    for view in asking.world.facts.get(MOVES, ()):
        if view not in may:
            views.append(view)
            continue
        turn = z3.Bool(f"{was} turned {view.name}")
        call = view.fields["call"]
        simple = [z3.Not(v.has) for name, v in view.fields.items() if name.startswith("probability_")]
        true.append(z3.Implies(turn, z3.And([view.there, call.has, call.is_ == code(was), *simple])))
        turned = Value(call.type, call.has, z3.If(turn, code(is_), call.is_))
        views.append(view._replace(fields={**view.fields, "call": turned}))
        turns.append(turn)
    return More({**asking.world.facts, MOVES: views}, [*true, _just_one(turns)], says)


def _finding(asking: Asking) -> More:
    table = {p.kind for row in asking.framework.verdicts for p in patterns(row)}
    facts, turns = _one_more(asking, lambda kind: kind.startswith("signal/") and kind not in table and kind != MOVES)
    return More(facts, [_just_one(turns.values())], "one fact more, by which only rules for improvement fire besides")


def _one_more(asking: Asking, of: Callable[[str], bool]) -> tuple[dict[str, Sequence[View]], dict[str, Term]]:
    """The same facts, where one of these kinds that was not there may be; by name the terms that say that it is this one."""
    facts: dict[str, Sequence[View]] = dict(asking.world.facts)
    turns: dict[str, Term] = {}
    for kind in facts:
        if not of(kind):
            continue
        made, may = [], unlike(asking.world, kind)
        for view in facts[kind]:
            if view not in may:
                made.append(view)
                continue
            name = view.name if kind == MOVES else f"{kind}#{view.name}"
            turns[name] = z3.And(z3.Bool(f"turn {name}"), z3.Not(view.there))
            made.append(view._replace(there=z3.Or(view.there, z3.Bool(f"turn {name}"))))
        facts[kind] = made
    return facts, turns


def _just_one(turns: "object") -> Term:
    some = [(turn, 1) for turn in turns]  # type: ignore[attr-defined]
    return z3.PbEq(some, 1) if some else z3.BoolVal(False)


def _between(before: Asked, after: Asked, kind: str) -> list[Term]:
    """More gains or fewer losses: no less likely that more got better, no likelier that more got worse."""
    fewer = MISSING if kind == "measure" else ()
    found = [after.basis[name] == before.basis[name] for name in OUTSIDE if name not in fewer]
    found += [after.basis[name] <= before.basis[name] for name in fewer]
    found += _rounded_alike(before, after)
    if kind == "finding":
        return [*found, *(after.basis[name] == before.basis[name] for name in (*FROM_FACTS, *WORST))]
    good, bad = ("more_better", "more_better_at_worst"), ("more_worse", "more_lost", "more_lost_at_worst", SHARE)
    found += [after.basis[name] >= before.basis[name] for name in good]
    return [*found, *(after.basis[name] <= before.basis[name] for name in bad)]


def _rounded_alike(before: Asked, after: Asked) -> list[Term]:
    """What is rounded is rounded alike: where no more was lost than before, no greater number or share is said to be."""
    one, other = before.moves.sums, after.moves.sums
    both = (before, one), (after, other)
    found: list[Term] = []
    for (low, lows), (high, highs) in (both, both[::-1]):
        for way in one:
            no_more = lows[way] <= highs[way]
            found.append(z3.Implies(no_more, low.basis[f"expected_{way}"] <= high.basis[f"expected_{way}"]))
        for name, ways in (("worse_share", ("worse",)), ("lost_share", ("worse", "faded"))):
            no_more = z3.Sum([lows[way] for way in ways]) <= z3.Sum([highs[way] for way in ways])
            of_no_fewer = low.basis["judged"] >= high.basis["judged"]
            found.append(z3.Implies(z3.And(no_more, of_no_fewer), low.basis[name] <= high.basis[name]))
    return found


def _only_for(framework: Framework, before: Asked, after: Asked, *, alone: bool) -> list[Term]:
    """No rule fires besides that counts against; and `alone` no other rule but those for improvement, of which one does."""
    against = [rule.id for rule in framework.rules if rule.conclude.limit or rule.conclude.direction == "worse"]
    if not alone:
        return [z3.Implies(_formula(after.fires[name]), _formula(before.fires[name])) for name in against]
    for_, others = list[str](), list[str]()
    for rule in framework.rules:
        (for_ if _for_improvement(rule) else others).append(rule.id)
    same = [_formula(before.fires[name]) == _formula(after.fires[name]) for name in others]
    kept = [z3.Implies(_formula(before.fires[name]), _formula(after.fires[name])) for name in for_]
    new = any_of([all_of([after.fires[name], z3.Not(_formula(before.fires[name]))]) for name in for_])
    return [*same, *kept, _formula(new)]


def _for_improvement(rule: Rule) -> bool:
    end = rule.conclude
    return end.limit is None and end.direction != "worse" and bool(end.standing or end.direction == "better")


def _formula(term: Term) -> Term:
    return z3.BoolVal(term) if isinstance(term, bool) else term
