"""The marks of a chart alone, for its key; the words beside them say the same."""

from inspector.report.charts import svg
from inspector.report.charts.lanes import MARKS

WIDTH, HEIGHT = 26.0, 14.0
_DRAWN = {
    "common": '<circle cx="13" cy="7" r="3.2" class="c-common"/>',
    "improvement": '<path d="M13,2 l5,5 l-5,5 l-5,-5 z" class="c-better"/>',
    "concern": svg.box(9, 3, 8, 8, "c-worse"),
    "hollow": '<circle cx="13" cy="7" r="3.2" class="c-common c-hollow"/>',
    "limits": svg.line(2, 3, 24, 3, "c-limit") + svg.line(2, 10, 24, 10, "c-centre"),
    "since": svg.line(2, 3, 11, 3, "c-limit")
    + svg.line(11, 3, 24, 3, "c-limit c-former")
    + svg.line(12, 10, 24, 10, "c-limit"),
    "fit": svg.path([(2, 11), (10, 11), (24, 3)], "c-fit"),
    "band": svg.box(6, 0, 14, 14, "c-band") + svg.line(13, 0, 13, 14, "c-onset"),
    "tests": svg.line(4, 5, 4, 13, "c-test")
    + svg.line(9, 5, 9, 13, "c-test")
    + '<path d="M18,11 l-5,-8 l10,0 z" class="c-flag"/>',
    "events": MARKS["recommendation"].format(x=5, y=8)
    + MARKS["action"].format(x=14, up=4)
    + MARKS["verified"].format(left=18, y=8),
    "told": svg.line(13, 0, 13, 14, "c-told"),
    "icons": '<rect x="7" y="1" width="12" height="12" class="i-worse i-half"/>'
    '<text x="13" y="9.4" class="i-word i-half" text-anchor="middle">H</text>',
}  # fmt: skip


def swatch(name: str) -> str:
    """The mark of one entry of the key; an empty place of the same width where it has none."""
    mark = _DRAWN.get(name, "")
    return f'<svg class="swatch" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" aria-hidden="true" focusable="false">{mark}</svg>'
