"""The pages put behind the guard. A page is a function of what is asked; it is made in a thread, one at a time."""

from collections.abc import Callable, Collection, Mapping, Sequence
from threading import Lock
from typing import Protocol

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from inspector.model.problems import CannotComplete, listed
from inspector.report.wording import speaking
from inspector.serve.asked import Asked, GoTo, Missing, NotTaken, Page, asked
from inspector.serve.guard import Guard
from inspector.serve.headers import policy
from inspector.serve.keys import Keys
from inspector.showing.target import NotOne

Answer = Page | GoTo
Made = Callable[[Asked], Answer]


class Site(Protocol):
    """What is served: its pages by their paths, those that take forms, and how a refusal looks."""

    @property
    def pages(self) -> Mapping[str, Made]:
        """The pages that are looked at, by their paths below the room; the first page is the empty one."""

    @property
    def forms(self) -> Mapping[str, Made]:
        """The pages that take a form."""

    @property
    def language(self) -> str:
        """The language that its pages speak."""

    @property
    def slow(self) -> Collection[str]:
        """The paths of pages that can take a minute; the others do not wait for them."""

    def refusal(self, title: str, lines: Sequence[str], status: int) -> Page:
        """A page that says why there is none."""


def app(site: Site, keys: Keys, host: str, tell: Callable[[Exception], None]) -> ASGIApp:
    """The application: nothing of it is reached but through the guard. `tell` says on the terminal what went wrong of itself."""
    locks = {True: Lock(), False: Lock()}
    routes = [
        Route(f"/{path}", _endpoint(made, site, keys, locks[path in site.slow], tell))
        for path, made in site.pages.items()
    ]
    routes += [
        Route(f"/{path}", _endpoint(made, site, keys, locks[False], tell), methods=["POST"])
        for path, made in site.forms.items()
    ]

    def strange(_: Request, why: Exception) -> Response:
        status = why.status_code if isinstance(why, HTTPException) else 500
        says = "There is no such page." if status == 404 else "That cannot be done here."
        return _response(site.refusal("not_found" if status == 404 else "not_taken", [says], status))

    inner = Starlette(routes=[Mount(f"/{keys.room}", routes=routes)], exception_handlers={HTTPException: strange})
    return Guard(inner, keys, host)


def _endpoint(
    made: Made, site: Site, keys: Keys, lock: Lock, tell: Callable[[Exception], None]
) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        try:
            given = await asked(request, keys)
        except NotTaken as why:
            return _response(site.refusal("not_taken", [str(why)], 403))
        return _response(await run_in_threadpool(_made, made, given, site, lock, tell))

    return answer


def _made(made: Made, given: Asked, site: Site, lock: Lock, tell: Callable[[Exception], None]) -> Answer:
    """A page, or why there is none: whatever is asked for, no traceback goes out."""
    with lock, speaking(site.language):
        try:
            return made(given)
        except (Missing, NotOne) as why:
            return site.refusal("not_found", [str(why)], 404)
        except CannotComplete as why:
            return site.refusal("not_done", [str(one) for one in listed(why.problems)], 409)
        except Exception as why:
            if isinstance(why, OSError) and why.strerror:
                return site.refusal("not_done", [f"A file cannot be used: {why.strerror}."], 409)
            tell(why)
            return site.refusal("fault", [], 500)


def _response(answer: Answer) -> Response:
    if isinstance(answer, GoTo):
        return RedirectResponse(answer.path, 303)
    return HTMLResponse(answer.html, answer.status, headers={"content-security-policy": policy(answer.html)})
