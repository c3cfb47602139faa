"""A long table pivoted to any wide form is read back to the same figures. The pivot shares nothing with what reads it."""

from calendar import monthrange
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector.layout.long import long
from inspector.layout.seeing import seen
from inspector.layout.spec import described, of_description

NAMES = (
    "Re-referrals", "Average caseload", "Visits in time", "Vacant posts", "Children on a plan", "Contacts", "Moves of home",
)  # fmt: skip
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEVEN = [(2015, month) for month in range(1, 8)]
Figure = tuple[str, date, date, str]
Pair = tuple[int, int]


def spelt(form: int, year: int, month: int) -> str:
    """A month as people head a column with it."""
    return (
        f"{MONTHS[month - 1]}-{year % 100:02d}",
        f"{MONTHS[month - 1]} {year}",
        f"{year}-{month:02d}",
        f"01/{month:02d}/{year}",
        f"{year}-{month:02d}-{monthrange(year, month)[1]}",
        f"{MONTHS[month - 1].upper()} {year % 100:02d}",
    )[form]


def months(first: int, count: int) -> list[tuple[int, int]]:
    return [divmod(first + n, 12) for n in range(count)]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[tuple[int, int]], list[str], dict[str, list[Pair | None]], int]:
    """Months, how they are spelt, and a pair of counts, or nothing, for each indicator and month."""
    count = draw(st.integers(3, 15))
    when = [(year, month + 1) for year, month in months(draw(st.integers(2015 * 12, 2030 * 12)), count)]
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))
    pair = st.tuples(st.integers(0, 400), st.integers(401, 1_900))
    cells = {
        name: draw(st.lists(st.one_of(pair, pair, pair, st.none()), min_size=count, max_size=count)) for name in names
    }
    for some in cells.values():
        # Something stands under the first two months, so that they are headings of figures.
        some[:2] = [one or (7, 410) for one in some[:2]]
    return when, names, cells, draw(st.integers(0, 5))


def first_last(when: tuple[int, int]) -> tuple[date, date]:
    return date(*when, 1), date(*when, monthrange(*when)[1])


def read(grid: list[list[str]]) -> set[Figure]:
    wide = seen(grid)
    assert wide is not None, grid
    return {
        (
            row.title,
            row.first,
            row.last,
            "/".join(row.texts.get(part, "") for part in ("numerator", "denominator", "value")),
        )
        for row in long(grid, wide)
    }


def wanted(
    when: list[tuple[int, int]], cells: dict[str, list[Pair | None]], *, pairs: bool, behind: str = ""
) -> set[Figure]:
    return {
        (name + behind, *first_last(month), f"{one[0]}/{one[1]}/" if pairs else f"//{one[0]}")
        for name, some in cells.items()
        for month, one in zip(when, some, strict=True)
        if one is not None
    }


def texts(some: list[Pair | None], part: int) -> list[str]:
    return ["" if one is None else str(one[part]) for one in some]


def both(one: Pair | None) -> tuple[str, str]:
    return ("", "") if one is None else (str(one[0]), str(one[1]))


Tables = tuple[list[tuple[int, int]], list[str], dict[str, list[Pair | None]], int]


@given(tables(), st.booleans(), st.booleans())
@settings(max_examples=120, deadline=None)
def test_a_row_an_indicator_and_a_row_a_month(table: Tables, titled: bool, extra: bool) -> None:
    when, names, cells, form = table
    heads = [spelt(form, *month) for month in when]
    before, after = (["Ref"], ["Target", "Comments"]) if extra else ([], [])
    grid = [[*before, "Indicator", *heads, *after]]
    grid += [
        [*(f"K{n}" for n in range(n, n + len(before))), name, *texts(cells[name], 0), *("20", "new form")[: len(after)]]
        for n, name in enumerate(names)
    ]
    grid = [["Scorecard of the service"], [], *grid] if titled else grid
    assert read(grid) == wanted(when, cells, pairs=False)
    down = [
        ["Month", *names],
        *(
            [head, *row]
            for head, row in zip(heads, zip(*(texts(cells[n], 0) for n in names), strict=True), strict=True)
        ),
    ]
    assert read(down) == wanted(when, cells, pairs=False)


@given(
    tables(),
    st.sampled_from([("{}: number", "of all"), ("{} - numerator", "{} - denominator"), ("{} (num)", "{} (denom)")]),
)
@settings(max_examples=60, deadline=None)
def test_rows_in_pairs(table: Tables, words: tuple[str, str]) -> None:
    when, names, cells, form = table
    grid = [["Measure", *(spelt(form, *month) for month in when)]]
    for name in names:
        grid += [[word.format(name), *texts(cells[name], part)] for part, word in enumerate(words)]
    assert read(grid) == wanted(when, cells, pairs=True)


@given(tables(), st.sampled_from([("Num", "Denom"), ("Numerator", "Denominator"), ("No.", "Out of")]), st.booleans())
@example((SEVEN, ["Contacts"], {"Contacts": [(7, 410), (0, 401), *[None] * 5]}, 0), ("Num", "Denom"), False)
@settings(max_examples=60, deadline=None)
def test_columns_in_pairs_below_a_month(table: Tables, words: tuple[str, str], turned: bool) -> None:
    when, names, cells, form = table
    over = [cell for month in when for cell in (spelt(form, *month), "")]
    grid = [["Measure", *over], ["", *(list(words) * len(when))]]
    grid += [[name, *(text for one in cells[name] for text in both(one))] for name in names]
    if turned:
        grid = [["Month", *(cell for name in names for cell in (name, ""))], ["", *(list(words) * len(names))]]
        grid += [
            [
                spelt(form, *month),
                *(t for name in names for t in both(cells[name][n])),
            ]
            for n, month in enumerate(when)
        ]
    assert read(grid) == wanted(when, cells, pairs=True)


@given(tables(), tables(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_blocks_and_columns_of_teams(table: Tables, other: Tables, blocks: bool) -> None:
    when, names, cells, form = table
    count = len(when)
    spare: list[Pair | None] = [(5, 500)] * count
    more = {name: [*other[2].get(name, []), *spare][:count] for name in names}
    heads = [spelt(form, *month) for month in when]
    teams = {"East": cells, "West": more}
    if blocks:
        grid = [["Indicator", *heads]]
        for team, some in teams.items():
            grid += [[team], *([name, *texts(some[name], 0)] for name in names)]
    else:
        grid = [["Team", "Indicator", *heads]]
        grid += [[team, name, *texts(some[name], 0)] for team, some in teams.items() for name in names]
    east = wanted(when, cells, pairs=False, behind=", East")
    assert read(grid) == east | wanted(when, more, pairs=False, behind=", West")


@given(tables())
@settings(max_examples=60, deadline=None)
def test_a_long_table_is_none(table: Tables) -> None:
    when, names, cells, form = table
    rows = [[name, spelt(form, *month), "" if one is None else str(one[0])]
            for name in names for month, one in zip(when, cells[name], strict=True)]  # fmt: skip
    assert seen([["Indicator", "Period", "Value"], *rows]) is None


CELLS = st.sampled_from([
    "", "", "x", "c", "Apr-24", "May", "2024/25", "2024", "2025", "45383", "45413", "Q1", "Q1 2024", "12", "3.5", "20%", "%",
    "No.", "Target", "Indicator", "Team", "East", "Total", "Low", "of all", "w/c 01/04/2024", "01/04/2024", "Numerator",
    "denominator", "Apr 24 YTD", "9" * 50, "Month", "Comments", "\u00a0", "Apr-24 Actual", "31/02/2024", "20233/24", "0001-01-01",
    "9999-12", "Dec 9999", "w/e 01/01/1000",
])  # fmt: skip


@given(
    st.lists(st.lists(CELLS, max_size=9), max_size=9),
    st.lists(st.sampled_from(["", "2024/25", "Data 2023"]), max_size=2),
)
@settings(max_examples=300, deadline=None)
def test_whatever_stands_in_a_grid_it_is_seen_or_not_and_said_again_alike(
    grid: list[list[str]], hints: list[str]
) -> None:
    wide = seen(grid, hints)
    if wide is not None:
        again = of_description(described(wide))
        assert long(grid, again) == long(grid, wide)
        figures = {cell for row in long(grid, wide) for cell in row.cells.values()}
        assert all(row < len(grid) for row, _ in figures)
