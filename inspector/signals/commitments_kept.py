"""What agencies promised one another, what was kept, and whether the partner itself says so.

Measures:
    The commitments made by the end of the period, all and the joint ones: how many were due, kept, kept in time; the share
    with an agreed measure; the share of due ones about which the partner itself speaks; how many the authority calls met and the
    partner does not call kept. The change is the share kept of those due in the later half less that in the first.

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

from inspector.evidence.records import Found, by_then, change, fact, last_day, percent, share, shared
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field
from inspector.model.partnership import Commitment

ABOUT = About(
    id="commitments-kept",
    title="Commitments between agencies",
    needs=("partnership",),
    fields=(
        Field(name="of", type="string", says="Which commitments.", choices=("all", "joint")),
        Field(name="made", type="integer", says="Commitments made by the end of the period or the announcement."),
        Field(name="agencies", type="integer", says="Agencies that made or received one."),
        Field(name="due", type="integer", says="Those due by then."),
        Field(name="kept", type="integer", says="Those of them that were met by then and that no partner disputes."),
        Field(name="unkept", type="integer", says="Those due that were not kept."),
        Field(name="kept_share", type="number", says="Kept, of those due."),
        Field(name="in_time_share", type="number", says="Met by their day, of those due."),
        Field(name="joint_share", type="number", says="Joint ones, of those that say whether they are."),
        Field(name="alone", type="integer", says="Those that say that one agency answers alone."),
        Field(name="measured_share", type="number", says="Those with an agreed measure, of all."),
        Field(name="spoke_share", type="number", says="Those about which the partner itself speaks, of those due."),
        Field(name="unspoken", type="integer", says="Those due about which the partner says nothing."),
        Field(name="disputed", type="integer", says="Called met, and the partner says partly or not."),
        Field(name="change", type="number", says="Kept share of those due in the later half less the first half."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact for all commitments and one for the joint ones, as far as there are any."""
    made = [one for one in evidence.partnership if by_then(one.made_on, evidence)]
    groups = {"all": made, "joint": [one for one in made if one.joint]}
    return tuple(_fact(of, some, evidence) for of, some in groups.items() if some)


def _fact(of: str, made: Sequence[Commitment], evidence: Evidence) -> Fact:
    due = [one for one in made if one.due_on is not None and one.due_on <= last_day(evidence)]
    met = [one for one in made if by_then(one.met_on, evidence)]
    disputed = [one for one in met if one.partner_says in ("partly-kept", "not-kept")]
    known = [one for one in made if one.joint is not None]
    kept = sum(_kept(one, evidence) for one in due)
    found: Found = {
        "of": of,
        "made": len(made),
        "agencies": len({name for one in made for name in (one.from_agency, one.to_agency)}),
        "due": len(due),
        "kept": kept,
        "unkept": len(due) - kept,
        "kept_share": share(kept, len(due)),
        "in_time_share": shared(due, lambda one: _kept(one, evidence) and one.met_on <= one.due_on),  # type: ignore[operator]
        "joint_share": shared(known, lambda one: bool(one.joint)),
        "alone": sum(not one.joint for one in known),
        "measured_share": shared(made, lambda one: bool(one.agreed_measure)),
        "spoke_share": shared(due, lambda one: one.partner_says is not None),
        "unspoken": sum(one.partner_says is None for one in due),
        "disputed": len(disputed),
        "change": change(
            due, lambda one: one.due_on or one.made_on, lambda some: _share_kept(some, evidence), evidence
        ),
    }
    joint = "joint commitments" if of == "joint" else "commitments between agencies"
    says = (
        f"Of {len(made)} {joint}, {len(due)} were due and {kept} kept ({percent(found['kept_share'])}); partners themselves "
        f"speak about {percent(found['spoke_share'])} of those due and dispute {len(disputed)}."
    )
    return fact(ABOUT, of, found, says, ["partnership"], made)


def _kept(one: Commitment, evidence: Evidence) -> bool:
    return by_then(one.met_on, evidence) and one.partner_says not in ("partly-kept", "not-kept")


def _share_kept(some: Sequence[Commitment], evidence: Evidence) -> float | None:
    return shared(some, lambda one: _kept(one, evidence))
