"""An authority with everything that it can submit: its figures and log, and the records of all other kinds beside them."""

from collections.abc import Callable
from dataclasses import replace

from inspector.simulate.authority import Authority, Row
from inspector.simulate.draws import stream
from inspector.simulate.records import (
    leadership,
    log,
    partnership,
    recommendations,
    register,
    reviews,
    self_evaluation,
    taking_part,
    voice,
    ways,
)
from inspector.simulate.records.scene import Records, Rows, Scene, scene, way_of

WRITERS: dict[str, Callable[[Scene, str], Records]] = {
    "case-reviews": reviews.write,
    "recommendations": recommendations.write,
    "leadership": leadership.write,
    "partnership": partnership.write,
    "voice": voice.write,
    "self-evaluation": self_evaluation.write,
}


def all_kinds(one: Authority) -> Authority:
    """The authority with the records that its conduct goes with, and the ways it goes in its truth. Its figures stay."""
    how = ways.chosen(one.truth["conduct"], one.seed)
    kept = _registered(one, register.WAYS[how["register"]](one))
    still = sorted(id for id, truth in kept.truth["indicators"].items() if way_of(truth["shape"]) == "none")
    told = log.WAYS[how["improvement-log"]](kept.log, stream(one.seed, "records", "log"), still)
    if how["improvement-log"] in log.UNTIL_ANNOUNCED:
        told = [row for row in told if (row.get("tested_on") or row["raised_on"]) < one.notified_on]
    took = taking_part.WAYS[how["participation"]](kept.participation, stream(one.seed, "records", "participation"))
    known = replace(kept, log=tuple(told), participation=tuple(took))
    made: dict[str, Rows] = {}
    for kind, write in WRITERS.items():
        for name, rows in write(scene(known), how[kind]).items():
            made.setdefault(name, []).extend(rows)
    looked = tuple(made.pop("verifications", ()))
    return replace(
        known,
        records={name: tuple(rows) for name, rows in made.items() if rows},
        verifications=(*known.verifications, *looked),
        truth={**known.truth, "ways": how},
    )


def _registered(one: Authority, rows: Rows) -> Authority:
    """The authority with a register of these rows, and nothing of a measure that is not in it."""
    ids = {row["indicator"] for row in rows}
    # Without what everybody measures it may rightly be said that too little can be told.
    words = [*one.truth["verdicts"], *(["not-evidenced"] if len(rows) < len(one.register) else [])]
    rows = [{**row, "balancing_indicator": _there(row, ids)} for row in rows]

    def of(some: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(row for row in some if row["indicator"] in ids)

    return replace(
        one,
        register=tuple(rows),
        figures=of(one.figures),
        durations=of(one.durations),
        verifications=of(one.verifications),
        log=tuple(row if row.get("indicator") in {None, *ids} else _unnamed(row) for row in one.log),
        truth={
            **one.truth,
            "verdicts": words,
            "indicators": {id: told for id, told in one.truth["indicators"].items() if id in ids},
        },
    )


def _there(row: Row, ids: set[str]) -> str | None:
    named = row.get("balancing_indicator")
    return named if named in ids else None


def _unnamed(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "indicator"}
