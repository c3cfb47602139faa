"""Bank holidays by arithmetic are those that the package for them has."""

from datetime import date

import pytest
from holidays.countries.united_kingdom import UnitedKingdom

from inspector.stats.bank_holidays import bank_holidays, is_working_day


@pytest.mark.parametrize("year", [1999, 2002, 2011, 2012, *range(2016, 2041)])
def test_they_are_those_published(year: int) -> None:
    published = {day for day in UnitedKingdom(subdiv="ENG", years=year) if day.weekday() < 5}
    assert set(bank_holidays(year)) == published


def test_a_working_day_is_neither_at_the_weekend_nor_a_holiday() -> None:
    assert is_working_day(date(2026, 4, 2))
    assert not is_working_day(date(2026, 4, 3))  # Good Friday
    assert not is_working_day(date(2026, 4, 4))
