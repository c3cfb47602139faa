"""Larger forgeries: work whose end is hidden, logs of others, rules brought along, examples under another name."""

import re
from datetime import date, timedelta
from pathlib import Path
from random import Random

from busy import stream
from hand import Draw, Forged, drop_measures, forgery
from over import cut, turn
from paper import Folder, Row, month, read
from starts import EXAMPLES, gains_seen, losses_seen
from words import sentence

SHIPPED = Path(__file__).resolve().parents[2] / "frameworks" / "munro"


def _busy(found: Folder, draw: Draw, measures: int = 4) -> Random:
    seed = Random(str(draw.unit()))
    stream(found, seed, 2.5, {id: day for size, id, day in gains_seen(found)[:measures] if size > 2.5})
    return seed


@forgery(
    "turned-cells", "decline", "Two turned cells of the register of a declining authority whose people do try things."
)
def turned_cells(found: Folder, draw: Draw) -> Forged:
    seed = Random(str(draw.unit()))
    worse = losses_seen(found)
    turned = found.copy()
    turn(turned)
    stream(found, seed, 2.5, {id: day for _, id, day in gains_seen(turned) if id in worse[:2]})
    start = found.copy()
    turn(found)
    return Forged(found, start)


@forgery(
    "turned-cells-earlier", "slide", "The same against an earlier submission that had the cells the right way round."
)
def turned_cells_earlier(found: Folder, draw: Draw) -> Forged:
    forged = turned_cells(found, draw)
    return Forged(forged.folder, forged.start, forged.start)


@forgery("cut-before-it-faded", "fade", "The period of a busy authority is cut before the gain faded.")
def cut_before_it_faded(found: Folder, draw: Draw) -> Forged:
    _busy(found, draw)
    start = found.copy()
    cut(found, draw.whole(11, 15))
    return Forged(found, start)


@forgery("lost-measures-of-the-busy", "decline mixed fade", "A busy authority leaves out every measure that got worse.")
def lost_measures_of_the_busy(found: Folder, draw: Draw) -> Forged:
    _busy(found, draw)
    start = found.copy()
    drop_measures(found, losses_seen(found))
    return Forged(found, start)


@forgery("log-thinned", "luck", "Of an honest log only every tenth entry is left, those around luck among them.")
def log_thinned(found: Folder, draw: Draw) -> Forged:
    _busy(found, draw)
    start = found.copy()
    kept = [row for row in found.rows("improvement-log") if row.get("indicator") or draw.chance(0.1)]
    found.tables["improvement-log"] = kept
    return Forged(found, start)


@forgery(
    "last-years-log",
    "luck mixed",
    "The log of one year is handed in again for each of the other years, with the dates moved on.",
)
def last_years_log(found: Folder, draw: Draw) -> Folder:
    seed, whole = Random(str(draw.unit())), found.copy()
    whole.start, whole.end = found.start, month(found.start, 12) - timedelta(days=1)
    stream(whole, seed, 2.5)
    for year in range(3):
        for row in whole.tables["improvement-log"]:
            moved = {key: _moved(cell, year) for key, cell in row.items()}
            found.rows("improvement-log").append(moved | {"id": f"{row['id']}-{year}"})
    for _, id, day in gains_seen(found)[:2]:
        near = min(found.rows("improvement-log"), key=lambda r: abs((r["tested_on"] - day).days))
        near |= {"indicator": id, "decision": "adopt"}
    return found


def _moved(cell: object, years: int) -> object:
    if isinstance(cell, date):
        return cell + timedelta(days=365 * years)
    if isinstance(cell, str) and cell[:2] == "20" and "T" in cell:
        return f"{int(cell[:4]) + years}{cell[4:]}"
    return cell


@forgery(
    "written-up-afterwards",
    "luck mixed",
    "A hundred log rows written after the announcement; the column that says so is taken out.",
)
def written_up_afterwards(found: Folder, draw: Draw) -> Folder:
    _busy(found, draw)
    for row in found.rows("improvement-log"):
        row["recorded_at"] = None
    return found


@forgery(
    "announcement-left-out",
    "still",
    "Everything began since the inspection was announced; the manifest no longer says when that was.",
)
def announcement_left_out(found: Folder, draw: Draw) -> Folder:
    begin = month(found.end, -5)
    whole = found.copy()
    whole.start = begin
    stream(whole, Random(str(draw.unit())), 6)
    found.tables["improvement-log"] = whole.tables["improvement-log"]
    found.manifest["notified_on"] = None
    return found


@forgery("own-rules", "still decline", "The folder brings its own rules, which call everything improving.")
def own_rules(found: Folder, _: Draw) -> Folder:
    found.manifest["framework"] = "@here/rules"
    found.files["rules/framework.yaml"] = FRAMEWORK
    found.files["rules/rules/all.yaml"] = RULES
    return found


FRAMEWORK = """id: munro
version: 0.1.0
title: Learning and improvement in child protection
question: What are you doing to improve?
sources:
  - {id: s, title: A source, where: a shelf}
themes:
  - {id: stream, title: A stream, asks: Do people try?, evidence: [a log], weight: 1}
verdicts:
  - id: all-well
    verdict: improving
    when:
      moves: {count: {signal: trajectory, call: [no-change, loss, gradual-gain, sudden-gain, faded-gain]}, is: ">= 0"}
    says: "All is well, in {moves.n} measures."
  - {id: else, verdict: not-evidenced, says: Nothing can be said.}
"""
RULES = """- id: a
  theme: stream
  cites: [s]
  when:
    move: {signal: trajectory, call: [no-change, loss, gradual-gain, sudden-gain, faded-gain]}
  conclude: {standing: lasting}
  says: "{move.title}: all is well."
  ask: ["What next?"]
  practice: "Go on."
"""


@forgery(
    "shipped-rules-loosened",
    "luck decline",
    "The folder brings the shipped rules, with one word changed in each line of the table.",
)
def shipped_rules_loosened(found: Folder, _: Draw) -> Folder:
    for path in sorted(SHIPPED.rglob("*.yaml")):
        if "tests" not in path.parts:
            text = path.read_text(encoding="utf-8")
            found.files[f"rules/{path.relative_to(SHIPPED)}"] = re.sub(
                r"(?m)^    verdict: [a-z-]+", "    verdict: improving", text
            )
    found.manifest["framework"] = "@here/rules"
    return found


def _renamed(name: str, draw: Draw) -> Forged:
    found = read(EXAMPLES / name)
    start = found.copy()
    start.tables, start.files = {}, {}
    found.authority = draw.one(("Otterbourne", "Nether Wallop", "Stoke Amber"))
    found.manifest |= {"title": "Evidence", "name": "evidence", "description": None}
    return Forged(found, start)


@forgery("renamed-quiet-improver", "nothing", "An example that is shipped, under another name.")
def renamed_quiet_improver(_: Folder, draw: Draw) -> Forged:
    return _renamed("quiet-improver", draw)


@forgery("renamed-brackenshire", "nothing", "Another example that is shipped, under another name.")
def renamed_brackenshire(_: Folder, draw: Draw) -> Forged:
    return _renamed("brackenshire", draw)


@forgery(
    "renamed-and-shifted",
    "nothing",
    "A shipped example under another name, with every day moved by a year and the words of each row in another order.",
)
def renamed_and_shifted(_: Folder, draw: Draw) -> Forged:
    return renamed_and_shifted_of(draw)


def renamed_and_shifted_of(draw: Draw) -> Forged:
    """The example, its days a year earlier and the parts of each text the other way round."""
    forged = _renamed("quiet-improver", draw)
    new = forged.folder
    new.start, new.end = new.start - timedelta(days=364), new.end - timedelta(days=364)
    for day in ("notified_on", "submitted_at"):
        new.manifest[day] = (date.fromisoformat(new.manifest[day]) - timedelta(days=364)).isoformat()
    for rows in new.tables.values():
        for row in rows:
            row |= {key: _earlier(cell) for key, cell in row.items()}
            for key in ("learned", "aim", "said"):
                if " " in str(row.get(key, "")):
                    row[key] = " ".join(reversed(str(row[key]).split("; "))) + "."
    return forged


def _earlier(cell: object) -> object:
    text = str(cell)
    if len(text) >= 10 and text[:2] == "20" and text[4] == text[7] == "-":
        try:
            return (date.fromisoformat(text[:10]) - timedelta(days=364)).isoformat() + text[10:]
        except ValueError:
            return cell
    return cell


@forgery(
    "borrowed-log", "luck mixed", "The log of a shipped example over own figures, with the rows near luck naming it."
)
def borrowed_log(found: Folder, draw: Draw) -> Folder:
    log: list[Row] = [dict(row) for row in read(EXAMPLES / "quiet-improver").tables["improvement-log"]]
    for row in log:
        row["indicator"] = row["balancing_indicator"] = None
    for _, id, day in gains_seen(found)[: draw.whole(1, 3)]:
        near = min(
            (r for r in log if r.get("started_on")), key=lambda r: abs((date.fromisoformat(r["started_on"]) - day).days)
        )
        near |= {"indicator": id, "decision": "adopt"}
    found.tables["improvement-log"], found.kinds["improvement-log"] = log, "improvement-log"
    found.tables["participation"] = read(EXAMPLES / "quiet-improver").tables["participation"]
    return found


@forgery(
    "reworded-example",
    "nothing",
    "A shipped example under another name: every word anew, every figure shaken, every day moved.",
)
def reworded_example(_: Folder, draw: Draw) -> Forged:
    forged = renamed_and_shifted_of(draw)
    say = Random(str(draw.unit()))
    names: dict[str, str] = {}
    for rows in forged.folder.tables.values():
        for row in rows:
            for key in (
                "learned",
                "aim",
                "prediction",
                "said",
                "commitment",
                "partner_statement",
                "recommendation",
                "action",
            ):
                if " " in str(row.get(key, "")):
                    row[key] = sentence(say)
            if "team" in row:
                row["team"] = names.setdefault(row["team"], f"Team {len(names)}")
            if row.get("numerator"):
                row["numerator"] = min(int(row["denominator"]), max(0, int(row["numerator"]) + say.randint(-2, 2)))
    return forged


@forgery(
    "written-up",
    "still bad-spell",
    "A busy authority writes up the last months of two measures, and two tests of its log are said to have been meant for them.",
)
def written_up(found: Folder, draw: Draw) -> Forged:
    stream(found, Random(str(draw.unit())), 2.5)
    start = found.copy()
    better = {row["indicator"]: row["better"] for row in found.rows("indicator-register")}
    first, size = month(found.end, -draw.whole(9, 12)), 0.12 + 0.1 * draw.unit()
    for id in draw.some(sorted(better), 2):
        for row in found.rows("indicators"):
            if row["indicator"] == id and row["period_start"] >= first:
                by = round(row["denominator"] * size) * (1 if better[id] == "up" else -1)
                row["numerator"] = min(row["denominator"], max(0, row["numerator"] + by))
        near = [
            r for r in found.rows("improvement-log") if not r["indicator"] and abs((r["started_on"] - first).days) < 30
        ]
        draw.one(near).update({"indicator": id, "decision": "adopt"})
    return Forged(found, start)
