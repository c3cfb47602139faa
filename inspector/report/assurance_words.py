"""A verdict in words, always with who vouches for it: the one place from which every format takes both."""

from inspector.model.assurance import on_paper
from inspector.model.ladder import VerdictWord
from inspector.model.visits import Assurance, Part
from inspector.report.document.shape import Document
from inspector.report.wording import Words, fill, phrases


def assurance_of(document: Document) -> Assurance:
    """The assurance of a result's verdict; a result that was stored before there were such words is on paper."""
    return document["verdict"].get("assurance", "on-paper")


def loud(document: Document) -> str:
    """`IMPROVING, on paper`: the verdict of a result, in capitals."""
    return said_loud(document["verdict"]["verdict"], assurance_of(document))


def said_loud(verdict: VerdictWord, assurance: Assurance = "on-paper") -> str:
    """Any verdict with its assurance as it is printed in capitals, in the language that is spoken."""
    t = phrases()
    return fill(
        t["said"], verdict=t["words"]["verdicts"][verdict].upper(), assurance=t["words"]["assurances"][assurance]
    )


def in_words(document: Document, t: Words) -> str:
    """`Improving, on paper`: the verdict of a result, in the words of a language."""
    return spoken(document["verdict"]["verdict"], assurance_of(document), t)


def spoken(verdict: VerdictWord, assurance: Assurance, t: Words) -> str:
    """Any verdict with its assurance, in the words of a language."""
    return fill(t["said"], verdict=t["verdicts"][verdict], assurance=t["assurances"][assurance])


def ladder_title(document: Document, t: Words) -> str:
    """What the ladder of the themes shows, and who vouches for it: earlier submissions vouch for the verdict alone."""
    words = t["ladder"]["since"] if "visit" in document else t["assurances"]["on-paper"]
    return fill(t["ladder"]["chart"], assurance=words)


def piece_lines(document: Document) -> list[str]:
    """Of each piece without which the verdict would be lower: who vouches for it, and why."""
    pieces = document["verdict"].get("assured", {}).get("pieces", ())
    return [f"{named(one['evidence'], one['part'])}: {one['says']}" for one in pieces]


def commitment_lines(document: Document) -> list[str]:
    """What earlier submissions vouch for, and which gains were foretold; nothing where none was given."""
    made = document["verdict"].get("assured", {}).get("commitment")
    return [made["says"], *(one["says"] for one in made["foretold"])] if made else []


def assurance_lines(document: Document) -> list[str]:
    """Why the verdict has its assurance, piece by piece, and what is missing for the next word."""
    found = document["verdict"].get("assured")
    if found is None:
        paper = on_paper(document["verdict"]["verdict"])
        return [paper.says, *([_to_be(paper.for_next.word, paper.for_next.says)] if paper.for_next else [])]
    # On paper the argument says what the verdict hangs on, and by how many rows.
    lines = [found["says"], *commitment_lines(document)]
    if "visit" in document or "commitment" in found:
        lines += piece_lines(document)
    after_that = found.get("for_next")
    if after_that is None:
        return lines
    lines.append(_to_be(after_that["word"], after_that["says"]))
    wanted = after_that["wanted"] if "visit" in document or after_that["word"] == "committed" else []
    return [*lines, *(f"{named(one['evidence'], one['part'])}: {one['says']}" for one in wanted)]


def named(evidence: str, part: Part) -> str:
    """`improvement-log`, `improvement-log (the rows on which most hangs)`, in the language that is spoken."""
    return fill(phrases()["words"]["parts"][part], evidence=evidence)


def _to_be(word: Assurance, says: str) -> str:
    t = phrases()
    return fill(t["assured"]["to_be"], word=t["words"]["assurances"][word], says=says)
