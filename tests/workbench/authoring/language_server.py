"""The stock YAML language server, as an editor talks to it: files are opened; it says what it completes, shows and marks."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

FOLDER = Path(__file__).parent / "editor"
"""`npm install --prefix` this folder fetches it; `.ci/run` does."""
PROGRAM = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


def missing() -> str:
    """Why it cannot be asked here; empty where it can."""
    if shutil.which("node") is None:
        return "node is not on this machine"
    return "" if PROGRAM.exists() else f"npm install --prefix {FOLDER} was not run"


class LanguageServer:
    """A running server. Lines and columns count from 0, as its protocol has it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", str(PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._number = 0
        self._told: dict[str, list[dict[str, Any]]] = {}
        can = {"textDocument": {"hover": {"contentFormat": ["markdown"]}}, "workspace": {"configuration": True}}
        self._ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": can})
        self._say("initialized", {})

    def __enter__(self) -> "LanguageServer":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Open a file; what is marked in it."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self._told.pop(uri, None)
        self._say("textDocument/didOpen", {"textDocument": document})
        while uri not in self._told:
            self._take()
        return self._told[uri]

    def completed(self, path: Path, line: int, column: int) -> list[str]:
        """What it offers at a place."""
        answer = self._ask("textDocument/completion", _at(path, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return [item["label"] for item in items]

    def shown(self, path: Path, line: int, column: int) -> str:
        """What it shows of the word at a place."""
        answer = self._ask("textDocument/hover", _at(path, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(message["error"])
                return message["result"]

    def _say(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _take(self) -> dict[str, Any]:
        """The next message; what the server asks of an editor is answered, what it tells of files is kept."""
        message = self._read()
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            sections = [item.get("section") for item in message.get("params", {}).get("items", [])]
            self._send({"id": message["id"], "result": [SETTINGS if one == "yaml" else {} for one in sections] or None})
        return message

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline()) != b"\r\n":
            if not line:
                raise RuntimeError("the language server ended")
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        found: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return found


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
