"""What was recommended to the invented Brackenshire, and what became of it. Nobody here exists."""

from _stories import Do, Rec

CS, POLICE, HEALTH, SCHOOLS, HOUSING = "children's services", "police", "health trust", "schools forum", "housing"
AUDIT, BOARD = "internal audit", "safeguarding partnership"

RECOMMENDATIONS = [
    Rec(
        "munro", "Take out of local forms what serves the record and not the family", CS,
        "made 2011-05-10, accepted 1, started 6, done 13, measured 19, verified 24, lasting 33", [
            Do(
                "Chronology, risk table and two cover sheets left the assessment form", "stronger", "practice group",
                12, 13,
            ),
            Do("One note serves for brothers and sisters", "stronger", "practice group", 10, 9),
        ], "pages-per-assessment", AUDIT, {"lasting": "No page has come back in nine months."},
    ),
    Rec(
        "munro", "Keep a senior social worker in practice who speaks for it at the top", CS,
        "made 2011-05-10, accepted 2, started 3, done 6", [
            Do(
                "Principal social worker keeps four families and sits with the directors each month", "stronger",
                "director", 6, 6,
            ),
        ], None, None, {"done": "We do not know how one would measure this. Asked the teams instead."},
    ),
    Rec(
        "munro", "Let a child keep the worker whom it knows", CS,
        "made 2011-05-10, accepted 2, started 6, done 15, measured 22, verified 27, lasting 34", [
            Do("Letter to all managers on continuity", "weaker", "director", 4, 4),
            Do("Cases stay with the worker who took the first call", "stronger", "heads of service", 12, 14),
            Do("Two workers for each family from day one", "intermediate", "team managers", 14, 15),
        ], "visits-by-same-worker", AUDIT,
    ),
    Rec(
        "case-review", "Give every worker somebody to share a worry with on the same day", CS,
        "made 9, accepted 9, started 10, done 13, measured 21", [
            Do(
                "A senior practitioner without cases of their own is in the duty room each day", "intermediate", CS,
                12, 13,
            ),
            Do("Training in reflective conversations", "weaker", "learning team", 14, 12),
        ], "staff-can-speak-up", BOARD,
        {"measured": "The answers have not moved. The teams say that it helps; we go on asking."},
    ),
    Rec(
        "case-review", "Have police and health in every strategy discussion", f"{CS}; {POLICE}; {HEALTH}",
        "made 10, accepted 11, started 13, done 16, measured 22, verified 28, lasting 34", [
            Do("One phone line that all three answer, in place of three e-mails", "stronger", POLICE, 15, 16),
            Do("A desk for children's services at the police station", "stronger", CS, 14, 15),
        ], "strategy-talks-joint", BOARD,
    ),
    Rec(
        "case-review", "See a second referral as the same story", CS,
        "made 8, accepted 9, started 11, done 17, measured 24, verified 30", [
            Do(
                "A second call goes to the worker of the first; the system no longer opens a new case", "stronger",
                CS, 16, 17,
            ),
        ], "re-referrals", AUDIT,
    ),
    Rec(
        "case-review", "Read the old record before the first visit", CS, "made 19, accepted 20, started 21, stuck 27", [
            Do("Reminder to all staff", "weaker", CS, 21, 21),
            Do("A one-page story at the top of each record", "stronger", CS, 30),
        ], "seen-same-day", None,
        {"stuck": "The record is too long to read in the time there is. The reminder changed nothing."},
    ),
    Rec(
        "inspection", "Hold supervision every month", CS,
        "made 4, accepted 5, started 6, done 8, measured 13, stuck 27", [
            Do(
                "Supervision moved to Tuesday mornings, and nothing else may be booked then", "intermediate", CS, 8,
                7,
            ),
        ], "supervision-held", None,
        {"stuck": "It fell back when two managers left. We had leaned on them and not on the calendar."},
    ),
    Rec(
        "inspection", "Finish nine assessments in ten within 45 working days", CS, "made 4, rejected 6", [],
        "assessments-in-time", None,
        {
            "rejected": "The deadline made us visit the wrong child first. We look at why each late one was late, "
                        "and said so.",
        },
    ),
    Rec(
        "inspection", "Bring every agency to core groups", f"{CS}; {HEALTH}; {SCHOOLS}",
        "made 16, accepted 17, started 21, stuck 30", [
            Do("Letter to all agencies", "weaker", BOARD, 19, 19),
            Do("Core groups at school, at pick-up time", "stronger", CS, 28, 29),
        ], "core-groups-attended", None,
        {"stuck": "It has got worse. Health visitors lost a third of their posts and nobody told us."},
    ),
    Rec(
        "government", "Bring family help and child protection into one team", f"{CS}; {HEALTH}",
        "made 21, accepted 22, started 26", [
            Do("Try it with one team on the Thornwick estate before anybody else", "intermediate", CS, 30, 29),
            Do("Decide with the families of that team whether others follow", "intermediate", CS, 34),
        ],
    ),
    Rec(
        "government", "Ask the wider family before looking for strangers", CS,
        "made 13, accepted 14, started 16, done 19, measured 28", [
            Do(
                "A family meeting before each placement, paid for and with somebody to mind the children",
                "intermediate", CS, 19, 19,
            ),
        ], "kinship-care", None, {"measured": "No more children live with kin than before. We ask families why."},
    ),
    Rec(
        "front-line", "Stop asking for the same thing twice", CS,
        "made 8, accepted 8, started 12, done 15, measured 20, verified 25, lasting 33", [
            Do("Fields that are asked for twice fill themselves in", "stronger", "systems team", 16, 15),
        ], "pages-per-assessment", AUDIT,
    ),
    Rec(
        "front-line", "Let newcomers begin with few cases", CS,
        "made 12, accepted 13, started 16, done 18, measured 23, verified 28, lasting 34", [
            Do(
                "The system lets nobody in the first year hold more than thirteen children", "stronger",
                "systems team", 18, 18,
            ),
        ], "new-starter-cases", AUDIT,
    ),
    Rec(
        "front-line", "Keep one day a week free of meetings", CS,
        "made 5, accepted 5, started 6, done 9, measured 16, verified 22, lasting 32", [
            Do("No meeting room can be booked on Wednesdays", "stronger", "business support", 8, 8),
            Do("Directors keep to it first", "stronger", "director", 8, 7),
        ], "time-with-families", BOARD,
    ),
    Rec(
        "front-line", "Ring first and write afterwards when a child is at risk today", f"{CS}; {POLICE}",
        "made 18, accepted 18, started 19, done 21, measured 28", [
            Do("Card with the number for every partner", "weaker", BOARD, 21, 22),
            Do("One number, day and night, answered by a social worker", "intermediate", CS, 21, 21),
        ], "seen-same-day",
    ),
    Rec(
        "front-line", "A quiet room for children in the duty office", CS, "made 22, accepted 23, dropped 29", [
            Do("Thirty children were asked where they would rather meet", "weaker", CS, 26, 26),
            Do("Rebuild the store room", "stronger", "property", 30),
        ], None, None,
        {"dropped": "Children told us that they would rather meet at school. We let it go and told those who asked."},
    ),
    Rec(
        "reflective-practice", "Begin reviews with what went well", CS, "made 11, accepted 12, started 12, done 15", [
            Do("Every second review is of a case that went well", "intermediate", "practice reviewers", 14, 14),
        ],
    ),
    Rec(
        "reflective-practice", "Ask the fathers", CS, "made 17, accepted 18, started 20, stuck 30", [
            Do("Briefing on working with fathers", "weaker", "learning team", 21, 21),
            Do("Visits after the late shift", "stronger", CS, 28),
        ], "goals-reached", None,
        {"stuck": "Contracts do not allow for visits after seven. Nobody owns the contracts."},
    ),
    Rec(
        "reflective-practice", "Put the child's own words first in the record", CS,
        "made 9, accepted 9, started 10, done 14, measured 20, verified 26, lasting 33", [
            Do(
                "The record opens with a field for the child's words and shows it on every page", "stronger",
                "systems team", 14, 14,
            ),
        ], "children-seen-alone", "children in care council",
    ),
    Rec(
        "project-board", "One case system for children's services and health", f"{CS}; {HEALTH}",
        "made 7, accepted 8, started 12, stuck 20, dropped 28", [
            Do("Specification by a consultant", "weaker", "project board", 14, 13),
            Do("Purchase", "intermediate", "project board", 24),
        ], None, None,
        {
            "stuck": "Nobody who would use it was asked.",
            "dropped": "The money went into the shared phone line instead.",
        },
    ),
    Rec(
        "project-board", "Let workers dictate their notes", CS,
        "made 9, accepted 9, started 11, done 13, measured 20, verified 26", [
            Do(
                "Dictation on every work phone, tried by four teams before it was bought", "stronger", "systems team",
                13, 13,
            ),
        ], "time-with-families", BOARD,
    ),
    Rec(
        "systems-change-board", "Walk through one family's whole path each quarter, all agencies together",
        f"{CS}; {POLICE}; {HEALTH}; {SCHOOLS}; {HOUSING}", "made 13, accepted 14, started 15, done 18", [
            Do(
                "The chief officers of five agencies walk it, with the family where it agrees", "stronger", BOARD, 17,
                18,
            ),
        ],
    ),
    Rec(
        "systems-change-board", "Have fewer agency workers and more who stay", CS,
        "made 20, accepted 21, started 23, stuck 33", [
            Do("Two rounds of advertising", "weaker", "human resources", 25, 24),
            Do("A smaller caseload written into contracts", "intermediate", "human resources", 30),
        ], "agency-workers", None,
        {"stuck": "Twelve applied, three came, nine left. There are more agency workers than before."},
    ),
    Rec(
        "cabinet", "Read out each quarter how many assessments are in time", CS,
        "made 2, accepted 2, started 3, done 4, dropped 31", [
            Do("A slide for cabinet", "weaker", "performance team", 4, 4),
        ], "assessments-in-time", None,
        {"dropped": "Cabinet now asks what was learned from the late ones. The slide is still shown."},
    ),
    Rec(
        "cabinet", "Pay for six more family support workers", f"{CS}; cabinet",
        "made 19, accepted 20, started 22, done 27, measured 33", [
            Do("Six posts", "intermediate", "human resources", 26, 27),
        ], "caseload", None,
        {"measured": "There are six more, and as many more children. Caseloads are what they were."},
    ),
    Rec(
        "other", "Tell those who complain what changed because of it", CS,
        "made 24, accepted 25, started 26, done 29", [
            Do("Each complaint is answered by a visit", "intermediate", "complaints officer", 28, 29),
        ],
    ),
    Rec(
        "front-line", "Share cars with the health visitors", f"{CS}; {HEALTH}", "made 34, accepted 35", [
            Do("Try it in the valley for a month", "intermediate", "Family support west", 37),
        ], "time-with-families",
    ),
]  # fmt: skip
