"""What a case states held against what came of it, every difference in words."""

from collections.abc import Iterable, Sequence
from typing import Any

from inspector.model.cases import NONE, ByRule, Case
from inspector.model.ladder import rank
from inspector.model.outcome import Drawn, Outcome
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import did_you_mean
from inspector.model.rules import Framework
from inspector.model.words import plural

Differences = list[str]


def differences(case: Case, outcome: Outcome) -> Differences:
    """What came otherwise than the case states; empty where all came so."""
    found = _Found(outcome.drawn)
    return [
        *_fired(case, outcome),
        *found.times(case),
        *found.words(case.directions, "speaks", lambda one: one.direction),
        *found.words(case.limits, "holds its theme down to", lambda one: one.limit or NONE),
        *found.supported(case.supports),
        *found.carried(case),
        *found.texts(case.says, "says", lambda one: (one.says,)),
        *found.texts(case.asks, "asks", lambda one: one.ask),
        *_settled(case, outcome),
    ]


def agrees(case: Case, outcome: Outcome) -> bool:
    """Whether all came as the case states."""
    return not differences(case, outcome)


def _fired(case: Case, outcome: Outcome) -> Differences:
    found, wrong = set(outcome.findings), Differences()
    missing = sorted(set(case.fire) - found)
    wrong += [f"did not fire: {', '.join(missing)}"] if missing else []
    extra = sorted(found - set(case.findings)) if case.findings is not None else []
    extra = sorted({*extra, *(found & set(case.not_findings))})
    wrong += [f"fired, and should not: {', '.join(extra)}"] if extra else []
    withdrawn = {one.rule for one in outcome.drawn if one.withdrawn}
    heard = sorted((set(case.withdrawn) & found) - withdrawn)
    return [*wrong, *([f"not withdrawn: {', '.join(heard)}"] if heard else [])]


def _settled(case: Case, outcome: Outcome) -> Differences:
    wrong = [
        f"{theme} stands at {came}, not {standing}"
        for theme, standing in case.standings
        if (came := outcome.standings[theme]) != standing
    ]
    if case.verdict is not None and case.verdict != outcome.verdict:
        wrong.append(f"the verdict is {outcome.verdict} (row {outcome.row}), not {case.verdict}")
    if case.row is not None and case.row != outcome.row:
        wrong.append(f"the row is {outcome.row}, not {case.row}")
    missing = [text for text in case.verdict_says if text not in outcome.says]
    return [*wrong, *(f"the verdict does not say {shown(text)}, but {shown(outcome.says)}" for text in missing)]


class _Found:
    """The findings that came, by rule. Of a rule that did not fire nothing more is said than that."""

    def __init__(self, drawn: Iterable[Drawn]) -> None:
        self._by_rule: dict[str, list[Drawn]] = {}
        for one in drawn:
            self._by_rule.setdefault(one.rule, []).append(one)

    def words(self, expected: ByRule, verb: str, reads: Any) -> Differences:
        """A word that all findings of a rule have alike."""
        return [
            f"{rule} {verb} {came}, not {word}"
            for rule, word in expected
            for came in dict.fromkeys(map(reads, self._by_rule.get(rule, ())))
            if came != word
        ]

    def times(self, case: Case) -> Differences:
        """How often a rule fires: once for each set of facts that fits it."""
        return [
            f"{rule} fired {plural(came, 'time')}, not {many}"
            for rule, many in case.times
            if (rule in self._by_rule or not many) and (came := len(self._by_rule.get(rule, ()))) != many
        ]

    def supported(self, expected: ByRule) -> Differences:
        """The highest standing that the findings of a rule support."""
        wrong = []
        for rule, word in expected:
            if rule in self._by_rule:
                reached = [one.standing for one in self._by_rule[rule] if one.standing is not None]
                came = max(reached, key=rank, default=NONE)
                wrong += [f"{rule} supports {came}, not {word}"] if came != word else []
        return wrong

    def carried(self, case: Case) -> Differences:
        """Fields that one of the findings carries, all of them together."""
        wrong = []
        for rule, values in case.carried:
            came = [dict(one.carried) for one in self._by_rule.get(rule, ())]
            if came and not any(all(one.get(name) == value for name, value in values) for one in came):
                said = ", ".join(f"{name} {value}" for name, value in values)
                wrong.append(f"{rule} carries {_all(came)}, not {said}")
        return wrong

    def texts(self, expected: ByRule, verb: str, reads: Any) -> Differences:
        """A text that stands in one of the sentences."""
        wrong = []
        for rule, text in expected:
            came: list[str] = [said for one in self._by_rule.get(rule, ()) for said in reads(one)]
            if rule in self._by_rule and not any(text in said for said in came):
                wrong.append(f"{rule} never {verb} {shown(text)}, but {'; '.join(map(shown, came)) or 'nothing'}")
        return wrong


def _all(came: Sequence[dict[str, Any]]) -> str:
    some = [", ".join(f"{name} {value}" for name, value in one.items()) or "nothing" for one in came]
    return "; ".join(dict.fromkeys(some))


def unknown_names(framework: Framework, case: Case) -> list[Problem]:
    """Rules, themes and rows that a case states something of and that do not exist: misspelt, it could pass for ever."""
    rules, themes = [rule.id for rule in framework.rules], [theme.id for theme in framework.themes]
    named = [("rule", name, rules) for name in dict.fromkeys((*case.fire, *case.not_findings))]
    named += [("theme", name, themes) for name, _ in case.standings]
    named += [("row", case.row, [row.id for row in framework.verdicts])] if case.row else []
    return [_unknown(case.where, case.name, kind, name, known) for kind, name, known in named if name not in known]


def _unknown(where: Where, case: str, kind: str, name: str, known: Sequence[str]) -> Problem:
    message = f"{shown(case)} names a {kind} {name!r} that is not there"
    return Problem(rule="case-unknown", level="error", where=where, message=message, fix=did_you_mean(name, known))
