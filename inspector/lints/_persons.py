"""Words for people by what they do, told by how such words are made: who runs is a runner, who registers a registrar.

English makes them with a few endings (`-er`, `-or`, `-ist`, `-ian`, `-wife`, `-man`), so a list of posts is never whole and the
endings are; things that share an ending (`letter`, `number`, `computer`) are named, and are no persons.
"""

import re

_THINGS = (
    r"(?:an?other|others?|either|neither|whether|rather|further|farther|over|under|after|never|ever|however|moreover|together|altogether|"
    r"later|sooner|earlier|better|longer|shorter|larger|smaller|higher|lower|fewer|older|newer|wider|safer|easier|harder|faster|slower|"
    r"cleaner|drier|warmer|colder|calmer|kinder|number|letter|order|paper|answer|matter|water|river|weather|winter|summer|quarter|"
    r"october|november|december|september|corner|counter|border|chapter|register|computer|server|printer|scanner|tracker|folder|"
    r"offer|power|tower|error|factor|corridor|floor|door|indoor|outdoor|monitor|sensor|motor|mirror|vector|sector|minor|major|prior|"
    r"poor|for|nor|color|boiler|filter|meter|buffer|trigger|barrier|carrier|layer|centre|center|theatre|buzzer|pager|timer|poster|"
    r"newsletter|shelter|filler|charter|roster|master|disaster|cluster|character|parameter|perimeter|diameter|transfer|fever|"
    r"cover|drawer|tanker|trailer|cruiser|tender|gender|calendar|shower|flower|butter|dinner|supper|slipper|ladder|bladder|cancer|"
    r"ulcer|liver|finger|shoulder|temper|manner|banner|scooter|helicopter|per|her|their|charger|adapter|router|list|mist|fist|twist|"
    r"waist|exist|persist|consist|resist|assist|insist|checklist|shortlist|waitlist|wishlist|median|guardian|pedestrian|civilian|"
    r"equestrian|victorian|italian|human|german|roman|woman|layman|specimen|regimen|omen|denominator|numerator|indicator|escalator|"
    r"elevator|ventilator|calculator|generator|radiator|defibrillator|refrigerator|separator|denominator|behavior|interior|exterior|"
    r"superior|inferior|senior|junior|anterior|doctor's)"
)
_MADE = rf"(?!{_THINGS}s?\b)[a-z]{{2,}}(?:er|or|ist|ian|wife|wives|man|men|keeper|eer|ar(?=s?\s(?:fail|negl|should|was|were)))s?"
_NAMED = (
    r"(?:staff|crews?|teams?|nurses?|wardens?|ushers?|clerks?|guards?|guides?|cooks?|judges?|coach(?:es)?|heads?|chiefs?|leads?|"
    r"consultants?|assistants?|sergeants?|attendants?|lieutenants?|accountants?|registrars?|surgeons?|physicians?|paramedics?|"
    r"mechanics?|magistrates?|constables?|governors?|inspectors?|agents?|captains?|boards?|partners?|shifts?|colleagues?|"
    r"employees?|trainees?|people|persons?|individuals?|parents?|famil(?:y|ies)|mothers?|fathers?|patients?|residents?|pupils?|"
    r"clients?|claimants?|applicants?|tenants?|passengers?|men|women|women)"
)
PERSON = rf"(?:{_NAMED}|{_MADE})"
_WORDS = re.compile(rf"\b{PERSON}\b", re.IGNORECASE)


def person(words: str) -> str:
    """The first word for a person or a team; nothing where there is none."""
    found = _WORDS.search(words)
    return found[0] if found else ""
