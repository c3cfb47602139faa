"""What a page is asked, and what it answers: plain texts in, a page with a status out."""

from dataclasses import dataclass, field
from typing import NamedTuple

from starlette.datastructures import URL, QueryParams
from starlette.requests import Request

from inspector.serve.keys import Keys, same

LONGEST = 2_000
"""Characters of one value in an address that are looked at; notes come in forms."""


class Page(NamedTuple):
    """A page of HTML."""

    html: str
    status: int = 200


class GoTo(NamedTuple):
    """Another page to go to, by a GET."""

    path: str


class Missing(LookupError):
    """There is no such page, or nothing that is asked for; the words say what there is."""


class NotTaken(Exception):
    """A form that is not taken, in words."""


@dataclass(frozen=True)
class Asked:
    """`one` is the value of a name in the address; `form` holds what was filled in, empty for a GET."""

    keys: Keys
    query: QueryParams
    form: QueryParams = field(default_factory=lambda: QueryParams(""), repr=False)
    posted: bool = False

    def one(self, name: str) -> str:
        """A value of the address, without spaces around it; empty where there is none."""
        return self.query.get(name, "")[:LONGEST].strip()

    def filled(self, name: str) -> str:
        """A value of the form, lines ended by plain newlines; empty where there is none."""
        return self.form.get(name, "").replace("\r\n", "\n")

    def to(self, path: str, **query: str) -> GoTo:
        """A page of this server, with values in its address."""
        return GoTo(
            str(URL(f"{self.keys.base}{path}").include_query_params(**query) if query else self.keys.base + path)
        )


async def asked(request: Request, keys: Keys) -> Asked:
    """What a request asks. Raises NotTaken for a form without the key that was in it, or in another encoding."""
    if request.method != "POST":
        return Asked(keys, request.query_params)
    try:
        form = QueryParams((await request.body()).decode())
    except UnicodeDecodeError:
        raise NotTaken("The form is not in UTF-8.") from None
    if not same(form.get("form", ""), keys.form):
        raise NotTaken("The form is not one of this run. Open the page again, and fill it in there.")
    return Asked(keys, request.query_params, form, posted=True)
