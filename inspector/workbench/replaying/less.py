"""A stored result without the parts that judging it anew does not read: pictures, stories and plans are half of it."""

import re

READ = frozenset(
    (b"format", b"version", b"engine", b"framework", b"bundle", b"verdict", b"themes", b"findings", b"facts", b"traces")
) | {b"trust", b"judged_from", b"struck", b"visit"}
BEGIN, END = b"{\n", b"\n}\n"
KEY = re.compile(rb'\n  "([a-z_]+)"')
"""As results are written: each key of the whole on a line of its own, two spaces in. No text has a line break in it."""


def needed(data: bytes) -> bytes:
    """The same result with the parts that are read, or as it is where it is not laid out as results are written."""
    if not data.startswith(BEGIN) or not data.endswith(END):
        return data
    found = [(one.start(), one[1]) for one in KEY.finditer(data)]
    if not found:
        return data
    ends = [place for place, _ in found[1:]] + [len(data) - len(END) + 1]
    kept = []
    for (start, name), end in zip(found, ends, strict=True):
        # Before the next part, or the end, stands one sign.
        if data[end - 1 : end] != (b"," if end < ends[-1] else b"\n"):
            return data
        if name in READ:
            kept.append(data[start : end - 1])
    return b"{" + b",".join(kept) + b"}"
