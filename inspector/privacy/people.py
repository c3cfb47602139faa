"""Whether a column looks as if it held names of people: by its heading and the shape of its cells. No name is kept or told."""

import re
from collections.abc import Mapping
from typing import Literal

from inspector.model.headings import bare
from inspector.privacy.words import COMMON

Looks = Literal["names", "maybe", "no"]
FEWEST, MOST, MANY, GIVEN = 3, 0.6, 0.8, 0.25
"""Fewer different values show nothing. From so many of the cells a headed column, and any column, looks like names; of the
latter so many have to hold a given name that is common."""
_PART = r"[A-Z][a-z]+(?:['’-][A-Z]?[a-z]+)*"
_NAME = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? )?(?:{_PART}|[A-Z]\.?)(?: (?:{_PART}|[A-Z]\.?)){{0,2}} {_PART}"
    rf"|{_PART}, ?(?:{_PART}|[A-Z]\.?)(?: (?:{_PART}|[A-Z]\.?))?"
)
_SINGLE = re.compile(rf"{_PART}|{_PART} [A-Z]\.?")
_HEADED = frozenset(
    ["name", "names", "forename", "surname", "firstname", "lastname", "worker", "staff", "allocated", "author", "initials", "child", "childs", "person", "parent", "carer", "manager", "practitioner", "officer", "who", "owner", "lead", "contact", "completed", "assigned", "supervisor", "mother", "father", "guardian"]
)
_OF_NO_PERSON = frozenset(
    ["team", "teams", "service", "area", "ward", "school", "setting", "provider", "agency", "site", "unit", "hub", "locality", "department", "place", "road", "street", "town", "city", "measure", "indicator", "kpi", "title", "file", "sheet", "system", "plan", "project", "idea", "policy", "form", "document", "company", "organisation", "organization", "borough", "council", "authority", "centre", "home", "role", "group", "type", "status", "code", "id", "number", "date", "count", "address", "district", "region", "programme", "course", "category", "theme", "topic", "constituency", "country", "county", "school's", "event"]
)
_NO_NAME = frozenset(
    ["worker", "social", "manager", "nurse", "officer", "lead", "head", "director", "practitioner", "team", "service", "support", "family", "court", "house", "school", "centre", "advisor", "adviser", "assistant", "coordinator", "senior", "principal", "deputy", "chief", "business", "foster", "carer", "parent", "young", "person", "people", "child", "duty", "first", "contact", "early", "help", "fostering", "adoption", "hospital", "ward", "unit", "council", "review", "conference", "visit", "plan", "meeting", "complete", "progress", "overdue", "yes", "no", "not", "started", "done", "green", "amber", "red", "high", "low", "medium", "home", "street", "road", "lane", "avenue", "park", "green", "hill", "north", "south", "east", "west", "central", "the", "of", "and", "in", "on", "to", "for", "with", "weekly", "monthly", "quarterly", "annual", "internal", "external", "peer", "audit", "board", "panel", "report", "ofsted", "inspection", "project", "pilot", "new", "old", "other", "all", "one", "two", "three", "learning", "practice", "quality", "assurance", "police", "health", "education", "housing", "probation", "youth", "justice", "mental", "disability", "disabilities", "looked", "after", "leaving", "good", "requires", "improvement", "inadequate", "outstanding", "academy", "college", "primary", "secondary", "nursery", "surgery", "clinic", "trust", "city", "town", "county", "borough", "white", "black", "asian", "mixed", "british", "african", "caribbean", "any", "background", "irish", "chinese", "indian", "pakistani", "bangladeshi", "roma", "traveller", "male", "female", "section", "order", "placement", "residential", "kinship", "special", "guardianship", "supervision", "interim", "care"]
)

GIVEN_NAMES = frozenset(
    ["aaron", "abdul", "abdullah", "abigail", "adam", "adrian", "ahmed", "aisha", "alan", "alex", "alexander", "alfie", "ali", "alice", "alison", "amanda", "amelia", "amina", "amir", "amy", "andrea", "andrew", "angela", "anita", "ann", "anna", "anne", "anthony", "archie", "arthur", "ashley", "ava", "barbara", "ben", "benjamin", "beth", "bethany", "brian", "callum", "cameron", "carl", "carol", "caroline", "catherine", "charles", "charlie", "charlotte", "chloe", "chris", "christine", "christopher", "claire", "clare", "colin", "connor", "craig", "daisy", "daniel", "danielle", "darren", "david", "dawn", "deborah", "debra", "declan", "denise", "dennis", "diane", "dominic", "donna", "dylan", "edward", "elaine", "eleanor", "elizabeth", "ella", "ellie", "emily", "emma", "ethan", "evan", "evie", "fatima", "fiona", "florence", "frances", "freya", "gareth", "gary", "gavin", "gemma", "geoffrey", "george", "gillian", "grace", "graham", "hannah", "harriet", "harry", "heather", "helen", "henry", "holly", "ian", "ibrahim", "imran", "isaac", "isabella", "isla", "ivy", "jack", "jackie", "jacob", "jacqueline", "jade", "jake", "james", "jamie", "jane", "janet", "janice", "jasmine", "jason", "jean", "jennifer", "jenny", "jessica", "jill", "joan", "joanna", "joanne", "joe", "john", "jonathan", "jordan", "joseph", "josh", "joshua", "joyce", "judith", "julia", "julie", "june", "karen", "kate", "katherine", "kathleen", "katie", "keith", "kelly", "kerry", "kevin", "khadija", "kim", "kimberley", "kirsty", "laura", "lauren", "leah", "lee", "leo", "leon", "lewis", "liam", "lily", "linda", "lisa", "logan", "louis", "louise", "lucas", "lucy", "luke", "lynn", "mandy", "margaret", "maria", "marie", "mark", "martin", "mary", "maryam", "matthew", "max", "maya", "megan", "mia", "michael", "michelle", "mohamed", "mohammad", "mohammed", "molly", "muhammad", "nadia", "naomi", "natalie", "natasha", "nathan", "neil", "nicholas", "nicola", "noah", "oliver", "olivia", "omar", "oscar", "owen", "pamela", "patricia", "patrick", "paul", "paula", "pauline", "peter", "philip", "phoebe", "poppy", "priya", "rachel", "rebecca", "richard", "robert", "robin", "ronald", "rosie", "roy", "ruby", "ruth", "ryan", "sally", "sam", "samantha", "samira", "samuel", "sandra", "sara", "sarah", "scott", "sean", "shannon", "sharon", "shaun", "sheila", "simon", "sophia", "sophie", "stacey", "stephanie", "stephen", "steven", "stuart", "susan", "suzanne", "sylvia", "tanya", "teresa", "theo", "thomas", "tina", "toby", "tom", "tony", "tracey", "tracy", "valerie", "vanessa", "victoria", "vincent", "wayne", "wendy", "william", "yasmin", "yusuf", "yvonne", "zachary", "zara", "zoe", "zainab"]
)
"""Given names that many have: they tell a column of names from one of short titles. No list tells who somebody is."""


def names_in(heading: str, values: Mapping[str, int]) -> bool:
    """Whether a column under this heading, with so many rows a value, looks as if it held names of people."""
    words = set(bare(heading).split("_"))
    if words & _OF_NO_PERSON and not words & {"name", "names", "forename", "surname"}:
        return False
    if words & _OF_NO_PERSON and not words & {"child", "childs", "staff", "worker", "forename", "surname", "parent"}:
        return False
    if looks_of(values) == "names" and (words & _HEADED or {"by"} & words or (words & {"to"} and len(words) == 2)):
        return True
    if len(values) >= 5 and _share(values, _NAME) >= MANY and _given(values) >= GIVEN:
        return True
    single = words & {"forename", "surname", "firstname", "lastname", "first", "last"} and words & {*_HEADED, "name"}
    return bool(single) and _share(values, _SINGLE) >= MANY and len(values) >= FEWEST


def a_name(text: str) -> bool:
    """Whether a text itself may be somebody's name, as a heading is where a file has no line of headings."""
    return _person(text.strip(), _NAME) and bool(GIVEN_NAMES & set(bare(text).split("_")))


def looks_of(values: Mapping[str, int]) -> Looks:
    """Whether the cells have the shape of names, and none of the words that roles, teams and codes are made of."""
    if len(values) < FEWEST:
        return "no"
    share = _share(values, _NAME)
    return "names" if share >= MOST else "maybe" if share >= MOST / 2 else "no"


def _share(values: Mapping[str, int], shape: re.Pattern[str]) -> float:
    some = list(values.items())[:400]
    total = sum(count for _, count in some)
    return sum(count for value, count in some if _person(value.strip(), shape)) / total if total else 0.0


def _given(values: Mapping[str, int]) -> float:
    """Share of the cells with a word that is a given name many people in Britain have."""
    some = list(values.items())[:400]
    total = sum(count for _, count in some)
    return sum(count for value, count in some if GIVEN_NAMES & set(bare(value).split("_"))) / total if total else 0.0


def _person(text: str, shape: re.Pattern[str]) -> bool:
    if len(text) > 60 or not shape.fullmatch(text):
        return False
    return not any(word in COMMON or word in _NO_NAME for word in bare(text).split("_"))
