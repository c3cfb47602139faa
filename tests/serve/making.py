"""A small submission that is served, with a visit that draws all three rows of its log: judged by the tiny framework, at once."""

from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

import anyio
import httpx

from inspector import arguing, inspection
from inspector.bundle.reading import read_bundle
from inspector.cli.serve import _teller
from inspector.proof import folder
from inspector.proof.planning import Asked, draw, plan
from inspector.proof.put_questions import questions
from inspector.serve.app import app
from inspector.serve.keys import Keys
from inspector.serve.of_bundle import BundleSite
from inspector.serve.submission import Submission
from tests.bundle.builder import build
from tests.proof.brought_back import DICE, piece

TINY = Path(__file__).parents[1] / "frameworks/tiny"
HOST = "127.0.0.1:8765"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"
ROW = f'a3,2025-03-03,social worker,North,one-case,"{HOSTILE.replace(chr(34), chr(34) * 2)}",2025-03-05,2025-03-07,,false,,,'
CASE: dict[str, Any] = {"change": [{"do": "append", "file": "improvement-log.csv", "text": f"{ROW}\n"}]}
SALT = "5a" * 16


@cache
def keys() -> Keys:
    """Keys that are the same for a whole run, so that a failing case can be tried again by hand."""
    return Keys("room", "the-token", "the-session", "the-form")


def bundle(where: Path) -> Path:
    """The submission, one cell of which would run if anything were run."""
    return build(where, CASE)


def visit(where: Path, bundle: Path) -> folder.Visit:
    """A visit to it in a new folder: one claim, on the log, of which all three rows are drawn."""
    paper = inspection.work(bundle, TINY)
    asked, put = Asked(planned_on="2026-11-20"), questions(arguing.with_argument(paper), None)
    made = plan(paper.inspection, paper.evidence, [piece("improvement-log", 0)], asked, put, salt=SALT)
    unwritten = folder.Visit(where, made.plan, made.frame, ())
    return folder.create(where, made.plan, made.frame, [draw(unwritten, {"improvement-log": 3}, DICE)])


def submission(bundle: Path, visit: Path | None = None) -> Submission:
    """What is served of them."""
    reading = read_bundle(bundle, as_written=True)
    return Submission(reading, inspection.work_through(reading, TINY), visit)


class Browser:
    """Asks an application as a browser does, with a cookie or without; what it is told to go to it does not go to."""

    def __init__(self, site: Any, *, entered: bool = True) -> None:
        self._app = app(site, keys(), HOST, _teller(debug=False))
        self._cookie = {"cookie": f"{keys().cookie}={keys().session}"} if entered else {}

    def ask(self, method: str, url: str, headers: dict[str, str] | None = None, **more: Any) -> httpx.Response:
        """The answer. Headers are those of a person who clicks, and what is given; one that is given as "" is left out."""

        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
                return await client.request(method, url, headers=sent, **more)

        sent = {name: value for name, value in {**self._cookie, **(headers or {})}.items() if value}
        return anyio.run(asked)

    def get(self, path: str) -> httpx.Response:
        """A page by its path below the room."""
        return self.ask("GET", f"{keys().base}{path}", {"sec-fetch-site": "same-origin"})

    def post(self, path: str, **form: str) -> httpx.Response:
        """A form filled in, its key with it."""
        headers = {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}
        return self.ask("POST", f"{keys().base}{path}", headers, data={"form": keys().form, **form})


def site(bundle: Path, visit: Path | None = None, by: str = "") -> BundleSite:
    """The pages of them."""
    return BundleSite(submission(bundle, visit), keys(), by)


def with_visit(held: Submission, visit: Path, by: str = "") -> BundleSite:
    """The pages of a submission that was read already, with another visit to it."""
    found = copy(held)
    found._folder = visit
    return BundleSite(found, keys(), by)
