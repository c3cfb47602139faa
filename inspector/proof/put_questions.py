"""The questions of the fieldwork plan that are put on a visit: so many a day, the most important first, each with its figure."""

import re
from collections.abc import Mapping
from datetime import date
from math import ceil

from inspector.model.argument import Enquiry
from inspector.model.inspection import Inspection
from inspector.model.months import MONTHS, month_year
from inspector.model.visits import Question
from inspector.model.words import short

MOST_A_DAY = 12
HOURS_A_DAY = 8.0
MOST_FIGURES = 2
LONGEST_FIGURE = 220
_PARTS = re.compile(r"(; |(?<=[a-z0-9%)\"'])\. )")
_OF_A_ROW = re.compile(rf"\b[0-9]{{1,2}} (?:{'|'.join(MONTHS)}) [0-9]{{4}}|[\"“”]|^[a-z-]+ asks about the same")
_ISO = re.compile(r"\b([0-9]{4})-(0[1-9]|1[0-2])-[0-9]{2}\b")
WHOM: Mapping[str, str] = {
    "front-line": "the front line", "families": "families", "partners": "partner agencies", "managers": "managers",
    "leaders": "leaders",
}  # fmt: skip


def questions(inspection: Inspection, hours: float | None = None) -> tuple[Question, ...]:
    """The questions for as many days as the hours make, at least one; none without an argument. The same bundle, the same ids.

    Each day asks everybody for whom the plan has a question left: the front line, families, partners, managers, leaders,
    and whom the framework names besides.

    Their figure is what the finding, probe or theme that asks says: the number that the question is about.
    """
    if inspection.argument is None:
        return ()
    days = max(1, ceil((hours or HOURS_A_DAY) / HOURS_A_DAY))
    said = _said(inspection)
    people = {**inspection.words.titles("whom"), **WHOM}
    left = list(inspection.argument.fieldwork.enquiries)
    asked: list[tuple[int, Enquiry]] = []
    for day in range(1, days + 1):
        chosen = _of_a_day(left, tuple(people))
        asked += [(day, one) for one in chosen]
        left = [one for one in left if one not in chosen]
    return tuple(
        Question(
            id=f"q{number}",
            day=day,
            whom=_joined([people[who] for who in one.whom]),
            question=one.question,
            because=one.because,
            figure=_figure([said[name] for name in one.because if said.get(name)]),
        )
        for number, (day, one) in enumerate(asked, 1)
    )


def _of_a_day(enquiries: list[Enquiry], people: tuple[str, ...]) -> list[Enquiry]:
    """The most important of them, as many as a day holds, in their order; of whomever any is put to, the first is among them."""
    first = [next((place for place, one in enumerate(enquiries) if who in one.whom), None) for who in people]
    kept = {place for place in first if place is not None}
    for place in range(len(enquiries)):
        if len(kept) >= MOST_A_DAY:
            break
        kept.add(place)
    return [enquiries[place] for place in sorted(kept)]


def _said(inspection: Inspection) -> dict[str, str]:
    """What each finding, probe and theme says, by the name that an enquiry has for it."""
    found = {f"standing/{theme.theme}": theme.says for theme in inspection.themes}
    found |= {f"probe/{trace.probe}/{trace.subject}": trace.says for trace in inspection.traces}
    return found | {finding.id: finding.says for finding in inspection.findings}


def _figure(sentences: list[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, map(blind, sentences[:MOST_FIGURES]))))


def blind(says: str) -> str:
    """What a finding says without what another sheet may ask of a row, and no more than the first of it.

    Parts with a day or with words quoted are left out, and what names another probe. Of a day as ISO 8601 has it, by which counts
    are dated, the month is left.
    """
    parts = _PARTS.split(says.strip())
    kept, long = "", 0
    for at in range(0, len(parts), 2):
        part = parts[at].strip(" .;")
        long += len(part)
        if part and not _OF_A_ROW.search(part) and (not kept or long <= LONGEST_FIGURE):
            joined = parts[at - 1] if kept else ""
            kept += f"{joined}{part if joined == '; ' else part[:1].upper() + part[1:]}"
    return f"{short(_ISO.sub(_month, kept), 2 * LONGEST_FIGURE)}." if kept else ""


def _month(found: re.Match[str]) -> str:
    return month_year(date(int(found[1]), int(found[2]), 1))


def _joined(words: list[str]) -> str:
    *first, last = words or ["everybody"]
    return f"{', '.join(first)} and {last}" if first else last
