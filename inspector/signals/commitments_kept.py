"""What agencies promised one another, what was kept, and whether the partner itself says so.

Measures:
    The commitments made by the end of the period and before the announcement, all and the joint ones: how many were due by
    the last day that counts, kept by then, kept by what the partner says on a day not stated, met only later; kept in
    time; the share with an agreed measure; the share of due ones about which the partner itself speaks; how many the
    authority calls met and the partner does not call kept. The change is the share kept of those due in the later half less
    that in the first.

Why it matters:
    A child is protected by several agencies at once. Holding each to account alone teaches it to point at the others;
    promises made and kept together teach the opposite.

Cannot tell:
    What was never promised, or whether what was promised mattered. A partner that says nothing is not a partner that agrees.

Reference:
    Tate on joint and collective accountability; Audit Commission (2008), Are We There Yet?; Fish, Munro & Bairstow (2008),
    SCIE Report 19, on learning together horizontally.
"""

from collections.abc import Sequence

from inspector.evidence.aside import FIELDS, Apart, Why, faulty, told_apart
from inspector.evidence.givers import by_another
from inspector.evidence.records import (
    UNTIL,
    Found,
    after_announcement,
    after_last,
    announced,
    by_day,
    by_then,
    change,
    fact,
    last_day,
    share,
    shared,
)
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.partnership import Commitment
from inspector.model.words import agree

WORDS = {
    "all": ("commitment of one agency to another", "commitments of one agency to another"),
    "joint": ("joint commitment", "joint commitments"),
}

ABOUT = About(
    id="commitments-kept",
    title="Commitments between agencies",
    needs=("partnership",),
    fields=(
        describe.choice("of", "Which commitments.", tuple(WORDS), "name", key=True),
        describe.count(
            "made",
            "Commitments made by the end of the period, before the announcement.",
            "declared",
            "commitments",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        UNTIL,
        describe.count("agencies", "Agencies that made or received a commitment.", "declared", "agencies"),
        describe.count(
            "due", "Commitments due by the last day that counts.", "declared", "commitments", at_most="made"
        ),
        describe.count(
            "without_due",
            "Commitments that do not say when they are due.",
            "doubt",
            "commitments",
            good="down",
            at_most="made",
        ),
        describe.count(
            "kept",
            "Commitments due that were met by the last day that counts and that no partner disputes.",
            "activity",
            "commitments",
            good="up",
            at_most="due",
        ),
        describe.count(
            "kept_undated",
            "Commitments due that the partner calls kept, no day stated.",
            "activity",
            "commitments",
            at_most="due",
        ),
        describe.count(
            "unkept",
            "Commitments due that are neither kept by the last day that counts nor called kept by the partner.",
            "activity",
            "commitments",
            good="down",
            equals="due - kept - kept_undated",
            at_most="due",
        ),
        describe.count(
            "met_since",
            "Commitments not kept that were met only after the last day that counts.",
            "doubt",
            "commitments",
            at_most="unkept",
        ),
        describe.share(
            "kept_share",
            "Commitments kept, of those due whose keeping is on a day or not at all.",
            "activity",
            good="up",
            equals="kept / (kept + unkept)",
        ),
        describe.share(
            "in_time_share",
            "Commitments met by their day, of those due whose keeping is on a day or not at all.",
            "activity",
            good="up",
            at_most="kept_share",
        ),
        describe.count(
            "joint_known",
            "Commitments that say whether they are joint.",
            "doubt",
            "commitments",
            good="up",
            at_most="made",
        ),
        describe.count(
            "joint_held",
            "Commitments that say that they are joint.",
            "declared",
            "commitments",
            good="up",
            at_most="joint_known",
        ),
        describe.share(
            "joint_share",
            "Joint commitments, of those that say whether they are.",
            "declared",
            good="up",
            equals="joint_held / joint_known",
        ),
        describe.count(
            "alone",
            "Commitments that say that one agency answers alone.",
            "declared",
            "commitments",
            good="down",
            equals="joint_known - joint_held",
            at_most="joint_known",
        ),
        describe.count(
            "measured", "Commitments with an agreed measure.", "declared", "commitments", good="up", at_most="made"
        ),
        describe.share(
            "measured_share",
            "Commitments with an agreed measure, of all.",
            "declared",
            good="up",
            equals="measured / made",
        ),
        describe.count(
            "spoke",
            "Commitments due about which the partner speaks, in a file that another body gave and sealed.",
            "measured",
            "commitments",
            good="up",
            at_most="due",
        ),
        describe.share(
            "spoke_share",
            "Commitments about which the partner itself speaks, of those due.",
            "measured",
            good="up",
            equals="spoke / due",
        ),
        describe.count(
            "unspoken",
            "Commitments due about which no partner speaks in a file that another body gave and sealed.",
            "doubt",
            "commitments",
            good="down",
            equals="due - spoke",
            at_most="due",
        ),
        describe.count(
            "disputed",
            "Commitments called met by the last day that counts which the partner calls kept in part or not.",
            "measured",
            "commitments",
            good="down",
            at_most="made disputed_recorded",
        ),
        describe.count(
            "disputed_recorded",
            "Commitments called met, on whatever day, which the partner calls kept in part or not.",
            "measured",
            "commitments",
            good="down",
        ),
        describe.change(
            "change", "Kept share of those due in the later half less the first half.", "activity", good="up"
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact for all commitments and one for the joint ones, as far as any were recorded."""
    unread = faulty(evidence, "partnership")
    groups = {"all": (evidence.partnership, unread), "joint": ([one for one in evidence.partnership if one.joint], ())}
    parts = {
        of: told_apart(some, lambda one: _why_aside(one, evidence), WORDS[of], bad)
        for of, (some, bad) in groups.items()
    }
    return tuple(_fact(of, apart, evidence) for of, apart in parts.items() if apart.recorded)


def _why_aside(one: Commitment, evidence: Evidence) -> Why | None:
    if announced(one.made_on, evidence):
        return after_announcement("made", evidence)
    return Why("outside", "made after the period") if one.made_on > evidence.period_end else None


def _fact(of: str, apart: Apart[Commitment], evidence: Evidence) -> Fact:
    made = apart.counted
    due = [one for one in made if one.due_on is not None and one.due_on <= last_day(evidence)]
    found = {
        "of": of,
        "until": last_day(evidence),
        **_made(made),
        **_due(due, evidence),
        **_partners(made, due, evidence),
    }
    return fact(ABOUT, of, found, _says(found, apart, evidence), ["partnership"], (), apart)


def _made(made: Sequence[Commitment]) -> Found:
    known = [one for one in made if one.joint is not None]
    joint = sum(bool(one.joint) for one in known)
    measured = sum(bool(one.agreed_measure) for one in made)
    return {
        "made": len(made),
        "agencies": len({name for one in made for name in (one.from_agency, one.to_agency)}),
        "without_due": sum(one.due_on is None for one in made),
        "joint_known": len(known),
        "joint_held": joint,
        "joint_share": share(joint, len(known)),
        "alone": len(known) - joint,
        "measured": measured,
        "measured_share": share(measured, len(made)),
    }


def _due(due: Sequence[Commitment], evidence: Evidence) -> Found:
    dated = [one for one in due if not _undated(one)]
    kept = sum(_kept(one, evidence) for one in dated)
    unkept = [one for one in dated if not _kept(one, evidence)]
    return {
        "due": len(due),
        "kept": kept,
        "kept_undated": len(due) - len(dated),
        "unkept": len(unkept),
        "met_since": sum(after_last(one.met_on, evidence) for one in unkept),
        "kept_share": share(kept, len(dated)),
        "in_time_share": shared(dated, lambda one: _kept(one, evidence) and _in_time(one)),
        "change": change(
            dated, lambda one: one.due_on or one.made_on, lambda some: _share_kept(some, evidence), evidence
        ),
    }


def _partners(made: Sequence[Commitment], due: Sequence[Commitment], evidence: Evidence) -> Found:
    spoke = sum(one.partner_says is not None and by_another(evidence, one) for one in due)
    disputed = [one for one in made if by_then(one.met_on, evidence) and one.partner_says in DISPUTED]
    return {
        "spoke": spoke,
        "spoke_share": share(spoke, len(due)),
        "unspoken": len(due) - spoke,
        "disputed": len(disputed),
        "disputed_recorded": sum(
            one.met_on is not None and one.partner_says in DISPUTED for one in evidence.partnership
        ),
    }


DISPUTED = ("partly-kept", "not-kept")


def _undated(one: Commitment) -> bool:
    """Whether the partner says that it was kept and no day says when."""
    return one.met_on is None and one.partner_says == "kept"


def _kept(one: Commitment, evidence: Evidence) -> bool:
    return by_then(one.met_on, evidence) and one.partner_says not in DISPUTED


def _in_time(one: Commitment) -> bool:
    return one.met_on is not None and one.due_on is not None and one.met_on <= one.due_on


def _share_kept(some: Sequence[Commitment], evidence: Evidence) -> float | None:
    return shared(some, lambda one: _kept(one, evidence))


def _says(found: Found, apart: Apart[Commitment], evidence: Evidence) -> str:
    made, due, kept, undated, since, without = (
        found[n] for n in ("made", "due", "kept", "kept_undated", "met_since", "without_due")
    )
    if not made:
        return f"No {apart.words[0]} counts."
    says = f"Of {made} {agree(made, *apart.words)}, {due} {agree(due, 'was', 'were')} due {by_day(evidence)}, "
    says += f"and {kept} of these {agree(kept, 'is', 'are')} stated as kept by then"
    if undated:
        says += f", {undated} kept by what the partner says with no day stated"
    if since:
        says += f", {since} met later"
    if without:
        says += f"; {without} {agree(without, 'does', 'do')} not say when due"
    spoke, disputed = found["spoke"], found["disputed"]
    says += f"; partners speak about {spoke} of those due in a file that they gave and sealed themselves"
    return (
        f"{says}, and {disputed} called met {agree(disputed, 'is', 'are')} disputed by what is recorded of the partner."
    )
