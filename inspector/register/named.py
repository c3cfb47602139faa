"""Which register is meant: what a command was given, else what the environment names."""

import os
from pathlib import Path, PurePath

from inspector.register.wrong import meant_for_server, refused

BESIDE = (".key", ".pub", ".head")
"""How the files end that lie beside a register."""
VARIABLE = "INSPECTOR_REGISTER"


def named(register: str | None) -> str | None:
    """The path or URL of the register; None where none is named."""
    place = register or os.environ.get(VARIABLE, "").strip() or None
    return place.removeprefix("sqlite:///") if place else None


def where(register: str | None) -> str:
    """The path or URL of the register. Raises CannotComplete where none is named."""
    place = named(register)
    if place is None:
        fix = f"--register FILE, or {VARIABLE}=FILE; postgresql://… for a server"
        raise refused("no-such-register", "no register is named", fix=fix)
    if "://" not in place and meant_for_server(place):
        message = "an address of a server is written as a URL: postgresql://user@host/name"
        raise refused("register-place", message, place)
    if "://" not in place and PurePath(place).suffix.lower() in BESIDE:
        message = f"a register's own files end in {', '.join(BESIDE)}, and it is none of them"
        raise refused("register-place", message, place, fix="name it otherwise, as NAME.db")
    return place


def file_of(place: str) -> Path:
    """The file of a register that lies in one. Raises CannotComplete for a folder, a link that leads nowhere."""
    from inspector.register.store.place import there

    there(Path(place))
    return Path(place)
