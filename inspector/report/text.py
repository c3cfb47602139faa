"""A result as text for a terminal: the verdict first, then everything it rests on, down to the rows."""

from collections.abc import Iterable, Mapping, Sequence

from tabulate import tabulate

from inspector.model.ladder import STANDINGS
from inspector.report import replied, seals
from inspector.report.argument_text import argument_text
from inspector.report.assurance_words import assurance_lines, loud
from inspector.report.document.selections import asking, lowered
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Fact, Finding, Score, Theme, Trace
from inspector.report.harmless import plain
from inspector.report.lines import WIDTH, width, wrapped
from inspector.report.missing_words import missing_lines, range_words
from inspector.report.places import places
from inspector.report.plugin_parts import plugins_words
from inspector.report.quoted import quoted
from inspector.report.standing_words import could_be, is_aside, standing_word, step_word
from inspector.report.struck_words import struck_lines
from inspector.report.told_text import SECTIONS as TOLD
from inspector.report.told_text import told_text
from inspector.report.visit_view import beside, visit_view
from inspector.report.wording import Words, fill, phrases

SECTIONS = (
    "verdict", "themes", "visit", "findings", "replies", "questions", "declared", "foretold", "trust", "missing", "unjudged",
    *TOLD, "against", "change", "not-performance", "fields", "fieldwork", "remarks",
)  # fmt: skip
"""The names of the parts, in order, by which one of them is asked for."""
_ARGUED = {
    "against": "case_against",
    "change": "would_change",
    "not-performance": "not_performance",
    "fields": "fields",
    "fieldwork": "fieldwork",
}


def render(document: Document, remarks: Sequence[str]) -> str:
    """The whole report as text, ending in a newline.

    `remarks` are those on the bundle, a line each: the document's places have no sheet, column letter or record to name.
    """
    every = parts(document, remarks)
    return "\n\n".join([*(every[name] for name in SECTIONS if every[name]), _foot(document)]) + "\n"


def one_part(document: Document, remarks: Sequence[str], name: str) -> str:
    """One of the `SECTIONS` below whose it is and the verdict; a sentence where the result has nothing of it."""
    said = parts(document, remarks)[name]
    if name == "verdict":
        return f"{said}\n"
    return "\n".join([*heading(document), "", said or fill(_t()["nothing_of"], name=name), ""])


def heading(document: Document) -> list[str]:
    """Whose result it is, for when, and the verdict with who vouches for it: what no part is shown without."""
    return [*wrapped(_whose(document), ""), *wrapped(_verdict(document), "", "  ")]


def _t() -> Words:
    words: Words = phrases()["text"]
    return words


def _whose(document: Document) -> str:
    bundle = document["bundle"]
    authority = fill(_t()["invented"], authority=bundle["authority"]) if bundle["invented"] else bundle["authority"]
    return fill(_t()["whose"], authority=authority, start=bundle["period"]["start"], end=bundle["period"]["end"])


def _verdict(document: Document) -> str:
    doubt = range_words(document)
    return fill(_t()["could_be" if doubt else "verdict"], said=loud(document), range=doubt)


def parts(document: Document, remarks: Sequence[str]) -> dict[str, str]:
    """Each of the `SECTIONS` under its heading; empty where there is nothing of it."""
    argued = argument_text(document)
    return {
        "verdict": _head(document),
        "themes": _themes(document),
        "visit": _visit(document),
        "findings": _findings(document),
        "replies": _replies(document),
        "questions": _integrity(document),
        "declared": _declared(document),
        "foretold": _foretold(document),
        "trust": _trust(document),
        "missing": _missing(document),
        "unjudged": _unjudged(document),
        **dict.fromkeys(TOLD, ""),
        **told_text(document),
        **{name: argued.get(part, "") for name, part in _ARGUED.items()},
        # A fieldwork plan has the questions of the findings in it.
        "fieldwork": argued.get("fieldwork") or _asked(document),
        "remarks": _problems(remarks),
    }


def _head(document: Document) -> str:
    framework, verdict = document["framework"], document["verdict"]
    return "\n".join(
        [
            plain(_whose(document)),
            plain(f"{framework['title']}: {framework['question']}"),
            *(line for said in document.get("attention", ()) for line in wrapped(said, "")),
            "",
            *wrapped(_verdict(document), "", "  "),
            *wrapped(verdict["says"], "  "),
            *(line for words in assurance_lines(document) for line in wrapped(words, "  ", "    ")),
            *wrapped(_score(verdict["score"]), "  "),
            *(line for words in struck_lines(document) for line in wrapped(words, "  ", "    ")),
        ]
    )


def _missing(document: Document) -> str:
    lines = missing_lines(document)
    return (
        "\n".join([_t()["missing"], *(part for line in lines for part in wrapped(line, "  ", "    "))]) if lines else ""
    )


def _score(score: Score) -> str:
    if score["value"] is None or score["low"] is None or score["high"] is None:
        return fill(_t()["no_score"], why=score.get("why", ""))
    value, low, high = (f"{number:g}" for number in (score["value"], score["low"], score["high"]))
    return fill(_t()["score"], value=value, low=low, high=high)


def _themes(document: Document) -> str:
    themes = document["themes"]
    ladder = " < ".join(map(step_word, STANDINGS))
    if other := beside(document):
        rows = [
            [plain(t["title"]), other[t["theme"]]["on_paper"], standing_word(t), plain(other[t["theme"]]["judged"])]
            for t in themes
        ]
        headers = _t()["visited_columns"]
        table = tabulate(
            rows, headers=headers, tablefmt="simple", maxcolwidths=[_share(40, 2), None, None, _share(36, 2)]
        )
        return "\n".join([fill(_t()["themes_visited"], ladder=ladder), _trimmed(table), *_aside(themes)])
    rows = [[plain(t["title"]), standing_word(t), _range(t), str(len(t["findings"])), plain(t["asks"])] for t in themes]
    headers = _t()["theme_columns"]
    table = tabulate(rows, headers=headers, tablefmt="simple", maxcolwidths=[24, None, 18, None, _share(44)])
    head = fill(_t()["themes"], assurance=phrases()["words"]["assurances"]["on-paper"], ladder=ladder)
    return "\n".join([head, _trimmed(table), *_aside(themes)])


def _visit(document: Document) -> str:
    shown = visit_view(document, phrases())
    if shown is None:
        return ""
    lines = [_t()["visit"], *(line for one in shown["intro"] for line in wrapped(one, "  "))]
    for one in shown["claims"]:
        lines += wrapped(f"{one[0]} {one[-1][:1].upper()}{one[-1][1:]}", "  ", "    ")
    lines += [
        f"  {_t()['aside_of_visit']}",
        *(line for one in shown["aside"] for line in wrapped(one, "    ", "      ")),
    ]
    lines += [line for one in (*shown["less"], *shown["judged"]) for line in wrapped(one, "  ", "    ")]
    for question, answer in shown["questions"]:
        lines += [*wrapped(question, "  ", "    "), *wrapped(f"- {answer}", "    ", "      ")]
    return "\n".join([*lines, *(line for one in shown["foot"] for line in wrapped(one, "  ", "    "))])


def _aside(themes: Iterable[Theme]) -> list[str]:
    """What is set aside of the themes that are silent because of it."""
    lines: list[str] = []
    for theme in filter(is_aside, themes):
        says = theme["set_aside"]["says"] if "set_aside" in theme else theme["says"]
        lines += wrapped(fill(_t()["aside"], theme=theme["title"], says=says), "  ", "    ")
    return lines


def _range(theme: Theme) -> str:
    return could_be(theme, phrases())


def _findings(document: Document) -> str:
    if not document["findings"]:
        return f"{_t()['findings']}\n  {_t()['no_findings']}"
    told: set[str] = set()
    lines = [_t()["findings"]]
    for theme in document["themes"]:
        if found := findings_of(document, theme, told):
            lines += ["", *found]
    return "\n".join(lines)


def findings_of(document: Document, theme: Theme, told: set[str] | None = None) -> list[str]:
    """The findings of a theme under its title, with facts and rows; facts that were `told` before are named alone."""
    facts = {fact["id"]: fact for fact in document["facts"]}
    known: set[str] = set() if told is None else told
    said = replied.beside(document, phrases())
    found = [f for f in document["findings"] if f["theme"] == theme["theme"]]
    lines = [plain(fill(_t()["standing"], theme=theme["title"], word=standing_word(theme)))] if found else []
    for finding in found:
        lines += _finding(finding, facts, known)
        lines += [line for one in said.get(finding["id"], ()) for line in wrapped(one, "      ", "        ")]
    return lines


def _finding(finding: Finding, facts: Mapping[str, Fact], told: set[str]) -> list[str]:
    lines = [*wrapped(f"[{finding['id']}] {_conclusion(finding)}", "  ", "    "), *wrapped(finding["says"], "    ")]
    for quote in finding.get("quotes", ()):
        lines += wrapped(quoted(quote, phrases()), "      ", "        ")
    for name in finding["facts"]:
        if name in told:
            lines += wrapped(fill(_t()["as_above"], fact=name), "      ", "        ")
            continue
        told.add(name)
        fact = facts[name]
        rows = f" ({places(fact['rows'])})" if fact["rows"] else ""
        lines += wrapped(f"- {fact['says']}{rows} [{fact['id']}]{_by(fact)}", "      ", "        ")
    if finding["builds_on"]:
        lines += wrapped(fill(_t()["builds"], findings=", ".join(finding["builds_on"])), "      ")
    return lines


def _replies(document: Document) -> str:
    """What was replied to no finding that stands here."""
    t = phrases()
    found = replied.others(document, t)
    lines = [line for one in found for line in wrapped(one, "  ", "    ")]
    return "\n".join([t["replies"]["title"].upper(), *lines]) if lines else ""


def _conclusion(finding: Finding) -> str:
    if finding["withdrawn"]:
        return str(_t()["withdrawn"])
    words = _t()
    parts = [str(phrases()["directions"][finding["direction"]])]
    standing, reached, limit = finding["standing"], finding["reached"], finding["limit"]
    if standing is not None:
        parts.append(fill(words["supports"], standing=step_word(standing)))
    if reached is not None and standing != reached:
        parts.append(fill(words["would_be"], standing=step_word(reached)))
    if limit is not None:
        parts.append(fill(words["limit"], standing=step_word(limit)))
    return "; ".join(parts)


def _asked(document: Document) -> str:
    asked = document["questions_on_site"]
    if not asked:
        return ""
    lines = [_t()["on_site"]]
    for number, entry in enumerate(asked, 1):
        lines += wrapped(f"{number}. {entry['question']} [{', '.join(entry['because'])}]", "  ", "     ")
    return "\n".join(lines)


def _integrity(document: Document) -> str:
    put = asking(document)
    if not put:
        return ""
    lines = [_t()["questions"]]
    for trace in put:
        outcome = phrases()["words"]["outcomes"][trace["outcome"]]
        said = f"[{trace['probe']}] {trace['subject']}, {outcome}: {trace['says']}{_by(trace)}"
        lines += wrapped(said, "  ", "    ")
        if trace["rows"]:
            lines += wrapped(fill(_t()["rows"], rows=places(trace["rows"])), "    ")
        if trace["innocent"]:
            innocent = "; ".join(one.rstrip(".") for one in trace["innocent"])
            lines += wrapped(fill(_t()["innocent"], innocent=innocent), "    ")
    return "\n".join(lines)


def _declared(document: Document) -> str:
    lines = [_t()["declared"]]
    for one in document.get("declared", ()):
        days = one["on"] if one["to"] is None else fill(_t()["days"], on=one["on"], to=one["to"])
        said = fill(_t()["borne_out"][one["outcome"]], event=one["event"], days=days, says=one["says"])
        lines += wrapped(said, "  ", "    ")
        if one["rows"]:
            lines += wrapped(fill(_t()["rows"], rows=places(one["rows"])), "    ")
    return "\n".join(lines) if len(lines) > 1 else ""


def _foretold(document: Document) -> str:
    if "calibration" not in document:
        return ""
    return "\n".join([_t()["foretold"], *wrapped(document["calibration"]["says"], "  ")])


def _trust(document: Document) -> str:
    less = lowered(document)
    if not less:
        return ""
    lines = [_t()["trust"]]
    for entry in less:
        why = "; ".join(entry["reasons"])
        trust = phrases()["words"]["trust"][entry["trust"]]
        lines += wrapped(fill(_t()["because"], evidence=entry["evidence"], trust=trust, why=why), "  ", "    ")
    return "\n".join(lines)


def _unjudged(document: Document) -> str:
    if not document["unjudged"]:
        return ""
    lines = [_t()["unjudged"]]
    together: dict[str, list[str]] = {}
    for entry in document["unjudged"]:
        together.setdefault(entry["wanted"], []).append(f"{entry['what']}: {entry['why']}")
    for wanted, entries in together.items():
        for words in entries:
            lines += wrapped(f"- {words}", "  ", "    ")
        lines += wrapped(fill(_t()["would_take"], wanted=wanted), "      ") if wanted else []
    return "\n".join(lines)


def _problems(remarks: Sequence[str]) -> str:
    return "\n".join([_t()["remarks"], *(f"  {line}" for line in remarks)]) if remarks else ""


def _foot(document: Document) -> str:
    frame, bundle = document["framework"], document["bundle"]
    return "\n".join(
        [
            fill(
                _t()["made"],
                engine=document["engine"]["version"],
                framework=frame["id"],
                version=frame["version"],
                digest=frame["digest"][:12],
                bundle=bundle["digest"][:12],
            ),
            *([fill(_t()[which], root=bundle["root"])] if (which := seals.phrase(document)) else []),
            *(
                wrapped(fill(_t()["plugins"], plugins=plugins_words(made)), "")
                if (made := document.get("plugins"))
                else []
            ),
            *wrapped(_t()["explain"], ""),
        ]
    )


def _by(made: Fact | Trace) -> str:
    """The plugin that a fact or question comes from; nothing for ours."""
    return f" {fill(_t()['plugin'], plugin=made['plugin'])}" if "plugin" in made else ""


def _share(columns: int, of: int = 1) -> int:
    """The width of one of so many columns that share what lines are wider, or narrower, than usual."""
    return max(16, columns + (width() - WIDTH) // of)


def _trimmed(table: str) -> str:
    return "\n".join(line.rstrip() for line in table.splitlines())
