"""Impossible figures are told and set aside: the rest of their series is judged as if they had not been submitted."""

import json
from calendar import monthrange
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector import inspection
from inspector.bundle import read_bundle
from inspector.bundle.check.figures import MOST_COUNTED
from inspector.cli import _run
from inspector.data import schemas_folder
from inspector.evidence.series import all_series
from inspector.model.evidence import Evidence
from inspector.probes import selective_evidence
from tests.bundle.builder import MANIFEST, seal, unfold

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "set_aside.yaml").read_text(encoding="utf-8"))
REGISTER = "indicator,title,better,unit,measure,same_as\nseen,Seen,up,share,process,children-seen-alone\n"
SHARES = [41, 44, 39, 42, 40, 43, 38, 45, 40, 42, 41, 44, 71, 68, 70, 73, 69, 72, 70, 67, 71, 74, 69, 70]


def write(folder: Path, case: dict[str, Any], without: frozenset[int] = frozenset()) -> Path:
    """The bundle of a case, without the rows of some months."""
    rows = ["indicator,period_start,period_end,numerator,denominator,value,recorded_on"]
    for month, share in enumerate(SHARES, 1):
        year, number = 2022 + (month - 1) // 12, (month - 1) % 12 + 1
        end = case.get("ends", {}).get(month, f"{year}-{number:02}-{monthrange(year, number)[1]}")
        recorded = f"{2022 + month // 12}-{month % 12 + 1:02}-05"
        if month not in without:
            rows.append(
                f"seen,{year}-{number:02}-01,{end},{case.get('put', {}).get(month, f'{share},100,')},{recorded}"
            )
    start, end = case.get("period", ["2022-01-01", "2023-12-31"])
    files = {"indicators": "\n".join([*rows, ""]).encode(), "indicator-register": REGISTER.encode()}
    resources = [{"name": kind, "path": f"{kind}.csv", "kind": kind, **seal(data)} for kind, data in files.items()]
    period = {"start": str(start), "end": str(end)}
    manifest = {"name": "x", "title": "x", "authority": "x", "period": period, "resources": resources}
    return unfold(
        folder, {**{f"{kind}.csv": data for kind, data in files.items()}, MANIFEST: json.dumps(manifest).encode()}
    )


def evidence(path: Path) -> Evidence:
    found = read_bundle(path)
    assert found.stopping == ()
    assert found.evidence is not None
    return found.evidence


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "b", case)
    assert _run(["check", str(path)]) == case["check"]
    capsys.readouterr()
    found = inspection.assess(path)
    (fact,) = (fact for fact in found.facts if fact.kind == "signal/trajectory")
    assert fact.fields["call"] == "sudden-gain"
    assert case["told"] in fact.says
    assert ("left out" in fact.says) == bool(case["told"])
    (trust,) = (one.trust for one in found.trust if one.evidence == "indicator/seen")
    assert trust == case["trust"]
    unjudged = " ".join(one.why for one in found.unjudged if one.what == "indicator seen")
    assert case["told"] in unjudged


@pytest.mark.parametrize("form", ["text", "json", "html", "markdown"])
def test_every_format_says_which_figure_was_left_out(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "b", {"put": {18: "160,96,"}})
    full = ["--full"] if form == "text" else []
    assert _run(["assess", str(path), "--format", form, *full]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "1 figure is left out: row 19, 160 of 96 is impossible" in said


@settings(max_examples=25, deadline=None)
@given(
    months=st.sets(st.integers(1, 24), max_size=8),
    put=st.sampled_from(
        [
            "160,96,",
            "-1,50,",
            "3,0,",
            "1e200,5,",
            "inf,5,",
            "5,1e13,",
            ",,1.5",
            ",,-0.1",
            "c,100,",
            "[low],[low],",
            ",,<5",
        ]
    ),
)
def test_an_impossible_figure_is_worth_what_none_is(
    months: set[int], put: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("pair")
    with_them = evidence(write(folder / "a", {"put": dict.fromkeys(months, put)}))
    without = evidence(write(folder / "b", {}, frozenset(months)))
    assert [one.row - 1 for one in with_them.set_aside] == sorted(months)
    assert {one.period_start for one in with_them.figures} == {one.period_start for one in without.figures}
    judged = [[(one.observations, one.judgement()) for one in all_series(given)] for given in (with_them, without)]
    assert judged[0] == judged[1]


def test_a_figure_that_was_submitted_is_not_called_missing_without_a_word(tmp_path: Path) -> None:
    given = evidence(write(tmp_path / "b", {"put": dict.fromkeys((4, 9, 14, 19), "160,96,")}))
    (trace,) = (one for one in selective_evidence.examine(given) if one.subject == "indicator/seen")
    assert trace.says == (
        "20 of 24 periods have figures; 4 are missing between others and 0 at the end. "
        "4 figures were submitted and cannot be."
    )
    assert trace.innocent[0] == "Figures were mistyped, and are there once they are mended."
    gone = evidence(write(tmp_path / "c", {}, frozenset((4, 9, 14, 19))))
    (other,) = (one for one in selective_evidence.examine(gone) if one.subject == "indicator/seen")
    assert "submitted" not in other.says
    assert other.outcome == trace.outcome


def test_more_contributors_than_people_stop_nothing_and_are_left_out(tmp_path: Path) -> None:
    path = write(tmp_path / "b", {})
    head = "period_start,period_end,team,role,headcount,contributors\n"
    data = f"{head}2022-01-01,2022-03-31,North,worker,5,5\n2022-01-01,2022-03-31,South,worker,5,6\n".encode()
    (path / "participation.csv").write_bytes(data)
    manifest = json.loads((path / MANIFEST).read_text())
    manifest["resources"].append({"name": "p", "path": "participation.csv", "kind": "participation", **seal(data)})
    (path / MANIFEST).write_text(json.dumps(manifest))
    found = evidence(path)
    assert [one.row for one in found.participation] == [2]
    assert [part.rows for part in found.left_out] == [(3,)]


def test_a_count_beyond_all_counts_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads((schemas_folder() / "indicators.schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["numerator"]["maximum"] == MOST_COUNTED
    for digits, rule in ((13, "numerator-above-denominator"), (90, "out-of-range")):
        path = write(tmp_path / str(digits), {"put": {4: f"{'1'.ljust(digits, '0')},100,"}})
        assert _run(["check", str(path), "--format", "json"]) == 1
        told = [p["rule"] for p in json.loads(capsys.readouterr().out)["problems"] if p["rule"] != "register-open"]
        assert told == [rule]


def test_a_contrast_says_which_figures_count_on_neither_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "b", {"put": {18: "160,96,"}})
    assert _run(["contrast", str(path)]) == 0
    assert "seen: 1 figure is left out: row 19, 160 of 96 is impossible." in capsys.readouterr().out
    assert _run(["contrast", str(path), "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["up_to_standard"]["left_out"]
    assert told == "seen: 1 figure is left out: row 19, 160 of 96 is impossible."
    assert _run(["contrast", str(write(tmp_path / "c", {})), "--format", "json"]) == 0
    assert "left_out" not in capsys.readouterr().out
