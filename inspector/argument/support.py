"""What lies behind a verdict: the findings and facts that lead to the row of the table that was hit."""

from inspector.model.facts import Fact
from inspector.model.inspection import Finding, Inspection


def findings_behind(inspection: Inspection) -> tuple[Finding, ...]:
    """The findings that the verdict's reasons name, and those of the themes they name, in the order of the inspection."""
    themes = {theme.theme: theme.findings for theme in inspection.themes}
    names: set[str] = set()
    for because in inspection.verdict.because:
        kind, _, id = because.partition("/")
        names |= set(themes.get(id, ())) if kind == "standing" else {id} if kind == "finding" else set()
    return tuple(finding for finding in inspection.findings if finding.id in names and not finding.withdrawn)


def facts_behind(inspection: Inspection) -> tuple[Fact, ...]:
    """The facts behind the verdict: those its reasons name, and those of the findings behind it, sorted by id."""
    names = {name for finding in findings_behind(inspection) for name in finding.facts} | set(
        inspection.verdict.because
    )
    return tuple(fact for fact in inspection.facts if fact.id in names)
