"""A submission judged again: what it was judged to be then, what it is now, and which rules make the difference.

Where both frameworks are at hand nothing is guessed: frameworks between the two are made and the same evidence is judged by
each of them, the one with one rule as it is now, then, where no rule does it alone, with as few as do it together.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from inspector.framework.vocabulary import extend
from inspector.judging import observing, settling
from inspector.judging.rulebooks import Rulebook
from inspector.judging.settling import Workings
from inspector.model.again import Again, Cause, Part
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.problems import CannotComplete
from inspector.model.rules import Framework
from inspector.model.traces import Trace
from inspector.workbench.other_rules import between, differences, makes
from inspector.workbench.sound import is_sound
from inspector.workbench.told import Told, findings_moved, of_inspection, rested_on, themes_moved

MOST = 120
"""Of frameworks that differ in more parts than so many nobody wants to know which part it was: they are two frameworks."""
Reached = Callable[[Told], bool]


class Both(NamedTuple):
    """What this engine makes of one bundle by the framework of then, where that is at hand, and by that of now."""

    then: Workings | None
    now: Workings


def judged(work: Callable[[str], Workings], then: str | None, now: str) -> Both:
    """What `work` makes of one bundle by the framework of then, where that is at hand, and by that of now. Raises as it does."""
    found = work(now)
    if then is None or then == now:
        return Both(None if then is None else found, found)
    return Both(work(then), found)


def again(
    submission: int, authority: str, root: str, both: Both, stored: Told | None = None, notes: tuple[str, ...] = ()
) -> Again:
    """The submission as it was judged then and is judged now. Then is what a `stored` result says, else the framework of then."""
    after = of_inspection(both.now.inspection)
    base = None if both.then is None else of_inspection(both.then.inspection)
    then = stored or base or after
    first = base or then
    ask = _asked(both)
    moved = themes_moved(then, after)
    # Of what the engine changed by itself no rule is the cause.
    by_rules = {theme.theme for theme in themes_moved(first, after)}
    themes = [
        theme.model_copy(update={"cause": ask(partial(_stands, theme.theme, theme.now))})
        if theme.theme in by_rules
        else theme
        for theme in moved
    ]
    found = both.now.inspection
    return Again(
        submission=submission,
        authority=authority,
        root=root,
        period_start=found.period_start,
        period_end=found.period_end,
        then=then.side,
        now=after.side,
        between=base.side if base and stored and _other(base, stored) else None,
        findings=findings_moved(then, after) if then.side.framework == after.side.framework else (),
        themes=tuple(themes),
        rested=rested_on(then, after) if _other(then, after) else (),
        notes=notes,
        cause=ask(partial(_judged_so, after)) if _other(first, after) else Cause(),
    )


def _other(one: Told, two: Told) -> bool:
    return (one.side.verdict, one.side.row) != (two.side.verdict, two.side.row)


def _stands(theme: str, standing: object, found: Told) -> bool:
    return theme in found.themes and found.themes[theme][1] == standing


def _judged_so(after: Told, found: Told) -> bool:
    return not _other(found, after)


def _asked(both: Both) -> Callable[[Reached], Cause]:
    """What asks which parts make a difference; it knows of none where the framework of then is not at hand, or quite another."""
    nobody: Callable[[Reached], Cause] = lambda _: Cause()  # noqa: E731
    if both.then is None:
        return nobody
    old, new = both.then.rulebook.framework, both.now.rulebook.framework
    parts = differences(old, new)
    if old.id != new.id or not parts or len(parts) > MOST:
        return nobody
    tried = Tried(both.then, both.now)

    def ask(reached: Reached) -> Cause:
        def does(taken: frozenset[Part]) -> bool:
            found = tried(taken)
            return found is not None and reached(found)

        all_it_takes, others = makes(parts, does)
        return Cause(parts=all_it_takes, others=others)

    return ask


class Tried:
    """What frameworks between two make of one bundle, each asked once."""

    def __init__(self, then: Workings, now: Workings) -> None:
        self._then, self._now = then, now
        self._known: dict[frozenset[Part], Told | None] = {}
        self._observed: dict[bool, tuple[Evidence, tuple[Fact, ...], tuple[Trace, ...]]] = {}

    def __call__(self, taken: frozenset[Part]) -> Told | None:
        """What the framework of then makes of it with those parts as they are now; None where it has errors then."""
        if taken not in self._known:
            self._known[taken] = self._judged(taken)
        return self._known[taken]

    def _judged(self, taken: frozenset[Part]) -> Told | None:
        rulebook = self._rulebook(between(self._then.rulebook.framework, self._now.rulebook.framework, taken))
        if rulebook is None:
            return None
        # Known measures and derivations are of the rest: with it the evidence is as the other framework has it.
        evidence, facts, traces = self._seen(any(part.sort == "rest" for part in taken))
        try:
            found = settling.settle_observed(rulebook, evidence, facts, traces, matcher="reference")
        except CannotComplete:
            return None
        return of_inspection(found.inspection)

    def _seen(self, rest: bool) -> tuple[Evidence, tuple[Fact, ...], tuple[Trace, ...]]:
        if rest not in self._observed:
            workings = self._now if rest else self._then
            evidence = workings.submitted or workings.evidence
            self._observed[rest] = (evidence, *observing.observe(evidence))
        return self._observed[rest]

    def _rulebook(self, framework: Framework) -> Rulebook | None:
        known = self._then.rulebook.known
        return Rulebook(framework, known, extend(framework, known)) if is_sound(framework, known) else None
