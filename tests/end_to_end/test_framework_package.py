"""The package of `docs/variants.md`: built as a wheel, installed in an environment of its own, found by its id, and extended."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "variants.md"
FILE = re.compile(r"^```\w+ title=\"([^\"]+)\"\n(.*?)^```$", re.M | re.S)
TOWN = """id: our-town
version: 0.1.0
title: How our town improves
extends: our-county@0.1
weights:
  - {theme: stream, weight: 3, because: Ours is a town of small steps.}
"""


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A Python with the package, and what the tests' own has; nothing is fetched."""
    folder = tmp_path
    files = dict(FILE.findall(PAGE.read_text(encoding="utf-8")))
    for name, body in files.items():
        place = folder / name.replace("our-county/", "our-county-framework/our_county_framework/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(body, encoding="utf-8")
    assert "our-county-framework/pyproject.toml" in files
    alone = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip"]
    run(
        *pip,
        "wheel",
        *alone,
        "--no-build-isolation",
        "-w",
        str(folder / "wheels"),
        str(folder / "our-county-framework"),
    )
    (wheel,) = (folder / "wheels").glob("our_county_framework-0.1.0-*.whl")
    venv = folder / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", str(venv))
    run(*pip, "--python", str(venv), "install", *alone, str(wheel))
    site = next(venv.glob("lib/python*/site-packages"))
    (site / "others.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return venv


def run(*command: str, cwd: Path | None = None, code: int = 0) -> str:
    # Where the folder of the tests comes first, the package in it is the Inspector that is asked.
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env, cwd=cwd)
    assert done.returncode == code, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def inspector(environment: Path, *words: str | Path, cwd: Path | None = None, code: int = 0) -> str:
    return run(str(environment / "bin" / "python"), "-m", "inspector", *map(str, words), cwd=cwd, code=code)


@pytest.mark.skipif(sys.platform == "win32", reason="environments lie otherwise there")
def test_it_is_found_by_its_id_and_another_is_built_on_it(environment: Path, tmp_path: Path) -> None:
    assert "our-county 0.1.0: How our county improves." in inspector(environment, "framework", "list")
    (tmp_path / "our-town").mkdir()
    (tmp_path / "our-town" / "framework.yaml").write_text(TOWN, encoding="utf-8")
    inspector(environment, "framework", "check", "our-town", cwd=tmp_path)
    bundle = ROOT / "evidence" / "examples" / "harrowmere"
    said = inspector(environment, "assess", bundle, "--framework", "our-town", "--format", "json", cwd=tmp_path)
    document: dict[str, Any] = json.loads(said)
    assert not document["framework"]["shipped"]
    assert [(base["id"], base["shipped"]) for base in document["framework"]["extends"]] == [
        ("our-county", False),
        ("munro", True),
    ]
    dropped = {"sort": "rule", "id": "few-take-part", "how": "dropped"}
    assert any(dropped.items() <= change.items() for change in document["framework"]["extends"][1]["changes"])
    # Where no plugins are wanted, or none is installed, its base is nowhere.
    alone = [str(environment / "bin" / "python"), "-m", "inspector", "framework", "check", "our-town"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "INSPECTOR_PLUGINS": "none"}
    done = subprocess.run(alone, capture_output=True, text=True, check=False, env=env, cwd=tmp_path)
    assert done.returncode in (1, 2)
    assert "no framework 'our-county' is shipped or installed" in done.stdout + done.stderr
    assert "install the package that brings it" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
