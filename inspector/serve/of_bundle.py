"""The pages of a bundle: what stands first, the report, what is found, and each piece of the evidence by a click."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from inspector.report.front.view import front
from inspector.report.wording import counted, fill, phrases
from inspector.serve.app import Made
from inspector.serve.asked import Asked, Page
from inspector.serve.keys import Keys
from inspector.serve.laid_out import Layout
from inspector.serve.of_visit import VisitPages
from inspector.serve.searching import AT_ONCE, findings
from inspector.serve.submission import Submission
from inspector.showing.as_html import view
from inspector.showing.target import NotOne, target
from inspector.showing.values import values

MOST_PAGES, FEW = 10_000, 3


class BundleSite:
    """A bundle, and a visit to it where there is one."""

    def __init__(self, found: Submission, keys: Keys, by: str = "") -> None:
        self._found = found
        places = [("first", ""), ("report", "report"), ("find", "find")]
        if found.on_visit:
            places += [("visit", "visit"), ("since", "visit/verdict")]
        name = found.workings.inspection.authority
        self._layout = Layout(keys, found.language, name, places)
        self._visit = VisitPages(found, self._layout, by) if found.on_visit else None

    @cached_property
    def pages(self) -> Mapping[str, Made]:
        """The pages that are looked at, by their paths."""
        own: dict[str, Made] = {"": self._first, "report": self._report, "find": self._find, "show": self._show}
        return {**own, **(self._visit.pages if self._visit else {})}

    @cached_property
    def forms(self) -> Mapping[str, Made]:
        """The pages that take a form."""
        return self._visit.forms if self._visit else {}

    @property
    def language(self) -> str:
        """The language that its pages speak."""
        return self._layout.language

    @property
    def slow(self) -> Collection[str]:
        """The paths of pages that can take a minute."""
        return ("visit/verdict", "visit/report")

    def refusal(self, title: str, lines: Sequence[str], status: int) -> Page:
        """A page that says why there is none."""
        return self._layout.refusal(title, lines, status)

    def _first(self, _: Asked) -> Page:
        document = self._found.paper
        view = front(document, phrases(self._layout.language))
        title = f"{view['authority']}: {document['framework']['question']}"
        names = self._found.names
        few = {
            side: [{**one, "what": names.get(one["id"], "")} for one in view[side][:FEW]]
            for side in ("better", "against", "ask")
        }
        told = {
            "d": {"framework": document["framework"], "verdict": document["verdict"]},
            "f": {**view, **few, "themes": [{**one, "what": names.get(one["finding"], "")} for one in view["themes"]]},
            "tables": self._tables(),
            "unread": [one._asdict() for one in self._found.unread],
            "on_visit": self._found.on_visit,
        }
        return self._layout.page("served_first.html.j2", title, told, "first")

    def _tables(self) -> list[dict[str, object]]:
        return [
            {
                "place": one.place,
                "what": f"{one.path}#{one.sheet}" if one.sheet else one.path,
                "kind": one.kind,
                "rows": len(one.every()),
            }
            for one in self._found.tables
            if len(one.element) < 2
        ]

    def _report(self, _: Asked) -> Page:
        page = self._found.page(visited=False)
        return self._layout.whole(page, "report", self._found.names)

    def _find(self, asked: Asked) -> Page:
        query, words, place = asked.one("q"), self._layout.words, _page_of(asked.one("page"))
        found = findings(self._found.paper, query, place * AT_ONCE)
        rows = self._found.index.rows(query, place * AT_ONCE)
        last = max(found.total, rows.total) > (place + 1) * AT_ONCE
        told = {
            "query": query,
            "findings": [one._asdict() for one in found.some],
            "finding_count": counted(words["find"]["findings"], found.total),
            "rows": [one._asdict() for one in rows.some],
            "row_count": counted(words["find"]["rows"], rows.total) if query else words["find"]["no_query"],
            "before": place - 1 if place else None,
            "after": place + 1 if last else None,
            "left_out": counted(words["find"]["left_out"], self._found.index.left_out)
            if self._found.index.left_out
            else "",
        }
        title = fill(words["find"]["title"], query=query) if query else words["find"]["title_all"]
        return self._layout.page("served_find.html.j2", title, told, "find")

    def _show(self, asked: Asked) -> Page:
        tables, workings, what = self._found.tables, self._found.workings, asked.one("what")
        try:
            found = values(target(what, tables, workings), tables, workings, self._found.unread)
        except NotOne as why:
            told = {"lines": [str(why)], "look": what}
            return self._layout.page(
                "served_refusal.html.j2", self._layout.words["refused"]["not_found"], told, status=404
            )
        shown = view(found, self._layout.language)
        return self._layout.page("served_show.html.j2", shown["name"], {"shown": shown})


def _page_of(text: str) -> int:
    return min(int(text), MOST_PAGES) if text.isascii() and text.isdigit() and len(text) < 6 else 0
