"""What is said of a register, a key or a receipt that cannot be used: what is wrong, where, and what to do."""

import re

from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error

_MEANT = re.compile(r"(?i)^\s*postgres(ql)?(\+\w+)?\s*:|(^|\s)(password|passwd|host|hostaddr|dbname|user)\s*=")
"""How an address begins that lacks its `//`, or what stands in the words that libpq takes in the place of a URL."""


def refused(rule: str, message: str, place: str = "", fix: str = "") -> CannotComplete:
    """A refusal, to be raised: `rule` is the problem's id, `place` the register or file: of a URL only what may be printed is."""
    return CannotComplete([error(rule, Where(file=shown(place) or "register"), message, fix=fix)])


def meant_for_server(place: str) -> bool:
    """Whether a place without `://` was meant for a server: it may hold a password, so that it is no name of a file."""
    return bool(_MEANT.search(place))


def shown(place: str) -> str:
    """The place as it may be printed: a URL without its password and without what follows a `?`."""
    if "://" not in place and meant_for_server(place):
        return "the address of a server"
    if "://" not in place or place.startswith("sqlite:///"):
        return place
    scheme, _, rest = place.partition("://")
    user, at, host = rest.rpartition("@")
    # A password may hold anything, signs that end it among them: what stands between the first `:` or `?` and the last `@` goes.
    return f"{scheme}://{user.partition(':')[0].partition('?')[0]}{at}{host.partition('?')[0]}"
