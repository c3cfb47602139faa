"""The indicator register that figures need: read where a file holds one, else made from what is answered of each indicator."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from inspector.bundle.reading import read_bundle
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.table import Table
from inspector.model.derivations import KnownIndicator
from inspector.packing.manifest_file import load
from inspector.packing.questions import NONE, Key, Question
from inspector.packing.register import answers
from inspector.packing.said_beside import said_beside

KIND, FILE = "indicator-register", "indicator-register.csv"
ASKED = ("better", "measure", "same_as")
MOST_ASKED = 100
"""More indicators are not asked about one by one."""
Register = dict[str, dict[str, str]]
"""Each indicator by its id: our fields that are known of it."""


def register(folder: Path) -> Register:
    """What is known of the indicators of a bundle: those that have figures, and what its register says of them."""
    reading = read_bundle(folder)
    listed = load(folder).document["resources"]
    beside = {str(one.get("name")): said_beside(folder, one) for one in listed if one.get("kind") == "indicators"}
    known: Register = {}
    for table in reading.tables:
        if table.kind == KIND:
            known |= {row["indicator"]: row for row in _rows(table) if row.get("indicator")}
    for table in reading.tables:
        if table.kind == "indicators" and "indicator" in table.fields:
            said = beside.get(table.name, {})
            for name in table.frame["indicator"].drop_nulls().unique(maintain_order=True).to_list():
                known.setdefault(name, said.get(name) or _untitled(name))
    return known


def _untitled(name: str) -> dict[str, str]:
    return {"indicator": name, "title": name.replace("-", " ").capitalize()}


def _rows(table: Table) -> Iterable[dict[str, str]]:
    names = [name for name in table.fields if not name.startswith("\x00")]
    for row in table.frame.select(names).iter_rows(named=True):
        yield {name: str(value) for name, value in row.items() if value is not None}


def has_register(document: Mapping[str, Any]) -> bool:
    """Whether a manifest leads to a register."""
    return any(one.get("kind") == KIND for one in document["resources"])


def questions(known: Register, named: Sequence[KnownIndicator]) -> list[Question]:
    """What the register leaves open: which direction is better has to be said, what sort of measure it is may be.

    `named` are the indicators that a framework knows by name, which one of the authority's own may be the same as.
    """
    cells = json_schema.schema(KIND)["properties"]
    found = []
    for name, row in list(known.items())[:MOST_ASKED]:
        title = row.get("title", name)
        likely = {one.field: one for one in answers(title, named, row.get("better"))}
        for field in ASKED:
            if row.get(field) or (field == "same_as" and (not named or name in {one.id for one in named})):
                continue
            one = likely.get(field)
            choices = tuple(cells[field].get("enum", ())) or tuple(one.id for one in named)
            required = field == "better"
            found.append(
                Question(
                    ("register", name, field),
                    f"{title}: {cells[field]['description']}",
                    choices if required else (*choices, NONE),
                    one.ours if one else "",
                    one.why if one else "",
                    required=required,
                )
            )
    return found


def completed(known: Register, said: Mapping[Key, str]) -> Register:
    """The register with what was answered of it."""
    made = {name: dict(row) for name, row in known.items()}
    for key, value in said.items():
        if len(key) == 3 and key[0] == "register" and key[1] in made and value != NONE:
            made[key[1]][key[2]] = value
    return made


def as_csv(known: Register) -> bytes:
    """A register as a CSV under our own names, the fields in the order of the schema."""
    names = [name for name in json_schema.schema(KIND)["properties"] if any(row.get(name) for row in known.values())]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, names, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(known.values())
    return stream.getvalue().encode("utf-8")
