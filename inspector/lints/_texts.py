"""The texts of a framework, each with what it is and where it stands, as lints of words read them."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from inspector.model.problems import Where
from inspector.model.rules import Framework, Rule, Theme, VerdictRow

Sort = Literal["says", "brief", "practice", "ask", "asks", "question", "title", "evidence", "core"]
_PLACE = re.compile(r"\{[^{}|]*(?:\|([^{}|]*)\|[^{}|]*)?\}")
_SENTENCE = re.compile(r"(?<=[.!?;:])['\")\]]*\s+")


class Text(NamedTuple):
    """Words of a framework: of which sort, of what (`the rule x`), where, and the rule, row or theme, if they are of one."""

    words: str
    sort: Sort
    of: str
    where: Where
    thing: Rule | VerdictRow | Theme | None = None

    @property
    def plain(self) -> str:
        """The words as they read once filled in: `N` for a value, the word for one where there is one for many."""
        return filled(self.words)


def filled(words: str) -> str:
    """Words with `N` for each value, and the word for one where there is a word for one and for many."""
    return " ".join(_PLACE.sub(lambda found: found[1] if found[1] is not None else "N", words).split())


def sentences(words: str) -> list[str]:
    """The sentences of a text; what stands before a colon or a semicolon is one too."""
    return [part for part in _SENTENCE.split(words) if part.strip()]


def stated(framework: Framework) -> Iterator[Text]:
    """What findings and verdicts say, at length and in brief, and what could be done in practice."""
    for rule in framework.rules:
        of = f"the rule {rule.id}"
        yield Text(rule.says, "says", of, rule.place("says"), rule)
        if rule.brief:
            yield Text(rule.brief, "brief", of, rule.place("brief"), rule)
        if rule.practice:
            yield Text(rule.practice, "practice", of, rule.place("practice"), rule)
    for row in framework.verdicts:
        of = f"the row {row.id}"
        yield Text(row.says, "says", of, row.place("says"), row)
        if row.brief:
            yield Text(row.brief, "brief", of, row.place("brief"), row)


def asked(framework: Framework) -> Iterator[Text]:
    """Every question: those that rules put on site, what themes ask, the question of the framework."""
    yield Text(framework.question, "question", "the framework", framework.place("question"))
    for theme in framework.themes:
        yield Text(theme.asks, "asks", f"the theme {theme.id}", theme.place("asks"), theme)
    yield from put(framework)


def put(framework: Framework) -> Iterator[Text]:
    """The questions that rules put to people on site."""
    for rule in framework.rules:
        for place, words in enumerate(rule.ask):
            yield Text(words, "ask", f"the rule {rule.id}", rule.place(f"ask/{place}"), rule)


def titled(framework: Framework) -> Iterator[Text]:
    """The title of the framework and of its themes, what themes call evidence, and what is expected of everybody."""
    yield Text(framework.title, "title", "the framework", framework.place("title"))
    for theme in framework.themes:
        of = f"the theme {theme.id}"
        yield Text(theme.title, "title", of, theme.place("title"), theme)
        if theme.brief:
            yield Text(theme.brief, "title", of, theme.place("brief"), theme)
        for place, words in enumerate(theme.evidence):
            yield Text(words, "evidence", of, theme.place(f"evidence/{place}"), theme)
    for measure in framework.core.measures:
        yield Text(measure.title, "core", f"the core measure {measure.id}", measure.where)
    for record in framework.core.records:
        yield Text(record.why, "core", f"the core records {record.kind}", record.where)


def said(framework: Framework) -> Iterator[Text]:
    """Every text that somebody reads as a sentence: what is stated, and what is asked."""
    yield from stated(framework)
    yield from asked(framework)


def short(words: str) -> str:
    """Words as a remark quotes them: cut where they are long."""
    return repr(words if len(words) <= 60 else f"{words[:59]}…")
