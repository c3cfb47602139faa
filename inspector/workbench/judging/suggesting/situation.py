"""What a case gives, as something that is changed step by step."""

from collections.abc import Mapping
from typing import NamedTuple

from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import TrustIn
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.judging.given import Given

ABOUT = ("indicator", "recommendation", "claim", "source", "subject")
"""Fields that say what a fact is about in words of the submitter's own."""


class Situation(NamedTuple):
    """Facts with what is said of trust and of the verdict's basis."""

    facts: tuple[Fact, ...] = ()
    trust: tuple[TrustIn, ...] = ()
    stated: tuple[tuple[str, Scalar], ...] = ()

    def given(self, compiled: Compiled) -> Given:
        """Made ready for a framework. Raises CannotComplete as that does."""
        return compiled.given(self.facts, self.trust, dict(self.stated))

    def with_field(self, place: int, name: str, value: Scalar | None) -> "Situation":
        """The same where a fact says something else in one field, or nothing (None)."""
        fact = self.facts[place]
        fields = {key: one for key, one in fact.fields.items() if key != name}
        if value is not None:
            fields[name] = value
        return self.with_fields(place, fields)

    def with_fields(self, place: int, fields: Mapping[str, Scalar]) -> "Situation":
        """The same where a fact has these fields."""
        changed = self.facts[place].model_copy(update={"fields": dict(fields)})
        return self._replace(facts=(*self.facts[:place], changed, *self.facts[place + 1 :]))

    def without(self, place: int) -> "Situation":
        """The same without a fact."""
        return self._replace(facts=(*self.facts[:place], *self.facts[place + 1 :]))

    def having(self, fact: Fact) -> "Situation":
        """The same with one fact more, about a thing of its own."""
        ids, made, number = {one.id for one in self.facts}, fact, 2
        while made.id in ids:
            made, number = _another(fact, number), number + 1
        return self._replace(facts=(*self.facts, made))

    def stating(self, name: str, value: Scalar | None) -> "Situation":
        """The same where something else, or nothing, is said of the verdict's basis."""
        kept = tuple(one for one in self.stated if one[0] != name)
        return self._replace(stated=kept if value is None else (*kept, (name, value)))


def _another(fact: Fact, number: int) -> Fact:
    """The same of another thing: what it is about is called otherwise, or, where nothing says that, it stands elsewhere."""
    about = next((name for name in ABOUT if isinstance(fact.fields.get(name), str)), None)
    if about is None:
        return fact.model_copy(update={"id": f"{fact.id}-{number}"})
    fields = {**fact.fields, about: f"{fact.fields[about]}-{number}"}
    return fact.model_copy(update={"id": f"{fact.kind}/{fields[about]}", "fields": fields})
