"""Which columns look as if they held names of people, and that no remark on them repeats one."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.bundle.tables.people import named_people
from inspector.model.problems import Where
from inspector.privacy.people import names_in

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((Path(__file__).parent / "people.yaml").read_text("utf-8"))
EACH = [(case, kind == "names") for kind, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("case", "held"), EACH, ids=lambda one: one["heading"] if isinstance(one, dict) else "")
def test_which_columns_look_so(case: dict[str, Any], held: bool) -> None:
    assert names_in(case["heading"], Counter(case["cells"])) is held


@pytest.mark.parametrize("case", CASES["names"], ids=lambda case: case["heading"])
def test_the_remark_repeats_no_cell(case: dict[str, Any]) -> None:
    rows = [["x", cell] for cell in case["cells"]]
    heads = ["id", case["heading"]]
    for fields in ({"id": 0}, {"id": 0, "team": 1}):
        (one,), hidden = named_people(heads, heads, fields, rows, {"properties": {}}, Where(file="a.csv", row=1))
        assert hidden == (set() if "team" in fields else set(case["cells"]))
        assert one.rule == "names-of-people"
        assert one.level == "query"
        assert one.where.letter == "B"
        assert not any(cell in one.message + one.fix for cell in case["cells"])


def test_a_column_that_the_schema_calls_private_is_left_alone() -> None:
    case = CASES["names"][0]
    rows = [[cell] for cell in case["cells"]]
    schema = {"properties": {"who": {"type": "string"}}, "x-private": ["who"]}
    assert named_people(["Name"], ["Name"], {"who": 0}, rows, schema, Where(file="a.csv")) == ([], frozenset())


def test_a_heading_that_is_a_name_itself_is_not_repeated() -> None:
    heads = ["Sarah Oakden"]
    rows = [[cell] for cell in CASES["names"][-1]["cells"]]
    (one,), _ = named_people(heads, heads, {}, rows, {"properties": {}}, Where(file="a.csv"))
    assert "Oakden" not in one.message
    assert one.where.field is None
