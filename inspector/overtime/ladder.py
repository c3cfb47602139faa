"""The verdict and every theme, then and now."""

from collections.abc import Mapping

from inspector.model.assurance import said
from inspector.model.comparison import Side, ThemeOver
from inspector.model.ladder import Standing, State, rank
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Theme


def verdicts(old: Side, new: Side) -> str:
    """One sentence on both verdicts."""
    then, now = said(old.verdict, old.assurance), said(new.verdict, new.assurance)
    if then == now:
        return f"The verdict was {then}, and is so again."
    return f"The verdict was {then}, and is {now}."


def themes(then: Document, now: Document) -> tuple[ThemeOver, ...]:
    """Every theme of either side, in the order of now, those that are not asked any more last."""
    before = {one["theme"]: one for one in then["themes"]}
    after = {one["theme"]: one for one in now["themes"]}
    return tuple(_theme(name, before, after) for name in dict.fromkeys([*after, *before]))


def _theme(name: str, before: Mapping[str, Theme], after: Mapping[str, Theme]) -> ThemeOver:
    was, there = before.get(name), after.get(name)
    one = there or was
    assert one is not None
    if was is None:
        moved, says = "not-asked-then", f"It was not asked then, and stands {stands_now(there)}."
    elif there is None:
        moved, says = "not-asked-now", f"It stood {stood_then(was)}, and is not asked now."
    else:
        step = rank(there["standing"]) - rank(was["standing"])
        moved = "up" if step > 0 else "down" if step else "same"
        says = f"It stood {stood_then(was)}, and stands {stands_now(there)}."
        if not step and _state(was) == _state(there):
            says = f"It stood {stood_then(was)}, and stands so now."
    return ThemeOver(
        theme=name,
        title=one["title"],
        then=_standing(was),
        then_state=_state(was),
        now=_standing(there),
        now_state=_state(there),
        moved=moved,
        says=says,
    )


def _standing(one: Theme | None) -> Standing | None:
    return one["standing"] if one else None


def _state(one: Theme | None) -> State | None:
    """The state of a theme; of an older result, which has none, what its standing says of it."""
    if one is None:
        return None
    return one.get("state") or ("silent" if one["standing"] == "silent" else "stands")


WHY: Mapping[State, tuple[str, str]] = {
    "set-aside": ("what was submitted on it was set aside", "what was submitted on it is set aside"),
    "nothing-shown": (
        "what was submitted on it showed no improvement at work",
        "what was submitted on it shows no improvement at work",
    ),
}
"""Why a theme stood, or stands, on no step, although something was submitted on it."""


def stood_then(one: Theme | None) -> str:
    """Where a theme stood: `at doing then`, `silent then`, or why it stood nowhere."""
    return _where(one, "then", 0)


def stands_now(one: Theme | None) -> str:
    """Where a theme stands, likewise."""
    return _where(one, "now", 1)


def stood(one: Theme) -> str:
    """Where a theme stood, without the word for when."""
    return _where(one, "", 0)


def _where(one: Theme | None, when: str, which: int) -> str:
    state = _state(one)
    assert one is not None
    assert state is not None
    step = "nowhere" if state in WHY else f"at {one['standing']}" if state == "stands" else "silent"
    why = f"({WHY[state][which]})" if state in WHY else ""
    return " ".join(part for part in (step, when, why) if part)
