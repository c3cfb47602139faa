"""What is said of a register, a key or a receipt that cannot be used: what is wrong, where, and what to do."""

from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error


def refused(rule: str, message: str, place: str = "", fix: str = "") -> CannotComplete:
    """A refusal, to be raised: `rule` is the problem's id, `place` the register or file: of a URL only what may be printed is."""
    return CannotComplete([error(rule, Where(file=shown(place) or "register"), message, fix=fix)])


def shown(place: str) -> str:
    """The place as it may be printed: a URL without its password and without what follows a `?`."""
    if "://" not in place or place.startswith("sqlite:///"):
        return place
    scheme, _, rest = place.partition("://")
    user, at, host = rest.rpartition("@")
    # A password may hold anything, signs that end it among them: what stands between the first `:` or `?` and the last `@` goes.
    return f"{scheme}://{user.partition(':')[0].partition('?')[0]}{at}{host.partition('?')[0]}"
