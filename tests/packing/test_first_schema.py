"""A first row schema from a table: cases, and the law that a table obeys what was proposed for it."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.bundle.reading import read_bundle
from inspector.bundle.schema import row_schema
from inspector.cli import _run
from inspector.model.problems import CannotComplete
from inspector.packing.first_schema.propose import propose
from tests.shared_data import reference

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "first_schema.yaml").read_text(encoding="utf-8"))
NAMES = ["Jane Smith", "Ann Lee", "Jane Poe", "Ann Smith"]


def lines(table: dict[str, Any]) -> list[str]:
    rows = [
        ",".join(table["cells"]).format(i=i, d=1 + i % 28, t=["North", "South", "East"][i % 3], name=NAMES[i % 4])
        for i in range(table["rows"])
    ]
    return [table["head"], *rows]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("\n".join(lines(case["table"])) + "\n")
    found = propose(tmp_path / "t.csv").schema
    assert {word: found.get(word) for word in case["is"]} == case["is"]
    assert not any(word in json.dumps(found) for word in case.get("not", ()))


CELLS = st.one_of(
    st.sampled_from(["", "1", "2", "01", "1.5", "c", "true", "false", "31/01/2024", "13/13/2024", "2024-02-30", "2024-01-31",
                     "x y", "n/a", "-3", "1,5", "£2", "5%", "1e5", "9" * 20, "é", "'", '"', "a@b.uk", "Ann Lee"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=6),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=25), heads=st.permutations(["Id", "Start date", "Value"]))
def test_a_table_has_no_error_by_what_was_proposed_for_it(
    rows: list[tuple[str, str, str]], heads: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("t") / "t.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([heads, *rows])
    plain = {"properties": {head: {"type": "string"} for head in heads}}
    try:
        found = propose(file)
    except CannotComplete:
        assert not read_bundle(file, schema=plain).tables
        return
    assert row_schema.problems(found.schema, "s") == []
    before = {one.rule for one in read_bundle(file, schema=plain).problems}
    assert [one for one in read_bundle(file, schema=found.schema).problems
            if one.level == "error" and one.rule not in before] == []  # fmt: skip


@pytest.mark.parametrize("name", ["episodes", "header", "oc2", "uasc", "missing"])
def test_the_tables_of_a_return(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, schema = reference(f"ssda903-sample/{name}.csv"), tmp_path / "s.json"
    assert _run(["schema", "propose", str(file), "-o", str(schema)]) == 0
    said = capsys.readouterr().err
    assert "CHILD: marked as naming somebody" in said
    made = json.loads(schema.read_text())
    assert made["x-primary-key"][0] == "CHILD"
    assert _run(["check", str(file), "--schema", str(schema)]) == 0


@pytest.mark.parametrize(("text", "told"), [
    ("", "no-header"), ("a,A\n1,2\n", "would be read as one field"), ('a,b\n1,"2\n', "unclosed-quote"),
])  # fmt: skip
def test_what_is_no_table_is_refused(text: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t.csv").write_text(text)
    assert _run(["schema", "propose", str(tmp_path / "t.csv")]) == 2
    assert told in capsys.readouterr().err
    assert _run(["schema", "propose", str(tmp_path / "t.csv"), "-o", str(tmp_path / "t.csv")]) == 2
