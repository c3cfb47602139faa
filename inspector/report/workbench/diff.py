"""What differs between two frameworks, as text and as JSON."""

from collections.abc import Iterator

from inspector.model.framework_changes import Change, Changes, Of, Shown
from inspector.model.words import plural
from inspector.report.document.problems import where_values
from inspector.report.document.written import written
from inspector.report.harmless import plain
from inspector.report.lines import wrapped
from inspector.report.workbench.diff_shape import DiffDocument, FrameworkDifference
from inspector.report.workbench.framework_shape import FrameworkAt

UNTOLD = "Whether it does so of all evidence could not be told; this is read off its conditions."
NO_SOLVER = (
    "Without z3 only the cases of both were tried, so that a difference may have no case here, and of a rule that is written "
    "otherwise it may not be known that it comes to the same. Install it with: pip install 'inspector[prove]'"
)

NO_TIME = "No case of it: the time ran out before one was found."
NO_TIME_FOR_MORE = "The time ran out before it was known whether there are cases the other way."


def render(found: Changes, form: str) -> str:
    """What differs as `text` or `json`, ending in a newline."""
    return written(document(found)) if form == "json" else text(found)


def text(found: Changes) -> str:
    """Every difference in sentences, with the case that shows it."""
    old, new = found.old, found.new
    what = plural(len(found.changes), "difference") if found.changes else "nothing differs"
    parts = [_heading(old, new, what)]
    parts += [list(_change(change)) for change in found.changes]
    late = sum(change.late for change in found.changes)
    if late:
        parts.append(list(wrapped(_late(late, len(found.changes)), "")))
    if not found.solver and found.changes:
        parts.append(list(wrapped(NO_SOLVER, "")))
    return "\n\n".join("\n".join(plain(line) for line in part) for part in parts) + "\n"


def _heading(old: Of, new: Of, what: str) -> list[str]:
    """Which two they are. Of two that call themselves the same their places and digests say which is which."""
    made = [f"{old.id} {old.version} and {new.id} {new.version}: {what}."]
    if (old.id, old.version) != (new.id, new.version) or old.digest == new.digest:
        return made
    made += [f"{word} is that of {one.path} ({one.digest[:12]}…)." for word, one in (("OLD", old), ("NEW", new))]
    says = "Both call themselves the same. Give the changed one another version before anybody is judged by it: results name it."
    return [*made, *wrapped(says, "")]


def _late(late: int, of: int) -> str:
    them = f"{late} of {plural(of, 'difference')}"
    return f"The time ran out: evidence of {them} was not looked for to the end. Give it more with --timeout SECONDS."


def document(found: Changes) -> DiffDocument:
    """What differs as the values of its document."""
    return {
        "format": "inspector-framework-diff",
        "version": 1,
        "old": _of(found.old),
        "new": _of(found.new),
        "solver": found.solver,
        "changes": [_change_of(change) for change in found.changes],
    }


def _change(change: Change) -> Iterator[str]:
    first, *more = change.says
    yield from wrapped(f"{first}. ({change.where})", "", "  ")
    for sentence in more:
        yield from wrapped(f"- {sentence}", "  ", "    ")
    if not change.told:
        yield from wrapped(UNTOLD, "  ")
    for shown in change.shown:
        yield from _shown(shown)
    if change.late:
        yield from wrapped(NO_TIME_FOR_MORE if change.shown else NO_TIME, "  ")


def _shown(shown: Shown) -> Iterator[str]:
    yield from wrapped(f"By OLD: {shown.then}. By NEW: {shown.now}. A case of NEW:", "  ")
    yield from shown.case.rstrip("\n").split("\n")


def _change_of(change: Change) -> FrameworkDifference:
    return {
        "sort": change.sort,
        "id": change.id,
        "differs": change.differs,
        "told": change.told,
        "says": list(change.says),
        "where": where_values(change.where),
        "shown": [{"then": one.then, "now": one.now, "case": one.case} for one in change.shown],
        "late": change.late,
    }


def _of(one: Of) -> FrameworkAt:
    return {"id": one.id, "version": one.version, "digest": one.digest, "path": one.path}
