"""What patients, partners and leaders of the invented Harrowmere hospitals said and did."""

from _stories import Claim, Leader, Promise, Said, Statement

TRUST, AMBULANCE, BOARD, SURGERIES, HOMES = (
    "the trust",
    "ambulance service",
    "integrated care board",
    "general practice",
    "care homes",
)
FALLS, INSULIN, RESULTS = "falls-with-harm", "wrong-time-insulin", "results-seen-in-time"

LEADERS = [
    Leader(
        "chief nurse",
        520,
        (0.1, 0.2),
        (0.05, 0.12),
        "chief executive",
        (1, 3, 5, 7, 9, 11),
        "achieve 3 15 17; change 3 15 18; customers 4 16 -; enable 5 17 20",
    ),
    Leader(
        "medical director",
        520,
        (0.06, 0.16),
        (0.04, 0.1),
        "chief executive",
        (2, 6, 10),
        "achieve 6 18 20; priorities 6 18 -",
    ),
    Leader(
        "head of patient safety",
        500,
        (0.3, 0.4),
        (0.1, 0.15),
        "chief nurse",
        (1, 4, 7, 10),
        "achieve 2 12 13; change 2 12 14; enable 2 13 15; account 3 14 16",
    ),
]

PROMISES = [
    Promise(
        TRUST,
        SURGERIES,
        "Send the list of medicines on the day",
        10,
        20,
        20,
        True,
        "lists sent on the day",
        "kept",
        "It comes with the patient now, mostly.",
        28,
    ),
    Promise(
        TRUST,
        HOMES,
        "Ring before a patient leaves",
        12,
        16,
        16,
        True,
        "calls before leaving",
        "kept",
        "They ring. At six in the evening, but they ring.",
        26,
    ),
    Promise(
        AMBULANCE,
        TRUST,
        "Say what was found at home",
        15,
        20,
        19,
        True,
        "notes handed over",
        "kept",
        "Our crews have a card for it.",
        30,
    ),
    Promise(
        BOARD,
        TRUST,
        "Ask what changed, not how many reports are late",
        16,
        22,
        22,
        True,
        None,
        "kept",
        "We changed the first page of our meeting.",
        31,
    ),
    Promise(
        SURGERIES,
        TRUST,
        "Look at results sent after hours",
        18,
        24,
        None,
        False,
        None,
        "partly-kept",
        "Two of our practices do.",
        30,
    ),
]

SAID = [
    Said(1, "families", "nights", "Nobody came when she rang.", 4, "calls-answered", 20),
    Said(2, "carers", "meals", "His tray was cold when the needle came.", 2, INSULIN, 18),
    Said(3, "families", "being told", "We heard of the fall from another patient.", 3, "falls-with-harm", 30),
    Said(4, "families", "results", "They said that no news was good news.", 2, RESULTS, 25),
    Said(5, "families", "nights", "It is dark on the way and bright at the desk.", 5, FALLS, 14),
    Said(6, "carers", "going home", "The list of pills was that of the week before.", 4),
    Said(7, "families", "meals", "She knows when she needs it better than the clock does.", 2, INSULIN, 20),
    Said(8, "families", "noise", "The radio plays all night.", 6, "calls-answered", 12),
    Said(9, "families", "being heard", "The doctor sat down. Nobody had sat down before.", 3, "handover-complete", 21),
    Said(10, "carers", "going home", "They rang before he came. I had the bed ready.", 2, "handover-complete", 15),
]

STATEMENTS = [
    Statement(
        "falls",
        "Fewer patients are hurt in falls, we think, but not surely.",
        "ward figures and the night walk",
        "lamps on two more wards",
        35,
        [Claim("falls with harm have not moved", "unchanged", FALLS, None, ["night walk"])],
    ),
    Statement(
        "medicines",
        "Insulin comes nearer to the meal.",
        "the pharmacist's count",
        "the same for antibiotics",
        35,
        [Claim("insulin at the wrong time has not surely moved", "unchanged", INSULIN, None, ["pharmacy count"])],
    ),
    Statement(
        "results",
        "We do not know how many results nobody saw.",
        "two patients told us",
        "count them for a month",
        35,
        [Claim("results seen in time have not moved", "unchanged", RESULTS)],
    ),
    Statement(
        "reporting",
        "Staff report more, and we are glad.",
        "reports by month",
        "answer each report within a week",
        35,
        [],
    ),
]
