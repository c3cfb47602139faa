"""The words that make a finding concrete, as one line of a report."""

from inspector.report.document.shape.judged import Quote
from inspector.report.wording import Words, fill


def quoted(quote: Quote, t: Words) -> str:
    """`“see the family twice” (aim of t131, family support worker; improvement-log.csv row 132)`."""
    words = t["quotes"]
    place = f"{quote['file']} {quote['path'] or fill(words['row'], row=quote['row'])}"
    field = words["fields"].get(quote["field"], quote["field"])
    said = words["example" if quote["example"] else "said"]
    return fill(said, text=quote["text"], field=field, record=quote["record"], who=quote["who"], place=place)
