"""What a framework asks lints to be silent about, read from `waive` where it stands."""

from typing import Any

from inspector.framework.yaml_source import Document
from inspector.model.waivers import Waiver


def waivers(document: Document, body: dict[str, Any], *at: str | int) -> tuple[Waiver, ...]:
    """The waivers of a rule, row, theme or framework whose `body`, which obeys its schema, stands at a path of the document."""
    return tuple(
        Waiver(
            lint=one["lint"],
            of=body["id"],
            because=one["because"],
            by=one["by"],
            until=one["until"],
            where=document.where(*at, "waive", place),
        )
        for place, one in enumerate(body.get("waive", ()))
    )
