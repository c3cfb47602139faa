"""The evidence that a verdict rests on, piece by piece: that what stands in it is so, and who vouches for that."""

from inspector.model.assurance import named
from inspector.proof.pieces import THERE
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Vouched
from inspector.report.gsn.case import TOP, Case, Key, Node
from inspector.report.wording import Words, counted, fill

EVIDENCE: Key = ("row", "evidence")


def evidence(case: Case, d: Document, t: Words) -> None:
    """For each piece of evidence that a solution above names: that what it says is so, and the files that say it."""
    facts = {fact["id"]: fact for fact in d["facts"]}
    names = {node.stands_for for node in case.nodes.values()}
    behind = [id for one in d["findings"] if f"finding/{one['id']}" in names for id in one["facts"]]
    standing = {*behind, *names} & set(facts)
    pieces = {piece for id in standing for piece in facts[id]["rests_on"]}
    pieces |= {one["evidence"] for one in _pieces(d)}
    for name in sorted(pieces):
        put_evidence(case, d, t, name)
    found = d["would_change"].get("margins") if "would_change" in d else None
    for one in found["pieces"] if found else ():
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
    parts += [_vouched(one, t) for one in _pieces(d) if one["evidence"] == name]
    case.put(EVIDENCE, Node("S", g["pieces"], "evidence"), TOP)
    case.put(key, Node("G", " ".join(parts), name), EVIDENCE)
    kind = "indicators" if name == THERE or name.startswith("indicator/") else name
    files = [one for one in d["bundle"]["resources"] if one["kind"] == kind]
    if files:
        says = "; ".join(counted(g["file"], one["rows"], path=one["path"], sha256=one["sha256"][:12]) for one in files)
        digests = "; ".join(f"{one['path']} {one['sha256']}" for one in files)
        case.put(("files", name), Node("Sn", says, f"files/{name}", digests=digests), key)
    return key


def _vouched(one: Vouched, t: Words) -> str:
    """Who vouches for a piece, or for a part of it."""
    word = t["assurances"][one["assurance"]]
    return fill(t["gsn"]["vouched"], evidence=named(one["evidence"], one["part"]), assurance=word, says=one["says"])


def _pieces(d: Document) -> list[Vouched]:
    """Who vouches for which piece. None where all is on paper and no visit came back: the top and the margins say so."""
    every = d["verdict"].get("assured", {}).get("pieces", [])
    on_paper = "visit" not in d and all(one["assurance"] == "on-paper" for one in every)
    return [] if on_paper else list(every)
