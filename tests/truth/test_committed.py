"""What is said to be committed, counted again from the files of all submissions: by their texts and days, and nothing else."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

from tests.truth.inspected import assessed, monthly

Row = dict[str, str]
WITHIN = 91


def _rows(bundle: Path, kind: str) -> list[Row]:
    manifest = json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))
    (path,) = [one["path"] for one in manifest["resources"] if one["kind"] == kind]
    with (bundle / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _received(bundle: Path) -> date:
    manifest = json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))
    return date.fromisoformat(manifest["submitted_at"][:10])


def _begun(row: Row) -> str:
    return row.get("started_on") or row.get("tested_on") or ""


def _in_time(row: Row, received: list[tuple[date, dict[str, Row]]]) -> bool:
    """Whether a submission held the test by 91 days after it began, with its prediction, its measure and that beginning."""
    day = date.fromisoformat(_begun(row) or row["raised_on"])
    for on, log in received:
        then = log.get(row["id"])
        if then is not None and (on - day).days > WITHIN and _begun(then) != _begun(row):
            return False
    return any(
        (on - day).days <= WITHIN
        and row["id"] in log
        and all(log[row["id"]].get(name) == row.get(name) for name in ("prediction", "indicator"))
        and _begun(log[row["id"]]) in ("", _begun(row))
        and (row["prediction"] or not _begun(row))
        for on, log in received
    )


def _gained(result: dict[str, Any]) -> dict[str, dict[str, Any]]:
    facts = [one["fields"] for one in result["facts"] if one["kind"] == "signal/trajectory"]
    return {one["indicator"]: one for one in facts if one["call"] in ("gradual-gain", "sudden-gain")}


def test_what_is_committed_is_so_by_the_files(tmp_path: Path) -> None:
    bundles = monthly(tmp_path, "stream", "committed-1", months=14, submissions=4)
    result = assessed(bundles[-1], *(word for one in bundles[:-1] for word in ("--earlier", str(one))))
    made = result["verdict"]["assured"]["commitment"]
    counts = {one["evidence"]: one for one in made["rows"]}
    gained = _gained(result)
    received = [(_received(one), {row["id"]: row for row in _rows(one, "improvement-log")}) for one in bundles]

    log = _rows(bundles[-1], "improvement-log")
    timely = [row for row in log if _in_time(row, received)]
    free = [row for row in timely if row["indicator"] not in gained]
    told = counts["improvement-log"]
    assert told["of"] == len(log)
    assert len(free) <= told["committed"] <= len(timely) < len(log)
    if len(timely) == told["committed"]:
        not_in_time = [n for n, row in enumerate(log, 2) if row not in timely][:20]
        shown = [n for one in told["first_not"] for low, high in one["rows"] for n in range(low, high + 1)]
        assert shown == not_in_time

    keys = ("indicator", "period_start", "period_end", "numerator", "denominator", "value")
    held = [(_received(one), {tuple(row.get(k) for k in keys) for row in _rows(one, "indicators")}) for one in bundles]
    figures = [row for row in _rows(bundles[-1], "indicators") if row["indicator"] not in gained]
    whole = {one["evidence"].removeprefix("indicator/"): one for one in made["indicators"]}
    for row in figures:
        assert any(tuple(row.get(k) for k in keys) in rows for _, rows in held)
        assert whole[row["indicator"]]["committed"] == whole[row["indicator"]]["of"]

    assert made["submissions"] == len(bundles)
    assert (made["first_received"], made["last_received"]) == (received[0][0].isoformat(), received[-1][0].isoformat())
    assert made["dated"] == [{"by": "manifest", "submissions": len(bundles)}]
    assert made["foretold"]
    for gain in made["foretold"]:
        _foretold(gain, gained, dict(received), {_received(one): one for one in bundles})


def _foretold(
    gain: dict[str, Any], gained: dict[str, Any], logs: dict[date, dict[str, Row]], bundles: dict[date, Path]
) -> None:
    """The first test of a gain that was foretold stands in the submission named, with its prediction and in time."""
    on = date.fromisoformat(gain["received_on"])
    row = logs[on][gain["tests"][0]]
    assert row["prediction"]
    assert row["indicator"] == gain["indicator"]
    assert _begun(row) in ("", gain["started_on"])
    assert (on - date.fromisoformat(gain["started_on"])).days <= WITHIN
    (better,) = [
        one["better"] for one in _rows(bundles[on], "indicator-register") if one["indicator"] == gain["indicator"]
    ]
    assert better == gain["better"]
    fact = gained[gain["indicator"]]
    assert (gain["onset"], gain["began"]) == (fact["onset"], fact["began"])
    assert f"test {gain['tests'][0]}, begun on {date.fromisoformat(gain['started_on']).day} " in gain["says"]
    last = max(one["period_end"] for one in _rows(bundles[on], "indicators") if one["indicator"] == gain["indicator"])
    # What was held by then is not the whole: the gain is called from figures that came later.
    assert last < fact["last"]
