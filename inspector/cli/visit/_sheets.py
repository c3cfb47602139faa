"""Sheets written into a folder: of a round for each person or team, and of the questions for each day."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error
from inspector.model.visits import Round
from inspector.proof.folder import SHEETS, Visit

if TYPE_CHECKING:
    from inspector.proof.sheets import QuestionSheet, Sheet

Form = Literal["html", "xlsx", "csv"]
FORMS: tuple[Form, ...] = ("html", "xlsx", "csv")
QUESTIONS = "questions"
HOLD = "They hold identifiers. Keep them as you keep a case file."


class Written(NamedTuple):
    """Sheets that were written: the folder, what they are, and the names of those that somebody filled in and that stay."""

    folder: Path
    what: str
    kept: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """That they are there, and which were left as they are."""
        import click

        told = [f"{self.what} are in {click.format_filename(self.folder)}."]
        if self.kept:
            left = "1 that was filled in is" if len(self.kept) == 1 else f"{len(self.kept)} that were filled in are"
            told.append(
                f"  {left} left as it is: {self.kept[0]}"
                if len(self.kept) == 1
                else f"  {left} left as they are: {', '.join(self.kept)}"
            )
        return told


@contextmanager
def drawn_already(folder: Path) -> Iterator[None]:
    """Where sheets cannot be written, say that what was planned and drawn is there all the same: it is not to be drawn again."""
    try:
        yield
    except (OSError, CannotComplete):
        import click

        from inspector.model.words import plain

        shown = plain(click.format_filename(folder))
        click.echo(
            "The sheets could not all be written. What was planned and drawn is kept: draw nothing again. "
            f"Once there is room, `inspector visit sheets {shown}` writes them.",
            err=True,
        )
        raise


def write_sheets(visit: Visit, drawn: Round, forms: Sequence[Form] = FORMS, into: Path | None = None) -> Written:
    """Write the sheets of a round, into `sheets/round-N` of the visit unless `into` names a folder.

    What lies there and was filled in is never written over. Raises CannotComplete where something else lies there, OSError.
    """
    from inspector.proof.sheets import sheets

    files: dict[str, bytes] = {}
    for sheet in sheets(visit.plan, visit.frame, drawn):
        files |= _of_rows(sheet, forms)
    what = f"Sheets of round {drawn.number}"
    return _written(into or visit.folder / SHEETS / f"round-{drawn.number}", what, files)


def write_questions(visit: Visit, forms: Sequence[Form] = FORMS, into: Path | None = None) -> Written | None:
    """Write the sheets of the questions, into `sheets/questions` of the visit; None where the plan asks none. Raises as above."""
    from inspector.proof.sheets import question_sheets

    files: dict[str, bytes] = {}
    for sheet in question_sheets(visit.plan):
        files |= _of_questions(sheet, forms)
    return _written(into or visit.folder / SHEETS / QUESTIONS, "Questions", files) if files else None


def _of_rows(sheet: "Sheet", forms: Sequence[Form]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    if "html" in forms:
        from inspector.report.sheets.as_html import rows_page

        found[f"{sheet.name}.html"] = rows_page(sheet).encode("utf-8", "backslashreplace")
    if "xlsx" in forms:
        from inspector.report.sheets.as_xlsx import rows_book

        found[f"{sheet.name}.xlsx"] = rows_book(sheet)
    if "csv" in forms:
        from inspector.report.sheets.as_csv import rows_tables

        found |= {f"{name}.csv": data for name, data in rows_tables(sheet).items()}
    return found


def _of_questions(sheet: "QuestionSheet", forms: Sequence[Form]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    if "html" in forms:
        from inspector.report.sheets.as_html import questions_page

        found[f"{sheet.name}.html"] = questions_page(sheet).encode("utf-8", "backslashreplace")
    if "xlsx" in forms:
        from inspector.report.sheets.as_xlsx import questions_book

        found[f"{sheet.name}.xlsx"] = questions_book(sheet)
    if "csv" in forms:
        from inspector.report.sheets.as_csv import questions_table

        found[f"{sheet.name}.csv"] = questions_table(sheet)
    return found


def _written(folder: Path, what: str, files: dict[str, bytes]) -> Written:
    from inspector.writing import whole

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise _taken(folder, "it is a file, and sheets are written into a folder") from None
    there = {name: data for name, data in files.items() if _there(folder / name)}
    kept = tuple(name for name, data in there.items() if _filled(folder / name, data))
    for name in files:
        if name not in there:
            whole.write(folder / name, files[name], private=True)
    return Written(folder, what, kept)


def _there(path: Path) -> bool:
    """Whether the file is there. Raises CannotComplete where something else is."""
    if path.is_symlink() or path.is_dir():
        raise _taken(path, "something else than a sheet lies there")
    return path.exists()


def _filled(path: Path, data: bytes) -> bool:
    """Whether a sheet is no longer as it was written, for somebody filled it in."""
    from inspector import files

    return files.data(path) != data


def _taken(path: Path, message: str) -> CannotComplete:
    return CannotComplete([error("cannot-write", Where(file=str(path)), message, fix="name another folder with -o")])
