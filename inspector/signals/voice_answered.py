"""What came of what children, families, carers, staff and partners said, and whether anybody told them.

Measures:
    For each group and for all: how many things were said in the period and before the announcement; the share after which
    something was changed, named in the improvement log and tested after it was said; the share whose speakers were told; and the
    share of changed ones, later half of the period less first half.

Why it matters:
    Asking without changing anything, or without telling people what came of it, teaches them to stop answering.

Cannot tell:
    Whether those who spoke are like those who did not, or whether the change was the one they asked for.

Reference:
    Munro (2011), A child-centred system, on children's and families' own experience; Lundy (2007), British Educational
    Research Journal 33(6), 927-942 (space, voice, audience, influence).
"""

from collections.abc import Sequence

from inspector.evidence.records import Found, by_then, change, fact, percent, shared, tests, within
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact, Field
from inspector.model.voice import Voice

GROUPS = ("all", "children", "families", "carers", "front-line", "partners")

ABOUT = About(
    id="voice-answered",
    title="What came of what people said",
    needs=("voice",),
    fields=(
        Field(name="group", type="string", says="Who said it.", choices=GROUPS),
        Field(name="words", type="string", says="The group in words."),
        Field(name="said", type="integer", says="How many things were said."),
        Field(name="changed", type="integer", says="After how many of them something was tried that the log has."),
        Field(name="changed_share", type="number", says="Their share."),
        Field(name="unanswered", type="integer", says="After how many of them nothing was tried."),
        Field(name="told", type="integer", says="How many speakers were told what came of it."),
        Field(name="told_share", type="number", says="Their share."),
        Field(name="unfound", type="integer", says="How many name changes that the log does not have."),
        Field(name="change", type="number", says="Changed share, later half of the period less first half."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact for all and one for each group that spoke."""
    said = [one for one in evidence.voice if within(one.period_end, evidence)]
    groups = {name: [one for one in said if name in ("all", one.group)] for name in GROUPS}
    log = {entry.id: entry for entry in tests(evidence)}
    return tuple(_fact(name, some, log, evidence) for name, some in groups.items() if some)


def _fact(group: str, said: Sequence[Voice], log: dict[str, LogEntry], evidence: Evidence) -> Fact:
    changed = [one for one in said if _changed(one, log)]
    told = [one for one in said if by_then(one.told_back_on, evidence)]
    words = {"all": "anybody", "front-line": "the front line"}.get(group, group)
    found: Found = {
        "group": group,
        "words": words,
        "said": len(said),
        "changed": len(changed),
        "changed_share": len(changed) / len(said),
        "unanswered": len(said) - len(changed),
        "told": len(told),
        "told_share": len(told) / len(said),
        "unfound": sum(bool(one.changed) and not _changed(one, log) for one in said),
        "change": change(
            said, lambda one: one.period_end, lambda some: shared(some, lambda v: _changed(v, log)), evidence
        ),
    }
    says = (
        f"{len(said)} things said by {words}: after {len(changed)} of them something was tried "
        f"({percent(found['changed_share'])}), and for {len(told)} the speakers were told what came of it."
    )
    return fact(ABOUT, group, found, says, ["voice", *(["improvement-log"] if changed else [])], said)


def _changed(one: Voice, log: dict[str, LogEntry]) -> bool:
    """Whether one of the changes it names is a test of the log that was not over before it was said."""
    named = [log[id] for id in one.changed if id in log]
    return any((entry.tested_on or entry.started_on or entry.raised_on) >= one.period_start for entry in named)
