"""The server as a process: where it listens, what it bears, how it ends, and what is left when it is killed."""

import asyncio
import http.client
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from inspector.cli import _run
from inspector.proof import chain, folder
from inspector.serve import listening
from tests.bundle.builder import build
from tests.privacy.test_no_network import GUARD
from tests.serve.running import Running, of_tiny, served

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and loopback addresses are those of POSIX")


def test_it_answers_here_alone_connects_to_nobody_and_ends_by_ctrl_c(made: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(GUARD)
    with served(*of_tiny(made), first=tmp_path) as one:
        host = f"127.0.0.1:{one.port}".encode()
        room = one.room.encode()
        answer = one.raw(
            b"GET "
            + room
            + b"?token="
            + one.token.encode()
            + b" HTTP/1.1\r\nHost: "
            + host
            + b"\r\nConnection: close\r\n\r\n"
        )
        assert answer.startswith(b"HTTP/1.1 303 ")
        cookie = re.search(rb"set-cookie: ([^;]+);", answer)
        assert cookie is not None
        head = b"GET %s HTTP/1.1\r\nHost: " + host + b"\r\nCookie: " + cookie[1] + b"\r\nConnection: close\r\n"
        for path in (b"", b"report", b"find?q=north"):
            assert one.raw(head % (room + path) + b"\r\n").startswith(b"HTTP/1.1 200 ")
        refused = {
            head % room + b"Host: evil.example\r\n\r\n": b"400",
            head.replace(host, b"evil.example") % room + b"\r\n": b"421",
            head % (room + b"../../../../etc/passwd") + b"\r\n": b"404",
            head % (room + b"%2e%2e/%2e%2e/etc/passwd") + b"\r\n": b"404",
            head % (room + b"..\\..\\etc\\passwd") + b"\r\n": b"404",
            head % (b"http://evil.example" + room) + b"\r\n": b"404",
            head % room + b"X: " + b"x" * 70_000 + b"\r\n\r\n": b"431",
            b"nonsense\r\n\r\n": b"400",
            b"\x16\x03\x01\x02\x00\x01\x00": b"400",
            head % room
            + b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n": b"200",
            b"POST" + head[3:] % (room + b"visit/row") + b"Content-Length: 999999999999\r\n\r\n": b"403",
            b"TRACE" + head[3:] % room + b"\r\n": b"405",
        }
        for request, status in refused.items():
            got = one.raw(request)
            assert got.split(b" ", 2)[1] == status, (request[:200], got[:200])
            assert b"root:" not in got
        for other in ("127.0.0.2", "::1"):
            family = socket.AF_INET6 if ":" in other else socket.AF_INET
            with socket.socket(family) as elsewhere:
                assert elsewhere.connect_ex((other, one.port)) != 0
        # A connection that somebody keeps open holds nobody up.
        idle = socket.create_connection(("127.0.0.1", one.port))
        code, out, err = one.end()
        idle.close()
        assert (code, err) == (0, "Ended.\n")
        assert out.strip() in ("", "Ctrl-C ends it.")


def test_killed_in_the_middle_everything_that_was_answered_is_there(made: Path, tmp_path: Path) -> None:
    visit = tmp_path / "visit"
    shutil.copytree(made / "visit", visit)
    with served(*of_tiny(made, visit)) as one:
        recorded: list[str] = []
        writing = threading.Thread(target=_record, args=(one, recorded))
        writing.start()
        while len(recorded) < 5 and writing.is_alive():
            writing.join(0.01)
        one.end(signal.SIGKILL)
        writing.join()
    found = folder.load(visit)
    kept = {entry.says for entry in chain.entries(chain.of_folder(visit, found.plan.seal))}
    assert len(recorded) >= 5
    assert set(recorded) <= kept
    assert len(kept - set(recorded)) <= 1


def _record(one: Running, recorded: list[str]) -> None:
    """Correct one row again and again, each time with another note, until there is nobody to take it."""
    connection = http.client.HTTPConnection("127.0.0.1", one.port, timeout=20)
    connection.request("GET", f"{one.room}?token={one.token}")
    answer = connection.getresponse()
    answer.read()
    headers = {
        "Cookie": answer.headers["set-cookie"].partition(";")[0],
        "Origin": f"http://127.0.0.1:{one.port}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("GET", f"{one.room}visit/row?key=improvement-log-1", headers=headers)
    (key,) = re.findall(r'name="form" value="([^"]+)"', connection.getresponse().read().decode())
    for number in range(10_000):
        form = {
            "form": key,
            "by": "A",
            "seen": "seen",
            "note": f"note {number}",
            **({"correct": "yes"} if number else {}),
        }
        try:
            connection.request("POST", f"{one.room}visit/row?key=improvement-log-1", urlencode(form), headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            return
        assert answer.status == 303
        recorded.append(f"note {number}")


def test_a_port_that_is_taken(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert _run(["serve", str(made / "bundle"), "--port", port]) == 2
    assert "another program has it" in capsys.readouterr().err


@pytest.mark.parametrize("lacks", ["starlette", "uvicorn"])
def test_what_is_not_installed_is_said(lacks: str, made: Path) -> None:
    code = f"import sys; sys.modules['{lacks}'] = None; from inspector.cli import main; main(['serve', sys.argv[1]])"
    done = subprocess.run([sys.executable, "-c", code, made / "bundle"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'inspector[web]'" in done.stderr


def test_what_cannot_be_served_is_said_as_assess_says_it(
    tmp_path: Path, made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = build(
        tmp_path,
        {"change": [{"do": "append", "file": "indicators.csv", "text": "visits-on-time,never,2025-12-31,1,2,x\n"}]},
    )
    assert _run(["serve", str(wrong)]) == 1
    assert "Not served" in capsys.readouterr().err
    assert _run(["serve", str(tmp_path / "nothing")]) == 2
    assert _run(["serve", str(made / "bundle"), "--language", "de"]) == 2
    assert "no phrases in 'de'" in capsys.readouterr().err
    assert _run(["serve", str(made / "bundle"), "--visit", str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "request_", [b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"]
)
def test_who_does_not_ask_or_does_not_read_is_cut_off(request_: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing sent, a head that never ends, and an answer of eight megabytes that nobody takes."""
    monkeypatch.setattr(listening, "HEAD_SECONDS", 0.05)
    monkeypatch.setattr(listening, "WRITE_SECONDS", 0.1)

    async def page(_: Any, __: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": bytes(1 << 23)})

    async def cut() -> None:
        found = listening.bound(0)
        server = listening.server(page)
        serving = asyncio.create_task(server.serve(sockets=[found]))
        while not server.started:
            await asyncio.sleep(0.01)
        with socket.create_connection(found.getsockname()) as slow:
            slow.sendall(request_)
            while not server.server_state.connections:
                await asyncio.sleep(0.01)
            while server.server_state.connections:
                await asyncio.sleep(0.01)
        server.should_exit = True
        await serving

    asyncio.run(asyncio.wait_for(cut(), 20))
