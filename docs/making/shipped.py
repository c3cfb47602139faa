"""The frameworks that ship with Inspector, read once, and what several pages say of them."""

from functools import cache

from inspector import framework as frameworks
from inspector.model.rules import Framework, Source


@cache
def shipped() -> tuple[Framework, ...]:
    """The frameworks that ship with Inspector, read."""
    return tuple(frameworks.read(frameworks.find(name)) for name in frameworks.listing())


def path(framework: Framework, name: str) -> str:
    """The page of a rule, or the overview of a framework (`index`)."""
    return f"frameworks/{framework.id}/{name}.md"


def cited(source: Source) -> str:
    """A source with the place in it, as plain text."""
    return f"{source.title} ({source.where_found})" if source.where_found else source.title
