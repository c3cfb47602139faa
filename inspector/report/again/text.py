"""What was judged again as text: who is judged otherwise, and which rule changes what."""

from collections.abc import Iterator, Sequence

from inspector.model.again import Again, Cause, FindingMoved, JudgedAgain, Part, Side, ThemeMoved
from inspector.model.assurance import said
from inspector.model.words import agree, in_a_row, plural
from inspector.report.lines import wrapped

SORTS = {"rule": "the rule {id}", "verdict-row": "the row {id} of the decision table"}
DIFFERS = {"new": "new", "gone": "gone", "other": "changed"}


def text(found: JudgedAgain) -> str:
    """All of it, submissions in the order of their entries, ending in a newline."""
    parts = ["\n".join(wrapped(" ".join(_head(found)), ""))]
    if table := _by_part(found):
        parts.append("\n".join(table))
    parts += ["\n".join(_again(one, known=found.parts is not None)) for one in found.judged]
    if found.not_judged:
        lines = ["NOT JUDGED AGAIN"]
        for one in found.not_judged:
            lines += wrapped(f"[{one.submission}] {one.authority}, to {one.period_end}: {one.why}", "  ", "    ")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _head(found: JudgedAgain) -> Iterator[str]:
    many, otherwise = len(found.judged), [one for one in found.judged if one.otherwise]
    verdicts = sum(one.verdict_moved for one in found.judged)
    if not many:
        yield "No submission was judged again."
        return
    yield f"{plural(many, 'submission')} {agree(many, 'was', 'were')} judged again: {_otherwise(verdicts)}"
    others = len(otherwise) - verdicts
    if others:
        more = f"{others} more" if verdicts else f"{others}"
        yield f"{more} {agree(others, 'has', 'have')} the same verdict by another row, or other standings."
    if found.parts is not None:
        yield _differences(found.parts)


def _otherwise(verdicts: int) -> str:
    if not verdicts:
        return "no verdict is another."
    return f"{verdicts} {agree(verdicts, 'has', 'have')} another verdict."


def _by_part(found: JudgedAgain) -> list[str]:
    """Of each part that makes a difference, alone or with others: what it changes, in which submissions. Only of several."""
    if len(found.judged) < 2:
        return []
    changes: dict[Part, dict[str, list[int]]] = {}
    for one in found.judged:
        whats = [("the verdict" if one.verdict_moved else "the row", one.cause)]
        whats += [(theme.title, theme.cause) for theme in one.themes]
        for what, cause in whats:
            for part in (*cause.parts, *cause.others):
                changes.setdefault(part, {}).setdefault(what, []).append(one.submission)
    lines = ["WHICH RULE CHANGES WHAT"] if changes else []
    for part, whats_ in changes.items():
        told = [
            f"{what} of {plural(len(where), 'submission')} ({', '.join(map(str, where))})"
            for what, where in whats_.items()
        ]
        lines += wrapped(f"{part_words(part)}: {'; '.join(told)}.", "  ", "    ")
    return lines


def _differences(parts: Sequence[Part]) -> str:
    if not parts:
        return "The frameworks do not differ in anything that judges."
    named = in_a_row([part_words(one) for one in parts[:12]])
    more = f" and {len(parts) - 12} more" if len(parts) > 12 else ""
    return f"The frameworks differ in {plural(len(parts), 'part')}: {named}{more}."


def part_words(part: Part) -> str:
    """`the rule NAME (changed)`."""
    if part.sort == "rest":
        return f"what is neither rule nor row ({in_a_row(part.what)}, changed)"
    if part.sort == "decision-table":
        return "the decision table (its rows are in another order)"
    return f"{SORTS[part.sort].format(id=part.id)} ({DIFFERS[part.differs]})"


def _again(one: Again, *, known: bool) -> list[str]:
    lines = wrapped(
        f"[{one.submission}] {one.authority}, {one.period_start} to {one.period_end}: {_verdicts(one)}", "", "  "
    )
    if one.otherwise:
        lines += [line for name, side in (("then", one.then), ("now", one.now)) for line in _side(name, side)]
    else:
        now = "" if _by(one.then) == _by(one.now) else f" then, by {_by(one.now)} now"
        lines += wrapped(f"Row {one.now.row}, by {_by(one.then)}{now}.", "  ", "    ")
    if one.between is not None:
        between = f"this engine makes {said(one.between.verdict)} (row {one.between.row}) of the rules of then"
        lines += wrapped(f"The engine alone: {between}.", "  ", "    ")
    if cause := _cause(one.cause, "the verdict" if one.verdict_moved else "the row"):
        lines += wrapped(cause, "  ", "    ")
    if one.rested and not one.cause.parts:
        lines += wrapped(f"What the row of then rested on and is otherwise now: {'; '.join(one.rested)}.", "  ", "    ")
    lines += [line for note in one.notes for line in wrapped(note, "  ", "    ")]
    if one.then.framework != one.now.framework:
        return [*lines, *wrapped(_another(one), "  ", "    ")]
    for theme in one.themes:
        lines += wrapped(_theme(theme, known=known), "  ", "    ")
    for finding in one.findings:
        lines += _finding(finding)
    return lines


def _another(one: Again) -> str:
    """What can be said of two frameworks that have neither themes nor rules in common."""
    stands = [f"{theme.title}: {theme.now}" for theme in one.themes if theme.now]
    because = f" The row holds because of {in_a_row(one.now.because)}." if one.now.because else ""
    return f"These are two frameworks, each with themes and rules of its own. Themes now: {'; '.join(stands)}.{because}"


def _verdicts(one: Again) -> str:
    if one.verdict_moved:
        return f"{said(one.then.verdict, one.then.assurance)} then, {said(one.now.verdict, one.now.assurance)} now."
    how = "judged as it was" if not one.otherwise else "the same verdict, and not for the same reasons"
    return f"{said(one.now.verdict, one.now.assurance)}; {how}."


def _side(name: str, side: Side) -> list[str]:
    return wrapped(f"{name}: row {side.row}, by {_by(side)}. {side.says}", "  ", "    ")


def _by(side: Side) -> str:
    """Who judged: framework, engine, and the entry of the result where there is one."""
    by = f"{side.framework} {side.framework_version} ({side.framework_digest[:12]}), engine {side.engine}"
    return by if side.entry is None else f"{by} (entry {side.entry})"


def _cause(cause: Cause, what: str) -> str:
    if not cause.parts:
        return ""
    named = in_a_row([part_words(part) for part in cause.parts])
    if len(cause.parts) > 1:
        return f"What changes {what}: {named}, together; none of them does it alone."
    others = (
        f" So {agree(len(cause.others), 'does', 'do')} alone {in_a_row([part_words(one) for one in cause.others])}."
    )
    return f"What changes {what}: {named}, by itself.{others if cause.others else ''}"


def _theme(one: ThemeMoved, *, known: bool) -> str:
    stood = f"{one.title}: {one.then or 'no such theme'} then, {one.now or 'no such theme'} now."
    if cause := _cause(one.cause, "it"):
        return f"{stood} {cause}"
    if known and one.then and one.now:
        return f"{stood} No rule or row that differs does it."
    return f"{stood} Findings that moved in it are of {in_a_row(one.rules)}." if one.rules else stood


def _finding(one: FindingMoved) -> list[str]:
    how = {
        "new": f"made now alone ({one.now})",
        "gone": f"made then alone ({one.then})",
        "other": f"{one.then} then, {one.now} now",
    }[one.differs]
    lines = wrapped(f"- {one.finding} (rule {one.rule}): {how}. {one.says}", "  ", "    ")
    return [*lines, *(line for fact in one.facts for line in wrapped(f"{fact}.", "    ", "      "))]
