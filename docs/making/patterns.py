"""What a rule asks for, in words, each signal, probe and finding a link to its page."""

from inspector.model.rules import Condition, Pattern, Rule, Tally, VerdictRow
from inspector.rules.words import say
from making.markdown import code, link

Part = Pattern | Tally


def reads(entry: Rule | VerdictRow) -> tuple[Pattern, ...]:
    """Every pattern of a rule or a row, those within tallies included."""
    found: list[Pattern] = []
    for part in (*entry.when, *entry.unless):
        found += [part.count, *([part.of] if part.of else [])] if isinstance(part, Tally) else [part]
    return tuple(found)


def in_words(part: Part, framework: str, page: str) -> str:
    """One part of a `when` or an `unless`."""
    if isinstance(part, Pattern):
        return f"{code(part.alias)}: there is {pattern(part, framework, page)}"
    counted = pattern(part.count, framework, page)
    if part.of is None:
        return f"{code(part.alias)}: the number of facts that are {counted} is {_tests(part)}"
    among = pattern(part.of, framework, page)
    return f"{code(part.alias)}: of the facts that are {among}, the share that are {counted} is {_tests(part)}"


def pattern(found: Pattern, framework: str, page: str) -> str:
    """A pattern: what it wants, with a link, and its conditions."""
    conditions = [code(f"{one.field} {_test(one)}") for one in found.conditions]
    return _head(found.kind, framework, page) + (f" with {', '.join(conditions)}" if conditions else "")


def _head(kind: str, framework: str, page: str) -> str:
    head, _, name = kind.partition("/")
    if head == "finding":
        return f"a finding {link(name, f'frameworks/{framework}/{name}.md', page)}"
    if head == "standing":
        return f"the theme {link(name, f'frameworks/{framework}/index.md', page)}"
    if head == "basis":
        return "what the verdict would rest on"
    return f"a {head} {link(name, f'{head}s/{name}.md', page)}"


def _tests(tally: Tally) -> str:
    return " and ".join(code(_test(one)) for one in tally.tests)


def _test(condition: Condition) -> str:
    if condition.ref is not None:
        return f"{condition.operator} ${condition.ref.alias}.{condition.ref.field}"
    return f"{condition.operator} {' or '.join(say(value) for value in condition.values)}"
