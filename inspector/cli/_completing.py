"""Where the completion of a shell is kept, and the lines that its start file needs to find it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SHELLS = ("bash", "zsh", "fish")
BEGIN, END = b"# >>> inspector completion >>>", b"# <<< inspector completion <<<"


@dataclass(frozen=True)
class Kept:
    """The file with the script, and the start file of the shell that has to name it; None where the shell finds it by itself."""

    script: Path
    start: Path | None
    lines: str = ""


def kept(shell: str, environment: Mapping[str, str]) -> Kept:
    """Where the completion of a shell belongs for whoever has this environment."""
    home = Path(environment.get("HOME") or Path.home()).absolute()
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share").absolute() / "inspector"
    if shell == "fish":
        config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        return Kept(config / "fish" / "completions" / "inspector.fish", None)
    script = data / f"completion.{shell}"
    if shell == "zsh":
        start = Path(environment.get("ZDOTDIR") or home) / ".zshrc"
        ready = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n"
        return Kept(script, start, f"{ready}{_sourced(script)}")
    return Kept(script, home / ".bashrc", _sourced(script))


def shell_of(environment: Mapping[str, str]) -> str | None:
    """The shell of whoever has this environment, where it is one that can be told."""
    name = Path(environment.get("SHELL", "")).name
    return name if name in SHELLS else None


def script(shell: str) -> str:
    """The script with which a shell completes `inspector`."""
    from click.shell_completion import get_completion_class

    from inspector.cli import inspector

    made = get_completion_class(shell)
    assert made is not None
    complete = made(inspector, {}, "inspector", "_INSPECTOR_COMPLETE")
    return complete.source_template % complete.source_vars()


def with_block(start: bytes, lines: str) -> bytes:
    """A start file that has our lines once, at the end where it had none; all else is left as it is."""
    block = b"\n".join([BEGIN, os.fsencode(lines.rstrip("\n")), END])
    before, found, after = start.partition(BEGIN)
    if found and END in after:
        return before + block + after.partition(END)[2]
    joint = b"" if not start or start.endswith(b"\n") else b"\n"
    return start + joint + block + b"\n"


def without_block(start: bytes) -> bytes:
    """A start file without our lines."""
    before, found, after = start.partition(BEGIN)
    return before + after.partition(END)[2].removeprefix(b"\n") if found and END in after else start


def _sourced(script: Path) -> str:
    quoted = "'" + str(script).replace("'", "'\\''") + "'"
    return f"[ -r {quoted} ] && . {quoted}\n"
