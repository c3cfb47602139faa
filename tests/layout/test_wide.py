"""Wide tables as people lay them out: what is read of each, what is left out, what is none."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.layout.long import LongRow, long, register
from inspector.layout.seeing import seen
from inspector.layout.spec import described, moved, of_description

CASES = yaml.safe_load((Path(__file__).parent / "wide.yaml").read_text())


def grid_of(text: str) -> list[list[str]]:
    rows = [[cell.strip() for cell in line.split("|")] for line in text.rstrip("\n").split("\n")]
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def figure(row: LongRow) -> str:
    pair = "/".join(row.texts[role] for role in ("numerator", "denominator") if role in row.texts)
    value = row.texts.get("value", "")
    return f"{pair} = {value}" if pair and value else pair or value


def wanted(said: dict[str, Any]) -> list[str]:
    return [str(one) for one in said["figures"] if one != "_"]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    grid = grid_of(case["grid"])
    wide = seen(grid, case.get("hints", ()))
    if case["form"] == "none":
        assert wide is None
        return
    assert wide is not None
    assert wide.form == case["form"]
    assert wide.sure == case.get("sure", wide.sure)
    said = described(wide)
    assert said["headings"] == case.get("periods_at", said["headings"])
    assert said["names"] == case.get("names_at", said["names"])
    found: dict[str, list[LongRow]] = {}
    for row in long(grid, wide):
        found.setdefault(row.title, []).append(row)
    assert {title: [figure(row) for row in rows] for title, rows in found.items()} == {
        title: wanted(series) for title, series in case["series"].items()
    }
    entries = {one.title: one for one in register(wide)}
    assert list(entries) == list(found) or set(entries) == set(found)
    for title, series in case["series"].items():
        assert found[title][0].first == series["from"]
        assert "last" not in series or found[title][-1].last == series["last"]
        assert entries[title].better == series.get("better", "")
        if "unit" in series:
            assert entries[title].unit == series["unit"]
        assert entries[title].target == series.get("target", "")
    if "left" in case:
        assert sorted(f"{one.place} {one.heading}".strip() for one in wide.left_out) == sorted(case["left"])
    told = " / ".join(wide.doubts)
    assert all(word in told for word in case.get("doubts", [])), told
    if "doubts" not in case:
        assert not wide.doubts


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_description_is_read_again_as_it_was_seen(case: dict[str, Any]) -> None:
    grid = grid_of(case["grid"])
    wide = seen(grid)
    if wide is None:
        return
    again = of_description(described(wide))
    assert long(grid, again) == long(grid, wide)
    assert register(again) == register(wide)
    assert not moved(grid, again)
