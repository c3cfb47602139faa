"""The page: what each section shows, and the templates that lay it out."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.filters import do_urlencode as urlencode
from markupsafe import Markup, escape

from inspector.report import chances, replied, seals
from inspector.report.argument_view import view
from inspector.report.assurance_words import assurance_lines, in_words, ladder_title
from inspector.report.charts import svg
from inspector.report.charts.swatches import swatch
from inspector.report.conclusion import conclusion
from inspector.report.document.shape import Document
from inspector.report.front.view import front
from inspector.report.harmless import cell, harmless
from inspector.report.html import figures, heard, multiples, sections, stories, summary, titles, what_if
from inspector.report.html.marks import css_text, quiet, said
from inspector.report.html.names import Anchors
from inspector.report.made_at import made_at
from inspector.report.missing_words import missing_lines, range_words
from inspector.report.places import places
from inspector.report.plugin_parts import plugins_words
from inspector.report.quoted import quoted
from inspector.report.score_words import score_words
from inspector.report.standing_words import could_be, nowhere, standing_says, standing_word
from inspector.report.struck_words import struck_lines
from inspector.report.visit_view import beside, visit_view
from inspector.report.wording import LANGUAGE, counted, fill, phrases

_TEMPLATES = Path(__file__).parent / "templates"


def render(document: Document, language: str = LANGUAGE) -> str:
    """The page of a result's JSON document (as `inspector.report.document.make.document` makes it), ending in a newline.

    Everything in the document is taken for text. A document without pictures gives a page without charts.
    """
    safe, words = harmless(document), phrases(language)
    made, at, known = made_at(), Anchors(safe), titles.titles(safe, words)
    charts, first = figures.lines(safe, words), front(safe, words)
    argument = view(safe, words)
    told = safe.get("told")
    voices = heard.voices(safe, words)
    values = {
        "d": safe,
        "t": words,
        "at": at,
        "first": first,
        "short": summary.summary(safe, first, at, known, words),
        "facts": {fact["id"]: fact for fact in safe["facts"]},
        "charts": charts,
        "parts": sections.arrange(safe, charts, argument),
        "argument": argument,
        "stories": stories.stories(safe, charts, at, words),
        "multiples": multiples.multiples(
            safe, charts, words, {one["indicator"] for one in told["stories"]} if told else ()
        ),
        "voices": voices,
        "heard": heard.two(safe, voices),
        "claims": heard.claims(safe, at, words),
        "recs": heard.recommendations(safe, known, at, words),
        "what_if": what_if.what_if(safe, argument, known, words),
        "visit": visit_view(safe, words),
        "beside": beside(safe),
        "chances": chances.lines(safe.get("calibration"), words),
        "replied": replied.beside(safe, words),
        "replies": replied.others(safe, words),
        "fields": figures.field_figures(argument.get("fields", ()), words),
        "stream": figures.stream_figure(safe, words),
        "heaps": figures.heap_figures(safe, words),
        "sources": {
            one["id"]: {"id": f"source-{n}", "title": one["title"]} for n, one in enumerate(safe.get("sources", ()), 1)
        },
        "running": f"{first['authority']}, {first['period']}: {first['said']}",
        "versions": fill(
            words["page"]["versions"],
            engine=safe["engine"]["version"],
            framework=safe["framework"]["id"],
            version=safe["framework"]["version"],
        ),
        "seal": seals.phrase(safe),
        "made": None if made is None else made.date().isoformat(),
    }
    return _laid_out("page.html.j2", values)


def check_page(values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The page of `inspector check` from harmless values (`inspector.report.problems.as_html` makes them)."""
    return _laid_out("check.html.j2", {**values, "t": phrases(language)})


def exposure_page(values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The page of `inspector manipulability` from harmless values (`inspector.report.exposure_page` makes them)."""
    return _laid_out("manipulability.html.j2", {**values, "t": phrases(language)})


def comparison_page(values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The page of a comparison from harmless values (`inspector.report.comparison.page` makes them)."""
    return _laid_out("comparison.html.j2", {**values, "t": phrases(language)})


def history_page(values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The page of a history from harmless values (`inspector.report.history.page` makes them)."""
    return _laid_out("history.html.j2", {**values, "t": phrases(language)})


def show_page(values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The page of one piece of the evidence, from harmless values (`inspector.showing.as_html` makes them)."""
    return _laid_out("show.html.j2", {**values, "t": phrases(language)})


def trend_page(values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The page of the series of a file, from harmless values (`inspector.trends.as_html` makes them)."""
    return _laid_out("trend.html.j2", {**values, "t": phrases(language)})


def served_page(template: str, values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """A page of `inspector serve`, from harmless values (`inspector.serve` makes them)."""
    return _laid_out(template, {**values, "t": phrases(language)}, "style.css", "charts.css", "served.css")


def with_bar(
    page: str, values: Mapping[str, Any], language: str = LANGUAGE, names: Mapping[str, str] | None = None
) -> str:
    """A page that is a file elsewhere, under the bar of `inspector serve`: behind its first link, which skips to what it says.

    `names` are ids that it prints, each with what is asked for by `show`: they become links to that.
    """
    bar = _environment().get_template("served_bar.html.j2").render(values, t=phrases(language))
    style = (_TEMPLATES / "served.css").read_text(encoding="utf-8")
    head, body, rest = page.partition("<body>\n")
    skip, end, more = rest.partition("</a>\n") if rest.startswith('<a class="skip"') else ("", "", rest)
    styled = head.replace("</head>", f"<style>{style}</style>\n</head>", 1)
    return f"{styled}{body}{skip}{end}{bar}\n{_linked(more, names or {}, values['base'])}"


_ID = re.compile(r'(<span class="id">\[?)([^<\]]+)')


def _linked(page: str, names: Mapping[str, str], base: str) -> str:
    """The page with each id that stands alone in a mark of its own as a link; no text of data can make such a mark."""
    known = {str(escape(name)): what for name, what in names.items()}

    def link(found: re.Match[str]) -> str:
        mark, name = found.groups()
        return f'{mark}<a href="{base}show?what={urlencode(known[name])}">{name}</a>' if name in known else found[0]

    return _ID.sub(link, page)


def sheet_page(template: str, values: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """The page of a sheet to take along, from harmless values (`inspector.report.sheets.as_html` makes them)."""
    return _laid_out(template, {**values, "t": phrases(language)}, "style.css", "sheet.css")


def _laid_out(template: str, values: Mapping[str, Any], *styles: str) -> str:
    sheets = ((_TEMPLATES / name).read_text(encoding="utf-8") for name in styles or ("style.css", "charts.css"))
    style = Markup("".join(sheets))
    text = _environment().get_template(template).render(values, style=style)
    return "\n".join(stripped for row in text.splitlines() if (stripped := row.strip())) + "\n"


def _as_typed(text: str) -> Markup:
    """Text within a `textarea`, its lines kept whatever becomes of the lines of the page."""
    return Markup(escape(text).replace("\n", Markup("&#10;")))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "fill": fill,
        "capital": lambda text: text[:1].upper() + text[1:],
        "ended": lambda text: text if text.endswith((".", "?", "!")) else f"{text}.",
        "counted": counted,
        "cell": cell,
        "conclusion": conclusion,
        "month": svg.month,
        "drawing": Markup,
        "swatch": swatch,
        "said": said,
        "quiet": quiet,
        "css": css_text,
        "as_typed": _as_typed,
        "places": places,
        "quoted": quoted,
        "plugins": plugins_words,
        "score_words": score_words,
        "in_words": in_words,
        "ladder_title": ladder_title,
        "assurance_lines": assurance_lines,
        "could_be": could_be,
        "nowhere": nowhere,
        "standing_word": standing_word,
        "struck_lines": struck_lines,
        "missing_lines": missing_lines,
        "range_words": range_words,
        "standing_says": standing_says,
    }
    return made
