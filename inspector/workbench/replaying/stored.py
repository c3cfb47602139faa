"""What of a stored result judging it anew takes: facts, trust, and what it was judged to be. The rest is not looked at.

A result is written by us, and may have been changed since. Here only its form is held; whether its facts make what it says is
seen when they are judged by the framework that it was judged by.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, get_args

from pydantic_core import from_json

from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import TrustIn
from inspector.model.ladder import Standing, Trust, VerdictWord
from inspector.model.problems import shown
from inspector.rules.vocabulary import Vocabulary

ASKS = " asks: "
"""What stands between the name of a probe and its question, where that is a reason to trust something less."""
FORMAT, VERSION = "inspector-inspection", 1
STANDINGS, TRUST, VERDICTS = (frozenset(get_args(words)) for words in (Standing, Trust, VerdictWord))


class NotAResult(Exception):
    """Something that is no stored result, or a damaged one; its text says why."""


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
    """A stored result; `lowered` says what besides its facts can have brought its verdict down, empty where nothing did."""

    authority: str
    period_end: str
    framework: str
    version: str
    digest: str
    engine: str
    verdict: VerdictWord
    row: str
    standings: Mapping[str, Standing]
    findings: Counter[Drawn]
    facts: tuple[Fact, ...]
    trust: tuple[TrustIn, ...]
    missing: tuple[Missing, ...]
    questions: int
    lowered: tuple[str, ...]


Read = Mapping[str, frozenset[str]]
"""The kinds of facts that are read, and of each the fields that are days."""


def kinds_read(kinds: Iterable[str], known: Vocabulary) -> Read:
    """Of these kinds of facts, as signals and probes have them."""
    return {kind: frozenset(one.name for one in known.get(kind, ()) if one.type == "date") for kind in kinds}


def read(data: bytes, kinds: Read) -> Stored:
    """A result from its bytes, with the facts of these kinds. Raises NotAResult."""
    try:
        found = from_json(data, allow_inf_nan=False)
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
    said = str(failure) if isinstance(failure, _Odd) else "a part of it is not of the form that every result has"
    return f"{said}: it was changed, or was cut off"


class _Odd(ValueError):
    """A value that no result has, in words."""


def _stored(d: dict[str, Any], kinds: Read) -> Stored:
    verdict, framework, bundle = d["verdict"], d["framework"], d["bundle"]
    return Stored(
        authority=_text(bundle["authority"]),
        period_end=_text(bundle["period"]["end"]),
        framework=_text(framework["id"]),
        version=_text(framework["version"]),
        digest=_text(framework["digest"]),
        engine=_text(d["engine"]["version"]),
        verdict=_one_of(verdict["verdict"], VERDICTS),
        row=_text(verdict["row"]),
        standings={_text(theme["theme"]): _one_of(theme["standing"], STANDINGS) for theme in d["themes"]},
        findings=Counter(map(_finding, d["findings"])),
        facts=_facts(d["facts"], kinds),
        trust=_trust(d["trust"], frozenset(_text(one["probe"]) for one in d["traces"])),
        missing=tuple(_missing(one) for one in verdict.get("missing", ())),
        questions=sum(one["outcome"] in ("question", "strong-question") for one in d["traces"]),
        lowered=_lowered(d),
    )


def _trust(rows: Iterable[Mapping[str, Any]], probes: frozenset[str]) -> tuple[TrustIn, ...]:
    """The trust in each piece. That a probe asks about it, and that this weighs, stands among the reasons for it."""
    return tuple(
        TrustIn(
            evidence=_text(one["evidence"]),
            trust=_one_of(one["trust"], TRUST),
            reasons=(),
            asked=any(_text(reason).partition(ASKS)[0] in probes for reason in one["reasons"] if ASKS in reason),
        )
        for one in rows
    )


def _lowered(d: Mapping[str, Any]) -> tuple[str, ...]:
    said = (
        ("struck" in d, "rows that were asked about were set aside"),
        ("visit" in d, "a visit brought something back"),
        ("commitment" in d["verdict"].get("assured", {}), "earlier submissions were counted"),
    )
    return tuple(words for is_so, words in said if is_so)


def _finding(one: Mapping[str, Any]) -> Drawn:
    return Drawn(
        _text(one["rule"]),
        one["limit"],
        _text(one["direction"]),
        bool(one["withdrawn"]),
    )


def _facts(rows: Iterable[Mapping[str, Any]], kinds: Read) -> tuple[Fact, ...]:
    found = tuple(_fact(row, kinds[row["kind"]]) for row in rows if row["kind"] in kinds)
    if len({fact.id for fact in found}) < len(found):
        twice = next(id for id, count in Counter(fact.id for fact in found).items() if count > 1)
        raise _Odd(f"two facts have the id {shown(twice)}")
    return found


def _fact(row: Mapping[str, Any], days: frozenset[str]) -> Fact:
    fields: dict[str, Scalar] = {}
    for name, value in row["fields"].items():
        if not isinstance(value, str | int | float | bool):
            raise _Odd(f"the field {shown(name)} of the fact {shown(row['id'])} is {shown(value)}")
        fields[name] = date.fromisoformat(value) if name in days and isinstance(value, str) else value
    # Its parts were held to their types above: to do it twice would take longer than to judge it.
    return Fact.model_construct(
        id=_text(row["id"]), kind=_text(row["kind"]), fields=fields, rests_on=tuple(map(_text, row["rests_on"]))
    )


def _missing(one: Mapping[str, Any]) -> Missing:
    return Missing(_text(one["sort"]), _text(one["what"]), _text(one["why"]), tuple(map(_text, one["indicators"])))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Odd(f"{shown(value)} stands where a text does")
    return value


def _one_of(value: Any, words: frozenset[str]) -> Any:
    if value not in words:
        raise _Odd(f"{shown(value)} is none of {', '.join(sorted(words))}")
    return value
