"""A stored result without the parts that judging it anew does not read: pictures, stories and plans are half of it."""

READ = frozenset(
    (
        b"format", b"version", b"engine", b"framework", b"bundle", b"verdict", b"themes", b"findings", b"facts", b"traces", b"trust",
        b"judged_from", b"struck", b"visit",
    )
)  # fmt: skip
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
    kept = [part.removesuffix(b",") for part in parts if part.partition(b'"')[0] in READ]
    return b'{"' + b',"'.join(kept) + b"}" if kept else data
