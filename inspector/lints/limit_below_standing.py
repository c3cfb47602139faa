"""A rule gives a standing and does not let its theme have it.

What:
    A rule that concludes a standing and, with it, a `limit` that is lower; or a `limit` of `lasting`, above which there is
    nothing.

Why:
    The theme never gets the standing that the rule says it has reached. Somebody meant one of the two.

Bad:
    conclude: {standing: showing, limit: doing}

Good:
    conclude: {standing: doing, limit: doing}

Waive:
    Hardly ever: write the standing that the theme can have.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import rank
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "limit-below-standing"
FAMILY = "ladder"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each rule whose standing and limit do not go together, or whose limit limits nothing."""
    found = []
    for rule in framework.rules:
        standing, limit = rule.conclude.standing, rule.conclude.limit
        place = rule.place("conclude/limit")
        if limit is not None and standing is not None and rank(limit) < rank(standing):
            message = f"{rule.id} gives {standing} and lets its theme be {limit} at most"
            found.append(remark(ID, place, message, "a limit at or above the standing", "take one of the two out"))
        elif limit == "lasting":
            message = f"{rule.id} lets its theme be lasting at most, and nothing is higher"
            found.append(remark(ID, place, message, "a limit below lasting", "take the limit out", "query"))
    return tuple(found)
