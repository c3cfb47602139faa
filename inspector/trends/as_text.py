"""`inspector trend` as text: for each series a small chart, the call in words, the XmR icon and the rules behind it."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from inspector.model.problems import Problem
from inspector.model.words import agree, plural
from inspector.report.harmless import plain
from inspector.report.lines import problem_lines
from inspector.stats.xmr import ENOUGH
from inspector.trends.chart import ASCII, UNICODE, WIDEST, axis, chart_lines
from inspector.trends.facts import Trend, between, causes
from inspector.trends.judged_line import JUDGED
from inspector.trends.period_names import day_words

LEAST = 6
WIDTH = 96
MOST_PROBLEMS = 5
MOST_LEFT_OUT = 3
CALLS = {
    "no-change": "No change",
    "gradual-gain": "A gain",
    "sudden-gain": "A gain",
    "faded-gain": "A gain that has faded",
    "loss": "A loss",
    "too-few-points": "Too few points to tell",
}
KINDS = {"gradual-gain": "gradual rather than sudden", "sudden-gain": "sudden rather than gradual"}
PROBABLY = {
    "gain": "a gain",
    "faded-gain": "a gain that has faded",
    "loss": "a loss",
}
ICONS = {
    "none": "no icon",
    "common_cause": "common cause: the last point is within what chance makes",
    "improvement_high": "special cause, improvement (high)",
    "improvement_low": "special cause, improvement (low)",
    "concern_high": "special cause, concern (high)",
    "concern_low": "special cause, concern (low)",
}
RULES = {
    "above-limit": "above the upper limit",
    "below-limit": "below the lower limit",
    "trend-up": "seven or more in a row rising",
    "trend-down": "seven or more in a row falling",
    "two-in-three-above": "two of three near the upper limit",
    "two-in-three-below": "two of three near the lower limit",
    "shift-above": "seven or more in a row above the mean",
    "shift-below": "seven or more in a row below the mean",
}


def render(found: Iterable[Trend], problems: Sequence[Problem], ascii_only: bool) -> str:
    """The series one after the other, then what is wrong in the file; ends in a newline."""
    blocks = ["\n".join(_series(one, ascii_only)) for one in found]
    if blocks:
        blocks.append(_key(ASCII if ascii_only else UNICODE))
    if problems:
        wrong = any(problem.level == "error" for problem in problems)
        head = "WHAT IS WRONG IN THE FILE" if wrong else "HOW THE FILE WAS READ"
        blocks.append("\n".join([head, *_problems(problems)]))
    text = "\n\n".join(blocks or ["No series."]) + "\n"
    return text.encode("ascii", "backslashreplace").decode() if ascii_only else text


def _series(found: Trend, ascii_only: bool) -> list[str]:
    line = found.series.line
    more = "higher is better" if found.better == "up" else "lower is better"
    assumed = " (assumed: the file does not say)" if found.assumed else ""
    head = f"{plain(found.name)}: {plural(len(found.values), 'point')}"
    if not found.values or line.last is None:
        return [f"{head}. Too few points to tell: no row of it can be read."]
    labels = [day_words(day, line.step, line.kind) for day in line.starts]
    lines = [f"{head}, {labels[0]} to {labels[-1]}, {more}{assumed}"]
    if chart := chart_lines(found, ascii_only):
        lines += ["", *(f"  {row}" for row in chart), f"  {axis(found, labels)}", ""]
    for words in (call_words(found), *_xmr_words(found), *_left_out(found), *_absent(found)):
        lines += textwrap.wrap(words, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    return lines


def _left_out(found: Trend) -> list[str]:
    """Which rows the series is judged without, and why; of one that is not judged, which its chart is without."""
    rows = found.series.left_out
    if not rows:
        return []
    told = "; ".join(f"row {row}, {plain(why)}" for row, why in rows[:MOST_LEFT_OUT])
    more = f"; and {len(rows) - MOST_LEFT_OUT} more" if len(rows) > MOST_LEFT_OUT else ""
    done = "Drawn" if found.series.line.refused else "Judged"
    return [f"{done} without {plural(len(rows), 'row')} that cannot be read as meant: {told}{more}."]


def _absent(found: Trend) -> list[str]:
    """How many rows hold no figure, and of how many of them it is kept back."""
    rows = found.series.absent
    if not rows:
        return []
    held = sum(why == "suppressed" for _, why in rows)
    said = [f"{plural(held, 'figure')} kept back (suppressed)"] if held else []
    said += [f"{plural(len(rows) - held, 'blank cell')}"] if len(rows) > held else []
    return [f"Left out: {' and '.join(said)}; none of them was read as nought."]


def _key(marks: Mapping[str, str]) -> str:
    """What the marks of the charts mean."""
    text = (
        f"{marks['better']} special cause for the better, {marks['worse']} for the worse, {marks['point']} common cause; "
        f"{marks['mean']} mean, {marks['limit']} XmR limits (means and limits describe the series, they are no targets). "
        "The call in words is a probability over shapes and does not come from the XmR rules; where the two differ, "
        "the call allows for chance, seasons and odd beginnings, the rules do not."
    )
    return "\n".join(textwrap.wrap(text, WIDTH, initial_indent="Key: ", subsequent_indent="  "))


def call_words(found: Trend) -> str:
    """The call in words: how sure, since when, for how long, how large, and what it would take to be surer."""
    made = found.judgement
    if found.series.line.refused:
        return f"Not judged: {found.series.line.refused} (see below)."
    if made.call == "too-few-points":
        return _too_few(found)
    text = f"{'; '.join(_parts(found))}.{_judged_on(found)}"
    if made.needed:
        text += f" That is not sure: about {made.needed} points would be needed to be surer."
    return text


def _too_few(found: Trend) -> str:
    made = found.judgement
    if made.events is not None and made.points >= LEAST:
        return f"Too few to tell: {plural(made.events, 'event')} in {plural(made.points, 'period')}."
    hint = f" About {made.needed} points would be needed." if made.needed else ""
    probably = f" Probably {PROBABLY[made.leaning[0]]} ({_sure(made.leaning[1])})." if made.leaning else ""
    head = CALLS[made.call] if made.leaning is None else "Too few points to be sure"
    return f"{head}: {plural(made.points, 'point')}.{probably}{hint}"


def _judged_on(found: Trend) -> str:
    """What was judged, where it is not each point as it stands."""
    text, events = "", found.judgement.events
    if events is not None:
        text = f" Judged by when its {plural(events, 'rare event')} happened."
    if len(found.line.observations) != len(found.values):
        text += f" Judged on {plural(found.judged, 'whole month')} to which its {len(found.values)} points are joined."
    elif len(found.values) > JUDGED:
        text += f" Judged on the latest {JUDGED} of its {len(found.values)} points."
    return text


def _parts(found: Trend) -> list[str]:
    """What is claimed, part by part."""
    made = found.judgement
    parts = [f"{CALLS[made.call]}{_began(found)} ({_sure(made.probability)})"]
    if made.kind_probability is not None:
        parts.append(f"if it is one, {KINDS[made.call]} ({_sure(made.kind_probability)})")
    if made.held is not None and made.call.endswith("-gain") and made.share_faded is None:
        parts.append(f"held for {_length(made.held, found.line.step, found.line.days)} so far")
    if made.share_faded is not None:
        parts.append(f"{_gone(made.share_faded)} of it has gone{_fell(found)}")
    if made.call != "no-change":
        size = f"{abs(made.effect):.1f}"
        parts.append(f"its size is {size} times the usual movement from one point to the next")
    return parts


def _gone(share: float) -> str:
    """How much of a gain has gone, never all where it is only nearly so."""
    return "nearly all" if share >= 0.95 else f"about {100 * share:.0f}%"


def _fell(found: Trend) -> str:
    fell, line = found.judgement.fell, found.line
    return "" if fell is None else f", half or more by {day_words(found.day(fell), line.step, line.kind)}"


def _began(found: Trend) -> str:
    made, line = found.judgement, found.line
    if made.onset is None or made.onset_low is None or made.onset_high is None:
        return ""
    onset, low, high = (
        day_words(found.day(period), line.step, line.kind) for period in (made.onset, made.onset_low, made.onset_high)
    )
    return f" that began in {onset}" if low == high else f" that began about {onset} (between {low} and {high})"


def _sure(probability: float) -> str:
    return "probability over 99%" if probability > 0.99 else f"probability {100 * probability:.0f}%"


def _length(periods: int, step: int, days: int) -> str:
    if step:
        return plural(periods * step // 12, "year") if step % 12 == 0 else plural(periods * step, "month")
    return plural(periods * days, "day")


def _xmr_words(found: Trend) -> list[str]:
    line = found.series.line
    if found.series.dates:
        return _between_words(found)
    if not line.charted:
        return []
    fired: dict[str, tuple[int, date]] = {}
    drawn_from = line.starts[-WIDEST:][0]
    for cause, _, last, points in causes(found, found.drawn):
        if last < drawn_from:
            continue
        fired[cause] = (fired.get(cause, (0, last))[0] + points, last)
    told = [f"{RULES[cause]} ({_marked(found, *marked)})" for cause, marked in fired.items()]
    text = f"XmR chart: {ICONS[found.drawn_icon]}"
    text += f"; rules that fired: {', '.join(told)}." if told else "; no rule fired."
    if found.rebased:
        text += f" Rebased by request at {', '.join(day_words(d, line.step, line.kind) for d in found.rebased)}."
    text += _limits_words(found)
    if found.drawn[-1].trial:
        text += f" Fewer than {ENOUGH} points: the limits are on trial."
    return [text]


def _limits_words(found: Trend) -> str:
    """From which points the limits come where it is not all of them."""
    if found.reading is None or found.reading.stretches[0].basis == "all":
        return ""
    line, first = found.series.line, found.reading.stretches[0]
    onset = found.judgement.onset
    among = onset is not None and line.starts[first.last] >= found.day(onset)
    where = "among which the change began" if among else "from before the change"
    text = f" Each is held against the first {plural(first.figures, 'point')}, {where}."
    if found.reading.anew is not None:
        since = day_words(line.starts[found.reading.anew], line.step, line.kind)
        text += f" The step is sure, so limits are worked out again from {since}."
    return text


def _between_words(found: Trend) -> list[str]:
    """The chart of the days between events, which suits rare ones better than that of their number in each month."""
    made = between(found)
    if made is None:
        return ["No chart of the days between events: two or more of them fall on one day, or there are too few."]
    days, limits = made
    upper = limits.upper or 0.0
    long = sum(one > upper for one in days)
    return [
        f"Days between events (t chart): {limits.centre:.0f} at the centre, limits {limits.lower or 0:.0f} to {upper:.0f}; "
        f"{plural(long, 'gap')} of {len(days)} {agree(long, 'is', 'are')} longer than chance makes, the last is {days[-1]} days."
    ]


def _marked(found: Trend, points: int, last: date) -> str:
    """How many points a rule marks, and the last of them."""
    when = day_words(last, found.series.line.step, found.series.line.kind)
    return when if points == 1 else f"it marks {points} points, the last {when}"


def _problems(problems: Sequence[Problem]) -> list[str]:
    """The first five of each sort, and how many more there are."""
    shown: list[Problem] = []
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.rule] = counts.get(problem.rule, 0) + 1
        if counts[problem.rule] <= MOST_PROBLEMS:
            shown.append(problem)
    more = [f"{n - MOST_PROBLEMS} more [{rule}]" for rule, n in sorted(counts.items()) if n > MOST_PROBLEMS]
    return [f"  {line}" for line in problem_lines(shown)] + ([f"  … and {', '.join(more)}."] if more else [])
