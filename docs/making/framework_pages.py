"""A page for each framework that ships with Inspector: its themes with their rules, its decision table, its sources."""

from collections.abc import Iterator

from inspector.model.rules import Framework, Rule, VerdictRow
from making.markdown import bullets, code, link, page, section, table, text
from making.patterns import in_words
from making.shipped import cited, path, shipped


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every page on frameworks."""
    rows = [
        [
            link(f.title, path(f, "index"), "frameworks/index.md"),
            code(f.id),
            f.version,
            text(f.question),
            str(len(f.rules)),
        ]
        for f in shipped()
    ]
    told = "A framework is a versioned set of rules. These ship with Inspector; anybody may write another."
    yield (
        "frameworks/index.md",
        page("Frameworks", told, table(["framework", "id", "version", "it asks", "rules"], rows)),
    )
    for framework in shipped():
        yield path(framework, "index"), _overview(framework)


def _overview(framework: Framework) -> str:
    here = path(framework, "index")
    facts = f"{code(framework.id)} {framework.version}, digest {code(framework.digest[:16] + '…')}. "
    shown = f"{code(f'inspector framework show {framework.id}')} prints it."
    return page(
        text(framework.title),
        f"*{text(framework.question)}*",
        facts + shown,
        *(_theme(framework, place, here) for place in range(len(framework.themes))),
        section("Verdicts", _verdicts(framework, here)),
        section("Sources", bullets(f"{code(s.id)}: {text(cited(s))}" for s in framework.sources)),
    )


def _theme(framework: Framework, place: int, here: str) -> str:
    theme = framework.themes[place]
    rows = [
        [link(rule.id, path(framework, rule.id), here), _concludes(rule), text(rule.says)]
        for rule in framework.rules
        if rule.theme == theme.id
    ]
    evidence = "What lets it speak:\n\n" + bullets(text(one) for one in theme.evidence)
    # The heading keeps the theme's id as its anchor, whatever its title becomes.
    heading = f"{text(theme.title)} {{ #{theme.id} }}"
    told = f"*{text(theme.asks)}* Theme {code(theme.id)}, weight {theme.weight:g}."
    rules = table(["rule", "concludes", "says"], rows) if rows else "No rule judges this theme yet."
    return section(heading, "\n\n".join([told, evidence, rules]))


def _verdicts(framework: Framework, here: str) -> str:
    rows = [
        [str(place), code(row.verdict), code(row.id), _holds(row, framework, here), text(row.says)]
        for place, row in enumerate(framework.verdicts, 1)
    ]
    return "The first row that holds gives the verdict.\n\n" + table(["", "verdict", "row", "holds when", "says"], rows)


def _holds(row: VerdictRow, framework: Framework, here: str) -> str:
    when = "; ".join(in_words(part, framework.id, here) for part in row.when)
    unless = "; ".join(in_words(part, framework.id, here) for part in row.unless)
    return (when or "always") + (f"; **unless** {unless}" if unless else "")


def _concludes(rule: Rule) -> str:
    end = rule.conclude
    parts = [code(end.standing) if end.standing else "", f"at most {code(end.limit)}" if end.limit else ""]
    return ", ".join(part for part in parts if part) or "a remark"
