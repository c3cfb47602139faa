"""The rows of decision tables: beside their terms, what their words claim."""

import re
from datetime import date, datetime
from typing import Any

import yaml

from tests.truth.case import Case, Said
from tests.truth.ledger import See, checks
from tests.truth.needed import verdicts
from tests.truth.sentences import ROOT

LADDER = ("deteriorating", "slipping", "static", "emerging", "improving")
OPEN = ("not-evidenced", "not-trusted")

GAINS, LOSSES = ("gradual-gain", "sudden-gain"), ("loss", "faded-gain")


@checks(*verdicts())
def verdict(said: Said, case: Case, see: See) -> None:
    """What is said of more and fewer, of nothing and of everything holds of what the measures are called."""
    calls = [one.fields["call"] for one in case.signals("trajectory")]
    gains, losses = sum(call in GAINS for call in calls), sum(call in LOSSES for call in calls)
    sure = [one.fields["call"] for one in case.signals("trajectory") if one.fields.get("probability", 0) >= 0.8]
    if "nothing got better" in said.says.casefold() or "nothing else has got better" in said.says:
        see.none(not any(call in GAINS for call in sure), "a measure surely got better")
    if said.says.startswith("Nothing got better or worse"):
        see.none(gains + losses == 0, "a measure moved")
    if "no improvement work was shown" in said.says:
        stream = next((one for one in case.result["themes"] if one["theme"] == "stream"), None)
        shown = stream is not None and stream["standing"] in ("doing", "showing", "lasting")
        see.none(not shown, "the stream of improvements is doing or more")
    if "More has got worse than better" in said.says:
        see.order(losses > gains, f"{losses} got worse or went back, {gains} better")
    if "As much was lost or faded as was gained" in said.says:
        see.order(losses >= gains, f"{losses} got worse or went back, {gains} better")
    for id in said.raw.get("because", ()):
        known = id.removeprefix("finding/") in case.findings or id in case.facts
        see.claim(known or id == "basis" or id.startswith("standing/"), f"{id} is nowhere in the result")
    _missing(said, case, see)
    _range(said, see)


def _range(said: Said, see: See) -> None:
    """What it could be at worst is no better than as it stands, and that no better than at best; the verdict is not above it."""
    told = said.raw.get("could_be")
    movers = [one for one in said.raw.get("missing", ()) if one["sort"] != "records"]
    see.claim(bool(told) == bool(movers), "a range without a measure that is missing, or none with one")
    if not told:
        return
    low, stands, high = (_height(told[name]) for name in ("low", "as_it_stands", "high"))
    see.order(low <= stands <= high, f"{told['low']} to {told['high']} does not hold {told['as_it_stands']}")


def _height(word: str) -> int:
    return LADDER.index("static" if word in OPEN else word)


def _missing(said: Said, case: Case, see: See) -> None:
    told = said.raw.get("missing", ())
    true = core_missing(case)
    see.number("core", sum(one["sort"] == "core" for one in told), len(true))
    for one in told:
        if one["sort"] == "core":
            see.claim(any(title in one["what"] for title in true), f"{one['what']} is not missing")
        elif one["sort"] == "dropped":
            _dropped(one, case, see)
        else:
            _records(one, case, see)


def core_missing(case: Case) -> list[str]:
    """The titles of the framework's core measures of which no indicator of the register could be judged."""
    folder = ROOT / "frameworks" / case.framework
    core = yaml.safe_load((folder / "framework.yaml").read_text(encoding="utf-8")).get("core", {}).get("measures", [])
    names = {one["id"]: one for one in yaml.safe_load((folder / "indicators.yaml").read_text(encoding="utf-8"))}
    judged = {f.fields["indicator"] for f in case.signals("trajectory") if f.fields["call"] != "too-few-points"}
    dropped = {
        id
        for one in case.result["verdict"].get("missing", ())
        for id in one["indicators"]
        if "end" not in one["why"] and "later figures" not in one["why"]
    }
    computed = {f.fields.get("indicator") for f in case.signals("claimed-against-recomputed")}
    lost = []
    for measure in core:
        spoken = {
            _bare(text)
            for id in measure["any_of"]
            for text in (id, names[id]["title"], *names[id].get("also_called", ()))
        }
        shown = [
            row["indicator"]
            for row in case.bundle.rows("indicator-register")
            if {_bare(row[field]) for field in ("indicator", "title", "same_as")} & spoken
        ]
        if not set(shown) & (judged | dropped | computed):
            lost.append(measure["title"])
    return lost


def _bare(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())


def _dropped(one: dict[str, Any], case: Case, see: See) -> None:
    (id,) = one["indicators"]
    rows = [row for row in case.bundle.rows("indicators") if row["indicator"] == id]
    if "no figure of it that can be read" in one["why"]:
        read = [row for row in rows if row.day("period_end") and _says_something(row, case)]
        see.none(not read, f"{len(read)} figures of {id} were submitted")
    elif found := re.search(r"reach over (\d+) periods, of which (\d+) can be read", one["why"]):
        read = [row for row in rows if row.day("period_end") and _says_something(row, case)]
        see.number("read", int(found[2]), len(read))
        see.order(len(read) < 0.75 * int(found[1]), f"{len(read)} of {found[1]} periods are most of them")
    elif found := re.search(
        r"end on (\d+ \w+ \d{4}), (\d+) days before they could, which is .* on (\d+ \w+ \d{4})", one["why"]
    ):
        last, until = (datetime.strptime(found[n], "%d %B %Y").date() for n in (1, 3))
        see.number("days", int(found[2]), (until - last).days)
        see.claim(any(row.day("period_end") == last for row in rows), f"no figure of {id} ends on {last}")
        see.claim((until - last).days > 92, "they could not be there yet")
        see.same("until", until.isoformat(), _horizon(case).isoformat())


def _says_something(row: Any, case: Case) -> bool:
    """A value, or how many: of a share with what it is out of."""
    register = [one for one in case.bundle.rows("indicator-register") if one["indicator"] == row["indicator"]]
    words = " ".join(one["unit"] or one["title"] for one in register[:1])
    share = "%" in words or "share" in words.casefold() or "percent" in words.casefold()
    return bool(row["value"] or (row["numerator"] and (row["denominator"] or not share)))


def _horizon(case: Case) -> date:
    told = [
        date.fromisoformat(day[:10])
        for name in ("notified_on", "submitted_at")
        if (day := case.bundle.manifest.get(name))
    ]
    return max([case.bundle.ends, *([min(told)] if told else [])])


def _records(one: dict[str, Any], case: Case, see: See) -> None:
    kind = one["what"].removeprefix("records of kind ").partition(":")[0]
    if one["what"].startswith("records of kind "):
        see.none(not case.bundle.rows(kind), f"there are rows of {kind}")
    elif "team" in one["what"]:
        mine, other = (
            ("participation", "improvement-log") if kind == "improvement-log" else ("improvement-log", "participation")
        )
        teams = {row["team"] for row in case.bundle.rows(mine)} - {row["team"] for row in case.bundle.rows(other)}
        see.order(one["count"] <= len(teams), f"{one['count']} teams are more than {len(teams)}")
