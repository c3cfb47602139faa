"""What `inspector framework check` says of frameworks that strangers could have written: caught, missed, refused wrongly.

`python bench/corpus/run.py` prints the counts; `--write` keeps what is told of each file in `tests/frameworks/told.yaml`.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from tests.corpus import GENERAL, files, read, remarks  # noqa: E402

TOLD = ROOT / "tests" / "frameworks" / "told.yaml"


def main() -> None:
    began = time.process_time()
    found = {sort: {file.stem: _ids(file) for file in files(sort)} for sort in ("bad", "good")}
    spent = time.process_time() - began
    bad, good = found["bad"], found["good"]
    refused = [name for name, ids in bad.items() if ids["errors"]]
    told = [name for name, ids in bad.items() if ids["errors"] or ids["queries"]]
    print(f"{len(refused)} of {len(bad)} bad ones are refused, {len(told)} are told by a lint of their own kind")
    print("not told:", *sorted(set(bad) - set(told)))
    families = Counter(read(file)["family"] for file in files("bad"))
    of_told = Counter(read(file)["family"] for file in files("bad") if file.stem in told)
    print(*(f"{name}: {of_told[name]} of {count}" for name, count in sorted(families.items())), sep="\n")
    wrongly = {name: ids["errors"] for name, ids in good.items() if ids["errors"]}
    print(f"{len(wrongly)} of {len(good)} good ones are refused: {wrongly}")
    print(
        f"{sum(bool(ids['queries']) for ids in good.values())} of {len(good)} good ones have a query of their own kind"
    )
    print(f"{spent:.0f} s of processor time")
    if "--write" in sys.argv:
        TOLD.write_text(yaml.safe_dump(found, sort_keys=True, default_flow_style=None, width=120), encoding="utf-8")


def _ids(file: Path) -> dict[str, list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        said = remarks(file, Path(folder))
    errors = sorted({one.rule for one in said if one.level == "error"})
    return {"errors": errors, "queries": sorted({one.rule for one in said if one.level == "query"} - GENERAL)}


if __name__ == "__main__":
    main()
