"""A rule fires whatever is submitted.

What:
    A rule that wants no fact, only counts that anything meets (`is: ">= 0"`), so that it fires for an empty folder; or one that
    concludes worse, better or a limit for everybody who hands in a record of some sort, whatever stands in it.

Why:
    What is said of all says nothing of anybody. A limit that everybody meets is a ceiling that nobody sees in the words.

Bad:
    when: {n: {count: {signal: trajectory, call: loss}, is: ">= 0"}}
    conclude: {direction: worse}

Good:
    when: {n: {count: {signal: trajectory, call: loss}, is: ">= 2"}}
    conclude: {direction: worse}

Waive:
    Where a finding is meant for everybody: say what it tells them.
"""

from inspector.lints._grounds import grounds, present
from inspector.lints._implies import Known, needs, numbers
from inspector.lints._ranges import Span, within
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Pattern, Rule, Tally

ID = "always-fires"
FAMILY = "structure"
LEVEL = "error"
ANY = (Span(0),)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule that says the same of everybody."""
    known = Known.of(framework, vocabulary)
    return tuple(problem for rule in framework.rules if not rule.unless and (problem := _always(rule, known)))


def _always(rule: Rule, known: Known) -> Problem | None:
    tallies = [part for part in rule.when if isinstance(part, Tally)]
    if len(tallies) == len(rule.when) and all(t.of is None and within(ANY, numbers(t)) for t in tallies):
        return remark(
            ID, rule.where, f"{rule.id} fires even where nothing is submitted", "a condition that wants something"
        )
    end = rule.conclude
    if (end.direction == "neither" and end.limit is None) or end.standing is not None:
        return None
    wants = [need.part for need in needs(rule, known)]
    if any(isinstance(part, Tally) or part.kind not in known.vocabulary or _joined(part) for part in wants):
        return None
    if any(one.field.role != "name" or one.field.open for one in grounds(rule, known)):
        return None
    what = ", ".join(dict.fromkeys(pattern.kind.replace("/", " ") for pattern in present(rule)))
    message = f"{rule.id} concludes {end.direction if end.limit is None else f'a limit of {end.limit}'} wherever there is {what}"
    return remark(ID, rule.where, message, "a condition on what stands in it")


def _joined(part: Pattern) -> bool:
    return any(condition.ref is not None for condition in part.conditions)
