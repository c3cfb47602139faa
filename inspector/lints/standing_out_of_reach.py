"""A row of the decision table asks for a standing that no rule gives the theme.

What:
    A row asks for a theme at a standing above the highest that a rule of that theme concludes.

Why:
    Such a row is never reached, and its verdict never given, however good the evidence is.

Bad:
    rows: [{id: lasted, verdict: improving, when: {readers: {theme: readers, standing: lasting}}}]

Good:
    rows: [{id: showed, verdict: improving, when: {readers: {theme: readers, standing: ">= showing"}}}]

Waive:
    Where another framework extends this one with the rule that is missing: say which.
"""

from inspector.framework.implied import meets
from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import STANDINGS, Standing, rank
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Pattern

ID = "standing-out-of-reach"
LEVEL: Level = "error"
FAMILY = "table"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each condition of a row on a standing that its theme can never have."""
    found = []
    for row in framework.verdicts:
        for part in row.when:
            if not isinstance(part, Pattern) or not part.kind.startswith("standing/"):
                continue
            theme = part.kind.removeprefix("standing/")
            if not any(rule.theme == theme for rule in framework.rules):
                continue  # That nothing judges the theme is another fault.
            reached = _reached(framework, theme)
            # Where `high` is read: a theme without a finding could stand anywhere.
            mine = [one for one in part.conditions if one.field in ("standing", "low") and one.ref is None]
            out = [one for one in mine if not any(meets(word, one) for word in reached)]
            found += [
                remark(
                    ID,
                    one.where,
                    f"{row.id}: {theme} never stands so",
                    f"one of {', '.join(reached)}",
                    _fix(theme),
                    LEVEL,
                )
                for one in out
            ]
    return tuple(found)


def _reached(framework: Framework, theme: str) -> tuple[Standing, ...]:
    """Silence, and every standing that a rule of the theme gives, or to which one limits it."""
    mine = [rule.conclude for rule in framework.rules if rule.theme == theme]
    top = max((rank(one.standing) for one in mine if one.standing), default=0)
    # Evidence that is trusted less lowers a standing to what it may support.
    return STANDINGS[: top + 1]


def _fix(theme: str) -> str:
    return f"let a rule of {theme} conclude it, or ask for less"
