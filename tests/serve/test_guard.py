"""Nobody gets in but who opened the address that was printed, and nothing is taken but from its own pages."""

from collections.abc import AsyncIterator
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.serve.keys import Keys
from tests.serve.making import HOST, Browser, keys

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "guard.yaml").read_text(encoding="utf-8"))
FORM = "application/x-www-form-urlencoded"


def body_of(case: dict[str, Any]) -> bytes:
    if "latin" in case:
        return str(case["latin"]).encode("latin-1")
    text = "&".join(f"{name}={value}" for name, value in case.get("form", {}).items()) or case.get("body", "")
    filler = case.get("filled_to", 0) - len(text) - len("&note=")
    return (f"{text}&note={'x' * filler}" if filler > 0 else text).encode()


async def in_parts(data: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(data), 4096):
        yield data[start : start + 4096]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], browser: Browser) -> None:
    posts = {"origin": f"http://{HOST}", **({"content-type": FORM} if "form" in case else {})}
    headers = {
        "sec-fetch-site": "same-origin",
        **(posts if case.get("method") == "POST" else {}),
        **case.get("headers", {}),
    }
    headers |= {"x-long": "x" * case["long"]} if "long" in case else {}
    data = body_of(case)
    content = in_parts(data) if case.get("in_parts") else data
    answer = browser.ask(case.get("method", "GET"), case.get("path", "/room/"), headers, content=content)
    assert answer.status_code == case["status"], answer.text[:300]
    assert case.get("says", "") in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    for name in ("x-frame-options", "x-content-type-options", "referrer-policy", "cross-origin-resource-policy"):
        assert answer.headers[name]
    assert answer.headers["cache-control"] == "no-store"
    assert "server" not in answer.headers


def test_two_hosts_are_none(browser: Browser) -> None:
    told = browser.ask("GET", "/room/", {"host": HOST, "Host": "evil.example"})
    assert told.status_code == 421


def test_the_token_is_exchanged_for_a_cookie_that_no_script_and_no_other_path_sees(browser: Browser) -> None:
    answer = browser.ask("GET", "/room/?token=the-token", {"cookie": ""})
    (cookie,) = SimpleCookie(answer.headers["set-cookie"]).values()
    assert (cookie.key, cookie.value) == (keys().cookie, keys().session)
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/room/", True, "strict")
    assert not cookie["domain"]
    assert answer.headers["location"] == "/room/"
    assert "the-token" not in answer.text


def test_keys_are_another_each_time_and_none_is_told_by_accident() -> None:
    one, other = Keys(), Keys()
    every = [*vars(one).values(), *vars(other).values()]
    assert len(set(every)) == len(every) == 8
    assert all(len(key) >= 43 for keys in (one, other) for key in (keys.token, keys.session, keys.form))
    assert not [key for key in (one.token, one.session, one.form) if key in repr(one)]
