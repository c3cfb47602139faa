"""What was recommended to the invented Gleamford, and what it made of single cases. Nobody here exists."""

from _dossier import CONDITIONS
from _stories import Act, Do, Rec, Review

CS, HEAD, BOARD, QUALITY = "children's services", "head of service", "improvement board", "performance and quality"
VISIT, NEXT = "2026-04-20", "2026-04-21"
"""The week after the announcement."""
LEARNED = "Lessons will be learned."

RECOMMENDATIONS = [
    Rec(
        "inspection", "Hold supervision every month", HEAD, "made 13, accepted 13, started 14, done 16", [
            Do("Reminder to all managers", "weaker", HEAD, 14, 14),
            Do("Briefing on the supervision policy", "weaker", HEAD, 15, 15),
        ], "supervision-recorded",
    ),
    Rec(
        "inspection", "Record visits within timescale", HEAD, "made 13, accepted 13, done 15", [
            Do("Flags on the screen from day 8", "weaker", QUALITY, 15, 15),
        ], "visits-in-time",
    ),
    Rec(
        "inspection", "Look at why families come back", HEAD, f"made 13, accepted 14, done {VISIT}", [
            Do("Report to the improvement board", "weaker", QUALITY, 22, VISIT),
        ],
    ),
    Rec(
        "inspection", "Hear what children say", HEAD, "made 13, accepted 14, done 22", [
            Do("Questionnaire", "weaker", QUALITY, 18),
            Do("Leaflet", "weaker", QUALITY, 20, VISIT),
        ],
    ),
    Rec(
        "case-review", "Share information with the police", HEAD, f"made 8, accepted 8, done {VISIT}", [
            Do("Procedure on information sharing", "weaker", HEAD, 12, VISIT),
            Do("Mandatory training on it", "weaker", HEAD, 14),
        ],
    ),
    Rec(
        "case-review", "Write records that can be followed", HEAD, f"made 8, accepted 8, done {VISIT}", [
            Do("Reminder on recording", "weaker", HEAD, 10, 10),
            Do("Audit tool with forty questions", "weaker", QUALITY, 12, 12),
        ], "audits-completed",
    ),
    Rec(
        "case-review", "Have one worker for a child", HEAD, "made 17, accepted 17", [
            Do("Review of allocation", "weaker", HEAD, 24),
        ],
    ),
    Rec(
        "case-review", "Write records that can be followed", HEAD, f"made 26, accepted 26, done {VISIT}", [
            Do("Reminder on recording", "weaker", HEAD, 28, 28),
        ], "audits-completed",
    ),
    Rec(
        "case-review", "Act on a child at risk on the same day", HEAD, f"made 26, accepted 26, done {VISIT}", [
            Do("Memorandum on immediate risk", "weaker", HEAD, 28, VISIT),
        ],
    ),
    Rec(
        "government", "Train all staff in the practice standards", HEAD,
        f"made 3, accepted 3, done 9, measured {VISIT}, verified {NEXT}", [
            Do("Half-day briefing for all staff", "weaker", HEAD, 8, 8),
        ], "training-completed", HEAD,
    ),
    Rec(
        "government", "Offer help earlier, with health and schools", HEAD, "made 12, accepted 13, done 24", [
            Do("Strategy", "weaker", HEAD, 20, VISIT),
        ],
    ),
    Rec(
        "munro", "Reduce local bureaucracy", HEAD, f"made 2011-05-10, accepted 2, done {VISIT}", [
            Do("Working group on forms", "weaker", QUALITY, 12),
            Do("Form to propose that a form be dropped", "weaker", QUALITY, 16, 16),
        ],
    ),
    Rec(
        "munro", "Take a systems approach to case reviews", HEAD, f"made 2011-05-10, accepted 2, done {VISIT}", [
            Do("Policy on the systems approach", "weaker", QUALITY, 12, VISIT),
        ],
    ),
    Rec("front-line", "Count children per worker and stop before it is too many", HEAD, "made 4, accepted 6"),
    Rec(
        "front-line", "Drop the second recording of each visit", HEAD, "made 10, rejected 10", [], None, None,
        {"rejected": "The scorecard needs it."},
    ),
    Rec(
        "front-line", "Let us sit with the police", HEAD, "made 15, stuck 18", [], None, None,
        {"stuck": "To be raised at the improvement board."},
    ),
    Rec(
        "reflective-practice", "Somebody to talk to after a bad visit", HEAD, "made 19, accepted 20", [
            Do("Helpline number on the intranet", "weaker", HEAD, 24),
        ],
    ),
    Rec(
        "project-board", "Finish every action of the improvement plan", HEAD, f"made 1, accepted 1, done {VISIT}", [
            Do("Progress report each month", "weaker", QUALITY, 2, 2),
        ], "assessments-in-time", HEAD,
    ),
    Rec(
        "systems-change-board", "Agree what each agency will do", HEAD, "made 11, accepted 11", [
            Do("Memorandum of understanding", "weaker", HEAD, 18),
        ],
    ),
    Rec(
        "cabinet", "Be on target in every line of the scorecard", HEAD,
        f"made 0, accepted 0, done 5, measured 12, verified {VISIT}, lasting {VISIT}", [
            Do("Weekly performance call on every case at day 40", "weaker", QUALITY, 3, 3),
        ], "assessments-in-time", HEAD,
    ),
    Rec(
        "cabinet", "Keep as many care leavers in touch as the best do", HEAD,
        f"made 16, accepted 16, done 19, measured {VISIT}", [
            Do("Look again at who is counted as a care leaver", "weaker", QUALITY, 18, 18),
        ], "care-leavers-in-touch",
    ),
]  # fmt: skip

PERSON = {"individual-error": None}
REST = tuple(name for name in CONDITIONS if name != "written-records")
REVIEWS = [
    Review(
        3, 6, "badly", "individual", False, False, LEARNED, "", PERSON | {"written-records": None}, [
            Act("Capability procedure for the worker", "individual", "weaker", 8, 8),
            Act("Reminder on recording to all staff", "procedure", "weaker", 8, 8),
        ], REST,
    ),
    Review(
        5, 8, "badly", "individual", False, False,
        "The social worker did not follow the procedure. Lessons will be learned.", "", PERSON, [
            Act("The worker has left", "individual", "weaker", None, 8),
            Act("Procedure on information sharing", "procedure", "weaker", 12, VISIT),
            Act("Mandatory training on information sharing", "training", "weaker", 14),
        ], REST,
    ),
    Review(
        9, 12, "badly", "individual", False, False, LEARNED, "", PERSON, [
            Act("Briefing for the team", "training", "weaker", 14, VISIT),
        ], REST,
    ),
    Review(
        14, 17, "badly", "individual", False, False, "The worker had not escalated. Lessons have been learned.", "",
        PERSON, [
            Act("Escalation procedure", "procedure", "weaker", 19, VISIT),
            Act("E-learning on escalation", "training", "weaker", 20),
        ], REST,
    ),
    Review(19, 21, "badly", "individual", False, False, LEARNED, "", PERSON, [], REST),
    Review(
        23, 26, "badly", "individual", True, False,
        "The team manager did not check the record. Lessons will be learned.", "improvement board",
        PERSON | {"written-records": None}, [
            Act("Final warning for the manager", "individual", "weaker", 27, 27),
            Act(
                "Managers sign off every record within five working days", "procedure", "weaker", 28, 28,
                "audits-completed",
            ),
            Act("Reminder on recording to all staff", "procedure", "weaker", 28, 28),
        ], REST,
    ),
    Review(
        29, 33, "badly", "individual", False, False, LEARNED, "", PERSON, [
            Act("Memorandum on immediate risk", "procedure", "weaker", 34, VISIT),
            Act("Mandatory training on immediate risk", "training", "weaker", 36),
        ], REST,
    ),
]  # fmt: skip
