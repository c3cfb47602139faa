"""What becomes of ideas: heard, answered, tested, adopted, spread; or left waiting.

Measures:
    Ideas of the log raised in the period and before the announcement: how many were tested, adopted, and spread to another
    team; the share raised half a year ago or longer that nobody has tried or decided on; the median of days from an idea to
    its test, and how that changed from the first half of the period to the later one; the share tested of ideas from
    front line and families, and of those from above. From the participation table, the days to hear back, and their change.

Why it matters:
    People stop having ideas when nobody answers. Where the ideas of those above are tried and those of the front line
    wait, the stream dries up, whatever the strategy says.

Cannot tell:
    Which ideas were never written down, or whether an answer was a good one. An idea may wait for good reasons.

Reference:
    Imai (1986), Kaizen, chapter 4; Munro (2011), A child-centred system, chapter 7; Morrison (2014), Employee voice and
    silence, Annual Review of Organizational Psychology and Organizational Behavior 1, 173-197.
"""

from collections.abc import Sequence

from inspector.evidence.records import (
    FRONT,
    LONG_AGO,
    Found,
    by_then,
    change,
    days_between,
    fact,
    last_day,
    percent,
    share,
    shared,
    span,
    within,
)
from inspector.model.evidence import Evidence, LogEntry, Participation
from inspector.model.facts import About, Fact, Field

ABOUT = About(
    id="idea-flow",
    title="What becomes of ideas",
    needs=("improvement-log", "participation"),
    fields=(
        Field(name="raised", type="integer", says="Ideas raised in the period, before the announcement."),
        Field(name="tested", type="integer", says="Those of them that were tested."),
        Field(name="adopted", type="integer", says="Those of them that were adopted."),
        Field(name="spread", type="integer", says="Those adopted that spread to another team."),
        Field(name="waiting", type="integer", says="Raised half a year ago or longer, neither tested nor decided on."),
        Field(name="waiting_share", type="number", says="Their share of the ideas that old."),
        Field(name="days_to_test", type="number", says="Median of days from idea to test."),
        Field(name="days_to_test_change", type="number", says="That median, later half less first half of the period."),
        Field(name="front_line_tested_share", type="number", says="Share tested of ideas from front line or families."),
        Field(name="above_tested_share", type="number", says="Share tested of ideas from elsewhere."),
        Field(name="origins", type="integer", says="Sorts of people whom ideas came from."),
        Field(
            name="days_to_hear", type="number", says="Days until people heard back, mean over the teams and periods."
        ),
        Field(name="days_to_hear_change", type="number", says="That mean, later half less first half of the period."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without an idea in the log."""
    ideas = [entry for entry in evidence.log if entry.told_in_time and within(entry.raised_on, evidence)]
    if not ideas:
        return ()
    old = [entry for entry in ideas if (last_day(evidence) - entry.raised_on).days >= LONG_AGO]
    waiting = [entry for entry in old if not _tried(entry, evidence) and not by_then(entry.decided_on, evidence)]
    heard = [one for one in evidence.participation if one.days_to_hear_back is not None]
    adopted = [entry for entry in ideas if entry.decision == "adopt" and _tried(entry, evidence)]
    known = [entry for entry in ideas if entry.origin]
    found: Found = {
        "raised": len(ideas),
        "tested": sum(_tried(entry, evidence) for entry in ideas),
        "adopted": len(adopted),
        "spread": sum(bool(set(entry.spread_to) - {entry.team}) for entry in adopted),
        "waiting": len(waiting),
        "waiting_share": share(len(waiting), len(old)),
        "days_to_test": _wait(ideas),
        "days_to_test_change": change(ideas, lambda entry: entry.raised_on, _wait, evidence),
        "front_line_tested_share": shared([e for e in known if e.origin in FRONT], lambda e: _tried(e, evidence)),
        "above_tested_share": shared([e for e in known if e.origin not in FRONT], lambda e: _tried(e, evidence)),
        "origins": len({entry.origin for entry in known}) if known else None,
        "days_to_hear": _hear(heard),
        "days_to_hear_change": change(heard, lambda one: one.period_start, _hear, evidence),
    }
    says = (
        f"Of {len(ideas)} ideas raised {span(evidence)}, {found['tested']} were tested, {len(adopted)} adopted and "
        f"{found['spread']} spread; {len(waiting)} of the {len(old)} that are half a year old or more wait "
        f"({percent(found['waiting_share'])})."
    )
    rests = ["improvement-log", *(["participation"] if heard else [])]
    return (fact(ABOUT, "all", found, says, rests, [*ideas, *heard]),)


def _tried(entry: LogEntry, evidence: Evidence) -> bool:
    return by_then(entry.tested_on or entry.started_on, evidence)


def _wait(ideas: Sequence[LogEntry]) -> float | None:
    return days_between((entry.raised_on, entry.tested_on or entry.started_on) for entry in ideas)


def _hear(heard: Sequence[Participation]) -> float | None:
    days = [one.days_to_hear_back for one in heard if one.days_to_hear_back is not None]
    return sum(days) / len(days) if days else None
