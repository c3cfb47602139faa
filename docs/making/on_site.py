"""Play an inspector on site: fill in the sheets of a visit from what can be found there.

    python on_site.py VISIT FOLDER --by NAME --on DAY [--finds BUNDLE]

Reads the CSV sheets of the last round of VISIT and writes them, filled in, to FOLDER. With `--finds` everything is there as
BUNDLE has it written; without, nothing is found of any row. It needs no more than an inspector has: the sheets say which
rows, and the standard library reads the rest.
"""

import argparse
import csv
import json
from pathlib import Path
from typing import Any

FIELDS = {
    "First tried on": "tested_on", "Whose idea": "origin", "What was decided": "decision",
    "Counted": "numerator", "Out of": "denominator", "The figure": "value",
    "People in the role": "headcount", "Took part": "contributors", "Ideas raised": "ideas_raised", "Ideas tried": "ideas_tested",
    "Ideas kept": "ideas_adopted", "Days to hear back": "days_to_hear_back",
}  # fmt: skip
"""What the headings of a sheet ask for, by the field that a row has for it."""
SAID = {"Written at the time?": "yes", "List shown?": "yes"}


def main() -> None:
    """Fill in every sheet."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("visit", type=Path)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--by", required=True)
    asked.add_argument("--on", required=True)
    asked.add_argument("--finds", type=Path)
    told = asked.parse_args()
    frame = {one["key"]: one for one in json.loads((told.visit / "frame.json").read_text(encoding="utf-8"))}
    told.folder.mkdir(parents=True)
    last = max((told.visit / "sheets").glob("round-*"), key=lambda path: int(path.name.removeprefix("round-")))
    for sheet in sorted(last.glob("*.csv")):
        with sheet.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        for row in rows:
            found = there(told.finds, frame[row["Key"]]) if told.finds else None
            row |= {"Seen?": "not seen"} if found is None else filled(row, found)
            row |= {"Looked at by": told.by, "Looked on": told.on}
        with (told.folder / sheet.name).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, rows[0])
            writer.writeheader()
            writer.writerows(rows)


def there(bundle: Path, framed: dict[str, Any]) -> dict[str, str]:
    """The row of the bundle that a row of the frame is of. A spreadsheet counts its headings as row 1."""
    with (bundle / framed["resource"]).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))[framed["row"] - 2]


def filled(row: dict[str, str], found: dict[str, str]) -> dict[str, str]:
    """What is written on the sheet where everything is found as written."""
    return {"Seen?": "seen"} | {
        heading: SAID.get(heading) or found.get(FIELDS[heading], "") for heading in row if heading in {**FIELDS, **SAID}
    }


if __name__ == "__main__":
    main()
