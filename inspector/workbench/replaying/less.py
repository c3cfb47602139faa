"""A stored result without the parts that judging it anew does not read: pictures, stories and plans are half of it."""

READ = frozenset(
    name.encode()
    for name in (
        "format version engine framework bundle verdict themes findings facts traces trust judged_from struck visit".split()
    )
)
BEGIN, KEY, END = b"{", b'\n  "', b"\n}\n"
"""As results are written: each key of the whole on a line of its own, two spaces in. No text has a line break in it."""


def needed(data: bytes) -> bytes:
    """The same result with the parts that are read, or as it is where it is not laid out as results are written."""
    begin, *parts = data.split(KEY)
    if begin != BEGIN or not data.endswith(END):
        return data
    parts[-1] = parts[-1].removesuffix(END)
    if not all(part.endswith(b",") for part in parts[:-1]):
        return data
    kept = [part.removesuffix(b",") for part in parts if part[: part.find(b'"')] in READ]
    return b'{"' + b',"'.join(kept) + b"}" if kept else data
