"""The list of what ships is true, and a framework with another byte in it is none of those."""

import json
import os
import shutil
from pathlib import Path

from inspector import framework as frameworks
from inspector.data import frameworks_folder
from inspector.framework import shipped
from inspector.framework.files import MAIN


def test_the_list_is_that_of_the_files() -> None:
    """`INSPECTOR_UPDATE_GOLDEN=1` writes it anew: every change of a rule is a change of what ships."""
    found = [frameworks.read(path.parent) for path in sorted(frameworks_folder().glob(f"*/{MAIN}"))]
    true = {one.id: {one.version: one.digest} for one in found}
    place = frameworks_folder() / shipped.LIST
    if os.environ.get("INSPECTOR_UPDATE_GOLDEN"):
        place.write_text(json.dumps(true, indent=2) + "\n")
        shipped.digests.cache_clear()
    assert json.loads(place.read_text()) == true
    assert all(map(shipped.is_shipped, found))


def test_one_other_byte_is_another_framework(tmp_path: Path) -> None:
    shutil.copytree(frameworks_folder() / "munro", tmp_path / "munro")
    assert shipped.is_shipped(frameworks.read(tmp_path / "munro"))
    with (tmp_path / "munro" / "indicators.yaml").open("a") as file:
        file.write("# another\n")
    assert not shipped.is_shipped(frameworks.read(tmp_path / "munro"))


def test_where_the_list_cannot_be_read_nothing_is_called_shipped(tmp_path: Path, monkeypatch: object) -> None:
    for text in ("", "[]", "{"):
        (tmp_path / shipped.LIST).write_text(text)
        monkeypatch.setattr(shipped, "frameworks_folder", lambda: tmp_path)  # type: ignore[attr-defined]
        shipped.digests.cache_clear()
        assert shipped.digests() == {}
    shipped.digests.cache_clear()
