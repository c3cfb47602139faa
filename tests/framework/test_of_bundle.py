"""Rules never come from the bundle, and those that are not shipped are named first in every format."""

import json
import shutil
from pathlib import Path

import pytest

from inspector import inspection, report
from inspector.bundle import read_bundle
from inspector.data import frameworks_folder
from inspector.framework import of_bundle
from inspector.model.problems import CannotComplete
from inspector.report.document.make import document
from inspector.report.text import render

GLEAMFORD = Path(__file__).parents[2] / "evidence" / "examples" / "good-on-paper"


def asking_for(framework: str, folder: Path) -> Path:
    shutil.copytree(GLEAMFORD, folder)
    shutil.copytree(frameworks_folder() / "munro", folder / "rules")
    place = folder / "datapackage.json"
    place.write_text(json.dumps(json.loads(place.read_text()) | {"framework": framework}))
    return folder


@pytest.mark.parametrize(
    "name", ["rules", "./rules", "../bundle/rules", "rules/framework.yaml", "file:///rules", "Munro", "munro "]
)
def test_it_is_refused_and_never_the_default_without_a_word(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = asking_for(name, tmp_path / "bundle")
    monkeypatch.chdir(folder)
    with pytest.raises(CannotComplete) as refused:
        inspection.work(folder)
    (told,) = refused.value.problems
    assert (told.rule, told.where.file, told.where.path) == (of_bundle.RULE, "datapackage.json", "framework")
    reading = read_bundle(folder)
    assert [one.level for one in inspection.left_open(reading) if one.rule == of_bundle.RULE] == ["error"]
    with pytest.raises(CannotComplete):
        inspection.work_on(reading)


def test_whoever_runs_the_command_may_give_a_path_and_every_format_says_so_first(tmp_path: Path) -> None:
    folder = asking_for("rules", tmp_path / "bundle")
    with (folder / "rules" / "framework.yaml").open("a") as file:
        file.write("# another\n")
    found = inspection.assess(folder, folder / "rules")
    assert [one.level for one in found.problems if one.rule == of_bundle.RULE] == ["query"]
    made = document(found)
    assert made["framework"]["shipped"] is False
    formats = {form: report.render(made, form) for form in ("html", "markdown", "oscal", "gsn", "json")} | {
        "text": render(made, [])
    }
    for form, text in formats.items():
        head = text if form == "html" else "".join(text.splitlines(keepends=True)[:8])
        assert f"not one of those shipped: munro, version {found.framework_version}" in head.replace("\n", " "), form


def test_of_one_that_ships_nothing_is_said() -> None:
    made = document(inspection.assess(GLEAMFORD))
    assert made["framework"]["shipped"] is True
    assert "attention" not in made
