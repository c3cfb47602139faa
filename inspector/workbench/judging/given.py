"""What one case gives, made ready once: facts as matchers read them, who is trusted, how measures moved."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import TrustIn
from inspector.model.ladder import Standing
from inspector.rules.encode import Wanted, encode_facts
from inspector.rules.engine import TrustOf
from inspector.rules.evaluate import by_id
from inspector.rules.intermediate import EncodedFact
from inspector.verdict.movement import KIND as MOVES
from inspector.verdict.movement import movement
from inspector.verdict.trust import by


class Given:
    """The facts of a case, and what it says of trust and of the verdict's basis.

    `fields` are those that were encoded: rules that read others need it made anew. Raises CannotComplete where a value is
    not of its type, or two facts share an id.
    """

    def __init__(
        self, facts: Iterable[Fact], fields: Wanted, trust: Sequence[TrustIn] = (), stated: Mapping[str, Scalar] = {}
    ) -> None:
        self.facts = by_id(facts)
        self.trust, self.stated, self.fields = tuple(trust), stated, fields
        self.trust_of: TrustOf = by(self.trust)
        self.by_kind: dict[str, tuple[EncodedFact, ...]] = {}
        for fact in encode_facts(self.facts.values(), fields):
            self.by_kind[fact.kind] = (*self.by_kind.get(fact.kind, ()), fact)

        self.at_most: Mapping[str, Standing] = {}

    def counting(self, moved: Mapping[str, Scalar], at_most: Mapping[str, Standing]) -> "Given":
        """The same where measures moved so, by what counts as missing, and no theme stands above `at_most`."""
        made = object.__new__(Given)
        made.__dict__ = {**self.__dict__, "moved": moved, "at_most": at_most}
        return made

    @property
    def compromised_share(self) -> float:
        """The share of what is trusted otherwise than plainly that is compromised."""
        compromised = sum(one.trust == "compromised" for one in self.trust)
        return round(compromised / len(self.trust), 6) if self.trust else 0.0

    @cached_property
    def moved(self) -> dict[str, Scalar]:
        """How many measures moved which way: no rule can change that."""
        moves = [fact for fact in self.facts.values() if fact.kind == MOVES]
        return movement(moves, {one.evidence: one.trust for one in self.trust})
