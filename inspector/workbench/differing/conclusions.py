"""What rules conclude and say, held against one another in words."""

from collections.abc import Iterator

from inspector.model.ladder import STANDINGS, Standing, rank
from inspector.model.rules import Framework, Rule, VerdictRow

TEXTS = ("says", "brief", "ask", "cites", "whom", "practice")
NAMES = {"says": "its sentence", "brief": "its short sentence", "ask": "its questions", "cites": "its sources"}
SPEAKS = {"better": "speaks for improvement", "worse": "speaks against it", "neither": "is to be weighed"}


def concludes(old: Rule, new: Rule) -> Iterator[str]:
    """What a rule concludes otherwise than before."""
    one, other = old.conclude, new.conclude
    if old.theme != new.theme:
        yield f"is of {new.theme} now, and was of {old.theme}"
    if one.direction != other.direction:
        turned = {one.direction, other.direction} == {"better", "worse"}
        yield f"{SPEAKS[other.direction]} now, where it {_was(one.direction)}{': its direction is turned' if turned else ''}"
    if one.standing != other.standing:
        yield f"gives {other.standing or 'no standing'} now, where it gave {one.standing or 'none'}"
    if one.limit != other.limit:
        yield _limited(new.theme, one.limit, other.limit)
    if one.carry != other.carry:
        names = sorted({name for name, _ in other.carry} ^ {name for name, _ in one.carry})
        yield f"carries something else to other rules{': ' + ', '.join(names) if names else ''}"


def _limited(theme: str, was: Standing | None, is_: Standing | None) -> str:
    if is_ is None:
        return f"no longer keeps {theme} from standing above {was}"
    return f"holds {theme} at {is_} now, where it " + (f"held it at {was}" if was else "did not hold it down")


def _was(direction: str) -> str:
    return {"better": "spoke for improvement", "worse": "spoke against it", "neither": "was to be weighed"}[direction]


def conclusion(rule: Rule) -> str:
    """What a rule concludes."""
    end = rule.conclude
    parts = [
        f"gives {rule.theme} {end.standing}" if end.standing else "",
        f"holds {rule.theme} at {end.limit}" if end.limit else "",
        SPEAKS[end.direction],
    ]
    return "it " + ", ".join(part for part in parts if part)


def words_of(old: Rule | VerdictRow, new: Rule | VerdictRow) -> str:
    """Which of its words differ; empty where none do."""
    other = [name for name in TEXTS if getattr(old, name, None) != getattr(new, name, None)]
    return ", ".join(NAMES.get(name, name) for name in other)


def top(framework: Framework, theme: str) -> Standing:
    """The highest standing that a rule of the theme gives."""
    given = [rank(rule.conclude.standing) for rule in framework.rules if rule.theme == theme and rule.conclude.standing]
    return STANDINGS[max(given, default=0)]
