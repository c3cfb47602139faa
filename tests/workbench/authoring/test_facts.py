"""Runs the cases of `inspector framework facts`, and holds its document to its schema and to every field there is."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from inspector import probes, signals
from inspector.cli import _run
from inspector.data import schemas_folder
from tests.plugins.conftest import Plug, plug, site  # noqa: F401

CASES = yaml.safe_load((Path(__file__).parent / "facts.yaml").read_text(encoding="utf-8"))
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "framework.yaml").touch()
    words = [word.replace("HERE", str(tmp_path)) for word in case["words"]]
    assert _run(["framework", "facts", *words]) == case.get("code", 0)
    told = "".join(capsys.readouterr())
    assert [one for one in case["told"] if one not in told] == [], told
    assert [one for one in case.get("untold", ()) if one in told] == []


def document(capsys: Capture, *words: str) -> dict[str, Any]:
    assert _run(["framework", "facts", *words, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    schema = json.loads((schemas_folder() / "facts.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, schema)
    return found


def test_the_document_has_every_field_as_it_says_of_itself(capsys: Capture) -> None:
    kinds = {one["kind"]: one for one in document(capsys)["kinds"]}
    measured = {f"signal/{id}": about.fields for id, about in signals.abouts().items()}
    asked = {f"probe/{id}": probes.FIELDS for id in probes.ids()}
    assert set(kinds) == {*measured, *asked, "finding", "theme", "verdict-basis", "count or share"}
    for kind, fields in {**measured, **asked}.items():
        for told, field in zip(kinds[kind]["fields"], fields, strict=True):
            said = {name: value for name, value in field.model_dump(mode="json").items() if value not in ("", None)}
            assert {name: told[name] for name in said} == said


def test_of_one_signal_the_document_has_one(capsys: Capture) -> None:
    (one,) = document(capsys, "held")["kinds"]
    assert (one["kind"], one["keys"], one["needs"]) == (
        "signal/held",
        ["indicator"],
        ["indicator-register", "indicators"],
    )
    left = next(field for field in one["fields"] if field["name"] == "share_left")
    assert (left["role"], left["least"], left["most"], left["good"], left["unit"]) == ("measured", 0, 1, "up", "share")
    assert left["may"].endswith("`lasting` where it held")


def test_a_plugins_signal_is_told_with_its_package(plug: Plug, site: Path, capsys: Capture) -> None:  # noqa: F811
    plug(site)
    found = document(capsys)
    (one,) = (one for one in found["kinds"] if one["name"] == "days-to-study")
    assert one["plugin"] == "inspector-example 0.3.0"
    assert found["plugins"][0]["provides"] == ["probe/weekend-tests", "signal/days-to-study"]
    assert _run(["framework", "facts", "days-to-study"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("signal/days-to-study: How soon tests are studied, of the plugin inspector-example 0.3.0.\n")
    assert "For improvement: quicker; against improvement: slower, as work done: it shows no\n" in told


def test_what_a_plugin_does_not_say_is_told_as_not_stated(tmp_path: Path, plug: Plug, capsys: Capture) -> None:  # noqa: F811
    from tests.plugins.good import SIGNAL

    info = tmp_path / "bare-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bare\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[inspector.signals]\nword-count = bare_signal\n", encoding="utf-8")
    (tmp_path / "bare_signal.py").write_text(SIGNAL, encoding="utf-8")
    plug(tmp_path)
    assert _run(["framework", "facts", "word-count"]) == 0
    told = capsys.readouterr().out
    assert "Role not stated: whoever wrote the signal did not say what may be concluded from it.\n" in told
    assert "  words: a whole number\n" in told
    (one,) = document(capsys, "word-count")["kinds"]
    assert [field["role"] for field in one["fields"]] == [None, None]


def test_schemas_are_written_beside_the_framework_and_again(tmp_path: Path, capsys: Capture) -> None:
    for _ in range(2):
        assert _run(["framework", "facts", "--schemas", str(tmp_path)]) == 0
        assert f"Written: {tmp_path.as_posix()}/.schemas/framework.schema.json, " in capsys.readouterr().out
    written = sorted(path.name for path in (tmp_path / ".schemas").iterdir())
    assert written == [f"{name}.schema.json" for name in ("framework-variant", "framework", "rule-tests", "rules")]
    rules = json.loads((tmp_path / ".schemas" / "rules.schema.json").read_text(encoding="utf-8"))
    assert "held_months" in rules["definitions"]["signal-trajectory"]["properties"]


def test_schemas_name_a_plugins_fields(plug: Plug, site: Path, tmp_path: Path) -> None:  # noqa: F811
    plug(site)
    assert _run(["framework", "facts", "--schemas", str(tmp_path)]) == 0
    rules = json.loads((tmp_path / ".schemas" / "rules.schema.json").read_text(encoding="utf-8"))
    assert "days_change" in rules["definitions"]["signal-days-to-study"]["properties"]
