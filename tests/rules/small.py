"""Short ways to write rules and facts in tests: `pattern("a", "signal/pace", "count >= 3", "team == $b.team")`."""

from typing import Any

from inspector.model.facts import Fact, Field
from inspector.model.problems import Where
from inspector.model.rules import Conclusion, Condition, Pattern, Ref, Rule, Tally

WHERE = Where(file="rules.yaml", line=3, column=5)
VOCABULARY = {
    "signal/pace": tuple(
        Field(name=name, type=sort, says="")
        for name, sort in (
            ("scale", "string"),
            ("team", "string"),
            ("count", "integer"),
            ("share", "number"),
            ("even", "boolean"),
            ("last", "date"),
            ("standing", "standing"),
        )
    ),
    "probe/copied": (Field(name="outcome", type="string", says=""), Field(name="team", type="string", says="")),
}


def condition(text: str, *more: Any) -> Condition:
    """`field operator value`; the values after the text replace the one within it."""
    field, operator, value = text.split(" ", 2)
    if value.startswith("$"):
        alias, _, name = value[1:].partition(".")
        return Condition(field=field, operator=operator, ref=Ref(alias=alias, field=name), where=WHERE)
    return Condition(field=field, operator=operator, values=more or (_literal(value),), where=WHERE)


def pattern(alias: str, kind: str, *conditions: str | Condition) -> Pattern:
    parts = tuple(c if isinstance(c, Condition) else condition(c) for c in conditions)
    return Pattern(alias=alias, kind=kind, conditions=parts, where=WHERE)


def count(alias: str, of: Pattern, test: str) -> Tally:
    return Tally(alias=alias, count=of, test=condition(f"n {test}"), where=WHERE)


def share(alias: str, part: Pattern, whole: Pattern, test: str) -> Tally:
    return Tally(alias=alias, count=part, of=whole, test=condition(f"share {test}"), where=WHERE)


def rule(name: str, *when: Pattern | Tally, unless: tuple[Pattern | Tally, ...] = (), **more: Any) -> Rule:
    conclude = Conclusion(**more.pop("conclude", {"standing": "showing", "direction": "better"}))
    theme = more.pop("theme", "stream")
    more.setdefault("says", "")
    return Rule(id=name, theme=theme, cites=(), when=when, unless=unless, conclude=conclude, where=WHERE, **more)


def pace(name: str, **fields: Any) -> Fact:
    return Fact(id=name, kind="signal/pace", fields=fields, rests_on=("improvement-log",))


def copied(name: str, **fields: Any) -> Fact:
    return Fact(id=name, kind="probe/copied", fields=fields)


def _literal(text: str) -> Any:
    for sort in (int, float):
        try:
            return sort(text)
        except ValueError:
            continue
    return text
