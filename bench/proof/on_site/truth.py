"""What is true on site of a submitted bundle, and sheets filled in by it, with Python's own `csv` alone."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

Place = tuple[str, int]
"""A file of the bundle and a row of it; the headings are row 1."""

COLUMNS = {
    "First tried on": "tested_on", "What was decided": "decision", "Whose idea": "origin", "Counted": "numerator",
    "Out of": "denominator", "The figure": "value", "How many cases": "count", "People in the role": "headcount",
    "Took part": "contributors", "Ideas raised": "ideas_raised", "Ideas tried": "ideas_tested",
    "Ideas kept": "ideas_adopted", "Days to hear back": "days_to_hear_back", "Met on": "met_on",
    "The partner says": "partner_says", "Where it stands": "status", "Done on": "done_on",
    "Checked on": "verified_on", "Looked at again on": "reviewed_on", "How it went": "went",
    "What was looked at": "approach", "How many said so": "people", "Told back on": "told_back_on",
    "Accounted on": "accounted_on", "Answered on": "answered_on", "Acted on": "acted_on",
    "Hours delivering": "hours_delivering", "Hours improving": "hours_improving",
    "Hours overseeing": "hours_overseeing",
}  # fmt: skip
OTHER = {"adopt": "abandon", "adapt": "abandon", "abandon": "adopt"}


@dataclass
class Site:
    """A bundle as it was submitted, and what is otherwise on site: `invented`, `moved`, `figures`, `other`, `lost`, `shut`."""

    rows: dict[Place, dict[str, str]]
    otherwise: dict[Place, str] = field(default_factory=dict)

    def of(self, resource: str) -> list[Place]:
        return [place for place in self.rows if place[0] == resource]

    def without(self, share_lost: float, share_shut: float, rng: Random) -> "Site":
        """The same, honest: of so many rows the paper is lost, of so many the file cannot be opened on the day."""
        drawn = {place: rng.random() for place in self.rows}
        lost = {place: "lost" for place, at in drawn.items() if at < share_lost}
        shut = {place: "shut" for place, at in drawn.items() if share_lost <= at < share_lost + share_shut}
        return Site(self.rows, {**self.otherwise, **lost, **shut})


def site(bundle: Path) -> Site:
    """The site of which everything is as it was submitted."""
    rows: dict[Place, dict[str, str]] = {}
    for path in sorted(bundle.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                rows[(path.relative_to(bundle).as_posix(), number)] = row
    return Site(rows)


def fill(visit: Path, number: int, site: Site, into: Path, rng: Random) -> int:
    """Fill in the CSV sheets of a round by what is on site, into a folder of their own; how many rows."""
    frame = {one["key"]: (one["resource"], one["row"]) for one in json.loads((visit / "frame.json").read_text("utf-8"))}
    into.mkdir(parents=True)
    many = 0
    for sheet in sorted((visit / "sheets" / f"round-{number}").glob("*.csv")):
        with sheet.open(encoding="utf-8-sig", newline="") as file:
            read = csv.DictReader(file)
            rows = [_filled(row, frame[row["Key"]], site, rng) for row in read if row.get("Key") in frame]
            heads = list(read.fieldnames or ())
        with (into / sheet.name).open("w", encoding="utf-8", newline="") as file:
            write = csv.DictWriter(file, heads)
            write.writeheader()
            write.writerows(rows)
        many += len(rows)
    return many


def _filled(row: dict[str, str], place: Place, site: Site, rng: Random) -> dict[str, str]:
    wrong = site.otherwise.get(place, "")
    told = {**row, "Looked at by": "A. Looker", "Looked on": "2026-06-02"}
    if wrong in ("invented", "lost", "shut"):
        return {**told, "Seen?": "could not look" if wrong == "shut" else "no"}
    found = dict(_found(site.rows[place], wrong, rng))
    answers = {head: found.get(name, "") for head, name in COLUMNS.items() if head in row}
    said = {head: "yes" for head in ("Written at the time?", "List shown?") if head in row}
    return {**told, **answers, **said, "Seen?": "yes"}


def _found(row: dict[str, str], wrong: str, rng: Random) -> Iterator[tuple[str, str]]:
    """The fields of a row as they are on site."""
    for name, text in row.items():
        if wrong == "moved" and name == "tested_on" and text:
            yield name, (date.fromisoformat(text) - timedelta(days=rng.randint(35, 200))).isoformat()
        elif wrong == "other" and name == "decision":
            yield name, OTHER.get(text, "abandon")
        elif wrong == "figures" and name in ("numerator", "value", "count") and text:
            yield name, str(round(float(text) * (0.7 + 0.1 * rng.random())) + 1)
        else:
            yield name, text or ""
