"""Reference data made by others: from `tests/data` where they may be shipped, else from a folder that is not part of the project.

This is the one place that says which tests need more than a plain clone. `INSPECTOR_SHARED` names the folder with the rest (below
it `data/`); without it these tests are skipped, and the end of the run says what was not tested for want of which data.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "tests" / "data"
ELSEWHERE = Path(os.environ.get("INSPECTOR_SHARED", ROOT.parent / "shared")) / "data"
NOT_SHIPPED = {
    "manipulation-real/regents_nyc_2010.csv": "Artistic licence",
    "manipulation-real/russia_2018_president_stations.csv": "no licence stated",
    "manipulation-real/covid_russia_regions_cumulative_deaths.csv": "no licence stated",
    "manipulation-real/sino_forest_2010_statement.csv": "GPL-3",
    "manipulation-real/us_towns_population_2009.csv": "GPL-3",
    "manipulation-real/us_county_votes_2000_2020_control.csv": "no licence stated",
    "manipulation-real/age_russia_2010_males_control.csv": "CC BY-SA",
    "manipulation-real/restaurants_nyc_2015_initial.csv": "no licence stated",
    "manipulation-real/us_senate_margins_control.csv": "GPL-3",
    "manipulation-real/covid_us_states_daily_new_deaths.csv": "US public domain, from a copy without a licence",
    "spc-rare/points.csv": "made with GPL-3 software",
    "audit-sampling/plan.csv": "made with GPL-3 software",
    "audit-sampling/e_values.csv": "made with AGPL-3 software",
    "audit-sampling/stopping.csv": "made with AGPL-3 software",
    "audit-sampling/sequential_series.csv": "made with AGPL-3 software",
    "audit-sampling/sequential_history.csv": "made with AGPL-3 software",
    "manipulation-real/covid_us_states_daily_new_cases.csv": "US public domain, from a copy without a licence",
}
"""What tests read and the project does not ship, with the licence that keeps it out."""


def reference(name: str) -> Path:
    """Where that file or folder of reference data is. Skips the test where it is one of `NOT_SHIPPED` and not at hand."""
    if name not in NOT_SHIPPED:
        assert (SHIPPED / name).exists(), name
        return SHIPPED / name
    if not (ELSEWHERE / name).exists():
        pytest.skip(f"needs {name}, which is not shipped ({NOT_SHIPPED[name]})")
    return ELSEWHERE / name
