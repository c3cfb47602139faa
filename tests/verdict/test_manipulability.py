from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.evidence import Evidence, Figure, Indicator, Resource
from inspector.model.manipulability import OPENINGS
from inspector.report.manipulability import manipulability_text
from inspector.verdict.manipulability import manipulability

CASES = yaml.safe_load((Path(__file__).parent / "manipulability.yaml").read_text(encoding="utf-8"))


def evidence(case: dict[str, Any]) -> Evidence:
    figures = case.get("figures", {"denominators": [90] * 12})
    skipped = figures.get("skip", 0)
    return Evidence(
        authority="A",
        period_start=date(2025, 1, 1),
        period_end=date(2025, 12, 31),
        digest="0" * 64,
        resources=(
            Resource(
                name="f", path="f.csv", kind="indicators", sha256="0" * 64, bytes=1, rows=9, recorded_by="the service"
            ),
        ),
        indicators=(
            Indicator(
                **({"resource": "i", "row": 2, "indicator": "timely", "title": "T", "better": "up"} | case["register"])
            ),
        ),
        figures=tuple(
            Figure(
                resource="f",
                row=place + 2,
                indicator="timely",
                period_start=date(2025, month, 1),
                period_end=date(2025, month, 28),
                numerator=5,
                denominator=size,
            )
            for place, size in enumerate(figures["denominators"])
            for month in [1 + place if place < 2 or not skipped else 1 + place + skipped]
        ),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    (found,) = manipulability(evidence(case))
    assert found.level == case["level"]
    assert [reason.opening for reason in found.reasons] == case["openings"]
    assert bool(found.because) == (found.level == "high")
    assert [r.opening for r in found.reasons] == sorted((r.opening for r in found.reasons), key=OPENINGS.index)
    assert all(reason.closes for reason in found.reasons)


def test_the_table_names_every_opening_and_what_would_close_it() -> None:
    text = manipulability_text(manipulability(evidence(CASES[3])))
    assert "says nothing about whether it was" in " ".join(text.split())
    flat = text.replace("\n", "").replace(" ", "")
    assert all(opening in flat for opening in ("stakes-attached", "small-numbers", "partial-submission"))
    assert max(len(line) for line in text.splitlines()) <= 120
    assert manipulability_text(()) == "The register names no indicators.\n"


def test_a_register_without_indicators_has_no_profiles() -> None:
    assert manipulability(evidence(CASES[0]).model_copy(update={"indicators": ()})) == ()
