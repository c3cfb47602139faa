"""What is said of margins: that the rows are there and of the piece, are as many as said, and of as many."""

from tests.truth.case import Case, Said
from tests.truth.ledger import See, checks
from tests.truth.sentences import numbers

BEST_LAST = ("deteriorating", "slipping", "static", "emerging", "improving")
OPEN = ("not-evidenced", "not-trusted")


def height(word: str) -> int:
    """How high a verdict stands; one that leaves open how things move stands with static."""
    return BEST_LAST.index("static" if word in OPEN else word)


@checks("argument/margins")
def margins(said: Said, case: Case, see: See) -> None:
    """The rows that were tried are rows of the piece, as many as the sentence says of as many, and leave a lower verdict."""
    one = said.raw
    submitted = [row for row in case.bundle.rows(one["evidence"]) if not row.part]
    see.number("of", one["of"], len(submitted))
    tried = case.rows(said)
    see.number("rows", one["least"], len(tried))
    see.row(all(row.kind == one["evidence"] for row in tried), "a row that was tried is of another kind")
    told = numbers(said.says)
    see.claim(str(one["least"]) in told and str(one["of"]) in told, "the sentence has other numbers")
    see.claim(height(one["then"]) < height(case.result["verdict"]["verdict"]), f"{one['then']} is not lower")
    see.claim(one["how"] != "exact" or "every smaller set" in said.says, "how it was found is not said")
