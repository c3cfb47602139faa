"""Texts that share more of their rare words, in the same order, than the log's own vocabulary explains.

Two texts resemble each other where the words they share weigh most of what they hold; a word weighs more the fewer
texts have it, so a form of words that everybody uses weighs nothing. How alike two texts of this log are without any
copying is read from all its pairs: their mean, spread and skewness give the chance of a pair as alike as the one at
hand. A second chance is worked out word by word from the other texts: a word that always comes with one already shared
(a template, a set phrase) adds nothing, and a run of words nobody else uses counts as one phrase. The larger of the
two, times the number of pairs, is the p-value. Apart from that, texts equal but for a few words (`SAME`) are put into
groups, and those that share most of their words with another (`NEAR`) are named; that is counting.

Reference: Broder (1997), Compression and Complexity of Sequences, 21-29 (resemblance, min-wise sampling); Spärck Jones
(1972), Journal of Documentation 28(1), 11-21 (weighting by rarity).
"""

import re
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from inspector.stats.gamma_tail import gamma_tail
from inspector.stats.median import quantile

Index = NDArray[np.intp]

ALIKE = 0.6
"""Share of weight in common from which a pair is looked at."""
SAME, LONG = 0.95, 25
"""Share of words in common, and words in each, from which two long texts are the same but for a word or two."""
NEAR, MIDDLE = 0.8, 12
"""Share of words in common, and words in each, from which two texts are near each other, whatever the rest of the log is like."""
SKEW, STEEP = 0.65, 0.9
"""Least and most skewness of the likenesses. More comes of two kinds of pair, with and without the same template."""
BULK = 0.98
"""Likenesses above this quantile count as equal to it when their mean, spread and skewness are taken."""
SHORT = 8
"""Texts with fewer different words say too little to be compared."""
FULL = 1200
"""Up to so many texts every pair is compared; beyond, only neighbours in `ORDERS` orders by min-wise samples."""
ORDERS, NEIGHBOURS = 8, 4
LOOKED_AT = 2000
"""At most so many pairs, the most alike first, have their chance worked out: the time stays bounded."""


@dataclass(frozen=True)
class Pair:
    """Two texts by position, the share of weight in common (0 to 1) and the chance, times the number of pairs."""

    first: int
    second: int
    shared: float
    p_value: float


@dataclass(frozen=True)
class Copies:
    """`compared`: positions of texts long enough. `pairs`: the pairs looked at, least likely first. `same`: groups.

    `near`: positions of texts that have another near them.
    """

    compared: tuple[int, ...]
    pairs: tuple[Pair, ...]
    same: tuple[tuple[int, ...], ...]
    near: tuple[int, ...] = ()


def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, in lower case; numbers and punctuation left out."""
    return tuple(re.findall(r"[^\W\d_]+", text.lower()))


def copies(texts: Sequence[str], kin: Sequence[str]) -> Copies:
    """Compare `texts` with each other, except those with the same `kin` (a chain of one piece of work).

    Texts of fewer than `SHORT` different words are not compared. The answer does not depend on the order of the texts.
    """
    ordered = sorted(range(len(texts)), key=lambda i: (texts[i], kin[i]))
    spoken = {i: words(texts[i]) for i in ordered}
    kept = [i for i in ordered if len(set(spoken[i])) >= SHORT]
    if len(kept) < 2:
        return Copies(tuple(sorted(kept)), (), ())
    log_ = _Log([spoken[i] for i in kept])
    left, right = _candidates(log_)
    names = {name: code for code, name in enumerate(sorted(set(kin)))}
    code = np.array([names[kin[place]] for place in kept])
    apart = code[left] != code[right]
    left, right = left[apart], right[apart]
    heavy, plain = _alike(log_, left, right)
    near = np.flatnonzero(heavy >= ALIKE)
    best = near[np.argsort(-np.round(heavy[near], 9), kind="stable")][:LOOKED_AT]
    usual = _usual(log_, heavy)
    many = len(kept) * (len(kept) - 1) / 2
    pairs = []
    for k in best.tolist():
        chance = _beyond(float(heavy[k]), usual)
        # The second chance can only be asked to take a question back, so a first that raises none settles it.
        if many * chance < 1:
            chance = log_.chance(int(left[k]), int(right[k]), chance)
        first, second = sorted((kept[left[k]], kept[right[k]]))
        pairs.append(Pair(first, second, float(heavy[k]), min(1.0, many * chance)))
    long = np.array([len(text) >= LONG for text in log_.texts])
    same = (plain >= SAME) & long[left] & long[right]
    middle = np.array([len(text) >= MIDDLE for text in log_.texts])
    beside = (plain >= NEAR) & middle[left] & middle[right]
    return Copies(
        compared=tuple(sorted(kept)),
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.p_value, pair.first, pair.second))),
        same=_groups(kept, left[same].tolist(), right[same].tolist()),
        near=tuple(sorted({kept[place] for side in (left, right) for place in side[beside].tolist()})),
    )


def _usual(log_: "_Log", heavy: NDArray[np.float64]) -> tuple[float, float, float]:
    """Mean, spread and skewness of how alike the pairs of a log are, its most alike pairs cut to the others' height."""
    count = len(log_.texts)
    if count > FULL:
        places = np.arange(count, dtype=np.intp)
        steps = [1 + (count * k) // 9 for k in range(1, 5)]
        heavy = np.concatenate([_alike(log_, places, (places + step) % count)[0] for step in steps])
    if not len(heavy):
        return 0.0, 1.0, SKEW
    cut = np.minimum(heavy, quantile(heavy, BULK))
    middle, spread = float(cut.mean()), max(float(cut.std()), 0.02)
    away = (cut - middle) / spread
    return middle, spread, min(STEEP, max(SKEW, float((away * away * away).mean())))


def _beyond(shared: float, usual: tuple[float, float, float]) -> float:
    middle, spread, skew = usual
    return gamma_tail((shared - middle) / spread, skew)


def _groups(kept: list[int], left: list[int], right: list[int]) -> tuple[tuple[int, ...], ...]:
    """Texts joined to each other by the given pairs, as sorted groups of positions."""
    root = list(range(len(kept)))

    def top(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for a, b in zip(left, right, strict=True):
        low, high = sorted((top(a), top(b)))
        root[high] = low
    groups: dict[int, list[int]] = {}
    for place in sorted(set(left) | set(right)):
        groups.setdefault(top(place), []).append(kept[place])
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


class _Log:
    """The texts in a fixed order: their words, who has each word, and the weight of each word."""

    def __init__(self, texts: Sequence[tuple[str, ...]]) -> None:
        self.texts = texts
        self.sets = [frozenset(text) for text in texts]
        self.places: dict[str, list[int]] = {}
        for place, one in enumerate(self.sets):
            for word in one:
                self.places.setdefault(word, []).append(place)
        self._bits: dict[str, int] = {}
        self.weight = {word: log(len(texts) / len(places)) for word, places in self.places.items()}
        # Words by their place in the order of words: numbers are put in that order in half the time, and sums stay the same.
        rank = {word: place for place, word in enumerate(sorted(self.places))}
        self.ranks = [frozenset([rank[word] for word in one]) for one in self.sets]
        self.ranked = [self.weight[word] for word in rank]
        self.total = [sum(map(self.ranked.__getitem__, sorted(one))) for one in self.ranks]

    def having(self, word: str) -> int:
        """Who has a word, a bit each; made when it is asked for, since of a large log few words are."""
        bits = self._bits.get(word)
        if bits is None:
            made = bytearray(len(self.texts) // 8 + 1)
            for place in self.places[word]:
                made[place >> 3] |= 1 << (place & 7)
            bits = self._bits[word] = int.from_bytes(made, "little")
        return bits

    def chance(self, first: int, second: int, least: float) -> float:
        """How likely it is that these two share the words they share, judged by all the other texts; never under `least`.

        Each further word makes it less likely, so that nothing more is asked once it is as unlikely as `least`.
        """
        shared = sorted(self.sets[first] & self.sets[second], key=lambda word: (-len(self.places[word]), word))
        beside: dict[str, set[str]] = {}
        for one, next_ in set(pairwise(self.texts[first])).intersection(pairwise(self.texts[second])):
            beside.setdefault(one, set()).add(next_)
            beside.setdefault(next_, set()).add(one)
        others = ~(1 << first | 1 << second)
        surprise, known = 0.0, list[tuple[str, int, int]]()
        for word in shared:
            having = self.having(word) & others
            surprise -= log(self._expected(having, known, beside.get(word, ())))
            known.append((word, having, having.bit_count() + 1))
            if exp(-surprise) <= least:
                return least
        return exp(-surprise)

    def _expected(self, having: int, known: list[tuple[str, int, int]], beside: Collection[str]) -> float:
        """The chance of a word given those already shared: the best guess that any of them allows.

        `known` has each of these with the other texts that have it, as bits, and one more than their number; `beside` those
        that stand next to the word in both texts.
        """
        alone = (having.bit_count() + 0.5) / (len(self.texts) - 1)
        best = alone
        for other, bits, base in known:
            guess = ((bits & having).bit_count() + (0.5 if other in beside else alone)) / base
            if guess > best:
                best = guess
        return min(best, 1.0)


def _candidates(log_: _Log) -> tuple[Index, Index]:
    """Pairs to compare: all of them, or in a large log the neighbours in several orders by min-wise samples."""
    count = len(log_.texts)
    if count <= FULL:
        return np.triu_indices(count, 1)
    found: set[tuple[int, int]] = set()
    for seed in range(ORDERS):
        code = [zlib.crc32(f"{seed} {word}".encode()) for word in sorted(log_.places)]
        sketch = [tuple(sorted(map(code.__getitem__, one))[:2]) for one in log_.ranks]
        order = sorted(range(count), key=lambda place: (sketch[place], place))
        for step in range(1, NEIGHBOURS + 1):
            found.update((min(a, b), max(a, b)) for a, b in zip(order, order[step:], strict=False))
    pairs = np.array(sorted(found), dtype=np.intp)
    return pairs[:, 0], pairs[:, 1]


def _alike(log_: _Log, left: Index, right: Index) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each pair the share of weight, and of words, in common (Dice)."""
    size = np.array([len(one) for one in log_.sets], dtype=np.float64)
    total = np.array(log_.total)
    if len(log_.texts) <= FULL:
        # A word that one text alone has is in common with none.
        common = sorted(word for word, places in log_.places.items() if len(places) > 1)
        place = {word: k for k, word in enumerate(common)}
        sets = [[place[word] for word in one if word in place] for one in log_.sets]
        rows = np.repeat(np.arange(len(sets)), [len(one) for one in sets])
        has = np.zeros((len(sets), len(place)))
        has[rows, [k for one in sets for k in one]] = 1.0
        weights = np.array([log_.weight[word] for word in place])
        # Counts are exact in single precision, and half the work.
        counts = has.astype(np.float32)
        heavy, plain = ((has * weights) @ has.T)[left, right], (counts @ counts.T)[left, right].astype(np.float64)
    else:
        ranks, weigh = log_.ranks, log_.ranked.__getitem__
        shared = [sorted(ranks[a] & ranks[b]) for a, b in zip(left.tolist(), right.tolist(), strict=True)]
        heavy = np.array([sum(map(weigh, some)) for some in shared], dtype=np.float64)
        plain = np.array([float(len(some)) for some in shared])
    both = total[left] + total[right]
    return 2 * heavy / np.where(both > 0, both, 1.0), 2 * plain / (size[left] + size[right])
