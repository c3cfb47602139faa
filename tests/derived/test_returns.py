"""Indicators recomputed from statutory returns: cases, and the sample return against plain Python that shares nothing with it."""

import csv
import json
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle import read_bundle
from inspector.bundle.schema import json_schema
from inspector.derived.counting import months_before
from inspector.derived.recompute import recompute
from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence, Indicator
from tests.derived.test_recompute import MUNRO, wanted
from tests.shared_data import reference

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "returns.yaml").read_text(encoding="utf-8"))


def case_list(given: dict[str, Any]) -> CaseList:
    name = given["list"]
    schema = json_schema.schema(f"annex-a/{name}" if name.startswith("list-") else name)
    columns: dict[str, Any] = {}
    for field, cell in schema["properties"].items():
        values = [row.get(field) for row in given["rows"]]
        if cell.get("format") == "date":
            columns[field] = np.array(values, dtype="datetime64[D]")
        elif cell["type"] == "integer":
            columns[field] = np.array([np.nan if v is None else float(v) for v in values])
        else:
            columns[field] = np.array(values, dtype=object)
    last = given.get("year")
    first = date(last.year - 1, 4, 1) if last else None
    return CaseList(name, f"{name}.csv", np.arange(2, 2 + len(given["rows"])), columns, start=first, end=last)


def evidence(id: str, lists: tuple[CaseList, ...], submitted: date | None = None) -> Evidence:
    one = Indicator(resource="register", row=2, title="x", better="up", indicator=id)
    return Evidence(
        authority="Nowhere", digest="0" * 64, period_start=date(2022, 1, 1), period_end=date(2026, 3, 31),
        submitted_at=submitted, indicators=(one,), case_lists=lists,
    )  # fmt: skip


def plain(figure: dict[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in figure.items()}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    lists = tuple(case_list(one) for one in case["lists"])
    found = recompute(evidence(case["derivation"], lists, case.get("submitted")), MUNRO.derivations)
    figures = [wanted(plain(figure)) for figure in case["figures"]]
    assert [{key: getattr(one, key) for key in figure} for one, figure in zip(found, figures, strict=True)] == figures


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    folder = tmp_path_factory.mktemp("return")
    for one in reference("ssda903-sample").glob("*.csv"):
        (folder / one.name).write_bytes(one.read_bytes())
    found = read_bundle(folder).evidence
    assert found is not None
    return found


def rows(name: str) -> list[dict[str, Any]]:
    with reference(f"ssda903-sample/{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        found: list[dict[str, Any]] = list(csv.DictReader(stream))
    for row in found:
        for field in ("DECOM", "DEC"):
            if row.get(field):
                row[field] = datetime.strptime(row[field], "%d/%m/%Y").date()
    return found


def of(sample: Evidence, id: str) -> list[Any]:
    one = Indicator(resource="register", row=2, title="x", better="up", indicator=id)
    return list(recompute(sample.model_copy(update={"indicators": (one,)}), MUNRO.derivations))


def test_the_year_of_the_sample_is_known_by_when_its_episodes_ended(sample: Evidence) -> None:
    assert {(one.start, one.end) for one in sample.case_lists} == {(date(2024, 4, 1), date(2025, 3, 31))}


def placements() -> dict[str, int]:
    """By child, counted one episode after the other."""
    found: dict[str, int] = defaultdict(int)
    first = date(2024, 4, 1)
    by_child = defaultdict(list)
    for row in rows("episodes"):
        by_child[row["CHILD"]].append(row)
    for child, episodes in by_child.items():
        found[child] += any(e["DECOM"] < first and (not e["DEC"] or e["DEC"] > first) for e in episodes)
        for e in episodes:
            if first <= e["DECOM"] <= date(2025, 3, 31) and e["RNE"] != "L" and e["PLACE"][0] != "T":
                found[child] += 1
    return found


def test_placements_of_the_sample(sample: Evidence) -> None:
    counts = placements()
    in_care = [counts[row["CHILD"]] for row in rows("episodes") if not row["DEC"]]
    assert len(in_care) > 100
    (share,) = of(sample, "three-or-more-placements")
    assert (share.numerator, share.denominator) == (sum(n >= 3 for n in in_care), len(in_care))
    (average,) = of(sample, "placements-in-twelve-months")
    assert average.value == pytest.approx(mean(in_care), rel=1e-5)


def test_days_before_a_move_of_the_sample(sample: Evidence) -> None:
    by_month = defaultdict(list)
    for row in rows("episodes"):
        if row["DEC"] and row["REC"] == "X1" and row["REASON_PLACE_CHANGE"]:
            by_month[row["DEC"].replace(day=1)].append((row["DEC"] - row["DECOM"]).days)
    found = of(sample, "days-in-placement-before-a-move")
    assert len(found) == 12
    assert {one.period_start: one.value for one in found} == pytest.approx(
        {month: median(days) for month, days in by_month.items()}, rel=1e-5
    )


def test_care_leavers_of_the_sample(sample: Evidence) -> None:
    said = [row["IN_TOUCH"] for row in rows("oc3")]
    (one,) = of(sample, "care-leavers-in-touch")
    assert (one.numerator, one.denominator) == (said.count("YES"), len(said))
    assert (one.period_end, one.resource) == (date(2025, 3, 31), "oc3.csv")


@given(day=st.dates(date(1950, 1, 1), date(2090, 1, 1)), months=st.integers(1, 60))
def test_months_before(day: date, months: int) -> None:
    found = months_before(np.array([day], dtype="datetime64[D]"), months)[0].item()
    assert (day.year * 12 + day.month) - (found.year * 12 + found.month) == months
    next_day = date.fromordinal(found.toordinal() + 1)
    assert found.day == day.day or (found.day < day.day and next_day.day == 1)


@pytest.mark.parametrize(("text", "told"), [
    ("list: ssda903/nothing, count: cases", "no table of a return"),
    ("list: ssda903/episodes, month_of: decom, count: cases", "'decom' is no column"),
    ("list: ssda903/episodes, with: {DEC1: {same: CHILD, begins: DECOM, months: 1}}, count: cases", "indicators.yaml"),
    ("list: ssda903/episodes, with: {n: {same: KID, begins: DECOM, months: 1}}, mean: {column: n}", "'KID' is no column"),
    ("list: ssda903/episodes, with: {n: {same: CHILD, begins: DECOM, ends: DEC, until: DEC, months: 1}}, count: cases",
     "indicators.yaml"),
    ("list: list-3, with: {gender: {same: child_unique_id, begins: date_of_referral, months: 1}}, count: cases", "already"),
    ("list: list-3, count: cases, or: [{list: ssda903/episodes, month_of: nope, count: cases}]", "'nope' is no column"),
])  # fmt: skip
def test_a_derivation_that_is_wrong_is_told(tmp_path: Path, text: str, told: str) -> None:
    from inspector import framework
    from inspector.model.problems import CannotComplete

    root = Path(__file__).parents[1] / "frameworks" / "tiny"
    for path in root.rglob("*.yaml"):
        copy = tmp_path / "tiny" / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "tiny" / "indicators.yaml").write_text(f"- {{id: a, title: A, {text}}}")
    with pytest.raises(CannotComplete) as caught:
        framework.read(tmp_path / "tiny")
    assert told in str(caught.value) + json.dumps([one.expected for one in caught.value.problems])
