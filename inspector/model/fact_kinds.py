"""A kind of facts that rules may speak of, as authors of frameworks are told of it."""

from typing import NamedTuple

from inspector.model.facts import Field

Head = tuple[str, str]
"""How a pattern begins: `("signal", "trajectory")`; the second is empty where the framework names it."""


class FactKind(NamedTuple):
    """One kind: `name` is what it is asked for by (`trajectory`), `head` how a pattern begins with it.

    `many` says of what there is one fact each; `needs` names kinds of evidence, `about` is what the signal or probe says of
    itself, by section. `plugin` is the installed package that brings it; empty for ours. `of_rules`: its facts come from rules.
    """

    name: str
    head: Head
    title: str
    fields: tuple[Field, ...]
    needs: tuple[str, ...] = ()
    about: str = ""
    plugin: str = ""
    of_rules: bool = False

    @property
    def kind(self) -> str:
        """`signal/trajectory`, `probe/heaping`, `finding`, `theme`, `verdict-basis`, `tally`."""
        return "/".join(part for part in self.head if part)

    @property
    def keys(self) -> tuple[str, ...]:
        """The fields that together tell two of its facts apart; none where there is one fact at most."""
        return tuple(field.name for field in self.fields if field.key)
