"""Columns as a spreadsheet letters them."""


def letter(place: int) -> str:
    """The letters of the column at `place` (from 0) in a spreadsheet: A to Z, AA and on."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text


def place_of(letters: str) -> int:
    """The place (from 0) of the column with these letters. Raises ValueError for what is none."""
    if not letters or len(letters) > 3 or any(not "A" <= one <= "Z" for one in letters):
        raise ValueError(f"{letters[:20]!r} is no column")
    place = 0
    for one in letters:
        place = place * 26 + ord(one) - 64
    return place - 1
