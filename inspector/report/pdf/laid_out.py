"""A case file as a page that WeasyPrint lays out fast: few rules, widths given, drawings as pictures."""

import base64
from pathlib import Path

from inspector.report.paper.prepared import CaseFile
from inspector.report.paper.shapes import SMALL, drawing
from inspector.report.paper.styles import Rules, drawn, inlined
from inspector.report.paper.tree import Element, written
from inspector.report.paper.widths import widths
from inspector.report.pdf.compact import compact
from inspector.report.pdf.redrawn import redrawn
from inspector.report.wording import Words

_STYLE = Path(__file__).with_name("case-file.css")


def laid_out(case: CaseFile, words: Words) -> str:
    """The whole page as HTML."""
    rules = drawn(case.style)
    compact(case.body)
    _ready(case.body, rules)
    case.body.children = [*_running(case), *_with_contents(case, words)]
    head = Element(
        "head",
        {},
        [
            Element("meta", {"charset": "utf-8"}),
            Element("title", {}, [case.title]),
            Element("style", {}, [_STYLE.read_text(encoding="utf-8")]),
        ],
    )
    return "<!DOCTYPE html>" + written(Element("html", {"lang": case.language}, [head, case.body]))


def _running(case: CaseFile) -> list[Element]:
    foot = next((one.text for footer in case.body.every("footer") for one in footer.every("p")), "")
    return [
        Element("p", {"class": "running"}, [case.title]),
        Element("p", {"class": "footing"}, [" ".join(foot.split())]),
    ]


def _with_contents(case: CaseFile, words: Words) -> list[Element | str]:
    """The body with its contents behind the header."""
    lines = [Element("li", {}, [Element("a", {"href": f"#{one.anchor}"}, [one.says])]) for one in case.contents]
    made = Element("ol", {"class": "contents", "aria-label": words["paper"]["contents"]}, list(lines))
    children = case.body.children
    header = next((n for n, one in enumerate(children) if isinstance(one, Element) and one.tag == "header"), -1)
    return [*children[: header + 1], made, *children[header + 1 :]]


def _ready(element: Element, rules: Rules) -> None:
    """Drawings become pictures, folds are open, and tables have the widths of their columns."""
    for place, one in enumerate(element.children):
        if not isinstance(one, Element):
            continue
        if one.tag == "svg":
            element.children[place] = _picture(one, rules)
            continue
        if one.tag == "details":
            one.tag = "div"
        elif one.tag == "summary":
            one.tag, one.attributes = "p", {"class": "title"}
        elif one.tag == "table":
            columns = [Element("col", {"style": f"width:{share:.1f}%"}) for share in widths(one)]
            behind = 1 if one.elements and one.elements[0].tag == "caption" else 0
            one.children = [*one.elements[:behind], Element("colgroup", {}, list(columns)), *one.elements[behind:]]
        _ready(one, rules)


def _picture(picture: Element, rules: Rules) -> Element:
    """The drawing as a picture of its own: its parts then cost no cascade."""
    inlined(picture, rules)
    says = " ".join(one.text for one in picture.elements if one.tag in ("title", "desc"))
    made = drawing(picture)
    data = base64.b64encode(redrawn(made).encode()).decode()
    name = picture.attributes.get("class", "icon" if made.width <= SMALL else "")
    kind = {"class": name} if name else {}
    return Element("img", {"src": f"data:image/svg+xml;base64,{data}", "alt": says, **kind})
