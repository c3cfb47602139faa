"""Words that a framework has of its own, where the ones that everybody has are too few."""

from collections.abc import Callable, Mapping
from typing import Literal

from inspector.model.base import Noun
from inspector.model.problems import Where

WordSort = Literal["whom", "group", "change_type", "conditions"]
"""Where a word may stand: in `whom` of a rule, in `group` of what people said, in `change_type` of an improvement log, as a
condition that reviews look for."""
WORD_SORTS: tuple[WordSort, ...] = ("whom", "group", "change_type", "conditions")


class OwnWord(Noun):
    """A word of a framework's own, and its title in words. `counts_as` is the word of ours that it counts as; empty for none."""

    id: str
    title: str
    counts_as: str = ""
    where: Where


class OwnWords(Noun):
    """All the words of a framework's own, each sort in the order of its file."""

    whom: tuple[OwnWord, ...] = ()
    group: tuple[OwnWord, ...] = ()
    change_type: tuple[OwnWord, ...] = ()
    conditions: tuple[OwnWord, ...] = ()

    def of(self, sort: WordSort) -> tuple[OwnWord, ...]:
        """The words of one sort."""
        found: tuple[OwnWord, ...] = getattr(self, sort)
        return found

    def titles(self, sort: WordSort) -> Mapping[str, str]:
        """The titles of the words of one sort, by id, in their order."""
        return {one.id: one.title for one in self.of(sort)}

    def by_themselves(self, sort: WordSort) -> Mapping[str, str]:
        """The titles of the words of one sort that count as themselves, by id, in their order: those that are none of ours."""
        return {one.id: one.title for one in self.of(sort) if not one.counts_as}

    def ours(self, sort: WordSort, word: object) -> str:
        """The word of ours that a word of one sort counts as; empty where it counts as none, or nobody has it."""
        return next((one.counts_as for one in self.of(sort) if one.id == word), "")

    def __bool__(self) -> bool:
        return any(self.of(sort) for sort in WORD_SORTS)


class ReadBy(Noun):
    """The framework by which a bundle is read, as people know it, and the words it adds; without a name nobody was asked."""

    framework: str = ""
    words: OwnWords = OwnWords()


NOBODY = ReadBy()
Asked = Callable[[str | None], ReadBy]
"""By which framework a bundle is read, given the one that it names itself."""
