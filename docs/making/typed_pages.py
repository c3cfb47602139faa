"""The schemas of a framework's files with the fields of every signal and probe filled in, made for the site while it is built."""

import json
from collections.abc import Iterator

from inspector.workbench.authoring import kinds, typed


def pages() -> Iterator[tuple[str, str]]:
    """The path and the text of each, beside the published schemas."""
    every = kinds.kinds()
    for name in typed.FILES:
        text = json.dumps(typed.schema(name, every), ensure_ascii=False, indent=1)
        yield f"schemas/typed-{name}.schema.json", f"{text}\n"
