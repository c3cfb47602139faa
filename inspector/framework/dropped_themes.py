"""What hangs on a theme that a variant drops: its rules, and the rows of the decision table that ask where it stands.

A theme without its rules would leave rules for no theme, and a row that asks for a theme that is gone could never be entered.
Neither goes in silence: the author drops or replaces each, with a reason.
"""

from collections.abc import Iterable, Iterator, Sequence

from inspector.model.problems import Problem, Where
from inspector.model.problems import shown as quoted
from inspector.model.remarks import error
from inspector.model.rules import Rule, Tally, VerdictRow
from inspector.model.words import plural

NAMED = 20
"""So many rules and rows are named with their places; of more than these their number."""
FIX = "drop or replace each of them too, with a reason (`drops: - {rule: …}`, `replaces`)"


def hanging(theme: str, at: Where, rules: Iterable[Rule], rows: Iterable[VerdictRow]) -> Iterator[Problem]:
    """A problem where rules or rows that are left need the theme, with all their places; `at` is where it is dropped."""
    left = [rule for rule in rules if rule.theme == theme]
    asking = [row for row in rows if any(kind == f"standing/{theme}" for kind in _kinds(row))]
    said = [*_counted(left, "rule"), *_counted(asking, "row")]
    if said:
        message = f"the theme {quoted(theme)} is dropped, and this hangs on it: {'; '.join(said)}"
        yield error("extends-hangs", at, message, fix=FIX)


def _counted(things: Sequence[Rule] | Sequence[VerdictRow], noun: str) -> Iterator[str]:
    if things:
        named = [f"{thing.id} ({thing.where})" for thing in things[:NAMED]]
        more = f" and {len(things) - NAMED} more" if len(things) > NAMED else ""
        yield f"{plural(len(things), noun)}: {', '.join(named)}{more}"


def _kinds(row: VerdictRow) -> Iterator[str]:
    for part in (*row.when, *row.unless):
        if isinstance(part, Tally):
            yield from (pattern.kind for pattern in (part.count, part.of) if pattern is not None)
        else:
            yield part.kind
