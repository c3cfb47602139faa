"""What is missing in words, and what the verdict could be for all that: worded once, laid out by every format."""

from inspector.model.assurance import said
from inspector.model.ladder import VerdictWord
from inspector.model.words import agree, plural
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Missing, Verdict
from inspector.report.places import places

SORTS = {"core": "which everybody has", "dropped": "which was there before", "records": "which one would expect"}


def range_words(document: Document) -> str:
    """`could be down to SLIPPING: 3 core measures are missing`; empty where what is missing would change nothing."""
    verdict = document["verdict"]
    found = verdict.get("could_be")
    if found is None:
        return ""
    now = verdict["verdict"]
    parts = [f"as it stands {said(found['as_it_stands'])}"] if found["as_it_stands"] != now else []
    parts += (
        [f"could be{_way(found['low'], 'down')} {said(found['low'])}"]
        if found["low"] not in (now, found["as_it_stands"])
        else []
    )
    parts += (
        [f"could be{_way(found['high'], 'up')} {said(found['high'])}"]
        if found["high"] not in (now, found["as_it_stands"])
        else []
    )
    return f"{', '.join(parts)}: {in_short(verdict)}" if parts else ""


def missing_lines(document: Document) -> list[str]:
    """What the range means, and a line for each thing that is missing; empty where nothing is."""
    verdict = document["verdict"]
    found = verdict.get("missing", [])
    return [*([_meaning(verdict)] if "could_be" in verdict else []), *map(_line, found)]


def in_short(verdict: Verdict) -> str:
    """`3 core measures are missing and 2 measures were dropped or end early`; empty where no measure is missing."""
    sorts = [one["sort"] for one in verdict.get("missing", ())]
    core, dropped = sorts.count("core"), sorts.count("dropped")
    parts = [f"{plural(core, 'core measure')} {agree(core, 'is', 'are')} missing"] if core else []
    if dropped:
        parts.append(
            f"{plural(dropped, 'measure')} {agree(dropped, 'was dropped or ends', 'were dropped or end')} early"
        )
    return " and ".join(parts)


def _meaning(verdict: Verdict) -> str:
    found = verdict["could_be"]
    words: list[VerdictWord] = [found["as_it_stands"], found["low"], found["high"]]
    stands, low, high = map(said, words)
    says = f"What is missing may have moved for better or for worse ({in_short(verdict)})."
    if len({verdict["verdict"], *words}) == 1:
        return f"{says} Were all of it lost, or all gained, the verdict would be the same."
    return (
        f"{says} Were nothing missing, the verdict would be {stands}; were all of it lost, {low}; were all of it gained, {high}. "
        "What is missing takes a good word away, and gives no bad one."
    )


def _line(one: Missing) -> str:
    rows = f" ({places(one['rows'])})" if one["rows"] else ""
    return f"{one['what']}, {SORTS[one['sort']]}: {one['why']}{rows}. It would take {one['wanted']}."


def _way(word: str, way: str) -> str:
    """` down to`; nothing before a verdict that says that nobody can tell."""
    return "" if word in ("not-evidenced", "not-trusted") else f" {way} to"
