"""A plan of a visit in words: what each claim says, what settles it, what fits into the hours, and what to do next."""

from collections.abc import Iterable, Iterator, Sequence

from inspector.model.visits import Claim, Round, VisitPlan
from inspector.model.words import agree, number, plural
from inspector.proof import where
from inspector.proof.minutes import Allotted, Needed, days, in_words
from inspector.proof.planning import Unclaimed, named

PRIVACY = (
    "The folder names what has to be found: ids of changes, teams, children where cases are counted again. It is readable for "
    "you alone; keep it as you keep case files, and delete it when the visit is closed."
)
COMMAND = "    "
"""What stands before a command, which is never broken into lines."""
BLIND = (
    "It holds what the rows say as salted hashes: nobody sees it by chance, and who tries all days and words finds it."
)


def lines(
    plan: VisitPlan,
    allotted: Allotted,
    unclaimed: Sequence[Unclaimed],
    rounds: Sequence[Round],
    verdict: str,
    folder: str,
) -> Iterator[str]:
    """The plan as lines of text. `verdict` is how the verdict is said, `folder` the place of the visit."""
    yield f"A visit to {plan.authority} ({plan.period_start} to {plan.period_end}). The verdict is {verdict}."
    yield ""
    yield from _claims(plan, unclaimed)
    yield ""
    yield from _budget(plan, allotted)
    yield from _days(plan, allotted)
    yield from _questions(plan)
    yield ""
    yield from _seals(plan, rounds, folder)
    yield ""
    yield f"{PRIVACY} {BLIND}"


def _claims(plan: VisitPlan, unclaimed: Sequence[Unclaimed]) -> Iterator[str]:
    at = number(100 * plan.confidence)
    many = len(plan.claims)
    only = "only as long as" if unclaimed else "as long as"
    beside = ", and so is the evidence of which no claim can be made" if unclaimed else ""
    if many == 1:
        yield f"It stands {only} this claim is true{beside}. The claim is settled at {at} %:"
    else:
        yield f"It stands {only} these {many} claims are all true{beside}. Each is settled at {at} %, smallest first:"
    for place, claim in enumerate(plan.claims, 1):
        yield f"{place:>3}. {claim.id}: {claim.says}"
        yield f"     {_settles(claim)}"
    for one in unclaimed:
        yield f"  -  {one.evidence}: no claim can be made, {one.why}."
    if unclaimed:
        yield "  A visit can then find what is wrong; it cannot verify the verdict, which stays on paper."


def _settles(claim: Claim) -> str:
    rows = plural(claim.sample, claim.unit)
    takes = f"about {in_words(claim.sample * claim.minutes)}, {plural(claim.minutes, 'minute')} each"
    bound = (
        ""
        if claim.how == "exact" or claim.fewer_than == 1
        else f" As far as was tried: fewer wrong {claim.unit}s may be enough to lower the verdict."
    )
    if claim.sample >= claim.of:
        return f"{agree(claim.of, 'It has', 'All of them have')} to be looked at: {takes}.{bound}"
    if claim.fixed == claim.sample:
        return f"{rows} {agree(claim.sample, 'settles', 'settle')} it if all are right: {takes}.{bound}"
    how = f"looked at one after another ({claim.fixed} if all at once, and never again)"
    return f"{rows} {agree(claim.sample, 'settles', 'settle')} it if all are right, {how}: {takes}.{bound}"


def _budget(plan: VisitPlan, allotted: Allotted) -> Iterator[str]:
    within = [in_words(plan.hours * 60)] if plan.hours is not None else []
    within += [plural(plan.most_rows, "row")] if plan.most_rows is not None else []
    settled, many = len(allotted.reached), len(plan.claims)
    took = f"{plural(allotted.rows, 'row')}, about {in_words(allotted.minutes)}"
    if not within:
        yield f"All of it takes {took}, as long as every row is right. One that is wrong takes more: the next round draws them."
        return
    if not settled:
        yield f"Within {' and '.join(within)} no claim can be settled."
    else:
        which = (
            "the claim" if many == 1 else f"all {many} claims" if settled == many else f"{settled} of the {many} claims"
        )
        yield f"Within {' and '.join(within)} {which} can be settled: {took}, as long as every row is right."
    yield from _open(allotted)
    if allotted.unreached:
        yield "  As long as a claim is open, the verdict stays on paper."
        yield from _shared(plan, allotted)


def _open(allotted: Allotted) -> Iterator[str]:
    """What is begun or not reached, and what it needs."""
    begun = {one.claim.id: one.rows for one in allotted.partly}
    for one in allotted.unreached:
        rows = begun.get(one.claim.id)
        how = (
            f"Begun: {one.claim.id}, with {plural(rows, one.claim.unit)}; it"
            if rows
            else f"Not reached: {one.claim.id}, which"
        )
        yield f"  {how} needs {_needs(one)}."


def _shared(plan: VisitPlan, allotted: Allotted) -> Iterator[str]:
    """The announcement, where the hours are shared by what a lie would gain."""
    if plan.policy == "gain":
        yield f"  The time is shared so that lying pays least. {where.says(plan.claims, allotted.sizes)}"
        if where.best_answer(plan.claims, allotted.sizes).gain > 0:
            yield f"  With {in_words(where.minutes_needed(plan.claims))} it would pay nowhere."


def _needs(one: Needed) -> str:
    return f"{plural(one.rows, one.claim.unit)}, about {in_words(one.minutes)}"


def _days(plan: VisitPlan, allotted: Allotted) -> Iterator[str]:
    claims = {claim.id: claim for claim in plan.claims}
    for place, rows in enumerate(days(allotted), 1):
        told = ", ".join(f"{plural(many, claims[id].unit)} of {id}" for id, many in rows)
        yield f"  Day {place}: {told}: {in_words(sum(many * claims[id].minutes for id, many in rows))}."


def _questions(plan: VisitPlan) -> Iterator[str]:
    many = len(plan.questions)
    if many:
        yield f"Besides, {plural(many, 'question')} of the fieldwork plan {agree(many, 'is', 'are')} put, at most twelve a day."


def _seals(plan: VisitPlan, rounds: Sequence[Round], folder: str) -> Iterator[str]:
    yield f"The plan is sealed: {plan.seal}"
    if not plan.guarantee:
        yield "WITHOUT GUARANTEE, as was asked: nothing that is found proves a claim, and the verdict stays on paper."
    if rounds:
        for one in rounds:
            yield from told_round(one, folder)
        return
    yield "Nothing is drawn yet. Write the seal down where the authority sees it, or send it, before anybody throws dice."
    yield "Next: throw a die twenty times in front of both, and run"
    yield f'{COMMAND}inspector visit next {folder} --seed "dice: 4 1 6 2 …"'


def told_round(one: Round, folder: str, drawn: Iterable[str] = ()) -> Iterator[str]:
    """A round in words: how many rows, by which seed, lines on what is `drawn`, and what to do next."""
    yield f"Round {one.number} draws {plural(len(one.rows), 'row')}. Its seed: {one.says or one.seed}."
    yield f"Its seal: {one.seal}"
    yield from drawn
    if not one.guarantee:
        yield "WITHOUT GUARANTEE: somebody could have known the seed. What is wrong is struck; what is right proves nothing."
    yield "Look at the rows in the order drawn: what is behind a row that nobody recorded does not count yet."
    yield "Next: look, fill in the sheets, and run"
    yield f"{COMMAND}inspector visit record {folder} SHEET… --by NAME"


def of_round(one: Round, plan: VisitPlan, allotted: Allotted, folder: str) -> Iterator[str]:
    """What `inspector visit next` says: the round, and of which claims it draws."""
    claims = {claim.id: claim for claim in plan.claims}
    drawn = [
        f"  {plural(many, claims[id].unit)} of {named(claims[id].evidence, claims[id].members, claims[id].part)}: "
        f"about {in_words(many * claims[id].minutes)}."
        for id, many in allotted.sizes.items()
    ]
    yield from told_round(one, folder, (*drawn, *_open(allotted)))
