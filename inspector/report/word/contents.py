"""The contents of a Word document, and its fields: what Word works out itself, as numbers of pages."""

from inspector.report.harmless import xml_text
from inspector.report.paper.prepared import CaseFile
from inspector.report.word.runs import Links, run


def contents(case: CaseFile, links: Links) -> str:
    """A line for each section, with the number of its page."""
    return "".join(_line(links.name(one.anchor), one.says) for one in case.contents)


def _line(name: str, says: str) -> str:
    number = field(f"PAGEREF {name} \\h", "…")
    inside = f'<w:hyperlink w:anchor="{name}">{run(says)}<w:r><w:tab/></w:r>{number}</w:hyperlink>'
    return f'<w:p><w:pPr><w:pStyle w:val="Contents"/></w:pPr>{inside}</w:p>'


def field(code: str, shown: str) -> str:
    """A field, with what it shows until it is worked out."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    told = f'<w:r><w:instrText xml:space="preserve"> {xml_text(code)} </w:instrText></w:r>'
    return f"{begin}{told}{separate}{run(shown)}{end}"
