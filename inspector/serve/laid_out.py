"""Pages laid out: the bar that stands on each, pages of our own, and those that are files elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inspector.report.harmless import harmless
from inspector.report.html.page import served_page, with_bar
from inspector.report.wording import Words, phrases
from inspector.serve.asked import Page
from inspector.serve.keys import Keys


@dataclass(frozen=True)
class Layout:
    """How the pages of one run look. `places` are what the bar leads to, by the names of phrases, each with its path."""

    keys: Keys
    language: str
    name: str
    places: Sequence[tuple[str, str]]
    searches: bool = True

    @property
    def words(self) -> Words:
        """The phrases of these pages."""
        found: Words = phrases(self.language)["serve"]
        return found

    def page(self, template: str, title: str, values: Mapping[str, Any], here: str = "", status: int = 200) -> Page:
        """A page of our own. Texts in `values` are made harmless, but for those under `typed`, which go back into a form."""
        typed = values.get("typed", {})
        safe = {
            **harmless({**values, "typed": {}}),
            "typed": typed,
            "title": harmless(title),
            "form_key": self.keys.form,
        }
        return Page(served_page(template, {**safe, **self._bar(here)}, self.language), status)

    def whole(self, page: str, here: str, names: Mapping[str, str] | None = None) -> Page:
        """A page that is a file elsewhere, under the bar; `names` are ids on it, each with what is shown by a click."""
        return Page(with_bar(page, self._bar(here), self.language, names))

    def refusal(self, title: str, lines: Sequence[str], status: int) -> Page:
        """A page that says why there is none."""
        words = self.words["refused"]
        return self.page(
            "served_refusal.html.j2", words[title], {"lines": list(lines) or [words["fault_says"]]}, status=status
        )

    def _bar(self, here: str) -> dict[str, Any]:
        return {
            "base": self.keys.base,
            "served": harmless(self.name),
            "places": [
                {"word": self.words["places"][word], "path": path, "here": word == here} for word, path in self.places
            ],
            "searches": self.searches,
        }
