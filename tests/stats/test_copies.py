import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats import copies as module
from inspector.stats.copies import copies, words


def texts(entries: int, seed: int = 1, length: int = 30) -> list[str]:
    """Texts of invented words, the common ones often and the rare ones seldom, as in any language."""
    rng = np.random.default_rng(seed)
    chance = 1 / np.arange(2, 602)
    vocabulary = ["".join(rng.choice(list("abdeiklmnorstu"), 6)) for _ in range(600)]
    return [" ".join(rng.choice(vocabulary, length, p=chance / chance.sum())) for _ in range(entries)]


def own(some: list[str]) -> list[str]:
    return [str(place) for place in range(len(some))]


def edited(text: str, every: int = 5) -> str:
    return " ".join(f"new{chr(97 + k)}" if k % every == 0 else word for k, word in enumerate(text.split()))


def test_words_are_without_case_numbers_and_signs() -> None:
    assert words("Read it ALOUD, 3 times (twice!)") == ("read", "it", "aloud", "times", "twice")


def test_texts_of_their_own_are_no_copies() -> None:
    found = copies(texts(60), own(texts(60)))
    assert len(found.compared) == 60
    assert not [pair for pair in found.pairs if pair.p_value < 0.01]
    assert found.same == ()


def test_a_copy_with_every_fifth_word_changed_is_found() -> None:
    log = texts(60)
    log[7] = edited(log[40])
    best = copies(log, own(log)).pairs[0]
    assert (best.first, best.second) == (7, 40)
    assert best.p_value < 1e-3
    assert 0.6 <= best.shared < 1


def test_kin_is_not_compared() -> None:
    log = texts(60)
    log[7] = edited(log[40])
    kin = own(log)
    kin[7] = kin[40] = "one cycle"
    assert not [pair for pair in copies(log, kin).pairs if pair.p_value < 0.01]


def test_what_everybody_writes_weighs_nothing() -> None:
    form = "we want to find out whether it helps when we try it with one more family and what they say about "
    log = [form + text for text in texts(60, length=8)]
    assert not [pair for pair in copies(log, own(log)).pairs if pair.p_value < 0.01]


def test_the_same_long_text_is_a_group() -> None:
    log = texts(30)
    for place in (3, 9, 21):
        log[place] = log[3].upper()
    assert copies(log, own(log)).same == ((3, 9, 21),)


def test_short_texts_are_not_compared() -> None:
    assert copies(["rang the family"] * 50, own(["x"] * 50)) == module.Copies((), (), ())


def test_a_log_of_near_identical_texts_costs_a_bounded_number_of_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FULL", 50)
    text = texts(1)[0]
    log = [f"{text} {chr(97 + k % 26)}{chr(97 + k // 26)}x" for k in range(400)]
    left, _ = module._candidates(module._Log([words(one) for one in log]))
    assert len(left) <= module.ORDERS * module.NEIGHBOURS * len(log)
    found = copies(log, own(log))
    assert len(found.pairs) <= module.LOOKED_AT
    assert max(len(group) for group in found.same) > 300


def test_a_large_log_is_searched_by_neighbours_and_still_finds_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FULL", 50)
    log = texts(150)
    log[7] = edited(log[40], every=8)
    assert (7, 40) in {(pair.first, pair.second) for pair in copies(log, own(log)).pairs}


@given(st.permutations(range(12)))
def test_order_makes_no_difference(order: list[int]) -> None:
    log = texts(12)
    log[3] = edited(log[5])
    straight, mixed = copies(log, own(log)), copies([log[k] for k in order], [own(log)[k] for k in order])
    named = {frozenset((order[p.first], order[p.second])): p.p_value for p in mixed.pairs}
    assert named == {frozenset((p.first, p.second)): p.p_value for p in straight.pairs}
