"""Indicators recomputed from case records, by the shipped derivations."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from inspector import framework
from inspector.derived.recompute import recompute
from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence, Indicator
from inspector.model.problems import CannotComplete
from inspector.stats.working_days import between
from tests.bundle.annex_a import schema

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "recompute.yaml").read_text(encoding="utf-8"))
ROOT = Path(__file__).parents[2]
MUNRO = framework.read(ROOT / "frameworks" / "munro")


def case_list(case: dict[str, Any]) -> CaseList:
    properties = schema(int(case["list"].split("-")[1]))["properties"]
    columns: dict[str, Any] = {}
    for field, cell in properties.items():
        values = [row.get(field) for row in case["rows"]]
        if field in case.get("without", ()):
            continue
        if cell.get("format") == "date":
            columns[field] = np.array(values, dtype="datetime64[D]")
        elif cell["type"] == "integer":
            columns[field] = np.array([np.nan if v is None else float(v) for v in values])
        else:
            columns[field] = np.array(values, dtype=object)
    return CaseList(case["list"], "lists.xlsx", np.arange(2, 2 + len(case["rows"])), columns)


def evidence(case: dict[str, Any], **register: Any) -> Evidence:
    one = Indicator(
        resource="register", row=2, title="x", better="up", **({"indicator": case["derivation"]} | register)
    )
    submitted = date.fromisoformat(case["submitted"]) if "submitted" in case else None
    return Evidence(
        authority="Nowhere", digest="0" * 64, period_start=date(2023, 1, 1), period_end=date(2026, 3, 31),
        submitted_at=submitted, indicators=(one,), case_lists=(case_list(case),),
    )  # fmt: skip


def wanted(figure: dict[str, Any]) -> dict[str, Any]:
    if "month" in figure:
        year, month = map(int, str(figure["month"]).split("-"))
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        days = {"period_start": date(year, month, 1), "period_end": end}
    else:
        days = {"period_start": date.fromisoformat(figure["from"]), "period_end": date.fromisoformat(figure["to"])}
    return {**days, **{key: figure.get(key) for key in ("numerator", "denominator", "value")}}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = recompute(evidence(case), MUNRO.derivations)
    assert [{key: getattr(one, key) for key in wanted(f)} for one, f in zip(found, case["figures"], strict=True)] == [
        wanted(figure) for figure in case["figures"]
    ]


def test_an_indicator_by_another_id_says_what_it_is_the_same_as() -> None:
    case = CASES[3]
    assert not recompute(evidence(case, indicator="contacts"), MUNRO.derivations)
    (one,) = recompute(evidence(case, indicator="front-door", same_as="referrals"), MUNRO.derivations)
    assert (one.indicator, one.derivation, one.rows) == ("front-door", "referrals", (3, 4))


def test_working_days_are_counted_as_the_department_does() -> None:
    days = [
        ("2025-12-24", "2025-12-24", 0),
        ("2025-12-24", "2025-12-29", 1),
        ("2025-12-19", "2025-12-22", 1),
        ("2022-09-16", "2022-09-20", 1),
        ("2025-05-02", "2025-05-06", 1),
        ("2025-10-06", "2025-10-03", -1),
    ]
    start, end = (np.array([row[k] for row in days], dtype="datetime64[D]") for k in (0, 1))
    assert between(start, end).tolist() == [row[2] for row in days]


@pytest.mark.parametrize(("text", "told"), [
    ("- {id: a, title: A, list: list-3, month_of: no_such, count: cases}", "no column of list-3"),
    ("- {id: a, title: A, list: list-12, count: cases}", "list-12"),
    ("- {id: a, title: A, list: list-3}", "indicators.yaml"),
    ("- {id: a, title: A, list: list-3, count: cases}\n- {id: a, title: A, list: list-3, count: cases}", "twice"),
    ("- {id: a, title: A, list: list-3, share: {days: {from: date_of_referral, to: submission}}}", "is"),
])  # fmt: skip
def test_a_derivation_that_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    for path in (ROOT / "tests" / "frameworks" / "tiny").rglob("*.yaml"):
        copy = tmp_path / "tiny" / path.relative_to(ROOT / "tests" / "frameworks" / "tiny")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "tiny" / "indicators.yaml").write_text(text)
    with pytest.raises(CannotComplete) as caught:
        framework.read(tmp_path / "tiny")
    assert all(p.where.file.endswith("indicators.yaml") and p.where.line for p in caught.value.problems)
    assert told in str(caught.value) + json.dumps([p.expected for p in caught.value.problems])
