"""The map of where improvement takes place: munro's parts counted again from the rows."""

from collections.abc import Callable, Iterator

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.checkers.arguing import _test
from tests.truth.figures import last_counted, tried
from tests.truth.ledger import See, checks

Picks = Callable[[str, str, Row, str], bool]
"""Whether a record of a kind, or of a part of it, is one of a field's part; the last is the sort of measure it names."""


def _log(**fields: object) -> Picks:
    def picks(kind: str, part: str, row: Row, sort: str) -> bool:
        held = {**row.cells, "measure": sort}
        return kind == "improvement-log" and all(
            held.get(name, "") in (some if isinstance(some, tuple) else (some,)) for name, some in fields.items()
        )

    return picks


def _of(kind: str, part: str = "", **fields: object) -> Picks:
    def picks(what: str, within: str, row: Row, sort: str) -> bool:
        return (what, within) == (kind, part) and all(
            row[name] in (some if isinstance(some, tuple) else (some,)) for name, some in fields.items()
        )

    return picks


_ACTION, _FACTOR = ("case-reviews", "actions"), ("case-reviews", "factors")
PARTS: dict[str, tuple[Picks, ...]] = {
    "trying-things-out": (_log(scale=("one-case", "one-worker", "one-team", "several-teams")),),
    "organisational-learning": (
        _log(scale=("several-teams", "whole-service", "whole-authority")),
        _of("case-reviews", approach="systems"),
    ),
    "learning-from-success": (_of("case-reviews", went="well"),),
    "training-and-development": (_log(change_type="training"), _of(*_ACTION, level="training")),
    "questioning-targets": (_log(questions_target="true"), _log(change_type="measure"), _of(*_ACTION, level="measure")),
    "acting-on-reviews-and-inspections": (
        _of("recommendations", source=("munro", "case-review", "inspection", "government", "cabinet")),
    ),
    "acting-on-daily-experience": (
        _of("recommendations", source=("front-line", "reflective-practice")),
        _of("voice", group="front-line"),
    ),
    "boards-for-change": (_of("recommendations", source=("project-board", "systems-change-board")),),
    "resources-and-workload": (
        _log(change_type=("workload", "staffing")),
        _of(*_ACTION, level=("workload", "staffing")),
    ),
    "procedures": (_log(change_type="procedure"), _of(*_ACTION, level="procedure")),
    "tools-and-records": (
        _log(change_type="tool"),
        _of(*_ACTION, level="tool"),
        _of(*_FACTOR, condition="written-records"),
    ),
    "supervision-and-support": (_of(*_FACTOR, condition=("absent-supervision", "nobody-to-share-with")),),
    "surroundings": (_log(change_type="environment"), _of(*_ACTION, level="environment")),
    "accountability": (
        _of(*_FACTOR, condition="unclear-accountability"),
        _of("leadership"),
        _of("partnership", joint="true"),
    ),
    "leaders-roles": (_of("leadership", "questions"),),
    "working-with-partners": (
        _log(change_type="joint-working"),
        _log(origin="partner"),
        _of("partnership"),
        _of(*_ACTION, level="joint-working"),
        _of(*_FACTOR, condition="hostility-between-agencies"),
    ),
    "tasks": (_log(change_type="task"), _of(*_ACTION, level="task")),
    "procedures-followed": (_log(measure="process"),),
    "set-up-of-the-work": (_log(measure="structure"), _of(*_FACTOR, condition=("caseload", "lengthy-investigation"))),
    "side-effects": (_log(measure="balancing"),),
    "guidance-and-practice": (_of(*_FACTOR, condition="procedures-at-odds"),),
    "feedback-and-complaints": (_of("voice", group=("partners", "carers")),),
    "outcomes": (_log(measure="outcome"),),
    "experience": (_log(measure="experience"),),
    "immediate-risk": (_of(*_FACTOR, condition="children-at-immediate-risk"),),
    "ideas-of-families": (_log(origin="family"),),
    "children-heard": (_of("voice", group="children"),),
    "families-heard": (_of("voice", group="families"),),
    "families-in-reviews": (_of("case-reviews", family_took_part="true"),),
}
OF_LOG = ("trying-things-out", "procedures-followed", "side-effects", "outcomes", "experience", "ideas-of-families")
"""Parts that tests of change alone can show."""
UNSEEN = ("risks-to-the-programme", "waste-in-leadership", "hierarchy-and-power", "demand", "needs-by-group")
"""Parts that no evidence can show."""


@checks("argument/fields")
def fields(said: Said, case: Case, see: See) -> None:
    """Records of each part counted, each once; what no evidence can show is said to be so."""
    done = list(_done(case))
    for part in said.raw["parts"]:
        if part["part"] in PARTS:
            mine = {
                (kind, within, id)
                for kind, within, id, row, sort in done
                if any(picks(kind, within, row, sort) for picks in PARTS[part["part"]])
            }
            see.number(part["part"], part["activities"], len(mine))
            if part["part"] in OF_LOG and "aside" in part:
                see.number(f"{part['part']} set aside", part["aside"], _aside(part["part"], case))
        if part["part"] in UNSEEN:
            see.none(
                part["title"] in said.says and "no evidence" in said.says,
                f"none of {part['title']}, which no evidence can show",
            )


def _aside(part: str, case: Case) -> int:
    """Tests of a part that were submitted and do not count."""
    sorts = {row["indicator"]: row["measure"] for row in reversed(case.bundle.rows("indicator-register"))}
    rows = [row for row in case.bundle.left("improvement-log") if tried(row) and not _test(row, case)]
    return len(
        {row["id"] for row in rows if any(p(row.kind, "", row, sorts.get(row["indicator"], "")) for p in PARTS[part])}
    )


Done = Iterator[tuple[str, str, str, Row, str]]
"""A kind, its part, an id, the row, the sort of measure it names."""


def _done(case: Case) -> Done:
    """Everything done in the period and before the announcement."""
    sorts = {row["indicator"]: row["measure"] for row in reversed(case.bundle.rows("indicator-register"))}
    for row in case.bundle.left("improvement-log"):
        if _test(row, case):
            yield row.kind, "", row["id"], row, sorts.get(row["indicator"], "")
    for row in case.bundle.rows("voice"):
        if row["changed"] and _within(row, "period_end", case):
            yield row.kind, "", row["id"], row, ""
    for row in case.bundle.rows("recommendations"):
        if any(_within(action, "done_on", case) for action in case.bundle.within(row, "actions")):
            yield row.kind, "", row["id"], row, ""
    yield from _reviewed(case)
    yield from _people(case)


def _people(case: Case) -> Done:
    """Promises that were met, leaders' periods with hours for improving, and questions that were acted on."""
    for row in case.bundle.rows("partnership"):
        if _within(row, "met_on", case):
            yield row.kind, "", row["id"], row, ""
    for row in case.bundle.rows("leadership"):
        if _within(row, "period_end", case) and row.number_of("hours_improving"):
            yield row.kind, "", f"{row['leader']} {row['period_start']}", row, ""
    for row in case.bundle.rows("leadership", "questions"):
        if _within(row, "acted_on", case):
            yield row.kind, "questions", f"{row['leader']} {row['question']}", row, ""


def _reviewed(case: Case) -> Done:
    """Reviews, the conditions they found that something follows, and their actions that are done."""
    for row in case.bundle.rows("case-reviews"):
        if _within(row, "reviewed_on", case):
            yield row.kind, "", row["id"], row, ""
            for factor in case.bundle.within(row, "factors"):
                since = factor.day("tracked_since") or last_counted(case)
                if factor["found"] in ("present", "") and factor["tracked_by"] and since <= last_counted(case):
                    yield row.kind, "factors", f"{row['id']} {factor['condition']}", factor, ""
        for action in case.bundle.within(row, "actions"):
            if _within(action, "done_on", case):
                yield row.kind, "actions", f"{row['id']} {action['id']}", action, ""


def _within(row: Row, field: str, case: Case) -> bool:
    day = row.day(field)
    return day is not None and case.bundle.starts <= day <= last_counted(case)
