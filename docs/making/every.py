"""Every generated page of the site."""

from collections.abc import Mapping
from functools import cache

from making import (
    annex_a_pages,
    command_pages,
    framework_pages,
    lint_pages,
    observer_pages,
    problem_pages,
    python_pages,
    rule_pages,
    schema_pages,
    taken_pages,
    typed_pages,
    wall_pages,
)

_MAKERS = (
    framework_pages, rule_pages, observer_pages, lint_pages, problem_pages, schema_pages, command_pages, python_pages,
    taken_pages, typed_pages, wall_pages, annex_a_pages,
)  # fmt: skip


@cache
def every() -> Mapping[str, str]:
    """Path within the site to text: Markdown, and the schemas themselves."""
    found: dict[str, str] = {}
    for maker in _MAKERS:
        for path, text in maker.pages():
            if path in found:
                raise ValueError(f"two makers make the page {path}")
            found[path] = text
    return found
