from functools import lru_cache

from inspector.rules.same import Same


def test_only_the_very_same_object_is_remembered() -> None:
    asked: list[list[int]] = []

    @lru_cache(maxsize=2)
    def total(numbers: Same[list[int]]) -> int:
        asked.append(numbers.of)
        return sum(numbers.of)

    one, alike = [1, 2], [1, 2]
    assert total(Same(one)) == total(Same(one)) == total(Same(alike)) == 3
    assert len(asked) == 2
    assert Same(one) == Same(one) != Same(alike)
    assert Same(one) != one
