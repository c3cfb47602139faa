"""The icons of variation as marks for a line of text. What is told by shape is told in words beside it too."""

from inspector.model.pictures import Icon

MARKS: dict[Icon, str] = {
    "improvement-high": "◆H",
    "improvement-low": "◆L",
    "concern-high": "■H",
    "concern-low": "■L",
    "common-cause": "● ",
    "none": "  ",
}
PLAIN_MARKS: dict[Icon, str] = {
    "improvement-high": "+H",
    "improvement-low": "+L",
    "concern-high": "!H",
    "concern-low": "!L",
    "common-cause": "= ",
    "none": "  ",
}
"""For terminals that have ASCII alone."""
