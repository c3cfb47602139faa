"""The look of a Word document: one style for each sort of text, in the colours of the family."""

HEADINGS = {"h1": "Title", "h2": "Heading1", "h3": "Heading2", "h4": "Heading3", "h5": "Heading3"}
STYLES = {
    "verdict": "Verdict", "lead": "Lead", "note": "Note", "over": "Note", "whom": "Strong1", "title": "Strong1", "reply": "Reply",
    "figcaption": "Note", "caption": "Note", "summary": "Strong1", "dt": "Strong1", "blockquote": "Reply", "footer": "Note",
    "li": "Item", "records": "Small",
}  # fmt: skip
"""The style of an element, by its class or its name."""

FILLS = {"good": "EEF4FB", "bad": "FDF3E9", "box": "F3F5F7"}
"""The ground of a panel, by its class."""
_LINE = '<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
TABLE = {
    "rows": "<w:tblBorders>"
    + "".join(_LINE.format(side=side, size=4, colour="C9D0D6") for side in ("top", "bottom", "insideH"))
    + "</w:tblBorders>",
    "fill-in": "<w:tblBorders>"
    + "".join(
        _LINE.format(side=side, size=6, colour="5B6770")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>",
}

SOFT, BLUE, ORANGE, GREY = "4A5560", "005EB8", "B85A00", "5B6770"
VERDICTS = {
    "improving": BLUE, "emerging": BLUE, "slipping": ORANGE, "deteriorating": ORANGE,
}  # fmt: skip

OWN = """
<w:style w:type="paragraph" w:styleId="{id}" w:customStyle="1" {names}><w:name w:val="{id}"/><w:basedOn w:val="Normal"/>
<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"""

PARAGRAPHS = {
    "Lead": ('<w:spacing w:after="80"/>', '<w:sz w:val="24"/>'),
    "Note": ('<w:spacing w:after="40"/>', f'<w:color w:val="{SOFT}"/><w:sz w:val="16"/>'),
    "Small": ('<w:spacing w:after="20"/>', '<w:sz w:val="16"/>'),
    "Strong1": ('<w:keepNext/><w:spacing w:before="80" w:after="40"/>', "<w:b/>"),
    "Item": ('<w:spacing w:after="40"/>', ""),
    "Reply": (
        '<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="C9D0D6"/></w:pBdr><w:spacing w:after="60"/>',
        "",
    ),
    "TableText": ('<w:spacing w:before="10" w:after="10"/>', '<w:sz w:val="17"/>'),
    "TableHead": ('<w:spacing w:before="10" w:after="10"/>', '<w:b/><w:sz w:val="17"/>'),
    "Foot": ('<w:tabs><w:tab w:val="right" w:pos="9740"/></w:tabs>', f'<w:color w:val="{SOFT}"/><w:sz w:val="13"/>'),
    "Contents": (
        '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9700"/></w:tabs><w:spacing w:after="20"/>',
        "",
    ),
}
"""Paragraph and letter properties of each style of ours."""


def verdict_style(verdict: str) -> tuple[str, str]:
    """The properties of the paragraph that says the verdict: a box in the colour of where things go."""
    colour = VERDICTS.get(verdict, GREY)
    line = "dashed" if verdict.startswith("not-") else "single"
    sides = "".join(
        f'<w:{side} w:val="{line}" w:sz="{size}" w:space="4" w:color="{colour}"/>'
        for side, size in (("top", 18), ("left", 48), ("bottom", 18), ("right", 18))
    )
    return f'<w:keepNext/><w:pBdr>{sides}</w:pBdr><w:spacing w:before="120" w:after="120"/>', '<w:b/><w:sz w:val="32"/>'
