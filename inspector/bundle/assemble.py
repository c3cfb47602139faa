"""From the tables of a bundle to its evidence, and the digest by which a bundle is known."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, cast

from inspector.bundle.check.hiding import Hiding
from inspector.bundle.kinds import NOUNS, OWNER, is_case_list
from inspector.bundle.open import declarations
from inspector.bundle.open.manifest import Manifest
from inspector.bundle.returns.year import with_years
from inspector.bundle.set_aside import PART_RULE, set_aside, spares, without_need
from inspector.bundle.tables.table import Table
from inspector.bundle.typed_rows import typed
from inspector.model.base import Noun
from inspector.model.case_lists import CaseList
from inspector.model.declared import MOST
from inspector.model.evidence import Evidence, Resource, Rows
from inspector.model.own_words import OwnWords
from inspector.model.problems import Faults, Problem
from inspector.model.rows import merged

NO_WORDS = OwnWords()
_FIELDS = {
    "figures": "indicators",
    "indicators": "indicator-register",
    "log": "improvement-log",
    "participation": "participation",
    "durations": "durations",
    "leadership": "leadership",
    "leadership_questions": "leadership-questions",
    "partnership": "partnership",
    "voice": "voice",
    "verifications": "verifications",
}
_NESTED = {
    "recommendations": {"actions": "recommendation-actions", "statuses": "recommendation-statuses"},
    "case-reviews": {"factors": "case-review-factors", "actions": "case-review-actions"},
    "self-evaluation": {"claims": "self-evaluation-claims"},
}


def evidence(
    manifest: Manifest,
    tables: list[Table],
    remarks: Iterable[Problem | Faults],
    seal: str,
    hiding: Hiding,
    root: str | None = None,
    roots: Mapping[str, str] = MappingProxyType({}),
    words: OwnWords = NO_WORDS,
) -> Evidence:
    """The typed rows of all tables, without those that a problem of level error is about. `seal` is the
    digest, `root` that of a sealed bundle, `roots` those of what others gave and sealed, by resource, `words` those of the
    framework by which the bundle was read.

    Every text has passed the gate: what is private and stands in it is not repeated.

    Of a case list a row is left out only where it does not say whom it is about; a cell that cannot be read is empty.
    """
    told = tuple(remarks)
    left = _rows_at_fault(tables, (one for one in told if one.rule == PART_RULE or not spares(tables, one)))
    for key, without in without_need(tables, told):
        left[key] |= without
    days = {key: manifest.day("period", key) or date.min for key in ("start", "end")}
    aside, taken = set_aside(tables, told, left, days["start"], days["end"])
    unused = {key: rows | taken.get(key, set()) for key, rows in left.items()}
    rows = {
        kind: tuple(
            hiding.gate.evidence(v) for t in tables if t.kind == kind for v in typed(t, noun, unused[t.place, kind])
        )
        for kind, noun in NOUNS.items()
        if any(t.kind == kind for t in tables)
    }
    cases = _case_lists(tables, hiding)
    nested = {kind.replace("-", "_"): _nested(kind, rows) for kind in _NESTED if kind in rows}
    own = [table for table in tables if table.kind in NOUNS]
    return Evidence(
        authority=manifest.authority,
        invented=manifest.invented,
        period_start=days["start"],
        period_end=days["end"],
        notified_on=manifest.day("notified_on"),
        submitted_at=manifest.day("submitted_at"),
        framework=manifest.framework,
        learning=hiding.gate.evidence(manifest.learning),
        digest=seal,
        root=root,
        resources=tuple(_resource(r, tables, hiding, roots) for r in manifest.resources),
        **{field: cast(Any, rows.get(kind, ())) for field, kind in _FIELDS.items()},
        **cast(Any, nested),
        declared=(*hiding.gate.evidence(declarations.events(manifest)), *rows.get(declarations.KIND, ()))[:MOST],
        case_lists=tuple(sorted(cases, key=_in_order)),
        left_out=merged(
            _left_out(table, left[table.place, table.kind]) for table in own if left[table.place, table.kind]
        ),
        set_aside=hiding.gate.evidence(aside),
        words=words,
    )


def _left_out(table: Table, rows: set[int]) -> Rows:
    return Rows(resource=table.place, rows=tuple(table.rows_in_file(rows)))


def _rows_at_fault(tables: list[Table], remarks: Iterable[Problem | Faults]) -> dict[tuple[str, str], set[int]]:
    """The rows of each table, by its place and kind, that an error is about."""
    bad: dict[tuple[str, str | None], list[Problem | Faults]] = {}
    for remark in remarks:
        if remark.level == "error":
            where = remark if isinstance(remark, Faults) else remark.where
            bad.setdefault((where.file, where.sheet), []).append(remark)
    found: dict[tuple[str, str], set[int]] = {}
    for table in tables:
        rows = found.setdefault((table.place, table.kind), set())
        rows.update(row for one in bad.get((table.path, table.sheet), ()) for row in table.numbers(one))
    return found


def _case_lists(tables: list[Table], hiding: Hiding) -> list[CaseList]:
    lists = [table for table in tables if is_case_list(table.schema)]
    if not lists:
        return []
    # numpy is a heavy import; only who has case records pays for it.
    from inspector.bundle.annex_a.case_arrays import case_list

    return with_years([case_list(table, hiding.telling(table)) for table in lists])


def _in_order(one: CaseList) -> tuple[int, str, str]:
    """Annex A by the numbers of its lists, then the tables of returns by their names."""
    number = one.list.removeprefix("list-")
    return (int(number), "", one.resource) if number.isdecimal() else (99, one.list, one.resource)


def _nested(kind: str, rows: dict[str, tuple[Noun, ...]]) -> tuple[Noun, ...]:
    """The values of a kind with those of its parts put into them, in the order of the evidence."""
    inner: dict[str, dict[str, list[Noun]]] = {}
    for part, name in _NESTED[kind].items():
        owners = inner.setdefault(part, {})
        for value in rows.get(name, ()):
            owners.setdefault(getattr(value, OWNER[name]) or "", []).append(value)
    return tuple(
        value.model_copy(update={part: tuple(inner[part].get(cast(Any, value).id, ())) for part in inner})
        for value in rows[kind]
    )


def _resource(resource: dict[str, Any], tables: list[Table], hiding: Hiding, roots: Mapping[str, str]) -> Resource:
    held = [table for table in tables if (table.path, table.name) == (resource["path"], resource["name"])]
    rows = sum(table.frame.height for table in held if table.kind != "table")
    said = {key: resource.get(key) for key in ("recorded_by", "source_system", "extracted_at", "submitted_by")}
    provenance = {key: hiding.gate.evidence(text) for key, text in said.items()}
    return Resource(
        name=resource["name"],
        path=resource["path"],
        kind=resource["kind"],
        sha256=resource["hash"].removeprefix("sha256:"),
        bytes=int(resource["bytes"]),
        rows=rows,
        giver_root=roots.get(resource["name"]),
        **provenance,
    )


def digest(document: dict[str, Any]) -> str:
    """sha256 over the manifest's content, which holds the hash of every file; blind to how it is laid out or packed."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
