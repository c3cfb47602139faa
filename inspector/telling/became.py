"""What came of a recommendation, in plain words: what was done and when, what its tracker says, what is borne out."""

from inspector.evidence.records import by_day, by_then
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.months import day_month_year
from inspector.model.recommendations import Recommendation
from inspector.model.words import agree, plural

STAGES = {
    "made": "it was made, and no more",
    "accepted": "it was accepted, and nothing is done yet",
    "acted": "something was done",
    "measured": "something was done, and what it did is measured",
    "verified": "something was done and measured, and somebody else looked",
    "lasting": "it was done, others saw it, and it has lasted",
    "stuck": "it is stuck",
    "dropped": "it was dropped",
    "rejected": "it was rejected",
}
CALLED = {
    "made": "made",
    "accepted": "accepted",
    "acted": "done",
    "measured": "measured",
    "verified": "verified",
    "lasting": "lasting",
    "stuck": "stuck",
    "dropped": "dropped",
    "rejected": "rejected",
}


def became(one: Recommendation, path: Fact | None, evidence: Evidence) -> str:
    """Two or three sentences; of what was made only after the last day that counts one."""
    if path is None:
        return "It was made after the last day that counts."
    claimed, stage = str(path.fields["claimed"]), str(path.fields["stage"])
    borne = STAGES[stage]
    told = f"{borne[:1].upper()}{borne[1:]}."
    if claimed != stage:
        told = f"Its tracker calls it {CALLED[claimed]}; borne out is no more than this: {borne}."
    return " ".join([told, _actions(one, evidence)])


def _actions(one: Recommendation, evidence: Evidence) -> str:
    done = sorted(a.done_on for a in one.actions if a.done_on is not None and by_then(a.done_on, evidence))
    many = len(one.actions)
    if not many:
        return "No action is recorded."
    if not done:
        return f"Of {plural(many, 'action')} none is done {by_day(evidence)}."
    when = f"on {day_month_year(done[0])}"
    if len(done) > 1:
        when = f"the first {when}, the last on {day_month_year(done[-1])}"
    return f"Of {plural(many, 'action')} {len(done)} {agree(len(done), 'is', 'are')} done {by_day(evidence)}, {when}."
