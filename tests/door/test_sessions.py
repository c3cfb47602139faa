"""The sessions of Python in the documents are what happens."""

import doctest
import re
from io import StringIO

import pytest

from tests.conftest import ROOT

BLOCK = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", ["README.md"])
def test_a_session_is_what_happens(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = "\n".join(BLOCK.findall((ROOT / page).read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    assert len(test.examples) >= 10
    told = StringIO()
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.write).failed
    assert not failed, told.getvalue()
