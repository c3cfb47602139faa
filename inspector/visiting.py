"""A visit brought back into a verdict: what was not found as written is set aside, all is judged again, and who vouches is said.

Nothing is higher afterwards than it was on paper: no verdict, no standing, no trust in a piece of evidence.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from inspector import arguing, clock
from inspector.judging import settling
from inspector.judging.settling import Workings
from inspector.model.assurance import Assured, on_paper, said
from inspector.model.evidence import Evidence
from inspector.model.ladder import VerdictWord
from inspector.model.visit_standing import VisitStands
from inspector.model.visited import SupportsLess, Visited
from inspector.model.visits import Assurance, Claim, Margin
from inspector.model.words import agree
from inspector.proof import chain, folder, frame_held
from inspector.proof.claims import census
from inspector.proof.come_back import come_back
from inspector.proof.folder import Visit
from inspector.proof.found_wrong import set_aside, struck_by
from inspector.proof.pieces import Place, place, rows_of
from inspector.proof.standing import stands
from inspector.proof.vouching import LEAST_CONFIDENCE, Bearing, Looked, anew, as_planned, assured, bearing
from inspector.verdict.striking import worded


def visited(workings: Workings, path: Path) -> Workings:
    """What stands once the visit in a folder came back. Raises CannotComplete where it is another bundle's or framework's, or
    anything of it was altered.
    """
    with clock.phase("reading the visit"):
        visit = folder.load(path)
        folder.refuse_other(visit.plan, workings.inspection)
        folder.hold_guarantee(visit)
        frame_held.hold(visit, _submitted(workings), workings.rulebook.framework.derivations)
        entries = chain.entries(chain.of_folder(visit.folder, visit.plan.seal))
        found = stands(visit, entries)
    with clock.phase("judging again by what was found"):
        claims = {claim.id: _found(claim, visit, found, _submitted(workings)) for claim in visit.plan.claims}
        struck = _struck(workings, frozenset(at for one in claims.values() for at in one.wrong))
        after, less = _bounded(struck, visit, claims)
    with clock.phase("weighing what the visit proves"):
        word, why = _vouched(workings, after, list(claims.values()), visit)
    told = come_back(visit, found, entries, workings.inspection, after.inspection, less, workings.hide)
    return _said(after, word, why.model_copy(update={"says": f"{why.says}{_and_yet(visit, told, word, after)}"}), told)


class Found(NamedTuple):
    """A claim as planned, and its rows that were found as written and otherwise, as they stand in the evidence."""

    claim: Looked
    right: frozenset[Place]
    wrong: frozenset[Place]

    @property
    def further(self) -> int:
        """At most how many rows are wrong besides those found so."""
        return max(0, self.claim.most - len(self.wrong))


def _submitted(workings: Workings) -> Evidence:
    return workings.submitted or workings.evidence


def _found(claim: Claim, visit: Visit, found: VisitStands, evidence: Evidence) -> Found:
    """A claim with its rows as they stand in the evidence, those found as written and those found otherwise."""
    members = claim.members or (claim.evidence,)

    def places(keys: Iterable[str]) -> frozenset[Place]:
        rows = (visit.rows[key] for key in keys)
        return frozenset(at for row in rows for at in struck_by(evidence, claim.unit, members, (row.resource, row.row)))

    mine = [row for row in found.rows if row.claim == claim.id]
    wrong = places(row.key for row in mine if row.wrong)
    # A month is not right because one of its cases is.
    right = places(row.key for row in mine if row.complete and not row.wrong and claim.unit != "case")
    every = places(row.key for row in visit.frame if row.claim == claim.id)
    stood = next(one for one in found.claims if one.claim == claim.id)
    looked = as_planned(every, claim.unit, stood.proved, stood.found_wrong, census=census(claim))
    return Found(looked, right - wrong, wrong)


def _struck(workings: Workings, wrong: frozenset[Place]) -> Workings:
    left = set_aside(_submitted(workings), wrong)
    return workings if left is _submitted(workings) else settling.judged_again(workings, left)


def _bounded(
    workings: Workings, visit: Visit, claims: Mapping[str, Found]
) -> tuple[Workings, tuple[SupportsLess, ...]]:
    """What stands where claims are refuted: of each the source supports what the bound leaves.

    Judged with as many further rows fallen out as can be wrong, or with the source trusted less as a whole, whichever is lower.
    """
    told: list[SupportsLess] = []
    for claim in visit.plan.claims:
        one = claims[claim.id]
        proved = one.claim.proved
        if proved.state != "refuted" or not one.further:
            continue
        names = claim.members or (claim.evidence,)
        why = f"a visit found {proved.wrong} of {proved.looked} looked at not as written"
        fell = settling.judged_again(workings, _submitted(workings), dict.fromkeys(names, why))
        out = _worst(workings, one)
        without = settling.judged_again(workings, set_aside(_submitted(workings), out, refuted=True))
        workings = settling.lower_of(fell, without)
        told.append(_less(claim, len(out), fell_out=workings is without))
    return workings, tuple(told)


def _worst(workings: Workings, one: Found) -> frozenset[Place]:
    """As many rows of a claim as can be wrong besides those found so, those first of which the fewest lower the verdict."""
    open_rows = one.claim.rows - one.right - one.wrong
    found = arguing.margins(workings, right=one.right | one.wrong)
    every = [part for piece in found.pieces for part in (piece, *piece.parts)]
    first = [(rows.resource, row) for part in every for rows in part.worst for row in rows.rows]
    line = [*(at for at in first if at in open_rows), *sorted(open_rows)]
    return frozenset(list(dict.fromkeys(line))[: one.further])


def _less(claim: Claim, rows: int, *, fell_out: bool) -> SupportsLess:
    further = f"up to {rows} further {agree(rows, 'row', 'rows')} of it can be wrong"
    how = "it is judged as if these were not there" if fell_out else "it is trusted less as a whole"
    says = f"What was claimed of {claim.evidence} ({claim.id}) is refuted: {further}, so that {how}."
    return SupportsLess(
        evidence=claim.evidence, claim=claim.id, rows=rows, how="fell-out" if fell_out else "trusted-less", says=says
    )


def _vouched(paper: Workings, after: Workings, claims: Sequence[Found], visit: Visit) -> tuple[Assurance, Assured]:
    """The assurance of the verdict that stands since the visit, and why: by its plan where the verdict is the same, else anew."""
    verdict = after.inspection.verdict.verdict
    if not visit.plan.guarantee:
        return _without_guarantee(verdict)
    planned: tuple[Assurance, Assured] | None = None
    if verdict == paper.inspection.verdict.verdict == visit.plan.verdict:
        planned = _by(paper, [one.claim for one in claims])
        if planned[0] == "verified" or not any(one.wrong for one in claims):
            return planned
    right = frozenset[Place]().union(*(one.right for one in claims))
    found = _by(after, [anew(one.claim, one.right, one.wrong, len(claims)) for one in claims], right)
    # By the plan, as long as there is a number of rows that would settle it so.
    after_that = planned[1].for_next if planned else None
    open_yet = after_that is not None and all(one.rows is not None for one in after_that.wanted)
    return planned if planned and open_yet and found[0] != "verified" else found


def _by(
    workings: Workings, claims: Sequence[Looked], right: frozenset[Place] = frozenset()
) -> tuple[Assurance, Assured]:
    """By what a verdict stands on, worked out where rows found `right` cannot be wrong."""
    found = arguing.margins(workings, right=right)
    parts = [_bearing(workings.evidence, part, right) for piece in found.pieces for part in (piece.parts or (piece,))]
    return assured(parts, claims, found.settled)


def _said(workings: Workings, word: Assurance, why: Assured, told: Visited) -> Workings:
    found = workings.inspection
    told_first = f"{told.says[0]} The verdict was {said(told.on_paper)}. {why.says}"
    why = why.model_copy(update={"says": told_first})
    verdict = found.verdict.model_copy(update={"assurance": word, "assured": why})
    struck = worded(found.struck, word) if found.struck else None
    return workings._replace(inspection=found.model_copy(update={"verdict": verdict, "struck": struck, "visit": told}))


def _and_yet(visit: Visit, told: Visited, word: Assurance, after: Workings) -> str:
    """Why the verdict stands though claims are refuted, or is on paper though all are confirmed; empty where neither is so."""
    verdict, states = after.inspection.verdict.verdict, [one.proved.state for one in told.claims]
    if not verdict == told.on_paper == visit.plan.verdict:
        return ""
    if refuted := states.count("refuted"):
        still = f"Without the rows found wrong, and as many more as can be, it is still {said(verdict, word)}"
        return f" {still}: it turned out to need less than the {agree(refuted, 'claim', 'claims')} refuted asked for."
    if word == "verified" or visit.plan.confidence < LEAST_CONFIDENCE or set(states) != {"confirmed"}:
        return ""
    return (
        " Every claim of the plan is confirmed, but these are fewer or weaker than what the verdict is found to hang on now; the "
        f"plan was made by Inspector {visit.plan.engine}."
    )


def _without_guarantee(verdict: VerdictWord) -> tuple[Assurance, Assured]:
    paper = on_paper(verdict)
    says = "A visit was planned without a guarantee: whoever knew the seed could have put the rows right. It proves nothing."
    return "on-paper", paper.model_copy(update={"says": says})


def _bearing(evidence: Evidence, part: Margin, right: frozenset[Place]) -> Bearing:
    """A part with the rows of it that are not known to be right."""
    return bearing(part, {place(one) for one in rows_of(evidence, part)} - right)
