"""What `inspector.assess` gives: the inspection itself, with frames, pages and files."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.model.inspection import Inspection

if TYPE_CHECKING:
    import polars as pl


class Result(Inspection):
    """An `Inspection` with ways to look at it. It prints as one line; a notebook shows its summary.

    `result.verdict`, `.themes`, `.findings`, `.facts`, `.traces`, `.trust`, `.unjudged`, `.problems` and `.argument`
    hold everything as frozen values.
    """

    @classmethod
    def of(cls, found: Inspection, *read: Path) -> "Result":
        """The inspection with these ways. `read` is what it was made from, which nothing is written over."""
        made = cls.model_construct(**{name: getattr(found, name) for name in type(found).model_fields})
        # No part of the result: two are equal wherever they were read from.
        made.__dict__["_read"] = tuple(path.resolve() for path in read)
        return made

    def findings_frame(self) -> "pl.DataFrame":
        """One row a finding: what was concluded from which facts.

        Columns: `finding`, `rule`, `theme`, `direction` (better, worse, neither), `standing` (what it supports; null
        where it supports none), `reached` (what it would support if nobody doubted its evidence), `limit` (the
        standing its theme cannot pass), `trust` (the least among its evidence), `withdrawn`, `says`, and the lists
        `ask`, `whom`, `cites`, `facts`, `builds_on`. `standing`, `reached`, `limit` and `trust` are ordered:
        `pl.col("standing") >= "doing"`.
        """
        from inspector.door.frames import findings_frame

        return findings_frame(self)

    def themes_frame(self) -> "pl.DataFrame":
        """One row a theme: `theme`, `title`, `asks`, `weight`, `standing`, `low`, `high`, and the lists `findings`,
        `wanted`.

        `low` and `high` are the standings that doubt leaves possible.
        """
        from inspector.door.frames import themes_frame

        return themes_frame(self)

    def facts_frame(self, kind: str | None = None) -> "pl.DataFrame":
        """One row a fact: what changed, how surely, since when.

        Columns: `fact`, `kind` (`signal/ID` or `probe/ID`), `indicator` (null where it is about none), `says`,
        `fields` (JSON), `rests_on` and `resources` (lists), `rows` (how many it rests on), `plugin` (null for ours).

        With a `kind`, such as `"trajectory"`, only facts of that signal or probe, each of its fields as a column of
        its own type (`inspector.explain("trajectory")` says what they mean). Raises CannotComplete for a kind that
        does not exist.
        """
        from inspector.door.frames import facts_frame

        return facts_frame(self, kind)

    def traces_frame(self) -> "pl.DataFrame":
        """One row for what each probe saw in each subject.

        Columns: `probe`, `subject`, `outcome`, `says`, `n`, `p_value` (null where nothing was tested), `effect` and
        `smallest_dose` (shares of cases, 0 to 1), the lists `innocent`, `ask` and `resources`, `rows`, `plugin`.
        """
        from inspector.door.frames import traces_frame

        return traces_frame(self)

    def series_frame(self) -> "pl.DataFrame":
        """One row a figure of a registered indicator, by indicator and period; the latest 120 periods of each.

        Columns: `indicator`, `title`, `better` (up, down), `measure`, `unit`, `period_start`, `period_end`, `value`,
        `numerator`, `denominator`, `centre`, `lower`, `upper`, `fitted`, `cause` (common, improvement, concern),
        `rule` (the XmR rule that says so), `doubtful` (a probe asks about it), `call`, `onset`, `trial_limits`,
        `resource`, `row`.

        `value`, `centre`, `lower`, `upper` and `fitted` are in the indicator's own `unit`; where an indicator is given
        as numerator and denominator they are the share, 0 to 1. `centre`, `lower` and `upper` are mean and limits of
        the XmR chart: they describe the series and are no targets. All five have six significant digits. `call` and
        `onset` are the same in each row of an indicator.
        """
        from inspector.door.frames import series_frame

        return series_frame(self)

    def problems_frame(self) -> "pl.DataFrame":
        """One row for each remark on the bundle; the columns are those of `inspector.check(…).problems_frame()`."""
        from inspector.door.frames import problems_frame

        return problems_frame(self.problems)

    def to_json(self) -> str:
        """The result as `inspector assess --format json` writes it; `inspection.schema.json` is its schema."""
        return self._rendered("json")

    def to_html(self, language: str = "en-GB") -> str:
        """The report as one HTML page without scripts. Raises CannotComplete for a language that has no phrases."""
        return self._rendered("html", language)

    def write_json(self, path: str | os.PathLike[str]) -> Path:
        """Write `to_json()` to a file, whole or not at all, and give its path. Raises CannotComplete where it cannot."""
        from inspector.door.writing import write

        return write(path, self.to_json(), self.__dict__.get("_read", ()))

    def write_html(self, path: str | os.PathLike[str], language: str = "en-GB") -> Path:
        """Write `to_html()` to a file, whole or not at all, and give its path.

        Raises CannotComplete where the path is a folder, lies in the bundle or cannot be written, and for a language that
        has no phrases.
        """
        from inspector.door.writing import write

        return write(path, self.to_html(language), self.__dict__.get("_read", ()))

    def _rendered(self, form: str, language: str = "en-GB") -> str:
        from inspector.report import in_language, render
        from inspector.report.document.make import document

        return render(in_language(document(self), language), form, language)

    def _repr_html_(self) -> str:
        from inspector.door.summary import of_result

        return of_result(self)
