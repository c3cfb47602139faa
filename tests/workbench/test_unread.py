"""A file of a framework's folder that nobody reads is an error, and what belongs beside a framework is none."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.cli import _run
from inspector.framework.unread import MOST_TOLD, unread
from inspector.workbench.check import check, check_one

TINY = Path(__file__).parents[1] / "frameworks" / "tiny"
CASES = yaml.safe_load((Path(__file__).parent / "unread.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def put(folder: Path, name: str, text: str = "x\n") -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_what_is_not_read_is_named(case: dict[str, Any], tiny: Path) -> None:
    put(tiny, case["file"])
    found = unread(tiny)
    if "told" not in case:
        assert found == []
        return
    (one,) = found
    assert one.where.file == (tiny / case.get("of", case["file"])).as_posix()
    said = " ".join([one.message, one.expected, one.fix])
    assert all(words in said for words in case["told"]), said
    assert one in check_one(tiny)


def test_a_bundle_that_a_case_names_is_read_and_one_that_none_names_is_not(tiny: Path) -> None:
    put(tiny, "bundles/ours/datapackage.json", "{}")
    put(tiny, "bundles/other/datapackage.json", "{}")
    assert [p.where.file.removeprefix(f"{tiny.as_posix()}/") for p in unread(tiny, ["bundles/ours"])] == [
        "bundles/other"
    ]
    assert unread(tiny, ["./bundles/ours", "bundles/other/"]) == []


def test_of_very_many_the_first_are_told(tiny: Path) -> None:
    for number in range(MOST_TOLD + 1):
        put(tiny, f"n{number}.txt")
    assert len(unread(tiny)) == MOST_TOLD


def test_a_link_to_the_folder_itself_is_not_followed(tiny: Path) -> None:
    (tiny / "again").symlink_to(tiny, target_is_directory=True)
    assert [p.rule for p in unread(tiny)] == ["unread-file"]


def test_ids_and_paths_alike(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tiny, "notes.txt")
    ours = "patient-safety-learning"
    assert [p.rule for p in check([str(tiny), str(tiny / "rules" / "rules.yaml"), tiny])] == ["unread-file"]
    assert _run(["framework", "check", ours]) == 0
    assert _run(["framework", "check", ours, str(tiny / "languages" / "cy.yaml")]) == 1
    capsys.readouterr()
    assert _run(["framework", "check", "munroe"]) == 2
    assert "did you mean 'munro'?" in capsys.readouterr().err
