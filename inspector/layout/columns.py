"""What the columns beside the figures are by their headings: names, what is kept out, which direction is better."""

import re
from typing import Literal

from inspector.model.headings import bare

Column = Literal["name", "better", "target", "unit", "group", "role", "extra", ""]
_NAME = re.compile(
    r"(?:performance_|key_performance_|key_)?(?:measures?|indicators?|metrics?|kpis?|pis?)(?:_(?:name|title|description|text))?"
    r"|(?:name|title|description)(?:_of_(?:the_)?(?:measure|indicator|metric|kpi))?|series|what_we_(?:measure|count)|item|question"
    r"|measure_or_indicator|data_item|activity|outcome"
)
_GROUP = re.compile(
    r"(?:team|service|area|locality|district|directorate|department|division|ward|site|school|region|cluster|unit_name|group"
    r"|location|hub|office|service_area|local_authority|authority|cohort|team_name|teams|breakdown|placement_type|age_group)"
)
_BETTER = re.compile(
    r"(?:good|better|best)(?:_(?:is|to_be|performance|if|when|direction))*|polarity|(?:desired|good|wanted|improvement)_direction"
    r"|(?:direction_of_(?:good|improvement)|good_performance_is|what_good_looks_like|aim|aim_to|optimum|preferred_direction)"
    r"|direction|good_looks_like|bigger_or_smaller|high_or_low|higher_or_lower_is_better|better_is"
)
_TARGET = re.compile(r"(?:target|goal|threshold|standard)(?:_.*)?|.*_target(?:_.*)?")
_UNIT = re.compile(r"units?(?:_of_measure(?:ment)?)?|measured_in|format|data_type|value_type|figure_type|counted_in")
_ROLE = re.compile(r"(?:measure_|value_|figure_|data_|row_)?type|num_denom|n_d|component|part|what|basis|element|line")
_EXTRA = re.compile(
    r"(?:rag|trend|dot|direction_of_travel|travel|status|owner|lead|comments?|commentary|notes?|narrative|ytd|year_to_date|totals?"
    r"|average|mean|sum|change|variance|diff(?:erence)?|code|ref|reference|no|id|source|frequency|rank|quartile|benchmark"
    r"|statistical_neighbours?|england|national|sn|latest|current|previous|last_year|out_?turn|sparkline|theme|priority|definition)"
    r"(?:_.*)?|.*_(?:rag|average|ytd|total|outturn|comments?|owner|lead|code|ref)|(?:accountable|responsible|reporting)_.*"
)
_UP = re.compile(
    r"high(?:er)?|up|increas(?:e|ing)|big(?:ger)?|more|max(?:imi[sz]e)?|rise|rising|positive|upwards?|larger?"
)
_DOWN = re.compile(
    r"low(?:er)?|down|decreas(?:e|ing)|small(?:er)?|less|fewer|min(?:imi[sz]e)?|reduc(?:e|ing|tion)|fall|negative|downwards?"
)
_SAYS = re.compile(
    r"(?:aim(?:ing)? (?:is )?(?:to|for) )?(?:be )?(?P<way>[a-z]+)(?: (?:is|are|means?|values?|figures?|numbers?))*"
    r"(?: (?:better|good|best|positive|performance|desired))*"
)
_IN_TITLE = re.compile(
    r"\b(?P<way>high(?:er)?|low(?:er)?|fewer|less|more|bigger|smaller|up|down)(?: \w+)?"
    r" (?:is|are|=|means) (?:better|good|best|the better)"
    r"|\b(?:good|better|best) (?:is|to be|if|when) (?P<other>high(?:er)?|low(?:er)?|fewer|less|more|bigger|smaller|up|down)",
    re.IGNORECASE,
)
_LEFT = frozenset((
    "comment", "comments", "commentary", "note", "notes", "rag", "status", "trend", "target", "goal", "ytd",
    "year_to_date", "total", "totals", "grand_total", "owner", "lead", "direction_of_travel", "dot", "id",
    "ref", "code", "no", "rank", "variance",
))  # fmt: skip
"""Headings that name no indicator, where the columns are indicators."""
_PERSON = re.compile(
    r"(?:child(?:ren)?|person|people|pupil|client|young_person|case|family|mosaic|lcs|ls|liquid_?logic|record|referral)_(?:unique_)?"
    r"(?:id|ids|number|no|ref|reference|identifier|name)s?|upn|uln|nhs_(?:no|number)|dob|date_of_birth|birth_date|forename|surname"
    r"|first_name|last_name|full_name|postcode|(?:name_of_)?(?:social_worker|worker|staff_member|employee|officer|practitioner|carer)"
    r"(?:_name)?|staff_name|ethnicity|gender"
)
LONGEST = 300


def column(heading: str) -> Column:
    """What a column beside the figures is by its heading; '' where the heading does not tell."""
    plain = bare(heading[:LONGEST])
    kinds: tuple[tuple[Column, re.Pattern[str]], ...] = (
        ("name", _NAME), ("better", _BETTER), ("target", _TARGET), ("unit", _UNIT), ("role", _ROLE), ("group", _GROUP),
        ("extra", _EXTRA),
    )  # fmt: skip
    return next((kind for kind, pattern in kinds if plain and pattern.fullmatch(plain)), "")


def better(text: str, heading: str) -> str:
    """`up`, `down` or '' for a cell under a heading that asks which direction is better.

    Under `Direction` alone an arrow, or up and down, may as well say which way the figure went: only words of good are believed.
    """
    plain = " ".join(re.sub(r"[^a-z ]", " ", text.lower()[:80]).split())
    found = _SAYS.fullmatch(plain)
    way = _way(found["way"]) if found else ""
    if bare(heading) == "direction" and not re.search(r"better|good|best|high|low", plain):
        return ""
    if not way and bare(heading) != "direction":
        way = {"↑": "up", "▲": "up", "↓": "down", "▼": "down", "+": "up"}.get(text.strip(), "")
    return way


def better_in(title: str) -> str:
    """`up` or `down` where a title itself says which is better: `(lower is better)`."""
    found = _IN_TITLE.search(title[:LONGEST])
    return _way((found["way"] or found["other"]).lower()) if found else ""


def _way(word: str) -> str:
    return "up" if _UP.fullmatch(word) else "down" if _DOWN.fullmatch(word) else ""


def is_left_out(heading: str) -> bool:
    """Whether a heading names no indicator where the columns are indicators: comments, a target, a total."""
    return bare(heading[:LONGEST]) in _LEFT


def is_person(heading: str) -> bool:
    """Whether a heading is of a column that says whom a row is about: what has one is no scorecard."""
    return bool(_PERSON.fullmatch(bare(heading[:LONGEST])))
