"""What children, families, carers, staff and partners said, and what came of it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from inspector.evidence.records import asides, tested_on
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.rows import by_resource
from inspector.model.stories import CameOfIt, VoiceTold
from inspector.model.voice import Voice
from inspector.model.words import short
from inspector.telling.texts import iso, stated, told

Became = Literal["changed", "aside", "before", "missing", "nothing"]


def voices(evidence: Evidence) -> tuple[VoiceTold, ...]:
    """Everything that was said, in the order of the evidence."""
    if not evidence.voice:
        return ()
    log: dict[str, list[LogEntry]] = {id: [] for one in evidence.voice for id in one.changed}
    for entry in (*evidence.log, *evidence.struck_log):
        if (found := log.get(entry.id)) is not None:
            found.append(entry)
    return tuple(_voice(one, log, evidence) for one in evidence.voice)


def _voice(one: Voice, log: Mapping[str, Sequence[LogEntry]], evidence: Evidence) -> VoiceTold:
    named = tuple(dict.fromkeys(one.changed))
    came = tuple(_came(entry, one, evidence) for id in named for entry in log[id])
    missing = tuple(short(id) for id in named if not log[id])
    group = one.own_word or one.group
    return VoiceTold(
        voice=one.id,
        group=group,
        counts_as=one.group if one.own_word else None,
        title=evidence.words.titles("group").get(group),
        theme=short(one.theme),
        said=stated(one.said),
        people=one.people,
        start=one.period_start.isoformat(),
        end=one.period_end.isoformat(),
        came=came,
        missing=missing,
        became=_became(came, missing),
        told_back_on=iso(one.told_back_on),
        rows=by_resource([one]),
    )


def _came(entry: LogEntry, voice: Voice, evidence: Evidence) -> CameOfIt:
    why = asides(evidence)(entry) if entry.tried else None
    return CameOfIt(
        entry=entry.id,
        aim=told(entry.aim),
        decided=entry.decision,
        decided_on=iso(entry.decided_on),
        aside=why.says if why else None if entry.tried else "not tried",
        before=entry.tried and tested_on(entry) < voice.period_start,
        rows=by_resource([entry]),
    )


def _became(came: Sequence[CameOfIt], missing: Sequence[str]) -> Became:
    if any(one.aside is None and not one.before for one in came):
        return "changed"
    if any(one.aside is not None and one.aside != "not tried" for one in came):
        return "aside"
    if any(one.before and one.aside is None for one in came):
        return "before"
    return "missing" if missing or came else "nothing"
