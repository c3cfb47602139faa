"""What a finding concludes, in the words of a report."""

from inspector.report.document.shape.judged import Finding
from inspector.report.standing_words import step_word
from inspector.report.wording import Words, fill


def conclusion(finding: Finding, t: Words) -> str:
    """What a finding concludes, in words."""
    words = t["finding"]
    if finding["withdrawn"]:
        return str(words["withdrawn"])
    parts = [t["directions"][finding["direction"]]]
    if finding["standing"]:
        parts.append(fill(words["supports"], standing=step_word(finding["standing"])))
    if finding["reached"] and finding["reached"] != finding["standing"]:
        parts.append(fill(words["would_be"], standing=step_word(finding["reached"])))
    if finding["limit"]:
        parts.append(fill(words["limit"], standing=step_word(finding["limit"])))
    return "; ".join(parts)
