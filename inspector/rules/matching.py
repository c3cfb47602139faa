"""Which matcher answers, and what is to be said when it is not the usual one."""

from collections.abc import Sequence
from typing import Literal

from inspector.model.problems import Where
from inspector.rules import durable_matcher, reference_matcher
from inspector.rules.bounds import bounded
from inspector.rules.intermediate import CompiledRule, EncodedFact, Match, MatcherError
from inspector.rules.refusal import refuse

Choice = Literal["auto", "durable", "reference"]
Used = Literal["durable", "reference"]

_MISSING = "durable-rules cannot be imported here; the slower reference matcher gave the same answer in its place"


class Matching:
    """A matcher for one piece of work. `used` is the matcher that answered, `note` says why when it was a substitute.

    `auto` takes durable-rules where it can be imported, else the reference matcher; after a failure it stays with the
    reference matcher. `durable` raises CannotComplete instead.
    """

    def __init__(self, choice: Choice) -> None:
        self.note = ""
        self.used: Used = "reference" if choice == "reference" else "durable"
        self._strict = choice == "durable"
        if self.used == "durable" and not durable_matcher.available():
            self._give_up(_MISSING)

    def match(self, rules: Sequence[CompiledRule], facts: Sequence[EncodedFact]) -> frozenset[Match]:
        """Every match of every rule. Raises CannotComplete for a rule that facts could match in too many ways."""
        bounded(rules, facts)
        if self.used == "durable":
            try:
                return durable_matcher.match(rules, facts)
            except MatcherError as failure:
                self._give_up(f"{failure}; the reference matcher answered instead")
        return reference_matcher.match(rules, facts)

    def _give_up(self, note: str) -> None:
        if self._strict:
            raise refuse("matcher", Where(file="--matcher durable"), note.partition(";")[0], fix="use --matcher auto")
        self.note = note
        self.used = "reference"
