"""What became of each recommendation: its actions, where it stood when, and the stage that is borne out."""

from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from inspector.model.recommendations import Recommendation, RecommendedAction, StatusEntry
from inspector.model.rows import by_resource
from inspector.model.stories import ActionTold, RecommendationTold, StatusTold
from inspector.model.words import short
from inspector.telling.became import became
from inspector.telling.texts import by_field, iso, naming, stated, told


def recommended(evidence: Evidence, inspection: Inspection) -> tuple[RecommendationTold, ...]:
    """Every recommendation in the order of the evidence; of two with one id the first."""
    paths = by_field(inspection.facts, "signal/recommendation-path", "recommendation")
    first: dict[str, Recommendation] = {}
    for one in evidence.recommendations:
        first.setdefault(one.id, one)
    moves = by_field(inspection.facts, "signal/trajectory", "indicator")
    named = naming(inspection.findings)

    def told_of(one: Recommendation) -> RecommendationTold:
        path = paths.get(one.id)
        said = became(one, path, moves.get(one.indicator or ""), evidence)
        return _told(one, path, said, named.get(path.id, ()) if path else ())

    return tuple(map(told_of, first.values()))


def _told(one: Recommendation, path: Fact | None, said: str, findings: tuple[str, ...]) -> RecommendationTold:
    return RecommendationTold(
        recommendation=one.id,
        says=told(one.recommendation),
        source=one.source,
        made_on=one.made_on.isoformat(),
        owners=tuple(short(owner) for owner in one.owners),
        indicator=one.indicator,
        verified_by=short(one.verified_by) if one.verified_by else None,
        verified_on=iso(one.verified_on),
        actions=tuple(_action(action) for action in one.actions),
        statuses=tuple(_status(status) for status in sorted(one.statuses, key=lambda s: (s.on, s.row))),
        claimed=str(path.fields["claimed"]) if path else None,
        stage=str(path.fields["stage"]) if path else None,
        became=said,
        findings=findings,
        rows=by_resource([one, *one.actions, *one.statuses]),
    )


def _action(one: RecommendedAction) -> ActionTold:
    return ActionTold(
        action=one.id,
        says=told(one.action),
        strength=one.strength,
        owner=short(one.owner) if one.owner else None,
        due_on=iso(one.due_on),
        done_on=iso(one.done_on),
    )


def _status(one: StatusEntry) -> StatusTold:
    return StatusTold(on=one.on.isoformat(), status=one.status, note=stated(one.note))
