"""Dates whose month is an English word, in the forms that are read; any other stays as it was, for the check to ask about."""

import pytest

from inspector.bundle.check.tolerant import as_date


@pytest.mark.parametrize(("written", "read"), [
    ("5 February 2024", "2024-02-05"), ("05 FEB 2024", "2024-02-05"), ("5-Feb-2024", "2024-02-05"), ("29 Feb 24", "2024-02-29"),
    ("1 Mar 68", "2068-03-01"), ("1 Mar 69", "1969-03-01"), ("31-dec-99", "1999-12-31"), ("1 May 0000", "1 May 0000"),
    ("30 Feb 2024", "30 Feb 2024"), ("5 February 24", "5 February 24"), ("5-February-2024", "5-February-2024"),
    ("5 Febr 2024", "5 Febr 2024"), ("5 mai 2024", "5 mai 2024"), ("5-Feb 2024", "5-Feb 2024"), ("032 Feb 2024", "032 Feb 2024"),
])  # fmt: skip
def test_worded(written: str, read: str) -> None:
    assert as_date(written) == read
