"""The only place that knows python-docx: styles, header and footer, pictures, and a file that is the same each time."""

import io
import zipfile
from datetime import datetime
from typing import Any

from inspector.report.made_at import made_at
from inspector.report.paper.missing import missing
from inspector.report.paper.prepared import CaseFile
from inspector.report.paper.shapes import Drawing
from inspector.report.paper.tree import Element
from inspector.report.word.body import Body
from inspector.report.word.contents import contents, field
from inspector.report.word.emf import emf
from inspector.report.word.runs import run, spaced
from inspector.report.word.styled import OWN, PARAGRAPHS, verdict_style
from inspector.report.wording import Words

DAY = (1980, 1, 1, 0, 0, 0)
"""The day of every file within: no clock of this run."""
A4 = (11_906, 16_838)
MARGINS = {"top": 1_130, "bottom": 1_020, "left": 1_077, "right": 1_077, "header": 567, "footer": 510}
EMF = "image/x-emf"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def installed() -> None:
    """Raise CannotComplete, which says what to install, where python-docx is not."""
    try:
        import docx  # noqa: F401
    except ImportError as failure:
        raise missing("word", "python-docx", failure) from None


def packed(case: CaseFile, words: Words) -> bytes:
    """The file. Raises CannotComplete without python-docx."""
    installed()
    import docx

    document = docx.Document()
    _properties(document, case)
    _styles(document, case)
    _page(document, case, words)
    _fill(document, case)
    kept = io.BytesIO()
    document.save(kept)
    return _same_each_time(kept.getvalue())


def _fill(document: Any, case: CaseFile) -> None:
    from docx.oxml import parse_xml

    made = Body(case)
    parts: list[str] = []
    for one in case.body.elements:
        parts += made.blocks(Element("div", {}, [one]))
        if one.tag == "header":
            parts.append(contents(case, made.links))
    relations = {str(number): _kept(document, number, one) for number, one in made.pictures.drawings.items()}
    inside = parse_xml(f"<w:body {NAMES}>{''.join(parts)}</w:body>")
    for one in inside.iter(f"{{{DRAWN}}}blip"):
        one.set(EMBED, relations[one.get(EMBED)])
    end = document.element.body.sectPr
    for one in inside:
        end.addprevious(one)


def _kept(document: Any, number: int, picture: Drawing) -> str:
    """Keep a picture in the package; the name of its relation."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    part = Part(PackURI(f"/word/media/figure{number}.emf"), EMF, emf(picture), document.part.package)
    relation: str = document.part.relate_to(part, IMAGE)
    return relation


NAMES = " ".join(
    f'xmlns:{name}="http://schemas.openxmlformats.org/{where}"'
    for name, where in {
        "w": "wordprocessingml/2006/main",
        "r": "officeDocument/2006/relationships",
        "a": "drawingml/2006/main",
        "wp": "drawingml/2006/wordprocessingDrawing",
        "pic": "drawingml/2006/picture",
    }.items()
)


def _properties(document: Any, case: CaseFile) -> None:
    from docx.oxml import parse_xml

    about = document.core_properties
    about.title, about.author, about.comments, about.keywords = case.title[:255], "Inspector", "", ""
    about.language = case.language
    about.last_modified_by, about.revision = "Inspector", 1
    about.created = about.modified = (made_at() or datetime(1980, 1, 1)).replace(tzinfo=None)
    _settings(document.settings.element, parse_xml(f'<w:updateFields {NAMES} w:val="true"/>'))
    for one in document.styles.element.iter(f"{{{W}}}lang"):
        one.set(f"{{{W}}}val", case.language)


def _settings(settings: Any, update: Any) -> None:
    """Have Word work out its fields when the file is opened. What follows in settings, by its schema, stays behind."""
    behind = {
        f"{{{W}}}{name}" for name in ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids")
    }
    place = next((n for n, one in enumerate(settings) if one.tag in behind), len(settings))
    settings.insert(place, update)


def _styles(document: Any, case: CaseFile) -> None:
    from docx.oxml import parse_xml
    from docx.shared import Pt, RGBColor

    ink = RGBColor(0x1D, 0x23, 0x27)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = "Arial", Pt(10), ink
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(4), 1.1
    for name, size, before in (("Title", 20, 0), ("Heading 1", 14, 16), ("Heading 2", 11, 10), ("Heading 3", 10, 8)):
        style = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        style.font.name, style.font.size, style.font.color.rgb, style.font.bold = "Arial", Pt(size), ink, True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
    own = {**PARAGRAPHS, "Verdict": verdict_style(_verdict(case))}
    for name, (paragraph, letters) in own.items():
        made = OWN.format(id=name, names=NAMES, paragraph=paragraph, letters=letters)
        document.styles.element.append(parse_xml(made))


def _verdict(case: CaseFile) -> str:
    """The verdict that the page shows, as its class; empty on a page without one."""
    shown = (one for one in case.body.every() if "verdict" in one.classes)
    return next((name for one in shown for name in one.classes if name != "verdict"), "")


def _page(document: Any, case: CaseFile, words: Words) -> None:
    from docx.oxml import parse_xml
    from docx.shared import Twips

    section = document.sections[0]
    section.page_width, section.page_height = Twips(A4[0]), Twips(A4[1])
    for name in ("top", "bottom", "left", "right"):
        setattr(section, f"{name}_margin", Twips(MARGINS[name]))
    section.header_distance, section.footer_distance = Twips(MARGINS["header"]), Twips(MARGINS["footer"])
    foot = next((one.text for footer in case.body.every("footer") for one in footer.every("p")), "")
    pages = words["paper"]["page_of"].partition("{page}")
    before, _, rest = pages
    between, _, after = rest.partition("{pages}")
    tab = "<w:r><w:tab/></w:r>"
    numbers = f"{run(before)}{field('PAGE', '1')}{run(between)}{field('NUMPAGES', '…')}{run(after)}"
    style = '<w:pPr><w:pStyle w:val="Foot"/></w:pPr>'
    for part, inside in (
        (section.header, f"<w:p {NAMES}>{style}{run(spaced(case.title))}</w:p>"),
        (section.footer, f"<w:p {NAMES}>{style}{run(spaced(foot).strip())}{tab}{numbers}</w:p>"),
    ):
        part.is_linked_to_previous = False
        element = part._element
        for old in list(element):
            element.remove(old)
        element.append(parse_xml(inside))


def _same_each_time(data: bytes) -> bytes:
    """The same package with its parts in order, and no day of this run."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as out:
        first = "[Content_Types].xml"
        for name in sorted(given.namelist(), key=lambda name: (name != first, name)):
            info = zipfile.ZipInfo(name, DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, given.read(name))
    return kept.getvalue()
