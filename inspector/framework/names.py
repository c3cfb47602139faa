"""Ids of a framework: those that stand twice, and themes and sources that are named and not there."""

from inspector.framework.files import MAIN
from inspector.framework.own_words import unknown_whom
from inspector.framework.yaml_source import Document
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import did_you_mean, error, one_of
from inspector.model.rules import Framework


def names(framework: Framework, main: Document, *, themes: bool = True) -> list[Problem]:
    """A problem for each id that stands twice, and for each theme and source that a rule names and that is not there.

    Without `themes`, where framework.yaml could not be read whole, what is not there may only be unread.
    """
    problems: list[Problem] = []
    seen: dict[tuple[str, str], Where] = {}
    sources = [(source.id, main.where("sources", place, "id")) for place, source in enumerate(framework.sources)]
    for sort, named in (
        ("rule", [(rule.id, rule.where) for rule in framework.rules]),
        ("theme", [(theme.id, theme.where) for theme in framework.themes]),
        ("verdict row", [(row.id, row.where) for row in framework.verdicts]),
        ("source", sources),
    ):
        for name, where in named:
            if (sort, name) in seen:
                problems.append(
                    error("duplicate-id", where, f"the {sort} {shown(name)} is already at {seen[sort, name]}")
                )
            seen.setdefault((sort, name), where)
    for rule in framework.rules if themes else ():
        problems += _unknown(
            "unknown-theme", "theme", rule.theme, [theme.id for theme in framework.themes], rule.place("theme")
        )
        for place, cited in enumerate(rule.cites):
            known = [source.id for source in framework.sources]
            problems += _unknown("unknown-source", "source", cited, known, rule.place(f"cites/{place}"))
    return [*problems, *(unknown_whom(framework) if themes else ())]


def _unknown(id: str, sort: str, name: str, known: list[str], where: Where) -> list[Problem]:
    if name in known:
        return []
    message = f"there is no {sort} {shown(name)} in {MAIN}"
    return [error(id, where, message, one_of(known), did_you_mean(name, known))]
