"""The framework that a bundle asks for. Rules never come from the bundle: it may name one, by its id, that is there already."""

import re

from inspector.framework import listing
from inspector.model.problems import Problem, Where
from inspector.model.remarks import did_you_mean, error, shown

RULE = "framework-from-bundle"
MANIFEST = "datapackage.json"
_PATH = re.compile(r"[/\\]|^\.|^~|\.(?:yaml|yml|zip|json)$|^[A-Za-z]:")


def refused(name: str | None, given: str | None = None) -> Problem | None:
    """What is wrong with the framework that a manifest names; None where it names none, or one of `listing`.

    A `given` one is that of the person who runs the command: then it is a query, which says by what was judged instead.
    """
    if name is None or name in listing():
        return None
    ids = ", ".join(listing())
    where = Where(file=MANIFEST, path="framework")
    what = "a path or an address" if _PATH.search(name) else "no framework that is shipped or installed"
    message = f"the bundle asks to be judged by {shown(name)}, which is {what}; rules never come from the bundle"
    fix = did_you_mean(name, listing()) or "name one of those, or none; who inspects may give a path by --framework"
    found = error(RULE, where, message, f"the id of a framework that is shipped or installed: {ids}", fix)
    if given is None:
        return found
    said = f"{message}, so it was judged by {shown(given)}, as whoever ran the command said"
    return found.model_copy(update={"level": "query", "message": said})
