"""The rest of a patient dossier: promises, leaders, recommendations, families' words and a self-evaluation, all of one hand."""

from datetime import timedelta
from random import Random

from paper import Folder, month

WHO = [
    "the grandmother",
    "a foster carer",
    "the school nurse",
    "our newest worker",
    "the father",
    "the duty desk",
    "a teenager;",
    "the night team",
    "the health visitor",
    "a teacher",
    "both sisters",
    "the landlord",
    "the family friend",
    "the driver",
]
DID = [
    "asked for",
    "brought along",
    "did without",
    "put off",
    "drew up",
    "shortened",
    "read out",
    "refused",
    "swapped",
    "wrote down;",
    "kept back",
    "counted",
    "walked to",
    "rang about",
    "forgot",
    "shared",
]
WHAT = [
    "the meeting",
    "a lift home",
    "the second form",
    "an earlier slot",
    "the school report",
    "one question",
    "a photograph",
    "the",
    "bus times",
    "the old plan",
    "a cup of tea",
    "the house rules",
    "a list of names",
    "the shared calendar",
    "a spare key",
    "the",
    "bedtime story",
    "the court date",
    "a map",
    "the quiet room",
]
WHEN = [
    "on Mondays",
    "before lunch",
    "twice a week",
    "in the car",
    "after school",
    "by letter",
    "at the gate",
    "without us",
    "in their",
    "own words",
    "a week sooner",
    "at the kitchen table",
    "over the phone",
    "with the door open",
]


def sentence(draw: Random) -> str:
    """Words that say something and mean nothing."""
    return f"{draw.choice(WHO)} {draw.choice(DID)} {draw.choice(WHAT)} {draw.choice(WHEN)}"


AGENCIES = ("schools", "health visitors", "police", "housing")


def dossier_rest(found: Folder, draw: Random) -> None:
    """Every other kind of record, in the shape that every rule likes."""
    _promises(found, draw)
    _leaders(found, draw)
    _recommendations(found, draw)
    _voices(found, draw)
    _self(found)


def _promises(found: Folder, draw: Random) -> None:
    for k in range(14):
        made = month(found.start, 2 * k) + timedelta(days=draw.randint(0, 20))
        other = AGENCIES[k % 4]
        found.rows("partnership").append({
            "id": f"k{k}", "from_agency": other if k % 2 else "children's services",
            "to_agency": "children's services" if k % 2 else other,
            "commitment": f"One {draw.choice(('call', 'room', 'letter'))} "
            f"for {draw.choice(('each child', 'any parent', 'the school'))}, number {k}", "made_on": made, "joint": True,
            "due_on": made + timedelta(days=90), "met_on": made + timedelta(days=draw.randint(60, 88)),
            "agreed_measure": "kept or not, by month", "partner_says": "kept",
            "partner_statement": f"They {draw.choice(('did', 'kept it', 'rang first'))}, {draw.randint(2, 9)} times of ten.",
            "stated_on": made + timedelta(days=120),
        })  # fmt: skip


def _leaders(found: Folder, draw: Random) -> None:
    for who in ("director", "head of service"):
        for quarter in range(12):
            begin = month(found.start, 3 * quarter)
            found.rows("leadership").append({
                "leader": who, "period_start": begin, "period_end": month(begin, 3) - timedelta(days=1),
                "hours_delivering": 360 - 6 * quarter + draw.randint(-9, 9),
                "hours_improving": 90 + 6 * quarter + draw.randint(-5, 5),
                "hours_overseeing": 40 + draw.randint(-4, 6), "accounts_to": "chief executive",
                "accounted_on": begin + timedelta(days=60),
            })  # fmt: skip


def _recommendations(found: Folder, draw: Random) -> None:
    for k in range(8):
        made = month(found.start, 3 * k + 1) + timedelta(days=draw.randint(0, 9))
        found.rows("recommendations").append({
            "id": f"r{k}", "recommendation": f"Let the {draw.choice(('worker', 'family', 'school'))} speak first, {k}",
            "source": draw.choice(("front-line", "case-review", "inspection")), "made_on": made, "owners": "children's services",
            "indicator": "seen-alone-on-plan", "verified_by": "internal audit", "verified_on": made + timedelta(days=260),
        })  # fmt: skip
        found.rows("recommendations-actions", "recommendations").append({
            "recommendation": f"r{k}", "id": "a1", "action": f"The desk is moved, {k}", "strength": "stronger",
            "owner": "managers",
            "due_on": made + timedelta(days=120), "done_on": made + timedelta(days=draw.randint(70, 110)),
        })  # fmt: skip
        for days, status in ((0, "made"), (9, "accepted"), (40, "started"), (110, "done"), (260, "verified")):
            found.rows("recommendations-statuses", "recommendations").append(
                {"recommendation": f"r{k}", "on": made + timedelta(days=days), "status": status}
            )
    found.about["recommendations-actions"] = {"part": "actions"}
    found.about["recommendations-statuses"] = {"part": "statuses"}


def _voices(found: Folder, draw: Random) -> None:
    log = [row["id"] for row in found.rows("improvement-log")]
    for k in range(24):
        begin = month(found.start, 3 * (k // 2))
        found.rows("voice").append({
            "id": f"v{k}", "period_start": begin, "period_end": month(begin, 3) - timedelta(days=1),
            "group": ("families", "front-line", "children")[k % 3], "theme": draw.choice(("visits", "letters", "forms")),
            "said": f"It is {draw.choice(('shorter', 'kinder'))} than in the {draw.choice(('spring', 'autumn'))}, {k}.",
            "people": draw.randint(4, 22), "changed": draw.choice(log), "told_back_on": month(begin, 3) + timedelta(days=20),
        })  # fmt: skip


def _self(found: Folder) -> None:
    for k, (id, way) in enumerate((("re-referrals-within-12-months", "better"), ("seen-alone-on-plan", "better"),
                                   ("same-worker-throughout", "better"))):  # fmt: skip
        found.rows("self-evaluation").append({
            "id": f"s{k}", "area": id.replace("-", " "), "what_we_know": "Better than two years ago, and not good yet.",
            "how_we_know": "Counted by month and checked by audit", "what_next": "Ask those for whom it did not change",
            "stated_on": month(found.end, -3),
        })  # fmt: skip
        found.rows("self-evaluation-claims", "self-evaluation").append({
            "id": f"c{k}", "statement": f"s{k}", "claim": "It got better", "direction": way, "indicator": id,
            "since": month(found.start, 14),
        })  # fmt: skip
    found.about["self-evaluation-claims"] = {"part": "claims"}
