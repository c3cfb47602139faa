"""What becomes of recommendations, by where they came from.

Measures:
    For each source of recommendations and for all: how many were made before the announcement, acted on, measured, verified
    by somebody who does not own them, and lasting; how many are stuck, dropped or rejected; how many are called done while no
    action of theirs is stated as done; and what share of all status entries was written after the announcement. What was
    done only after the last day that counts is told apart.

Why it matters:
    Recommendations of the front line often go another way than those of a government. Where one source is heard and
    another is not, that says who may teach whom.

Cannot tell:
    Whether the number of recommendations is right. Few that are finished may be better than many that are begun.

Reference:
    Munro (2011), A child-centred system; Tate on systemic leadership, field 1, how recommendations are acted upon.
"""

from collections.abc import Iterable, Sequence

from inspector.evidence.aside import FIELDS, Apart, Why, faulty, told_apart
from inspector.evidence.recommendations import Path, paths
from inspector.evidence.records import (
    SINCE_WHEN,
    UNTIL,
    Found,
    after_announcement,
    after_last,
    announced,
    by_day,
    by_then,
    fact,
    last_day,
    share,
    since_when,
)
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.recommendations import Recommendation
from inspector.model.rows import Located
from inspector.model.words import agree

SOURCES = (
    "all", "munro", "case-review", "inspection", "government", "front-line", "reflective-practice", "project-board",
    "systems-change-board", "cabinet", "other",
)  # fmt: skip

ABOUT = About(
    id="recommendation-flow",
    title="What becomes of recommendations, by source",
    needs=("recommendations",),
    fields=(
        describe.choice("source", "Where the recommendations came from.", SOURCES, "name", key=True),
        describe.text("words", "The source in words.", "name"),
        describe.count(
            "made",
            "Recommendations made before the announcement.",
            "declared",
            "recommendations",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        UNTIL,
        describe.count(
            "rejected", "Recommendations that were rejected.", "declared", "recommendations", at_most="made"
        ),
        describe.count(
            "acted",
            "Recommendations not rejected of which an action is done by the last day that counts.",
            "activity",
            "recommendations",
            good="up",
            at_most="made",
        ),
        describe.count(
            "acted_since",
            "Recommendations not rejected of which an action was done only after the last day that counts.",
            "doubt",
            "recommendations",
            at_most="unacted",
        ),
        describe.share(
            "acted_share",
            "Recommendations acted on by the last day that counts, of those not rejected.",
            "activity",
            good="up",
            equals="acted / (made - rejected)",
        ),
        describe.count(
            "unacted",
            "Recommendations not rejected of which no action is stated as done by the last day that counts.",
            "activity",
            "recommendations",
            good="down",
            equals="made - rejected - acted",
            at_most="made",
        ),
        describe.count(
            "measured",
            "Recommendations acted on whose effect is followed by an indicator.",
            "activity",
            "recommendations",
            good="up",
            at_most="acted",
        ),
        describe.count(
            "verified",
            "Recommendations acted on and measured that another body looked at which does not own them.",
            "measured",
            "recommendations",
            good="up",
            at_most="measured looked",
        ),
        describe.count(
            "looked",
            "Recommendations at which another body that does not own them looked by the last day that counts and "
            "gave a record of it, measured or not.",
            "doubt",
            "recommendations",
            good="up",
            at_most="made",
        ),
        describe.count(
            "lasting",
            "Recommendations verified and later found to last.",
            "measured",
            "recommendations",
            good="up",
            at_most="verified",
        ),
        describe.share(
            "verified_share",
            "Recommendations verified or lasting, of those acted on.",
            "measured",
            good="up",
            equals="verified / acted",
        ),
        describe.count(
            "stuck",
            "Recommendations that stick: their tracker says so, or nothing was done or written for long.",
            "activity",
            "recommendations",
            good="down",
            at_most="made",
        ),
        describe.share(
            "stuck_share",
            "Recommendations that stick, of those not rejected.",
            "activity",
            good="down",
            equals="stuck / (made - rejected)",
        ),
        describe.count(
            "on_paper",
            "Recommendations called done while no action of theirs is stated as done by the last day that counts.",
            "doubt",
            "recommendations",
            good="down",
            at_most="unacted",
        ),
        describe.count(
            "on_paper_since",
            "Recommendations called done of which an action was done only after the last day that counts.",
            "doubt",
            "recommendations",
            at_most="on_paper acted_since",
        ),
        describe.count(
            "joint", "Recommendations with more than one owner.", "declared", "recommendations", at_most="made"
        ),
        describe.share(
            "since_notification_share", "Share of status entries after the announcement.", "doubt", good="down"
        ),
        SINCE_WHEN,
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact for all recommendations and one for each source that has any."""
    found = {path.recommendation: path for path in paths(evidence)}
    unread = faulty(evidence, "recommendations", evidence.recommendations, _parts(evidence.recommendations))
    facts = []
    for name in SOURCES:
        some = [one for one in evidence.recommendations if name in ("all", one.source)]
        words = f"recommendation{_from(name)}", f"recommendations{_from(name)}"
        apart = told_apart(some, lambda one: _why_aside(one, evidence), words, unread if name == "all" else ())
        if some:
            facts.append(_fact(name, apart, [found[one] for one in apart.counted], evidence))
    return tuple(facts)


def _why_aside(one: Recommendation, evidence: Evidence) -> Why | None:
    if announced(one.made_on, evidence):
        return after_announcement("made", evidence)
    return None if by_then(one.made_on, evidence) else Why("outside", "made after the period")


def _from(source: str) -> str:
    return "" if source == "all" else f" from {_words(source)}"


def _words(source: str) -> str:
    return {"all": "any source", "munro": "the Munro Review", "other": "other sources"}.get(
        source, source.replace("-", " ")
    )


def _parts(some: Iterable[Recommendation]) -> list[Located]:
    found: list[Located] = []
    for one in some:
        found += [*one.actions, *one.statuses]
    return found


def _fact(source: str, apart: Apart[Recommendation], some: Sequence[Path], evidence: Evidence) -> Fact:
    open_to = [path for path in some if path.stage != "rejected"]
    acted = sum(path.acted for path in open_to)
    checked = sum(path.verified for path in open_to)
    stuck = sum(path.stage == "stuck" for path in some)
    statuses = [entry for path in some for entry in path.recommendation.statuses]
    before = sum(by_then(entry.on, evidence) for entry in statuses)
    on_paper = [path for path in some if path.on_paper]
    found: Found = {
        "source": source,
        "words": _words(source),
        "made": len(some),
        "until": last_day(evidence),
        "rejected": len(some) - len(open_to),
        "acted": acted,
        "acted_since": sum(_only_since(path, evidence) for path in open_to),
        "acted_share": share(acted, len(open_to)),
        "unacted": len(open_to) - acted,
        "measured": sum(path.measured for path in open_to),
        "verified": checked,
        "looked": sum(by_then(path.looked_on, evidence) for path in open_to),
        "lasting": sum(path.stage == "lasting" for path in some),
        "verified_share": share(checked, acted),
        "stuck": stuck,
        "stuck_share": share(stuck, len(open_to)),
        "on_paper": len(on_paper),
        "on_paper_since": sum(_only_since(path, evidence) for path in on_paper),
        "joint": sum(len(path.recommendation.owners) > 1 for path in some),
        "since_notification_share": share(len(statuses) - before, len(statuses)),
        "since_when": since_when(evidence),
    }
    records = [*(path.recommendation for path in some), *_parts(path.recommendation for path in some)]
    return fact(ABOUT, source, found, _says(found, evidence), ["recommendations"], records, apart)


def _only_since(path: Path, evidence: Evidence) -> bool:
    """Whether an action was done, and none of them by the last day that counts."""
    return not path.acted and any(after_last(action.done_on, evidence) for action in path.recommendation.actions)


def _says(found: Found, evidence: Evidence) -> str:
    made, acted, since, paper = (_number(found[name]) for name in ("made", "acted", "acted_since", "on_paper"))
    source = _from(str(found["source"]))
    if not made:
        return f"No recommendation{source} counts."
    later = f", {since} only afterwards" if since else ""
    without = f", {found['rejected']} rejected" if found["rejected"] else ""
    return (
        f"Of {made} {agree(made, 'recommendation', 'recommendations')}{source}{without}, {acted} "
        f"{agree(acted, 'was', 'were')} acted on {by_day(evidence)}{later}; {found['measured']} measured, "
        f"{found['verified']} verified by another, {found['lasting']} found to last, {found['stuck']} stuck; {paper} "
        f"{agree(paper, 'is', 'are')} called done and {agree(paper, 'has', 'have')} no action stated as done by then."
    )


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
