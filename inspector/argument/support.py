"""What lies behind a verdict: the findings and facts that lead to the row of the table that was hit."""

from inspector.model.facts import Fact
from inspector.model.inspection import Finding, Inspection


def findings_behind(inspection: Inspection) -> tuple[Finding, ...]:
    """The findings that the verdict's reasons name, and those that settle where the themes they name stand, in order.

    A finding that neither raises a theme nor holds it down speaks on the theme, and nothing rests on it.
    """
    reasons = [because.partition("/") for because in inspection.verdict.because]
    named = {id for kind, _, id in reasons if kind == "finding"}
    themes = {id for kind, _, id in reasons if kind == "standing"}
    of_themes = {name for theme in inspection.themes if theme.theme in themes for name in theme.findings}
    return tuple(
        finding
        for finding in inspection.findings
        if not finding.withdrawn and (finding.id in named or (finding.id in of_themes and _settles(finding)))
    )


def _settles(finding: Finding) -> bool:
    return finding.standing is not None or finding.limit is not None


def facts_behind(inspection: Inspection) -> tuple[Fact, ...]:
    """The facts behind the verdict: those its reasons name, and those of the findings behind it, sorted by id."""
    names = {name for finding in findings_behind(inspection) for name in finding.facts} | set(
        inspection.verdict.because
    )
    return tuple(fact for fact in inspection.facts if fact.id in names)


def named_behind(inspection: Inspection) -> frozenset[str]:
    """The pieces of evidence that the facts of those findings rest on which the verdict's reasons name."""
    named = {
        id for kind, _, id in (because.partition("/") for because in inspection.verdict.because) if kind == "finding"
    }
    facts = {fact for finding in inspection.findings if finding.id in named for fact in finding.facts}
    return frozenset(name for fact in inspection.facts if fact.id in facts for name in fact.rests_on)
