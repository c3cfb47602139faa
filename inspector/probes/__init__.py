"""Probes: what about this evidence must be questioned. A probe asks; it never accuses.

The folder listing is the registry: every module here whose name does not begin with `_` is a probe. It has a
docstring with the sections of `SECTIONS`, a constant `ABOUT`, and `examine(evidence) -> tuple[Trace, ...]`.
"""

import pkgutil
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from inspector.model.facts import Fact, Field, Scalar
from inspector.model.traces import OUTCOMES

if TYPE_CHECKING:
    from inspector.model.facts import About
    from inspector.model.traces import Trace

SECTIONS = ("Tests", "Why it matters", "Innocent explanations", "Ask", "Cannot tell", "Reference")
FIELDS = (
    Field(name="outcome", type="string", says="What the probe answers.", choices=OUTCOMES),
    Field(name="subject", type="string", says="The evidence looked at: `indicator/ID` or a kind of resource."),
    Field(name="indicator", type="string", says="The indicator, where the subject is one."),
    Field(name="n", type="integer", says="How many cases or entries were looked at."),
    Field(
        name="p_value",
        type="number",
        says="How often chance alone would show so much; absent if untested.",
    ),
    Field(name="effect", type="number", says="The share of cases or entries concerned, 0 to 1."),
)
"""The fields of every probe's facts."""


def ids() -> tuple[str, ...]:
    """The ids of all probes, sorted. Nothing is imported."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


def load(id: str) -> ModuleType:
    """The module of a probe. Raises KeyError for an id that is not a probe's."""
    if id not in ids():
        raise KeyError(id)
    return import_module(f"{__name__}.{id.replace('-', '_')}")


def abouts() -> "dict[str, About]":
    """What each probe says about itself, by id."""
    return {id: load(id).ABOUT for id in ids()}


def fact_of(trace: "Trace") -> Fact:
    """A trace as a fact that rules may read. It rests on nothing: a question does not share the trust it lowers."""
    fields: dict[str, Scalar] = {"outcome": trace.outcome, "subject": trace.subject, "n": trace.n}
    if trace.subject.startswith("indicator/"):
        fields["indicator"] = trace.subject.removeprefix("indicator/")
    if trace.p_value is not None:
        fields["p_value"] = trace.p_value
    if trace.effect is not None:
        fields["effect"] = trace.effect
    return Fact(
        id=f"probe/{trace.probe}/{trace.subject}",
        kind=f"probe/{trace.probe}",
        fields=fields,
        says=trace.says,
        rows=trace.rows,
    )
