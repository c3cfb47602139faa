"""What leaders, partners, children and families of the invented Gleamford did and said, and what it says of itself."""

from _stories import Claim, Leader, Promise, Said, Statement

CS, POLICE, HEALTH, SCHOOLS, HOUSING = "children's services", "police", "hospital trust", "schools", "housing"
VISIT, NEXT = "2026-04-20", "2026-04-21"
"""The week after the announcement."""
ALL_EIGHT = "; ".join(
    f"{name} {VISIT}"
    for name in ("achieve", "change", "customers", "priorities", "time", "enable", "system", "account")
)

LEADERS = [
    Leader("director of children's services", 590, (0.03, 0.02), (0.02, 0.01), "chief executive", (0,), ALL_EIGHT),
    Leader("head of service", 600, (0.02, 0.01), (0.01, 0.01), "director of children's services", (), ALL_EIGHT),
    Leader("head of performance and quality", 560, (0.02, 0.02), (0.0, 0.0), None, (), ALL_EIGHT),
    Leader("service manager", 590, (0.01, 0.0), (0.0, 0.0), "head of service", (), ""),
]  # fmt: skip

PROMISES = [
    Promise(
        CS, POLICE, "Tell us what came of our reports", 9, 14, None, False, None, "not-kept",
        "We send some two hundred a month. I could not tell you what became of one of them.", 35,
    ),
    Promise(
        CS, POLICE, "Come to strategy discussions", 9, 12, 12, False, None, "not-kept",
        "There is a form now that says who was invited. They ring in, when they do, from another meeting.", 35,
    ),
    Promise(
        CS, HEALTH, "Give doctors the background of a child before they examine it", 10, 16, None, False, None,
        "not-kept", "We see the child without the file. We said so in the review and in the review before that.", 35,
    ),
    Promise(
        HEALTH, CS, "Send notes within a week", 10, 16, 18, False, None, "partly-kept",
        "We send them. Nobody has told us that they are read.", 35,
    ),
    Promise(
        CS, SCHOOLS, "One named worker for each school", 12, 18, 17, False, None, "not-kept",
        "The list has names on it. Three of ours have left.", 35,
    ),
    Promise(
        CS, SCHOOLS, "Answer within three days", 12, 15, None, False, None, "not-kept",
        "We get an automatic reply on the same day.", 35,
    ),
    Promise(
        SCHOOLS, CS, "Refer with the full form", 12, 15, 15, False, "forms with every field filled in", "kept",
        "It takes an hour. Some heads have stopped referring.", 35,
    ),
    Promise(
        CS, HOUSING, "Speak before a family is evicted", 18, 24, None, False, None, "not-kept", "Nobody has called.",
        34,
    ),
    Promise(CS, HEALTH, "A joint plan for newborn babies", 21, 27, 30, False, None),
    Promise(
        POLICE, CS, "Sit on the improvement board", 1, 2, 2, False, None, "kept",
        "We sit there. The slides are about the council.", 35,
    ),
]  # fmt: skip

SAID = [
    Said(0, "front-line", "screens", "If a case flashes red, I am rung. If a child is not seen, I am not.", 26),
    Said(1, "children", "being heard", "They write down what they knew before.", 19),
    Said(2, "families", "new faces", "The sixth one asked me to begin at the beginning.", 14),
    Said(3, "front-line", "caseload", "Twenty-eight, and the call is about timescales.", 31),
    Said(4, "partners", "feedback", "We never hear back.", 7),
    Said(4, "carers", "visits", "They come on day nine, for nine minutes.", 11),
    Said(5, "front-line", "worries", "You do not say here that you are not sure.", 22),
    Said(6, "children", "moving", "I heard it from the taxi driver.", 12),
    Said(7, "families", "coming back", "You close it when the box is green.", 17),
    Said(8, "front-line", "reviews", "Whoever had the case last is the lesson that was learned.", 18),
    Said(9, "families", "being asked", "It is the third survey and I have heard nothing of the first.", 9),
    Said(10, "carers", "training", "They sent me the slides.", 8),
    Said(11, "children", "being heard", "You asked me that last year.", 6),
]  # fmt: skip

STATEMENTS = [
    Statement(
        "timeliness", "Assessments, conferences and visits are in time, and ever more so.", "The scorecard",
        "Keep it up", VISIT, [
            Claim("More assessments are in time", "better", "assessments-in-time", 12, ("scorecard",)),
            Claim("More conferences are in time", "better", "conferences-in-time", 12),
            Claim("More visits are in time", "better", "visits-in-time", 12),
        ],
    ),
    Statement(
        "families", "Fewer families need to come back to us, thanks to the quality of our work.", None, None, VISIT, [
            Claim("Fewer referrals within twelve months of an earlier one", "better", "re-referrals", 0),
        ],
    ),
    Statement(
        "supervision", "Supervision has been strengthened and is embedded.", None, "Remain embedded", VISIT, [
            Claim("Supervision is held more often", "better", "supervision-recorded", 14),
        ],
    ),
    Statement(
        "workforce", "Caseloads have come down and staff are supported.", None, None, VISIT, [
            Claim("Caseloads have come down", "better", "caseload", 14),
            Claim("Morale is high", "better", None),
        ],
    ),
    Statement(
        "care leavers", "We are in touch with more care leavers than ever.", "The scorecard", None, VISIT, [
            Claim("More care leavers are in touch", "better", "care-leavers-in-touch", 19, ("scorecard",)),
        ],
    ),
    Statement(
        "children's voice", "Children tell us that they are listened to, and increasingly so.", None, None, NEXT, [
            Claim("More children say that somebody listened", "better", "children-feel-heard", 0),
        ],
    ),
    Statement(
        "partnership", "Partnership working is strong at every level.", None, None, NEXT, [
            Claim("Partnership is stronger", "better", None),
        ],
    ),
    Statement(
        "learning", "We are a learning organisation. The lessons of reviews have been learned.", None, None, NEXT, [
            Claim("Learning is embedded", "better", None),
            Claim("Nearly all managers complete their audits, and more of them", "better", "audits-completed", 6),
        ],
    ),
    Statement(
        "leadership", "Leadership is strong, visible and relentless.", None, None, NEXT, [
            Claim("Oversight has improved", "better", None),
        ],
    ),
]  # fmt: skip
