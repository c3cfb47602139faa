"""A bundle submitted once more, with rows that now say something else, are gone, or are filled in."""

import csv
import json
import shutil
from hashlib import sha256
from pathlib import Path
from random import Random


def rewritten(place: Path, out: Path) -> Path:
    """The bundle as it is submitted later: figures and entries changed or gone, an indicator no longer registered."""
    random = Random(f"rewritten {place.name}")
    shutil.copytree(place, out)
    register = out / "indicator-register.csv"
    head, *rows = register.read_text(encoding="utf-8").splitlines()
    register.write_text("\n".join([head, *rows[:-1]]) + "\n", encoding="utf-8")
    _change(out / "indicators.csv", "numerator", random, 0.05, 0.03, without=rows[-1].partition(",")[0])
    gone = rows[-1].partition(",")[0]
    for file in out.glob("given/*/verifications.csv"):
        kept = [line for line in file.read_text(encoding="utf-8").splitlines() if f",{gone}," not in line]
        file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    _change(out / "improvement-log.csv", "learned", random, 0.1, 0.05)
    manifest = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    for resource in manifest["resources"]:
        held = (out / resource["path"]).read_bytes()
        resource |= {"hash": f"sha256:{sha256(held).hexdigest()}", "bytes": len(held)}
    (out / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return out


def _change(path: Path, field: str, random: Random, changed: float, gone: float, without: str = "") -> None:
    """Rewrites a share of the cells of a field and takes out a share of the rows, and all that begin with `without`."""
    with path.open(newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    at, kept = head.index(field), []
    for row in rows:
        if random.random() < gone or row[0] == without:
            continue
        if random.random() < changed and row[at]:
            row[at] = str(max(0, int(row[at]) - 1)) if row[at].isdigit() else f"{row[at]} and so on"
        kept.append(row)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *kept])
