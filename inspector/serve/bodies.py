"""The body of a form, read whole within a number of bytes and a time."""

import anyio
from starlette.requests import ClientDisconnect, Request

from inspector.model.limits import most, words

SECONDS = 15.0
"""A form of a person comes at once; what trickles for longer is refused."""


class Refused(Exception):
    """A body that is not taken: the status, and why in words."""

    def __init__(self, status: int, says: str) -> None:
        self.status, self.says = status, says
        super().__init__(says)


async def body_of(request: Request) -> bytes:
    """All of the body. Raises Refused for one that is too large or too slow, without reading the rest of it."""
    limit = most("form-bytes")
    said = request.headers.get("content-length", "0")
    if not (said.isascii() and said.isdigit() and int(said[:20]) <= limit):
        raise Refused(413, f"That is too much: the limit is {words('form-bytes')}.")
    found = b""
    try:
        with anyio.fail_after(SECONDS):
            async for part in request.stream():
                found += part
                if len(found) > limit:
                    raise Refused(413, f"That is too much: the limit is {words('form-bytes')}.")
    except TimeoutError:
        raise Refused(408, "It took too long to come.") from None
    except ClientDisconnect:
        raise Refused(400, "It did not come to its end.") from None
    return found
