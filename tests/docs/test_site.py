"""The check that nothing of the site is fetched from elsewhere sees what is, and lets links be."""

import pytest

from tests.site import fetched


@pytest.mark.parametrize(
    "page",
    [
        '<script src="https://cdn.example/x.js"></script>',
        "<script src=https://cdn.example/x.js></script>",
        '<link rel="stylesheet" href="//fonts.example/css">',
        '<img alt="stars" src="https://shields.example/a.svg">',
        "<style>@import 'https://fonts.example/a.css'</style>",
        "a { background: url(https://pictures.example/a.png) }",
        '<pre class="big mermaid"><code>graph</code></pre>',
    ],
)
def test_what_a_browser_would_fetch(page: str) -> None:
    assert fetched(page)


@pytest.mark.parametrize(
    "page",
    [
        '<a href="https://semver.org/">Semantic Versioning</a>',
        '<script src="assets/javascripts/bundle.js"></script>',
        '<link rel="icon" href="../assets/images/favicon.png">',
        "a { background: url('data:image/svg+xml;charset=utf-8,<svg/>') }",
    ],
)
def test_what_it_would_not(page: str) -> None:
    assert fetched(page) == []
