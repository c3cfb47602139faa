"""What nobody can guess: made anew each time something is served, and kept in memory alone."""

import hmac
import secrets
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Keys:
    """`token` is in the address that is printed, once; `session` is the cookie it is exchanged for; `form` is in every form.

    `room` begins every path. Browsers send a cookie to every port of a machine, and its path alone keeps it from a server that
    somebody else runs on another port.
    """

    room: str = field(default_factory=lambda: secrets.token_hex(8))
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    form: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def base(self) -> str:
        """The path that every page begins with."""
        return f"/{self.room}/"

    @property
    def cookie(self) -> str:
        """The name of the cookie."""
        return f"inspector-{self.room}"


def same(given: str, key: str) -> bool:
    """Whether a text is the key, in a time that does not tell how much of it is."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), key.encode())
