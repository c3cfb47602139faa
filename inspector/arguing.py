"""What is said of a verdict once it stands: the argument, the margins, what a reader is told. It cannot have changed it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from inspector import clock, pictures, signals
from inspector.judging.observing import measured
from inspector.judging.settling import Workings, settle
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection, Verdict
from inspector.model.judged_from import JudgedFrom
from inspector.model.ladder import VerdictWord
from inspector.verdict.order import height, lower_verdict

if TYPE_CHECKING:
    from inspector.model.stories import Told
    from inspector.model.visits import Margins
    from inspector.proof.judging import Judging


def with_pictures(workings: Workings, seed: str = "") -> Inspection:
    """The inspection argued about, with what a report draws. Pictures come last: nothing that judges can have seen them."""
    found = with_argument(workings, seed)
    with clock.phase("drawing pictures"):
        return found.model_copy(update={"pictures": pictures.make(workings.evidence, found.facts, found.traces)})


def with_argument(workings: Workings, seed: str = "") -> Inspection:
    """The inspection with the argument about its verdict. It comes after the verdict, which cannot have seen it.

    `seed` draws the fieldwork's samples; without one the bundle's digest does.
    """
    from inspector.argument.argue import argument

    found, firings, rulebook = workings.inspection, workings.firings, workings.rulebook
    with clock.phase("arguing about the verdict"):
        argued = argument(found, rulebook.framework, rulebook.known, workings.evidence, firings, seed, workings.at_most)
    # A verdict that leaves things open is no lower than one that says that nothing moves.
    lower = [one for one in argued.would_change.flips if height(one.verdict) < height(found.verdict.verdict)]
    alone = {flip.removed[0]: flip.verdict for flip in lower if len(flip.removed) == 1}
    told = margins(workings, alone=tuple(alone))
    made = argued.model_copy(update={"margins": told})
    return found.model_copy(
        update={
            "argument": made,
            "verdict": _pieces_told(found, alone, told),
            "told": told_of(workings),
            "judged_from": judged_from_of(workings),
            **_over_time(workings),
        }
    )


def told_of(workings: Workings) -> "Told":
    """What a reader is told beside the judgement. It comes last: nothing that judges can have seen it."""
    from inspector.argument.doubtful_gains import doubtful_gains
    from inspector.telling import tell

    with clock.phase("telling stories"):
        return tell(workings.evidence, workings.inspection, doubtful_gains(workings.inspection))


def judged_from_of(workings: Workings) -> tuple[JudgedFrom, ...]:
    """What judging it by other rules takes: of this, and of what was judged before and bounds it."""
    from inspector.verdict.judged_from import judged_from

    levels, now = list[JudgedFrom](), workings
    with clock.phase("keeping what other rules would read"):
        while True:
            evidence, under = now.submitted or now.evidence, now.before.under if now.before else None
            levels.append(judged_from(now.inspection, evidence, now.rulebook.framework, measured, under))
            if now.before is None:
                return tuple(levels)
            now = now.before.workings


def _over_time(workings: Workings) -> dict[str, Any]:
    """What the next inspection asks of this one: what was promised, what was attested, and up to which day things count."""
    from inspector.evidence.attested import attested
    from inspector.evidence.calibrated import calibrated
    from inspector.evidence.promised import promised
    from inspector.evidence.records import last_day

    evidence = workings.submitted or workings.evidence
    return {
        "until": last_day(evidence).isoformat(),
        "promised": promised(evidence),
        "attestations": attested(evidence),
        "calibration": calibrated(evidence),
    }


def _pieces_told(found: Inspection, alone: Mapping[str, VerdictWord], margins: "Margins") -> Verdict:
    """The verdict with what it hangs on said in its assurance, where no visit has said it."""
    from inspector.proof.paper import with_pieces

    if found.visit is not None:
        return found.verdict
    return found.verdict.model_copy(
        update={"assured": with_pieces(found.verdict.assured, alone, margins, found.verdict.assurance)}
    )


def margins(
    workings: Workings, *, right: Collection[tuple[str, int]] = (), alone: Sequence[str] | None = None
) -> "Margins":
    """How many rows of what the verdict hangs on would have to be wrong before it were lower; seconds on a large bundle.

    Rows at the places `right` (resource, row) were seen and are as written. With the pieces on which it hangs `alone` it is a
    bound that costs little, of the first of them, and no more.
    """
    from inspector.proof import margin

    with clock.phase("working out margins"):
        asked = rejudging(workings)
        return margin.margins(asked, right=right) if alone is None else margin.cheaply(asked, alone)


def judged_without(workings: Workings, places: Collection[tuple[str, int]]) -> VerdictWord:
    """The verdict without the rows at these places (resource, row), all judged anew, questions too; it is never higher."""
    from inspector.proof.pieces import without

    return lower_verdict(workings.inspection.verdict.verdict, _anew(workings, lambda one: without(one, places)))


def _anew(workings: Workings, edit: Callable[[Evidence], Evidence]) -> VerdictWord:
    evidence = edit(workings.submitted or workings.evidence)
    return settle(workings.rulebook, evidence, (), "reference").inspection.verdict.verdict


def rejudging(workings: Workings) -> "Judging":
    """How margins ask what the verdict would be by other evidence: the quick way, and by all judged anew."""
    from inspector.argument.argue import case_of
    from inspector.argument.rejudged import Rejudged
    from inspector.argument.support import named_behind
    from inspector.proof.judging import Judging

    found, rulebook, evidence = workings.inspection, workings.rulebook, workings.evidence
    case = case_of(found, rulebook.framework, rulebook.known, evidence, workings.firings, workings.at_most)
    return Judging(
        evidence=evidence,
        verdict=found.verdict,
        facts=found.facts,
        behind=named_behind(found),
        quick=Rejudged(case).word,
        anew=partial(_anew, workings),
        moves=signals.load("trajectory").measure,
    )
