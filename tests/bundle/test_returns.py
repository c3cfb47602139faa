"""Statutory returns as authorities have them: each case is read through the command line, without a manifest."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml

from inspector.bundle import read_bundle
from inspector.bundle.packs import packs, schema_names
from inspector.bundle.returns.which_return import BY_HEADINGS, BY_NAME, which_return
from inspector.bundle.schema import json_schema, row_schema
from inspector.cli import _run
from tests.bundle.builder import seal
from tests.shared_data import reference

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "returns.yaml").read_text(encoding="utf-8"))
TABLES = [(pack, table) for pack in packs().values() for table in pack.tables if pack.form == "csv"]


def made(folder: Path, case: dict[str, Any]) -> Path:
    folder.mkdir()
    for name, lines in case["files"].items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / case["alone"] if "alone" in case else folder


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(tmp_path / "return", case)
    assert _run(["check", str(path), "--format", "json"]) == case.get("exit", 0)
    problems = json.loads(capsys.readouterr().out)["problems"]
    left = [one for one in problems if one["rule"] not in case.get("ignore", ())]
    for wanted in case["problems"]:
        found = [one for one in left if _fits(one, wanted)]
        assert found, (wanted, left)
        left.remove(found[0])
    assert left == []
    _run(["check", str(path), "--all"])
    text = capsys.readouterr().out
    first = text.splitlines()[0] if text.startswith("Read as") else ""
    assert all(word in first for word in case.get("read_as", ()))
    assert not any(word in first for word in case.get("not_read_as", ()))
    assert not any(word in text for word in case.get("never", ()))


def _fits(one: dict[str, Any], wanted: dict[str, Any]) -> bool:
    plain = {key: value for key, value in wanted.items() if key not in ("told", "level", "fix_has")}
    same = all(one[key] == value for key, value in plain.items())
    return (
        same
        and one["level"] == wanted.get("level", "query")
        and wanted.get("told", "") in one["message"]
        and (wanted.get("fix_has", "") in one["fix"])
    )


def test_packs_and_their_row_schemas_obey_their_schemas() -> None:
    for pack in packs().values():
        said = json.loads((_folder() / pack.name / "pack.json").read_text(encoding="utf-8"))
        assert list(json_schema.validator(json_schema.schema("pack"), ours=True).iter_errors(said)) == []
        assert said["name"] == pack.name
        for place in (pack.year.get("said_in"), *pack.year["seen_in"]):
            table, _, field = (place or "header.").partition(".")
            assert not field or field in json_schema.schema(f"{pack.name}/{table}")["properties"]
    for name in schema_names():
        schema = json_schema.schema(name)
        assert row_schema.problems(schema, name, shipped=True) == []
        assert schema["x-date-format"] == packs()[schema["x-return"]].dates
        for link in schema.get("x-foreign-key", ()):
            assert link["references"] in json_schema.schema(link["kind"])["properties"]


def _folder() -> Path:
    from inspector.data import schemas_folder

    return schemas_folder()


@pytest.mark.parametrize(("pack", "table"), TABLES, ids=[f"{p.name}/{t}" for p, t in TABLES])
def test_every_table_is_known_by_its_own_headings_in_any_order_and_case(pack: Any, table: str) -> None:
    headings = list(json_schema.schema(f"{pack.name}/{table}")["properties"])
    for written in (headings, headings[::-1], [one.lower() for one in headings]):
        found = which_return(written)
        assert found is not None
        assert (found.pack, found.table, found.share) == (pack.name, table, 1.0)
    assert which_return([one for one in headings if one != pack.child]) is None


def test_how_many_of_its_own_columns_a_table_must_have() -> None:
    """Of the ten that oc2 has alone; six will do whatever the file is called, and three where it is called so."""
    own = ["SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT",
           "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"]  # fmt: skip
    assert (BY_HEADINGS, BY_NAME) == (0.6, 0.3)
    assert which_return(["CHILD", *own[:6]]) is not None
    assert which_return(["CHILD", *own[:5]], "health.csv") is None
    assert which_return(["CHILD", *own[:3]], "903 oc2 2024.csv") is not None
    assert which_return(["CHILD", *own[:2]], "903 oc2 2024.csv") is None


def test_the_sample_has_what_the_domains_validator_finds_of_the_same(tmp_path: Path) -> None:
    """Codes, keys and dates alone: where a rule of the validator asks one of these, it flags as many rows as we do."""
    for one in reference("ssda903-sample").glob("*.csv"):
        if one.name != "reference_rule_counts.csv":
            (tmp_path / one.name).write_bytes(one.read_bytes())
    reading = read_bundle(tmp_path)
    found = Counter[tuple[str, str | None]]()
    for problem in reading.problems:
        found[problem.rule, problem.field] += len(problem)  # type: ignore[union-attr, arg-type]
    with reference("ssda903-sample/reference_rule_counts.csv").open(encoding="utf-8") as stream:
        theirs = {row["code"]: int(row["rows_flagged"]) for row in csv.DictReader(stream)}
    assert found["unknown-code", "ACTIV"] == theirs["132"] == 46
    assert found["unknown-code", "REASON_PLACED_CEASED"] == theirs["120"] == 8
    assert found["missing-value", "DEC"] == theirs["148"] == 739
    assert {rule for rule, _ in found} == {"unknown-code", "missing-value", "duplicate-key"}
    assert reading.read_as.count(",") == 10


def test_in_a_bundle_it_is_a_resource_of_kind_return(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "h.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,1,14/05/2012,WBRI,A123456789012,,\n",
        "e.csv": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
        "101,04/04/2024,S,C1,N1,U1,PR1,,,,,,\n",
    }
    said: dict[str, dict[str, Any]] = {"h.csv": {"return": "ssda903", "table": "header"}, "e.csv": {}}
    bundle = _bundle(tmp_path, texts, said)
    assert _run(["check", str(bundle)]) == 0
    assert "No problems found" in capsys.readouterr().out
    evidence = read_bundle(bundle).evidence
    assert evidence is not None
    assert [(one.list, one.child, len(one)) for one in evidence.case_lists] == [
        ("ssda903/episodes", "CHILD", 1), ("ssda903/header", "CHILD", 1),
    ]  # fmt: skip
    for wrong, told in (({"return": "ssda904"}, "ssda903"), ({"return": "ssda903", "table": "episods"}, "episodes")):
        bundle = _bundle(tmp_path, texts, {**said, "e.csv": wrong})
        assert _run(["check", str(bundle)]) == 2
        assert f"did you mean '{told}'" in capsys.readouterr().out
    bundle = _bundle(tmp_path, {"x.csv": "a,b\n1,2\n"}, {"x.csv": {}})
    assert _run(["check", str(bundle)]) == 1
    assert "which-return" in capsys.readouterr().out


def _bundle(folder: Path, texts: dict[str, str], said: dict[str, dict[str, Any]]) -> Path:
    resources = []
    for name, text in texts.items():
        (folder / name).write_text(text)
        resources.append({"name": name, "path": name, "kind": "return", **seal(text.encode()), **said[name]})
    manifest = {
        "name": "n", "title": "N", "authority": "Nowhere", "invented": True,
        "period": {"start": "2024-04-01", "end": "2025-03-31"}, "resources": resources,
    }  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps(manifest))
    return folder


def test_a_workbook_with_the_tables_as_sheets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = {
        "Header": [
            ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"],
            ["101", "1", "14/05/2012", "WBRI", "UN1"],
        ],
        "OC3": [["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"], ["102", "14/05/2006", "YES", "F1", "B1"]],
        "Notes": [["said by", "what"], ["us", "nothing"]],
    }
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    for name, lines in rows.items():
        sheet = book.add_worksheet(name)
        for place, line in enumerate(lines):
            sheet.write_row(place, 0, line)
    book.close()
    (tmp_path / "return.xlsx").write_bytes(stream.getvalue())
    assert _run(["check", str(tmp_path / "return.xlsx")]) == 1
    said = capsys.readouterr().out
    assert said.startswith("Read as the return SSDA903")
    assert set(re.findall(r"\[(.*?)\]", said)) == {"unknown-sheet", "leads-nowhere"}


def test_bundle_add_takes_a_table_for_what_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle = tmp_path / "b"
    assert _run(["bundle", "new", str(bundle), "--authority", "N", "--from", "2024-04-01", "--to", "2025-03-31"]) == 0
    for name in ("placed_for_adoption", "uasc", "header"):
        assert _run(["bundle", "add", str(reference(f"ssda903-sample/{name}.csv")), "--bundle", str(bundle)]) == 0
    capsys.readouterr()
    resources = json.loads((bundle / "datapackage.json").read_text())["resources"]
    assert [(one["kind"], "mapping" in one) for one in resources] == [("return", False)] * 3
