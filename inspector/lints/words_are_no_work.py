"""A rule lets a theme be `doing` on plans, claims and promises alone.

What:
    A rule that concludes `doing` and asks only for what a service says of itself (plans, claims, promises, how many rows it
    handed in), for names, or for how sure one may be; and neither for work that was recorded nor for a change.

Why:
    Plans are `stated`, however strong they sound. Where words are enough for more, words are what will be written.

Bad:
    when: {self: {signal: self-knowledge, statements: ">= 3", known_share: ">= 0.75"}}
    conclude: {standing: doing}

Good:
    when: {self: {signal: self-knowledge, statements: ">= 3", known_share: ">= 0.75"}}
    conclude: {standing: stated}

Waive:
    Where what is declared was looked at by somebody else: say by whom.
"""

from inspector.lints._grounds import Ground, grounds, present
from inspector.lints._implies import Known
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "words-are-no-work"
FAMILY = "ladder"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule that gives `doing` though no work and no change is asked for."""
    known = Known.of(framework, vocabulary)
    found = []
    for rule in framework.rules:
        mine = grounds(rule, known)
        if rule.conclude.standing != "doing" or not mine or not present(rule) or any(_more_than_words(g) for g in mine):
            continue
        fields = ", ".join(dict.fromkeys(one.field.name for one in mine))
        message = f"{rule.id} gives doing and asks for no work that was recorded, only for {fields}"
        expected = "a field that tells of work or of a change; `inspector framework facts` says which do"
        place = rule.place("conclude/standing")
        found.append(remark(ID, place, message, expected, "conclude stated, or ask for what was done"))
    return tuple(found)


def _more_than_words(ground: Ground) -> bool:
    return ground.worked or ground.measured
