"""Why a case came otherwise than it states: for a rule that did not fire what came nearest, for one that fired what fired it."""

from collections.abc import Iterator, Mapping

from inspector.model.cases import Case
from inspector.model.facts import Fact, Scalar
from inspector.model.ladder import rank
from inspector.model.outcome import Outcome
from inspector.model.problems import CannotComplete
from inspector.model.rules import Rule, VerdictRow
from inspector.rules.why_not import Account, Lack, why_not
from inspector.workbench.judging import spelt
from inspector.workbench.judging.cases import Run
from inspector.workbench.judging.compiled import Compiled

MOST_ROWS = 3
"""So many rows with the verdict that a case states are accounted for."""


def why(compiled: Compiled, run: Run) -> tuple[str, ...]:
    """Of a case that rests on facts and did not pass, what came nearest to what it states, a line each thing."""
    if run.passed or run.given is None or run.outcome is None:
        return ()
    fired = compiled.fired(run.given, told=False)
    settled = compiled.settled(run.given, fired)
    facts = {**fired.facts, **settled.table}
    told = _Why(compiled, run.case, run.outcome, facts)
    return (*told.rules(), *told.standings(), *told.table())


class _Why:
    """The words for one case; `facts` are all that rules and table could read."""

    def __init__(self, compiled: Compiled, case: Case, outcome: Outcome, facts: Mapping[str, Fact]) -> None:
        self._compiled, self._case, self._outcome, self._facts = compiled, case, outcome, facts

    def rules(self) -> Iterator[str]:
        """Rules that did not fire as stated, and those that fired against what is stated."""
        case, found = self._case, set(self._outcome.findings)
        for name in case.fire:
            if name not in found and name in self._compiled.programs:
                yield f"{name} did not fire: {self._lacks(self._compiled.programs[name].entry)}"
        stated = set(case.findings) if case.findings is not None else found
        for one in self._outcome.drawn:
            if one.rule in (found - stated) | (found & set(case.not_findings)):
                yield f"{one.rule} fired by {', '.join(one.facts) or 'nothing'}"

    def standings(self) -> Iterator[str]:
        """For each theme that stands otherwise the findings that raise it and those that hold it down."""
        for theme, wanted in self._case.standings:
            came = self._outcome.standings[theme]
            if came != wanted:
                mine = [one for one in self._outcome.drawn if one.theme == theme and not one.withdrawn]
                raising = [f"{one.rule} supports {one.standing}" for one in mine if one.standing]
                holding = [f"{one.rule} holds it at {one.limit}" for one in mine if one.limit]
                said = "; ".join([*raising, *holding]) or "no finding speaks on it"
                way = "higher" if rank(came) > rank(wanted) else "lower"
                yield f"{theme} stands {way} than stated: {said}"

    def table(self) -> Iterator[str]:
        """The row that came, and why the one that was stated, or rows of the verdict stated, did not hold before it."""
        case, came = self._case, self._outcome
        if (case.row or came.row) == came.row and (case.verdict or came.verdict) == came.verdict:
            return
        yield f"the first row that holds is {came.row}"
        rows = self._compiled.framework.verdicts
        wanted = [row for row in rows if (row.id == case.row if case.row else row.verdict == case.verdict)]
        order = [row.id for row in rows]
        for row in wanted[:MOST_ROWS]:
            if order.index(row.id) > order.index(came.row):
                yield f"{row.id} comes after {came.row}"
            else:
                yield f"{row.id} does not hold: {self._lacks(row)}"

    def _lacks(self, entry: Rule | VerdictRow) -> str:
        compiled = self._compiled
        try:
            accounts = why_not(compiled.framework, entry, self._facts.values(), compiled.known)
        except CannotComplete as failure:
            return str(failure.problems[0].message)
        wrong = [_account(one) for one in accounts if one.held == (one.part == "unless")]
        return "; ".join(wrong) or "its parts hold one by one, and no facts fit all of them together"


def _account(one: Account) -> str:
    if one.part == "unless":
        return f"taken away by {one.alias} ({', '.join(near.fact for near in one.nearest)})"
    if not one.nearest:
        return f"{one.alias}: no {one.kind} is given"
    near = one.nearest[0]
    if not near.lacks:
        return f"{one.alias}: {near.fact} fits by itself"
    return f"{one.alias}: nearest is {near.fact}, with {', '.join(map(_lack, near.lacks))}"


def _lack(one: Lack) -> str:
    found = "no " + one.field if one.found is None else f"{one.field} {_value(one.found)}"
    wanted = " or ".join(map(_value, one.wanted)) or "what the earlier fact does not say"
    return f"{found}, not {'' if one.operator == '==' else one.operator + ' '}{wanted}"


def _value(one: Scalar) -> str:
    return spelt.value(one)
