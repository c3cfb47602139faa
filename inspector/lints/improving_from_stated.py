"""A row gives `improving` though nothing need be more than stated, or nothing need have got better.

What:
    A row with `improving` asks neither for a theme at `showing` or more, nor for the finding of a rule that gives that, nor
    for one at `doing` together with measures that got better.

Why:
    Plans and claims are `stated`, work that is recorded is `doing`; neither has changed anything yet. `Improving` says that
    something has become better, so it rests on a change that was measured.

Bad:
    rows: [{id: good, verdict: improving, when: {readers: {theme: readers, standing: ">= stated"}}}]

Good:
    rows: [{id: good, verdict: improving, when: {readers: {theme: readers, standing: ">= showing"}}}]

Waive:
    Where a theme that is only stated is proof by itself, as the repeal of a law: say of what.
"""

from collections.abc import Mapping

from inspector.framework.implied import at_least, meets
from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import STANDINGS, Standing, rank
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Pattern, Rule, Tally, VerdictRow

ID = "improving-from-stated"
LEVEL: Level = "error"
FAMILY = "table"
GAINED = ("expected_better", "more_better", "more_better_at_worst")
"""Fields of the basis that are high where measures got better."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each row that gives `improving` with every theme below `showing`."""
    rules = {rule.id: rule for rule in framework.rules}
    expected = "a theme at showing or above, or one at doing beside measures that got better"
    return tuple(
        remark(
            ID,
            row.place("verdict"),
            f"{row.id} gives improving, and {_lacks(row, rules)}",
            expected,
            'ask for the theme of what was measured: {theme: …, standing: ">= showing"}',
            LEVEL,
        )
        for row in framework.verdicts
        if row.verdict == "improving" and not _shown(row, rules)
    )


def _shown(row: VerdictRow, rules: Mapping[str, Rule]) -> bool:
    wanted = [pattern for part in row.when if (pattern := _wanted(part)) is not None]
    if any(_above(pattern, "showing", rules) for pattern in wanted):
        return True
    return any(_above(pattern, "doing", rules) for pattern in wanted) and any(map(_got_better, wanted))


def _lacks(row: VerdictRow, rules: Mapping[str, Rule]) -> str:
    wanted = [pattern for part in row.when if (pattern := _wanted(part)) is not None]
    if any(_above(pattern, "doing", rules) for pattern in wanted):
        return "no measure need have got better"
    return "no theme need be more than stated"


def _wanted(part: Pattern | Tally) -> Pattern | None:
    """A pattern of which a fact has to be there."""
    if isinstance(part, Pattern):
        return part
    return part.count if at_least(part.test) > 0 else None


def _got_better(pattern: Pattern) -> bool:
    if pattern.kind == "basis":
        return any(c.field in GAINED and c.operator in (">", ">=") for c in pattern.conditions)
    return pattern.kind == "signal/trajectory" and any(
        c.field == "call" and c.operator == "==" and set(c.values) <= {"gradual-gain", "sudden-gain"}
        for c in pattern.conditions
    )


def _above(pattern: Pattern, enough: Standing, rules: Mapping[str, Rule]) -> bool:
    """Whether no standing below is enough for it."""
    head, _, name = pattern.kind.partition("/")
    if head == "finding":
        standing = rules[name].conclude.standing if name in rules else None
        return standing is not None and rank(standing) >= rank(enough)
    low = STANDINGS[: rank(enough)]
    # What doubt leaves possible above (`high`) shows nothing.
    asked = [one for one in pattern.conditions if one.field in ("standing", "low") and one.ref is None]
    return head == "standing" and any(not any(meets(word, one) for word in low) for one in asked)
