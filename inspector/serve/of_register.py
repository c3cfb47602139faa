"""The pages of a register: its authorities, what it has of each over time, every result, and two of them compared."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from inspector import report
from inspector.model.assurance import said
from inspector.model.register import Entry, ResultBody
from inspector.overtime import compared
from inspector.register.book import Register, opened
from inspector.register.looked_up import history_of
from inspector.register.named import where
from inspector.replying import entered
from inspector.report.comparison import render as comparison
from inspector.report.document.shape import Document
from inspector.report.history import render as over_time
from inspector.report.wording import counted, fill, phrases
from inspector.serve.app import Made
from inspector.serve.asked import Asked, Missing, Page
from inspector.serve.keys import Keys
from inspector.serve.laid_out import Layout
from inspector.serve.searching import AT_ONCE, Hit, findings

Found = TypeVar("Found")
MOST_SEARCHED = 200
"""So many results, the newest first, are searched at once: each is read and held to its schema."""


class RegisterSite:
    """A register, opened anew for every page: others may write in it meanwhile. Raises CannotComplete where it is none."""

    def __init__(self, register: str, keys: Keys, language: str) -> None:
        self._place = where(register)
        name = phrases(language)["serve"]["register"]["name"]
        self._layout = Layout(keys, language, name, [("authorities", ""), ("find", "find")])
        self._ask(lambda book: book.authorities())

    @cached_property
    def pages(self) -> Mapping[str, Made]:
        """The pages that are looked at, by their paths."""
        return {
            "": self._authorities, "authority": self._authority, "history": self._history, "report": self._report,
            "compare": self._compare, "find": self._find,
        }  # fmt: skip

    @cached_property
    def forms(self) -> Mapping[str, Made]:
        """None: nothing is entered from here."""
        return {}

    @property
    def language(self) -> str:
        """The language that its pages speak."""
        return self._layout.language

    @property
    def slow(self) -> Collection[str]:
        """The paths of pages that can take a minute."""
        return ("find",)

    def refusal(self, title: str, lines: Sequence[str], status: int) -> Page:
        """A page that says why there is none."""
        return self._layout.refusal(title, lines, status)

    def _ask(self, question: Callable[[Register], Found]) -> Found:
        with opened(self._place) as book, book.snapshot():
            return question(book)

    def _authorities(self, _: Asked) -> Page:
        words = self._layout.words["register"]
        names = self._ask(lambda book: book.authorities())
        told = {"authorities": [{"name": name, "entries": counted(words["entries"], many)} for name, many in names]}
        return self._layout.page("served_authorities.html.j2", words["title"], told, "authorities")

    def _authority(self, asked: Asked) -> Page:
        name = asked.one("name")
        results = self._results(name)
        told = {"name": name, "results": [_line(one) for one in reversed(results)]}
        return self._layout.page("served_authority.html.j2", name, told, "authorities")

    def _results(self, name: str) -> list[Entry]:
        found = self._ask(lambda book: book.entries(authority=name)) if name else []
        if not found:
            raise Missing(fill(self._layout.words["register"]["nobody"], name=name))
        return [one for one in found if one.kind == "result"]

    def _history(self, asked: Asked) -> Page:
        found = history_of(self._place, asked.one("name"))
        return self._layout.whole(over_time(found, "html", language=self._layout.language), "authorities")

    def _report(self, asked: Asked) -> Page:
        document = self._result(asked.one("entry"))
        return self._layout.whole(report.render(document, "html", self._layout.language), "authorities")

    def _result(self, entry: str) -> Document:
        return report.in_language(self._ask(lambda book: entered(book, entry)), self.language)

    def _compare(self, asked: Asked) -> Page:
        old, new = (self._result(asked.one(name)) for name in ("old", "new"))
        page = comparison(compared(old, new, ("register", "register")), "html", language=self._layout.language)
        return self._layout.whole(page, "authorities")

    def _find(self, asked: Asked) -> Page:
        words, query = self._layout.words, asked.one("q")
        some, count, left = self._ask(lambda book: _searched(book, query)) if query else ((), 0, 0)
        told = {
            "query": query,
            "findings": [one._asdict() for one in some],
            "finding_count": counted(words["find"]["findings"], count) if query else words["register"]["no_query"],
            "more": counted(words["register"]["more"], count - len(some)) if count > len(some) else "",
            "left_out": counted(words["register"]["left_out"], left) if left else "",
        }
        title = fill(words["find"]["title"], query=query) if query else words["places"]["find"]
        return self._layout.page("served_found.html.j2", title, told, "find")


def _searched(book: Register, query: str) -> tuple[tuple[Hit, ...], int, int]:
    """The findings that hold every word, of the newest results first; how many there are, and how many results were left out."""
    results = book.entries(kind="result")[::-1]
    some: list[Hit] = []
    count = 0
    for one in results[:MOST_SEARCHED]:
        document = entered(book, str(one.index))
        found = findings(document, query)
        count += found.total
        some += [Hit(str(one.index), f"{one.authority}: {hit.says} [{hit.what}]") for hit in found.some][
            : AT_ONCE - len(some)
        ]
    return tuple(some), count, max(0, len(results) - MOST_SEARCHED)


def _line(one: Entry) -> dict[str, str]:
    body = one.body
    assert isinstance(body, ResultBody)
    return {
        "entry": str(one.index),
        "on": one.entered_at[:10],
        "start": body.period_start,
        "end": body.period_end,
        "verdict": said(body.verdict, body.assurance),
        "framework": f"{body.framework} {body.framework_version}",
    }
