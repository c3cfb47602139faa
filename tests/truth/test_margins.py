"""The rows that a margin names are taken out of the files, and the bundle is judged again as anybody would."""

import csv
import json
import shutil
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.truth.inspected import margins, simulated, verdict


def _places(rows: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(one["resource"], row) for one in rows for low, high in one["rows"] for row in range(low, high + 1)]


def _judged_without(bundle: Path, out: Path, places: Collection[tuple[str, int]]) -> str:
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(bundle, out)
    for file in {file for file, _ in places}:
        table = out / file
        lines = list(csv.reader(table.read_text(encoding="utf-8").splitlines(keepends=True)))
        kept = [line for row, line in enumerate(lines, 1) if (file, row) not in places]
        with table.open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened).writerows(kept)
    manifest = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    for resource in manifest["resources"]:
        held = (out / resource["path"]).read_bytes()
        resource |= {"hash": f"sha256:{sha256(held).hexdigest()}", "bytes": len(held)}
    (out / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return verdict(out)


def test_without_the_rows_named_the_verdict_is_the_one_named_and_with_one_of_them_it_stands(tmp_path: Path) -> None:
    bundle = simulated(tmp_path / "all", "stream", "proof-1")[0]
    told = margins(bundle)
    assert told["verdict"] == "improving"
    assert [one["evidence"] for one in told["pieces"]] == ["improvement-log", "indicators", "indicators-there"]
    for piece in told["pieces"]:
        # Rows that do it only where everything else is gone besides cannot do it alone.
        left = _judged_without(bundle, tmp_path / "less", _places(piece["worst"]))
        assert left == ("improving" if piece["bare"] else piece["then"])
    assert not told["pieces"][0]["bare"]
    log = _places(told["pieces"][0]["worst"])
    for kept in log[:2]:
        assert _judged_without(bundle, tmp_path / "less", [one for one in log if one != kept]) == "improving"
