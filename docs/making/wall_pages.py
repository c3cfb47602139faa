"""The walls between the rooms, from the contracts on imports in `pyproject.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from making.markdown import block, bullets, code, page, section, text
from making.places import ROOT

_INDEX = (
    "The contracts that `lint-imports` holds in CI, as `pyproject.toml` has them. What a room is for stands in "
    "[the architecture](architecture.md#the-rooms)."
)
_LISTS = (
    ("protected_modules", "Guarded"),
    ("allowed_importers", "Only these may import it"),
    ("source_modules", "These"),
    ("forbidden_modules", "may not import"),
    ("modules", "Independent of one another"),
    ("ancestors", "Within"),
    ("ignore_imports", "But for"),
)


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of the page on contracts."""
    with (ROOT / "pyproject.toml").open("rb") as stream:
        contracts = tomllib.load(stream)["tool"]["importlinter"]["contracts"]
    yield "walls.md", page("The walls", _INDEX, *(section(text(one["name"]), _contract(one)) for one in contracts))


def _contract(contract: Mapping[str, Any]) -> str:
    parts = []
    if contract["type"] == "layers":
        inside = ", ".join(code(name) for name in contract.get("containers", ()))
        within = f" Within {inside}; a room that is not listed fails." if contract.get("exhaustive") else ""
        parts.append(f"Each may import those below it and none above; what stands on one line is independent.{within}")
        parts.append(block("\n".join(contract["layers"])))
    parts += [
        f"{words}:\n\n{bullets(code(one) for one in contract[key])}" for key, words in _LISTS if contract.get(key)
    ]
    return "\n\n".join(parts)
