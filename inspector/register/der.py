"""DER, as far as time stamps need it: what is within what, each with its tag. Nothing else is understood."""

from dataclasses import dataclass

SEQUENCE, SET, INTEGER, OCTETS, OID, TIME = 0x30, 0x31, 0x02, 0x04, 0x06, 0x18


@dataclass(frozen=True)
class Part:
    """One value: its tag, what it holds, and the whole of it as it stands (`data`)."""

    tag: int
    held: bytes
    data: bytes

    def parts(self) -> tuple["Part", ...]:
        """The values within. Raises ValueError where they do not fill it."""
        return parts(self.held)

    def number(self) -> int:
        """A whole number. Raises ValueError for anything else."""
        if self.tag != INTEGER or not self.held:
            raise ValueError("a number is missing")
        return int.from_bytes(self.held, "big", signed=True)

    def oid(self) -> str:
        """An identifier as dotted numbers. Raises ValueError for anything else."""
        if self.tag != OID or not self.held:
            raise ValueError("an identifier is missing")
        found, value = [], 0
        for byte in self.held:
            value = value << 7 | byte & 127
            if not byte & 128:
                found.append(value)
                value = 0
        first = min(found[0] // 40, 2)
        return ".".join(map(str, [first, found[0] - 40 * first, *found[1:]]))


def parts(data: bytes) -> tuple[Part, ...]:
    """The values that stand one after the other. Raises ValueError where they do not fill `data`."""
    found: list[Part] = []
    at = 0
    while at < len(data):
        one = _part(data, at)
        found.append(one)
        at += len(one.data)
    return tuple(found)


def whole(data: bytes) -> Part:
    """The one value that fills `data`. Raises ValueError where it does not."""
    found = _part(data, 0)
    if len(found.data) != len(data):
        raise ValueError("something follows what should be the whole")
    return found


def value(tag: int, *held: bytes) -> bytes:
    """A value as DER."""
    body = b"".join(held)
    if len(body) < 128:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 128 + len(size)]) + size + body


def _part(data: bytes, at: int) -> Part:
    if len(data) < at + 2 or data[at] & 31 == 31:
        raise ValueError("it ends too early, or is no DER")
    size, start = data[at + 1], at + 2
    if size > 127:
        many = size - 128
        if not 1 <= many <= 4 or len(data) < start + many:
            raise ValueError("a length is none")
        size, start = int.from_bytes(data[start : start + many], "big"), start + many
    if len(data) < start + size:
        raise ValueError("it ends too early")
    return Part(data[at], data[start : start + size], data[at : start + size])
