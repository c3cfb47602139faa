"""A situation and what is expected of it, as the YAML of a case."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from inspector.model.facts import Fact
from inspector.workbench.judging.suggesting.situation import Situation


class _Line(dict[str, Any]):
    """A mapping that is written in one line."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Cases have no anchors."""
        return True


_Dumper.add_representer(
    _Line, lambda dumper, one: dumper.represent_mapping("tag:yaml.org,2002:map", one, flow_style=True)
)


def written(name: str, one: Situation, expect: Mapping[str, Any]) -> str:
    """The case, as it stands in `tests/*.yaml`."""
    trusted = {trust.evidence: trust.trust for trust in one.trust}
    given: dict[str, Any] = {"facts": [_fact(fact, trusted) for fact in one.facts]}
    if one.stated:
        given["verdict-basis"] = _Line({key: _plain(value) for key, value in one.stated})
    stated = {key: _Line(value) if isinstance(value, dict) else value for key, value in expect.items()}
    for key, value in stated.items():
        if isinstance(value, dict):
            stated[key] = _Line(
                {name: _Line(_all(inner)) if isinstance(inner, dict) else inner for name, inner in value.items()}
            )
    case = {"name": name, "given": given, "expect": stated}
    return yaml.dump(
        [case], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100_000, default_flow_style=None
    )


def _fact(fact: Fact, trusted: Mapping[str, str]) -> dict[str, Any]:
    head, _, name = fact.kind.partition("/")
    said = {"trusted": trusted[fact.id]} if fact.id in trusted else {}
    return _Line({head: name, **_all(fact.fields), **said})


def _all(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _plain(value) for key, value in values.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
