"""An indicator as the NHS *Making Data Count* programme draws it, with the shape that was called laid over it."""

import math
from collections.abc import Mapping, Sequence

from inspector.model import shares
from inspector.report.charts import axes, lanes, limits, svg
from inspector.report.charts.svg import Scale
from inspector.report.document.shape.pictures import Line

WIDTH, BARE = 320.0, 206.0
LEFT, RIGHT, TOP, BOTTOM = 48.0, 314.0, 32.0, 184.0
WORDS = 14.0
"""The height of a line of words."""
NEAR = 150
"""Days after the last figure within which the notification still fits on the time axis."""
ENGLISH = {
    "since": "from {month}",
    "tests": "tests",
    "events": "actions",
    "redefined": "redefined",
    "announced": "inspection announced",
    "share": "%",
    "no_unit": "no unit stated",
}


def chart(
    line: Line, id: str, title: str, says: str, notified_on: str | None = None, words: Mapping[str, str] = ENGLISH
) -> str:
    """The chart of one line of a result's pictures; `id` is unique on its page, `words` are those that stand in it."""
    share = is_share(line)
    # The middle of each period, worked out once for the lines and the points.
    x, y = _across(line, notified_on), upwards(line, BOTTOM, TOP)
    middles = middles_of(line, x)
    parts = [
        *axes.upwards(y, LEFT, RIGHT, share, unit_of(line, words), TOP - (6 if line["onset"] is None else 18)),
        *axes.along(line["starts"][0], _last(line), x, BOTTOM, RIGHT),
        *_redefined(line, x, words["redefined"]),
        *_onset(line, x, words["since"]),
        *limits.drawn(line, middles, y),
        *_fitted(line, middles, y),
        *points(line, middles, y),
    ]
    below, bottom = _below(line, x, notified_on, words)
    top = 0.0 if line["onset"] else WORDS
    return svg.frame(id, WIDTH, bottom, title, says, parts + below, top=top)


def is_share(line: Line) -> bool:
    """Whether the figures are shares, parts of 1 that are drawn as percentages."""
    unit = line["unit"] or line["title"]
    return shares.is_share(unit) and not shares.is_percent(unit) and max(map(abs, line["values"])) <= 1


def written(line: Line, value: float) -> str:
    """A figure of a line as people write it."""
    per_cent = is_share(line)
    return f"{svg.number(value, per_cent)}{'%' if not per_cent and line['unit'] == '%' else ''}"


def unit_of(line: Line, words: Mapping[str, str]) -> str:
    """What the figures are counted in, as it stands over the axis."""
    unit = svg.shortened(line["unit"] or "", 40)
    if is_share(line):
        return words["share"] if unit.lower() in ("", "share", "proportion") else f"{words['share']} ({unit})"
    return unit or words["no_unit"]


def shows_notification(line: Line, notified_on: str | None) -> bool:
    """Whether the day of the notification is on the time axis of this chart."""
    return (
        notified_on is not None and svg.days(line["starts"][0]) <= svg.days(notified_on) <= svg.days(_last(line)) + NEAR
    )


def shown(line: Line) -> list[str]:
    """What each figure is drawn as."""
    return list(line.get("shown") or line["causes"])


def middles_of(line: Line, x: Scale) -> list[float]:
    """Where each figure stands along: the middle of its period."""
    days = zip(line["starts"], line["ends"], strict=True)
    return [x((svg.days(start) + svg.days(end)) / 2) for start, end in days]


def upwards(line: Line, bottom: float, top: float) -> Scale:
    """The scale of the figures and all lines beside them: never below 0 where none is, nor above all of a share."""
    drawn = [*line["values"], *limits.values(line)]
    if fits(line):
        drawn += [value for value in line["fitted"] if value is not None]
    low, high = min(drawn), max(drawn)
    spare = (high - low) * 0.06 or max(abs(high), 1.0) * 0.1
    least = 0.0 if min(line["values"]) >= 0 else low - spare
    return Scale(max(low - spare, least), min(high + spare, max(_most(line), high)), bottom, top)


def _most(line: Line) -> float:
    """All of a share, where no figure is more."""
    unit = line["unit"] or line["title"]
    whole = shares.MOST[shares.is_percent(unit) and not is_share(line)] if shares.is_share(unit) else math.inf
    return whole if max(line["values"]) <= whole else math.inf


def fits(line: Line) -> bool:
    """Whether the curve of the called shape says more than the means do."""
    return "segments" not in line or (line["onset"] is not None and line.get("recalculated") is None)


def points(line: Line, middles: Sequence[float], y: Scale) -> list[str]:
    """Round: common cause; diamond: improvement; square: concern; hollow: a probe asks about it."""
    places = [(place, y(value)) for place, value in zip(middles, line["values"], strict=True)]
    parts = [svg.path(places, "c-line")]
    disc, half, side = 2.6, 4.2, 3.1
    for (px, py), cause, doubtful in zip(places, shown(line), line["doubtful"], strict=True):
        hollow = " c-hollow" if doubtful else ""
        if cause == "common":
            parts.append(f'<circle cx="{px:g}" cy="{py:g}" r="{disc:g}" class="c-common{hollow}"/>')
        elif cause == "improvement":
            corner = f"M{px:g},{round(py - half, 1):g} l{half:g},{half:g} l-{half:g},{half:g} l-{half:g},-{half:g} z"
            parts.append(f'<path d="{corner}" class="c-better{hollow}"/>')
        else:
            parts.append(svg.box(round(px - side, 1), round(py - side, 1), 2 * side, 2 * side, f"c-worse{hollow}"))
    return parts


def _last(line: Line) -> str:
    return line["ends"][-1]


def _across(line: Line, notified_on: str | None) -> Scale:
    stop = svg.days(_last(line))
    if notified_on is not None and shows_notification(line, notified_on):
        stop = max(stop, svg.days(notified_on) + 5)
    return Scale(svg.days(line["starts"][0]), stop, LEFT + 4, RIGHT)


def _redefined(line: Line, x: Scale, word: str) -> list[str]:
    parts = []
    for day in lanes.inside(line["definition_changes"], x):
        place = x(svg.days(day))
        end = place > RIGHT - 60
        parts += [svg.line(place, TOP, place, BOTTOM, "c-defined")]
        parts += [svg.text(place + (-2 if end else 2), BOTTOM - 4, word, "c-word", "end" if end else "start")]
    return parts


def _onset(line: Line, x: Scale, since: str) -> list[str]:
    if line["onset"] is None:
        return []
    onset, low, high = (x(svg.days(day)) for day in line["onset"])
    return [
        svg.box(low, TOP, max(high - low, 2), BOTTOM - TOP, "c-band"),
        svg.line(onset, TOP, onset, BOTTOM, "c-onset"),
        svg.text(min(onset, RIGHT - 86), TOP - 4, since.format(month=svg.month(line["onset"][0])), "c-word"),
    ]


def _fitted(line: Line, middles: Sequence[float], y: Scale) -> list[str]:
    if not fits(line):
        return []
    around = zip(middles, line["fitted"], [None, *line["fitted"]], [*line["fitted"][1:], None], strict=False)
    # A level stretch needs its two ends alone.
    drawn = [(at, y(value)) for at, value, one, other in around if value is not None and not one == value == other]
    return [svg.path(drawn, "c-fit")]


def _below(line: Line, x: Scale, notified_on: str | None, words: Mapping[str, str]) -> tuple[list[str], float]:
    """What stands under the axis, and where the picture ends."""
    tried, happened = lanes.lanes(line, x)
    parts, bottom = [], BARE
    if tried:
        parts += lanes.tests(tried, x, bottom, RIGHT, words["tests"])
        bottom += lanes.TESTS
    if happened:
        parts += lanes.events(happened, x, bottom, RIGHT, words["events"])
        bottom += lanes.EVENTS
    if notified_on is not None and shows_notification(line, notified_on):
        place = x(svg.days(notified_on))
        anchor = "end" if place > 170 else "start"
        parts = [
            svg.line(place, TOP, place, bottom + 2, "c-told"),
            svg.text(min(place + 3, RIGHT), bottom + 14, words["announced"], "c-word", anchor),
            *parts,
        ]
        bottom += lanes.LAST
    return parts, bottom
