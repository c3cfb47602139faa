"""The lessons of many results, by measure and by what was tried, and how many tried without."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from inspector.learning.lessons import Document, Lesson, told


class Tried(NamedTuple):
    """A measure: how many authorities that agreed have tests that name it, and in how many a gain that held came of it."""

    measure: str
    title: str
    places: int
    held: int


class Library(NamedTuple):
    """What can be learned. `agreed` authorities have a result and agreed; of `others` nothing is read. `without`: nothing of it
    is there, and these are the measures that `known` has."""

    measure: str
    agreed: int
    others: int
    tried: tuple[Tried, ...]
    lessons: tuple[Lesson, ...]
    known: tuple[str, ...]


def library(results: Iterable[Document], others: int, measure: str = "") -> Library:
    """The library of the last result of each authority that agreed; `others` have not. With a `measure`, of that alone.

    A measure is meant by the authority's own name for it or by the framework's. What stands first says nothing: measures are in
    the order of their names, tests in that of their words.
    """
    lessons: list[Lesson] = []
    titles: dict[str, str] = {}
    named: dict[str, int] = {}
    known: set[str] = set()
    agreed = 0
    for document in results:
        agreed += 1
        found = told(document)
        mine = {id: one for id, one in found.named.items() if _meant(measure, id, one.known_as)}
        known.update(found.named, (one.known_as for one in found.named.values() if one.known_as))
        lessons += [one for one in found.lessons if one.measure in mine]
        for key, title in {_key(id, one.known_as): one.title for id, one in mine.items()}.items():
            named[key] = named.get(key, 0) + 1
            titles[key] = min(title, titles.get(key, title))
    held = _held(lessons)
    tried = tuple(Tried(key, titles[key], named[key], held.get(key, 0)) for key in sorted(named))
    return Library(measure, agreed, others, tried, tuple(sorted(lessons, key=_by_words)), tuple(sorted(known)))


def key_of(one: Lesson) -> str:
    """The measure as it is listed: its name in the framework where it has one, so that places can be put together."""
    return _key(one.measure, one.known_as)


def _key(id: str, known_as: str) -> str:
    return known_as or id


def _meant(measure: str, id: str, known_as: str) -> bool:
    return not measure or measure.casefold() in (id.casefold(), known_as.casefold())


def _held(lessons: Iterable[Lesson]) -> Mapping[str, int]:
    places: dict[str, set[str]] = {}
    for one in lessons:
        places.setdefault(key_of(one), set()).add(one.authority)
    return {key: len(found) for key, found in places.items()}


def _by_words(one: Lesson) -> tuple[str, ...]:
    return (key_of(one), one.aim.casefold(), one.aim, one.authority, one.entry)
