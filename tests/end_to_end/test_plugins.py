"""An installed plugin beside the installed wheel: neither knows of the other's folder."""

import os
from pathlib import Path

from tests.end_to_end.conftest import Run
from tests.plugins.conftest import install_example


def test_the_installed_wheel_finds_the_installed_plugin(
    run: Run, installed: Path, examples: Path, tmp_path: Path
) -> None:
    path = os.pathsep.join([str(installed), str(install_example(tmp_path / "site"))])
    done = run("assess", examples / "brackenshire", "--framework", "studied-tests", "--full", PYTHONPATH=path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "VERDICT: STATIC" in done.stdout
    assert "inspector-example 0.3.0" in done.stdout
