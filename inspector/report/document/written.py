"""A document as text: the same bytes for the same values on every machine."""

import json
from collections.abc import Mapping

from inspector.report.harmless import json_safe


def written(document: Mapping[str, object]) -> str:
    """A document as text, ending in a newline. Characters that could drive a terminal or turn text round are escaped."""
    return json_safe(json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True)) + "\n"
