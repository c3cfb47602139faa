"""The files of a folder as somebody has them: which are looked at, and each tried as what it seems or is said to be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from inspector.bundle.kinds import KINDS, PARTS
from inspector.bundle.open.source import LEFT_BEHIND, MANIFEST
from inspector.model.own_words import Asked
from inspector.model.problems import CannotComplete, Problem
from inspector.model.remarks import Unreadable
from inspector.packing import looking
from inspector.packing.adding import Added, NotAdded, put
from inspector.packing.answering import questions_of
from inspector.packing.given import Given
from inspector.packing.looked import Looked
from inspector.packing.manifest_file import Changing
from inspector.packing.questions import NONE, Key, Question

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".parquet", ".json", ".xml")
"""Files that may hold a table."""
MOST_FILES = 200
WHICH = tuple(
    sorted([*(KINDS - {"table"}), *(f"{kind}/{part}" for kind, parts in PARTS.items() for part in parts), NONE])
)
"""What a file may be said to be."""


@dataclass(frozen=True)
class Seen:
    """What lies in a folder: files that may hold tables, and what is passed over, each with the reason."""

    files: tuple[Path, ...]
    passed: tuple[tuple[str, str], ...]


@dataclass
class Item:
    """One table that may become a resource: its file, the sheet where it is one of several, what came of it."""

    file: Path
    sheet: str | None = None
    added: Added | None = None
    tried: Added | None = None
    """How it was read the last time, where something is open."""
    problems: tuple[Problem, ...] = ()
    left_out: str = ""
    questions: list[Question] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """The place of its answers."""
        return ("files", self.file.name, *((self.sheet,) if self.sheet else ()))

    @property
    def said(self) -> str:
        """The file, and its sheet where several of it are evidence."""
        return f"{self.file.name}, sheet {self.sheet}" if self.sheet else self.file.name


def seen(folder: Path, *not_in: Path) -> Seen:
    """The files of a folder in the order of their names; hidden ones and folders are passed over. Raises OSError."""
    files, passed = [], []
    outside = {path.resolve() for path in not_in}
    for path in sorted(folder.iterdir(), key=lambda one: one.name.casefold()):
        why = _passed(path, outside)
        if why is None:
            files.append(path)
        elif why:
            passed.append((path.name, why))
    passed += [(path.name, f"more than {MOST_FILES} files are not looked at at once") for path in files[MOST_FILES:]]
    return Seen(tuple(files[:MOST_FILES]), tuple(passed))


def _passed(path: Path, outside: set[Path]) -> str | None:
    """Why a file is not looked at; empty where nothing is said of it, None where it is looked at."""
    name = path.name
    if name.startswith((".", "~$")) or name.lower() in LEFT_BEHIND or path.resolve() in outside:
        return ""
    if path.is_dir():
        return "a folder, which is not looked into"
    if name == MANIFEST:
        return "the manifest of a bundle, and no evidence"
    if not path.is_file():
        return "no ordinary file"
    ending = path.suffix.lower()
    return None if ending in ENDINGS else f"no table: files that end in {ending or 'nothing'} are not read"


def items(files: tuple[Path, ...]) -> list[Item]:
    """The tables to look at. A workbook is one until its sheets turn out to be of several kinds."""
    return [Item(path) for path in files]


def attempt(
    manifest: Changing,
    item: Item,
    answers: Mapping[Key, str],
    hidden: Callable[[str], str] = str,
    *,
    unsure_too: bool,
    by: Asked | None = None,
) -> list[Item]:
    """Try to add an item as it is answered; gives further items that turn out to stand in the same file.

    What came of it is written into the item: what was added, or why not, and what is open. `hidden` is a text as it may be
    repeated, as far as the values of all files are known by now. `by` says by which framework rows are read back.
    """
    given = replace(given_of(item, answers), by=by)
    said = answers.get((*item.key, "kind"))
    if said == NONE:
        item.left_out = "you said that it is no evidence"
        return []
    item.questions, item.problems, item.left_out = [], (), ""
    try:
        dry = put(manifest, item.file, item.file.name, replace(given, unsure_too=unsure_too), dry_run=True)
    except NotAdded as failure:
        item.problems, item.tried = failure.problems, failure.added
        item.questions = _askable(
            _kind(item, failure.added, said) + questions_of(item.key, failure.added, answers), hidden
        )
        return [] if said or item.sheet else _others(item, failure.added)
    except CannotComplete as failure:
        item.problems = failure.problems
        if any(one.rule == "unknown-kind" for one in failure.problems):
            item.questions = [_which(item, "", failure.problems[0].fix.partition("; ")[2])]
        else:
            named = all(one.rule == "names-of-people" for one in failure.problems)
            item.left_out = "it looks as if it held names of people" if named else "it cannot be read"
        return []
    item.tried = dry
    item.questions = _askable(_kind(item, dry, said) + questions_of(item.key, dry, answers), hidden)
    more = [] if said or item.sheet else _others(item, dry)
    if more:
        item.sheet = dry.draft.proposed.sheet if dry.draft.proposed else None
        return [item, *more]
    if not any(one.required and one.key not in answers for one in item.questions):
        item.added = put(manifest, item.file, item.file.name, replace(given, unsure_too=unsure_too))
    return []


def _askable(questions: list[Question], hidden: Callable[[str], str]) -> list[Question]:
    """The questions without those that would repeat what may not be, and without such choices."""
    shown = [one for one in questions if all(hidden(text) == text for text in (*one.key, one.text, one.why))]
    return [replace(one, choices=tuple(text for text in one.choices if hidden(text) == text)) for one in shown]


def given_of(item: Item, answers: Mapping[Key, str]) -> Given:
    """What the answers say of a file."""
    about = {key[len(item.key) :]: value for key, value in answers.items() if key[: len(item.key)] == item.key}
    kind, _, part = about.get(("kind",), "").partition("/")
    columns = {key[1]: value for key, value in about.items() if len(key) == 2 and key[0] == "columns"}
    codes: dict[str, dict[str, str]] = {}
    for key, value in about.items():
        if len(key) == 3 and key[0] == "codes":
            codes.setdefault(key[1], {})[key[2]] = "" if value == NONE else value
    return Given(
        kind=kind or None,
        part=part or None,
        sheet=item.sheet,
        fields={theirs: ours for ours, theirs in columns.items() if theirs != NONE and not theirs.startswith("=")},
        codes=codes,
        constants={ours: value[1:].strip() for ours, value in columns.items() if value.startswith("=")},
    )


def _kind(item: Item, added: Added, said: str | None) -> list[Question]:
    """A question what the file is, where that is not sure and was not said."""
    found = added.draft.proposed
    if said or found is None or found.sure != "unsure":
        return []
    kind = f"{found.kind}/{found.part}" if found.part else found.kind
    return [_which(item, kind, found.why)]


def _which(item: Item, proposed: str, why: str) -> Question:
    return Question((*item.key, "kind"), f"What is a row of {item.said}?", WHICH, proposed, why)


def _others(item: Item, added: Added) -> list[Item]:
    """Items of the other sheets of a workbook that are evidence of another kind."""
    found = added.draft.proposed
    if found is None or found.sheet is None or found.kind in ("case-records", "return"):
        return []
    try:
        tables = looking.looked(item.file)
    except (Unreadable, CannotComplete):
        return []
    return [
        Item(item.file, one.sheet) for one in tables if one.sheet != found.sheet and _another(one, found.kind, item)
    ]


def _another(table: Looked, kind: str, item: Item) -> bool:
    """Whether a sheet very likely is evidence of another kind."""
    from inspector.packing import proposing

    if table.hidden or not table.headings or not table.rows:
        return False
    try:
        found = proposing.propose([table], item.file.name)
    except (CannotComplete, Unreadable):
        return False
    return found.kind != kind and found.sure != "unsure"
