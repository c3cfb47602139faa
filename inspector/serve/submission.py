"""A submission that is served: read once, judged once, and judged again only when the records of its visit have changed."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from inspector import arguing, report
from inspector.bundle.reading import BundleReading
from inspector.bundle.told_rows import shown, unread
from inspector.judging.settling import Workings
from inspector.proof import chain, folder
from inspector.proof.folder import Visit
from inspector.report.document.make import document
from inspector.report.document.shape import Document
from inspector.report.wording import LANGUAGE
from inspector.serve.searching import Index
from inspector.visiting import visited

Replies = Callable[[Document], Document]


class Submission:
    """What pages ask of a bundle. `visit` is the folder of a visit to it, held against the bundle at once.

    Raises CannotComplete where the visit is another bundle's, or was altered.
    """

    def __init__(
        self,
        reading: BundleReading,
        workings: Workings,
        visit: Path | None = None,
        replied: Replies = lambda found: found,
        language: str = LANGUAGE,
    ) -> None:
        self.workings, self.tables, self.unread = workings, shown(reading), unread(reading)
        self._folder, self._replied, self.language = visit, replied, language
        self._since: tuple[tuple[str, ...], Document] | None = None
        if visit is not None:
            folder.refuse_other(self.visit.plan, workings.inspection)

    @property
    def on_visit(self) -> bool:
        """Whether a visit is at hand."""
        return self._folder is not None

    @property
    def visit(self) -> Visit:
        """The visit as its folder has it now, every seal held. Raises CannotComplete."""
        assert self._folder is not None
        return folder.load(self._folder)

    @cached_property
    def paper(self) -> Document:
        """The result as the submission alone gives it."""
        return self._document(self.workings)

    def _document(self, workings: Workings) -> Document:
        made = self._replied(document(arguing.with_pictures(workings)))
        return report.in_language(made, self.language, workings.rulebook.framework)

    @cached_property
    def index(self) -> Index:
        """The rows, to be searched."""
        return Index(self.tables)

    def since(self) -> Document:
        """The result with what the visit brought back, as it is recorded now. Raises CannotComplete."""
        assert self._folder is not None
        visit = self.visit
        chains = chain.of_folder(visit.folder, visit.plan.seal)
        state = (visit.last_seal, *sorted(one.hashes[-1] for one in chains))
        if self._since is None or self._since[0] != state:
            self._since = (state, self._document(visited(self.workings, self._folder)))
        return self._since[1]

    def page(self, *, visited: bool) -> str:
        """The whole report as a page: on paper, or since the visit."""
        return report.render(self.since() if visited else self.paper, "html", self.language)

    @cached_property
    def names(self) -> dict[str, str]:
        """The ids that reports print, each with what `show` is asked for."""
        found = self.workings.inspection
        named = {one.id: one.id for one in found.facts}
        return {**named, **{one.id: f"finding/{one.id}" for one in found.findings}}
