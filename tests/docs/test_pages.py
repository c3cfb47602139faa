"""The generated pages: there is one for everything that has a name, and what it is made from stands on it."""

import json
import re
import sys
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import urlsplit

from inspector import framework as frameworks
from inspector import lints, probes, signals
from inspector.bundle import problem_rules
from inspector.data import schemas_folder

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "docs"))

from making.docstrings import sentences, told  # noqa: E402
from making.every import every  # noqa: E402
from making.markdown import text  # noqa: E402
from making.navigation import filled  # noqa: E402

LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def test_everything_that_has_a_name_has_a_page() -> None:
    rules = [
        f"frameworks/{name}/{rule.id}"
        for name in frameworks.listing()
        for rule in frameworks.read(frameworks.find(name)).rules
    ]
    named = [
        *rules,
        *(f"signals/{name}" for name in signals.ids()),
        *(f"probes/{name}" for name in probes.ids()),
        *(f"lints/{name}" for name in lints.ids()),
        *(f"problems/{name}" for name in problem_rules.ids()),
        *(f"schemas/{p.relative_to(schemas_folder()).as_posix().removesuffix('.schema.json')}" for p in schemas()),
    ]
    assert [name for name in named if f"{name}.md" not in every()] == []


def schemas() -> list[Path]:
    return sorted(schemas_folder().rglob("*.schema.json"))


def test_links_of_generated_pages_lead_somewhere() -> None:
    docs = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.*")}
    lost = [
        (name, target)
        for name, page in every().items()
        if name.endswith(".md")
        for target in LINK.findall(re.sub(r"^(`{3,}).*?^\1$|`[^`\n]+`", "", page, flags=re.M | re.S))
        if normpath(f"{dirname(name) or '.'}/{target}") not in docs | set(every())
    ]
    assert lost == []


def test_a_docstring_stands_on_its_page_section_by_section() -> None:
    for room, sections in ((signals, signals.SECTIONS), (probes, probes.SECTIONS)):
        head = room.__name__.partition(".")[2]
        for name in room.ids():
            page = every()[f"{head}/{name}.md"]
            assert [section for section in sections if f"\n## {section}\n" not in page] == [], name


def test_every_rule_says_on_its_page_what_it_says() -> None:
    for name in frameworks.listing():
        for rule in frameworks.read(frameworks.find(name)).rules:
            page = every()[f"frameworks/{name}/{rule.id}.md"]
            assert text(rule.says) in page
            assert f"- id: {rule.id}\n" in page
            assert all(
                f"({'../../' + p.kind.replace('/', 's/')}.md)" in page
                for p in rule.when
                if hasattr(p, "kind") and "signal" in p.kind
            )


def test_rooms_of_the_house_are_on_the_page_of_the_architecture() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in (ROOT / "inspector").glob("*/__init__.py")} - {"_data"}
    assert [room for room in sorted(rooms) if f"`{room}`" not in page] == []


def test_text_stays_text() -> None:
    assert text("a_b <c> [d] *e* `f_*`") == "a\\_b &lt;c&gt; \\[d\\] \\*e\\* `f_*`"


def test_docstrings_are_taken_apart() -> None:
    found = told(
        "One thing.\n\nMore of it.\n\nAsk:\n    Who was\n    it?\n    When?\n\n    Why?\n\nReference:\n    Somebody."
    )
    assert (found.title, found.before) == ("One thing", ("More of it.",))
    assert [name for name, _ in found.sections] == ["Ask", "Reference"]
    assert sentences(found.sections[0][1]) == ("Who was it?", "When?", "Why?")


def test_a_folder_in_the_navigation_is_spelt_out() -> None:
    pages = ["a/z.md", "a/index.md", "a/deep/b.md", "a/deep/index.md", "c.md"]
    entries = [{"A": "a/"}, "c.md", {"Gone": "gone/"}]
    assert filled(entries, pages) == [
        {"A": ["a/index.md", "a/z.md", {"deep": ["a/deep/index.md", "a/deep/b.md"]}]},
        "c.md",
    ]


def test_the_site_has_a_schema_where_its_id_says() -> None:
    """The path of an id is that of the file on the site, and the file there is the one that is read by."""
    for path in schemas():
        text = path.read_text(encoding="utf-8")
        place = urlsplit(json.loads(text)["$id"]).path.lstrip("/")
        assert every()[place] == text
