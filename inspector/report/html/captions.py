"""What stands under the chart of an indicator, in words."""

from collections.abc import Iterator

from inspector.report.charts import svg, xmr
from inspector.report.document.shape.pictures import Line, Segment
from inspector.report.wording import Words, counted, fill


def caption(line: Line, said: str, words: Words) -> str:
    """The whole caption. `said` is what the fact of its trajectory says."""
    told = [_short(said, line["title"])] if said else _began(line, words)
    return " ".join([*told, *_parts(line, words)])


def special(line: Line, words: Words) -> str:
    """How many figures stand out, and from what."""
    shown = xmr.shown(line)
    better, worse = shown.count("improvement"), shown.count("concern")
    if not better and not worse:
        return str(words["special_none"])
    if held_against_before(line) and line["onset"] is not None:
        since = sum(start >= line["onset"][0] for start in line["starts"])
        return fill(words["special_since"], count=since, better=better, worse=worse)
    return fill(words["special"], count=len(shown), better=better, worse=worse)


def held_against_before(line: Line) -> bool:
    """Whether figures are held against those before a change."""
    return any(one["basis"] == "before" for one in line.get("segments", []))


def _short(said: str, title: str) -> str:
    """What a fact says without the name of the indicator, which stands above the chart."""
    rest = said.removeprefix(f"{title}: ")
    return rest[:1].upper() + rest[1:]


def _began(line: Line, words: Words) -> list[str]:
    if line["onset"] is None:
        return []
    low, high = svg.month(line["onset"][1]), svg.month(line["onset"][2])
    return [fill(words["onset_one" if low == high else "onset"], low=low, high=high)]


def _parts(line: Line, words: Words) -> Iterator[str]:
    yield words[f"better_{line['better']}"]
    segments = line.get("segments", [])
    yield from (_limits(line, one, words) for one in segments)
    if segments:
        yield special(line, words)
        if any(one["trial"] for one in segments):
            yield words["on_trial"]
    elif line["trial_limits"]:
        yield words["trial"]
    if line["tests"]:
        yield counted(words["tests"], len(line["tests"]))
    yield from (fill(words["claimed"], entry=test["entry"]) for test in line["tests"] if test["claimed"])
    if any(line["doubtful"]):
        yield counted(words["doubtful"], sum(line["doubtful"]))
    if named := sum(one["kind"] == "recommendation" for one in line.get("events", [])):
        yield counted(words["events"], named)


def _limits(line: Line, one: Segment, words: Words) -> str:
    lower, upper = ("" if end is None else xmr.written(line, end) for end in (one["lower"], one["upper"]))
    name = "range" if lower and upper else "range_low" if lower else "range_high" if upper else "range_none"
    among = one["basis"] == "before" and line["onset"] is not None and line["onset"][0] <= one["last"]
    return fill(
        words["limits_among" if among else f"limits_{one['basis']}"],
        centre=xmr.written(line, one["centre"]),
        range=fill(words[name], lower=lower, upper=upper),
        count=one["figures"],
        month=svg.month(one["first"]),
    )
