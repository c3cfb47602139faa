"""The resource that a scorecard would become: its layout in place of a mapping, and what the file leaves open to be said."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from inspector.bundle.kinds import PARTS
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.wide import KINDS
from inspector.model.problems import CannotComplete, Where, shown
from inspector.model.remarks import did_you_mean, error
from inspector.packing import proposing, wide
from inspector.packing.given import Given
from inspector.packing.looked import Looked
from inspector.packing.proposed import Open, Proposal, Proposed
from inspector.packing.wide import WideProposal

Resource = dict[str, Any]
SAID = ("indicator", "unit", "better", "target", "measure", "same_as")
"""What of an indicator is kept where another file takes the place of one."""
CODED = ("better", "measure")
"""What may be said of each indicator by its title, as codes are."""
WAYS = ("up", "down")


def draft(
    file: Path, path: str, given: Given, kind: str | None, looked: Iterable[Looked], old: Resource | None
) -> tuple[Resource, Proposed] | None:
    """Sheet and layout of a scorecard, and what is told of it; None where the file is none, or is better read as a long table.

    Raises CannotComplete where a direction is said of an indicator that there is not, and Unreadable.
    """
    if kind not in (None, *KINDS) or given.fields or given.part:
        return None
    found = wide.proposed(file, kind, given.sheet)
    if found is None or _is_long(tuple(looked), path, kind, found):
        return None
    resource = dict(found.resource)
    listed = _kept(resource["layout"]["indicators"], old or {})
    resource["layout"] = {**resource["layout"], "indicators": _said(listed, given)}
    return resource, _told(found, resource)


def _is_long(looked: tuple[Looked, ...], path: str, kind: str | None, found: WideProposal) -> bool:
    """Whether the headings name all that a row of the kind must have, so that it is no scorecard."""
    try:
        long = proposing.propose(looked, path, kind=kind)
    except CannotComplete:
        return False
    if kind is None:
        apart = long.kind in ("return", "case-records") or (long.kind in KINDS and long.kind == found.kind)
        if long.sure != "likely" or found.sure == "unsure" or apart:
            return long.sure == "certain" or (long.sure == "likely" and found.sure == "unsure")
        kind = PARTS[long.kind][long.part] if long.part else long.kind
    named = {one.ours for one in long.fields if one.sure != "unsure"}
    return set(json_schema.schema(kind)["required"]) <= named


def _kept(fresh: list[dict[str, str]], old: Resource) -> list[dict[str, str]]:
    """The indicators with what the file that was there said of those with the same title."""
    layout = old.get("layout")
    listed = layout.get("indicators") if isinstance(layout, dict) else None
    known = {one.get("title"): one for one in listed or () if isinstance(one, dict)}
    return [
        one | {key: said[key] for key in SAID if key in said} if (said := known.get(one["title"])) else one
        for one in fresh
    ]


def _said(listed: list[dict[str, str]], given: Given) -> list[dict[str, str]]:
    """The indicators with what somebody says of them, by title or id; one constant stands for all that are open."""
    names = {name for one in listed for name in (one["title"], one["indicator"])}
    wrong = [name for field in CODED for name in given.codes.get(field, {}) if name not in names]
    if wrong:
        message = f"no indicator is called {shown(wrong[0])}"
        raise CannotComplete([error("mapping", Where(file=MANIFEST), message, fix=did_you_mean(wrong[0], names))])
    made = []
    for one in listed:
        fresh = dict(one)
        for field in CODED:
            codes = given.codes.get(field, {})
            said = codes.get(one["title"]) or codes.get(one["indicator"])
            if said := said or one.get(field) or given.constants.get(field, ""):
                fresh[field] = said
        made.append(fresh)
    return made


def _told(found: WideProposal, resource: Resource) -> Proposed:
    layout = resource["layout"]
    known = {one["title"] for one in layout["indicators"] if one.get("better")}
    open_ = [one for one in dict.fromkeys(entry.title for entry in found.register) if _title(one, layout) not in known]
    down = layout["form"] == "periods-down"
    lines = {one["indicator"]: one for one in reversed(layout["indicators"])}
    fields = tuple(
        Proposal(one["title"], _reading(one), found.sure, own=True, why=f"{'column' if down else 'row'} {one['at']}")
        for one in reversed(lines.values())
    )
    doubts = list(found.doubts)
    if found.kind == "indicators":
        doubts.append(
            "the register of these indicators is read from the same file, with --kind indicator-register --name register"
        )
    if open_:
        doubts.append(f"it is not said which direction is better for {', '.join(map(shown, open_[:12]))}")
    opened = tuple(Open("better", title, 1, WAYS) for title in open_) if found.kind == "indicator-register" else ()
    row = layout["headings"][-1] if layout["form"] == "periods-across" else layout["names"]
    return Proposed(
        kind=found.kind, part=None, sheet=resource.get("sheet"), headings_row=int(row), sure=found.sure,
        why=found.why, fields=fields, open_codes=opened, doubts=tuple(doubts),
    )  # fmt: skip


def _title(full: str, layout: Mapping[str, Any]) -> str:
    titles = {one["title"] for one in layout["indicators"]}
    return full if full in titles else next((title for title in titles if full.startswith(f"{title}, ")), full)


def _reading(one: Mapping[str, str]) -> str:
    better = {"up": ", higher is better", "down": ", lower is better"}.get(one.get("better", ""), "")
    return f"{one['indicator']}{better}"
