"""What carries a verdict: the row of the table, where themes stand, the findings by their rules, facts, and evidence."""

from collections.abc import Sequence

from inspector.report.assurance_words import in_words
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Fact, Finding, Theme, Trace
from inspector.report.gsn.case import TOP, Case, Key, Node
from inspector.report.places import places
from inspector.report.standing_words import standing_says, standing_word
from inspector.report.wording import Words, fill

ROW: Key = ("row", "")
OTHERS: Key = ("row", "others")
FEW = 4
"""Runs of rows of a file that a node tells."""
FILES = 6
"""Files of which a node tells rows."""


def top(case: Case, d: Document, t: Words) -> None:
    """The verdict itself."""
    period = d["bundle"]["period"]
    words = {"authority": d["bundle"]["authority"], "start": period["start"], "end": period["end"]}
    says = fill(t["gsn"]["top"], said=in_words(d, t), says=d["verdict"]["says"], **words)
    case.put(TOP, Node("G", says, "verdict"))


def claims(case: Case, d: Document, t: Words) -> None:
    """Everything under the verdict: first what the row names, then the themes that it does not name."""
    g, verdict = t["gsn"], d["verdict"]
    case.put(ROW, Node("S", fill(g["row"], row=verdict["row"]), f"row/{verdict['row']}"), TOP)
    named = {name.removeprefix("standing/") for name in verdict["because"] if name.startswith("standing/")}
    for theme in d["themes"]:
        if theme["theme"] in named:
            _theme(case, d, t, theme, ROW)
    findings = {f"finding/{one['id']}": one for one in d["findings"]}
    facts = {fact["id"]: fact for fact in d["facts"]}
    for name in verdict["because"]:
        if name in findings:
            under_rule(case, d, t, findings[name])
        elif name in facts:
            put_fact(case, t, facts[name], ROW)
    rest = [theme for theme in d["themes"] if theme["theme"] not in named]
    for theme in rest:
        case.put(OTHERS, Node("S", g["others"], "themes"), TOP)
        _theme(case, d, t, theme, OTHERS)


def _theme(case: Case, d: Document, t: Words, theme: Theme, under: Key) -> None:
    """A theme, with the findings that bring it to where it stands, or hold it there."""
    words = {"title": theme["title"], "standing": standing_word(theme), "means": standing_says(theme, t)}
    says = " ".join([fill(t["gsn"]["theme"], **words), *([theme["says"]] if theme["says"] else [])])
    case.put(("theme", theme["theme"]), Node("G", says, f"standing/{theme['theme']}"), under)
    mine = [one for one in d["findings"] if one["theme"] == theme["theme"] and not one["withdrawn"]]
    for finding in mine:
        if theme["standing"] in (finding["standing"], finding["limit"]):
            under_rule(case, d, t, finding)


def under_rule(case: Case, d: Document, t: Words, finding: Finding) -> Key:
    """A finding under the rule that makes it, and that under its theme."""
    g, rule = t["gsn"], finding["rule"]
    theme = ("theme", finding["theme"]) if ("theme", finding["theme"]) in case else ROW
    cites = fill(g["cites"], cites=", ".join(finding["cites"])) if finding["cites"] else ""
    key = case.put(
        ("rule", rule), Node("S", " ".join([fill(g["rule"], rule=rule), cites]).strip(), f"rule/{rule}"), theme
    )
    says = [finding["says"], *([g["resting"][finding["trust"]]] if finding["trust"] in g["resting"] else [])]
    found = case.put(("finding", finding["id"]), Node("G", " ".join(says), f"finding/{finding['id']}"), key)
    facts = {fact["id"]: fact for fact in d["facts"]}
    _rows(case, t, f"finding/{finding['id']}", [facts[name] for name in finding["facts"] if name in facts], found)
    return found


def put_fact(case: Case, t: Words, fact: Fact, under: Key) -> Key:
    """A fact that a row of the table names, with the rows that it was read from."""
    says = " ".join([fact["says"] or fact["id"], *by(fact, t)])
    key = case.put(("signal", fact["id"]), Node("G", says, fact["id"]), under)
    _rows(case, t, fact["id"], [fact], key)
    return key


def by(made: Fact | Trace, t: Words) -> list[str]:
    """The plugin that a fact or question comes from; nothing for ours."""
    return [f"({fill(t['plugins']['by'], name=made['plugin'])})"] if "plugin" in made else []


def _rows(case: Case, t: Words, name: str, facts: Sequence[Fact], under: Key) -> None:
    """The rows that facts were read from, as one solution, and the pieces of evidence that these rows are of."""
    pieces = list(dict.fromkeys(piece for fact in facts for piece in fact["rests_on"]))
    parts = list({str(part): part for fact in facts for part in fact["rows"]}.values())
    if pieces or parts:
        where = places(parts[:FILES], FEW) or t["gsn"]["no_rows"]
        says = fill(t["gsn"]["rows"], where=where, pieces=", ".join(pieces) or t["gsn"]["no_piece"])
        case.put(("rows", name), Node("Sn", says, f"rows/{name}"), under)
