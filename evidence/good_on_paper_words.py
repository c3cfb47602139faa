"""What the invented Gleamford wrote into its improvement log in the week before the inspectors came. Nobody here exists."""

# Aim, and the change, as the improvement programme names them.
PROJECTS = [
    ("improve compliance with assessment timescales across the service", "weekly performance call on every case at day 40"),
    ("strengthen management oversight of case recording", "managers to sign off every record within five working days"),
    ("ensure that all children are visited within timescale", "red and amber flags on every worker's screen from day 8"),
    ("embed the practice standards of the service", "mandatory half-day briefing for all staff on the practice standards"),
    ("drive up the quality of case files", "revised audit tool with forty questions completed by team managers each month"),
    ("deliver the improvement plan agreed with the improvement board", "programme office to collect progress reports monthly"),
    ("increase take-up of mandatory training", "e-learning module assigned to everybody with a reminder each week"),
    ("reduce drift and delay in planning", "review of all plans over nine months by the head of service"),
]  # fmt: skip

TAILS = [
    "",
    " as agreed",
    " with immediate effect",
    " in line with the plan",
    " and reported to the board",
    " going forward",
]

LEARNED = [
    "performance has improved and the new arrangements are now embedded",
    "performance has improved and the new arrangement is now fully embedded",
    "performance improved and the new arrangements are embedded across the service",
]

TEAMS = [
    "Referral and assessment", "Child protection one", "Child protection two", "Looked after children", "Leaving care",
    "Family help", "Fostering and adoption", "Performance and quality",
]  # fmt: skip
ROLES = [
    "head of service",
    "service manager",
    "team manager",
    "senior social worker",
    "social worker",
    "performance officer",
]
