"""What several sorts of yardstick share: aims, numbers, times, bodies, and how what is found is given."""

import re

AIM = (
    r"(?:targets?|standards?|thresholds?|benchmarks?|deadlines?|time\s?scales?|time\s?frames?|time\s?limits?|quotas?|kpis?|"
    r"(?:key\s)?performance\sindicators?|milestones?|requirements?|expectations?|criteri(?:on|a)|specifications?|obligations?|"
    r"dut(?:y|ies)|(?:required|expected|minimum|service)\slevels?|slas?)"
)
FAR_AIM = r"(?:objectives?|goals?|ambitions?|aims?)"
PROMISED = re.compile(
    r"\b(?:trials?|tests?|ideas?|"
    r"promis\w*|commit\w*|pledg\w*|due\s|better|worse|sooner|faster|quicker|slower|later|than\sbefore|used\sto|changed|"
    r"since\s|"
    r"fell|rose|moved)\b",
    re.IGNORECASE,
)
"""What was promised is held to its own day; and what says how something moved is no level."""

TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
MANY = rf"(?:five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|{TENS}|a\s(?:dozen|hundred)|[5-9]|\d{{2,}})"
NUMBER = rf"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|{MANY}|half\san?)"
TIME = r"(?:(?:working|calendar|clear|school|full|short)\s)?(?:seconds?|minutes?|hours?|days?|weeks?|months?)"
BODIES = (
    r"(?:boroughs|councils|authorities|services|forces|trusts|schools|prisons|homes|brigades|counties|regions|hospitals|libraries|"
    r"providers|stations|districts|boards|courts|surgeries|practices|universities|colleges|ports|companies|operators|museums|"
    r"offices|sites|parks|units|places|areas|teams|wards|in\sthe\s\w+)"
)
MOVED = re.compile(
    r"\b(?:better|worse|sooner|faster|quicker|slower|than\sbefore|used\sto|chang\w+|fell|rose|moved|grew|growing|became|"
    r"becom\w+|improv\w+|since\s(?!records|\d)|"
    r"trials?|promis\w*|commit\w*|due\s|judged|begin|end|nobody|too\slittle|open)\b",
    re.IGNORECASE,
)
"""Who says how something moved may say where it stands now; and what a finding cannot tell is no level."""


def first(pattern: re.Pattern[str], words: str) -> str:
    """The first words that are of a pattern; nothing if there are none."""
    found = pattern.search(words)
    return found[0].strip(" :") if found else ""
