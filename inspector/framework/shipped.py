"""Which frameworks are those that Inspector ships, byte for byte.

`frameworks/shipped.json` has the sha256 over the files of each version; it is part of the release, and a test keeps it true.
One that was edited in place, in a checkout or where Inspector is installed, is none of those shipped, and every result says
so. It proves nothing against somebody who changes that list as well: whoever doubts holds the digest against the release's.
"""

import json
from functools import cache
from typing import TYPE_CHECKING

from inspector.data import frameworks_folder

if TYPE_CHECKING:
    from inspector.model.rules import Framework

LIST = "shipped.json"


def is_shipped(framework: "Framework") -> bool:
    """Whether the framework's files are, byte for byte, those of its version as it ships; never those of a variant."""
    if framework.extends:
        return False
    of_id = digests().get(framework.id)
    return isinstance(of_id, dict) and of_id.get(framework.version) == framework.digest


@cache
def digests() -> dict[str, dict[str, str]]:
    """The digests by id and version; none where the list cannot be read, so that nothing is called shipped."""
    try:
        found = json.loads((frameworks_folder() / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
