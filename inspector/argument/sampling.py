"""Which records to look at on site: some at random, some for what they show. The same seed gives the same records.

Records are put in order by a hash of the seed and their id, so that the choice is the same on every machine, and adding a record
does not reshuffle the others. Ids are all that is said of them: never a name or a date of birth.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from heapq import nsmallest
from itertools import chain, zip_longest

from inspector.evidence.recommendations import paths
from inspector.evidence.records import FRONT, LONG_AGO, by_then, last_day, tested_on, tests
from inspector.model.argument import Change, Sample
from inspector.model.case_reviews import CaseReview
from inspector.model.evidence import Evidence, LogEntry, Rows
from inspector.model.inspection import Inspection

AT_RANDOM, AT_RISK = 6, 6
UNSURE = ("individual", "training")
"""Levels of actions that are weak where nobody says how strong they are: a warning or a course changes no system."""
RISKY = (
    "A probe asks about them, the verdict hangs on their measure, they were adopted without a lesson, or nobody has looked at "
    "what came of them."
)


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
    """The ids, each once, in the order of the seed: it has nothing to do with what they are or how they came."""
    return sorted(set(ids), key=_place(seed))


def _first(ids: Iterable[str], seed: str) -> list[str]:
    """As many of these as a random sample has, without putting all the others in order."""
    return nsmallest(AT_RANDOM, set(ids), key=_place(seed))


def _place(seed: str) -> Callable[[str], str]:
    return lambda id: sha256(f"{seed}\0{id}".encode(errors="surrogatepass")).hexdigest()


def _log(evidence: Evidence, inspection: Inspection, change: Change, seed: str) -> list[Sample]:
    asked = _asked_rows(inspection)
    flips = {name.removeprefix("indicator/") for flip in change.flips for name in flip.removed}
    told, log = tests(evidence), (*evidence.log, *evidence.struck_log)
    risky = [
        [e.id for e in log if (e.resource, e.row) in asked],
        [e.id for e in told if e.indicator in flips],
        [e.id for e in told if e.decision == "adopt" and not e.learned],
        _never_studied(told, evidence),
    ]
    return [
        _random("tests of change", [e.id for e in told], seed, "Ask whoever did it to show it, and what came of it."),
        _random(
            "ideas said to come from the front line or families", [e.id for e in told if e.origin in FRONT], f"{seed} front",
            "Ask those who are said to have had the idea.",
        ),
        _risk("entries of the improvement log", risky, len({e.id for e in log}), seed, RISKY),
    ]  # fmt: skip


def _never_studied(told: Sequence[LogEntry], evidence: Evidence) -> list[str]:
    """Tests of long ago that nobody looked at, in a log that says so of others."""
    if not any(entry.studied_on for entry in told):
        return []
    waiting = [e for e in told if e.studied_on is None and e.decided_on is None]
    return [e.id for e in waiting if (last_day(evidence) - tested_on(e)).days > LONG_AGO]


def _cases(evidence: Evidence, inspection: Inspection, seed: str) -> list[Sample]:
    asked = _asked_rows(inspection)
    lists: dict[str, list[str]] = {}
    risky: list[str] = []
    for one in evidence.case_lists:
        column = one.columns.get(one.child)
        if column is None:
            continue
        ids = [None if id is None else str(id) for id in column.tolist()]
        lists.setdefault(one.list, []).extend(id for id in ids if id)
        risky += [id for id, row in zip(ids, one.rows.tolist(), strict=True) if id and (one.resource, row) in asked]
    out_of = len({id for ids in lists.values() for id in ids})
    says = "They come from as many of the lists as can be. Read the file, and talk to the family and the worker."
    return [
        Sample(what="case records", how="random", ids=_across(lists, seed), out_of=out_of, says=says),
        _risk("case records", [risky], out_of, seed, "A probe asks about a row of theirs."),
    ]


def _across(lists: Mapping[str, Sequence[str]], seed: str) -> tuple[str, ...]:
    """Some ids, one of each list in turn; the lists come in an order that is the seed's too."""
    drawn = [_first(lists[name], f"{seed} {name}") for name in ordered(lists, seed)]
    turns = chain.from_iterable(zip_longest(*drawn))
    return tuple(dict.fromkeys(id for id in turns if id is not None))[:AT_RANDOM]


def _reviews(evidence: Evidence, seed: str) -> list[Sample]:
    reviews = evidence.case_reviews
    undone = [r.id for r in reviews if not any(by_then(a.done_on, evidence) for a in r.actions)]
    weak = [r.id for r in reviews if r.actions and _weak(r)]
    every = [review.id for review in reviews]
    says = "Nothing that came of them is done, or only what is weak, such as reminders and training."
    return [
        _random("case reviews", every, seed, "Ask those who were there whether they recognise it."),
        _risk("case reviews", [undone, weak], len(set(every)), seed, says),
    ]


def _weak(review: CaseReview) -> bool:
    """Whether every action of a review is weak; where its strength is not said, a warning or a course is."""
    return all(a.strength == "weaker" or (a.strength is None and a.level in UNSURE) for a in review.actions)


def _recommendations(evidence: Evidence, seed: str) -> list[Sample]:
    """Those called further than they are, those that stick, and those that wait; what was rejected sticks nowhere."""
    found = paths(evidence)
    risky = [
        [one.recommendation.id for one in found if one.on_paper],
        [one.recommendation.id for one in found if one.stage == "stuck"],
        [one.recommendation.id for one in found if not one.acted and one.stage != "rejected"],
    ]
    says = "No action that answers them is done, or they are stuck: ask the owners where."
    return [_risk("recommendations", risky, len({one.id for one in evidence.recommendations}), seed, says)]


def _random(what: str, ids: Sequence[str], seed: str, says: str) -> Sample:
    return Sample(what=what, how="random", ids=tuple(_first(ids, seed)), out_of=len(set(ids)), says=says)


def _risk(what: str, groups: Sequence[Sequence[str]], out_of: int, seed: str, says: str) -> Sample:
    """Those of the first group come first, so that many of a lesser risk do not crowd out a few of a greater one."""
    ids = dict.fromkeys(id for group in groups for id in ordered(group, seed))
    return Sample(what=what, how="risk", ids=tuple(ids)[:AT_RISK], out_of=out_of, says=says)


def _asked_rows(inspection: Inspection) -> set[tuple[str, int]]:
    asked = (t.rows for t in inspection.traces if t.outcome in ("question", "strong-question"))
    return {(part.resource, row) for rows in asked for part in rows if isinstance(part, Rows) for row in part.rows}
