"""Sets of files as five others would have them: a borough, a tool for test cycles, a trust, a charity, a reporting system.

Nobody is named in them: roles, teams and agencies alone.
"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

START = date(2025, 4, 1)
TEAMS = ("Duty", "Court team", "Reviewing", "Fostering")
ROLES = ("Social worker", "Team Manager", "IRO", "Business support")


def day(n: int, form: str) -> str:
    return (START + timedelta(days=n)).strftime(form)


def borough_log(path: Path) -> int:
    """Two titles above, a note below, a sheet of guidance before the one that counts, days as 03-Apr-25."""
    book = xlsxwriter.Workbook(path)
    guide = book.add_worksheet("How to use this")
    guide.write_column(0, 0, ["How to use this log", "Fill in a row for every idea", "Keep it short"])
    sheet = book.add_worksheet("Log 2025-26")
    sheet.write(0, 0, "Borough innovation log")
    sheet.write(1, 0, "Owned by the practice development lead")
    heads = [
        "Log no.",
        "Date logged",
        "Who suggested it (role)",
        "Service area",
        "What we hope to achieve",
        "How big was the test?",
    ]
    sheet.write_row(3, 0, [*heads, "Start date", "Review date", "What did we learn?", "Adopt, adapt or abandon?"])
    for n in range(20):
        row = [
            f"BIL/{n + 1:03}",
            day(9 * n, "%d-%b-%y"),
            ROLES[n % 4],
            TEAMS[n % 3],
            "Fewer visits that have to be repeated",
        ]
        row += [
            ("one family", "1 team", "several teams")[n % 3],
            day(9 * n + 7, "%d-%b-%y"),
            day(9 * n + 28, "%d-%b-%y"),
        ]
        sheet.write_row(4 + n, 0, [*row, "Two in three went better than before", ("Adopted", "Adapted", "TBC")[n % 3]])
    sheet.write(26, 0, "Last updated by the practice team, October 2025")
    book.close()
    return 20


def cycle_export(path: Path) -> int:
    """Semicolons, codes of a tool in capitals, moments for days."""
    heads = ["Cycle ID", "Created", "Submitted by (job title)", "Unit", "Scale of test", "Goal", "What do you predict?"]
    rows = [";".join([*heads, "Test start", "Study", "Decision", "Lessons"])]
    for n in range(15):
        made = f"{day(11 * n, '%Y-%m-%d')} 00:00:00"
        scale = ("ONE TEAM", "ONE CASE", "WHOLE SERVICE")[n % 3]
        end = f"{day(11 * n + 5, '%Y-%m-%d')};{day(11 * n + 20, '%Y-%m-%d')};{('ADOPT', 'ADAPT', 'ABANDON')[n % 3]}"
        start = f"C-{n:04};{made};{ROLES[n % 4]};{TEAMS[n % 4]};{scale};Shorter waits for a first call;Waits will halve"
        rows.append(f"{start};{end};It took longer than we thought")
    path.write_text("\n".join(rows) + "\n", encoding="cp1252")
    return 15


def trust_tracker(path: Path) -> int:
    """A flat tracker: a row is a recommendation and its action, blue, red, amber and green for where it stands."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Tracker")
    sheet.merge_range(0, 0, 0, 9, "Quality assurance tracker")
    heads = [
        "Rec No",
        "Recommendation",
        "Source of recommendation",
        "Date received",
        "Agreed action",
        "Responsible lead",
    ]
    sheet.write_row(1, 0, [*heads, "Target date", "Completion date", "BRAG", "Comments"])
    for n in range(12):
        row = [
            f"{n + 1}.0",
            "Record what was decided after each meeting",
            ("CQC", "Serious incident", "Internal audit")[n % 3],
        ]
        row += [day(3 * n, "%d/%m/%Y"), "Put a page for decisions into the record", "Head of Nursing"]
        row += [day(120 + 3 * n, "%d/%m/%Y"), (day(90 + 3 * n, "%d/%m/%Y"), "Ongoing", "")[n % 3]]
        sheet.write_row(2 + n, 0, [*row, ("Blue", "Amber", "Red")[n % 3], "See the minutes of the board"])
    book.close()
    return 24


def charity_voices(path: Path) -> int:
    """What people said, a month each in words."""
    rows = ["Ref,Who said it,Month,Topic,What they told us,Number who said so,Fed back on"]
    for n in range(14):
        first = date(2025, 4 + n % 8, 1)
        month, told = first.strftime("%B %Y"), (first + timedelta(days=50)).strftime("%d.%m.%Y")
        who = ("Children", "Parents", "Foster carers")[n % 3]
        rows.append(
            f"V{n},{who},{month},{('Visits', 'Letters')[n % 2]},We would like to know who comes next,{n + 1},{told}"
        )
    path.write_text("\n".join(rows) + "\n", encoding="utf-8-sig")
    return 14


def charity_promises(path: Path) -> int:
    """What agencies promised each other, separated by tabs."""
    rows = ["Item\tAgency\tTo agency\tWhat was agreed\tDate of meeting\tDue\tDelivered\tWas it kept?"]
    for n in range(9):
        says = ("Yes", "Partly", "No")[n % 3]
        rows.append(
            f"{n + 1}\t{('Health', 'Police', 'Schools')[n % 3]}\tCouncil\tA named contact for each hub\t{day(20 * n, '%d/%m/%Y')}"
            f"\t{day(20 * n + 60, '%d/%m/%Y')}\t{day(20 * n + 55, '%d/%m/%Y') if n % 3 == 0 else ''}\t{says}"
        )
    path.write_text("\n".join(rows) + "\n", encoding="utf-16")
    return 9


def system_participation(path: Path) -> int:
    """An export with a column for the first and one for the last day, and totals nobody asked for."""
    rows = ["Period from,Period to,Directorate,Staff type,Headcount,Number taking part,Ideas submitted,Rate"]
    for n in range(4):
        first, last = date(2025, 4 + 2 * n, 1), date(2025, 5 + 2 * n, 28)
        for team in TEAMS[:2]:
            days = f"{first:%d/%m/%Y},{last:%d/%m/%Y}"
            rows.append(f"{days},{team},Social workers,{20 + n},{6 + n},{3 + n},{(6 + n) / (20 + n):.2f}")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 8


FILES: dict[str, tuple[Callable[[Path], int], str]] = {
    "Innovation log.xlsx": (borough_log, "improvement-log"),
    "cycles_export.csv": (cycle_export, "improvement-log"),
    "QA recommendations tracker.xlsx": (trust_tracker, "recommendations"),
    "What people told us.csv": (charity_voices, "voice"),
    "Partner promises.csv": (charity_promises, "partnership"),
    "Staff participation.csv": (system_participation, "participation"),
}
"""Each file with what writes it, which gives how many rows can be read of it, and its kind."""


def _county_recommendations(path: Path) -> int:
    """A tracker whose day of agreeing stands for the day it was made, and whose other days do not."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Tracker")
    heads = ["Rec no", "Source", "Recommendation", "Date agreed", "Responsible role", "Target date", "Completed"]
    sheet.write_row(0, 0, heads)
    for n in range(8):
        row = [f"R{n + 1}", ("Peer review", "Internal audit")[n % 2], "Write the child's own words into the record"]
        row += [day(20 * n, "%d/%m/%Y"), "Head of service", day(20 * n + 90, "%d/%m/%Y"), day(20 * n + 80, "%d/%m/%Y")]
        sheet.write_row(1 + n, 0, row)
    book.close()
    return 8


def _participation_pairs(path: Path) -> int:
    """Two columns a quarter below a merged heading, a row a project and a group of staff, a total below."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("By quarter")
    for n in range(4):
        sheet.merge_range(0, 2 + 2 * n, 0, 3 + 2 * n, f"Q{n + 1} 2025-26")
    sheet.write_row(1, 0, ["Project", "Who", *["Took part", "In post"] * 4])
    groups = [(team, who) for team in ("Befriending", "Helpline") for who in ("Volunteers", "Managers")]
    for n, (team, who) in enumerate(groups):
        sheet.write_row(2 + n, 0, [team, who, *[4 + n, 9 + n] * 4])
    sheet.write(2 + len(groups), 0, "Total")
    book.close()
    return 16


def _cycles_by_stage(path: Path) -> int:
    """Merged headings for the four stages above the headings, the number of the cycle as the only id."""
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("READ ME").write(0, 0, "How to fill in the log of cycles")
    sheet = book.add_worksheet("PDSA log")
    sheet.merge_range(0, 0, 0, 9, "PDSA cycles of the service")
    for first, last, text in ((0, 3, "About the cycle"), (4, 6, "PLAN"), (7, 8, "DO"), (9, 10, "ACT")):
        sheet.merge_range(1, first, 1, last, text)
    heads = ["Cycle", "Team", "Job role", "Date proposed", "Change idea", "Prediction", "Scale of test", "Start date"]
    sheet.write_row(2, 0, [*heads, "End date", "Decision", "Decision date"])
    for n in range(12):
        row = [n + 1, TEAMS[n % 3], ROLES[n % 4], day(9 * n, "%d/%m/%Y"), "Ring before the visit", "More doors open"]
        row += [("1 case", "1 team")[n % 2], day(9 * n + 3, "%d/%m/%Y"), day(9 * n + 20, "%d/%m/%Y")]
        sheet.write_row(3 + n, 0, [*row, ("Adopted", "Abandoned")[n % 2], day(9 * n + 22, "%d/%m/%Y")])
    book.close()
    return 12


FILES |= {
    "Audit recs tracker.xlsx": (_county_recommendations, "recommendations"),
    "Participation.xlsx": (_participation_pairs, "participation"),
    "PDSA tracker v7 FINAL.xlsx": (_cycles_by_stage, "improvement-log"),
}
