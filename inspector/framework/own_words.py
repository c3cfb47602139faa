"""The words of a framework's own: `words` in framework.yaml, and where rules name one that nobody has."""

from collections.abc import Iterable
from typing import Any

from inspector.framework.files import MAIN
from inspector.framework.yaml_source import Document
from inspector.model.argument import WHO
from inspector.model.case_reviews import CONDITIONS
from inspector.model.evidence import CHANGE_TYPES
from inspector.model.own_words import OwnWord, OwnWords, WordSort
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import did_you_mean, error, one_of
from inspector.model.rules import Framework
from inspector.model.voice import GROUPS

OURS: dict[WordSort, tuple[str, ...]] = {
    "whom": WHO,
    "group": GROUPS,
    "change_type": CHANGE_TYPES,
    "conditions": CONDITIONS,
}
"""The words that everybody has, which no framework can give another meaning."""

TAKEN: dict[str, tuple[str, ...]] = {"group": ("all",)}
"""Words that are no word of ours in evidence, and that facts need for themselves."""


def own_words(main: Document, value: dict[str, Any], problems: list[Problem]) -> OwnWords:
    """The words that framework.yaml names; what is wrong in them is added to `problems`. What is no list is passed over."""
    given = value.get("words", {})
    found = {}
    for sort, ours in OURS.items():
        bodies = given.get(sort, ()) if isinstance(given, dict) else ()
        found[sort] = tuple(_words(main, sort, ours, bodies, problems))
    return OwnWords(**found)


def words_of_broken(main: Document) -> OwnWords:
    """The words of a framework.yaml that does not obey its schema, by their ids alone: what is wrong is said already.

    Those under a key that nobody knows may be meant for any sort: nothing is said of who uses them.
    """
    said = main.value.get("words") if isinstance(main.value, dict) else None
    given = said if isinstance(said, dict) else {}
    astray = [word for sort in given if sort not in OURS for word in _ids(main, sort, given[sort])]
    return OwnWords(**{sort: (*_ids(main, sort, given.get(sort)), *astray) for sort in OURS})


def _ids(main: Document, sort: str, bodies: Any) -> tuple[OwnWord, ...]:
    listed = list(enumerate(bodies)) if isinstance(bodies, list | tuple) else []
    named = {one["id"]: n for n, one in reversed(listed) if isinstance(one, dict) and isinstance(one.get("id"), str)}
    return tuple(OwnWord(id=id, title="?", where=main.where("words", sort, n, "id")) for id, n in named.items())


def _words(
    main: Document, sort: str, ours: tuple[str, ...], bodies: Iterable[Any], problems: list[Problem]
) -> Iterable[OwnWord]:
    seen: dict[str, Where] = {}
    for place, body in enumerate(bodies):
        where = main.where("words", sort, place, "id")
        if body["id"] in seen:
            problems.append(error("duplicate-id", where, f"{shown(body['id'])} is already at {seen[body['id']]}"))
            continue
        if body["id"] in (*ours, *TAKEN.get(sort, ())):
            message = f"{shown(body['id'])} is a word that every framework has, and keeps its meaning"
            problems.append(error("word-taken", where, message, "an id of its own, or no entry for it"))
            continue
        seen[body["id"]] = where
        counts_as = body.get("as", "")
        if counts_as and counts_as not in ours:
            at = main.where("words", sort, place, "as")
            message = f"{shown(body['id'])} is to count as {shown(counts_as)}, which is none of ours"
            problems.append(error("unknown-word", at, message, one_of(ours), did_you_mean(counts_as, ours)))
        yield OwnWord(id=body["id"], title=body["title"], counts_as=counts_as, where=where)


def unknown_whom(framework: Framework) -> list[Problem]:
    """A problem for each rule whose questions are put to somebody whom neither we nor the framework have a word for."""
    known = [*WHO, *framework.words.titles("whom")]
    problems = []
    for rule in framework.rules:
        for place, who in enumerate(rule.whom):
            if who not in known:
                message = f"{shown(who)} is nobody that questions are put to, and no word of `words` in {MAIN}"
                expected = f"{one_of(known)}, or an entry of its own: `words: {{whom: [{{id: …, title: …}}]}}`"
                where = rule.place(f"whom/{place}")
                problems.append(error("unknown-whom", where, message, expected, did_you_mean(who, known)))
    return problems
