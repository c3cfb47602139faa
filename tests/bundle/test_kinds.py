"""Evidence with parts says the same nested in JSON, as the sheets of a workbook, as CSVs and as Parquet."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter
import yaml

from inspector.bundle import read_bundle
from inspector.bundle.kinds import NOUNS, OWNER, PARTS
from inspector.bundle.schema import json_schema
from inspector.model import limits
from inspector.model.problems import each
from tests.bundle.builder import MANIFEST, seal, small, unfold

KINDS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "kinds.yaml").read_text(encoding="utf-8")
)
FIELD = {"leadership": ("leadership", "leadership_questions")}
ID = {"leadership": "leader"}


def tables(kind: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of the kind and of each part, the name of the owner in each row of a part."""
    found: dict[str, list[dict[str, Any]]] = {kind: []}
    for row in KINDS[kind]:
        found[kind].append({name: value for name, value in row.items() if name not in PARTS[kind]})
        for part, schema in PARTS[kind].items():
            owner = row[ID.get(kind, "id")]
            found.setdefault(part, []).extend({OWNER[schema]: owner, **inner} for inner in row.get(part, []))
    return found


def grid(rows: list[dict[str, Any]]) -> list[list[Any]]:
    fields = sorted({name for row in rows for name in row})
    return [fields, *[[cell(row.get(field, "")) for field in fields] for row in rows]]


def cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(value) if isinstance(value, list) else value


def as_json(kind: str) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    return {f"{kind}.json": json.dumps(KINDS[kind]).encode()}, [{"path": f"{kind}.json", "format": "json"}]


def as_workbook(kind: str) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    for name, rows in tables(kind).items():
        sheet = book.add_worksheet(name.capitalize())
        for place, row in enumerate(grid(rows)):
            sheet.write_row(place, 0, row)
    book.close()
    return {f"{kind}.xlsx": stream.getvalue()}, [{"path": f"{kind}.xlsx"}]


def as_csv(kind: str) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    files, resources = {}, []
    for name, rows in tables(kind).items():
        stream = io.StringIO()
        csv.writer(stream).writerows(grid(rows))
        files[f"{name}.csv"] = stream.getvalue().encode()
        resources.append({"path": f"{name}.csv", **({"part": name} if name != kind else {})})
    return files, resources


def as_parquet(kind: str) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    files, resources = {}, []
    for name, rows in tables(kind).items():
        stream = io.BytesIO()
        pl.DataFrame(rows, infer_schema_length=None).write_parquet(stream)
        files[f"{name}.parquet"] = stream.getvalue()
        resources.append({"path": f"{name}.parquet", **({"part": name} if name != kind else {})})
    return files, resources


def read(folder: Path, kind: str, files: dict[str, bytes], resources: list[dict[str, Any]]) -> list[Any]:
    manifest, own = small()
    for resource in resources:
        sealed = seal(files[resource["path"]])
        manifest["resources"].append({"name": resource["path"], "kind": kind, **resource, **sealed})
    reading = read_bundle(unfold(folder, {**own, **files, MANIFEST: json.dumps(manifest).encode()}))
    assert list(each(reading.problems)) == []
    assert reading.evidence is not None
    fields = FIELD.get(kind, (kind.replace("-", "_"),))
    return [plain(value.model_dump()) for field in fields for value in getattr(reading.evidence, field)]


def plain(value: Any) -> Any:
    """The value without where it stood."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items() if name not in ("resource", "row", "path")}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", [as_workbook, as_csv, as_parquet], ids=lambda form: form.__name__)
def test_every_form_says_the_same(kind: str, form: Any, tmp_path: Path) -> None:
    nested = read(tmp_path / "json", kind, *as_json(kind))
    assert nested
    assert read(tmp_path / "other", kind, *form(kind)) == nested


@pytest.mark.parametrize("kind", PARTS)
def test_what_is_nested_is_typed(kind: str, tmp_path: Path) -> None:
    """Every part of the example arrives, in the order it was given in."""
    nested = read(tmp_path, kind, *as_json(kind))
    for part, rows in tables(kind).items():
        if part != kind:
            arrived = (
                [inner for value in nested for inner in value.get(part, ())] if kind != "leadership" else nested[1:]
            )
            assert len(arrived) == len(rows) > 0


@pytest.mark.parametrize(
    "name", sorted({*PARTS, *(s for parts in PARTS.values() for s in parts.values()), "voice", "partnership"})
)
def test_every_field_of_a_schema_is_one_of_its_noun(name: str) -> None:
    fields = set(NOUNS[name].model_fields) - {"resource", "row", "path", "own_word"} - set(PARTS.get(name, {}))
    assert set(json_schema.schema(name)["properties"]) == fields


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """A small workbook with a sheet that unpacks to 30 MB."""
    import zipfile

    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book,
        book.open("xl/worksheets/sheet1.xml", "w") as member,
    ):
        for _ in range(30):
            member.write(b" " * (1 << 20))
    return stream.getvalue()


def lying(bomb: bytes) -> bytes:
    """The workbook, its directory saying that the sheet is a small one."""
    import struct

    data = bytearray(bomb)
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.index(mark) + offset
        data[place : place + 4] = struct.pack("<I", 1000)
    return bytes(data)


@pytest.mark.parametrize("lies", [False, True])
def test_a_workbook_that_unpacks_to_too_much(bomb: bytes, tmp_path: Path, lies: bool) -> None:
    path = tmp_path / "List 1.xlsx"
    path.write_bytes(lying(bomb) if lies else bomb)
    limits.use([f"workbook-bytes={20 << 20}"])
    try:
        (problem,) = each(read_bundle(path).problems)
    finally:
        limits.use([])
    assert problem.rule == ("unsafe-zip" if not lies else problem.rule)
    assert problem.rule in ("unsafe-zip", "not-a-workbook")


def test_a_zip_within_a_zip_is_not_opened(tmp_path: Path) -> None:
    import zipfile

    manifest, files = small()
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as inner:
        inner.writestr("voice.csv", "id\n1\n")
    data = (tmp_path / "inner.zip").read_bytes()
    manifest["resources"].append({"name": "inner", "path": "inner.csv", "kind": "voice", **seal(data)})
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w") as outer:
        for name, content in {**files, "inner.csv": data, MANIFEST: json.dumps(manifest).encode()}.items():
            outer.writestr(name, content)
    (problem,) = each(read_bundle(tmp_path / "bundle.zip").problems)
    assert (problem.rule, problem.where.file) == ("wrong-extension", "inner.csv")
