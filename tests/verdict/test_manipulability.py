from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from inspector.model.case_lists import CaseList
from inspector.model.directions import Direction
from inspector.model.evidence import Duration, Evidence, Figure, Indicator, Resource
from inspector.model.manipulability import OPENINGS
from inspector.report.manipulability import manipulability_text
from inspector.verdict.manipulability import manipulability
from tests.verified import by_register

CASES = yaml.safe_load((Path(__file__).parent / "manipulability.yaml").read_text(encoding="utf-8"))
START = date(2025, 1, 1)
REGISTER = {"resource": "i", "row": 2, "indicator": "timely", "title": "T", "better": "up"}


def evidence(case: dict[str, Any]) -> Evidence:
    given = case.get("figures", {"denominators": [90] * 12})
    duration = Duration(
        resource="d", row=2, indicator=case.get("durations", ""), period_start=START, period_end=START, days=3, count=1
    )
    lists = CaseList(list="list-1", resource="l", rows=np.arange(2, 4), columns={})
    made = Evidence(
        authority="A",
        period_start=START,
        period_end=START + timedelta(days=given["of"] - 1) if "of" in given else date(2025, 12, 31),
        digest="0" * 64,
        resources=(
            resource("indicators", recorded_by="the service"),
            resource("improvement-log", recorded_by="the keepers of the log", submitted_by="the office"),
        ),
        indicators=(Indicator(**(REGISTER | case["register"])),),
        figures=monthly(given) if "denominators" in given else in_turn(given),
        durations=(duration,) if "durations" in case else (),
        case_lists=(lists,) if "lists" in case else (),
    )
    way = Direction(
        resource=made.indicators[0].resource, row=made.indicators[0].row, indicator="timely", title="Timely",
        vouched="framework", timed=case.get("known_deadline", False),
    )  # fmt: skip
    return by_register(made.model_copy(update={"directions": (way,)}))


def resource(kind: Any, **more: Any) -> Resource:
    return Resource(name=kind, path=f"{kind}.csv", kind=kind, sha256="0" * 64, bytes=1, rows=9, **more)


def figure(place: int, start: date, end: date, size: float, **more: Any) -> Figure:
    return Figure(
        resource="f", row=place + 2, indicator="timely", period_start=start, period_end=end, numerator=5,
        denominator=size, **more,
    )  # fmt: skip


def monthly(given: dict[str, Any]) -> tuple[Figure, ...]:
    skipped = given.get("skip", 0)
    return tuple(
        figure(place, date(2025, month, 1), date(2025, month, 28), size)
        for place, size in enumerate(given["denominators"])
        for month in [1 + place if place < 2 or not skipped else 1 + place + skipped]
    )


def in_turn(given: dict[str, Any]) -> tuple[Figure, ...]:
    """Last first: the order of the rows says nothing."""
    lengths = given.get("lengths") or [given["days"]] * len(given["each"])
    sizes = given.get("each") or [90] * len(lengths)
    starts = [START + timedelta(days=days) for days in accumulate(lengths, initial=0)]
    revised = [START] * given.get("revised", 0) + [None] * len(sizes)
    found = [
        figure(n, starts[n], starts[n + 1] - timedelta(days=1), size, revised_on=revised[n])
        for n, size in enumerate(sizes)
        if size is not None
    ]
    return tuple(found[::-1])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    (found,) = manipulability(evidence(case))
    assert found.level == case["level"]
    assert [reason.opening for reason in found.reasons] == case["openings"]
    assert bool(found.because) == (found.level == "high")
    assert case.get("because", found.because) == found.because
    assert [r.opening for r in found.reasons] == sorted((r.opening for r in found.reasons), key=OPENINGS.index)
    assert all(reason.closes for reason in found.reasons)
    told = {reason.opening: reason.says for reason in found.reasons}
    assert told == told | case.get("says", {})


def test_the_table_names_every_opening_and_what_would_close_it() -> None:
    text = manipulability_text(manipulability(evidence(CASES[3])))
    assert "says nothing about whether it was" in " ".join(text.split())
    flat = text.replace("\n", "").replace(" ", "")
    assert all(opening in flat for opening in ("stakes-attached", "small-numbers", "partial-submission"))
    assert max(len(line) for line in text.splitlines()) <= 120
    assert manipulability_text(()) == "The register names no indicators.\n"


def test_a_register_without_indicators_has_no_profiles() -> None:
    assert manipulability(evidence(CASES[0]).model_copy(update={"indicators": ()})) == ()


def test_profiles_are_in_the_order_of_the_ids_and_the_first_row_of_an_indicator_counts() -> None:
    rows = (("z", 2, "Z"), ("a", 4, "Later"), ("a", 3, "First"))
    register = tuple(Indicator(**(REGISTER | {"indicator": id, "row": row, "title": title})) for id, row, title in rows)
    found = manipulability(evidence(CASES[0]).model_copy(update={"indicators": register}))
    assert [(one.indicator, one.title) for one in found] == [("a", "First"), ("z", "Z")]
