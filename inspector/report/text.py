"""A result as text for a terminal: the verdict first, then everything it rests on, down to the rows."""

from collections.abc import Iterable, Mapping, Sequence

from tabulate import tabulate

from inspector.model.assurance import SAID
from inspector.report import replied, seals
from inspector.report.argument_text import argument_text
from inspector.report.assurance_words import assurance_lines, loud
from inspector.report.document.selections import asking, lowered
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Fact, Finding, Score, Theme, Trace
from inspector.report.harmless import plain
from inspector.report.lines import wrapped
from inspector.report.missing_words import missing_lines, range_words
from inspector.report.places import places
from inspector.report.plugin_parts import plugins_sentence
from inspector.report.quoted import quoted
from inspector.report.standing_words import is_aside, standing_word
from inspector.report.struck_words import struck_lines
from inspector.report.visit_view import beside, visit_view
from inspector.report.wording import phrases


def render(document: Document, remarks: Sequence[str]) -> str:
    """The whole report as text, ending in a newline.

    `remarks` are those on the bundle, a line each: the document's places have no sheet, column letter or record to name.
    """
    argument = argument_text(document)
    parts = [
        _head(document),
        _themes(document),
        _visit(document),
        _findings(document),
        _replies(document),
        # A fieldwork plan has these questions in it, and stands with the rest of the argument.
        "" if "fieldwork" in argument else _asked(document),
        _integrity(document),
        _declared(document),
        _foretold(document),
        _trust(document),
        _missing(document),
        _unjudged(document),
        *argument.values(),
        _problems(remarks),
        _foot(document),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(document: Document) -> str:
    bundle, framework, verdict = document["bundle"], document["framework"], document["verdict"]
    invented = " (an invented authority)" if bundle["invented"] else ""
    return "\n".join(
        [
            f"{plain(bundle['authority'])}{invented}, {bundle['period']['start']} to {bundle['period']['end']}",
            plain(f"{framework['title']}: {framework['question']}"),
            *(line for said in document.get("attention", ()) for line in wrapped(said, "")),
            "",
            *wrapped(f"VERDICT: {loud(document)}{_could_be(document)}", "", "  "),
            *wrapped(verdict["says"], "  "),
            *(line for words in assurance_lines(document) for line in wrapped(words, "  ", "    ")),
            *wrapped(_score(verdict["score"]), "  "),
            *(line for words in struck_lines(document) for line in wrapped(words, "  ", "    ")),
        ]
    )


def _could_be(document: Document) -> str:
    words = range_words(document)
    return f" ({words})" if words else ""


def _missing(document: Document) -> str:
    lines = missing_lines(document)
    return (
        "\n".join(["WHAT IS MISSING", *(part for line in lines for part in wrapped(line, "  ", "    "))])
        if lines
        else ""
    )


def _score(score: Score) -> str:
    if score["value"] is None or score["low"] is None or score["high"] is None:
        return f"No improvement score: {score.get('why', '')}. Silence is not counted as nought."
    return (
        f"Improvement score {score['value']:g} of 100; doubt in its parts leaves {score['low']:g} to {score['high']:g}. "
        "It follows this authority over time and ranks nobody. The verdict does not come from it."
    )


def _themes(document: Document) -> str:
    themes = document["themes"]
    ladder = "silent < stated < doing < showing < lasting"
    if other := beside(document):
        rows = [
            [plain(t["title"]), other[t["theme"]]["on_paper"], standing_word(t), plain(other[t["theme"]]["judged"])]
            for t in themes
        ]
        headers = ["theme", "on paper", "since the visit", "inspectors say"]
        table = tabulate(rows, headers=headers, tablefmt="simple", maxcolwidths=[40, None, None, 36])
        return "\n".join([f"THEMES, on paper and since the visit ({ladder})", _trimmed(table), *_aside(themes)])
    rows = [[plain(t["title"]), standing_word(t), _range(t), str(len(t["findings"])), plain(t["asks"])] for t in themes]
    headers = ["theme", "standing", "could be", "findings", "what it asks"]
    table = tabulate(rows, headers=headers, tablefmt="simple", maxcolwidths=[24, None, 18, None, 44])
    return "\n".join([f"THEMES, {SAID['on-paper']} ({ladder})", _trimmed(table), *_aside(themes)])


def _visit(document: Document) -> str:
    shown = visit_view(document, phrases())
    if shown is None:
        return ""
    lines = ["WHAT A VISIT FOUND", *(line for one in shown["intro"] for line in wrapped(one, "  "))]
    for one in shown["claims"]:
        lines += wrapped(f"{one[0]} {one[-1][:1].upper()}{one[-1][1:]}", "  ", "    ")
    lines += [
        "  Set aside because of it:",
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
        lines += wrapped(f"{theme['title']}, set aside: {says}", "  ", "    ")
    return lines


def _range(theme: Theme) -> str:
    low, high = theme["range"]
    return standing_word(theme) if low == high == theme["standing"] else f"{low} to {high}"


def _findings(document: Document) -> str:
    facts = {fact["id"]: fact for fact in document["facts"]}
    lines = ["FINDINGS"]
    told: set[str] = set()
    said = replied.beside(document, phrases())
    for theme in document["themes"]:
        found = [f for f in document["findings"] if f["theme"] == theme["theme"]]
        if found:
            lines += ["", f"{plain(theme['title'])}: {standing_word(theme)}"]
        for finding in found:
            lines += _finding(finding, facts, told)
            lines += [line for one in said.get(finding["id"], ()) for line in wrapped(one, "      ", "        ")]
    return "\n".join(lines) if document["findings"] else "FINDINGS\n  None."


def _finding(finding: Finding, facts: Mapping[str, Fact], told: set[str]) -> list[str]:
    lines = [f"  [{finding['id']}] {_conclusion(finding)}", *wrapped(finding["says"], "    ")]
    for quote in finding.get("quotes", ()):
        lines += wrapped(quoted(quote, phrases()), "      ", "        ")
    for name in finding["facts"]:
        if name in told:
            lines += wrapped(f"- as above [{name}]", "      ", "        ")
            continue
        told.add(name)
        fact = facts[name]
        rows = f" ({places(fact['rows'])})" if fact["rows"] else ""
        lines += wrapped(f"- {fact['says']}{rows} [{fact['id']}]{_by(fact)}", "      ", "        ")
    if finding["builds_on"]:
        lines += wrapped(f"Builds on {', '.join(finding['builds_on'])}.", "      ")
    return lines


def _replies(document: Document) -> str:
    """What was replied to no finding that stands here."""
    t = phrases()
    found = replied.others(document, t)
    lines = [line for one in found for line in wrapped(one, "  ", "    ")]
    return "\n".join([t["replies"]["title"].upper(), *lines]) if lines else ""


def _conclusion(finding: Finding) -> str:
    if finding["withdrawn"]:
        return "withdrawn: its evidence cannot be relied on until questions about it are answered"
    words = {"better": "speaks for improvement", "worse": "speaks against improvement", "neither": "to be weighed"}
    parts = [words[finding["direction"]]]
    standing, reached, limit = finding["standing"], finding["reached"], finding["limit"]
    if standing is not None:
        parts.append(f"supports {standing}")
    if reached is not None and standing != reached:
        parts.append(f"would be {reached} if its evidence were checked by somebody else")
    if limit is not None:
        parts.append(f"nothing above {limit} while this stands")
    return "; ".join(parts)


def _asked(document: Document) -> str:
    asked = document["questions_on_site"]
    if not asked:
        return ""
    lines = ["QUESTIONS TO ASK ON SITE"]
    for number, entry in enumerate(asked, 1):
        lines += wrapped(f"{number}. {entry['question']} [{', '.join(entry['because'])}]", "  ", "     ")
    return "\n".join(lines)


def _integrity(document: Document) -> str:
    put = asking(document)
    if not put:
        return ""
    lines = ["QUESTIONS ABOUT THE EVIDENCE (none is an accusation: each has innocent explanations)"]
    for trace in put:
        said = f"[{trace['probe']}] {trace['subject']}, {trace['outcome']}: {trace['says']}{_by(trace)}"
        lines += wrapped(said, "  ", "    ")
        if trace["rows"]:
            lines += wrapped(f"Rows: {places(trace['rows'])}.", "    ")
        if trace["innocent"]:
            innocent = "; ".join(one.rstrip(".") for one in trace["innocent"])
            lines += wrapped(f"It may well be that: {innocent}.", "    ")
    return "\n".join(lines)


_BORNE_OUT = {
    "borne-out": "the data bear it out",
    "not-borne-out": "the data do not bear it out",
    "cannot-tell": "whether the data bear it out cannot be told",
}


def _declared(document: Document) -> str:
    lines = ["WHAT WAS DECLARED, AND WHETHER THE DATA BEAR IT OUT (a declaration costs nothing)"]
    for one in document.get("declared", ()):
        days = one["on"] if one["to"] is None else f"{one['on']} to {one['to']}"
        lines += wrapped(f"{one['event']} of {days}: {_BORNE_OUT[one['outcome']]}. {one['says']}", "  ", "    ")
        if one["rows"]:
            lines += wrapped(f"Rows: {places(one['rows'])}.", "    ")
    return "\n".join(lines) if len(lines) > 1 else ""


def _foretold(document: Document) -> str:
    if "calibration" not in document:
        return ""
    return "\n".join(["HOW WELL THE TEAM FORETOLD", *wrapped(document["calibration"]["says"], "  ")])


def _trust(document: Document) -> str:
    less = lowered(document)
    if not less:
        return ""
    lines = ["EVIDENCE THAT SUPPORTS LESS THAN IT SHOWS"]
    for entry in less:
        why = "; ".join(entry["reasons"])
        lines += wrapped(f"{entry['evidence']}: {entry['trust']}, because {why}.", "  ", "    ")
    return "\n".join(lines)


def _unjudged(document: Document) -> str:
    if not document["unjudged"]:
        return ""
    lines = ["WHAT COULD NOT BE JUDGED"]
    together: dict[str, list[str]] = {}
    for entry in document["unjudged"]:
        together.setdefault(entry["wanted"], []).append(f"{entry['what']}: {entry['why']}")
    for wanted, entries in together.items():
        for words in entries:
            lines += wrapped(f"- {words}", "  ", "    ")
        lines += wrapped(f"It would take: {wanted}.", "      ") if wanted else []
    return "\n".join(lines)


def _problems(remarks: Sequence[str]) -> str:
    return "\n".join(["REMARKS ON THE BUNDLE", *(f"  {line}" for line in remarks)]) if remarks else ""


_SEAL = {
    "root": "The bundle was sealed: its root is {root}.",
    "root_other": "The bundle is not as it was sealed: the root of what was read is {root}.",
}


def _foot(document: Document) -> str:
    frame, bundle = document["framework"], document["bundle"]
    return "\n".join(
        [
            f"Inspector {document['engine']['version']}, framework {frame['id']} {frame['version']} "
            f"({frame['digest'][:12]}), bundle {bundle['digest'][:12]}.",
            *([_SEAL[which].format(root=bundle["root"])] if (which := seals.phrase(document)) else []),
            *(wrapped(line, "") if (line := plugins_sentence(document.get("plugins", []))) else []),
            "`inspector explain NAME` tells what a name in brackets means; with --bundle, why it fired or did not.",
        ]
    )


def _by(made: Fact | Trace) -> str:
    """The plugin that a fact or question comes from; nothing for ours."""
    return f" (plugin {made['plugin']})" if "plugin" in made else ""


def _trimmed(table: str) -> str:
    return "\n".join(line.rstrip() for line in table.splitlines())
