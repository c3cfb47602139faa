"""What was recommended to the invented Dunnockshire, and what it learned from single cases. Nobody here exists."""

from _stories import Act, Do, Rec, Review

CS, POLICE, HEALTH, SCHOOLS = "children's services", "police", "health visitors", "schools"
AUDIT, BOARD = "internal audit", "safeguarding partnership"

RECOMMENDATIONS = [
    Rec(
        "front-line", "Leave the child with the worker when the desk moves", CS,
        "made 8, accepted 8, started 10, done 12, measured 18, verified 23, lasting 34", [
            Do("No case is passed on between the two floors any more", "stronger", "team managers", 12, 12),
        ], "same-worker", AUDIT,
    ),
    Rec(
        "front-line", "Meet the child where it likes to be", CS,
        "made 13, accepted 13, started 15, done 17, measured 22, verified 28, lasting 34", [
            Do("Mileage is paid to any place a child chooses", "stronger", "business support", 17, 17),
        ], "children-seen-alone", BOARD,
    ),
    Rec(
        "front-line", "Type with the family beside us", CS,
        "made 5, accepted 5, started 6, done 9, measured 16, verified 21, lasting 32", [
            Do("Light computers, chosen by those who carry them", "stronger", "systems team", 9, 9),
            Do("A page on how to type and listen", "weaker", "practice leads", 8, 8),
        ], "time-with-families", BOARD, {"lasting": "Checked again by looking at diaries of one week, drawn by lot."},
    ),
    Rec(
        "front-line", "Pay a neighbour before paying a placement", CS, "made 20, accepted 21, started 22, stuck 31", [
            Do("Try it with three families", "intermediate", "Family centre", 24, 24),
            Do("Change the rules on payments", "stronger", "finance", 28),
        ], "placement-moves", None,
        {"stuck": "Finance asks for a receipt that a neighbour does not have. Nobody here can change that."},
    ),
    Rec(
        "reflective-practice", "Ask families what they would call a success", CS,
        "made 16, accepted 17, started 20, done 22, measured 27, verified 33", [
            Do("One goal in the family's own words replaces the list of outcomes", "stronger", CS, 22, 22),
        ], "goals-reached", BOARD,
    ),
    Rec(
        "reflective-practice", "Two chairs for worries", CS,
        "made 12, accepted 12, started 13, done 16, measured 22, verified 29", [
            Do(
                "A practice lead sits there from nine to ten, whatever happens", "intermediate", "practice leads", 16,
                16,
            ),
        ], "someone-to-talk-to", BOARD,
    ),
    Rec(
        "munro", "Remove what is asked for locally and helps nobody", CS,
        "made 2011-05-10, accepted 4, started 8, done 14, measured 20, verified 26, lasting 34", [
            Do("Eleven local forms became four", "stronger", "practice leads", 14, 14),
        ], "time-at-screen", AUDIT,
    ),
    Rec(
        "munro", "Look at the system in every review", BOARD, "made 2011-05-10, accepted 1, started 2, done 5", [
            Do(
                "Reviews are led by somebody from another agency who asks why it made sense at the time",
                "intermediate", BOARD, 5, 5,
            ),
        ],
    ),
    Rec(
        "case-review", "Count children per worker and stop before it is too many", f"{CS}; cabinet",
        "made 9, accepted 10, started 12, done 15, measured 24, verified 31", [
            Do("Nobody gets a new case above twenty; the manager takes it", "stronger", "team managers", 14, 15),
            Do("Four more family workers", "intermediate", "cabinet", 18, 19),
        ], "caseload", AUDIT,
    ),
    Rec(
        "case-review", "Know on the day who looks after a child tonight", f"{CS}; {POLICE}",
        "made 19, accepted 19, started 21, done 23, measured 30", [
            Do("One night worker sits with the police", "intermediate", POLICE, 23, 23),
        ], "seen-same-day", None, {"measured": "No change that we can see. There were few such nights."},
    ),
    Rec(
        "inspection", "Finish assessments within 45 working days", CS, "made 2, accepted 2, started 3, stuck 15", [
            Do("Reminder at day 35", "weaker", "systems team", 4, 4),
        ], "assessments-in-time", None,
        {
            "stuck": "The reminder changed nothing and was taken out. Two thirds of late ones wait for others; we "
                     "work on that.",
        },
    ),
    Rec(
        "inspection", "Raise attendance at mandatory training", CS, "made 2, accepted 3, started 4, dropped 14", [
            Do("List of those who have not been", "weaker", "learning team", 5, 5),
        ], "training-completed", None,
        {"dropped": "We asked what people had used from it. They named one course of nine, and that one stays."},
    ),
    Rec(
        "government", "Use the national form for early help", CS, "made 11, rejected 13", [], None, None,
        {
            "rejected": "Tried with six families; they could not say what it asked. We wrote to the department and "
                        "enclosed their words.",
        },
    ),
    Rec(
        "systems-change-board", "Sit at one table with health and school each Thursday", f"{CS}; {HEALTH}; {SCHOOLS}",
        "made 14, accepted 14, started 16, done 18, measured 26", [
            Do("One table, no agenda, the families of that week", "stronger", BOARD, 17, 18),
        ], "core-groups-attended",
    ),
    Rec(
        "cabinet", "Tell us what you gave up and why", CS, "made 17, accepted 17, started 18, done 19", [
            Do("Cabinet hears three failures each quarter before any figure", "stronger", "lead member", 19, 19),
        ],
    ),
    Rec(
        "project-board", "Move the front door to the family centre", f"{CS}; {HEALTH}",
        "made 30, accepted 31, started 33", [
            Do("Two weeks with one worker at the family centre", "intermediate", "Front door", 35),
        ], "re-referrals",
    ),
]  # fmt: skip

REVIEWS = [
    Review(
        1, 3, "badly", "systems", True, False, "She had 26 children and was ill for the third time",
        "Front door; East patch; West patch",
        {"caseload": ("caseload", 4), "absent-supervision": ("supervision-held", 4)}, [
            Act("Nobody gets a new case above twenty", "workload", "stronger", 14, 15, "caseload"),
            Act("Advice to take care of oneself", "individual", "weaker", 4, 4),
        ], ("written-records",),
    ),
    Review(
        4, 7, "mixed", "systems", True, True, "Each hand-over lost something that the child had said",
        "Children looked after; Young people leaving care", {"unclear-accountability": ("same-worker", 7)}, [
            Act("Cases stay when desks move", "task", "stronger", 12, 12, "same-worker"),
        ],
    ),
    Review(
        8, 10, "badly", "systems", True, True, "The worker had doubts and drove home with them",
        "all teams; health visitors",
        {"nobody-to-share-with": ("someone-to-talk-to", 11), "caseload": ("caseload", 4)}, [
            Act(
                "A practice lead has time from nine to ten", "environment", "intermediate", 16, 16,
                "someone-to-talk-to",
            ),
        ],
    ),
    Review(
        10, 12, "well", "systems", True, True, "The grandmother was asked first, and knew", "all teams", {}, [
            Act("Ask who the family would ring", "task", "intermediate", 14, 14, "re-referrals"),
        ],
    ),
    Review(
        13, 15, "badly", "systems", True, False, "Three forms asked the same and nobody read the fourth", "all teams",
        {"procedures-at-odds": ("time-at-screen", 8), "written-records": ("time-at-screen", 8)}, [
            Act("Four forms in place of eleven", "tool", "stronger", 14, 14, "time-at-screen"),
            Act("Briefing on recording", "training", "weaker", 16, 17),
        ],
    ),
    Review(
        15, 18, "badly", "systems", True, True,
        "School had written twice and the letters went to a worker who had left", "schools; health visitors; police",
        {
            "hostility-between-agencies": ("core-groups-attended", 16),
            "lengthy-investigation": ("open-over-a-year", 9),
        }, [
            Act("One table each Thursday", "joint-working", "stronger", 17, 18, "core-groups-attended"),
            Act("Letters to a team and not to a person", "procedure", "weaker", 18, 18),
        ],
    ),
    Review(
        18, 20, "well", "systems", True, True, "The goal was the boy's own", "Family centre; schools", {}, [
            Act("One goal, in the family's words", "task", "stronger", 22, 22, "goals-reached"),
        ],
    ),
    Review(
        18, 21, "badly", "systems", True, True, "It was Friday night and nobody knew who was on",
        "police; health visitors", {"children-at-immediate-risk": ("seen-same-day", 21)}, [
            Act("A night worker sits with the police", "staffing", "intermediate", 23, 23, "seen-same-day"),
        ],
    ),
    Review(
        24, 27, "well", "systems", True, True, "She stayed in touch with him for two years after the end",
        "Young people leaving care; schools", {}, [
            Act(
                "Workers keep the phone number when they change team", "tool", "stronger", 28, 28,
                "care-leavers-in-touch",
            ),
        ],
    ),
    Review(
        29, 32, "mixed", "systems", True, True, "We were quick and it was the wrong help; the family had said so",
        "all teams; health visitors; schools", {"procedures-at-odds": ("assessments-in-time", 20)}, [
            Act(
                "Look at late assessments with the families they were late for", "measure", "stronger", 34, 34,
                "goals-reached",
            ),
        ],
    ),
]  # fmt: skip
