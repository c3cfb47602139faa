"""Findings that are new, gone and kept, matched by rule and by what they are about."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from inspector.model.comparison import Cited, FindingOver
from inspector.overtime.citing import cited
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Fact, Finding

MOST = 3
"""So many facts are told of a finding that is gone."""


class Pairs(NamedTuple):
    """Findings of then with those of now that are the same, by their ids; `None` where there is none."""

    kept: Mapping[str, str]
    then: Mapping[str, Finding]
    now: Mapping[str, Finding]


def paired(then: Document, now: Document) -> Pairs:
    """Findings of the same id, and those of results that left the measure out of it, by rule and measure."""
    before = {one["id"]: one for one in then["findings"]}
    after = {one["id"]: one for one in now["findings"]}
    kept = {name: name for name in before if name in after}
    bare = {_key(one, facts(then)): one["id"] for one in then["findings"] if one["id"] not in kept and _is_bare(one)}
    named = {_key(one, facts(now)): one["id"] for one in now["findings"] if one["id"] not in kept.values()}
    found = {id: named[key] for key, id in bare.items() if key in named}
    return Pairs({name: other for name in before if (other := {**kept, **found}.get(name))}, before, after)


def _is_bare(one: Finding) -> bool:
    """Whether it is called by its rule alone, or by that and a number, as older results did."""
    rest = one["id"].removeprefix(one["rule"]).removeprefix("/")
    return not rest or rest.isdigit()


def _key(one: Finding, known: Mapping[str, Fact]) -> tuple[str, tuple[str, ...]]:
    return one["rule"], about(one, known)


def facts(found: Document) -> dict[str, Fact]:
    """The facts of a result by their ids."""
    return {one["id"]: one for one in found["facts"]}


def about(one: Finding, known: Mapping[str, Fact]) -> tuple[str, ...]:
    """The measures that the facts behind a finding are about, sorted."""
    named = (known[id]["fields"].get("indicator") for id in one["facts"] if id in known)
    return tuple(sorted({str(name) for name in named if name}))


def findings(then: Document, now: Document, pairs: Pairs) -> tuple[FindingOver, ...]:
    """Those of now in its order, new or kept, and then those that are gone."""
    back = {other: name for name, other in pairs.kept.items()}
    before, after = facts(then), facts(now)
    found = [_over(pairs.then.get(back.get(one["id"], "")), one, before, after) for one in now["findings"]]
    gone = [_over(one, None, before, after) for one in then["findings"] if one["id"] not in pairs.kept]
    return (*found, *gone)


def _over(
    was: Finding | None, there: Finding | None, before: Mapping[str, Fact], after: Mapping[str, Fact]
) -> FindingOver:
    one = there or was
    assert one is not None
    return FindingOver(
        state="kept" if was and there else "new" if there else "gone",
        rule=one["rule"],
        about=about(one, after if there else before),
        theme=one["theme"],
        then_id=was["id"] if was else None,
        now_id=there["id"] if there else None,
        then_says=was["says"] if was else None,
        now_says=there["says"] if there else None,
        why="" if there or was is None else since(was["facts"], before, after),
        then=of_finding(was, before),
        now=of_finding(there, after) if there else cited(name for name in one["facts"] if name in after),
    )


def of_finding(one: Finding | None, known: Mapping[str, Fact]) -> Cited:
    """What a finding rests on in its own result."""
    if one is None:
        return Cited()
    rows = [part for name in one["facts"] if name in known for part in known[name]["rows"]]
    return cited([one["id"], *one["facts"]], rows)


def since(names: Iterable[str], before: Mapping[str, Fact], after: Mapping[str, Fact]) -> str:
    """What the facts behind a finding of then say now, or that they are not there."""
    there = [name for name in names if name in after]
    lost = [name for name in names if name not in after]
    other = [name for name in there if name not in before or before[name]["says"] != after[name]["says"]]
    parts = [f"{after[name]['says']} [{name}]" for name in (other or there)[:MOST]]
    if parts:
        parts.insert(0, "Behind it now:")
    if lost:
        more = f" and {len(lost) - MOST} more" if len(lost) > MOST else ""
        parts.append(f"Nothing is there now of {', '.join(lost[:MOST])}{more}.")
    return " ".join(parts)
