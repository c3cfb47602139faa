"""What of a stored result judging it anew takes: facts, trust, and what it was judged to be. The rest is not looked at.

A result is written by us, and may have been changed since. Here only its form is held; whether its facts make what it says is
seen when they are judged by the framework that it was judged by.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from pydantic_core import from_json

from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import TrustIn
from inspector.model.problems import shown
from inspector.rules.vocabulary import Vocabulary
from inspector.workbench.concluded import Concluded, concluded
from inspector.workbench.form import NotAResult, Odd, text
from inspector.workbench.replaying.less import needed
from inspector.workbench.replaying.level import Level, levels, older, trusted

ASKS = " asks: "
"""What stands between the name of a probe and its question, where that is a reason to trust something less."""
SCALARS = frozenset((str, int, float, bool))
UNTOLD = {"says": "", "rows": (), "plugin": "", "aside": (), "beside": (), "aside_says": ""}
"""What of a fact no rule reads."""
FORMAT, VERSION = "inspector-inspection", 1


class Drawn(NamedTuple):
    """A finding as far as it says what a rule made of the facts."""

    rule: str
    limit: str | None
    direction: str
    withdrawn: bool


class Missing(NamedTuple):
    """Something that was expected and was not there, in the words of the result."""

    sort: str
    what: str
    why: str
    indicators: tuple[str, ...]


class Stored(NamedTuple):
    """A stored result. `levels` is what it was judged from, with what was judged before and bounds it.

    `lowered` says what besides that can have brought its verdict down, or cannot be known by other rules; mostly empty.
    """

    authority: str
    period_end: str
    concluded: Concluded
    findings: Counter[Drawn]
    facts: tuple[Fact, ...]
    trust: tuple[TrustIn, ...]
    levels: tuple[Level, ...]
    missing: tuple[Missing, ...]
    lowered: tuple[str, ...]


Read = Mapping[str, frozenset[str]]
"""The kinds of facts that are read, and of each the fields that are days."""


def kinds_read(kinds: Iterable[str], known: Vocabulary) -> Read:
    """Of these kinds of facts, as signals and probes have them."""
    return {kind: frozenset(one.name for one in known.get(kind, ()) if one.type == "date") for kind in kinds}


def read(data: bytes, kinds: Read) -> Stored:
    """A result from its bytes, with the facts of these kinds. Raises NotAResult."""
    try:
        found = from_json(needed(data), allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        raise NotAResult("it is not JSON in UTF-8") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotAResult("it is not a result of Inspector")
    if found.get("version") != VERSION:
        raise NotAResult(f"it is of version {shown(found.get('version'))}, and this reads {VERSION}")
    try:
        return _stored(found, kinds)
    except (KeyError, TypeError, ValueError, AttributeError) as failure:
        raise NotAResult(_why(failure)) from None


def _why(failure: Exception) -> str:
    if isinstance(failure, KeyError):
        return f"it has no {shown(failure.args[0])} where every result has one: it was changed, or was cut off"
    said = str(failure) if isinstance(failure, Odd) else "a part of it is not of the form that every result has"
    return f"{said}: it was changed, or was cut off"


def _stored(d: dict[str, Any], kinds: Read) -> Stored:
    bundle = d["bundle"]
    facts, trust = _facts(d["facts"], kinds), _trust(d)
    asking = sum(one["outcome"] in ("question", "strong-question") for one in d["traces"])
    read_alike = partial(_facts, kinds=kinds)
    return Stored(
        authority=text(bundle["authority"]),
        period_end=text(bundle["period"]["end"]),
        concluded=concluded(d),
        findings=Counter(map(_finding, d["findings"])),
        facts=facts,
        trust=trust,
        levels=(
            levels(d["judged_from"], facts, trust, read_alike) if "judged_from" in d else older(facts, trust, asking)
        ),
        missing=tuple(_missing(one) for one in d["verdict"].get("missing", ())),
        lowered=_lowered(d),
    )


def _trust(d: Mapping[str, Any]) -> tuple[TrustIn, ...]:
    """The trust in each piece. In older results that a probe asks about it, and that this weighs, stands among the reasons."""
    rows = d["trust"]
    if "judged_from" in d:
        return tuple(map(trusted, rows))
    probes = frozenset(text(one["probe"]) for one in d["traces"])
    return tuple(
        trusted({**row, "asked": any(text(why).partition(ASKS)[0] in probes for why in row["reasons"] if ASKS in why)})
        for row in rows
    )


def _lowered(d: Mapping[str, Any]) -> tuple[str, ...]:
    if "judged_from" in d:
        refuted = "visit" in d and bool(d["visit"]["less"])
        return ("a visit refuted a claim, and how much falls out for that hangs on the rules",) if refuted else ()
    said = (
        ("struck" in d, "rows that were asked about were set aside"),
        ("visit" in d, "a visit brought something back"),
        ("commitment" in d["verdict"].get("assured", {}), "earlier submissions were counted"),
    )
    return tuple(words for is_so, words in said if is_so)


def _finding(one: Mapping[str, Any]) -> Drawn:
    return Drawn(
        text(one["rule"]),
        one["limit"],
        text(one["direction"]),
        bool(one["withdrawn"]),
    )


def _facts(rows: Iterable[Mapping[str, Any]], kinds: Read) -> tuple[Fact, ...]:
    found = tuple(_fact(row, kinds[row["kind"]]) for row in rows if row["kind"] in kinds)
    if len({fact.id for fact in found}) < len(found):
        twice = next(id for id, count in Counter(fact.id for fact in found).items() if count > 1)
        raise Odd(f"two facts have the id {shown(twice)}")
    return found


def _fact(row: Mapping[str, Any], days: frozenset[str]) -> Fact:
    fields: dict[str, Scalar] = row["fields"]
    if not SCALARS.issuperset(map(type, fields.values())):
        name = next(name for name, value in fields.items() if type(value) not in SCALARS)
        raise Odd(f"the field {shown(name)} of the fact {shown(row['id'])} is {shown(fields[name])}")
    if not days.isdisjoint(fields):
        fields = {name: _day(value) if name in days else value for name, value in fields.items()}
    # Its parts were held to their types above: to do it twice would take longer than to judge it.
    rests_on = tuple(map(text, row["rests_on"]))
    return Fact.unchecked(
        {"id": text(row["id"]), "kind": text(row["kind"]), "fields": fields, "rests_on": rests_on, **UNTOLD}
    )


def _day(value: Scalar) -> Scalar:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _missing(one: Mapping[str, Any]) -> Missing:
    return Missing(text(one["sort"]), text(one["what"]), text(one["why"]), tuple(map(text, one["indicators"])))
