"""What stands of a visit: of each row what was found, of each claim what that proves, and what inspectors say themselves.

Rows count for a claim in the order drawn, up to the first of which it is not known whether it is right. An inspector who looks
only where rows look good, or stops when they do, has then said nothing of the claim beyond that row. Whichever rows he chooses,
even knowing all of them, the bounds hold: they hold for every number of rows in the order drawn at once, which is what being
valid at any time means (Ville 1939). Rows found wrong behind the gap are wrong all the same, and are struck.

Nothing here goes by the time or the order of entries: entries in any order, twice, or from several files say the same.
"""

from collections.abc import Collection, Iterable, Mapping

from inspector.model.visit_standing import Answered, ClaimStands, Corrected, Judged, RowStands, VisitStands
from inspector.model.visits import Claim, Entry, EntryKind, Proved
from inspector.model.words import agree
from inspector.proof import chain
from inspector.proof.claims import counted, proved
from inspector.proof.folder import Visit
from inspector.proof.row_standing import row_stands
from inspector.proof.strange import refuse_strange
from inspector.proof.weighing import weighed

By = Mapping[tuple[EntryKind, str], tuple[Entry, ...]]


def stands(visit: Visit, written: Iterable[Entry]) -> VisitStands:
    """What stands of a visit by these entries, in any order. Raises CannotComplete for one of a row that was not drawn, of a
    question or theme that the plan does not have, or of another visit.
    """
    every = tuple(sorted({entry.hash: entry for entry in written}.values(), key=lambda entry: entry.hash))
    refuse_strange(visit, every)
    taken_back = _taken_back(every)
    standing = _by_subject(entry for entry in every if entry.hash not in taken_back)
    rows = _rows(visit, standing)
    known = {row.key for row in rows if row.complete}
    return VisitStands(
        rows=rows,
        claims=tuple(_claim(visit, claim, rows) for claim in visit.plan.claims),
        left=tuple(key for key in visit.drawn if key not in known),
        judged=_judged(visit, standing),
        answered=_answered(standing),
        corrected=tuple(
            sorted(_corrected(every, taken_back), key=lambda one: (one.kind, one.about, one.by, one.was, one.now))
        ),
    )


def of_folder(visit: Visit) -> VisitStands:
    """What stands of a visit by all records in its folder. Raises CannotComplete as `stands` does, and for altered records."""
    return stands(visit, chain.entries(chain.of_folder(visit.folder, visit.plan.seal)))


def standing_entries(entries: Collection[Entry]) -> tuple[Entry, ...]:
    """Those entries that no later one of the same inspector takes the place of."""
    taken_back = _taken_back(entries)
    return tuple(entry for entry in entries if entry.hash not in taken_back)


def _taken_back(entries: Collection[Entry]) -> dict[str, Entry]:
    """The entries that their own writer corrected, by their hashes, each with the one that takes its place."""
    by_hash = {entry.hash: entry for entry in entries}
    found = {}
    for entry in entries:
        old = by_hash.get(entry.corrects or "")
        if old and (old.by, old.kind, old.about) == (entry.by, entry.kind, entry.about):
            found[old.hash] = entry
    return found


def _by_subject(entries: Iterable[Entry]) -> By:
    found: dict[tuple[EntryKind, str], tuple[Entry, ...]] = {}
    for entry in entries:
        subject = (entry.kind, entry.about)
        found[subject] = (*found.get(subject, ()), entry)
    return found


def _rows(visit: Visit, standing: By) -> tuple[RowStands, ...]:
    found = []
    for claim in visit.plan.claims:
        proving, gap = proving_order(visit, claim.id), False
        others = [key for key in visit.drawn_of(claim.id) if key not in set(proving)]
        for place, key in [*enumerate(proving, 1), *((None, key) for key in others)]:
            entries = standing.get(("found", key), ())
            row = row_stands(visit, key, place, entries) if entries else None
            gap = gap or place is None or row is None or not row.complete
            if row is not None:
                found.append(row.model_copy(update={"counted": not gap}))
    order = {key: place for place, key in enumerate(visit.drawn)}
    return tuple(sorted(found, key=lambda row: order[row.key]))


def proving_order(visit: Visit, claim: str) -> tuple[str, ...]:
    """The rows of a claim that can prove something of it, in the order drawn: those that a seed drew that nobody could know."""
    rounds = [one for one in visit.rounds if one.guarantee]
    return tuple(key for one in rounds for key in one.rows if visit.rows[key].claim == claim)


def _claim(visit: Visit, claim: Claim, rows: Iterable[RowStands]) -> ClaimStands:
    drawn = proving_order(visit, claim.id)
    every = {row.key: row for row in rows if row.claim == claim.id and row.complete}
    known = {key: every[key] for key in drawn if key in every}
    looked, wrong = counted(drawn, {key: row.wrong for key, row in known.items()})
    found_wrong = sum(row.wrong for row in every.values())
    return ClaimStands(
        claim=claim.id,
        evidence=claim.evidence,
        drawn=len(drawn),
        recorded=len(known),
        looked=looked,
        wrong=wrong,
        waiting=len(known) - looked,
        waits_for=drawn[looked] if looked < len(known) else None,
        no_guarantee=len(visit.drawn_of(claim.id)) - len(drawn),
        found_wrong=found_wrong,
        proved=_proved(visit, claim, looked, wrong, found_wrong),
        weighed=weighed(claim, [known[key] for key in drawn[:looked]]),
    )


def _proved(visit: Visit, claim: Claim, looked: int, wrong: int, found_wrong: int) -> Proved:
    found = proved(claim, looked, wrong, found_wrong=found_wrong)
    if visit.plan.guarantee or found.state != "open":
        return found
    bad = f" {found_wrong} {agree(found_wrong, 'was', 'were')} found wrong." if found_wrong else ""
    says = f"Planned without a guarantee: no {claim.unit} that is as written proves anything of the {claim.of}.{bad}"
    return found.model_copy(update={"rows_left": None, "says": says})


def _judged(visit: Visit, standing: By) -> tuple[Judged, ...]:
    engine = dict(visit.plan.standings)
    return tuple(
        Judged(theme=about, by=one.by, standing=one.standing, engine=engine.get(about), says=one.says, entry=one.hash)
        for (kind, about), entries in sorted(standing.items())
        if kind == "judged"
        for one in sorted(entries, key=lambda one: (one.by, one.hash))
        if one.standing is not None
    )


def _answered(standing: By) -> tuple[Answered, ...]:
    return tuple(
        Answered(question=about, by=one.by, says=one.says, entry=one.hash)
        for (kind, about), entries in sorted(standing.items())
        if kind == "answered"
        for one in sorted(entries, key=lambda one: (one.by, one.hash))
    )


def _corrected(entries: Iterable[Entry], taken_back: Mapping[str, Entry]) -> Iterable[Corrected]:
    for entry in entries:
        if now := taken_back.get(entry.hash):
            yield Corrected(kind=entry.kind, about=entry.about, by=entry.by, was=_word(entry), now=_word(now))


def _word(entry: Entry) -> str:
    return entry.seen or entry.standing or ""
