"""The example plugin, installed by pip and used as anybody would: its name is in every result that it had a part in."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from inspector.cli import _run
from inspector.data import schemas_folder
from tests.conftest import ROOT
from tests.plugins.conftest import EXAMPLE, Plug

NAMED = "inspector-example 0.3.0"
PARTS = ["lint/single-question", "probe/weekend-tests", "signal/days-to-study"]


@pytest.fixture
def printed(plug: Plug, site: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """What a command prints with the plugin installed; it ends with 0."""
    plug(site)

    def call(*words: str | Path) -> str:
        code = _run([str(word) for word in words])
        out, err = capsys.readouterr()
        assert code == 0, err
        return out

    return call


def test_it_is_listed_with_what_it_brings(printed: Any) -> None:
    assert printed("plugins") == f"{NAMED}: framework/studied-tests, {', '.join(PARTS)}\n"
    assert json.loads(printed("plugins", "--format", "json"))["plugins"] == [
        {"name": "inspector-example", "version": "0.3.0", "provides": ["framework/studied-tests", *PARTS]}
    ]
    assert f"studied-tests 1.0.0: Tests that are studied. Do you look at what you tried? (plugin {NAMED})\n" in printed(
        "framework", "list"
    )


@pytest.mark.parametrize(
    ("name", "sort"), [("days-to-study", "signal"), ("weekend-tests", "probe"), ("single-question", "lint")]
)
def test_its_names_can_be_explained(name: str, sort: str, printed: Any) -> None:
    assert printed("explain", name).startswith(f"{name} ({sort} of the plugin {NAMED})\n\n")


def test_its_rules_can_be_explained_in_a_bundle(printed: Any, examples: Path) -> None:
    said = printed("explain", "studied-sooner", "--framework", "studied-tests", "--bundle", examples / "brackenshire")
    assert "In this bundle it did not fire." in said
    assert "became is the-same, wanted == quicker" in said


def test_its_framework_is_without_fault_and_shown(printed: Any) -> None:
    assert printed("framework", "check", EXAMPLE / "inspector_example" / "studied_tests").startswith("Nothing wrong")
    assert printed("framework", "show", "studied-tests").startswith("studied-tests 1.0.0: Tests that are studied\n")


def test_its_lint_is_heard_and_named(printed: Any) -> None:
    tiny = ROOT / "tests" / "frameworks" / "tiny"
    said = "[single-question] more-fell-than-rose speaks against improvement and asks a single question (a lint of the plugin "
    text = printed("framework", "check", tiny)
    assert f"{said}inspector-example)" in text
    assert f"Made with plugins, which are no part of Inspector: {NAMED} ({', '.join(PARTS)})." in text
    document = json.loads(printed("framework", "check", tiny, "--format", "json"))
    assert document["plugins"] == [{"name": "inspector-example", "version": "0.3.0", "provides": PARTS}]
    sarif = json.loads(printed("framework", "check", tiny, "--format", "sarif"))
    (rule,) = sarif["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == "single-question"
    assert "cannot answer the finding at all" in rule["help"]["text"]
    assert "the plugin inspector-example" in printed("framework", "check", tiny, "--format", "junit")


def test_a_result_names_it_and_what_it_measured(printed: Any, examples: Path) -> None:
    words = ("assess", examples / "brackenshire", "--framework", "studied-tests", "--format", "json")
    document = json.loads(printed(*words))
    schema = json.loads((schemas_folder() / "inspection.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["plugins"] == [
        {"name": "inspector-example", "version": "0.3.0", "provides": ["framework/studied-tests", *PARTS]}
    ]
    made = {fact["id"]: fact["plugin"] for fact in document["facts"] if "plugin" in fact}
    assert made == dict.fromkeys(
        ["probe/weekend-tests/improvement-log", "signal/days-to-study/all"], "inspector-example"
    )
    assert {t["probe"]: t["plugin"] for t in document["traces"] if "plugin" in t} == {
        "weekend-tests": "inspector-example"
    }
    assert [f["id"] for f in document["findings"]] == ["studied-later", "tests-on-weekends"]
    assert document["verdict"]["verdict"] == "static"


def test_every_format_names_it(printed: Any, examples: Path, tmp_path: Path) -> None:
    result = tmp_path / "result.json"
    words = ("assess", examples / "brackenshire", "--framework", "studied-tests")
    printed(*words, "--format", "json", "-o", result)
    wanted = f"{NAMED} (framework/studied-tests, {', '.join(PARTS)})"
    text = " ".join(printed(*words, "--full").split())
    assert wanted in text
    assert "[weekend-tests] improvement-log, question" in text
    assert text.count("(plugin inspector-example)") == 3
    for form, by in (("html", 2), ("markdown", 3), ("oscal", 3), ("gsn", 1)):
        made = printed("report", result, "--format", form)
        assert wanted in made.replace("\\", ""), form
        assert made.count("plugin inspector-example") == by + (form == "html"), form


def test_it_has_a_part_in_results_by_other_frameworks(printed: Any, examples: Path) -> None:
    bundle = examples / "harrowmere"
    document = json.loads(printed("assess", bundle, "--format", "json"))
    assert [part["provides"] for part in document["plugins"]] == [PARTS]
    assert document["framework"]["id"] == "patient-safety-learning"
    assert f"{NAMED} ({', '.join(PARTS)})" in " ".join(printed("contrast", bundle).split())
    assert json.loads(printed("contrast", bundle, "--format", "json"))["plugins"] == document["plugins"]


def test_its_probe_is_asked_before_anything_is_submitted(printed: Any, examples: Path) -> None:
    words = ("check", examples / "brackenshire", "--probes")
    text = printed(*words)
    assert "[weekend-tests] improvement-log, question: 130 of 462 tests" in text
    assert f"Made with plugins, which are no part of Inspector: {NAMED} (probe/weekend-tests)." in text
    document = json.loads(printed(*words, "--format", "json"))
    assert [part["provides"] for part in document["plugins"]] == [["probe/weekend-tests"]]
    assert [t["plugin"] for t in document["probes"] if t["probe"] == "weekend-tests"] == ["inspector-example"]


def test_without_plugins_a_result_is_what_it_was(
    plug: Plug, site: Path, examples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["assess", str(examples / "harrowmere"), "--format", "json"]
    _run(words)
    before = capsys.readouterr().out
    assert '"plugin' not in before
    plug(site)
    monkeypatch.setenv("INSPECTOR_PLUGINS", "none")
    _run(words)
    assert capsys.readouterr().out == before
