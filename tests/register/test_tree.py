"""The tree over entries is that of RFC 9162: by published values, and by the RFC written down a second time."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.register import tree
from tests.register import rfc9162

VECTORS = yaml.safe_load((Path(__file__).parent / "tree_vectors.yaml").read_text(encoding="utf-8"))
PUBLISHED = [bytes.fromhex(one) for one in VECTORS["entries"]]
MANY = [f"entry {one}".encode() for one in range(33)]


def node(entries: list[bytes]) -> tree.Node:
    return tree.of_leaves([tree.leaf(one) for one in entries])


def hexed(hashes) -> list[str]:
    return [one.hex() for one in hashes]


def test_published_roots() -> None:
    assert [tree.root(size, node(PUBLISHED)).hex() for size in range(9)] == VECTORS["roots"]


@pytest.mark.parametrize("case", VECTORS["inclusion"], ids=lambda case: f"{case['index']} of {case['size']}")
def test_published_inclusion(case) -> None:
    assert hexed(tree.inclusion(case["index"], case["size"], node(PUBLISHED))) == case["proof"]


@pytest.mark.parametrize("case", VECTORS["consistency"], ids=lambda case: f"{case['old']} in {case['new']}")
def test_published_consistency(case) -> None:
    assert hexed(tree.consistency(case["old"], case["new"], node(PUBLISHED))) == case["proof"]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33])
def test_as_the_rfc_says(size: int) -> None:
    entries, held = MANY[:size], node(MANY)
    root = tree.root(size, held)
    assert root == rfc9162.mth(entries)
    for index in range(size):
        proof = tree.inclusion(index, size, held)
        assert list(proof) == rfc9162.path(index, entries)
        assert tree.leads_to(tree.leaf(entries[index]), index, size, proof) == root
    for old in range(1, size + 1):
        proof = tree.consistency(old, size, held)
        assert list(proof) == rfc9162.proof(old, entries)
        assert tree.extends(old, tree.root(old, held), size, root, proof)
    assert tree.extends(0, tree.EMPTY, size, root, ())


def test_subtrees_are_made_once() -> None:
    made: dict[tuple[int, int], bytes] = {}
    for size, entry in enumerate(MANY):
        for level, place, hash_ in tree.grown(size, tree.leaf(entry), lambda level, place: made[level, place]):
            assert (level, place) not in made
            made[level, place] = hash_
            assert hash_ == rfc9162.mth(MANY[place << level : (place + 1) << level])
    assert len(made) == 33 + 16 + 8 + 4 + 2 + 1


@given(st.integers(1, 33), st.data())
def test_nothing_else_is_proved_to_be_within(size: int, data) -> None:
    index = data.draw(st.integers(0, size - 1))
    held, entry = node(MANY), tree.leaf(MANY[index])
    root, proof = tree.root(size, held), tree.inclusion(index, size, held)
    at = data.draw(st.integers(0, max(len(proof) - 1, 0)))
    other = data.draw(st.binary(min_size=32, max_size=32).filter(lambda one: one not in {entry, *proof}))
    assert tree.leads_to(other, index, size, proof) != root
    assert tree.leads_to(entry, index, size, [*proof, other]) != root
    if proof:
        assert tree.leads_to(entry, index, size, [*proof[:at], other, *proof[at + 1 :]]) != root
        assert tree.leads_to(entry, index, size, proof[:-1]) != root
    wrong = data.draw(st.integers(-1, size).filter(lambda one: one != index))
    assert tree.leads_to(entry, wrong, size, proof) != root


@given(st.integers(1, 32), st.integers(1, 33), st.data())
def test_no_other_beginning_is_proved(old: int, new: int, data) -> None:
    if old >= new:
        return
    held = node(MANY)
    first, last, proof = tree.root(old, held), tree.root(new, held), tree.consistency(old, new, held)
    other = data.draw(st.binary(min_size=32, max_size=32).filter(lambda one: one not in {first, last, *proof}))
    at = data.draw(st.integers(0, len(proof) - 1))
    assert not tree.extends(old, other, new, last, proof)
    assert not tree.extends(old, first, new, other, proof)
    assert not tree.extends(old, first, new, last, proof[:-1])
    assert not tree.extends(old, first, new, last, [*proof, other])
    assert not tree.extends(old, first, new, last, [*proof[:at], other, *proof[at + 1 :]])


def test_a_rewritten_beginning_is_not_continued() -> None:
    changed = [*MANY[:3], b"another", *MANY[4:]]
    held, forged = node(MANY), node(changed)
    for old in (4, 5, 8):
        assert not tree.extends(old, tree.root(old, held), 33, tree.root(33, forged), tree.consistency(old, 33, forged))
    assert tree.extends(3, tree.root(3, held), 33, tree.root(33, forged), tree.consistency(3, 33, forged))


def test_what_is_asked_beyond_the_end() -> None:
    with pytest.raises(ValueError, match="not among"):
        tree.inclusion(3, 3, node(MANY))
    with pytest.raises(ValueError, match="no beginning"):
        tree.consistency(4, 3, node(MANY))
