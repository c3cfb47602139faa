"""Seeds as people write them: where one comes from, how it is spelt once, and out of how many it is one.

`dice: 4 1 6 2 …` are throws in front of both, of six-sided dice unless a word such as `d10` stands first. `public: SOURCE DAY:
4 17 22` are numbers that somebody else draws in public on a named day. Anything else is `given`: nobody can say how it was
chosen, and its surprise is put low, as that of English text.

A seed for a guarantee is one of at least ten million (nine throws of a die). Over so many seeds no choice of wrong rows, however
long it was reckoned, escapes a draw in more than .3 percentage points over its nominal share with 500 rows, .9 with 5,000
(Hoeffding, and the union over all choices). More throws cost nothing: with twenty it is less than one in a million.
"""

import math
import re
import unicodedata
from datetime import date
from typing import Literal, NamedTuple

from inspector.values.dates import Dates

Origin = Literal["dice", "public", "clock", "given"]
LEAST = 10_000_000
"""A seed of a guarantee is one of at least so many."""
LEAST_BITS = math.log2(LEAST)
BALLS = 49
"""A lottery that draws six has at least so many balls."""
LETTER_BITS, DIGIT_BITS = 1.2, 2.5
"""The surprise of a letter of text, about what Shannon measured in English, and of a digit that somebody chooses: below 3.3."""
LONGEST = 1000
SIDES = (2, 4, 6, 8, 10, 12, 20, 100)
_SIDED = re.compile(r"d(\d{1,3})\b[:,]?", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2} [A-Za-z]{3,9} \d{4}")


class NoSeed(ValueError):
    """A text that is no seed; says why."""


class Seed(NamedTuple):
    """A seed: `text` as it is kept and hashed, `numbers` of dice or a public draw; it is one of two to the power of `bits`.

    `day` and `source` are those of a public draw; `says` tells where it comes from.
    """

    text: str
    origin: Origin
    bits: float
    says: str
    numbers: tuple[int, ...] = ()
    day: date | None = None
    source: str = ""

    @property
    def bare(self) -> str:
        """What is left of every spelling: letters in small, digits."""
        return bare(self.text)


def bare(text: str) -> str:
    """A text without anything but letters in small and digits: by that seeds are told apart."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def read(text: str) -> Seed:
    """A seed as somebody wrote it. Raises NoSeed for one that is none."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if not bare(plain):
        raise NoSeed("it is empty")
    if len(plain) > LONGEST:
        raise NoSeed(f"it has {len(plain):,} characters, and a seed has at most {LONGEST:,}")
    if any(unicodedata.category(sign)[0] == "C" for sign in plain):
        raise NoSeed("it holds signs that nobody sees, so that nobody could write it down again")
    origin, _, rest = plain.partition(":")
    if origin.strip().lower() == "dice":
        return _dice(rest)
    if origin.strip().lower() == "public":
        return _public(rest.strip())
    if origin.strip().lower() == "given":
        plain = rest.strip()
    return _given(plain)


def kept(text: str, origin: Origin) -> Seed:
    """A seed out of its text as a round keeps it. Raises NoSeed."""
    source = "a draw " if origin == "public" else ""
    return read(f"{origin}: {source}{text}")


def how_much(bits: float) -> str:
    """Out of how many a seed is one, in words: `1,048,576 equally likely`, `about 2 to the power of 52`."""
    return f"one of {round(2**bits):,}" if bits < 40 else f"one of about 2 to the power of {math.floor(bits)}"


def _dice(text: str) -> Seed:
    sides = 6
    if found := _SIDED.match(text.strip()):
        sides, text = int(found[1]), text.strip()[found.end() :]
        if sides not in SIDES:
            raise NoSeed(f"no die has {sides} sides: d4, d6, d8, d10, d12 or d20")
    if strange := re.search(r"[^\d\s,;.+/|-]", text):
        raise NoSeed(f"{strange[0]!r} is no throw: after `dice:` stand numbers alone, as `dice: 4 1 6 2`")
    # Throws of a six-sided die may stand without spaces between them.
    throws = [int(one) for run in _NUMBER.findall(text) for one in (run if sides < 10 else [run])]
    if not throws:
        raise NoSeed("no throw stands there")
    low, high = (0, sides - 1) if sides in (10, 100) and 0 in throws else (1, sides)
    if wrong := [one for one in throws if not low <= one <= high]:
        raise NoSeed(f"a die with {sides} sides shows {low} to {high}, and {wrong[0]} stands there")
    bits = len(throws) * math.log2(sides)
    name = "a six-sided die" if sides == 6 else f"a die with {sides} sides"
    shown = " ".join(map(str, throws))
    kind = "" if sides == 6 else f"d{sides} "
    says = f"{len(throws)} throw{'s' * (len(throws) != 1)} of {name}, {how_much(bits)}"
    return Seed(f"{kind}{shown}", "dice", bits, says, tuple(throws))


def _public(text: str) -> Seed:
    found = _DAY.search(text)
    told = Dates.of([found[0]]).read(found[0]) if found else None
    if found is None or told is None:
        raise NoSeed("the day of a public draw is missing: `public: National Lottery 2026-11-28: 4 17 22 31 40 59`")
    source = text[: found.start()].strip(" ,;:-")
    numbers = tuple(int(one) for one in _NUMBER.findall(text[found.end() :])[:100])
    if not bare(source) or source.isdigit():
        raise NoSeed("it is not said who draws: `public: National Lottery 2026-11-28: 4 17 22 31 40 59`")
    if not numbers:
        raise NoSeed("the numbers that were drawn are missing behind the day")
    bits = _of_a_draw(numbers)
    # Neither how the source is called nor the order of balls goes in: whoever writes them down could choose.
    balls = len(set(numbers)) == len(numbers) and max(numbers) > 9
    kept = f"{told} {' '.join(map(str, sorted(numbers) if balls else numbers))}"
    says = f"{len(numbers)} numbers drawn in public ({source}, {told}), {how_much(bits)}"
    return Seed(kept, "public", bits, says, numbers, date.fromisoformat(told), source)


def _of_a_draw(numbers: tuple[int, ...]) -> float:
    """The least that such numbers can be one of: balls, none twice; digits; of large numbers, such as prices, the last digits."""
    high = max(numbers)
    if high <= 9:
        return len(numbers) * math.log2(10)
    if high > 1000:
        return sum(2.0 * len(str(one)) for one in numbers)
    balls = set(numbers)
    return math.log2(math.comb(max(high, BALLS if len(balls) >= 6 else 0), len(balls)))


def _given(text: str) -> Seed:
    left = bare(text)
    digits = sum(sign.isdigit() for sign in left)
    bits = digits * DIGIT_BITS + (len(left) - digits) * LETTER_BITS
    # A few signs over and over surprise nobody.
    bits = min(bits, len(set(left)) * 4.0)
    numbers = tuple(map(int, left)) if left.isascii() and left.isdigit() else ()
    return Seed(text, "given", bits, f"a text that was given, put at {how_much(bits)}", numbers)
