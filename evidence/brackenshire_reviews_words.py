"""What the invented Brackenshire learned from single cases, good and bad. Nobody here exists."""

from _stories import Act, Review

LOAD = {"caseload": ("caseload", 5)}
LONG = {"lengthy-investigation": ("open-over-a-year", 6)}
APART = {"hostility-between-agencies": ("strategy-talks-joint", 12)}
ODD = {"procedures-at-odds": ("pages-per-assessment", 8)}
ALONE = {"absent-supervision": ("supervision-held", 4)}
NOBODY = {"nobody-to-share-with": ("staff-can-speak-up", 7)}
WHOSE = {"unclear-accountability": ("core-groups-attended", 17)}
PAPER = {"written-records": ("reports-read-to-family", 9)}
TODAY = {"children-at-immediate-risk": ("seen-same-day", 19)}
TEAMS = "Duty and assessment north; Duty and assessment south"

REVIEWS = [
    Review(
        0, 2, "badly", "individual", False, False, "The worker had not written up two visits", "",
        {"individual-error": None, "written-records": None}, [
            Act("Talk with the worker", "individual", "weaker", 3, 3),
            Act("Reminder on recording", "procedure", "weaker", 4, 4),
        ], ("hostility-between-agencies", "nobody-to-share-with", "unclear-accountability"),
    ),
    Review(
        2, 5, "badly", "systems", True, False, "The worker had 27 children and nobody had counted", TEAMS,
        LOAD | ALONE, [
            Act(
                "Count children per worker each week, and stop giving cases to whoever has most", "workload",
                "intermediate", 6, 6, "caseload",
            ),
            Act("Supervision on Tuesday mornings", "workload", "intermediate", 8, 7, "supervision-held"),
        ], ("nobody-to-share-with",),
    ),
    Review(
        5, 8, "mixed", "systems", True, True,
        "The family told its story to five people; the form asked for it five times", f"{TEAMS}; health trust",
        ODD | LONG | PAPER, [
            Act(
                "Leave out of the form what the family has told before", "tool", "stronger", 13, 13,
                "pages-per-assessment",
            ),
            Act(
                "Read the report with the family before the conference", "task", "stronger", 11, 11,
                "reports-read-to-family",
            ),
            Act("Training in plain writing", "training", "weaker", 12, 14),
        ],
    ),
    Review(
        6, 9, "badly", "systems", True, False, "The newcomer was worried for three days and did not know whom to ask",
        "Family support east; Family support west; Duty and assessment south", NOBODY | LOAD, [
            Act(
                "Somebody without cases sits in the duty room", "staffing", "intermediate", 12, 13,
                "staff-can-speak-up",
            ),
            Act("Leaflet for newcomers on whom to ask", "procedure", "weaker", 11, 10),
            Act("A cap on the cases of newcomers", "workload", "stronger", 18, 18, "new-starter-cases"),
        ],
    ),
    Review(
        8, 10, "well", "systems", True, True, "It went well because one worker stayed for two years",
        "Children in care; Leaving care; schools forum", {}, [
            Act("Cases stay when children change team", "task", "stronger", 15, 14, "visits-by-same-worker"),
        ], ("procedures-at-odds",),
    ),
    Review(
        9, 12, "badly", "systems", True, True, "Police knew, health knew, and each thought that we had been told",
        "police; health trust; schools forum", APART | WHOSE, [
            Act("One phone line for three agencies", "joint-working", "stronger", 15, 16, "strategy-talks-joint"),
            Act("New joint procedure for strategy discussions", "procedure", "weaker", 13, 14),
            Act("Go through two strategy discussions together each month", "joint-working", "intermediate", 14, 14),
        ],
    ),
    Review(
        11, 14, "well", "systems", True, True, "The girl spoke because she could choose the place", "all teams", {}, [
            Act("The child chooses where to meet", "task", "stronger", 15, 15, "children-seen-alone"),
        ],
    ),
    Review(
        15, 17, "badly", "systems", True, True,
        "Three agencies came to the core group and none knew who would ring the mother",
        "health trust; schools forum; housing", WHOSE | LONG, [
            Act(
                "Each plan names, per task, the two who answer for it together", "joint-working", "stronger", 19, 20,
                "core-groups-attended",
            ),
            Act("Reminder of who has to come", "procedure", "weaker", 18, 18, "core-groups-attended"),
        ],
    ),
    Review(
        16, 19, "badly", "systems", True, False, "The second call was opened as a new case and waited for four days",
        TEAMS, TODAY | ODD, [
            Act(
                "The system no longer opens a new case for a family that is known", "tool", "stronger", 16, 17,
                "re-referrals",
            ),
            Act(
                "One number that a social worker answers day and night", "environment", "intermediate", 21, 21,
                "seen-same-day",
            ),
        ],
    ),
    Review(
        19, 21, "well", "systems", True, True,
        "The carer rang before it broke, because somebody had rung her every week", "Fostering", {}, [
            Act("The story told to all who place children", "training", "weaker", 22, 22),
            Act(
                "Ring each carer in the first week without an agenda", "task", "intermediate", 23, 22,
                "placement-moves",
            ),
        ],
    ),
    Review(
        21, 24, "mixed", "systems", True, True, "Supervision had stopped in two teams and nobody above had noticed",
        "all teams; safeguarding partnership", ALONE | NOBODY, [
            Act(
                "Groups of three supervise one another when a manager is away", "staffing", "intermediate", 27, 26,
                "supervision-held",
            ),
            Act(
                "Stop counting supervision and ask workers what they took from it", "measure", "stronger", 30, 31,
                "staff-can-speak-up",
            ),
        ],
    ),
    Review(
        24, 26, "well", "systems", True, True, "Brothers stayed together because the form for it was left out",
        "Fostering; Children in care", PAPER, [
            Act("Matching panel decides by phone on the day", "procedure", "stronger", 28, 28, "siblings-together"),
        ],
    ),
    Review(
        26, 29, "badly", "systems", True, True, "The agency worker left on Friday and took what she knew with her",
        "human resources; all teams", LOAD | APART, [
            Act(
                "Two workers know each child from day one", "staffing", "intermediate", 31, 31,
                "visits-by-same-worker",
            ),
            Act("Contracts that people stay for", "environment", "stronger", 34, None, "agency-workers"),
            Act("Handover form for those who leave", "procedure", "weaker", 30, 30),
        ],
    ),
    Review(
        30, 33, "well", "systems", True, True,
        "A boy came home because school, police and we had one plan on one page",
        "police; schools forum; health trust; all teams", {}, [
            Act(
                "One page for all agencies in place of three plans", "tool", "stronger", 35, 35,
                "strategy-talks-joint",
            ),
        ],
    ),
]  # fmt: skip
