"""The ordered decision table: the first row whose patterns hold gives the verdict."""

from collections.abc import Iterable, Sequence

from inspector.model.facts import Fact
from inspector.model.problems import Where
from inspector.model.rules import VerdictRow
from inspector.rules.evaluate import by_id, evaluate
from inspector.rules.matching import Choice, Matching
from inspector.rules.refusal import refuse
from inspector.rules.vocabulary import Vocabulary
from inspector.rules.words import fill


def decide(
    verdicts: Sequence[VerdictRow], facts: Iterable[Fact], vocabulary: Vocabulary, matcher: Choice = "auto"
) -> tuple[VerdictRow, tuple[str, ...]]:
    """The first row that holds, its words filled in from its first match, and the ids of all facts that make it hold.

    `vocabulary` is that of `vocabulary.extend` where rows read fields that findings carry.
    Raises CannotComplete when no row holds, and as compiling does.
    """
    known = by_id(facts)
    layer = evaluate(verdicts, known, vocabulary, Matching(matcher))
    known.update(layer.tallies)
    for row in verdicts:
        matches = layer.matches[row.id]
        if matches:
            bound = {alias: known[name] for alias, name in zip(layer.aliases[row.id], matches[0], strict=True)}
            support = layer.supporting(name for match in matches for name in match)
            said = {"says": fill(row.says, bound), "brief": fill(row.brief, bound)}
            return row.model_copy(update=said), support
    where = verdicts[-1].where if verdicts else Where(file="framework.yaml")
    raise refuse("no-verdict", where, "no row of the decision table holds", fix="end it with a row without `when`")
