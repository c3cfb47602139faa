"""Everything in which two frameworks differ, in words, each with evidence of which they make something else."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from inspector.framework.implied import entry_implied
from inspector.model.framework_changes import Change, Changes, Differs, Of, Shown, Sort
from inspector.model.ladder import Standing, rank
from inspector.model.outcome import Outcome
from inspector.model.rules import Framework, Rule, VerdictRow
from inspector.workbench.differing.conclusions import concludes, conclusion, top, words_of
from inspector.workbench.differing.conditions import said
from inspector.workbench.differing.finder import Finder, Found, fires_by
from inspector.workbench.differing.rest import own_words, rest, themes, waivers
from inspector.workbench.theory.clock import Clock
from inspector.workbench.theory.witness import Shows, verdict_and_row

Entry = Rule | VerdictRow


def diff(old: tuple[Path, Framework], new: tuple[Path, Framework], clock: Clock) -> Changes:
    """Everything in which two frameworks without errors differ, in words; evidence of it as long as the clock has time left.

    Raises CannotComplete where rules cannot be compiled.
    """
    before, after = old[1], new[1]
    finder = Finder(old, new, clock)
    # All their own cases come first: a solver may use up for one difference what time there is.
    tuple(_changes(before, after, finder))
    finder.ready()
    changes = tuple(_changes(before, after, finder))
    return Changes(_of(*old), _of(*new), finder.solver, changes)


def _changes(old: Framework, new: Framework, finder: Finder) -> Iterator[Change]:
    yield from rest(old, new)
    yield from own_words(old, new)
    yield from themes(old, new)
    yield from _ways(old, new, finder)
    yield from _rules(old, new, finder)
    yield from _rows(old, new, finder)
    yield from _order(old, new, finder)
    yield from waivers(old, new)


def _of(place: Path, one: Framework) -> Of:
    return Of(one.id, one.version, one.digest, place.as_posix())


def _ways(old: Framework, new: Framework, finder: Finder) -> Iterator[Change]:
    """Themes that no longer can stand as high as they could, and those that now can stand higher."""
    there = {theme.id: theme for theme in new.themes}
    for theme in old.themes:
        then, now = top(old, theme.id), top(new, theme.id)
        if theme.id not in there or then == now:
            continue
        where = there[theme.id].where
        if rank(now) < rank(then):
            says = f"{theme.id} lost its way to {then}: no rule of it gives more than {now} now"
            found = _stands_lower(theme.id, then, finder)
            yield Change("theme", theme.id, "stricter", (says,), where, *_evidence(found))
        else:
            says = f"{theme.id} can now come to {now}: no rule of it gave more than {then}"
            yield Change("theme", theme.id, "looser", (says,), where)


def _stands_lower(theme: str, then: Standing, finder: Finder) -> Found:
    def lower(outcomes: Sequence[Outcome]) -> bool:
        return rank(outcomes[0].standings[theme]) >= rank(then) > rank(outcomes[1].standings[theme])

    def expects(outcome: Outcome) -> Mapping[str, object]:
        return {"standings": {theme: outcome.standings[theme]}}

    def says(outcome: Outcome) -> str:
        return f"{theme} stands at {outcome.standings[theme]}"

    goal: Callable[[Any], Any] = lambda s: s.stands(theme, rank(then))  # noqa: E731
    return _asked(finder, lower, goal, expects, says, f"{theme} no longer comes to {then}")


def _rules(old: Framework, new: Framework, finder: Finder) -> Iterator[Change]:
    before, after = {rule.id: rule for rule in old.rules}, {rule.id: rule for rule in new.rules}
    for name, rule in after.items():
        if name not in before:
            found = _fires(finder, name, by_new=True)
            yield Change("rule", name, "new", (f"{name} is new: {conclusion(rule)}",), rule.where, *_evidence(found))
        else:
            yield from _rule(before[name], rule, finder)
    for name, rule in before.items():
        if name not in after:
            found = _fires(finder, name, by_new=False)
            yield Change("rule", name, "gone", (f"{name} is gone: {conclusion(rule)}",), rule.where, *_evidence(found))


def _rule(old: Rule, new: Rule, finder: Finder) -> Iterator[Change]:
    if ends := tuple(concludes(old, new)):
        found = _both_fire(new, finder)
        says = tuple(f"{new.id} {text}" for text in ends)
        yield Change("rule", new.id, "concludes-otherwise", says, new.where, *_evidence(found))
    asks = tuple(said(old, new))
    if asks or _written(old) != _written(new):
        yield _asks(old, new, asks, _fires(finder, new.id, by_new=False), _fires(finder, new.id, by_new=True))
    if told := words_of(old, new):
        yield Change("rule", new.id, "words", (f"{new.id} says it otherwise: {told}",), new.where)


def _both_fire(rule: Rule, finder: Finder) -> Found:
    def both(outcomes: Sequence[Outcome]) -> bool:
        return all(rule.id in one.findings for one in outcomes)

    end = rule.conclude
    expects = {
        "directions": {rule.id: end.direction},
        "supports": {rule.id: end.standing or "none"},
        "limits": {rule.id: end.limit or "none"},
    }
    name = f"{rule.id} concludes otherwise"
    return _asked(finder, both, lambda s: s.both_fire(rule.id), lambda _: expects, partial(_concluded, rule.id), name)


def _rows(old: Framework, new: Framework, finder: Finder) -> Iterator[Change]:
    before, after = {row.id: row for row in old.verdicts}, {row.id: row for row in new.verdicts}
    for name, row in after.items():
        if name in before:
            yield from _row(before[name], row, finder)
        else:
            found = _left(finder, name, by_new=True)
            yield Change("row", name, "new", (f"{name} is new: it gives {row.verdict}",), row.where, *_evidence(found))
    for name, row in before.items():
        if name not in after:
            found = _left(finder, name, by_new=False)
            yield Change("row", name, "gone", (f"{name} is gone: it gave {row.verdict}",), row.where, *_evidence(found))


def _row(old: VerdictRow, new: VerdictRow, finder: Finder) -> Iterator[Change]:
    name = new.id
    if old.verdict != new.verdict:
        both: Shows = lambda outcomes: all(one.row == name for one in outcomes)  # noqa: E731
        found = _asked(
            finder, both, lambda s: s.both_hit(name), verdict_and_row, _verdict, f"{name} gives another verdict"
        )
        says = f"{name} gives {new.verdict}, where it gave {old.verdict}"
        yield Change("row", name, "concludes-otherwise", (says,), new.where, *_evidence(found))
    asks = tuple(said(old, new))
    if asks or _written(old) != _written(new):
        yield _asks(old, new, asks, _left(finder, name, by_new=False), _left(finder, name, by_new=True))
    if told := words_of(old, new):
        yield Change("row", name, "words", (f"{name} says it otherwise: {told}",), new.where)


def _asks(old: Entry, new: Entry, asks: tuple[str, ...], lost: Found, won: Found) -> Change:
    """Whether a rule or row became stricter, looser, neither or both, with evidence for each."""
    differs: Differs = "other"
    told = lost.never is not None and won.never is not None
    if lost.never and won.never:
        differs = "same"
    elif won.never and lost.shown:
        differs = "stricter"
    elif lost.never and won.shown:
        differs = "looser"
    elif not told:
        differs, told = _by_conditions(old, new), False
    head = {
        "same": f"{new.id} is written otherwise, and comes to the same",
        "stricter": f"{new.id} became stricter",
        "looser": f"{new.id} became looser",
    }.get(differs, f"{new.id} asks for something else{_both_ways(lost, won)}")
    sort: Sort = "rule" if isinstance(new, Rule) else "row"
    return Change(
        sort, new.id, differs, (head, *(f"it {text}" for text in asks)), new.where, *_evidence(lost, won, told=told)
    )


def _both_ways(lost: Found, won: Found) -> str:
    both = lost.shown is not None and won.shown is not None
    return ": of some evidence it became stricter, of other evidence looser" if both else ""


def _by_conditions(old: Entry, new: Entry) -> Differs:
    """What the conditions alone say, where nobody else can tell."""
    one, other = (row if isinstance(row, VerdictRow) else _as_row(row) for row in (old, new))
    if entry_implied(one, other):
        return "same" if entry_implied(other, one) else "stricter"
    return "looser" if entry_implied(other, one) else "other"


def _as_row(rule: Rule) -> VerdictRow:
    return VerdictRow(id=rule.id, verdict="static", when=rule.when, unless=rule.unless, says="", where=rule.where)


def _order(old: Framework, new: Framework, finder: Finder) -> Iterator[Change]:
    """Rows that stand in another order among those that both have."""
    before = [row.id for row in old.verdicts if row.id in {one.id for one in new.verdicts}]
    after = [row.id for row in new.verdicts if row.id in before]
    for name in after:
        over = [one for one in after[after.index(name) + 1 :] if before.index(one) < before.index(name)]
        if over:
            where = next(row.where for row in new.verdicts if row.id == name)
            found = _left(finder, name, by_new=True)
            says = f"{name} now stands above {', '.join(over)}"
            says += ", and no evidence tells the two orders apart" if found.never else ""
            yield Change("table", name, "moved", (says,), where, *_evidence(found))


def _written(entry: Entry) -> Any:
    def bare(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {name: bare(part) for name, part in value.items() if name not in ("where", "places")}
        return [bare(part) for part in value] if isinstance(value, list | tuple) else value

    return bare([part.model_dump() for part in entry.when]), bare([part.model_dump() for part in entry.unless])


def _fires(finder: Finder, rule: str, *, by_new: bool) -> Found:
    def expects(outcome: Outcome) -> Mapping[str, object]:
        return {"findings_include" if rule in outcome.findings else "not_findings": [rule]}

    def says(outcome: Outcome) -> str:
        return f"{rule} {'fires' if rule in outcome.findings else 'does not fire'}; {_verdict(outcome)}"

    name = f"{rule} {'fires now' if by_new else 'fires no longer'}"
    return _asked(finder, fires_by(rule, by_new=by_new), lambda s: s.fires(rule, by_new=by_new), expects, says, name)


def _left(finder: Finder, row: str, *, by_new: bool) -> Found:
    def shows(outcomes: Sequence[Outcome]) -> bool:
        one, other = (outcomes[1], outcomes[0]) if by_new else outcomes
        return one.row == row != other.row

    name = f"{row} {'gives the verdict now' if by_new else 'gives the verdict no longer'}"
    return _asked(finder, shows, lambda s: s.row_left(row, by_new=by_new), verdict_and_row, _verdict, name)


def _asked(finder: Finder, shows: Shows, goal: Callable[[Any], Any], expects: Any, says: Any, name: str) -> Found:
    """A search; what a solver is asked for is made, out of `solver`, only where there is one."""

    def made(old: Any, new: Any) -> Any:
        from inspector.workbench.differing import solver

        return goal(solver)(old, new)

    return finder.find(shows, made, expects, says, name)


def _evidence(*found: Found, told: bool = True) -> tuple[bool, tuple[Shown, ...], bool]:
    """The last three values of a change: whether it is found out, what shows it, and whether there was no time to look."""
    return told, tuple(one.shown for one in found if one.shown is not None), any(one.late for one in found)


def _verdict(outcome: Outcome) -> str:
    return f"{outcome.verdict} by {outcome.row}"


def _concluded(rule: str, outcome: Outcome) -> str:
    stands = {one.theme for one in outcome.drawn if one.rule == rule}
    where = ", ".join(f"{theme} stands at {outcome.standings[theme]}" for theme in sorted(stands))
    return f"{where}; {_verdict(outcome)}"
