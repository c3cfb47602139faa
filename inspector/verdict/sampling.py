"""Which records to look at on site: some at random, some for what they show. The same seed gives the same records.

Records are put in order by a hash of the seed and their id, so that the choice is the same on every machine, and adding a record
does not reshuffle the others.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from inspector.model.argument import Change, Sample
from inspector.model.evidence import Evidence, Rows
from inspector.model.inspection import Inspection
from inspector.signals._records import FRONT, by_then, tests

AT_RANDOM, AT_RISK = 6, 6
WEAK = ("weaker", None)
RISKY = "A probe asks about them, the verdict hangs on them, or they were adopted without a lesson."


def samples(evidence: Evidence, inspection: Inspection, change: Change, seed: str) -> tuple[Sample, ...]:
    """Samples of the log, case records, reviews and recommendations, as far as there are any."""
    found = (
        *_log(evidence, inspection, change, seed),
        *_cases(evidence, inspection, seed),
        *_reviews(evidence, seed),
        *_recommendations(evidence, seed),
    )
    return tuple(one for one in found if one.ids)


def ordered(ids: Iterable[str], seed: str) -> list[str]:
    """The ids, each once, in an order that nobody can guess who does not know the seed."""
    return sorted(set(ids), key=lambda id: sha256(f"{seed}\0{id}".encode(errors="surrogatepass")).hexdigest())


def _log(evidence: Evidence, inspection: Inspection, change: Change, seed: str) -> list[Sample]:
    asked = _asked_rows(inspection)
    flips = {name.removeprefix("indicator/") for flip in change.flips for name in flip.removed}
    told = tests(evidence)
    risky = [e.id for e in evidence.log if (e.resource, e.row) in asked]
    risky += [e.id for e in told if e.indicator in flips]
    risky += [e.id for e in told if e.decision == "adopt" and not e.learned]
    return [
        _random("tests of change", [e.id for e in told], seed, "Ask whoever did it to show it, and what came of it."),
        _random(
            "ideas said to come from the front line or families", [e.id for e in told if e.origin in FRONT], f"{seed} front",
            "Ask those who are said to have had the idea.",
        ),
        _risk("entries of the improvement log", risky, len(evidence.log), seed, RISKY),
    ]  # fmt: skip


def _cases(evidence: Evidence, inspection: Inspection, seed: str) -> list[Sample]:
    asked = _asked_rows(inspection)
    every: list[str] = []
    risky: list[str] = []
    for one in evidence.case_lists:
        column = one.columns.get("child_unique_id")
        if column is None:
            continue
        ids = [None if id is None else str(id) for id in column.tolist()]
        every += [id for id in ids if id]
        risky += [id for id, row in zip(ids, one.rows.tolist(), strict=True) if id and (one.resource, row) in asked]
    return [
        _random("case records", every, seed, "Read the file, and talk to the family and the worker."),
        _risk("case records", risky, len(set(every)), seed, "A probe asks about a row of theirs."),
    ]


def _reviews(evidence: Evidence, seed: str) -> list[Sample]:
    weak = [r.id for r in evidence.case_reviews if r.actions and all(a.strength in WEAK for a in r.actions)]
    undone = [r.id for r in evidence.case_reviews if not any(by_then(a.done_on, evidence) for a in r.actions)]
    every = [review.id for review in evidence.case_reviews]
    says = "Nothing that came of them is done, or only reminders and training."
    return [
        _random("case reviews", every, seed, "Ask those who were there whether they recognise it."),
        _risk("case reviews", [*weak, *undone], len(every), seed, says),
    ]


def _recommendations(evidence: Evidence, seed: str) -> list[Sample]:
    open_ = [r.id for r in evidence.recommendations if not any(by_then(a.done_on, evidence) for a in r.actions)]
    says = "No action that answers them is done: ask the owners where they stick."
    return [_risk("recommendations", open_, len(evidence.recommendations), seed, says)]


def _random(what: str, ids: Sequence[str], seed: str, says: str) -> Sample:
    return Sample(what=what, how="random", ids=tuple(ordered(ids, seed)[:AT_RANDOM]), out_of=len(set(ids)), says=says)


def _risk(what: str, ids: Sequence[str], out_of: int, seed: str, says: str) -> Sample:
    return Sample(what=what, how="risk", ids=tuple(ordered(ids, seed)[:AT_RISK]), out_of=out_of, says=says)


def _asked_rows(inspection: Inspection) -> set[tuple[str, int]]:
    asked = (t.rows for t in inspection.traces if t.outcome in ("question", "strong-question"))
    return {(part.resource, row) for rows in asked for part in rows if isinstance(part, Rows) for row in part.rows}
