"""What a chart draws and its caption says, worked out again from the rows: limits, colours, events.

By the published definitions, by hand: the mean and 2.66 mean moving ranges of the figures before the change (of all where nothing
changed), ranges of 3.267 means or more left out once. Of what comes after: beyond a limit, seven on a side, seven one after
another up or down, two of three beyond two thirds of the way to a limit.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Any

from tests.truth.case import Case
from tests.truth.figures import day_of, last_counted, trajectory, value
from tests.truth.laws import law
from tests.truth.ledger import See

Line = Mapping[str, Any]


@law
def charts(case: Case, see: See) -> None:
    """What charts draw is what the rows make."""
    for line in (case.result.get("pictures") or {}).get("lines", ()):
        said = trajectory(case, line["indicator"])
        if said is None or said.fields["basis"] != "as-submitted" or "segments" not in line:
            continue
        rows = [next(iter(case.bundle.at(line["resource"], row)), None) for row in line["rows"]]
        if any(row is None or value(row) is None for row in rows):
            continue
        figures = [value(row) or 0.0 for row in rows if row is not None]
        about = line["indicator"]
        for told, true in zip(line["values"], figures, strict=True):
            see.number(f"{about} figure", told, true, within=2e-6 * max(1.0, abs(true)))
        _segments(line, figures, dict(said.fields), see)
        _colours(line, figures, see)
        _events(line, case, see)


@law
def captions(case: Case, see: See) -> None:
    """The numbers of a caption are those of the figures."""
    lines = {line["indicator"]: line for line in (case.result.get("pictures") or {}).get("lines", ())}
    for indicator, text in case.captions.items():
        line = lines[indicator]
        share = line["shown"] and re.search(r"mean (?:was|is) [\d.]+%", text) and max(map(abs, line["values"])) <= 1
        for verb, part in (("was", _figures(line, "before")), ("is", _figures(line, "since") or _figures(line, "all"))):
            told = re.search(rf"mean {verb} (-?[\d.]+)%?", text)
            see.claim(
                (told is None) == (not part), f"{indicator}: a mean that {verb} where there are {len(part)} figures"
            )
            if told and part:
                true = fmean(part) * (100 if share else 1)
                see.claim(abs(float(told[1]) - true) <= 0.006 * max(1.0, abs(true)), f"{indicator}: the mean is {true}")
        since = [
            s
            for s, start in zip(line["shown"], line["starts"], strict=True)
            if not line["onset"] or start >= line["onset"][0]
        ]
        counts = re.search(r"(?:better than before|Better than chance explains): (\d+) of (\d+); worse: (\d+)", text)
        many = (since.count("improvement"), len(since), since.count("concern"))
        if counts:
            see.same(f"{indicator} standing out", tuple(map(int, counts.groups())), many)
        else:
            see.none("No figure stands out." in text and not many[0] and not many[2], f"{indicator}: {many} stand out")
        see.same(f"{indicator} tests named", _many(text, r"(\d+) tests? of change names? it"), len(line["tests"]))
        made = sum(one["kind"] == "recommendation" for one in line["events"])
        see.same(f"{indicator} recommendations", _many(text, r"(\d+) recommendations? names? it"), made)
        anew = "The step is sure" in text
        see.claim(anew == (line["recalculated"] is not None), f"{indicator}: limits begin anew {line['recalculated']}")
        trial = any(len(_figures(line, one["basis"])) < 13 for one in line["segments"])
        see.claim(("on trial" in text) == trial, f"{indicator}: limits on trial or not")


def _many(text: str, pattern: str) -> int:
    found = re.search(pattern, text)
    return int(found[1]) if found else 0


def _figures(line: Line, basis: str) -> list[float]:
    """The figures of a stretch, by its days."""
    one = next((one for one in line["segments"] if one["basis"] == basis), None)
    if one is None:
        return []
    return [
        figure
        for figure, start, end in zip(line["values"], line["starts"], line["ends"], strict=True)
        if one["first"] <= start and end <= one["last"]
    ]


def _segments(line: Line, figures: Sequence[float], fields: Mapping[str, Any], see: See) -> None:
    about, moved = line["indicator"], line["onset"] is not None
    onset = sum(start < line["onset"][0] for start in line["starts"]) if moved else 0
    see.same(f"{about} stretches", line["segments"][0]["basis"], "before" if onset else "all")
    count = max(onset, min(4, len(figures) - 1)) if onset else len(figures)
    _limits(line["segments"][0], figures[:count], line, see)
    if len(line["segments"]) == 2:
        see.same(f"{about} begins anew", line["recalculated"], line["onset"][0])
        _limits(line["segments"][1], figures[onset:], line, see)
        see.claim(min(onset, len(figures) - onset) >= 8, f"{about}: eight figures on either side of the step")
        see.claim(fields["call"] in ("sudden-gain", "loss"), f"{about}: limits begin anew at a step alone")
        if fields["call"] == "sudden-gain":
            see.claim(fields["probability"] >= 0.95 and fields["kind_probability"] >= 0.8, f"{about}: the step is sure")
        else:
            see.claim(fields["probability_loss"] >= 0.95, f"{about}: the step is sure")
        mean = fmean(figures[:count])
        up = (line["better"] == "up") != (fields["call"] == "loss")
        first = figures[onset : onset + 7]
        see.claim(
            all((one > mean) if up else (one < mean) for one in first), f"{about}: the first seven lie on one side"
        )
    else:
        see.same(f"{about} begins anew", line["recalculated"], None)


def _limits(one: Mapping[str, Any], figures: Sequence[float], line: Line, see: See) -> None:
    about = f"{line['indicator']} {one['basis']}"
    see.same(f"{about} figures", one["figures"], len(figures))
    centre, reach = _mean_and_reach(figures)
    see.number(f"{about} mean", one["centre"], centre, within=1e-4 * max(1.0, abs(centre)))
    for name, true in (("lower", centre - (reach or 0)), ("upper", centre + (reach or 0))):
        if one[name] is not None:
            see.number(f"{about} {name}", one[name], true, within=1e-4 * max(1.0, abs(true)))
            see.claim(name == "upper" or min(line["values"]) < 0 or one[name] >= 0, f"{about}: no limit below nothing")
            share = (line["unit"] or "").startswith("share") and max(line["values"]) <= 1
            see.claim(name == "lower" or not share or one[name] <= 1, f"{about}: no limit above all of a share")


def _mean_and_reach(figures: Sequence[float]) -> tuple[float, float | None]:
    ranges = [abs(b - a) for a, b in pairwise(figures)]
    if not ranges:
        return fmean(figures), None
    kept = [one for one in ranges if one < 3.267 * fmean(ranges)] or [0.0]
    return fmean(figures), 2.66 * fmean(kept)


def _colours(line: Line, figures: Sequence[float], see: See) -> None:
    """Each point as drawn, by the four rules alone."""
    about = line["indicator"]
    onset = sum(start < line["onset"][0] for start in line["starts"]) if line["onset"] else 0
    before = [one for one in line["shown"][:onset] if one != "common"]
    see.none(not before, f"{about}: {len(before)} figures before the change are coloured")
    count = line["segments"][0]["figures"]
    if line["segments"][0]["basis"] == "all" and count < 13:
        see.none(
            set(line["shown"]) == {"common"} and line["icon"] == "none", f"{about}: coloured though there are too few"
        )
        return
    centre, reach = _mean_and_reach(figures[:count])
    hair = 1e-9 * max(1.0, *map(abs, figures))
    true = _signs([one - centre for one in figures[onset:]], figures[onset:], reach, hair)
    words = {0: "common", 1: "improvement", -1: "concern"}
    way = 1 if line["better"] == "up" else -1
    see.same(f"{about} colours", line["shown"][onset:], [words[sign * way] for sign in true])
    last = true[-1] * way
    side = "high" if true[-1] > 0 else "low"
    see.same(f"{about} icon", line["icon"], f"{words[last]}-{side}" if last else "common-cause")


def _signs(away: Sequence[float], figures: Sequence[float], reach: float | None, hair: float) -> list[int]:
    """1 or -1 for each point that a rule marks, towards the side it marks it for."""
    side = [(one > hair) - (one < -hair) for one in away]
    found = [0] * len(away)
    shift = _run(side, 7)
    steps = [(b > a) - (b < a) for a, b in pairwise(figures)]
    trend = [0] * len(away)
    for place, sign in enumerate(_run(steps, 6)):
        if sign:
            trend[place] = trend[place + 1] = sign
    for place, one in enumerate(away):
        outside = reach is not None and abs(one) > reach + hair
        near = _two_of_three(away, side, place, reach, hair)
        found[place] = side[place] if outside else trend[place] or (side[place] if near else shift[place])
    return found


def _run(signs: Sequence[int], length: int) -> list[int]:
    """The sign of each that is in a run of so many alike; 0 of the others."""
    found = [0] * len(signs)
    for start in range(len(signs) - length + 1):
        part = set(signs[start : start + length])
        if len(part) == 1 and part != {0}:
            found[start : start + length] = [signs[start]] * length
    return found


def _two_of_three(away: Sequence[float], side: Sequence[int], place: int, reach: float | None, hair: float) -> bool:
    def near(k: int) -> bool:
        return reach is not None and reach * 2 / 3 + hair < abs(away[k]) <= reach + hair

    windows = [range(k, k + 3) for k in range(place - 2, place + 1) if k >= 0 and k + 3 <= len(away)]
    return near(place) and any(
        abs(sum(side[k] for k in window)) == 3 and sum(map(near, window)) >= 2 for window in windows
    )


def _events(line: Line, case: Case, see: See) -> None:
    """The recommendations that name the indicator, and their actions that were done, each on its day."""
    last = last_counted(case)
    true = set()
    for row in case.bundle.rows("recommendations"):
        made = row.day("made_on")
        if row["indicator"] != line["indicator"] or made is None or made > last:
            continue
        true.add((made, "recommendation", row["id"]))
        for action in case.bundle.within(row, "actions"):
            done = action.day("done_on")
            if done is not None and done <= last:
                true.add((done, "action", action["id"]))
    told = {
        (day_of(one["on"]), one["kind"], one["action"] or one["recommendation"])
        for one in line["events"]
        if one["kind"] != "verified"
    }
    see.same(f"{line['indicator']} events", sorted(told), sorted(true))
