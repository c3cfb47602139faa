"""Seeds that somebody could have known before: too few, a pattern, used before, or out of what the authority has in its hands."""

import math
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import md5, sha1, sha256, sha512

from inspector.model.months import MONTHS
from inspector.model.visits import Round, VisitPlan
from inspector.proof.seeds import LEAST, LEAST_BITS, Seed, bare, how_much, read

LEAST_PART = 8
"""So many characters of a hash, or of an earlier seed, are a part of it: by chance one of a million million texts has them."""
LEAST_HASH = 32
"""No hash in use has fewer characters; shorter texts are words and days, which may stand in a seed."""
LONGEST_NUMBER = 512
"""Bytes of what is made a number: more than of any hash."""
COMMON = ("inspector", "inspection", "ofsted", "visit", "fieldwork", "seed", "random", "plan", "round", "draw", "guarantee",
          "framework", "bundle")  # fmt: skip


def why_not(
    seed: Seed, plan: VisitPlan, rounds: Sequence[Round], others: Iterable[str] = (), today: date | None = None
) -> str:
    """In words why a seed is not one that nobody could know; empty where it may be one.

    `others` are seeds of other visits, `today` the day on which it is drawn.
    """
    return (
        _used(seed, [(f"round {one.number}", one.seed) for one in rounds])
        or _used(seed, [("another visit", text) for text in others])
        or _follows(seed, known(plan, rounds))
        or _too_early(seed, plan, today)
        or _pattern(seed)
        or _too_few(seed, plan)
    )


def known(plan: VisitPlan, rounds: Sequence[Round] = ()) -> Mapping[str, str]:
    """The hashes that are known before a seed is drawn, with what each is of."""
    named = {
        "the bundle's digest": plan.bundle_digest,
        "the bundle's root": plan.bundle_root or "",
        "the framework's digest": plan.framework_digest,
        "the plan's seal": plan.seal,
        "the frame's hash": plan.frame_hash,
        "the plan's salt": plan.salt,
        **{f"the hash of {name}": hash_ for name, hash_ in plan.resources},
        **{repr(word): word for word in _facts(plan) if bare(word)},
        **{f"the seal of round {one.number}": one.seal for one in rounds},
    }
    return {what: hash_ for what, hash_ in named.items() if hash_}


def _used(seed: Seed, before: Iterable[tuple[str, str]]) -> str:
    mine = seed.bare
    for where, text in before:
        old = bare(text)
        if mine in (old, old[::-1]):
            return f"it was used before, in {where}: every round needs a fresh one"
        if len(mine) >= LEAST_PART and mine in old:
            return f"it is a part of the seed of {where}: every round needs a fresh one"
        # What is new in it has to be enough by itself.
        if len(old) >= LEAST_PART and old in mine and _worth(seed, mine.replace(old, "")) < LEAST_BITS:
            return f"it is the seed of {where} with little added: every round needs a fresh one"
    return ""


def _worth(seed: Seed, left: str) -> float:
    """The surprise of what is left of a seed: of a text by what it is, else the part of it that so many characters have."""
    if seed.origin == "given":
        return read(left).bits if left else 0.0
    return seed.bits * len(left) / max(1, len(seed.bare))


def _follows(seed: Seed, hashes: Mapping[str, str]) -> str:
    mine = seed.bare
    for what, text in hashes.items():
        for form in _forms(text):
            if form.startswith(mine) or (len(mine) >= LEAST_PART and (mine in form or mine[::-1] in form)):
                return f"it follows from {what}, which was known before"
            if len(form) >= LEAST_HASH and _worth(seed, _left(mine, form)) < LEAST_BITS <= seed.bits:
                return f"it follows from {what}, which was known before"
    return ""


def _left(text: str, form: str) -> str:
    """A text without what it has in common with a hash, in parts that are long enough to be no chance."""
    common = {
        at + more
        for at in range(len(text) - LEAST_PART + 1)
        if text[at : at + LEAST_PART] in form
        for more in range(LEAST_PART)
    }
    return "".join(sign for at, sign in enumerate(text) if at not in common)


def _forms(text: str) -> Iterator[str]:
    """A hash in the spellings in which it, or a hash of it, could be put into a seed."""
    plain = text.removeprefix("sha256:")
    yield bare(text)
    try:
        raw = bytes.fromhex(plain)
    except ValueError:
        raw = plain.encode("utf-8", "surrogatepass")
    # Of a long name nobody makes a number, and Python no text of one so long.
    yield str(int.from_bytes(raw[:LONGEST_NUMBER], "big"))
    yield from (bare(code(raw).decode()) for code in (b64encode, urlsafe_b64encode))
    spelt = dict.fromkeys((plain, text, f"{text}\n", plain.casefold(), plain.upper()))
    for given in (raw, *(one.encode("utf-8", "surrogatepass") for one in spelt)):
        for make in (sha256, sha512, sha1, md5):
            yield make(given, usedforsecurity=False).hexdigest()


def _too_early(seed: Seed, plan: VisitPlan, today: date | None) -> str:
    if seed.day is None:
        return ""
    if plan.planned_on and seed.day.isoformat() < plan.planned_on:
        return f"it was drawn on {seed.day}, and the plan was sealed on {plan.planned_on}: it could be known by then"
    if today is not None and seed.day > today:
        return f"it is said to be drawn on {seed.day}, which is still to come"
    return ""


def _pattern(seed: Seed) -> str:
    shown: Sequence[object] = seed.numbers or seed.bare
    many = len(shown)
    for every in range(1, many // 3 + 1):
        if all(shown[at] == shown[at % every] for at in range(many)):
            return "it repeats itself, as no draw does"
    cycle = {"dice": 6, "given": 10}.get(seed.origin, 1_000_000)
    steps = {(two - one) % cycle for one, two in zip(seed.numbers, seed.numbers[1:], strict=False)}
    if len(seed.numbers) > 3 and len(steps) == 1:
        return "its numbers go up or down by the same step, as no draw does"
    return ""


def _too_few(seed: Seed, plan: VisitPlan) -> str:
    if seed.origin == "given":
        left = _without(seed.bare, _words(plan))
        bits = read(left).bits if left else 0.0
        if seed.bits >= LEAST_BITS > bits:
            return "it is made of words and days that everybody knows (the authority, the period, the framework)"
        if _is_day(seed.text):
            return "it is a day, which everybody knows"
    throws = math.ceil(LEAST_BITS / math.log2(6))
    if seed.bits < LEAST_BITS:
        least = f"at least {LEAST:,}, as {throws} throws of a die are"
        return f"it is {how_much(seed.bits)}, and for a guarantee it has to be one of {least}"
    return ""


def _facts(plan: VisitPlan) -> tuple[str, ...]:
    return (plan.authority, plan.framework_id, plan.verdict, plan.period_start, plan.period_end, plan.planned_on)


def _words(plan: VisitPlan) -> list[str]:
    """What everybody knows of a visit, longest first: its words, the years and months around it."""
    years = range(1990, 2100)
    told = [
        *_facts(plan), plan.framework_version, plan.engine,
        *re.split(r"\W+", plan.authority), *plan.framework_id.split("-"),
        *MONTHS, *(name[:3] for name in MONTHS), *map(str, years), *COMMON, *(name for name, _ in plan.resources),
    ]  # fmt: skip
    return sorted({bare(one) for one in told} - {""}, key=lambda one: (-len(one), one))


def _without(text: str, words: Iterable[str]) -> str:
    for word in words:
        if len(word) > 2:
            text = text.replace(word, "")
    return text


def _is_day(text: str) -> bool:
    from inspector.values.dates import Dates
    from inspector.values.period_forms import readings

    return bool(Dates.of([text]).read(text) or readings(text))
