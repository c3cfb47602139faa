"""What an assurance case takes for granted: what was judged by what, what is declared or missing, and the doubt that is left."""

from inspector.report.argument_view import ended
from inspector.report.assurance_words import assurance_lines, piece_lines
from inspector.report.document.shape import Document
from inspector.report.gsn.case import TOP, Case, Node
from inspector.report.gsn.on_site import accepted
from inspector.report.missing_words import missing_lines
from inspector.report.plugin_parts import plugins_words
from inspector.report.struck_words import struck_lines
from inspector.report.wording import Words, counted, fill


def surroundings(case: Case, d: Document, t: Words) -> None:
    """Contexts, assumptions and justifications of the verdict."""
    g, frame, bundle = t["gsn"], d["framework"], d["bundle"]
    judged = fill(g["framework"], title=frame["title"], version=frame["version"], digest=frame["digest"])
    case.put(("context", "framework"), Node("C", judged, f"framework/{frame['id']}"), TOP)
    root = fill(g["root"], root=bundle["root"]) if "root" in bundle else g["no_root"]
    says = " ".join([fill(g["bundle"], digest=bundle["digest"]), root])
    case.put(("context", "bundle"), Node("C", says, "bundle"), TOP)
    case.put(("context", "assurance"), Node("C", " ".join(_assured(d)), "assurance"), TOP)
    for place, one in enumerate(d.get("attention", ()), 1):
        case.put(("context", f"attention/{place}"), Node("C", one, "attention"), TOP)
    for place, part in enumerate(d.get("plugins", ()), 1):
        says = fill(t["plugins"]["part"], plugins=plugins_words([part]))
        case.put(("context", f"plugin/{place}"), Node("C", says, "plugin"), TOP)
    for place, event in enumerate(d.get("declared", ()), 1):
        says = fill(g["declared"][event["outcome"]], says=event["says"])
        case.put(("assumption", f"declared/{place}"), Node("A", says, f"declared/{place}"), TOP)
    for place, line in enumerate(missing_lines(d), 1):
        case.put(("assumption", f"missing/{place}"), Node("A", line, "missing"), TOP)
    for place, line in enumerate(struck_lines(d), 1):
        case.put(("justification", f"struck/{place}"), Node("J", line, "struck"), TOP)


def _assured(d: Document) -> list[str]:
    """Why the verdict has its assurance and what is missing for the next; what is said of a piece stands at the piece."""
    at_pieces = piece_lines(d)
    return [ended(line) for line in assurance_lines(d) if line not in at_pieces]


def residual(case: Case, d: Document, t: Words) -> None:
    """What stands against the case and is not answered, and who has accepted that."""
    g = t["gsn"]["residual"]
    asked = [node for node in case.nodes.values() if node.kind == "CG" and node.stands_for.startswith("probe/")]
    counts = [
        counted(g["objections"], len(d.get("case_against", ()))),
        counted(g["questions"], len(asked)),
        counted(g["unjudged"], len(d["unjudged"])),
    ]
    says = [fill(g["says"], counts=", ".join(counts)), *accepted(d, t)]
    case.put(("context", "residual"), Node("C", " ".join(says), "residual"), TOP)
