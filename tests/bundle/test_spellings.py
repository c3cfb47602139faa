"""Codes however they are spelt: read as their own code, or not at all."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.bundle.check.spellings import Spellings
from tests.bundle import annex_a

SAID: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "spellings.yaml").read_text(encoding="utf-8")
)
CASES = [(field, code, text) for field, codes in SAID.items() for code, texts in codes.items() for text in texts]
ETHNIC_GROUPS = {
    "a) White", "b) Mixed", "c) Asian or Asian British", "d) Black or black British", "e) Other ethnic group",
    "f) Not stated",
}  # fmt: skip


def cell(field: str) -> dict[str, Any]:
    schemas = (annex_a.schema(number) for number in range(1, 12))
    return next((dict(one["properties"][field]) for one in schemas if field in one["x-variants"]), {})


def read(field: str, text: str) -> str | None:
    found = cell(field)
    return Spellings.of(field, tuple(found.get("enum", ()))).read(text.strip())


@pytest.mark.parametrize(("field", "code", "text"), CASES, ids=[f"{field}: {text}" for field, _, text in CASES])
def test_a_spelling_is_read_as_its_own_code_or_stays(field: str, code: str, text: str) -> None:
    assert read(field, text) == {"unread": text.strip(), "blank": None}.get(code, code)


def test_every_coded_column_has_spellings_of_its_own() -> None:
    """Those of columns that share a code list with another apart: yes and no, abuse, need and source."""
    shared = {"latest_category_of_abuse", "referral_source", "childs_category_of_need", "disability"}
    for number in range(1, 12):
        schema = annex_a.schema(number)
        for field in set(schema["x-variants"]) - set(SAID) - shared:
            assert {"a) Yes", "b) No"} <= set(schema["properties"][field]["enum"]), field


def test_every_recorded_spelling_is_read_or_says_no_more_than_a_group() -> None:
    """Of the spellings that real authorities used; of ethnicity those stay unread of which only a group is recorded."""
    with (annex_a.SCHEMAS / "value_variants.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    cells = {row["field"]: cell(row["field"]) for row in rows}
    unread = []
    for row in rows:
        codes = tuple(cells[row["field"]]["enum"])
        if Spellings.of(row["field"], codes).read(row["as_written"]) not in codes:
            unread.append(row)
    assert len(rows) > 9000
    assert {row["field"] for row in unread} == {"ethnicity"}
    assert len(unread) < 220
    assert {row["standard"] for row in unread} <= {*ETHNIC_GROUPS, "c) Unknown"}


def test_no_recorded_ethnicity_that_names_its_code_is_read_as_a_group() -> None:
    with (annex_a.SCHEMAS / "value_variants.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row["as_written"] for row in csv.DictReader(stream) if row["field"] == "ethnicity"]
    words = {
        "white",
        "mixed",
        "asian",
        "black",
        "british",
        "african",
        "caribbean",
        "other",
        "multiple",
        "dual",
        "group",
    }
    for text in rows:
        if read("ethnicity", text) in ETHNIC_GROUPS - {"f) Not stated"}:
            named = {word.strip("()s:/").lower() for word in text.replace("/", " ").split()}
            rest = {word for word in named - words if word.isalpha() and len(word) > 4}
            assert rest <= {"ethnic", "background", "heritage", "race"}, text


def test_codes_of_the_template_are_read_as_themselves_and_by_their_description() -> None:
    with (annex_a.SCHEMAS / "codes.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if "enum" in cell(row["field"])]
    said = Counter((row["field"], row["description"]) for row in rows)
    checked = 0
    for row in rows:
        enum = cell(row["field"])["enum"]
        if row["code"] not in enum:
            continue
        assert read(row["field"], row["code"]) == row["code"]
        if row["description"] and said[row["field"], row["description"]] == 1:
            assert read(row["field"], row["description"]) == row["code"], row
            checked += 1
    assert checked > 90
