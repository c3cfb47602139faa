"""Case files say what the JSON says, the same bytes each time; they can be signed; hostile text is text in them."""

import io
import re
import struct
import zipfile
from typing import Any

import pytest

from inspector.model.problems import CannotComplete
from inspector.report import render
from inspector.report.assurance_words import in_words
from inspector.report.harmless import plain
from inspector.report.paper import styles, tree
from inspector.report.places import places
from inspector.report.wording import phrases
from tests.report.paper_texts import close, docx_of, docx_text, pdf_of, pdf_text
from tests.report.reading import grade_of
from tests.report.results import HOSTILE, page, result
from tests.report.test_complete import lacking
from tests.report.test_words import OLDEST

pytest.importorskip("docx")
WORDS = phrases()


@pytest.fixture(scope="module")
def pdf() -> Any:
    from inspector.report.pdf.made import installed

    try:
        installed()
    except CannotComplete as failure:
        pytest.skip(str(failure.problems[0]))
    from inspector.report.pdf import render as rendered

    return rendered


def says_the_same(text: str, document: dict[str, Any]) -> None:
    """The verdict, every finding with its id and its evidence, and the rows of that evidence."""
    found, used = close(text), {name for one in document["findings"] for name in one["facts"]}
    assert close(in_words(document, WORDS)) in found  # type: ignore[arg-type]
    assert close(document["verdict"]["says"]) in found
    for one in document["findings"]:
        assert close(plain(one["says"])) in found, one["id"]
        assert close(one["id"]) in found
    for fact in document["facts"]:
        if fact["id"] in used:
            assert close(fact["id"]) in found
            assert close(plain(places(fact["rows"]))) in found, fact["id"]


@pytest.mark.parametrize("example", ["brackenshire", "harrowmere"])
def test_word_says_what_the_json_says(example: str) -> None:
    says_the_same(docx_text(docx_of(example)), result(example))
    assert lacking(example, "docx") == []
    assert grade_of(docx_text(docx_of(example))) < OLDEST


def test_pdf_says_what_the_json_says(pdf: Any) -> None:
    assert pdf
    says_the_same(pdf_text(pdf_of("harrowmere")), result("harrowmere"))
    assert lacking("harrowmere", "pdf") == []
    assert grade_of(pdf_text(pdf_of("harrowmere"))) < OLDEST


def test_both_have_contents_a_running_title_and_a_form_to_sign(pdf: Any) -> None:
    assert pdf
    document = result("harrowmere")
    word, other = docx_text(docx_of("harrowmere")), pdf_text(pdf_of("harrowmere"))
    with zipfile.ZipFile(io.BytesIO(docx_of("harrowmere"))) as package:
        header, body = package.read("word/header1.xml").decode(), package.read("word/document.xml").decode()
        footer, settings = package.read("word/footer1.xml").decode(), package.read("word/settings.xml").decode()
    assert document["bundle"]["authority"] in header
    assert "NUMPAGES" in footer
    assert "updateFields" in settings
    bookmarks = set(re.findall(r'bookmarkStart w:id="\d+" w:name="(\w+)"', body))
    assert set(re.findall(r"PAGEREF (\w+)", body)) <= bookmarks
    assert set(re.findall(r'w:anchor="(\w+)"', body)) <= bookmarks
    for text in (word, other):
        for name in ("signed", "reply", "reply_says"):
            assert close(WORDS["paper"][name]) in close(text)
        for part in ("appendix", "unsaid"):
            assert close(text).count(close(WORDS["sections"][part])) >= 2
    pages = re.findall(rf"{close(WORDS['sections']['appendix'])}[.]*(\d+)", close(other))
    assert pages
    assert 1 < int(pages[0]) < 100


def test_the_same_result_gives_the_same_bytes(pdf: Any) -> None:
    from inspector.report.word import render as word

    assert word(page("harrowmere")) == docx_of("harrowmere")
    small = hostile_page("twice")
    assert pdf(small) == pdf(small)


def hostile_page(text: str) -> str:
    from html import escape

    inside = escape(plain(text))
    return (
        f'<html lang="en-GB"><head><title>{inside}</title><style>:root{{--x:#fff}}</style></head><body><header><h1>{inside}</h1>'
        f'</header><main><section><h2 id="a">{inside}</h2><p>{inside}</p><ul><li>{inside}</li></ul><table><tr><th>{inside}</th>'
        f'<td>{inside}</td></tr></table><figure><svg viewBox="0 0 9 9"><title>{inside}</title><text x="1" y="2">{inside}</text>'
        f"</svg></figure></section></main><footer><p>{inside}</p></footer></body></html>"
    )


@pytest.mark.parametrize("text", [*HOSTILE, 'r:embed="{rel:99}" {rel:1} {x}'])
def test_hostile_text_is_text(text: str) -> None:
    import docx

    from inspector.report.word import render as word

    data = word(hostile_page(text))
    shown = close(plain(text))
    assert close(docx_text(data)).count(shown) >= 5
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        relations = package.read("word/_rels/document.xml.rels").decode()
    assert 'TargetMode="External"' not in relations
    assert docx.Document(io.BytesIO(data)).core_properties.author == "Inspector"


def test_hostile_text_is_text_in_pdf(pdf: Any) -> None:
    import pypdf

    every = "".join(f"<p>{number}</p>" for number in range(3))
    for text in (HOSTILE[1], HOSTILE[4], HOSTILE[5], HOSTILE[7]):
        data = pdf(hostile_page(text).replace("</main>", f"{every}</main>"))
        reader = pypdf.PdfReader(io.BytesIO(data))
        assert not any("/URI" in str(link) for one in reader.pages for link in one.get("/Annots") or [])
        assert b"/JavaScript" not in data
        assert b"/Launch" not in data


def test_nothing_is_fetched(pdf: Any, tmp_path: Any) -> None:
    (tmp_path / "x.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'><text>fetched</text></svg>", encoding="utf-8"
    )
    link = (tmp_path / "x.svg").as_uri()
    made = pdf(hostile_page("a").replace("</main>", f'<img src="{link}"><img src="http://127.0.0.1:9/x.png"></main>'))
    assert "fetched" not in pdf_text(made)


def drawings(example: str) -> list[tree.Element]:
    return list(tree.read(page(example)).every("svg"))


@pytest.mark.parametrize("example", ["brackenshire", "harrowmere"])
def test_every_drawing_is_known_whole(example: str) -> None:
    from inspector.report.paper.shapes import drawing, unknown
    from inspector.report.word.emf import emf

    rules = styles.drawn(next(tree.read(page(example)).every("style")).text)
    found = drawings(example)
    assert found
    for one in found:
        assert not unknown(one)
        styles.inlined(one, rules)
        made = drawing(one)
        assert made.parts or one.classes == ["swatch"]
        sound(emf(made), made.width, made.height)


def sound(data: bytes, width: float, height: float) -> None:
    """The records of a metafile follow one another to its end, and its header counts them."""
    at, kinds = 0, []
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        assert size % 4 == 0
        assert size >= 8
        kinds.append(kind)
        at += size
    assert at == len(data)
    assert (kinds[0], kinds[-1]) == (1, 14)
    assert struct.unpack_from("<II", data, 48) == (len(data), len(kinds))
    assert struct.unpack_from("<4i", data, 8)[2:] == (round(width) - 1, round(height) - 1)


def test_colours_are_those_of_the_style_sheet() -> None:
    from inspector.report.paper.shapes import Says, Shape, drawing

    rules = styles.drawn(
        ":root{--a:#102030}/* x{} */.k{fill:none;stroke:var(--a);opacity:.5}@media print{.k{stroke:#fff}}.t,.u{fill:#0f0}"
    )
    picture = next(
        tree.read(
            '<svg viewBox="0 0 10 20"><g transform="translate(1 2)"><path class="k" d="M0,0 l5,0 v4 h-5 z M1 1L2 2"/></g>'
            '<text class="t" x="3" y="4">a &lt; b</text></svg>'
        ).every("svg")
    )
    styles.inlined(picture, rules)
    first, second, said = drawing(picture).parts
    assert isinstance(first, Shape)
    assert isinstance(second, Shape)
    assert isinstance(said, Says)
    assert first.points == ((1, 2), (6, 2), (6, 6), (1, 6))
    assert first.closed
    assert second.points == ((2, 3), (3, 4))
    assert not second.closed
    assert (first.stroke, first.fill) == ((136, 144, 152), None)
    assert (said.text, said.colour, said.at) == ("a < b", (0, 255, 0), (3, 4))


def test_a_page_is_read_and_written_as_it_is() -> None:
    given = page("harrowmere").partition("<body>")[2]
    again = tree.written(tree.read(given))
    assert tree.written(tree.read(again)) == again
    assert tree.read(again).text == tree.read(given).text


@pytest.mark.parametrize(("form", "module"), [("docx", "docx"), ("pdf", "weasyprint")])
def test_a_missing_package_is_said_with_what_to_install(
    form: str, module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    import sys

    from inspector.cli import _run

    monkeypatch.setitem(sys.modules, module, None)
    stored = tmp_path / "r.json"
    stored.write_text(render(result("harrowmere"), "json"), encoding="utf-8")
    assert _run(["report", str(stored), "--format", form, "-o", str(tmp_path / "r")]) == 2
    said = capsys.readouterr().err
    assert f"inspector[{'word' if form == 'docx' else form}]" in said
    assert "missing-package" in said
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_bytes_are_nothing_for_a_terminal(
    form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    import sys

    from inspector.cli import _run

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert _run(["report", str(tmp_path / "r.json"), "--format", form]) == 2
    assert "--output" in capsys.readouterr().err


def test_circles_of_a_pdf_are_dots_and_lines_one_path() -> None:
    from inspector.report.paper.shapes import drawing
    from inspector.report.pdf.redrawn import redrawn

    picture = next(
        tree.read(
            '<svg viewBox="0 0 10 10"><line x1="1" y1="1" x2="2" y2="2" stroke="#000"/><line x1="3" y1="1" x2="4" y2="2" '
            'stroke="#000"/><circle cx="5" cy="6" r="2" fill="#fff" stroke="#000" stroke-width="1"/>'
            '<text x="1" y="9">a&lt;b</text></svg>'
        ).every("svg")
    )
    made = redrawn(drawing(picture))
    assert made.count("<path") == 3
    assert 'd="M1,1 2,2M3,1 4,2"' in made
    assert made.index('stroke="#000000" stroke-width="5" stroke-linecap="round"') < made.index('stroke-width="3"')
    assert "a&lt;b" in made


def test_a_pdf_names_the_rows_of_a_fact_once_and_keeps_no_dead_link() -> None:
    from inspector.report.paper.prepared import prepared
    from inspector.report.pdf.compact import compact

    body = prepared(page("harrowmere"), WORDS).body
    compact(body)
    ids = {one.attributes["id"] for one in body.every() if "id" in one.attributes}
    assert {one.attributes.get("href", "#")[1:] for one in body.every("a")} <= ids
    assert not [one for one in ids if one.startswith("fact-")]


def test_what_lays_out_a_pdf_may_stumble(pdf: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import weasyprint

    def stumbles(*_: Any, **__: Any) -> None:
        raise ValueError("too many values")

    monkeypatch.setattr(weasyprint.HTML, "write_pdf", stumbles)
    with pytest.raises(CannotComplete, match="cannot lay out"):
        pdf(hostile_page("a"))


@pytest.mark.parametrize(("letters", "breaks"), [(119, 0), (120, 2), (9_000, 224)])
def test_a_word_longer_than_any_line_may_be_broken_in_a_pdf(letters: int, breaks: int) -> None:
    from inspector.report.paper.tree import Element
    from inspector.report.pdf.compact import compact

    body = Element("body", {}, [Element("p", {}, ["said " + "a" * letters + " there"])])
    compact(body)
    assert body.text.count("\u200b") == breaks
    assert body.text.replace("\u200b", "") == "said " + "a" * letters + " there"
