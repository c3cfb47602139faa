"""Make the example `published-figures`: real published figures of one English authority. Same bytes on every run.

    python evidence/make_published_figures.py [FOLDER]

Reads the two statistics of the Department for Education from `evidence/sources` (Open Government Licence v3.0). The authority is
chosen by rule, blind to what its figures say: of the authorities in both sources, the one with the most figures of the indicators
below; among equals, the first in the alphabet.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from sealing import resource, table, write

DATA = Path(__file__).parent / "sources"
FOLDER = Path(__file__).parent / "examples" / "published-figures"
# Authorities whose borders changed within the period: their figures before and after are not of one place.
CHANGED = ("Dorset", "Bournemouth", "Northamptonshire", "Cumbria", "Cumberland", "Westmorland")

# id, title, better, measure, unit; then where the figures are. Direction is the LAIT's polarity where it states one.
COUNTS = [  # file, numerator measure, denominator measure
    ("re-referrals", "Referrals within 12 months of an earlier referral", "down", "outcome", "share of referrals",
     "referrals", "rereferral_count", "referral_count"),
    ("repeat-plans", "Child protection plans that were a second or later plan", "down", "outcome", "share of plans started",
     "cpp_repeat", "cpp_subsequent", "cpp_start"),
    ("plans-two-years", "Child protection plans at 31 March open for two years or more", "down", "outcome", "share of plans",
     "cpp_duration", "2_years_or_more", "cpp_at31"),
]  # fmt: skip
WORKFORCE = [  # measure of workforce.csv, a census at 30 September
    ("social-worker-turnover", "Social worker turnover", "down", "structure", "% (full-time equivalent)", "turnover_rate_fte"),
    ("social-worker-vacancies", "Social worker vacancies", "down", "structure", "% (full-time equivalent)", "vacancy_rate_fte"),
    ("agency-social-workers", "Agency social workers", "down", "structure", "% (full-time equivalent)", "agency_rate_fte"),
    ("caseload", "Cases per social worker", "down", "structure", "cases", "caseload_fte"),
    ("social-worker-absence", "Social worker absence", "down", "balancing", "% of days", "absence_rate_fte"),
]  # fmt: skip
LAIT = [  # indicator of LAIT
    ("assessments-in-time", "Assessments completed within 45 working days", "up", "process", "%", "Continue_Assess_Comp"),
    ("conferences-in-time", "Initial conferences held within 15 working days of the enquiry's start", "up", "process", "%",
     "CP_conf_15days"),
    ("plans-reviewed", "Child protection plans reviewed that should have been", "up", "process", "%", "RevCP"),
    ("three-placements", "Children in care with three or more placements in the year", "down", "outcome", "%",
     "LACStable_2016on"),
    ("long-stability", "Children in care in one placement for two years, or placed for adoption", "up", "outcome", "%",
     "LAC_LongStable%"),
    ("placed-far-away", "Children in care placed over 20 miles from home and outside the authority", "down", "outcome", "%",
     "LACDistance"),
    ("care-leavers-housed", "Care leavers aged 19 to 21 in suitable accommodation", "up", "outcome", "%", "CareLeaverAcc"),
    ("care-leavers-occupied", "Care leavers aged 19 to 21 in education, employment or training", "up", "outcome", "%",
     "CareLeaverEET"),
    ("staying-put", "Care leavers aged 19 or 20 who stay with their former foster carers", "up", "outcome", "%", "StayingPut"),
]  # fmt: skip
DEADLINES = {"assessments-in-time": 45, "conferences-in-time": 15}
Figures = dict[str, dict[int, dict[str, float]]]
"""Indicator, then the year in which the period ends, then the cells of its row."""


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_authority() -> dict[str, Figures]:
    """The figures of every authority, by its number."""
    found: dict[str, Figures] = defaultdict(lambda: defaultdict(dict))
    add_counts(found)
    for row in read("dfe-csc-la-year/workforce.csv"):
        for name, *_, measure in WORKFORCE:
            if row["measure"] == measure and row["value"] and not row["flag"]:
                found[row["la_number"]][name][int(row["year"])] = {"value": float(row["value"])}
    wanted = {indicator: name for name, *_, indicator in LAIT}
    for row in read("lait-csc/values.csv"):
        if row["indicator"] in wanted and row["value"]:
            found[row["la_number"]][wanted[row["indicator"]]][int(row["year_label"])] = {"value": float(row["value"])}
    return found


def add_counts(found: dict[str, Figures]) -> None:
    """The indicators for which both counts are published."""
    for name, *_, file, numerator, denominator in COUNTS:
        cells: dict[tuple[str, int], dict[str, float]] = defaultdict(dict)
        for row in read(f"dfe-csc-la-year/{file}.csv"):
            if row["measure"] in (numerator, denominator) and row["value"] and not row["flag"]:
                part = "numerator" if row["measure"] == numerator else "denominator"
                cells[row["la_number"], int(row["year"])][part] = float(row["value"])
        for (authority, year), cell in cells.items():
            if len(cell) == 2 and cell["denominator"] > 0:
                found[authority][name][year] = cell


def chosen(figures: dict[str, Figures]) -> tuple[str, str]:
    """The number and name of the authority with the most figures."""
    names = {row["la_number"]: row["area_name"] for row in read("dfe-csc-la-year/referrals.csv")}
    kept = [a for a in figures if a in names and not names[a].startswith(CHANGED)]
    best = min(kept, key=lambda a: (-sum(len(years) for years in figures[a].values()), names[a]))
    return best, names[best]


def rows(figures: Figures) -> list[dict[str, Any]]:
    ends = {name: "09-30" for name, *_ in WORKFORCE}
    starts = {"09-30": "10-01", "03-31": "04-01"}
    return [
        {"indicator": name, "period_start": f"{year - 1}-{starts[ends.get(name, '03-31')]}",
         "period_end": f"{year}-{ends.get(name, '03-31')}", **{key: f"{value:g}" for key, value in cell.items()}}
        for name, *_ in (*COUNTS, *WORKFORCE, *LAIT)
        for year, cell in sorted(figures[name].items())
    ]  # fmt: skip


def register() -> list[dict[str, Any]]:
    fixed = {"recorded_by": "the authority, in its statutory return"}
    return [
        {"indicator": name, "title": title, "better": better, "measure": measure, "unit": unit,
         "deadline": DEADLINES.get(name), "deadline_unit": "working-days" if name in DEADLINES else None,
         "stakes": "published, and read by inspectors" if name in DEADLINES else None, **fixed}
        for name, title, better, measure, unit, *_ in (*COUNTS, *WORKFORCE, *LAIT)
    ]  # fmt: skip


README = """# Published figures: {name}

Real published figures of one English authority, {name}, and nothing else: {indicators} indicators of children's social care over
all the years that were published ({first} to {last}), {figures} figures.

The authority was chosen by a rule that does not look at what the figures say: of the authorities in both sources whose borders
did not change, the one with the most figures of these indicators; among equals, the first in the alphabet. **No judgement of
{name} is intended or possible.** Figures alone cannot say what anybody did to improve. There is no improvement log here, nothing
from the front line and nobody's account, so that the honest answer is a partial one, and most series are too short to tell a
change from chance.

Things to know: figures for 2020 and 2021 fall into the pandemic; the Department rounds counts and suppresses small ones, and
suppressed figures are left out here; the workforce census (30 September) changed its method in 2017, and measures of care leavers
changed in 2018. Directions are those that the Local Authority Interactive Tool states. The sources hold about two thirds of
all authorities; several of them tie for the most figures.

Contains public sector information licensed under the [Open Government Licence
v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/). Sources: Department for Education, children's
social care statistics by local authority, and Local Authority Interactive Tool. © Crown copyright. The figures were selected and
laid out, none was changed; the Department does not endorse this use.

`python evidence/make_published_figures.py` makes it again from the two sources, byte for byte.
"""


def main(folder: Path = FOLDER) -> None:
    figures = by_authority()
    number, name = chosen(figures)
    found = rows(figures[number])
    first, last = min(row["period_start"] for row in found), max(row["period_end"] for row in found)
    headings = ("indicator", "period_start", "period_end", "numerator", "denominator", "value")
    known = ("indicator", "title", "better", "measure", "unit", "deadline", "deadline_unit", "stakes", "recorded_by")
    files = {"indicators.csv": table(headings, found), "indicator-register.csv": table(known, register())}
    licence = {
        "name": "OGL-UK-3.0",
        "title": "Open Government Licence v3.0",
        "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    }
    by = {"recorded_by": "the authority, in its statutory returns", "source_system": "published statistics of the DfE"}
    manifest: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "published-figures", "title": f"{name}: published figures on children's social care",
        "description": "Real published figures. Contains public sector information licensed under the OGL v3.0.",
        "version": "1.0.0", "authority": name, "invented": False, "framework": "munro",
        "period": {"start": first, "end": last}, "licenses": [licence],
        "sources": [
            {"title": "Department for Education: children's social care statistics by local authority (Crown copyright)",
             "path": "https://github.com/dfe-analytical-services/CSC_outcomes_and_enablers",
             "version": "2f5d11a431050523dab58810083259d3313029ae"},
            {"title": "Department for Education: Local Authority Interactive Tool (Crown copyright)",
             "path": "https://github.com/dfe-analytical-services/local-authority-interactive-tool",
             "version": "2e30e3959a6ab8b2d22941b84764da41a40ac91b"},
        ],
        "resources": [resource(path.removesuffix(".csv"), path.removesuffix(".csv"), **by) for path in files],
    }  # fmt: skip
    about = {"indicators": len(register()), "figures": len(found), "first": first[:4], "last": last[:4]}
    write(folder, manifest, files, README.format(name=name, **about))


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:2]))
