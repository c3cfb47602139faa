"""Texts of a log, put together from parts, so that no two are alike by more than chance. No names of people.

Each text draws from many small slots, some of them left out, in one of several orders: an honest log of three hundred
entries then holds hardly two that say nearly the same, and one that was copied stands out.
"""

from random import Random

ROLES = ("social worker", "senior practitioner", "family support worker", "personal adviser", "business support")
ABOVE = ("head of service", "director", "programme manager", "consultant")
TEAMS = (
    "Duty north",
    "Duty south",
    "Court team",
    "Children in care",
    "Disabled children",
    "Leaving care",
    "Family support east",
)
_DID = (
    "rang", "met", "wrote to", "sat down with", "walked home with", "visited", "listened to", "drew a map with",
    "read the plan to", "made a list with", "shared the file with", "planned the week with", "cooked with",
    "swapped notes with", "agreed a signal with", "kept an hour free for", "gave the first word to",
    "sent a photograph to", "put three questions to", "left the diary with", "tried a shorter letter to",
    "rehearsed the meeting with", "drove to court with", "waited for",
)  # fmt: skip
_WHOM = (
    "the mother", "both parents", "a grandmother", "the foster carer", "the school nurse", "the health visitor",
    "a class teacher", "the duty worker", "the independent chair", "a housing officer", "the midwife",
    "the police desk", "an older brother", "the night team", "two newcomers", "a personal adviser", "the interpreter",
    "the youth worker", "the nursery", "a family mentor", "the paediatrician", "the guardian",
    "somebody from admissions", "the stepfather", "a neighbour they trust", "the debt adviser", "twins of nine",
    "a girl of fourteen", "the reviewing officer", "the receptionist",
)  # fmt: skip
_WHEN = (
    "before the first visit", "on Monday mornings", "after the panel", "within two days",
    "at the start of supervision", "half an hour earlier", "while the file was still open", "on the way back",
    "straight after school", "twice a fortnight", "instead of the usual review", "during handover",
    "as soon as the referral came", "in the week of the hearing", "at bedtime", "once the baby was home",
    "over lunch", "on the last Friday", "between two contacts", "late in pregnancy", "during the holidays",
    "as their lease ended", "every other Tuesday", "when the placement wobbled",
)  # fmt: skip
_HOW = (
    "with one page instead of six", "with crayons", "without any form", "by telephone", "at the kitchen table",
    "in the car", "with a timeline on the wall", "in their own language", "with the laptop shut", "using cards",
    "standing at the whiteboard", "on the playground bench", "by text message", "with a blank sheet",
    "through the letterbox", "in plain words", "with sand and figures", "from the back of the queue",
    "with a borrowed room", "in pairs", "with an egg timer", "over a recording", "with their calendar beside ours",
    "on the doorstep", "with one colour for each worry", "under somebody else's lead", "with nobody taking minutes",
    "by following one bus route",
)  # fmt: skip
_WHERE = (
    "for two brothers", "with families new to us", "in the valley", "on the early shift", "for unborn babies",
    "where a school had changed", "for fathers who live elsewhere", "in three court cases", "among the youngest",
    "where there was a dog", "after a second move", "out of hours", "in one street",
    "for care leavers with a tenancy", "where neglect was the worry", "for a disabled teenager", "in kinship care",
    "where the case was reopened", "for unaccompanied boys", "where parents had split up", "in hospital",
    "for a sibling group of five", "at the hostel", "where nobody had answered",
)  # fmt: skip
_WHY = (
    "so that fewer things are told twice", "so that visits begin sooner", "so that nobody waits for a call",
    "hoping the child speaks first", "to get supervision back to the family", "to write less",
    "so the school knows whom to ring", "so the same face returns", "to show what happens next",
    "to catch worries on the day", "to spare a second interview", "so that evenings stay free",
    "to hear the quiet one", "to stop letters crossing", "so that risk is named aloud",
    "to see the bedroom and the fridge", "to find the missing uncle", "so that decisions stick",
    "to make the chronology honest", "because two complaints said so", "because an audit never asks it",
    "to notice drift by week three", "to halve the travelling", "so trust is not begun anew",
    "to let the parents chair", "because the template hides it", "to test what training promised",
    "so that partners bring facts",
)  # fmt: skip
_EXPECT = (
    "we thought", "my guess was", "the team expected", "we bet", "I predicted", "nobody believed that",
    "the hope was", "we said",
)  # fmt: skip
_AMOUNT = (
    "two calls fewer", "at least one new fact", "an hour saved", "half of the forms unneeded",
    "three of five coming back", "one postponement less", "twenty minutes more with children", "no difference at all",
    "four visits kept", "a shorter wait by days", "one plan rewritten", "every second family agreeing",
    "less shouting", "six emails unsent", "a name we had missed", "one contact that goes calmly",
    "ten pages shrinking to three", "a refusal or two", "somebody crying and staying", "five days from call to visit",
)  # fmt: skip
_BY = (
    "each week", "by half-term", "before the conference", "on every case", "within a month", "for the night shift",
    "by the third try", "until the review", "in either team", "at no cost", "if the bus runs", "once people dare",
    "even in winter", "for most of them", "before anybody notices", "by the next court date",
)  # fmt: skip
_LEARNED = (
    "it took longer and was worth it", "the school minded more than the parents", "two is fine and six is not",
    "we had asked the wrong question", "the form served somebody long gone", "one family said no, and was right",
    "the night team does it already", "our guess was out by half", "the smaller page stays",
    "children noticed at once", "fathers came when asked by name", "silence meant fear, not consent",
    "mornings are hopeless", "the room mattered most", "it fell apart on sick leave", "we talk too much",
    "a partner undid it", "nothing moved, which tells us something", "the record had hidden a good aunt",
    "staff felt braver", "it cost us the trust of one", "timing beats wording", "the manager's presence spoiled it",
    "those furthest away gained most", "doubt was louder than harm",
)  # fmt: skip
_NEXT = (
    "drop the letter", "try it on two more", "ask the parents to judge", "teach the neighbours' team",
    "shorten it again", "count it for a month", "give the lead to the student", "leave it and look elsewhere",
    "repeat with an interpreter", "bring it to the board", "keep the chair empty", "begin one day sooner",
    "split the visit in two", "check the bruising clinic", "let the child pick", "write down only the doubts",
    "move it to the school", "change the rota first", "have somebody watch", "undo the last step",
    "wait for the new worker", "test it on a bad day",
)  # fmt: skip


def aim(draw: Random) -> str:
    """What was tried with whom, and some of when, how, where and why, in an order that varies."""
    middle = [draw.choice(slot) for slot in (_WHEN, _HOW, _WHERE) if draw.random() < 0.75]
    draw.shuffle(middle)
    said = " ".join([f"{draw.choice(_DID)} {draw.choice(_WHOM)}", *middle])
    if draw.random() < 0.2:
        return f"{draw.choice(_WHY)}: {said}"
    return f"{said}, {draw.choice(_WHY)}" if draw.random() < 0.8 else said


def prediction(draw: Random) -> str:
    """What was expected, by when, and sometimes of whom."""
    said = f"{draw.choice(_EXPECT)} {draw.choice(_AMOUNT)} {draw.choice(_BY)}"
    return f"{said} from {draw.choice(_WHOM)}" if draw.random() < 0.4 else said


def lesson(draw: Random) -> str:
    """What was learned, and most times what comes next."""
    said = draw.choice(_LEARNED)
    said = f"{said} {draw.choice(_WHERE)}" if draw.random() < 0.4 else said
    return f"{said}; next {draw.choice(_NEXT)} {draw.choice(_BY)}" if draw.random() < 0.8 else said
