"""A comparison as a page: the ladder in a table, then every section in full."""

from inspector.report import chances
from inspector.report.comparison.sections import sections, side, steps, title
from inspector.report.comparison.shape import ComparisonDocument
from inspector.report.harmless import harmless
from inspector.report.html.page import comparison_page
from inspector.report.made_at import made_at
from inspector.report.wording import phrases


def page(document: ComparisonDocument, language: str) -> str:
    """The page, ending in a newline: no scripts, nothing fetched, the same bytes for the same comparison."""
    d, t = harmless(document), phrases(language)
    made = made_at()
    values = {
        "d": d,
        "title": title(d, t),
        "old": side(d["old"], t, "old"),
        "new": side(d["new"], t, "new"),
        "ladder": [
            [one["title"], *(step or "–" for step in steps(one)), t["compare"]["moved"][one["moved"]], one["says"]]
            for one in d["themes"]
        ],
        "sections": list(sections(d, t)),
        "chances": chances.lines(d.get("calibration"), t),
        "made": None if made is None else made.date().isoformat(),
    }
    return comparison_page(values, language)
