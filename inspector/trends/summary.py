"""Many series on one screen: an icon, a name, what each did and since when.

What moved comes first, and what got worse before all.
"""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from inspector.model.icons import MARKS, PLAIN_MARKS
from inspector.model.pictures import Icon
from inspector.model.problems import Problem
from inspector.model.words import doubted, plural
from inspector.report.harmless import plain
from inspector.report.lines import problem_lines
from inspector.report.screen.cells import cells
from inspector.report.screen.look import LINES, Look
from inspector.trends.chart import short
from inspector.trends.facts import Trend, is_share
from inspector.trends.period_names import day_words

ORDER = ("loss", "faded-gain", "sudden-gain", "gradual-gain", "no-change", "too-few-points")
CALLS = {
    "loss": "a loss",
    "faded-gain": "a gain that faded",
    "sudden-gain": "a gain, at once",
    "gradual-gain": "a gain, gradual",
    "no-change": "no change",
    "too-few-points": "too few points",
}
COUNTED = {
    "loss": ("loss", "losses"),
    "faded-gain": ("gain that faded", "gains that faded"),
    "sudden-gain": ("gain at once", "gains at once"),
    "gradual-gain": ("gradual gain", "gradual gains"),
    "no-change": ("without change", "without change"),
    "too-few-points": ("with too few points", "with too few points"),
}
ICONS: tuple[Icon, ...] = ("concern-high", "concern-low", "improvement-high", "improvement-low", "common-cause", "none")
HEADS = ("", "Series", "What it did", "Since", "Prob.", "Latest")
RIGHT = (False, False, False, False, True, True)
LEAST_NAME = 12


class Row(NamedTuple):
    """One series at a glance, all in words."""

    order: tuple[int, int, float]
    icon: Icon
    name: str
    what: str
    since: str
    sure: str
    latest: str
    assumed: bool = False
    """Whether nothing says which way is better, and higher is taken to be."""


def row(found: Trend) -> Row:
    """The row of one series."""
    made, line = found.judgement, found.series.line
    icon = cast(Icon, found.drawn_icon.replace("_", "-"))
    since = "" if made.onset is None else day_words(found.day(made.onset), found.line.step, found.line.kind)
    return Row(
        (ORDER.index(made.call), ICONS.index(icon), -made.probability),
        icon,
        plain(found.name),
        "not judged" if line.refused else CALLS[made.call],
        since,
        "" if made.call == "too-few-points" else doubted(made.probability),
        f"{short(found.values[-1])}{'%' if is_share(found.series) else ''}" if found.values else "",
        found.assumed,
    )


def render(rows: Iterable[Row], problems: Sequence[Problem], look: Look, lines: int = LINES) -> str:
    """At most `lines` lines (and no less than a dozen), with a newline at the end. `problems` are those of the file."""
    ordered, columns, unicode = sorted(rows, key=lambda one: one.order), look.screen, look.unicode
    foot = _foot(problems, columns, MARKS if unicode else PLAIN_MARKS)
    said = " ".join(filter(None, [f"{len(ordered)} series: {_counted(ordered)}.", _assumed(ordered)]))
    head = textwrap.wrap(said, columns, break_on_hyphens=False)
    room = max(3, lines - len(head) - len(foot) - 3)
    shown = ordered if len(ordered) <= room else ordered[: room - 1]
    left = len(ordered) - len(shown)
    more = [f"and {left} more"] if left else []
    text = "\n".join([*head, "", *_table(shown, columns, unicode), *more, "", *foot]) + "\n"
    # Names are escaped before they are measured; the sign of what was cut off is as wide in either.
    return text if unicode else text.replace("…", "~").encode("ascii", "backslashreplace").decode()


def _counted(rows: Sequence[Row]) -> str:
    counts = [(COUNTED[call], sum(one.order[0] == place for one in rows)) for place, call in enumerate(ORDER)]
    return ", ".join(f"{count} {words[count != 1]}" for words, count in counts if count)


def _assumed(rows: Sequence[Row]) -> str:
    """For how many it is not known which way is better: then a gain may be a loss."""
    many = sum(one.assumed for one in rows)
    of = f"For {many} of these the" if many < len(rows) else "The"
    return f"{of} file does not say which way is better: higher is taken to be." if many else ""


def _table(rows: Sequence[Row], columns: int, unicode: bool) -> list[str]:
    table = [HEADS, *(_cells(one, unicode) for one in rows)]
    wide = [max(cells(line[place]) for line in table) for place in range(len(HEADS))]
    rest = columns - sum(wide) + wide[1] - 2 * (len(HEADS) - 1)
    wide[1] = max(LEAST_NAME, min(wide[1], rest))
    return ["  ".join(map(_padded, line, wide, RIGHT)).rstrip() for line in table]


def _cells(one: Row, unicode: bool) -> tuple[str, ...]:
    name = one.name if unicode else one.name.encode("ascii", "backslashreplace").decode()
    return ((MARKS if unicode else PLAIN_MARKS)[one.icon], name, one.what, one.since, one.sure, one.latest)


def _padded(text: str, wide: int, right: bool) -> str:
    """The text in so many columns; what is too long ends in `…`."""
    text = _cut(text, wide)
    space = " " * (wide - cells(text))
    return space + text if right else text + space


def _cut(text: str, wide: int) -> str:
    if cells(text) <= wide:
        return text
    while cells(text) > wide - 1:
        text = text[: max(1, len(text) - max(1, (cells(text) - wide) // 2))]
    return f"{text.rstrip()}…"


def _foot(problems: Sequence[Problem], columns: int, marks: Mapping[Icon, str]) -> list[str]:
    better, worse, usual = (marks[icon][0] for icon in ("improvement-high", "concern-high", "common-cause"))
    text = (
        f"Icon of the last point, held against what was before a change: {better} better, {worse} worse, {usual} usual; "
        "H high, L low. Charts and reasons: --full, or --format html."
    )
    told = textwrap.wrap(text, columns, break_on_hyphens=False, break_long_words=False)
    wrong = [problem for problem in problems if problem.level == "error"] or list(problems)
    if not wrong:
        return told
    many = plural(len(wrong), "error") if wrong[0].level == "error" else f"{len(wrong)} remark{'s' * (len(wrong) != 1)}"
    first = textwrap.wrap(
        next(iter(problem_lines(wrong[:1]))), columns, break_on_hyphens=False, max_lines=3, placeholder=" …"
    )
    return [f"In the file: {many}{'.' if len(wrong) == 1 else '; --full has all. The first:'}", *first, *told]
