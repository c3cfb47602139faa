"""What every answer says to a browser: run nothing, fetch nothing, keep nothing, be framed by nobody, tell nobody."""

import re
from base64 import b64encode
from hashlib import sha256

from starlette.types import Message, Send

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
ALWAYS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    # Without an origin a browser says of no form where it comes from; to others it says nothing either way.
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex",
}
NOTHING = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"


def secured(send: Send) -> Send:
    """The same, with these headers in every answer; a policy that a page brings itself (`policy`) stays."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            had = {name.lower() for name, _ in message["headers"]}
            more = {**ALWAYS, "content-security-policy": NOTHING}
            made = [(name.encode(), value.encode()) for name, value in more.items() if name.encode() not in had]
            message = {**message, "headers": [*message["headers"], *made]}
        await send(message)

    return sent


def policy(page: str) -> str:
    """The content security policy of a page: nothing, but for the very style sheets that stand in it."""
    hashes = {b64encode(sha256(style.encode()).digest()).decode() for style in _STYLE.findall(page)}
    styles = " ".join(f"'sha256-{one}'" for one in sorted(hashes)) or "'none'"
    return f"{NOTHING}; style-src {styles}"
