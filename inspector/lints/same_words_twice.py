"""Two rules, rows or themes say the same.

What:
    Two rules of one theme that say, conclude and ask the same, two rows of the decision table that say the same and give
    other verdicts, two themes with the same title or question, or a rule that puts the same question twice.

Why:
    Who reads the result cannot tell which of them it was, and so cannot ask why.

Bad:
    rules:
      - {id: tried-once, says: Something was tried.}
      - {id: tried-often, says: Something was tried., when: {pace: {signal: improvement-pace, scale: any, count: ">= 12"}}}

Good:
    rules:
      - {id: tried-once, says: "{pace.count} things were tried."}
      - {id: tried-often, says: "{pace.count} things were tried, in {pace.months} months."}

Waive:
    Where two ways to the same finding are meant to look the same.
"""

from collections.abc import Iterable, Iterator

from inspector.lints._texts import filled, short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem, Where
from inspector.model.rules import Framework, Rule, VerdictRow

Said = tuple[str, str, Where]

ID = "same-words-twice"
FAMILY = "findings"
LEVEL: Level = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each that says what one before it says."""
    rules = [(rule.id, f"{rule.says}{_else(rule)}", rule.place("says")) for rule in framework.rules]
    titles = [(theme.id, theme.title, theme.place("title")) for theme in framework.themes]
    questions = [(theme.id, theme.asks, theme.place("asks")) for theme in framework.themes]
    asks = [
        [(f"another question of {rule.id}", words, rule.place(f"ask/{place}")) for place, words in enumerate(rule.ask)]
        for rule in framework.rules
    ]
    return tuple(problem for group in (rules, titles, questions, *asks) for problem in _twice(group)) + tuple(
        _rows(framework)
    )


def _else(rule: Rule) -> str:
    """What else tells a rule from another that says the same, after what it says."""
    end = rule.conclude
    return f"\n{rule.theme} {end.standing} {end.limit} {end.direction} {rule.ask}"


def _rows(framework: Framework) -> Iterator[Problem]:
    """Rows with one sentence for two verdicts; several ways to one verdict may be told in the same words."""
    seen: dict[str, VerdictRow] = {}
    for row in framework.verdicts:
        first = seen.setdefault(filled(row.says).casefold(), row)
        if first.verdict != row.verdict:
            message = f"{row.id} gives {row.verdict} in the words in which {first.id} gives {first.verdict}"
            yield remark(ID, row.place("says"), message, "words of its own", "say how they differ", LEVEL)


def _twice(said: Iterable[Said]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for of, words, where in said:
        words, _, rest = words.partition("\n")
        key = f"{filled(words)}{rest}".casefold()
        if key in seen:
            yield remark(
                ID,
                where,
                f"{of} says the same as {seen[key]}: {short(words)}",
                "words of its own",
                "say how they differ",
                LEVEL,
            )
        seen.setdefault(key, of)
