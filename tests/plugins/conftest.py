"""Plugins as they are installed: the example by pip, others as the files that an installation leaves."""

import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from inspector import framework, lints, probes, signals
from inspector.plugins import installed, modules

EXAMPLE = Path(__file__).parent / "example"
Plug = Callable[[Path], None]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which pip installed the example plugin, built from its sources; nothing is fetched."""
    return install_example(tmp_path_factory.mktemp("plugins") / "site")


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Iterator[Plug]:
    """Puts a folder of installed plugins on the path of this process, as if it had just begun; undone afterwards."""
    folders: list[str] = []

    def on_the_path(folder: Path) -> None:
        folders.append(str(folder))
        monkeypatch.syspath_prepend(str(folder))
        begin()

    yield on_the_path
    brought = [name for name, module in list(sys.modules.items()) if _lies_in(module, folders)]
    for name in brought:
        del sys.modules[name]
    monkeypatch.undo()
    importlib.invalidate_caches()
    begin()


def install_example(folder: Path) -> Path:
    """Lets pip install the example plugin into a folder of its own."""
    options = ["--quiet", "--no-build-isolation", "--no-deps", "--no-index", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip", "install", *options, "--target", str(folder), str(EXAMPLE)]
    subprocess.run(pip, check=True, capture_output=True, text=True)
    return folder


def _lies_in(module: ModuleType, folders: list[str]) -> bool:
    places = [getattr(module, "__file__", None), *getattr(module, "__path__", ())]
    return any(place.startswith(folder) for place in places if place for folder in folders)


def begin() -> None:
    """Forget what was looked for once in this process."""
    installed._scanned.cache_clear()
    for room in (signals, probes, lints):
        room._REGISTRY._theirs.cache_clear()
    framework._others.cache_clear()
    for load in (modules.signal_module, modules.probe_module, modules.lint_module):
        load.cache_clear()


def write_plugin(folder: Path, entry_points: str, files: dict[str, str], name: str = "bad-plugin") -> Path:
    """The files that installing a package leaves: its modules, and what it says of itself."""
    about = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(entry_points, encoding="utf-8")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder
