"""What a submission promises, and how far each promise has come.

A promise is one whenever it was made; that it was kept counts by the last day that counts, as everything does.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from inspector.evidence import recommendations
from inspector.evidence.effects import began
from inspector.evidence.records import LONG_AGO, by_then, in_words, last_day
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.partnership import Commitment
from inspector.model.promises import Promise, PromiseState
from inspector.model.recommendations import Recommendation, RecommendedAction
from inspector.model.rows import by_resource
from inspector.model.self_evaluation import SelfStatement
from inspector.model.words import agree, plain, short

LONGEST = 160
"""Characters of a record's own words that are repeated."""
DISPUTED = {"partly-kept": "partly kept", "not-kept": "not kept"}


def promised(evidence: Evidence) -> tuple[Promise, ...]:
    """Every promise by its sort, in the order of the evidence; of two records with one id the first.

    Rows that questions are about are among them: that they are doubted is said elsewhere.
    """
    found: dict[tuple[str, str], Promise] = {}
    for one in (*_tests(evidence), *_recommended(evidence), *_committed(evidence), *_next(evidence)):
        found.setdefault((one.sort, one.id), one)
    return tuple(found.values())


def _tests(evidence: Evidence) -> Iterator[Promise]:
    for entry in sorted((*evidence.log, *evidence.struck_log), key=lambda one: (one.resource, one.row)):
        day = began(entry)
        if entry.prediction and day is not None and day <= evidence.period_end:
            yield _test(entry, day, evidence)


def _test(entry: LogEntry, day: date, evidence: Evidence) -> Promise:
    state, became = _of_test(entry, day, evidence)
    chance = "" if entry.chance is None else f", with a chance of {entry.chance:g} in 100"
    says = (
        f"Test {plain(entry.id)} of {plain(entry.team)}, begun on {in_words(day)}, predicts{chance}: "
        f"“{short(entry.prediction or '', LONGEST)}”"
    )
    return Promise(sort="test", id=entry.id, says=says, due=None, state=state, became=became, rows=by_resource([entry]))


def _of_test(entry: LogEntry, day: date, evidence: Evidence) -> tuple[PromiseState, str]:
    """A test begun with a prediction is held against it: studied, decided on or learned from."""
    steps = [day for day in (entry.studied_on, entry.decided_on) if day is not None]
    late = [day for day in steps if _later(day, evidence)]
    if late or _later(entry.tried_on, evidence):
        told = f"what came of it is of {in_words(min(late))}, " if late else "it was tried "
        return "open", f"{told}after the last day that counts"
    decided = entry.decision is not None
    parts = []
    if decided:
        on = f" on {in_words(entry.decided_on)}" if entry.decided_on else ""
        parts.append(f"decided{on} to {entry.decision} it")
    if entry.came_true is not None:
        parts.append(
            "the prediction is said to have come true"
            if entry.came_true
            else "the prediction is said not to have come true"
        )
    if entry.learned:
        parts.append(f"learned: “{short(entry.learned, LONGEST)}”")
    if parts or by_then(entry.studied_on, evidence):
        looked = f"looked at on {in_words(entry.studied_on)}" if entry.studied_on and not decided else ""
        return "done", "; ".join([*([looked] if looked else []), *parts])
    idle = (last_day(evidence) - max(day, entry.tested_on or day)).days
    if idle >= LONG_AGO:
        return "overdue", f"nothing is recorded of it for {idle} days"
    return "open", "it is neither looked at nor decided on"


def _later(day: date | None, evidence: Evidence) -> bool:
    return day is not None and not by_then(day, evidence)


def _recommended(evidence: Evidence) -> Iterator[Promise]:
    for one in evidence.recommendations:
        if not by_then(one.made_on, evidence) and one.made_on <= evidence.period_end:
            yield _recommendation(one, None, "open", "it was made after the last day that counts")
    for path in recommendations.paths(evidence):
        one = path.recommendation
        done = [action for action in one.actions if by_then(action.done_on, evidence)]
        left = [action for action in one.actions if action not in done]
        state = _of_path(path, left, evidence)
        dues = sorted(action.due_on for action in left or one.actions if action.due_on is not None)
        many = len(one.actions)
        acts = f"{len(done)} of {many} {agree(many, 'action', 'actions')} done" if many else "no action is recorded"
        other = path.claimed != path.stage
        stage = f"called {path.claimed}, borne out as {path.stage}" if other else path.stage
        yield _recommendation(one, dues[0] if dues else None, state, f"{acts}; {stage}")


def _recommendation(one: Recommendation, due: date | None, state: PromiseState, became: str) -> Promise:
    says = f"Recommendation {plain(one.id)}, made on {in_words(one.made_on)}: “{short(one.recommendation, LONGEST)}”"
    return Promise(
        sort="recommendation",
        id=one.id,
        says=says,
        due=due.isoformat() if due else None,
        state=state,
        became=became,
        rows=by_resource([one, *one.actions, *one.statuses]),
    )


def _of_path(path: recommendations.Path, left: Sequence[RecommendedAction], evidence: Evidence) -> PromiseState:
    if path.claimed in ("rejected", "dropped"):
        return "not-done"
    if path.acted and not left:
        return "done"
    late = path.stage == "stuck" or any(by_then(action.due_on, evidence) for action in left)
    return "overdue" if late else "open"


def _committed(evidence: Evidence) -> Iterator[Promise]:
    for one in evidence.partnership:
        if one.made_on > evidence.period_end:
            continue
        state, became = _of_commitment(one, evidence)
        who = f"of {plain(one.from_agency)} to {plain(one.to_agency)}"
        says = f"Commitment {plain(one.id)} {who}, made on {in_words(one.made_on)}: “{short(one.commitment, LONGEST)}”"
        due = one.due_on.isoformat() if one.due_on else None
        yield Promise(
            sort="commitment", id=one.id, says=says, due=due, state=state, became=became, rows=by_resource([one])
        )


def _of_commitment(one: Commitment, evidence: Evidence) -> tuple[PromiseState, str]:
    met = by_then(one.met_on, evidence)
    if one.partner_says in DISPUTED and (met or by_then(one.due_on, evidence)):
        called = f"called met on {in_words(one.met_on)}, and " if met and one.met_on else ""
        return "not-done", f"{called}the partner says {DISPUTED[one.partner_says]}"
    if met and one.met_on:
        return "done", f"met on {in_words(one.met_on)}"
    if one.met_on is None and one.partner_says == "kept":
        return "done", "the partner says kept, no day stated"
    if by_then(one.due_on, evidence):
        return "overdue", "not met by the last day that counts"
    return "open", "not met yet"


def _next(evidence: Evidence) -> Iterator[Promise]:
    for one in evidence.self_evaluation:
        if one.what_next and (one.stated_on is None or one.stated_on <= evidence.period_end):
            yield _statement(one)


def _statement(one: SelfStatement) -> Promise:
    says = f"Statement {plain(one.id)} on {plain(one.area)} says what is next: “{short(one.what_next or '', LONGEST)}”"
    became = f"it says of what is known: “{short(one.what_we_know, LONGEST)}”"
    return Promise(
        sort="next-step", id=one.id, says=says, due=None, state="cannot-tell", became=became, rows=by_resource([one])
    )
