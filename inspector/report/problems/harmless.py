"""Cells that a spreadsheet would take for a formula, made harmless.

Every text that begins with = + - @, a tab or a carriage return gets an apostrophe before it, negative numbers too: what was
found in somebody's data is quoted, never calculated with. (OWASP, CSV injection.)
"""

STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text as it may stand in a cell; control characters that no spreadsheet takes are left out."""
    if not text.isprintable():
        text = "".join(
            c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
        )
    return f"'{text}" if text.startswith(STARTS) else text
