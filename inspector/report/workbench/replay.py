"""What replay found, as text and as JSON: who is judged otherwise, and which edit does it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from inspector.model.again import Cause, Part
from inspector.model.replay import Judge, Replay, Replayed
from inspector.model.words import agree, in_a_row, plural
from inspector.report.document.written import written
from inspector.report.harmless import plain
from inspector.report.lines import wrapped
from inspector.report.workbench.framework_shape import FrameworkOf
from inspector.report.workbench.replay_shape import CauseOf, PartOf, ReplayDocument, ReplayResult

SORTS = {
    "rule": "the rule {id}",
    "verdict-row": "the row {id} of the decision table",
    "decision-table": "the decision table, whose rows stand in another order",
    "rest": "what is neither a rule nor a row ({what})",
}
DIFFERS = {"new": "new", "gone": "gone", "other": "changed"}
LISTED = 40
"""Results that are listed as text; the JSON has all."""


def render(found: Replay, form: str) -> str:
    """What replay found as `text` or `json`, ending in a newline."""
    return written(document(found)) if form == "json" else text(found)


def text(found: Replay) -> str:
    """The numbers first, then each edit with what it does, then the results that are judged otherwise."""
    parts = ["\n".join(wrapped(plain(" ".join(_head(found))), ""))]
    moved = [one for one in found.judged if one.otherwise]
    if moved:
        parts += ["\n".join(_verdicts(moved)), "\n".join(_edits(moved)), "\n".join(_results(moved))]
    if found.not_judged:
        parts.append("\n".join(_refused(found)))
    parts += ["\n".join(wrapped(plain(note), "")) for note in found.notes]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(found: Replay) -> Iterator[str]:
    old, new = (f"{one.id} {one.version}" for one in (found.old, found.new))
    many = len(found.judged)
    yield f"{plural(many, 'stored result')} of {old} {agree(many, 'was', 'were')} judged anew by {new}."
    if found.parts is not None:
        count = len(found.parts)
        differ = f"differ in {count} of their rules, rows and other parts"
        yield f"The two frameworks {differ if count else 'do not differ in what they conclude'}."
    verdicts = sum(one.verdict_moved for one in found.judged)
    others = sum(one.otherwise for one in found.judged) - verdicts
    if many:
        yield f"{verdicts or 'None'} of them {agree(verdicts or 1, 'has', 'have')} another verdict."
    if others:
        yield f"{others} {agree(others, 'has', 'have')} the same verdict by another row, or other standings."
    if found.not_judged:
        yield f"{plural(len(found.not_judged), 'result')} could not be judged anew, for the reasons below."


def _verdicts(moved: Sequence[Replayed]) -> Iterator[str]:
    counts = Counter((one.then, one.now) for one in moved if one.verdict_moved)
    if counts:
        yield "VERDICTS"
        for (then, now), count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            yield f"  {count:>6}  {then} becomes {now}"


def _edits(moved: Sequence[Replayed]) -> Iterator[str]:
    alone = Counter(
        part for one in moved if len(one.cause.parts) == 1 for part in (*one.cause.parts, *one.cause.others)
    )
    together = sum(len(one.cause.parts) > 1 for one in moved)
    unknown = sum(not one.cause.parts for one in moved)
    yield "WHICH EDIT DOES IT, each tried by itself"
    for part, count in sorted(alone.items(), key=lambda one: (-one[1], one[0].id)):
        yield f"  {count:>6}  {named(part)}"
    if together:
        yield f"  {together:>6}  no single edit does it, and several together do"
    if unknown:
        yield f"  {unknown:>6}  it is not known which edit does it"


def named(part: Part) -> str:
    """A part in words, with how it differs."""
    return f"{SORTS[part.sort].format(id=part.id, what=in_a_row(part.what))}: {DIFFERS[part.differs]}"


def _results(moved: Sequence[Replayed]) -> Iterator[str]:
    yield "JUDGED OTHERWISE"
    for one in moved[:LISTED]:
        verdict = f"{one.then} becomes {one.now}" if one.verdict_moved else f"{one.now} as before"
        rows = "" if one.then_row == one.now_row else f" (row {one.then_row}, now {one.now_row})"
        yield from wrapped(plain(f"{one.name}, {one.authority}, to {one.period_end}: {verdict}{rows}"), "  ", "    ")
        for theme in one.themes:
            yield plain(f"    {theme.theme}: {theme.then or 'no such theme'}, now {theme.now or 'no such theme'}")
        yield from wrapped(f"    {_cause(one.cause)}", "", "      ")
        for note in one.notes:
            yield from wrapped(note, "    ", "      ")
    if len(moved) > LISTED:
        yield f"  … and {len(moved) - LISTED} more: --format json has all."


def _cause(cause: Cause) -> str:
    if not cause.parts:
        return "It is not known which edit does it."
    if len(cause.parts) > 1:
        return f"It takes all of: {in_a_row([named(part) for part in cause.parts])}."
    more = f" So {agree(len(cause.others), 'does', 'do')} {in_a_row([named(one) for one in cause.others])}, each alone."
    return f"It is done by {named(cause.parts[0])}.{more if cause.others else ''}"


def _refused(found: Replay) -> Iterator[str]:
    yield "NOT JUDGED ANEW"
    for one in found.not_judged[:LISTED]:
        yield from wrapped(plain(f"{one.name}: {one.why}"), "  ", "    ")
    if len(found.not_judged) > LISTED:
        yield f"  … and {len(found.not_judged) - LISTED} more: --format json has all."


def document(found: Replay) -> ReplayDocument:
    """The document as plain values."""
    return {
        "format": "inspector-replay",
        "version": 1,
        "old": _judge(found.old),
        "new": _judge(found.new),
        "parts": None if found.parts is None else _parts(found.parts),
        "judged": [_result(one) for one in found.judged],
        "judged_otherwise": sum(one.otherwise for one in found.judged),
        "other_verdicts": sum(one.verdict_moved for one in found.judged),
        "not_judged": [{"name": one.name, "why": one.why} for one in found.not_judged],
        "notes": list(found.notes),
    }


def _judge(one: Judge) -> FrameworkOf:
    return {"id": one.id, "version": one.version, "digest": one.digest}


def _parts(parts: Iterable[Part]) -> list[PartOf]:
    return [{"sort": one.sort, "id": one.id, "differs": one.differs, "what": list(one.what)} for one in parts]


def _result(one: Replayed) -> ReplayResult:
    cause: CauseOf = {"parts": _parts(one.cause.parts), "others": _parts(one.cause.others)}
    return {
        "name": one.name,
        "authority": one.authority,
        "end": one.period_end,
        "otherwise": one.otherwise,
        "then": {"verdict": one.then, "row": one.then_row},
        "now": {"verdict": one.now, "row": one.now_row},
        "themes": [{"theme": t.theme, "then": t.then, "now": t.now} for t in one.themes],
        "new": list(one.new),
        "gone": list(one.gone),
        "cause": cause,
        "notes": list(one.notes),
    }
