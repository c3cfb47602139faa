"""Who vouches for a verdict, beside the verdict and never instead of it: the authority alone, or somebody who looked."""

from inspector.model.base import Noun
from inspector.model.commitment import Commitment
from inspector.model.ladder import VerdictWord
from inspector.model.visits import ASSURANCES, Assurance, Part, Unit

SAID: dict[Assurance, str] = {"on-paper": "on paper", "committed": "committed", "verified": "verified"}


class Vouched(Noun):
    """One piece of evidence without which the verdict would be lower, who vouches for it, and why."""

    evidence: str
    assurance: Assurance
    says: str
    part: Part = "whole"


class Wanted(Noun):
    """What is missing of one piece of evidence: how many more rows, found as written, would do.

    `rows` is None where no number of rows is known to.
    """

    evidence: str
    unit: Unit
    rows: int | None
    says: str
    part: Part = "whole"


class ForNext(Noun):
    """The next word that the verdict could have, and what is missing for it."""

    word: Assurance
    says: str
    wanted: tuple[Wanted, ...] = ()


class Assured(Noun):
    """Why a verdict has its assurance: the weakest among the pieces without which it would be lower.

    `for_next` is None where nothing is missing, or where nothing that could be found would lower the verdict. `commitment` is
    what earlier submissions vouch for; None where none was given.
    """

    says: str
    pieces: tuple[Vouched, ...] = ()
    for_next: ForNext | None = None
    commitment: Commitment | None = None


LOOKED_AT = "rows that are drawn once the bundle is in have to be looked at on site, and what was found brought back."
IN_TIME = (
    "its tests and figures would have to stand in earlier submissions, each received within 91 days of what it tells of; none is "
    "known here (`--register`, `--earlier`)."
)
ON_PAPER = Assured(
    says="It rests on what was handed in: no visit is known here that looked at it on site.",
    for_next=ForNext(
        word="verified",
        says=f"{LOOKED_AT} To be committed, the word between, {IN_TIME}",
    ),
)
"""Of a verdict that no visit says anything of."""
NOTHING: dict[VerdictWord, str] = {
    "deteriorating": "It hangs on nothing: no verdict is lower, whatever was found to be false.",
    "not-evidenced": "It claims nothing that could be looked at on site: too little was handed in.",
    "not-trusted": "It claims nothing that could be looked at on site: questions about what was handed in come first.",
}
"""Verdicts that no visit could bear out, and why."""


def on_paper(verdict: VerdictWord) -> Assured:
    """Why a verdict that no visit says anything of is on paper, and what is missing; nothing where no visit could help."""
    return Assured(says=NOTHING[verdict]) if verdict in NOTHING else ON_PAPER


def named(evidence: str, part: Part) -> str:
    """`improvement-log`, `improvement-log (the rows on which most hangs)`."""
    words = {"whole": "", "key": " (the rows on which most hangs)", "rest": " (the other rows)"}
    return f"{evidence}{words[part]}"


def said(verdict: VerdictWord, assurance: Assurance = "on-paper") -> str:
    """`IMPROVING, on paper`: the only way in which a verdict is said in capitals."""
    return f"{verdict.replace('-', ' ').upper()}, {SAID[assurance]}"


def weakest(found: "list[Assurance] | tuple[Assurance, ...]") -> Assurance:
    """The weakest word among them; `on-paper` where there is none: what hangs on nothing has nobody to vouch for it."""
    return min(found, key=ASSURANCES.index, default="on-paper")
