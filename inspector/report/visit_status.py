"""How far a visit is, in words: of each claim what is proved so far, what is not as written, what is open, what comes next."""

from collections.abc import Iterable, Iterator, Sequence

from inspector.model.assurance import said
from inspector.model.visit_standing import ClaimStands, VisitStands
from inspector.model.visits import Entry
from inspector.model.words import agree, plain, plural
from inspector.proof.chain import Chain
from inspector.proof.chain import entries as every
from inspector.proof.folder import Visit
from inspector.proof.seen_words import IN_WORDS
from inspector.proof.standing import standing_entries
from inspector.report.lines import wrapped
from inspector.report.visit_rows_told import conflicts, missing, wrong

STATES = {"confirmed": "CONFIRMED", "refuted": "REFUTED", "open": "OPEN"}


def status(visit: Visit, found: VisitStands, chains: Sequence[Chain], *, notes: bool = False) -> str:
    """The status as text. With `notes` also what inspectors wrote in their own words, which may name people."""
    plan = visit.plan
    entries = standing_entries(every(chains))
    lines = [
        *wrapped(f"Visit to {plan.authority}, planned while the verdict was {said(plan.verdict)}.", ""),
        *wrapped(_drawn(visit, found), ""),
        "",
    ]
    for one in found.claims:
        words = " ".join(_of_claim(found, one, visit.claims[one.claim].unit))
        lines += [f"{one.claim}: {STATES[one.proved.state]}", *wrapped(words, "  ")]
    parts = (
        ("Not as written", wrong(found.rows)),
        ("Still to be filled in", missing(found.rows)),
        ("Judged", [_judged(one.theme, one.by, one.standing, one.engine) for one in found.judged]),
        ("Answered", [f"{one.question}, by {one.by}" for one in found.answered]),
        ("Corrected", [_corrected(one.about, one.by, one.was, one.now) for one in found.corrected]),
        ("Records", [_record(chain) for chain in chains]),
        ("In their own words", list(_notes(entries)) if notes else []),
    )
    for title, told in parts:
        if told:
            lines += ["", f"{title}:", *(line for one in told for line in wrapped(one, "  ", "    "))]
    for told in (conflicts(visit, found, entries), next_steps(visit, found)):
        lines += ["", *told] if told else []
    return "\n".join(lines) + "\n"


def to_draw(found: VisitStands, one: ClaimStands) -> int:
    """How many more rows of a claim have to be drawn to settle it, if all are right; 0 where those drawn may do."""
    if one.proved.state != "open" or one.proved.rows_left is None:
        return 0
    waiting_wrong = sum(
        row.wrong and not row.counted and row.place is not None for row in found.rows if row.claim == one.claim
    )
    return max(0, one.proved.rows_left - (one.drawn - one.looked - waiting_wrong))


def next_steps(visit: Visit, found: VisitStands) -> list[str]:
    """What to do next, a line each."""
    open_still = {one.claim for one in found.claims if one.proved.state == "open"}
    refuted = sum(one.proved.state == "refuted" for one in found.claims)
    left = [key for key in found.left if visit.rows[key].claim in open_still]
    assess = f"Next: `inspector assess BUNDLE --visit {plain(str(visit.folder))}`"
    if found.claims and not open_still:
        spared = f" The {plural(len(found.left), 'row')} left need not be looked at." if found.left else ""
        return [f"Every claim is settled.{spared} {assess}."]
    look = f"ook at what is left, and `inspector visit record {plain(str(visit.folder))} --by NAME`."
    if refuted:
        anew = (
            f"{plural(refuted, 'claim')} {agree(refuted, 'is', 'are')} refuted. {assess}: the verdict is judged by what that "
            "leaves, and it says how many more rows would bear that out; these can be more or fewer than are said here, "
            "since what it stands on is worked out anew and all bounds have to hold together then."
        )
        return [*wrapped(anew, ""), *([f"Before that you may l{look}"] if left else [])]
    if left:
        return [f"Next: l{look}"]
    if not visit.plan.guarantee:
        return [f"{assess}: what was found wrong is struck."] if visit.drawn else []
    if any(to_draw(found, one) for one in found.claims):
        folder = plain(str(visit.folder))
        draw = f'Next: draw more rows with fresh dice, `inspector visit next {folder} --seed "dice: …"`.'
        return [draw]
    return []


def _drawn(visit: Visit, found: VisitStands) -> str:
    drawn, left = len(visit.drawn), len(found.left)
    if not drawn:
        return "Nothing is drawn yet: `inspector visit next` does."
    answered = "all of them answered" if not left else f"{drawn - left} of them answered, {left} left"
    return f"{plural(drawn, 'row')} drawn in {plural(len(visit.rounds), 'round')}; {answered}."


def _of_claim(found: VisitStands, one: ClaimStands, unit: str) -> Iterator[str]:
    yield one.proved.says
    if one.waiting:
        count = agree(one.waiting, "counts", "count")
        yield f"{one.waits_for} was drawn before and is not answered; {plural(one.waiting, unit)} behind it {count} once it is."
    if one.no_guarantee:
        were = agree(one.no_guarantee, "was", "were")
        others = f"{plural(one.no_guarantee, f'more {unit}')} {were} drawn"
        yield f"{others} from a seed that somebody could have known beforehand, and no claim is proved by that."
    if more := to_draw(found, one):
        yield f"{plural(more, f'more {unit}')} {agree(more, 'has', 'have')} to be drawn for that."
    if one.weighed:
        yield one.weighed


def _judged(theme: str, by: str, standing: str, engine: str | None) -> str:
    return f"{theme}: {standing} by {by}" + (f", {engine} by the engine on paper" if engine else "")


def _corrected(about: str, by: str, was: str, now: str) -> str:
    words = [IN_WORDS.get(one, one) for one in (was, now)]  # type: ignore[call-overload]
    return f"{about}, by {by}" + (f": was {words[0]}, now {words[1]}" if was != now else "")


def _record(chain: Chain) -> str:
    entries = "1 entry" if len(chain.entries) == 1 else f"{len(chain.entries)} entries"
    return f"{chain.by}: {entries}, the last one {chain.hashes[-1]}"


def _notes(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in sorted(entries, key=lambda one: (one.kind, one.about, one.by, one.hash)):
        if entry.says:
            yield f"{entry.about}, by {entry.by}: {entry.says}"
