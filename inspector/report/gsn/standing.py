"""What carries a verdict: the row of the table, where themes stand, the findings by their rules, facts, and evidence."""

from collections.abc import Sequence

from inspector.report.assurance_words import in_words
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Fact, Finding, Theme, Trace
from inspector.report.gsn.case import TOP, Case, Key, Node
from inspector.report.places import places
from inspector.report.standing_words import standing_says, standing_word
from inspector.report.wording import Words, counted, fill

ROW: Key = ("row", "")
OTHERS: Key = ("row", "others")
EVIDENCE: Key = ("row", "evidence")
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
    says = [finding["says"], *([g["trust"][finding["trust"]]] if finding["trust"] in g["trust"] else [])]
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


def evidence(case: Case, d: Document, t: Words) -> None:
    """For each piece of evidence that a solution above names: that what it says is so, and the files that say it."""
    facts = {fact["id"]: fact for fact in d["facts"]}
    findings = {finding["id"]: finding for finding in d["findings"]}
    named = [facts[id] for sort, id in case.nodes if sort == "signal"]
    named += [
        facts[fact] for sort, id in case.nodes if sort == "finding" for fact in findings[id]["facts"] if fact in facts
    ]
    pieces = {piece for fact in named for piece in fact["rests_on"]}
    pieces |= {one["evidence"] for one in d["verdict"].get("assured", {}).get("pieces", ())}
    for name in sorted(pieces):
        put_evidence(case, d, t, name)
    margins = d.get("margins", {"pieces": []})["pieces"]
    for one in margins:
        node = Node("C", one["says"], f"margin/{one['evidence']}")
        case.put(("margin", one["evidence"]), node, put_evidence(case, d, t, one["evidence"]))


def put_evidence(case: Case, d: Document, t: Words, name: str) -> Key:
    """A piece of evidence as a claim, that what it says is so, with how it is trusted and the files that hold it."""
    g, key = t["gsn"], ("evidence", name)
    if key in case:
        return key
    trust = next((one for one in d["trust"] if one["evidence"] == name), None)
    parts = [fill(g["evidence"], name=name)]
    if trust is not None and trust["trust"] in g["trust"]:
        why = "; ".join(reason.rstrip(".") for reason in trust["reasons"])
        parts.append(g["trust"][trust["trust"]] + (f" {why[:1].upper()}{why[1:]}." if why else ""))
    vouched = [one for one in d["verdict"].get("assured", {}).get("pieces", ()) if one["evidence"] == name]
    parts += [fill(g["vouched"], assurance=t["assurances"][one["assurance"]], says=one["says"]) for one in vouched]
    case.put(EVIDENCE, Node("S", g["pieces"], "evidence"), TOP)
    case.put(key, Node("G", " ".join(parts), name), EVIDENCE)
    kind = "indicators" if name.startswith("indicator/") else name
    files = [one for one in d["bundle"]["resources"] if one["kind"] == kind]
    if files:
        says = "; ".join(counted(g["file"], one["rows"], path=one["path"], sha256=one["sha256"][:12]) for one in files)
        digests = "; ".join(f"{one['path']} {one['sha256']}" for one in files)
        case.put(("files", name), Node("Sn", says, f"files/{name}", digests=digests), key)
    return key
