"""What came of a recommendation, in plain words: what is borne out, what was done and when, and what its measure did."""

from collections.abc import Sequence
from datetime import date

from inspector.evidence.recommendations import said_last
from inspector.evidence.records import by_day, by_then
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.months import day_month_year
from inspector.model.recommendations import Recommendation
from inspector.model.words import agree, short

STAGES = {
    "made": "it was made, and no more",
    "accepted": "it was accepted, and no action is stated as done",
    "acted": "something was done",
    "measured": "something was done, and its tracker says that it is measured",
    "verified": "something was done and measured, and another body looked",
    "lasting": "something was done and measured, another body looked, and its tracker says that it lasts",
    "stuck": "it is stuck",
    "dropped": "it was dropped",
    "rejected": "it was rejected",
}
IDLE = "it is stuck, as nothing was noted of it for half a year"
"""Of what nobody calls stuck."""
MADE = "says no more than that it was made"
"""What a tracker says that names no later stage."""
EFFECTS = {
    "followed": "got better after {what}: the gain began {began}",
    "same-time": "got better at about the time of {what}: the gain began {began}, and nobody can tell which came first",
    "gain-came-first": "had begun to get better before {what}: the gain began {began}",
    "long-before": "got better, but more than 12 months after {what}: the gain began {began}",
    "no-change": "shows no lasting change",
    "loss": "got worse: the loss began {began}",
    "faded-gain": "got better and went back: the gain began {began}",
}
"""What its measure did; of what got worse by its call."""


def became(one: Recommendation, path: Fact | None, moved: Fact | None, evidence: Evidence) -> str:
    """Two or three sentences; of what was made only after the last day that counts one. `moved` says what its measure did."""
    if path is None:
        return "It was made after the last day that counts."
    claimed, stage = str(path.fields["claimed"]), str(path.fields["stage"])
    borne = IDLE if stage == "stuck" != claimed else STAGES[stage]
    told = f"{borne[:1].upper()}{borne[1:]}."
    if claimed != stage:
        told = f"Its tracker {_called(one, evidence)}; what is borne out: {borne}."
    done = sorted(a.done_on for a in one.actions if a.done_on is not None and by_then(a.done_on, evidence))
    return " ".join(filter(None, [told, _actions(one, done, evidence), _effect(path, moved, done)]))


def _called(one: Recommendation, evidence: Evidence) -> str:
    """What its tracker calls it, in the word that stands there last."""
    last = said_last(one, evidence)
    return MADE if last == "made" else f"calls it {last}"


def _actions(one: Recommendation, done: Sequence[date], evidence: Evidence) -> str:
    many = len(one.actions)
    if not many:
        return "No action is recorded."
    if not done:
        nothing = "Its one action is not" if many == 1 else f"None of {many} actions is"
        return f"{nothing} stated as done {by_day(evidence)}."
    some = {1: "Its one action", 2: "Both actions"}.get(many, f"All {many} actions")
    which = some if len(done) == many else f"{len(done)} of {many} actions"
    return f"{which} {agree(len(done), 'was', 'were')} done {_when(done)}."


def _when(done: Sequence[date]) -> str:
    first, last = day_month_year(done[0]), day_month_year(done[-1])
    if first == last:
        return f"on {first}"
    return f"on {first} and {last}" if len(done) == 2 else f"from {first} to {last}"


def _effect(path: Fact, moved: Fact | None, done: Sequence[date]) -> str:
    """What its measure did, where it was acted on and that has figures."""
    effect, on = str(path.fields.get("effect", "")), path.fields.get("done_on")
    if not effect or moved is None:
        return ""
    title = short(str(moved.fields["title"]), 160)
    if effect == "cannot-tell":
        return f"Whether it moved its measure, {title}, cannot be told."
    text = EFFECTS[str(moved.fields["call"]) if effect == "worse" else effect]
    what = f"what was done on {day_month_year(on)}" if isinstance(on, date) and done[0] != done[-1] else "that"
    said = text.format(what=what, began=path.fields.get("began", ""))
    return f"Its measure, {title}, {said}."
