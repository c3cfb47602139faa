"""What a finding quotes stands in the row that it names, in the words that were written, and says who wrote it."""

from tests.truth.case import Case
from tests.truth.laws import law
from tests.truth.ledger import See


@law
def what_is_quoted_was_written(case: Case, see: See) -> None:
    """A quotation is the words of its cell, whole or cut with a sign that says so, of a row that its finding cites."""
    for finding in case.findings.values():
        cited = {place for fact in finding.facts for place in fact.cited}
        for quote in finding.raw.get("quotes", ()):
            place = quote["path"][quote["path"].index("[") :] if quote.get("path") else quote["row"]
            rows = case.bundle.at(quote["file"], place)
            words = f"{finding.id} quotes {quote['text']!r}"
            see.row(bool(rows), f"{words} from {quote['file']} {place}, which is not there")
            held = [row for row in rows if _holds(row[quote["field"]], quote["text"])]
            see.claim(bool(held), f"{words}, and {quote['field']} there is {[row[quote['field']] for row in rows]}")
            see.claim(any(row["id"] == quote["record"] for row in rows), f"{words} as {quote['record']}")
            named = bool({where for row in rows for where in row.places} & {(file, str(one)) for file, one in cited})
            see.claim(named, f"{words} from a row that no fact of it cites")
            if quote.get("who") and held and held[0].kind == "improvement-log":
                see.same(f"{finding.id}: who said it", quote["who"], held[0]["raised_by_role"])


def _holds(cell: str, text: str) -> bool:
    """Whether a cell says a text, up to spaces; a cut ends with a dash of dots."""
    said, told = " ".join(cell.split()), " ".join(text.split())
    cut = told.rstrip("….").rstrip() if told.endswith(("…", "...")) else None
    return told == said or (cut is not None and said.startswith(cut))
