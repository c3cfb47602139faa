"""Read a whole bundle: every resource that can be read is read, and all problems are reported in one go."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from inspector import clock
from inspector.bundle import assemble, json_elements, line_numbers
from inspector.bundle.alone import Schema, alone
from inspector.bundle.annex_a import between_lists, within_rows
from inspector.bundle.annex_a.extract import extract
from inspector.bundle.annex_a.without_manifest import bare_manifest, read_as
from inspector.bundle.check import declared, periods
from inspector.bundle.check.check_table import check_table
from inspector.bundle.check.checked import CheckedTable
from inspector.bundle.check.figures import of_figures
from inspector.bundle.check.foreign_keys import Known
from inspector.bundle.check.hiding import Hiding
from inspector.bundle.check.normalise import Normalising
from inspector.bundle.check.undated import undated
from inspector.bundle.check.wording import Wording, of_objects
from inspector.bundle.framework_words import KINDS
from inspector.bundle.kinds import is_case_list
from inspector.bundle.open import declarations, given, sealed
from inspector.bundle.open.content import file_facts
from inspector.bundle.open.manifest import Manifest, read_manifest
from inspector.bundle.open.source import MANIFEST, Source, open_source
from inspector.bundle.open_resource import no_rows, open_resource
from inspector.bundle.own_schemas import OwnSchemas
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.set_aside import spares
from inspector.bundle.tables.cells import placed
from inspector.bundle.tables.flat import Opened
from inspector.bundle.tables.table import ROW, Table, of_frame
from inspector.model.evidence import Evidence
from inspector.model.own_words import NOBODY, Asked, ReadBy
from inspector.model.problems import CannotComplete, Faults, Problem, Where
from inspector.model.remarks import Unreadable, error
from inspector.privacy.gate import Gate

FATAL = frozenset({
    "no-such-bundle", "broken-zip", "unsafe-zip", "no-manifest", "manifest", "unknown-kind", "empty-bundle",
    "path-outside", "no-such-file", "file-too-large", "wrong-hash", "wrong-size",
})  # fmt: skip
"""Problems of the bundle itself: with one of these it is not known what was submitted, so nothing is assessed."""


@dataclass(frozen=True)
class BundleReading:
    """What was read. `evidence` is None where the bundle itself is at fault (see `FATAL`), and typed at first use."""

    problems: tuple[Problem | Faults, ...] = field(repr=False)
    digest: str | None
    root: str | None = field(default=None, kw_only=True)
    """The root over all that was read, where the bundle was sealed with one and could be read."""
    assemble: Callable[[], Evidence] | None = field(default=None, repr=False, compare=False)
    tables: tuple[Table, ...] = field(default=(), repr=False, compare=False)
    resources: tuple[dict[str, Any], ...] = field(default=(), repr=False, compare=False)
    """The resources as the manifest has them."""
    stopping: tuple[Problem | Faults, ...] = field(default=(), repr=False, compare=False)
    """The errors that an assessment stops at: all but those in single cells of case lists and own tables."""
    hiding: Hiding = field(default_factory=lambda: Hiding(Gate()), repr=False, compare=False)
    """What of the tables may be told. The remarks and the evidence have passed it; `tables` have not."""
    written: tuple[Table, ...] = field(default=(), repr=False, compare=False, kw_only=True)
    """The tables as people wrote them, side by side with `tables`; only where they were asked for."""
    read_as: str = field(default="", kw_only=True)
    """In words, what files without a manifest were taken for."""
    framework: str | None = field(default=None, kw_only=True)
    """What the manifest asks to be judged by, whatever it is."""
    by: ReadBy = field(default=NOBODY, repr=False, compare=False, kw_only=True)
    """The framework whose words were read beside ours."""

    @cached_property
    def evidence(self) -> Evidence | None:
        """The typed evidence, or None."""
        return self.assemble() if self.assemble else None

    @property
    def register_stated(self) -> bool:
        """Whether the register leaves nothing open: every measure's sort is stated, and what frameworks call one at least."""
        return all(_stated(table) for table in self.tables if table.kind == "indicator-register")

    @property
    def unreadable(self) -> bool:
        """Whether the bundle itself is at fault."""
        return self.assemble is None


def read_bundle(
    path: Path,
    pseudonyms: Pseudonyms | None = None,
    opened_as: Source | None = None,
    *,
    notified_on: date | None = None,
    schema: Schema | None = None,
    as_written: bool = False,
    by: Asked | None = None,
) -> BundleReading:
    """Read the bundle at `path`: a folder, a zip, or Annex A lists alone (a workbook, a folder of CSVs).

    `schema` is a row schema that the table at `path` is held against by itself.
    `opened_as` is read in its place, as by who seals a bundle and reads it by a manifest that is not written yet.
    `notified_on` is when the inspection was announced, where no manifest says so.
    `by` is asked once, where rows may have words of a framework's own, by which framework the bundle is read.
    `as_written` keeps the cells as people wrote them, too, for those who show them.
    `pseudonyms` replaces the identifiers of children and workers, in problems and evidence alike. Raises CannotComplete
    only where not even a manifest can be read.
    """
    try:
        source, manifest = _source(path, opened_as, schema)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    problems: list[Problem | Faults] = list(manifest.problems)
    opened: list[Opened] = []
    hashes: dict[str, str] = {}
    files: dict[str, line_numbers.Opened] = {}
    has_words = any(one["kind"] in KINDS for one in manifest.resources)
    opened_by = by(manifest.framework) if by is not None and has_words else NOBODY
    schemas = OwnSchemas(source, manifest.resources, alone=schema is not None, by=opened_by)
    for place, resource in clock.each(manifest.placed, len(manifest.placed)):
        opened += _opened(source, schemas, resource, place, problems, hashes, files, held=not manifest.bare)
    hiding = Hiding(Gate(pseudonyms))
    with clock.phase("checking tables"):
        tables, written, faults = _checked(opened, hiding, problems)
        problems += faults
    with clock.phase("checking tables against each other"):
        problems += _across(tables, manifest, hiding, notified_on, faults)
    root = _root(source, manifest.document, hashes, problems)
    roots, vain = given.givers(source, manifest.placed)
    problems += vain
    remarks = line_numbers.with_lines(_sorted(problems), files)
    told = [hiding.gate.remark(one) for one in json_elements.with_elements(remarks, tables, manifest.resources)]
    if pseudonyms:
        tables = [_pseudonymised(table, hiding.fields(table).identifying, pseudonyms) for table in tables]
    taken_for = read_as(tables) if manifest.bare else ""
    digest, resources = assemble.digest(manifest.document), tuple(manifest.resources)
    as_they_were = tuple(written) if as_written else ()
    del written
    if any(problem.level == "error" and problem.rule in FATAL for problem in problems):
        return BundleReading(
            tuple(told), None, None, tuple(tables), resources, hiding=hiding, root=root, written=as_they_were,
            framework=manifest.framework, by=opened_by,
        )  # fmt: skip
    spared = {(table.path, table.sheet) for table in tables if is_case_list(table.schema) or table.kind == "table"}
    stopping = tuple(said for said, one in zip(told, remarks, strict=True) if _stops(one, tables, spared))

    def evidence() -> Evidence:
        with clock.phase("making rows into evidence"):
            return assemble.evidence(manifest, tables, remarks, digest, hiding, root, roots, opened_by.words)

    return BundleReading(
        tuple(told),
        digest,
        evidence,
        tuple(tables),
        resources,
        stopping,
        hiding,
        root=root,
        read_as=taken_for,
        written=as_they_were,
        framework=manifest.framework,
        by=opened_by,
    )


def _stated(register: Table) -> bool:
    names = [name for name in ("measure", "same_as") if name in register.fields]
    frame = register.frame.select(names) if len(names) == 2 else None
    return frame is not None and not frame["measure"].has_nulls() and frame["same_as"].null_count() < frame.height


def _stops(problem: Problem | Faults, tables: list[Table], spared: set[tuple[str, str | None]]) -> bool:
    in_cells = isinstance(problem, Faults) and (problem.file, problem.sheet) in spared
    return problem.level == "error" and not in_cells and not spares(tables, problem)


def _source(path: Path, opened_as: Source | None, schema: Schema | None) -> tuple[Source, Manifest]:
    if schema is not None:
        return alone(path, schema)
    return _manifest(path) if opened_as is None else (opened_as, read_manifest(opened_as))


def _manifest(path: Path) -> tuple[Source, Manifest]:
    bare = bare_manifest(path)
    if bare is not None:
        return bare
    source = open_source(path)
    return source, read_manifest(source)


def _opened(
    source: Source,
    schemas: OwnSchemas,
    resource: dict[str, Any],
    place: int,
    problems: list[Problem | Faults],
    hashes: dict[str, str],
    files: dict[str, line_numbers.Opened],
    *,
    held: bool,
) -> list[Opened]:
    try:
        limit = "table-bytes" if resource["kind"] == "table" else "file-bytes"
        content = source.open(resource["path"], large=limit if _is_csv(resource) else None)
        found = file_facts(content)
        hashes[resource["path"]] = found.sha256
        if _is_csv(resource):
            files[resource["path"]] = line_numbers.Opened(content, found)
        if held:
            problems += _seal_problems(resource, found.sha256, found.size, place)
        opening = open_resource(schemas, resource, place, content, found)
    except Unreadable as failure:
        problems += failure.problems
        return []
    problems += opening.problems
    return opening.tables


def _is_csv(resource: dict[str, Any]) -> bool:
    return bool(resource["path"].lower().endswith((".csv", ".tsv", ".txt")) or resource.get("format") == "csv")


def _root(
    source: Source, document: dict[str, Any], hashes: dict[str, str], problems: list[Problem | Faults]
) -> str | None:
    """The root over what is there, and a problem where it is not the one that the manifest says. None for what has none."""
    said = sealed.said_root(document)
    if said is None:
        return None
    try:
        found = sealed.root(document, lambda path: hashes.get(path) or file_facts(source.open(path)).sha256)
    except Unreadable as failure:
        if failure.problem not in problems:
            problems.append(failure.problem)
        return None
    if found != said and not any(problem.rule in ("wrong-hash", "wrong-size") for problem in problems):
        message = f"the manifest, or a schema that it leads to, is not the one that was sealed: the root is {found}"
        fix = "if what is there is right, seal it again with `inspector bundle seal`"
        problems.append(error("wrong-root", Where(file=MANIFEST, path="seal.root"), message, said, fix))
    return found


def _seal_problems(resource: dict[str, Any], sha256: str, size: int, place: int) -> Iterator[Problem]:
    where = Where(file=resource["path"])
    if f"sha256:{sha256}" != resource["hash"]:
        message = f"the file is not the one the manifest seals: its hash is sha256:{sha256}"
        expected = f"{resource['hash']} (resources[{place}].hash of {MANIFEST})"
        fix = "if the file is right, seal it again with `inspector bundle seal`"
        yield error("wrong-hash", where, message, expected, fix)
    elif resource["bytes"] != size:
        message = f"the file has {size} bytes where the manifest says {resource['bytes']}"
        yield error("wrong-size", where, message)


def _checked(
    opened: list[Opened], hiding: Hiding, remarks: list[Problem | Faults]
) -> tuple[list[Table], list[Table], list[Problem | Faults]]:
    """Every table with its cells made ready, and as it was, and what is wrong with them. Tables of the authority's own are
    not kept."""
    problems: list[Problem | Faults] = []
    known = _known(opened)
    done: list[tuple[Table, CheckedTable, list[Faults]]] = []
    for one in clock.each(opened, len(opened)):
        table = one.table
        keep = table.kind != "table"
        try:
            found = check_table(
                table,
                Normalising(table, one.mapping, as_is=one.objects is not None),
                known,
                rows_checked=one.objects is not None,
                keep=keep,
            )
        except Unreadable as failure:
            problems += () if one.unread else failure.problems
            continue
        if one.unread:
            hiding.gather(table, found, remarks)
            continue
        if one.objects is not None:
            found.faults = {**of_objects(table, one.objects, table.schema.get("x-record")), **found.faults}
        short = table.short() if table.short and found.short else []
        hiding.gather(table, found, [*remarks, *short])
        done.append((table, found, short))
    hiding.gate.settle()
    closed = hiding.closed([table for table, _, _ in done])
    for table, found, short in done:
        faults = Wording(table, known, hiding.telling(table), closed).faults(found)
        problems += placed(table.cells, json_elements.of_table(table, faults))
        problems += no_rows(table, found.height)
        problems += short
    return [_ready(table, found) for table, found, _ in done], [table for table, _, _ in done], problems


def _ready(table: Table, found: CheckedTable) -> Table:
    # Nor are the bytes of the file kept, which is asked for short rows once.
    ready = replace(table, short=None)
    return ready if found.normalised is None else replace(ready, batches=of_frame(found.normalised))


def _known(opened: list[Opened]) -> Known:
    """The values that links may lead to, by kind (or resource) and field, of all tables together."""
    wanted = {
        (link["kind"], link["references"]) for one in opened for link in one.table.schema.get("x-foreign-key", ())
    }
    known: dict[tuple[str, str], set[str]] = {}
    for kind, name in wanted:
        held = [one for one in opened if kind in (one.table.kind, one.table.name) and name in one.table.fields]
        try:
            if held:
                known[kind, name] = set().union(*(_values(one, name) for one in held))
        except Unreadable:
            # The check of that table tells; where a link leads cannot be said.
            continue
    return {key: sorted(values) for key, values in known.items()}


def _values(one: Opened, name: str) -> set[str]:
    # Cells are made ready field by field, so that of one field the others need not be.
    alone = replace(one.table, headings={name: one.table.headings[name]})
    normalising = Normalising(alone, one.mapping, as_is=one.objects is not None)
    found: set[str] = set()
    for batch in one.table.batches():
        ready, _ = normalising.normalise(batch.select(ROW, name))
        found.update(ready[name].drop_nulls().unique().to_list())
    return found


def _across(
    tables: list[Table], manifest: Manifest, hiding: Hiding, notified_on: date | None, told: list[Problem | Faults]
) -> Iterator[Problem | Faults]:
    kinds = {table.kind for table in tables}
    start, end = manifest.day("period", "start"), manifest.day("period", "end")
    if start and end:
        submitted = manifest.day("submitted_at")
        for table in tables:
            if table.kind != "table":
                yield from periods.of_periods(table, start, end, submitted)
    for table in tables:
        yield from undated(table)
    if "indicators" in kinds and "indicator-register" not in kinds:
        yield _no_register(manifest)
    yield from declarations.faults(manifest)
    yield from declared.of_declarations(tables, manifest, start, end)
    yield from of_figures(tables, told)
    if any("x-list" in table.schema for table in tables):
        yield from _lists(tables, manifest, hiding, notified_on or manifest.day("notified_on"))


def _no_register(manifest: Manifest) -> Problem:
    """That there is no indicator register, or that the one that the manifest names cannot be read."""
    blind = "so nobody can tell which direction is better"
    listed = manifest.document.get("resources")
    named = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    for one in named:
        if one.get("kind") == "indicator-register":
            path = one.get("path")
            where = Where(file=path if isinstance(path, str) else MANIFEST)
            message = f"the indicator register cannot be read, {blind}"
            fix = "mend what else is said of it, here or in the manifest"
            return error("unreadable-register", where, message, fix=fix)
    message = f"there are figures but no indicator register, {blind}"
    return error("no-register", Where(file=MANIFEST), message, "a resource of kind indicator-register")


def _lists(
    tables: list[Table], manifest: Manifest, hiding: Hiding, notified: date | None
) -> Iterator[Problem | Faults]:
    """What the rows of the lists of Annex A, and two lists, say of the same child."""
    births, submitted = within_rows.births(tables), manifest.day("submitted_at")
    days = {
        resource["name"]: extract(resource.get("extracted_at"), submitted, notified, births)
        for resource in manifest.resources
        if resource["kind"] == "case-records"
    }
    yield from within_rows.checks(tables, hiding, days)
    yield from between_lists.checks(tables, hiding)


def _pseudonymised(table: Table, fields: frozenset[str], pseudonyms: Pseudonyms) -> Table:
    names = [name for name in table.fields if name in fields]
    if not names or table.kind == "table":
        return table
    frame = table.frame
    return replace(table, batches=of_frame(frame.with_columns(pseudonyms.series(frame[name]) for name in names)))


def _natural(text: str | None) -> list[tuple[int, str]]:
    """A key by which List 2 comes before List 10."""
    parts = re.split(r"(\d+)", text or "")
    return [(int(part[:18]), "") if part.isdecimal() else (-1, part) for part in parts]


def _sorted(problems: list[Problem | Faults]) -> list[Problem | Faults]:
    def key(problem: Problem | Faults) -> tuple[Any, ...]:
        if isinstance(problem, Faults):
            row = problem.rows[0] if problem.rows else 0
            place = problem.file, _natural(problem.sheet)
            return *place, problem.level, row, problem.field or "", problem.rule, problem.message
        where = problem.where
        place = where.file, _natural(where.sheet)
        line, name = where.row or where.line or 0, where.field or where.path or ""
        return *place, problem.level, line, name, problem.rule, problem.message

    return sorted(problems, key=key)
