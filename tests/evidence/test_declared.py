"""Declared events: believed as far as the data fit them, and no farther."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.evidence import declared
from inspector.model.declared import Declared
from inspector.model.evidence import Before, Evidence
from inspector.probes import bulk_edits, late_entries
from inspector.verdict.declared import declared as told
from tests.probes.cases import build

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("declared.yaml").read_text(encoding="utf-8"))


def made(case: dict[str, Any]) -> Evidence:
    events = tuple(Declared(resource="datapackage.json", row=n + 2, **one) for n, one in enumerate(case["declared"]))
    return build(case["given"]).model_copy(update={"declared": events})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_the_data_bear_out(case: dict[str, Any]) -> None:
    found = declared.weighed(made(case))
    assert [(one.about, one.outcome) for one in found] == [(one["about"], one["outcome"]) for one in case["expect"]]
    for one, wanted in zip(found, case["expect"], strict=True):
        assert wanted.get("says", "") in one.says
        assert len(one.rows) == wanted.get("rows", len(one.rows))
        assert len(one.counted) == wanted.get("in_time", len(one.counted))
        assert one.rows


def asked(evidence: Evidence) -> list[str]:
    return [t.outcome for probe in (bulk_edits, late_entries) for t in probe.examine(evidence)]


def carried(**more: Any) -> dict[str, Any]:
    return {
        "given": {
            "submitted_at": "2026-04-20",
            "log": [
                {"repeat": 60, "every": 7, "raised_on": CARRIED[0], "recorded_at": f"{CARRIED[1]}T02:00:00"},
                {"repeat": 60, "every": 7, "raised_on": CARRIED[2], "recorded_after": [1, 0, 3]},
            ],
        },
        "declared": [{"event": "carried-over", "on": CARRIED[1]} | more],
    }


CARRIED = yaml.safe_load("[2023-04-03, 2024-06-03, 2024-06-10]")


def test_a_declaration_that_fits_answers_the_question_and_others_do_not() -> None:
    silent = made(carried()).model_copy(update={"declared": ()})
    assert "question" in asked(silent)
    assert "question" not in asked(made(carried()))
    assert asked(made(carried(on="2024-03-03"))) == asked(silent)
    assert asked(made(carried(event="rounded"))) == asked(silent)


def test_each_answer_to_a_declaration_is_told_once_with_its_rows() -> None:
    many = [
        {"indicator": f"m{n}", "numerators": [20, 25, 30, 15, 25, 20, 35, 30], "denominators": 60} for n in range(5)
    ]
    parts = told(made({"given": {"figures": many}, "declared": [{"event": "rounded", "on": "2023-04-01"}]}))
    assert [(one.outcome, len(one.about), len(one.rows[0].rows)) for one in parts] == [("borne-out", 5, 40)]
    assert parts[0].says.endswith("Likewise 2 more.")


def test_ten_thousand_declarations_are_believed_of_nothing_without_data() -> None:
    evidence = made(carried())
    one = evidence.declared[0]
    false = [one.model_copy(update={"event": "backlog", "on": CARRIED[0], "row": n}) for n in range(200)]
    evidence = evidence.model_copy(update={"declared": tuple(false)})
    assert not declared.in_time(evidence)
    assert "question" in asked(evidence)


def test_an_earlier_submission_says_when_what_was_carried_over_was_written_down() -> None:
    case = {
        "given": {"log": [{"repeat": 40, "every": 7, "raised_on": CARRIED[0], "recorded_at": "2024-06-03T02:00:00"}]},
        "declared": [{"event": "carried-over", "on": CARRIED[1]}],
    }
    evidence = made(case)
    assert not declared.in_time(evidence)
    old = [
        one.model_copy(update={"recorded_at": datetime.combine(one.raised_on, time(9))}) for one in evidence.log[:25]
    ]
    late = evidence.log[30].model_copy(update={"recorded_at": datetime(2024, 5, 1, 9)})
    other = evidence.log[31].model_copy(update={"raised_on": date(2023, 1, 1), "recorded_at": datetime(2023, 1, 1)})
    days = {"period_start": CARRIED[0], "period_end": CARRIED[1], "known_on": date(2024, 5, 20)}
    before = Before(**days, log=(*old, late, other))
    assert len(declared.in_time(evidence.model_copy(update={"before": before}))) == 25
    assert not declared.in_time(evidence.model_copy(update={"before": before.model_copy(update={"same": True})}))
