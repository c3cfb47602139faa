"""A case that would notice a change which no case notices, where one is found by little steps from what there is.

One that was suggested for another change of the same rule is suggested again where it would notice this one too.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from inspector.framework.cases import cases_of
from inspector.framework.yaml_source import parse
from inspector.model.cases import Case
from inspector.model.problems import CannotComplete
from inspector.model.rules import Rule, VerdictRow
from inspector.workbench.judging.case_text import case_text
from inspector.workbench.judging.cases import Run
from inspector.workbench.judging.mutating.mutant import Mutant
from inspector.workbench.judging.opened import Opened
from inspector.workbench.judging.suggesting.built import built
from inspector.workbench.judging.suggesting.expecting import expecting, expecting_words
from inspector.workbench.judging.suggesting.moves import Moves, asked, kinds_of
from inspector.workbench.judging.suggesting.situation import Situation
from inspector.workbench.judging.suggesting.telling import Telling

TRIED = 2_000
"""Situations that are tried for one change."""
SEEDS = 12
"""Cases to begin from, those nearest to the rule first."""
WRITTEN = 5
"""Situations that tell the two apart and are written as a case, until one holds when it is read back."""
Entry = Rule | VerdictRow


class Suggesting:
    """Looks for cases from those that pass."""

    def __init__(self, found: Opened, passing: Sequence[Run]) -> None:
        self._found = found
        self._suggested: dict[str, list[tuple[str, Case]]] = {}
        self._runs = [run for run in passing if run.given is not None and run.outcome is not None]

    def case(self, mutant: Mutant) -> tuple[str, str]:
        """The case as YAML, and why there is none; one of the two is empty."""
        try:
            telling = Telling(self._found.compiled, mutant)
        except CannotComplete as failure:
            return "", str(failure.problems[0].message)
        for text, case in self._suggested.get(mutant.of, ()):
            if telling.quickly(case) and telling.noticed(case):
                return text, ""
        tried = 0
        apart = 0
        for one in islice(self._candidates(mutant, telling), TRIED):
            tried += 1
            if telling.apart(one) is None:
                continue
            apart += 1
            text = self._written(mutant, telling, one)
            if text:
                return text, ""
            if apart >= WRITTEN:
                return "", "what tells the two apart cannot be stated in a case"
        return "", f"of {tried} situations near the cases none tells the two apart; it may be that none can"

    def of(self, mutant: Mutant, situations: Iterable[Situation]) -> str:
        """A case out of the first of these situations that tells the change and can be stated; empty where none can."""
        try:
            telling = Telling(self._found.compiled, mutant)
        except CannotComplete:
            return ""
        return next((text for one in situations if (text := self._written(mutant, telling, one))), "")

    def _candidates(self, mutant: Mutant, telling: Telling) -> Iterator[Situation]:
        old, new = self._entries(mutant)
        entries = [one for one in (old, *new) if one is not None]
        seeds = list(islice(self._seeds(old), SEEDS))
        made = [built(self._found.compiled, one) for one in entries]
        begun = [*made, *seeds] if isinstance(old, VerdictRow) else [*seeds, *made]
        yield from begun
        # What a row is masked by has to give way before the row itself is heard.
        rows = {row.id: row for row in self._found.framework.verdicts}
        masks = {telling.row(one) for one in made} if isinstance(old, VerdictRow) else set[str]()
        others = [rows[name] for name in sorted(masks) if name in rows and name != old.id]
        moves = Moves(self._found.compiled, old, None, (*new, *others))
        yield from chain.from_iterable(_turns([moves.of(one) for one in begun]))
        for one in begun[:3]:
            for nearer in moves.of(one):
                yield from moves.of(nearer)

    def _entries(self, mutant: Mutant) -> tuple[Entry, list[Entry]]:
        """What was changed, and what it became; of rows that change places both."""
        framework = self._found.framework
        if mutant.rule is not None:
            return next(rule for rule in framework.rules if rule.id == mutant.of), [mutant.rule]
        now = mutant.rows or ()
        old = next(row for row in framework.verdicts if row.id == mutant.of)
        place = framework.verdicts.index(old)
        return old, [row for row in now[place : place + 2] if row is not old]

    def _seeds(self, entry: Entry) -> Iterator[Situation]:
        """What cases give, those first in which the rule fires or the row comes, then those with most that it reads."""
        kinds = kinds_of(entry)

        def near(run: Run) -> tuple[bool, int, int]:
            facts = run.case.facts or ()
            outcome = run.outcome
            comes = outcome is not None and entry.id in (*outcome.findings, outcome.row)
            return not comes, -len(kinds & {fact.kind for fact in facts}), len(facts)

        for run in sorted(self._runs, key=near):
            yield Situation(run.case.facts or (), run.case.trust, run.case.stated)

    def _written(self, mutant: Mutant, telling: Telling, one: Situation) -> str:
        """The case as YAML, no longer than it has to be; empty where it does not hold when it is read back."""
        wanted = _stating(telling, one)
        if not wanted:
            return ""
        old, new = self._entries(mutant)
        kept = set[tuple[str, str]]().union(*(asked(entry) for entry in (old, *new)))
        # Where less tells more besides, as when what hid the verdict is gone, it is less all the same.
        least = _least(one, kept, lambda less: set(_stating(telling, less)) >= set(wanted))
        expect = _stating(telling, least)
        name = f"{mutant.of}: it matters that {mutant.was}"
        text = case_text(name, least.facts, dict(least.stated), expect, least.trust)
        cases, problems = cases_of(parse(text.encode(), "suggested.yaml"), self._found.compiled.vocabulary)
        if len(cases) != 1 or problems or not telling.noticed(cases[0]):
            return ""
        self._suggested.setdefault(mutant.of, []).append((text, cases[0]))
        return text


def _stating(telling: Telling, one: Situation) -> dict[str, Any]:
    both = telling.apart(one)
    if both is None:
        return {}
    found = expecting(*both)
    words = None if found else telling.words(one)
    return found if words is None else expecting_words(*words)


def _least(one: Situation, kept: Collection[tuple[str, str]], does: Callable[[Situation], bool]) -> Situation:
    """The situation with every fact and field left out that it does not need, but for fields that are to be kept.

    `does` says whether what is left still does.
    """
    place = 0
    while place < len(one.facts):
        less = one.without(place)
        if does(less):
            one = less
        else:
            place += 1
    for place, fact in enumerate(one.facts):
        for name in (name for name in fact.fields if (fact.kind, name) not in kept):
            less = one.with_field(place, name, None)
            one = less if does(less) else one
    for name, _ in one.stated:
        less = one.stating(name, None)
        one = less if does(less) else one
    return one


def _turns(some: Iterable[Iterator[Situation]]) -> Iterator[list[Situation]]:
    """A few of each in turn, until all are done."""
    left = list(some)
    while left:
        for one in list(left):
            few = list(islice(one, 20))
            if few:
                yield few
            else:
                left.remove(one)
