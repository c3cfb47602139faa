"""What becomes of recommendations, by where they came from.

Measures:
    For each source of recommendations and for all: how many were made before the announcement, acted on, measured, verified
    by somebody who does not own them, and lasting; how many are stuck, dropped or rejected; how many are called done while no
    action of theirs is done; and what share of all status entries was written after the announcement.

Why it matters:
    Recommendations of the front line often go another way than those of a government. Where one source is heard and
    another is not, that says who may teach whom.

Cannot tell:
    Whether the number of recommendations is right. Few that are finished may be better than many that are begun.

Reference:
    Munro (2011), A child-centred system; Tate on systemic leadership, field 1, how recommendations are acted upon.
"""

from collections.abc import Sequence

from inspector.evidence.recommendations import Path, paths
from inspector.evidence.records import Found, by_then, fact, percent, share
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field
from inspector.model.rows import Located

SOURCES = (
    "all", "munro", "case-review", "inspection", "government", "front-line", "reflective-practice", "project-board",
    "systems-change-board", "cabinet", "other",
)  # fmt: skip

ABOUT = About(
    id="recommendation-flow",
    title="What becomes of recommendations, by source",
    needs=("recommendations",),
    fields=(
        Field(name="source", type="string", says="Where they came from.", choices=SOURCES),
        Field(name="words", type="string", says="The source in words."),
        Field(name="made", type="integer", says="Recommendations made before the announcement."),
        Field(name="acted", type="integer", says="Those with an action done."),
        Field(name="acted_share", type="number", says="Their share of those not rejected."),
        Field(name="unacted", type="integer", says="Those not rejected of which no action is done."),
        Field(name="measured", type="integer", says="Those whose effect is followed by an indicator."),
        Field(name="verified", type="integer", says="Those verified by somebody who does not own them."),
        Field(name="lasting", type="integer", says="Those verified and later found to last."),
        Field(name="verified_share", type="number", says="Verified or lasting, of those acted on."),
        Field(name="stuck", type="integer", says="Those that stick."),
        Field(name="stuck_share", type="number", says="Their share of those not rejected."),
        Field(name="on_paper", type="integer", says="Those called done while no action of theirs is done."),
        Field(name="joint", type="integer", says="Those with more than one owner."),
        Field(name="since_notification_share", type="number", says="Share of status entries after the announcement."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact for all recommendations and one for each source that has any."""
    found = paths(evidence)
    sources = {name: [p for p in found if name in ("all", p.recommendation.source)] for name in SOURCES}
    return tuple(_fact(name, some, evidence) for name, some in sources.items() if some)


def _fact(source: str, some: Sequence[Path], evidence: Evidence) -> Fact:
    stages = [path.stage for path in some]
    open_to = len(some) - stages.count("rejected")
    acted = sum(path.acted for path in some)
    checked = sum(path.verified for path in some)
    statuses = [entry for path in some for entry in path.recommendation.statuses]
    before = sum(by_then(entry.on, evidence) for entry in statuses)
    words = {"all": "any source", "munro": "the Munro Review"}.get(source, source.replace("-", " "))
    found: Found = {
        "source": source,
        "words": words,
        "made": len(some),
        "acted": acted,
        "acted_share": share(acted, open_to),
        "unacted": open_to - sum(path.acted and path.stage != "rejected" for path in some),
        "measured": sum(path.measured for path in some),
        "verified": checked,
        "lasting": stages.count("lasting"),
        "verified_share": share(checked, acted),
        "stuck": stages.count("stuck"),
        "stuck_share": share(stages.count("stuck"), open_to),
        "on_paper": sum(path.on_paper for path in some),
        "joint": sum(len(path.recommendation.owners) > 1 for path in some),
        "since_notification_share": share(len(statuses) - before, len(statuses)) if evidence.notified_on else None,
    }
    says = (
        f"Of {len(some)} recommendations from {words}, {acted} were acted on ({percent(found['acted_share'])} of those not "
        f"rejected), {found['measured']} measured, {checked} verified by another, {stages.count('lasting')} found to last; "
        f"{stages.count('stuck')} stick, {found['on_paper']} are called done without an action done."
    )
    records: list[Located] = []
    for one in (path.recommendation for path in some):
        records += [one, *one.actions, *one.statuses]
    return fact(ABOUT, source, found, says, ["recommendations"], records)
