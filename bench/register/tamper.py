"""What `register check` finds of a register that somebody changed, and what the holder of a receipt finds with it.

    python -m bench.register.tamper [--bytes 20000] [--seed 1]

A register of 40 entries is written on SQLite. Then, one at a time and each on a fresh copy: bytes of the file are changed (every
byte of the header, others drawn at random; a bit or all of the byte), entries are dropped, swapped, doubled or altered with
everything derived from them made to fit, and the file is cut off. Each is checked with the head beside the key, and by somebody
who has no more than the public key and three receipts: of the first entry, of one in the middle and of the last.
"""

import argparse
import json
import random
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from inspector.model.problems import CannotComplete
from inspector.model.register import CorrectionBody, RowsRoot, SubmissionBody
from inspector.register import keys, receipts, tree
from inspector.register.book import opened
from inspector.register.checking.whole import check
from inspector.register.entries import Draft

ENTRIES = 40


def main() -> None:
    """Print what was found, of how many, by whom."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bytes", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    draw = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), draw)
        print(f"{ENTRIES} entries, {len(bench.good):,} bytes, seed {asked.seed}")
        bench.told("an unchanged register", [("as it is", bench.good)])
        bench.told("every byte of the header", bench.header())
        bench.told("bytes at random", bench.bytes(asked.bytes))
        bench.told("cut off", bench.cut())
        for name, cases in bench.rows():
            bench.told(name, cases)


class Bench:
    """A register, and copies of it that are changed."""

    def __init__(self, folder: Path, draw: random.Random) -> None:
        self.folder, self.draw = folder, draw
        self.place = folder / "register.db"
        self.signer = keys.new(folder / "register.key")
        self._write()
        self.good = self.place.read_bytes()
        self.receipts = self._receipts()

    def _write(self) -> None:
        with opened(str(self.place), make=True) as book:
            for number in range(ENTRIES):
                book.append(
                    [self._draft(number)], self.signer, now=f"{2020 + number // 12}-{number % 12 + 1:02}-01T09:00:00Z"
                )

    def _draft(self, number: int) -> Draft:
        authority = f"Authority {number % 3}"
        if number % 5 == 4:
            return Draft("correction", authority, CorrectionBody(says="Wrong.", by="Inspector"), about=(number - 1,))
        rows = tuple(
            RowsRoot(resource=f"r{one}", kind="figures", rows_root=self.draw.randbytes(32).hex(), rows=one)
            for one in range(self.draw.randrange(2, 12))
        )
        root = f"sha256:{self.draw.randbytes(32).hex()}"
        body = SubmissionBody(root=root, digest="d", period_start="2019-01-01", period_end="2019-12-31", resources=rows)
        data = self.draw.randbytes(self.draw.choice([100, 2000, 9000]))
        return Draft("submission", authority, body, contents=(("held.json", data),))

    def _receipts(self) -> tuple[Path, ...]:
        made = []
        with opened(str(self.place)) as book:
            for number in (0, ENTRIES // 2, ENTRIES - 1):
                made.append(self.folder / f"{number}.receipt.json")
                made[-1].write_text(receipts.written(book.receipt(number)), encoding="utf-8")
        return tuple(made)

    def told(self, name: str, cases: "Iterator[tuple[str, bytes]] | list[tuple[str, bytes]]") -> None:
        """Check each and print how many were found."""
        head, holder, many, missed = 0, 0, 0, []
        for what, data in cases:
            many += 1
            self.place.write_bytes(data)
            with_head, with_receipt = self._found(True), self._found(False)
            head, holder = head + with_head, holder + with_receipt
            if not (with_head and with_receipt):
                missed.append(what)
        print(f"{name:40} {many:7,}   with the key's head {head:7,}   by a holder of receipts {holder:7,}", flush=True)
        if missed and name != "an unchanged register":
            kinds = Counter(one.partition(" at ")[0] for one in missed)
            print("    not found by both:", json.dumps(dict(kinds)))

    def _found(self, head: bool) -> bool:
        for left in self.folder.glob("register.db-*"):
            left.unlink()
        try:
            with opened(str(self.place)) as book:
                given = () if head else self.receipts
                return bool(check(book, self.signer.of, self.signer.path if head else None, given).findings)
        except CannotComplete:
            return True

    def header(self) -> Iterator[tuple[str, bytes]]:
        """Each byte of the first hundred changed."""
        for at in range(100):
            yield f"header, byte {at} at it", self._changed(at)

    def bytes(self, many: int) -> Iterator[tuple[str, bytes]]:
        """Bytes drawn at random changed."""
        for _ in range(many):
            at = self.draw.randrange(len(self.good))
            around = self.good[max(at - 8, 0) : at + 9]
            yield f"{'a byte among noughts' if not any(around) else 'a byte'} at {at}", self._changed(at)

    def _changed(self, at: int) -> bytes:
        other = self.good[at] ^ (
            1 << self.draw.randrange(8) if self.draw.random() < 0.5 else self.draw.randrange(1, 256)
        )
        return self.good[:at] + bytes([other]) + self.good[at + 1 :]

    def cut(self) -> Iterator[tuple[str, bytes]]:
        """The file cut off anywhere, and something put behind it."""
        for _ in range(100):
            yield "cut at any byte", self.good[: self.draw.randrange(len(self.good))]
        for pages in range(1, len(self.good) // 4096):
            yield "cut at a page", self.good[: 4096 * pages]
        yield "put behind", self.good + b"x"
        yield "put behind", self.good + bytes(4096)

    def rows(self) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
        """Entries dropped, swapped, doubled and altered; all that is derived from them made anew, but for what was signed."""
        numbers = range(ENTRIES)
        yield "an entry dropped", [("dropped", self._rewritten([n for n in numbers if n != gone])) for gone in numbers]
        yield (
            "the last entries dropped, checkpoints too",
            [("cut off whole", self._rewritten(list(range(left)), forget=True)) for left in range(1, ENTRIES)],
        )
        swapped = [
            sorted(numbers, key=lambda n, a=a: a + 1 if n == a else a if n == a + 1 else n) for a in range(ENTRIES - 1)
        ]
        yield "two entries swapped", [("swapped", self._rewritten(order)) for order in swapped]
        yield "an entry doubled", [("doubled", self._rewritten([*range(n + 1), *range(n, ENTRIES)])) for n in numbers]
        yield "an entry altered", [("altered", self._rewritten(list(numbers), altered=n)) for n in numbers]

    def _rewritten(self, order: list[int], *, altered: int | None = None, forget: bool = False) -> bytes:
        """A register whose entries are those, tree and columns made to fit; with `forget` later checkpoints are gone too."""
        place = self.folder / "forged.db"
        place.write_bytes(self.good)
        at = sqlite3.connect(place, isolation_level=None)
        at.execute("PRAGMA secure_delete=ON")
        at.execute("BEGIN")
        rows = {one[0]: one for one in at.execute("SELECT * FROM register_entries")}
        for table in ("entries", "about", "files", "nodes"):
            at.execute(f"DELETE FROM register_{table}")
        made: dict[tuple[int, int], bytes] = {}
        for number, old in enumerate(order):
            said = json.loads(rows[old][5])
            said["index"] = number
            if old == altered:
                said["authority"] += "!"
            text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            leaf = tree.leaf(text.encode())
            authority = said["authority"].casefold()
            at.execute(
                "INSERT INTO register_entries VALUES (?,?,?,?,?,?,?)",
                (number, *rows[old][1:3], authority, rows[old][4], text, leaf),
            )
            for of in said.get("about", ()):
                at.execute("INSERT INTO register_about VALUES (?,?)", (number, of))
            for spot, one in enumerate(said.get("contents", ())):
                at.execute("INSERT INTO register_files VALUES (?,?,?,?)", (number, spot, one["name"], one["sha256"]))
            for level, spot, hash_ in tree.grown(number, leaf, lambda level, spot: made[level, spot]):
                made[level, spot] = hash_
                at.execute("INSERT INTO register_nodes VALUES (?,?,?)", (level, spot, hash_))
        at.execute("DELETE FROM register_contents WHERE sha256 NOT IN (SELECT sha256 FROM register_files)")
        if forget:
            for table in ("checkpoints", "signatures"):
                at.execute(f"DELETE FROM register_{table} WHERE size > ?", (len(order),))
        at.execute("COMMIT")
        at.close()
        data = place.read_bytes()
        shutil.rmtree(place, ignore_errors=True)
        return data


if __name__ == "__main__":
    main()
