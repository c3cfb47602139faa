"""What stands in the first lines of every format: what a reader should know before anything else."""

from inspector.model.inspection import Inspection
from inspector.report.document.extended import extended_words
from inspector.report.document.waived import waived_words


def attention(inspection: Inspection) -> list[str]:
    """Sentences: that the rules are not among those that ship, what they waive, whom to ask for the root of what it gave."""
    return [*_other_rules(inspection), *map(waived_words, inspection.waivers), *_roots(inspection)]


def _other_rules(inspection: Inspection) -> list[str]:
    if inspection.framework_shipped:
        return []
    of = inspection.framework_extends
    named = f"{inspection.framework_id}, version {inspection.framework_version}, sha256 {inspection.framework_digest}"
    return [f"Judged by a framework that is not one of those shipped: {named}.", *map(extended_words, of)]


def _roots(inspection: Inspection) -> list[str]:
    """Anybody can make a seal in another's name: whose word it is only that body itself can say."""
    given = sorted({(one.submitted_by or "", one.giver_root) for one in inspection.resources if one.giver_root})
    return [
        f"Ask {who} if it gave what is here in its name: its seal should have the root {root}. "
        "Until it says so, that is the word of whoever submitted this."
        for who, root in given
    ]
