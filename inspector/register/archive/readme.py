"""The file in an export that tells whoever opens it in thirty years what it is, and how it is checked without us."""

from inspector.register.archive.layout import State, root_of

_TEXT = """The register {origin}: {size} {entries}, from {since} to {at}

A register is a log of what was submitted to an inspectorate, found and answered, and when. Nothing in it was ever changed;
a correction is an entry of its own.

  entries.jsonl          an entry a line, in the order of entering, counted from 0
  contents/              what was kept with the entries, each file called by the sha256 that its entry names
  checkpoints.jsonl      what the register said of itself after each change, signed; time stamps (RFC 3161) where there are any
  keys.jsonl, keys/      the public keys that signed
  datapackage.json       every file with its size and sha256, as a Data Package (https://datapackage.org)
  ro-crate-metadata.json what the whole is and is about, as an RO-Crate (https://www.researchobject.org/ro-crate)

How it is checked without the program that wrote it:

  1. sha256 over a zero byte and a line of entries.jsonl, without its line break, is the leaf of that entry.
  2. The leaves make a Merkle tree as RFC 9162 (section 2.1) has it. Its root, in base64, is {root},
     the third line of the last checkpoint.
  3. A checkpoint is the text before its first blank line, the line break before that included. Below stand its signatures:
     after the name, base64 of four bytes (the id of the key) and a signature by Ed25519. `openssl pkeyutl -verify -rawin`
     checks it with the file in keys/.
  4. sha256 over a file in contents/ is its name.

With it, `inspector register import` does all of this and makes a register again.
"""


def readme(state: State) -> bytes:
    """The text for a register in that state."""
    entries = "entry" if state.size == 1 else "entries"
    return _TEXT.format(
        origin=state.origin, size=state.size, entries=entries, since=state.since, at=state.at, root=root_of(state.root)
    ).encode()
