"""A result as Markdown, for a case file or a pull request: the same parts as the page, in its order, without pictures."""

from collections.abc import Iterable

from inspector.report import chances, replied, seals
from inspector.report.argument_markdown import argument_markdown
from inspector.report.assurance_words import assurance_lines, assurance_of, in_words, ladder_title
from inspector.report.conclusion import conclusion
from inspector.report.document.selections import asking, lowered
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Fact, Finding, Trace
from inspector.report.harmless import code, harmless
from inspector.report.harmless import markdown as text
from inspector.report.made_at import made_at
from inspector.report.markdown_cells import table
from inspector.report.markdown_first import first
from inspector.report.markdown_told import told
from inspector.report.missing_words import missing_lines, range_words
from inspector.report.places import places
from inspector.report.plugin_parts import plugins_words
from inspector.report.quoted import quoted
from inspector.report.score_words import score_words
from inspector.report.standing_words import could_be, nowhere, standing_word
from inspector.report.struck_words import struck_lines
from inspector.report.visit_view import beside, visit_view
from inspector.report.wording import LANGUAGE, Words, counted, fill, phrases


def render(document: Document, language: str = LANGUAGE) -> str:
    """The Markdown of a result's JSON document, ending in a newline. Everything in the document is taken for text."""
    d, t = harmless(document), phrases(language)
    argument = argument_markdown(d, t)
    parts = [
        _head(d, t),
        *first(d, t),
        *told(d, t),
        _ladder(d, t),
        _visit(d, t),
        _directed(d, t, "better", t["better"]["none"]),
        _directed(d, t, "worse", t["worse"]["none"]),
        _directed(d, t, "weigh", ""),
        _replies(d, t),
        _unsaid(d, t),
        _questions(d, t),
        _foretold(d, t),
        *argument.values(),
        "" if "fieldwork" in argument else _on_site(d, t),
        _appendix(d, t),
        text(_foot(d, t)),
        text(fill(t["plugins"]["part"], plugins=plugins_words(d["plugins"]))) if "plugins" in d else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(d: Document, t: Words) -> str:
    verdict, invented = d["verdict"], f" ({t['invented']})" if d["bundle"]["invented"] else ""
    made = made_at()
    spoken = sum(bool(theme["findings"]) for theme in d["themes"])
    asked = len(asking(d))
    words = t["verdict"]
    period = fill(t["period"], **d["bundle"]["period"])
    rests = [counted(words["rests"], len(d["findings"]), spoken=spoken, themes=len(d["themes"]))]
    rests += nowhere(d["themes"], t)
    rests.append(counted(words["asked"], asked) if asked else words["asked_none"])
    return "\n\n".join(
        [
            f"# {text(d['bundle']['authority'] + invented)}: {text(d['framework']['question'])}",
            text(period + (f". {fill(t['made'], date=made.date().isoformat())}" if made else "")),
            *map(text, d.get("attention", ())),
            f"## {t['sections']['verdict']}",
            f"**{in_words(d, t)}** (`{verdict['verdict']}`, `{assurance_of(d)}`){_could_be(d)}",
            t["lay"][verdict["verdict"]],
            text(verdict["says"]),
            *map(text, assurance_lines(d)),
            text(" ".join(rests)),
            *map(text, struck_lines(d)),
            *map(text, missing_lines(d)),
            text(words["change"]),
            text(score_words(verdict["score"], t)),
        ]
    )


def _could_be(d: Document) -> str:
    words = range_words(d)
    return f": {text(words)}" if words else ""


def _ladder(d: Document, t: Words) -> str:
    other, columns = beside(d), list(t["ladder"]["columns"])
    if other:
        columns[2:3] = t["ladder"]["visit_columns"]
    rows = [
        [
            theme["title"],
            theme["asks"],
            *([other[theme["theme"]]["on_paper"]] if other else []),
            standing_word(theme),
            *([other[theme["theme"]]["judged"]] if other else []),
            could_be(theme, t),
            len(theme["findings"]),
        ]
        for theme in d["themes"]
    ]
    return f"## {t['sections']['ladder']}\n\n{ladder_title(d, t)}.\n\n{table(columns, rows)}"


def _visit(d: Document, t: Words) -> str:
    shown = visit_view(d, t)
    if shown is None:
        return ""
    words = t["visit"]
    parts = [f"## {t['sections']['visit']}", *map(text, shown["intro"]), f"### {words['claims']}"]
    parts += [table(words["claims_columns"], shown["claims"]), f"### {words['aside']}", _list(shown["aside"])]
    for name, lines in (("less", shown["less"]), ("judged", shown["judged"])):
        parts += [f"### {words[name]}", _list(lines)] if lines else []
    if shown["questions"]:
        parts += [f"### {words['questions']}", table(words["questions_columns"], shown["questions"])]
    return "\n\n".join([*parts, *map(text, shown["foot"])])


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {text(line)}" for line in lines)


def _directed(d: Document, t: Words, section: str, none: str) -> str:
    direction = "neither" if section == "weigh" else section
    said = replied.beside(d, t)
    lines = []
    for theme in d["themes"]:
        found = [f for f in d["findings"] if f["theme"] == theme["theme"] and f["direction"] == direction]
        if found:
            lines += ["", f"### {text(theme['title'])}", "", *(_finding(f, t, said.get(f["id"], ())) for f in found)]
    if not lines and not none:
        return ""
    return "\n".join([f"## {t['sections'][section]}", *(lines or ["", none])])


def _replies(d: Document, t: Words) -> str:
    found = replied.others(d, t)
    return f"### {t['replies']['title']}\n\n{_list(found)}" if found else ""


def _finding(finding: Finding, t: Words, replies: Iterable[str] = ()) -> str:
    said = f"- {text(finding['says'])} ({text(conclusion(finding, t))}) \\[{code(finding['id'])}\\]"
    return "\n".join(
        [
            said,
            *(f"  - {text(quoted(one, t))}" for one in finding.get("quotes", ())),
            *(f"  - {text(one)}" for one in replies),
        ]
    )


def _unsaid(d: Document, t: Words) -> str:
    words, lines = t["unsaid"], []
    for entry in d["unjudged"]:
        would = f" {fill(words['would'], wanted=entry['wanted'].rstrip('.'))}" if entry["wanted"] else ""
        lines.append(f"- **{text(entry['what'])}**: {text(entry['why'] + would)}")
    less = lowered(d)
    if less:
        lines += ["", f"### {words['trust']}", ""]
    for one in less:
        why = f": {'; '.join(one['reasons'])}" if one["reasons"] else ""
        lines.append(f"- {code(one['evidence'])} ({text(one['trust'] + ': ' + t['trust'][one['trust']] + why)})")
    return "\n".join([f"## {t['sections']['unsaid']}", "", *(lines or [words["none"]])])


def _questions(d: Document, t: Words) -> str:
    words = t["questions"]
    asked = asking(d)
    lines = [f"## {t['sections']['questions']}", "", words["intro"] if asked else words["none"]]
    for trace in asked:
        head = f"{trace['subject']}: {t['outcomes'][trace['outcome']]} ({trace['probe']})"
        lines += ["", f"### {text(head)}", "", text(trace["says"]) + _by(trace, t)]
        for name in ("innocent", "ask"):
            if trace[name]:
                lines += ["", f"{words[name]}:", "", *(f"- {text(one)}" for one in trace[name])]
        if trace["rows"]:
            lines += ["", text(fill(words["rows"], rows=places(trace["rows"])))]
    return "\n".join([*lines, *_declared(d, t)])


def _declared(d: Document, t: Words) -> list[str]:
    words = t["declared"]
    lines = []
    for one in d.get("declared", ()):
        days = one["on"] if one["to"] is None else fill(words["days"], on=one["on"], to=one["to"])
        told = fill(words[one["outcome"]], event=one["event"], days=days)
        rows = f" {fill(t['questions']['rows'], rows=places(one['rows']))}." if one["rows"] else ""
        lines.append(f"- {text(told)} {text(one['says'] + rows)}")
    return ["", f"### {words['title']}", "", words["intro"], "", *lines] if lines else []


def _foretold(d: Document, t: Words) -> str:
    if "calibration" not in d:
        return ""
    found, words = d["calibration"], t["calibration"]
    rows = chances.lines(found, t)
    shown = [table(words["columns"], rows)] if rows else []
    return "\n\n".join([f"## {t['sections']['calibration']}", text(found["says"]), *shown])


def _on_site(d: Document, t: Words) -> str:
    if not d["questions_on_site"]:
        return ""
    lines = [
        f"{n}. {text(one['question'])} ({t['fieldwork']['asked_by']} {', '.join(map(code, one['because']))})"
        for n, one in enumerate(d["questions_on_site"], 1)
    ]
    return "\n".join([f"## {t['sections']['on_site']}", "", *lines])


def _appendix(d: Document, t: Words) -> str:
    facts = [
        f"- {code(fact['id'])}: {text(fact['says'])}"
        + (f" ({text(places(fact['rows']))})" if fact["rows"] else "")
        + _by(fact, t)
        for fact in d["facts"]
    ]
    rows = [[one["path"], one["kind"], one["rows"], one["sha256"]] for one in d["bundle"]["resources"]]
    words = t["appendix"]
    return "\n".join(
        [
            f"## {t['sections']['appendix']}",
            "",
            f"### {words['facts']}",
            "",
            *facts,
            "",
            f"### {words['resources']}",
            "",
            table(words["resource_columns"], rows),
        ]
    )


def _by(made: Fact | Trace, t: Words) -> str:
    """The plugin that a fact or question comes from; nothing for ours."""
    return f" ({text(fill(t['plugins']['by'], name=made['plugin']))})" if "plugin" in made else ""


def _foot(d: Document, t: Words) -> str:
    frame, which = d["framework"], seals.phrase(d)
    foot = fill(
        t["foot"],
        engine=d["engine"]["version"],
        bundle=d["bundle"]["digest"][:12],
        framework=frame["id"],
        version=frame["version"],
        digest=frame["digest"][:12],
    )
    return f"{foot}\n\n{fill(t[which], root=d['bundle']['root'])}" if which else foot
