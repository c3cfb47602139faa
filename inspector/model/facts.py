"""Facts: what signals and probes hand to the rules, and how a signal or probe describes itself."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from inspector.model.aside import Aside
from inspector.model.base import Noun
from inspector.model.evidence import Kind, Rows
from inspector.model.own_words import WordSort
from inspector.model.words import short

Scalar = str | int | float | bool | date
FieldType = Literal["string", "number", "integer", "boolean", "date", "standing"]


Role = Literal["name", "declared", "activity", "measured", "doubt"]
"""What a rule may conclude from a field.

`name`: which thing the fact is of; nothing follows from it. `declared`: what the authority says of itself, a plan or a claim.
`activity`: work recorded as it happens. `measured`: a change, or what became of one, that figures show. `doubt`: how sure one may
be, or what speaks against relying on it."""


class Field(Noun):
    """One field of a fact: its name, type and meaning; `choices` lists all values of a closed vocabulary.

    `role` is what may be concluded from it, `unit` what it counts or is measured in, `least` and `most` the range of a number,
    `good` the direction in which it speaks for improvement, or, of doubt, the one that leaves less of it (none: neither), `key`
    whether it tells facts of one kind apart. `sure_of` is what a probability that is high is sure of, a gain or a loss.
    `equals` is what it is by its fellows (`changed / said`, `kept + broken`, `contributed - new`), where all of them are there;
    `at_most` names fellows that it never exceeds. Of its `choices`, `better` speak for improvement and `worse` against it.
    `only_where` names another field and its words: beside others the field is not there. `always` is the one value of a
    flag that a fact is made for.
    `open` says that the words in it are the submitter's or the framework's own; `words` is the sort of words of a framework's own
    that may stand in it beside its `choices`.
    """

    name: str
    type: FieldType
    says: str
    choices: tuple[str, ...] = ()
    role: Role | None = None
    unit: str = ""
    least: float | None = None
    most: float | None = None
    good: Literal["up", "down"] | None = None
    sure_of: Literal["gain", "loss"] | None = None
    key: bool = False
    equals: str = ""
    at_most: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    worse: tuple[str, ...] = ()
    open: bool = False
    only_where: tuple[str, tuple[str, ...]] | None = None
    always: bool | None = None
    words: WordSort | None = None


class About(Noun):
    """What a signal or probe is: its permanent id, title, the fields of its facts and the evidence it reads."""

    id: str
    title: str
    fields: tuple[Field, ...]
    needs: tuple[Kind, ...]


class Fact(Noun):
    """A typed fact about change. `kind` is `signal/ID`, `probe/ID`, `finding/RULE` or `standing/THEME`.

    `fields` has no null: a field that does not apply is absent. `rests_on` names the evidence whose trust it shares:
    `indicator/ID` for a series, otherwise the kind of the resource (`improvement-log`). `says` is the fact in words.
    `plugin` names the installed package whose signal or probe it comes from; empty for ours. `rows` are all that it read;
    those of them that `aside` names were submitted and do not count, nor do those of another sort that `beside` names;
    `aside_says` tells of both.
    """

    id: str
    kind: str
    fields: Mapping[str, Scalar]
    says: str = ""
    rests_on: tuple[str, ...] = ()
    rows: tuple[Rows, ...] = ()
    plugin: str = ""
    aside: tuple[Aside, ...] = ()
    beside: tuple[Aside, ...] = ()
    aside_says: str = ""

    def __repr__(self) -> str:
        return f"<Fact {short(self.id)}: {short(self.says)}>"
