"""What is asked of every request before a page is made. In this order; the first that does not hold refuses it.

| asked | against |
|---|---|
| its head has no more than `HEAD_BYTES` | addresses and headers without end |
| its Host is the very address that was printed | a name that leads here by DNS (rebinding), another machine's proxy |
| GET, HEAD or POST | everything else |
| its path begins with the room | another program on this machine that looks around |
| a browser says that it comes from here, or from nowhere (`Sec-Fetch-Site`) | pages of others: frames, pictures, links, forms |
| the token, once, or the cookie that it is exchanged for | other users of this machine |
| a POST says its origin, and is a form | forms of other pages |
| its body has no more than `form-bytes`, and comes in time | bodies without end, and those that trickle |

A form names its key besides, which the page that takes it asks for (`Asked.form`).
"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from inspector.serve.bodies import Refused, body_of
from inspector.serve.headers import secured
from inspector.serve.keys import Keys, same

HEAD_BYTES = 16 * 1024
FORM = "application/x-www-form-urlencoded"
FROM_HERE = ("same-origin", "none")
SHUT = "This is for whoever opened the address that `inspector serve` printed in its terminal. Open that address again."


class Guard:
    """The application behind these questions. `host` is the address as a browser names it: `127.0.0.1:8000`."""

    def __init__(self, app: ASGIApp, keys: Keys, host: str) -> None:
        self._app, self._keys, self._host = app, keys, host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it. Nothing but HTTP comes this far."""
        request = Request(scope, receive)
        answer = self._refusal(request) or self._entered(request) or self._shut(request)
        app: ASGIApp = self._app if answer is None else answer
        if answer is None and request.method == "POST":
            try:
                body = await body_of(request)
            except Refused as why:
                app = _told(why.status, why.says)
            else:
                receive = _again(body)
        await app(scope, receive, secured(send))

    def _refusal(self, request: Request) -> Response | None:
        if _size(request) > HEAD_BYTES:
            return _told(431, f"A request has no more than {HEAD_BYTES:,} bytes before its body.")
        hosts = request.headers.getlist("host")
        if hosts != [self._host]:
            return _told(421, "This machine is not called so here. Open the address that was printed.")
        if request.method not in ("GET", "HEAD", "POST"):
            return _told(405, "Only GET, HEAD and POST.")
        if not request.url.path.startswith(self._keys.base):
            return _told(404, "There is nothing here.")
        if request.headers.get("sec-fetch-site", "none") not in FROM_HERE and not self._enters(request):
            return _told(403, "Only pages of this very address may ask.")
        if request.method == "POST" and request.headers.get("origin") != f"http://{self._host}":
            return _told(403, "Only forms of this very address are taken.")
        if request.method == "POST" and request.headers.get("content-type", "").partition(";")[0].strip() != FORM:
            return _told(415, f"Only {FORM} is taken.")
        return None

    def _enters(self, request: Request) -> bool:
        """Whether it is the address that was printed, opened by a person (in a window of his own)."""
        opened = request.headers.get("sec-fetch-dest", "document") == "document"
        at_door = request.method == "GET" and request.url.path == self._keys.base
        return at_door and opened and "token" in request.query_params

    def _entered(self, request: Request) -> Response | None:
        """The cookie, for whoever has the token; the address without it is where the browser goes on."""
        if not self._enters(request) or not same(request.query_params["token"], self._keys.token):
            return None
        answer = RedirectResponse(self._keys.base, 303)
        answer.set_cookie(self._keys.cookie, self._keys.session, path=self._keys.base, httponly=True, samesite="strict")
        return answer

    def _shut(self, request: Request) -> Response | None:
        known = same(request.cookies.get(self._keys.cookie, ""), self._keys.session)
        return None if known else _told(403, SHUT)


def _size(request: Request) -> int:
    """The bytes of its address and headers."""
    lines = sum(len(name) + len(value) for name, value in request.headers.raw)
    return lines + len(request.scope.get("raw_path") or b"") + len(request.scope["query_string"])


def _told(status: int, says: str) -> Response:
    # What was not read of a body is not waited for.
    return PlainTextResponse(f"{says}\n", status, headers={"connection": "close"})


def _again(body: bytes) -> Receive:
    """What gives a body that was read already."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
