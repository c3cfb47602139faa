"""A visit as it is told beside the verdict that it came back into."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from inspector.model.ageing import judgement_expires
from inspector.model.inspection import Inspection
from inspector.model.rows import by_resource
from inspector.model.visit_standing import RowStands, VisitStands
from inspector.model.visited import (
    Answer,
    ClaimAfter,
    DrawnRound,
    Looker,
    OwnJudgement,
    QuestionAfter,
    SetAsideBecause,
    SupportsLess,
    ThemeAfter,
    Visited,
)
from inspector.model.visits import Entry
from inspector.model.words import agree, plural
from inspector.proof.folder import Visit

Hide = Callable[[str], str]


def come_back(
    visit: Visit,
    found: VisitStands,
    entries: Sequence[Entry],
    paper: Inspection,
    after: Inspection,
    less: Sequence[SupportsLess],
    hide: Hide,
) -> Visited:
    """All that is told of a visit. Reasons and answers pass `hide`; no word of a row, and no note on one, is in it."""
    wrong = sum(row.wrong for row in found.rows)
    return Visited(
        seal=visit.plan.seal,
        planned_on=visit.plan.planned_on,
        confidence=visit.plan.confidence,
        guarantee=visit.plan.guarantee,
        rounds=tuple(
            DrawnRound(
                number=one.number,
                seed=one.seed,
                origin=one.seed_origin,
                guarantee=one.guarantee,
                rows=len(one.rows),
                seal=one.seal,
            )
            for one in visit.rounds
        ),
        lookers=_lookers(entries),
        on_paper=paper.verdict.verdict,
        on_paper_says=paper.verdict.says,
        themes=_themes(visit, found, entries, paper, after, hide),
        claims=_claims(visit, found),
        aside=tuple(_aside(visit, found)),
        less=tuple(less),
        questions=_questions(visit, found, _days(entries), hide),
        left=len(found.left),
        conflicts=sum(row.conflict for row in found.rows),
        corrected=len(found.corrected),
        says=tuple(_says(visit, found, wrong)),
    )


def _says(visit: Visit, found: VisitStands, wrong: int) -> Iterable[str]:
    drawn, known = len(visit.drawn), len(visit.drawn) - len(found.left)
    rounds = plural(len(visit.rounds), "round")
    refuted = sum(one.proved.state == "refuted" for one in found.claims)
    all_of = f"A visit drew {plural(drawn, 'row')} in {rounds}"
    if not known:
        yield f"{all_of}, and none of them was looked at yet."
        return
    claims = plural(len(found.claims), "claim")
    then = f"; {refuted} of {claims} {agree(refuted, 'is', 'are')} refuted" if refuted else ""
    bad = f"{wrong} {agree(wrong, 'is', 'are')} not" if wrong else agree(known, "it is", "all are")
    yield f"{all_of} and looked at {known} of them: {bad} as written{then}."
    if conflicts := sum(row.conflict for row in found.rows):
        yield f"Of {plural(conflicts, 'row')} inspectors say different things; the more cautious counts."
    if corrected := len(found.corrected):
        entries = f"{corrected} {agree(corrected, 'entry was', 'entries were')}"
        yield f"{entries} corrected by those who made them; what stood there before stays in the records."


def _lookers(entries: Iterable[Entry]) -> tuple[Looker, ...]:
    by: dict[str, list[str]] = {}
    for one in entries:
        by.setdefault(one.by, []).append(one.at[:10])
    return tuple(
        Looker(by=name, entries=len(days), first=min(days), last=max(days)) for name, days in sorted(by.items())
    )


def _days(entries: Iterable[Entry]) -> dict[str, str]:
    """The day on which each entry was written down, by its hash."""
    return {one.hash: one.at[:10] for one in entries}


def _themes(
    visit: Visit, found: VisitStands, entries: Iterable[Entry], paper: Inspection, after: Inspection, hide: Hide
) -> tuple[ThemeAfter, ...]:
    now = {theme.theme: theme for theme in after.themes}
    on = _days(entries)
    start, end = (date.fromisoformat(day) for day in (visit.plan.period_start, visit.plan.period_end))
    expires = judgement_expires(start, end).isoformat()
    return tuple(
        ThemeAfter(
            theme=theme.theme,
            title=theme.title,
            on_paper=theme.standing,
            on_paper_state=theme.state,
            after=now[theme.theme].standing,
            after_state=now[theme.theme].state,
            judged=tuple(
                OwnJudgement(
                    by=one.by, standing=one.standing, says=hide(one.says), on=on.get(one.entry, ""), expires_on=expires
                )
                for one in found.judged
                if one.theme == theme.theme
            ),
        )
        for theme in paper.themes
    )


def _claims(visit: Visit, found: VisitStands) -> tuple[ClaimAfter, ...]:
    return tuple(
        ClaimAfter(
            id=one.claim,
            evidence=one.evidence,
            members=visit.claims[one.claim].members,
            unit=visit.claims[one.claim].unit,
            part=visit.claims[one.claim].part,
            drawn=one.drawn,
            waiting=one.waiting,
            no_guarantee=one.no_guarantee,
            found_wrong=one.found_wrong,
            claim=visit.claims[one.claim].says,
            proved=one.proved,
        )
        for one in found.claims
    )


def _aside(visit: Visit, found: VisitStands) -> Iterable[SetAsideBecause]:
    by: dict[str, list[RowStands]] = {}
    for row in found.rows:
        if row.wrong:
            by.setdefault(row.claim, []).append(row)
    for claim, rows in by.items():
        ways = Counter(row.seen for row in rows)
        otherwise = ways["seen"]
        parts: Mapping[str, int] = {
            "not seen": ways["not-seen"],
            "seen in part": ways["partly"],
            "could not be looked at": ways["could-not-look"],
            "seen, and other than written": otherwise,
        }
        told = ", ".join(f"{many} {words}" for words, many in parts.items() if many)
        yield SetAsideBecause(
            claim=claim,
            evidence=visit.claims[claim].evidence,
            count=len(rows),
            not_seen=ways["not-seen"],
            partly=ways["partly"],
            could_not_look=ways["could-not-look"],
            differs=otherwise,
            rows=by_resource(rows),
            says=f"{plural(len(rows), visit.claims[claim].unit)} set aside: {told}.",
        )


def _questions(visit: Visit, found: VisitStands, on: Mapping[str, str], hide: Hide) -> tuple[QuestionAfter, ...]:
    return tuple(
        QuestionAfter(
            id=one.id,
            question=one.question,
            because=one.because,
            answers=tuple(
                Answer(by=answer.by, says=hide(answer.says), on=on.get(answer.entry, ""))
                for answer in found.answered
                if answer.question == one.id
            ),
        )
        for one in visit.plan.questions
    )
