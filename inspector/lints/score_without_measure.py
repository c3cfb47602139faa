"""More than half of the score can be had without anything that is measured.

What:
    In a framework of three themes or more, themes that together have more than half of the weight, and of which no rule gives
    `showing` or `lasting`.

Why:
    Work without effect is `doing`. Where most of the weight lies on themes in which effects cannot show, being busy is what
    counts.

Bad:
    themes:
      - {id: trying, title: Trying things, asks: "What was tried?", evidence: [a log], weight: 2}
      - {id: readers, title: Readers notice, asks: "What did readers notice?", evidence: [figures]}
      - {id: staff, title: Staff learn, asks: "What did staff learn?", evidence: [a log]}
    rules:
      - {id: tried, theme: trying, conclude: {standing: doing}}
      - {id: rose, theme: readers, conclude: {standing: showing}}

Good:
    themes:
      - {id: trying, title: Trying things, asks: "What was tried?", evidence: [a log], weight: 2}
      - {id: readers, title: Readers notice, asks: "What did readers notice?", evidence: [figures]}
      - {id: staff, title: Staff learn, asks: "What did staff learn?", evidence: [a log]}
    rules:
      - {id: tried, theme: trying, conclude: {standing: doing}}
      - {id: tried-and-rose, theme: trying, conclude: {standing: showing}}
      - {id: rose, theme: readers, conclude: {standing: showing}}

Waive:
    Where nothing of it can be measured yet: say what would have to be.
"""

from inspector.lints._themes import reaches, rules_of
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "score-without-measure"
FAMILY = "themes"
LEVEL = "query"
HALF, THREE = 0.5, 3


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query where most of the weight is on themes in which nothing can show."""
    total = sum(theme.weight for theme in framework.themes)
    unseen = [theme for theme in framework.themes if not reaches(rules_of(framework, theme), "showing")]
    share = sum(theme.weight for theme in unseen) / total if total else 0.0
    if not framework.rules or len(framework.themes) < THREE or share <= HALF:
        return ()
    names = ", ".join(theme.id for theme in unseen)
    message = f"{share:.0%} of the weight is on themes in which no effect can show: {names}"
    return (
        remark(
            ID,
            framework.place("themes"),
            message,
            "rules that give showing where an effect was measured",
            level="query",
        ),
    )
