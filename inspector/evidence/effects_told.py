"""What came of the tests that name an indicator, in words that say no more than the dates do."""

from collections.abc import Mapping

from inspector.evidence.effects import Tested, began
from inspector.evidence.onsets import Span
from inspector.evidence.series import month, sureness
from inspector.model.evidence import LogEntry
from inspector.model.facts import Scalar
from inspector.model.months import day_month_year
from inspector.model.words import agree, plural, short

DECIDED = {"adopt": "adopted", "adapt": "adapted", "abandon": "abandoned"}
QUOTED = 100
ORDER = {
    "before": "began before that",
    "within": "began within that time, so that nobody can tell which came first",
    "after": "began after that",
}
WORDS = {
    "faded": "a gain{sure} that began {began} has faded; {first} {order}",
    "worsened": "a loss{sure} began {began}; {first} {order}",
    "moved-before": "a {what}{sure} began {began}, before {first}",
    "no-gain": "no lasting change{sure}; {tests} {name} it",
    "cannot-tell": "whether {tests} that {name} it had an effect cannot be told",
}


WHY = {
    "gain-came-first": "{first} began after that",
    "not-kept": "of the tests that name it and came shortly before or in that time, none was adopted or adapted",
    "undecided": "of a test that names it and came shortly before or in that time, no decision by {until} is stated",
    "long-before": "the last test before it that names it began more than 6 months earlier",
    "no-test": "{unnamed}",
    "cannot-tell": "whether a test that names it came first cannot be told",
}


def order(entry: LogEntry, span: Span) -> str:
    """`test t120, started on 29 February 2024 and adapted on 21 March 2024 ("…"), began before that`."""
    start = began(entry) or span.on
    steps = f"{'started' if entry.started_on else 'tested'} on {day_month_year(start)}"
    if entry.decision:
        on = f" on {day_month_year(entry.decided_on)}" if entry.decided_on else ""
        steps += f" and {DECIDED[entry.decision]}{on}"
    lesson = f'its lesson: "{short(entry.learned, QUOTED)}"' if entry.learned else "no lesson is stated"
    return f"test {entry.id}, {steps}, {ORDER[span.order(start)]}; {lesson}"


def told(one: Tested, outcome: str, fields: Mapping[str, Scalar]) -> str:
    """The fact in words."""
    series, found = one.series, one.series.judgement()
    window = f"figures from {month(series.first)} to {month(series.last)}"
    sure = "" if found.call == "too-few-points" else f" ({sureness(found.probability)})"
    began_in = one.span.words if one.span else ""
    if one.span and one.entry:
        among = f"by chance as near: {one.chance:.2f}"
        return f"{series.indicator.title}: a gain{sure} began {began_in}; {order(one.entry, one.span)} ({among}); {window}."
    if one.gained:
        return f"{series.indicator.title}: a gain{sure} began {began_in}; {why(one, outcome, fields)}; {window}."
    text = WORDS[outcome].format(
        sure=sure,
        began=began_in,
        tests=plural(len(one.tests), "test"),
        name=agree(len(one.tests), "names", "name"),
        first=_first(one),
        what="loss" if found.call == "loss" else "gain that has faded since",
        order=ORDER[one.span.order(start)] if one.span and (start := began(one.tests[0])) else "",
    )
    return f"{series.indicator.title}: {text}; {window}."


def why(one: Tested, outcome: str, fields: Mapping[str, Scalar]) -> str:
    """Why no kept test lies near enough to a gain."""
    missing = unnamed(int(str(fields["logged"])), int(str(fields["unnamed"])), one.apart.recorded)
    return WHY[outcome].format(first=_first(one), unnamed=missing, until=day_month_year(one.until))


def _first(one: Tested) -> str:
    return "the one test that names it" if len(one.tests) == 1 else f"the first of {len(one.tests)} tests that name it"


def unnamed(logged: int, unnamed: int, aside: int) -> str:
    """What the log says of tests that might have aimed at it, where none that counts names it."""
    if aside:
        return (
            f"{plural(aside, 'test')} {agree(aside, 'names', 'name')} it, and {agree(aside, 'is', 'all are')} set aside"
        )
    if not logged:
        return "the log has no test"
    missing = f", and {unnamed} {agree(unnamed, 'does', 'do')} not state what to move" if unnamed else ""
    return f"none of {plural(logged, 'test')} of the log names it{missing}"
