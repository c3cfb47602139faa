"""A submission judged by a variant: whoever reads the result, in any format, is told what it is built on and what is changed."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from inspector import framework as frameworks
from inspector.cli import _run

ROOT = Path(__file__).parents[2]
MUNRO = frameworks.named("munro")
SAID = ("It is built on munro", "1 rule dropped (", "1 theme weighed (stream)", MUNRO.digest)


@pytest.fixture(scope="module")
def variant(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("variants") / "ours"
    folder.mkdir()
    (folder / "framework.yaml").write_text(
        f"""id: ours
version: 0.1.0
title: Ours
extends: munro@{MUNRO.version}
weights:
  - {{theme: stream, weight: 9, because: The board asked for it.}}
drops:
  - {{rule: {dropped()}, because: Nobody here can say.}}
""",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def results(variant: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("results")
    bundle = ROOT / "evidence" / "examples" / "harrowmere"
    assert (
        _run(["assess", str(bundle), "--framework", str(variant), "--format", "json", "-o", str(folder / "a.json")])
        == 0
    )
    return folder


def dropped() -> str:
    """A rule that no other rule and no row reads."""
    read = {
        pattern.kind.removeprefix("finding/")
        for one in (*MUNRO.rules, *MUNRO.verdicts)
        for part in (*one.when, *one.unless)
        for pattern in (getattr(part, "count", part), getattr(part, "of", None) or part)
        if hasattr(pattern, "kind")
    }
    return next(rule.id for rule in MUNRO.rules if rule.id not in read)


def test_the_result_has_every_change_with_its_reason(results: Path) -> None:
    document: dict[str, Any] = json.loads((results / "a.json").read_text(encoding="utf-8"))
    assert not document["framework"]["shipped"]
    (base,) = document["framework"]["extends"]
    assert (base["id"], base["version"], base["digest"], base["shipped"]) == (
        "munro",
        MUNRO.version,
        MUNRO.digest,
        True,
    )
    assert base["changes"] == [
        {
            "sort": "theme",
            "id": "stream",
            "how": "weighed",
            "because": "The board asked for it.",
            "says": f"9 instead of {weight():g}",
        },
        {"sort": "rule", "id": dropped(), "how": "dropped", "because": "Nobody here can say."},
    ]


def test_the_text_says_it(variant: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle = ROOT / "evidence" / "examples" / "harrowmere"
    assert _run(["assess", str(bundle), "--framework", str(variant), "--full"]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert [said for said in SAID if said not in text] == []


@pytest.mark.parametrize("form", ["html", "markdown", "oscal"])
def test_every_format_says_it(form: str, results: Path) -> None:
    made = results / f"report.{form}"
    assert _run(["report", str(results / "a.json"), "--format", form, "-o", str(made)]) == 0
    text = " ".join(made.read_text(encoding="utf-8").replace("\\_", "_").split())
    assert [said for said in SAID if said not in text] == []


def test_a_bundle_cannot_ask_for_a_variant_that_is_only_a_folder(variant: Path, tmp_path: Path, capsys: Any) -> None:
    bundle = Path(shutil.copytree(ROOT / "evidence" / "examples" / "harrowmere", tmp_path / "bundle"))
    manifest = json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))
    (bundle / "datapackage.json").write_text(json.dumps({**manifest, "framework": str(variant)}), encoding="utf-8")
    assert _run(["assess", str(bundle)]) == 2
    assert "rules never come from the bundle" in capsys.readouterr().err


def weight() -> float:
    return next(theme.weight for theme in MUNRO.themes if theme.id == "stream")
