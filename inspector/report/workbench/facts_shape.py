"""The types of the document of `inspector framework facts`; `python -m evidence.make_schemas` makes its published schema."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.model.facts import FieldType, Role
from inspector.model.own_words import WordSort
from inspector.report.document.shape import PluginPart


class RoleOf(TypedDict):
    """A role that fields have."""

    role: Annotated[Role, "The role."]
    may: Annotated[str, "What a rule may conclude from a field of this role."]


class FieldOf(TypedDict):
    """A field of a fact."""

    name: Annotated[str, "Its name, as rules write it."]
    type: Annotated[FieldType, "Its type."]
    says: Annotated[str, "What it means."]
    role: Annotated[Role | None, "Its role; null where none is stated."]
    may: Annotated[str, "What a rule may conclude from it."]
    unit: Annotated[str | None, "What is counted, or what it is measured in; null where it is no number."]
    least: Annotated[float | None, "The least that it can be; null where there is none."]
    most: Annotated[float | None, "The most that it can be; null where there is none."]
    good: Annotated[
        Literal["up", "down"] | None,
        "The direction in which it speaks for improvement, or, of doubt, that leaves less of it; null where neither does.",
    ]
    sure_of: Annotated[Literal["gain", "loss"] | None, "What a high probability is sure of; null of every other field."]
    speaks: Annotated[str | None, "What more or less of it means, by its role, in words; null where nothing follows."]
    key: Annotated[bool, "Whether it tells facts of its kind apart, with the other keys."]
    open: Annotated[bool, "Whether its words are those of the authority or the framework."]
    words: Annotated[
        WordSort | None,
        "The sort of words of a framework's own that may stand in it beside its choices, as `words` of framework.yaml calls it; "
        "null where none may.",
    ]
    choices: Annotated[list[str], "All values of a closed vocabulary; empty where there is none."]
    better: Annotated[list[str], "Those of its choices that speak for improvement."]
    worse: Annotated[list[str], "Those of its choices that speak against it."]
    equals: Annotated[
        str | None, "What it is by its fellow fields, where all of them are there; null where that is not said."
    ]
    at_most: Annotated[list[str], "Fellow fields that it never exceeds."]
    only_where: Annotated[
        list[str | list[str]] | None,
        "A fellow field and its words: beside other words this field is not there; null where it is there beside all.",
    ]
    always: Annotated[bool | None, "The one value of a flag that facts are made for; null where both can be."]


class KindOf(TypedDict):
    """A kind of facts."""

    kind: Annotated[str, "`signal/ID`, `probe/ID`, or what comes from rules."]
    name: Annotated[str, "What it is asked for by."]
    head: Annotated[str, "How a pattern of a rule begins."]
    title: Annotated[str, "What it is, in a few words."]
    plugin: NotRequired[Annotated[str, "The installed package that brings it. Absent of ours."]]
    needs: Annotated[list[str], "The kinds of evidence that it reads."]
    keys: Annotated[list[str], "The fields that together tell two facts apart; empty where there is one at most."]
    fields: list[FieldOf]


class FactsDocument(TypedDict):
    """What `inspector framework facts --format json` writes."""

    format: Literal["inspector-facts"]
    version: Literal[1]
    engine: Annotated[str, "The version of Inspector that wrote it."]
    roles: list[RoleOf]
    kinds: list[KindOf]
    plugins: NotRequired[
        Annotated[list[PluginPart], "Installed packages that bring signals or probes. Absent where there are none."]
    ]
