"""How alike texts are and how likely that is, counted out word by word."""

import math
import zlib
from itertools import combinations, pairwise

import numpy as np
import pytest

from inspector.stats import copies as module
from inspector.stats.copies import Copies, copies, words
from inspector.stats.gamma_tail import gamma_tail

Usual = tuple[float, float, float]


def letters(number: int) -> str:
    """A word of its own for every number."""
    return "".join(chr(97 + number // 26**k % 26) for k in range(3))


def log_of(count: int, length: int = 14, vocabulary: int = 200, seed: int = 3) -> list[str]:
    """Texts of words drawn unevenly, so that some are in many texts."""
    draw = np.random.default_rng(seed)
    return [" ".join(letters(int(k)) for k in (draw.random(length) ** 2 * vocabulary)) for _ in range(count)]


def shares(texts: list[str]) -> dict[tuple[int, int], tuple[float, float]]:
    """For each pair the share of weight, and of words, in common: twice what they share over what both hold."""
    sets = [set(words(text)) for text in texts]
    weight = {w: math.log(len(texts) / sum(w in one for one in sets)) for one in sets for w in one}
    found = {}
    for a, b in combinations(range(len(texts)), 2):
        common = sum(weight[w] for w in sets[a] & sets[b])
        both = sum(weight[w] for w in sets[a]) + sum(weight[w] for w in sets[b])
        found[a, b] = 2 * common / both, 2 * len(sets[a] & sets[b]) / (len(sets[a]) + len(sets[b]))
    return found


def usual(heavy: list[float]) -> Usual:
    """Mean, spread and skewness below the 98th percentile, the spread 0.02 at least, the skewness from 0.65 to 0.9."""
    cut = np.minimum(heavy, np.quantile(heavy, 0.98))
    spread = max(0.02, math.sqrt(np.mean((cut - np.mean(cut)) ** 2)))
    skew = np.mean(((cut - np.mean(cut)) / spread) ** 3)
    return float(np.mean(cut)), spread, float(min(0.9, max(0.65, skew)))


def word_by_word(texts: list[str], first: int, second: int) -> float:
    """The chance of all the words they share, from the commonest on, each given whichever of those before tells most of it."""
    spoken = [words(text) for text in texts]
    sets = [set(one) for one in spoken]
    in_all = {w: sum(w in one for one in sets) for w in sets[first]}
    others = [one for place, one in enumerate(sets) if place not in (first, second)]
    beside = set(pairwise(spoken[first])) & set(pairwise(spoken[second]))
    chance, known = 1.0, list[str]()
    for word in sorted(sets[first] & sets[second], key=lambda w: (-in_all[w], w)):
        alone = (sum(word in one for one in others) + 0.5) / (len(texts) - 1)
        guesses = [alone]
        for other in known:
            base = [one for one in others if other in one]
            prior = 0.5 if (other, word) in beside or (word, other) in beside else alone
            guesses.append((sum(word in one for one in base) + prior) / (len(base) + 1))
        chance *= min(1.0, max(guesses))
        known.append(word)
    return chance


def by_hand(texts: list[str]) -> dict[tuple[int, int], tuple[float, float]]:
    """The pairs that are alike: the share of weight in common, and the chance times the number of pairs."""
    found = shares(texts)
    middle, spread, skew = usual([heavy for heavy, _ in found.values()])
    told = {}
    for (a, b), (heavy, _) in found.items():
        if heavy >= 0.6:
            chance = gamma_tail((heavy - middle) / spread, skew)
            if chance * len(found) < 1:
                chance = max(chance, word_by_word(texts, a, b))
            told[a, b] = heavy, min(1.0, chance * len(found))
    return told


def close(found: Copies, wanted: dict[tuple[int, int], tuple[float, float]]) -> None:
    assert {(one.first, one.second) for one in found.pairs} == set(wanted)
    for one in found.pairs:
        shared, p_value = wanted[one.first, one.second]
        assert one.shared == pytest.approx(shared, rel=1e-9)
        assert one.p_value == pytest.approx(p_value, rel=1e-9, abs=0)
    assert [one.p_value for one in found.pairs] == sorted(one.p_value for one in found.pairs)


def own(texts: list[str]) -> list[str]:
    return [str(place) for place in range(len(texts))]


def with_copies(texts: list[str]) -> list[str]:
    """Text 5 again as 2 with three words of its own, text 9 as 11 with six, 20 as 21 in another order."""
    log = list(texts)
    log[2] = " ".join([*words(log[5])[3:], "odd", "even", "prime"])
    log[11] = " ".join([*words(log[9])[:-6], "one", "two", "three", "four", "five", "six"])
    log[21] = " ".join(reversed(words(log[20])))
    return log


LOGS = {
    "a log of its own": log_of(30),
    "with copies": with_copies(log_of(30)),
    "with a phrase nobody else uses": [
        text + (" behind every closed door" if k in (4, 17) else "") for k, text in enumerate(with_copies(log_of(30)))
    ],
    "with a template in two thirds of it": [
        ("we tried this with one family and asked what they thought " if k % 3 else "") + text
        for k, text in enumerate(with_copies(log_of(30)))
    ],
    "of two templates, in which all are alike": [
        " ".join(
            [letters(500 * (k % 2) + j) for j in range(15)] + [letters(2000 + 7 * k + j) for j in range(1 + k % 3)]
        )
        for k in range(24)
    ],
    "hardly any two share a word": with_copies([" ".join(letters(1000 * k + j) for j in range(12)) for k in range(30)]),
}


@pytest.mark.parametrize("texts", LOGS.values(), ids=LOGS)
def test_counted_out_word_by_word(texts: list[str]) -> None:
    close(copies(texts, own(texts)), by_hand(texts))


def test_there_is_something_to_count_out() -> None:
    told = by_hand(LOGS["with copies"])
    assert {(2, 5), (20, 21)} <= set(told)
    assert min(p for _, p in told.values()) < 0.01


def test_from_six_tenths_of_the_weight_on_a_pair_is_looked_at() -> None:
    # copies.ALIKE. Of forty texts with twelve words each of their own, two share some more; a shared word weighs log 20, one of
    # their own log 40. Seven shared and five of their own: 7 * 2.996 of 20.97 + 18.44; eight and five; nine and seven.
    def shared(common: int, alone: int) -> Copies:
        texts = [" ".join(letters(1000 + 20 * k + j) for j in range(12)) for k in range(38)]
        texts += [
            " ".join(letters(j if j < common else 100 * (place + 1) + j) for j in range(common + alone))
            for place in (1, 2)
        ]
        return copies(texts, own(texts))

    for common, alone, share in ((8, 5, 0.5651), (9, 5, 0.5938), (10, 5, 0.6189), (12, 7, 0.5820), (13, 7, 0.6014)):
        wanted = common * math.log(20) / (common * math.log(20) + alone * math.log(40))
        assert wanted == pytest.approx(share, abs=1e-4)
        assert [pair.shared for pair in shared(common, alone).pairs] == (
            [pytest.approx(wanted)] if wanted >= 0.6 else []
        )


def two(common: int, alone: int, repeated: int = 0) -> Copies:
    """Two texts that share so many words, have so many of their own each, and repeat a shared one so often."""
    texts = [
        " ".join(
            [letters(j) for j in range(common)] + [letters(100 * place + j) for j in range(alone)] + ["aaa"] * repeated
        )
        for place in (1, 2)
    ]
    return copies(texts, own(texts))


@pytest.mark.parametrize(
    ("common", "alone", "repeated", "same", "near"),
    [
        # copies.SAME: 19 of 20 words in common are 0.95. copies.LONG: 25 words in each, repeated ones too.
        (19, 1, 5, True, True),
        (19, 1, 4, False, True),
        (18, 1, 6, False, True),
        # copies.NEAR: 12 of 15 are 0.8. copies.MIDDLE: 12 words.
        (12, 3, 0, False, True),
        (11, 3, 0, False, False),
        (12, 0, 0, False, True),
        (11, 0, 0, False, False),
        (11, 0, 1, False, True),
    ],
)
def test_texts_that_are_the_same_and_texts_near_each_other(
    common: int, alone: int, repeated: int, same: bool, near: bool
) -> None:
    found = two(common, alone, repeated)
    assert found.same == (((0, 1),) if same else ())
    assert found.near == ((0, 1) if near else ())


def test_texts_of_eight_different_words_are_compared() -> None:
    # copies.SHORT
    texts = ["a b c d e f g h", "a b c d e f g a a a", "i j k l m n o p"]
    assert copies(texts, own(texts)).compared == (0, 2)
    assert copies(texts[1:], own(texts[1:])) == Copies((1,), (), ())
    assert copies(texts[1:2], own(texts[1:2])) == Copies((), (), ())


def test_one_long_text_among_two_is_enough_for_neither() -> None:
    long = " ".join(letters(j) for j in range(20))
    texts = [long, long + " aaa" * 5]
    assert copies(texts, own(texts)).same == ()
    texts = [long + " aaa" * 5, long + " aab" * 5, "q r s t u v w x y z"]
    assert copies(texts, own(texts)).same == ((0, 1),)
    short = " ".join(letters(j) for j in range(11))
    assert copies([short, short + " aaa"], own(["", ""])).near == ()


def test_groups_are_joined_through_each_other() -> None:
    base = [letters(j) for j in range(40)]
    # Each differs from the one before by one word in forty; the first and last by three.
    texts = [" ".join(base[:37] + [letters(500 + max(k, j)) for j in range(3)]) for k in (0, 1, 2)]
    other = " ".join(letters(300 + j) for j in range(40))
    texts = [texts[2], other, texts[0], other, texts[1], " ".join(letters(400 + j) for j in range(40))]
    found = copies(texts, own(texts))
    assert found.same == ((0, 2, 4), (1, 3))
    assert found.near == (0, 1, 2, 3, 4)
    # Kin is not compared with kin, but joined through others.
    kin = ["a", "b", "a", "b", "c", "d"]
    assert copies(texts, kin).same == ((0, 2, 4),)


def test_so_many_pairs_and_no_more_have_their_chance_worked_out() -> None:
    # copies.LOOKED_AT: of 70 texts that are alike there are 2,415 pairs; the 2,000 most alike are looked at.
    texts = [" ".join([letters(j) for j in range(20)] + [letters(500 + k)]) for k in range(70)]
    texts += [" ".join(letters(2000 + 20 * k + j) for j in range(12)) for k in range(70)]
    assert len(copies(texts, own(texts)).pairs) == 2000


def test_the_spread_of_a_log_is_taken_without_its_most_alike_pairs() -> None:
    # copies.BULK: 0.98. copies.SKEW and copies.STEEP bound the skewness: 0.65 and 0.9.
    log = module._Log([words(text) for text in log_of(20)])
    draw = np.random.default_rng(5)
    for heavy in (
        draw.random(190),
        draw.random(190) ** 3,
        draw.random(190) ** 1.6,
        np.random.default_rng(5).random(190) ** 2.3,
        np.append(draw.random(186) ** 1.5 / 3, [0.9, 0.95, 0.99, 1.0]),
        np.full(190, 0.3),
    ):
        assert module._usual(log, heavy) == pytest.approx(usual(heavy.tolist()), rel=1e-9)
    assert 0.7 < usual((np.random.default_rng(5).random(190) ** 2.3).tolist())[2] < 0.85
    assert module._usual(log, np.array([])) == (0.0, 1.0, 0.65)


def test_a_large_log_is_compared_with_itself_a_few_steps_along(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = log_of(31)
    log = module._Log([words(text) for text in texts])
    full = shares(texts)
    monkeypatch.setattr(module, "FULL", 30)
    # Each text with those 1 + 31 k / 9 places along, for k from 1 to 4: 4, 7, 11 and 14.
    pairs = [tuple(sorted((a, (a + step) % 31))) for step in (4, 7, 11, 14) for a in range(31)]
    assert module._usual(log, np.array([0.5])) == pytest.approx(usual([full[a, b][0] for a, b in pairs]), rel=1e-9)
    left, right = (np.array(side) for side in zip(*full, strict=True))
    heavy, plain = module._alike(log, left, right)
    assert heavy.tolist() == pytest.approx([one for one, _ in full.values()])
    assert plain.tolist() == pytest.approx([one for _, one in full.values()])


def test_a_large_log_is_searched_among_neighbours_in_eight_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    # copies.FULL, copies.ORDERS, copies.NEIGHBOURS: the four next in each of eight orders, by the two smallest checksums of
    # the words of a text.
    texts = log_of(60)
    log = module._Log([words(text) for text in texts])
    monkeypatch.setattr(module, "FULL", 60)
    assert len(module._candidates(log)[0]) == 60 * 59 / 2
    monkeypatch.setattr(module, "FULL", 59)
    wanted = set()
    for seed in range(8):
        drawn = [sorted(zlib.crc32(f"{seed} {word}".encode()) for word in set(words(text)))[:2] for text in texts]
        order = sorted(range(60), key=lambda place: (drawn[place], place))
        wanted |= {tuple(sorted((order[k], order[k + step]))) for step in (1, 2, 3, 4) for k in range(60 - step)}
    left, right = module._candidates(log)
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == sorted(wanted)


def test_twelve_hundred_texts_are_all_compared() -> None:
    # copies.FULL
    for count, every in ((1200, True), (1201, False)):
        log = module._Log([(letters(k), letters(k + 1)) for k in range(count)])
        assert (len(module._candidates(log)[0]) == count * (count - 1) / 2) is every
