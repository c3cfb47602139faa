"""Which way each conduct goes about each kind of record: one of those named, drawn from the seed."""

from inspector.simulate.draws import stream

KINDS = (
    "register", "improvement-log", "participation", "case-reviews", "recommendations", "leadership", "partnership",
    "voice", "self-evaluation",
)  # fmt: skip
Ways = dict[str, tuple[str, ...]]

_GOOD: Ways = {
    "register": ("whole",),
    "improvement-log": ("handed-on",),
    "participation": ("heard-sooner", "counted"),
    "case-reviews": ("systems",),
    "recommendations": ("answered",),
    "leadership": ("improving",),
    "partnership": ("together",),
    "voice": ("answered",),
    "self-evaluation": ("candid",),
}
_POOR: Ways = {
    "register": ("whole", "whole", "own-names", "without-conditions", "without-conditions-or-names"),
    "improvement-log": ("as-it-is",),
    "participation": ("counted", "few-teams", "nobody-counts"),
    "case-reviews": ("blaming", "training", "procedures", "unfinished", "few"),
    "recommendations": ("stuck", "on-paper", "from-above", "weak"),
    "leadership": ("today", "answered-and-forgotten", "shrinking", "hands-on"),
    "partnership": ("alone", "unheard", "broken", "disputed"),
    "voice": ("collected", "seldom-asked"),
    "self-evaluation": ("good-news", "hopeful", "vague", "silent-on-losses"),
}
WAYS: dict[str, Ways] = {
    "stream": _GOOD,
    "young-stream": _GOOD | {
        "improvement-log": ("handed-on", "aimed-in-vain", "never-given-up", "unquestioned"),
        "case-reviews": ("systems", "systems-unfollowed"),
        "recommendations": ("unlooked", "answered"),
        "partnership": ("together", "kept"),
        "self-evaluation": ("candid", "modest"),
    },
    "one-programme": _POOR | {
        "recommendations": ("from-above", "unlooked"),
        "leadership": ("shrinking", "hands-on"),
        "partnership": ("kept", "alone", "unheard"),
        "self-evaluation": ("hopeful", "good-news", "silent-on-losses"),
    },
    "programme-that-held": _POOR | {
        "case-reviews": ("systems-unfollowed", "procedures"),
        "recommendations": ("from-above", "unlooked", "answered"),
        "leadership": ("hands-on", "improving"),
        "partnership": ("kept", "together"),
        "self-evaluation": ("candid", "modest"),
    },
    "luck": _POOR | {
        "register": ("whole", "sorts-unstated"),
        "case-reviews": ("systems-unfollowed", "few"),
        "self-evaluation": ("modest", "hopeful", "candid"),
    },
    "plans": _POOR | {"recommendations": ("on-paper", "stuck"), "leadership": ("answered-and-forgotten", "today")},
    "still": _POOR | {"self-evaluation": ("hopeful", "vague", "modest", "good-news", "candid")},
    "burst": _POOR | {
        "case-reviews": ("for-the-visit", "few"),
        "recommendations": ("for-the-visit",),
        "leadership": ("for-the-visit",),
        "improvement-log": ("as-it-is", "same-lesson"),
    },
    "decline": _POOR | {"self-evaluation": ("good-news", "silent-on-losses", "candid", "hopeful")},
    "busy-decline": _POOR | {
        "improvement-log": ("unpredicted", "same-lesson", "never-given-up", "from-one-desk", "unquestioned"),
        "participation": ("heard-later", "counted"),
        "case-reviews": ("systems", "training", "procedures", "systems-unfollowed"),
        "voice": ("collected", "families-first"),
        "self-evaluation": ("candid", "silent-on-losses", "good-news"),
    },
    "deadline-first": _POOR | {
        "register": ("whole",),
        "case-reviews": ("procedures", "training", "systems-unfollowed"),
        "recommendations": ("from-above", "weak"),
        "voice": ("collected", "families-first"),
    },
    "processes-first": _POOR | {
        "register": ("whole", "sorts-unstated"),
        "improvement-log": ("from-one-desk", "unquestioned", "unpredicted"),
        "recommendations": ("from-above", "weak", "unlooked"),
        "leadership": ("improving", "hands-on"),
        "partnership": ("kept", "alone"),
    },
}  # fmt: skip


def chosen(conduct: str, seed: str) -> dict[str, str]:
    """The way of each kind that an authority of a conduct goes. Raises KeyError for a conduct that is none."""
    return {kind: stream(seed, "way", kind).choice(WAYS[conduct][kind]) for kind in KINDS}
