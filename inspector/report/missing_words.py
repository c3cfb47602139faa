"""What is missing in words, and what the verdict could be for all that: worded once, laid out by every format."""

from inspector.model.ladder import VerdictWord
from inspector.report.assurance_words import said_loud
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Missing, Verdict
from inspector.report.places import places
from inspector.report.wording import counted, fill, phrases


def range_words(document: Document) -> str:
    """`could be down to SLIPPING: 3 core measures are missing`; empty where what is missing would change nothing."""
    verdict = document["verdict"]
    found = verdict.get("could_be")
    if found is None:
        return ""
    now, stands, words = verdict["verdict"], found["as_it_stands"], phrases()["missing"]
    parts = [fill(words["stands"], verdict=said_loud(stands))] if stands != now else []
    ends: list[tuple[VerdictWord, str]] = [(found["low"], "down"), (found["high"], "up")]
    for end, way in ends:
        if end not in (now, stands):
            parts.append(fill(words[_way(end, way)], verdict=said_loud(end)))
    return fill(words["range"], parts=", ".join(parts), short=in_short(verdict)) if parts else ""


def missing_lines(document: Document) -> list[str]:
    """What the range means, and a line for each thing that is missing; empty where nothing is."""
    verdict = document["verdict"]
    found = verdict.get("missing", [])
    return [*([_meaning(verdict)] if "could_be" in verdict else []), *map(_line, found)]


def in_short(verdict: Verdict) -> str:
    """`3 core measures are missing and 2 measures were dropped or end early`; empty where no measure is missing."""
    sorts = [one["sort"] for one in verdict.get("missing", ())]
    core, dropped = sorts.count("core"), sorts.count("dropped")
    t = phrases()
    counts = {"core": core, "dropped": dropped}
    parts = [counted(t["missing"][sort], count) for sort, count in counts.items() if count]
    return str(t["tongue"]["and"]).join(parts)


def _meaning(verdict: Verdict) -> str:
    found = verdict["could_be"]
    words: list[VerdictWord] = [found["as_it_stands"], found["low"], found["high"]]
    stands, low, high = map(said_loud, words)
    t = phrases()["missing"]
    says = fill(t["moved"], short=in_short(verdict))
    same = len({verdict["verdict"], *words}) == 1
    return fill(t["same" if same else "else"], says=says, stands=stands, low=low, high=high)


def _line(one: Missing) -> str:
    rows = f" ({places(one['rows'])})" if one["rows"] else ""
    t = phrases()["missing"]
    sort = t["sorts"][one["sort"]]
    return fill(t["line"], what=one["what"], sort=sort, why=one["why"], rows=rows, wanted=one["wanted"])


def _way(word: str, way: str) -> str:
    """`down` or `up`; neither before a verdict that says that nobody can tell."""
    return "could_be" if word in ("not-evidenced", "not-trusted") else way
