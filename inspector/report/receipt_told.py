"""What a verified receipt proves, as a document and in words."""

from datetime import UTC, datetime
from typing import Any

from inspector.model.register import Checkpoint, SubmissionBody
from inspector.model.words import plain, plural
from inspector.report.lines import wrapped

OWN = (
    "The date is that of whoever holds the key. From a register that the authority keeps itself it proves no more than that the "
    "authority says so; a co-signature of somebody else, or a time stamp, proves that it existed by then."
)


def document(found: Any, later: Checkpoint | None, root: str | None) -> dict[str, Any]:
    """The parts of what was verified (`register.receipts.Verified`), for JSON."""
    entry, checkpoint = found.entry, found.checkpoint
    return {
        "holds": True,
        "register": checkpoint.origin,
        "entry": entry.index,
        "kind": entry.kind,
        "authority": entry.authority,
        "entered_at": entry.entered_at,
        "root": entry.body.root if isinstance(entry.body, SubmissionBody) else None,
        "bundle": root,
        "checkpoint": {"entries": checkpoint.size, "root": checkpoint.root, "at": checkpoint.at},
        "co_signed": [{"name": name, "at": _time(at)} for name, at in found.cosigned],
        "not_checked": list(found.unknown),
        "stamps": [{"at": one.at, "by": one.by} for one in found.stamps],
        "later": {"entries": later.size, "at": later.at} if later else None,
    }


def lines(said: dict[str, Any], bundle: str) -> list[str]:
    """The document in words."""
    checkpoint = said["checkpoint"]
    told = [
        f"The receipt holds: {said['kind']} of {said['authority']}, entry {said['entry']} of the register {said['register']}, "
        f"entered at {said['entered_at']}.",
        f"Signed at {checkpoint['at']}, over {_entries(checkpoint['entries'])}.",
    ]
    told += [f"Root of the bundle: {said['root']}"] if said["root"] else []
    told += [f"The bundle {bundle} is the one that it is for."] if said["bundle"] else []
    told += [f"Co-signed by {one['name']} at {one['at']}." for one in said["co_signed"]]
    told += [f"Not checked: the signature of {name}. Name the key with --co-signer." for name in said["not_checked"]]
    told += [
        f"Time stamp of {one['at']} by {one['by']}. Whether that authority is to be trusted is not decided here: "
        "openssl ts -verify, with its certificate."
        for one in said["stamps"]
    ]
    if said["later"]:
        told.append(
            f"The register of {said['later']['at']}, with {_entries(said['later']['entries'])}, still begins with what was "
            "signed for it."
        )
    if not said["co_signed"] and not said["stamps"]:
        told.append(OWN)
    return [line for one in told for line in wrapped(plain(one), "", "  ")]


def _entries(many: int) -> str:
    return plural(many, "entry").replace("entrys", "entries")


def _time(seconds: int) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError, OSError):
        return f"second {seconds}"
