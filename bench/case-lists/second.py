"""A second generator of case lists, by columns and day by day, that shares nothing with `inspector simulate --case-lists`.

Nothing here was looked at while the probes were tuned: it is for reporting on.
"""

from datetime import date, timedelta

import numpy as np

S, D = "datetime64[D]", "timedelta64[D]"
A_START, A_END = "continuous_assessment_start_date", "continuous_assessment_date_of_authorisation"
E_START, E_HELD = (
    "strategy_discussion_initiating_section_47_enquiry_start_date",
    "date_of_initial_child_protection_conference",
)
E_LED = "did_the_initial_child_protection_conference_result_in_a_child_protection_plan"
BACK = 182


def easter(y):
    """Gauss's rule, as he corrected it."""
    a, k = y % 19, y // 100
    m = (15 - (13 + 8 * k) // 25 + k - k // 4) % 30
    d = (19 * a + m) % 30
    e = (2 * (y % 4) + 4 * (y % 7) + 6 * d + (4 + k - k // 4) % 7) % 7
    day = 22 + d + e
    if (d == 29 and e == 6) or (d == 28 and e == 6 and (11 * m + 11) % 30 < 19):
        day -= 7
    return date(y, 3, 1) + timedelta(days=day - 1)


def holidays(y):
    def monday(m, d):
        one = date(y, m, d)
        return one + timedelta(days=(7 - one.weekday()) % 7)

    may, aug = monday(5, 1), monday(8, 25)
    spring = monday(5, 25)
    found = {may, aug, spring, easter(y) - timedelta(days=2), easter(y) + timedelta(days=1)}
    new_year = date(y, 1, 1)
    found.add(new_year if new_year.weekday() < 5 else monday(1, 1))
    for one in (date(y, 12, 25), date(y, 12, 26)):
        while one.weekday() > 4 or one in found:
            one += timedelta(days=1)
        found.add(one)
    if y == 2022:
        found = found - {spring} | {date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)}
    if y == 2023:
        found.add(date(2023, 5, 8))
    return found


FREE = np.array(sorted(day for y in range(2015, 2032) for day in holidays(y)), dtype=S)


def ahead(day, n):
    """Working days ahead (0: this day or the next working day)."""
    return np.busday_offset(day.astype(S), n, roll="backward" if np.ndim(n) else "forward", holidays=FREE)


def lasting(a, b):
    return np.busday_count(a + np.timedelta64(1, "D"), b + np.timedelta64(1, "D"), holidays=FREE)


class Second:
    """An authority: `columns[n]` are the columns of list n as arrays, `truth` where things were done."""

    def __init__(self, seed, rows):
        self.rng = np.random.default_rng([seed, 77])
        rng = self.rng
        self.rows = rows
        self.day = ahead(np.array([date(2021, 6, 1) + timedelta(days=int(rng.integers(0, 1700)))], dtype=S), 0)[0]
        self.first = self.day - np.timedelta64(BACK, "D")
        self.columns, self.truth = {}, {}
        self.number = 100_000
        self.push = rng.uniform(0.15, 0.45)
        self._teams()
        self._come_in()
        self._long_known()
        self._rest()
        self._mess()

    def _teams(self):
        rng, scale = self.rng, max(1.0, (self.rows / 8000) ** 0.5)
        self.crew = {}
        for room, base in (
            ("MASH", 2),
            ("Referral and assessment", 4),
            ("Safeguarding", 5),
            ("Permanence", 4),
            ("16 plus", 3),
        ):
            k = max(2, round(base * scale))
            names = [f"{room} {chr(65 + i)}" for i in range(k)]
            self.crew[room] = (
                names,
                rng.dirichlet(np.full(k, 12.0)),
                rng.normal(0, 0.08, k),
                np.clip(rng.beta(16, 4, k), 0.45, 0.97),
            )

    def _ids(self, k):
        self.number += k
        return np.array([f"P{self.number - k + i}" for i in range(k)], dtype=object)

    def _persons(self, k):
        """People with homes: a third of them have a brother or sister next to them in the list."""
        rng = self.rng
        home = np.cumsum(rng.random(k) > 0.38)
        who = self._ids(k)
        age = rng.beta(1.3, 1.5, k) * 17.5 * 365.25
        born = (self.day - age.astype(np.int64).astype(D)).astype(S)
        same = np.r_[False, (home[1:] == home[:-1]) & (rng.random(k - 1) < 0.03)]
        born = np.where(same, np.roll(born, 1), born)
        sex = np.where(rng.random(k) < 0.52, "a) Male", "b) Female").astype(object)
        eth = rng.choice(
            np.array(["a) WBRI", "k) APKN", "o) BAFR", "i) MOTH", "d) WOTH"], dtype=object),
            k,
            p=[0.62, 0.12, 0.1, 0.08, 0.08],
        )
        eth = np.array([eth[i - 1] if i and home[i] == home[i - 1] else eth[i] for i in range(k)], dtype=object)
        return {"who": who, "home": home, "born": born, "sex": sex, "eth": eth}

    def _base(self, p, take):
        return {
            "child_unique_id": p["who"][take],
            "gender": p["sex"][take],
            "ethnicity": p["eth"][take],
            "date_of_birth": p["born"][take],
            "age_of_child_years": np.floor((self.day - p["born"][take]).astype(float) / 365.25),
        }

    def _team(self, room, home):
        """A team and a worker for each home: brothers and sisters have the same."""
        rng = self.rng
        names, weight, _slow, _seen = self.crew[room]
        top = int(home.max()) + 1 if len(home) else 1
        pick = rng.choice(len(names), top, p=weight)
        worker = rng.integers(1, 8, top)
        team = np.array(names, dtype=object)[pick[home]]
        return (
            team,
            np.array(
                [f"{room[:3]}{names[a][-1]}{w}" for a, w in zip(pick[home], worker[home], strict=True)], dtype=object
            ),
            pick[home],
        )

    def _arrivals(self, k, span):
        """Days on which things come in: fewer at weekends, in school holidays and at Christmas."""
        days = self.day - np.arange(span).astype(D)
        weight = np.where(np.is_busday(days, holidays=FREE), 1.0, 0.12)
        month, dom = days.astype("datetime64[M]").astype(int) % 12, (days - days.astype("datetime64[M]")).astype(int)
        weight = weight * np.where(month == 7, 0.62, 1.0) * np.where((month == 11) & (dom > 20), 0.5, 1.0)
        weight = weight * self.rng.gamma(12, 1 / 12, span)
        return self.rng.choice(days, k, p=weight / weight.sum())

    def _come_in(self):
        rng = self.rng
        n1 = int(self.rows * 0.4 * 1.6)
        p = self.p = self._persons(int(n1 * 0.8))
        homes = int(p["home"].max()) + 1
        starts = np.searchsorted(p["home"], np.arange(homes + 1))
        events = int(n1 / len(p["who"]) * homes * 1.05)
        home = rng.choice(homes, events, p=(w := rng.gamma(0.9, 1, homes)) / w.sum())
        came = np.sort(self._arrivals(events, int(BACK * 1.6)))
        take = np.concatenate([np.arange(starts[h], starts[h + 1]) for h in home])
        of = np.repeat(np.arange(events), np.diff(starts)[home])
        day = came[of]
        shown = day > self.first
        source = rng.choice(
            np.array(["q) 6: Police", "e) 2A: Schools", "g) 3A: Health services", "b) 1B: Individual"], dtype=object),
            events,
        )
        self.columns[1] = {
            **self._base(p, take[shown]),
            "date_of_contact": day[shown],
            "contact_source": source[of[shown]],
        }
        self._refer(p, take, of, day, rng.random(events) < 0.3, source)
        helped = (rng.random(events) < 0.1)[of] & shown
        start = ahead(day[helped], rng.integers(2, 25, int(helped.sum())))
        end = start + rng.gamma(2.5, 30, len(start)).astype(np.int64).astype(D)
        here = start <= self.day
        self.columns[2] = {
            **self._base(p, take[helped][here]),
            "assessment_start_date": start[here],
            "assessment_completion_date": np.where(end <= self.day, end, np.datetime64("NaT"))[here],
            "organisation_completing_assessment": np.full(int(here.sum()), "Children's centre", dtype=object),
        }

    def _refer(self, p, take, of, day, referred, source):
        rng = self.rng
        yes = referred[of]
        take, of, day = take[yes], of[yes], day[yes]
        lag = rng.choice(3, len(referred), p=[0.8, 0.15, 0.05])[of]
        on = ahead(day, lag)
        ok = on <= self.day
        take, of, on = take[ok], of[ok], on[ok]
        team, worker, pick = self._team("Referral and assessment", of)
        earlier = self._before(p["who"][take], on)
        history = rng.negative_binomial(0.5, 0.72, len(p["who"]))
        count = earlier + np.where(rng.random(len(take)) < 0.75, history[take], 0)
        nfa = (rng.random(len(referred)) < 0.1)[of]
        shown = on > self.first
        self.columns[3] = {
            **self._base(p, take[shown]),
            "date_of_referral": on[shown],
            "referral_source": source[of[shown]],
            "referral_nfa": np.where(nfa[shown], "a) Yes", "b) No").astype(object),
            "number_of_referrals_in_last_12_months": count[shown].astype(float),
            "allocated_team": team[shown],
            "allocated_worker": worker[shown],
        }
        go = ~nfa
        self._assess(p, take[go], of[go], on[go], team[go], worker[go], pick[go])

    def _before(self, who, on):
        """How many earlier days of the same person lie in the year before."""
        seen, found = {}, np.zeros(len(who), dtype=int)
        for i in np.argsort(on, kind="stable"):
            past = seen.setdefault(who[i], set())
            found[i] = sum(0 < int((on[i] - d).astype(int)) <= 365 for d in past)
            past.add(on[i])
        return found

    def _assess(self, p, take, of, on, team, worker, pick):
        rng = self.rng
        events = int(of.max()) + 1
        wait = np.where(rng.random(events) < 0.86, rng.integers(0, 2, events), rng.geometric(0.22, events))[of]
        start = ahead(on, wait)
        # A tenth are of children known for long: nobody referred them.
        more = int(0.12 * len(take))
        k = self._persons(more)
        again = self._arrivals(int(k["home"].max()) + 1, int(BACK * 1.5))[k["home"]]
        t2, w2, p2 = self._team("Referral and assessment", k["home"])
        whole = {key: np.concatenate([p[key][take], k[key]]) for key in ("who", "born", "sex", "eth")}
        group = np.concatenate([of, k["home"] + events])
        start = np.concatenate([start, again])
        team, worker, pick = np.concatenate([team, t2]), np.concatenate([worker, w2]), np.concatenate([pick, p2])
        pick_of = np.zeros(int(group.max()) + 1, dtype=int)
        pick_of[group] = pick
        length = self._lengths(pick_of)
        mine = np.where(rng.random(len(group)) < 0.7, length[group], self._lengths(pick))
        end = ahead(start, mine)
        known = (start <= self.day) & ((end > self.day) | (end > self.first))
        done = np.where(end <= self.day, end, np.datetime64("NaT"))
        support = rng.random(int(group.max()) + 1)[group] < 0.42
        base = self._base(whole, known)
        isdone = ~np.isnat(done[known])
        self.columns[4] = {
            **base,
            A_START: start[known],
            A_END: done[known],
            "child_seen_during_continuous_assessment": rng.choice(
                np.array(["a) Yes", "b) No", "c) Unknown"], dtype=object), int(known.sum()), p=[0.955, 0.035, 0.01]
            ),
            "was_the_child_assessed_as_requiring_la_childrens_social_care_support": np.where(
                isdone, np.where(support[known], "a) Yes", "b) No"), None
            ),
            "allocated_team": team[known],
            "allocated_worker": worker[known],
        }
        self._assessed = (whole, group, start, end, done, known, support, team, worker)
        self._enquire(whole, group, start, team, worker)

    def _lengths(self, pick):
        """Working days: two gammas, and a push to sign off before the limit that some teams make more of."""
        rng, slow = self.rng, self.crew["Referral and assessment"][2]
        n = len(pick)
        quick = rng.gamma(3.0, 5.5, n) + 3
        usual = rng.gamma(9.0, 3.9, n) * np.exp(slow[pick])
        days = np.where(rng.random(n) < 0.3, quick, usual)
        push = (rng.random(n) < self.push) & (days > 25) & (days < 60)
        return np.maximum(1, np.round(np.where(push, rng.normal(38.5, 5.5, n), days))).astype(int)

    def _enquire(self, p, group, start, team, worker):
        rng = self.rng
        top = int(group.max()) + 1
        chosen = (rng.random(top) < 0.26)[group]
        at = ahead(start, rng.integers(0, 9, top)[group])
        ok = chosen & (at <= self.day) & (at > self.first)
        meets = (rng.random(top) < 0.45)[group]
        # Conferences sit on two days of the week; most are found a place within three weeks.
        want = np.maximum(
            3, np.round(rng.normal(11.2, 3.0, top) + (rng.random(top) < 0.07) * rng.gamma(2, 3, top))
        ).astype(int)
        held = ahead(at, want[group])
        weekday = (held.astype(np.int64) + 3) % 7
        shift = np.where(
            (rng.random(top) < 0.6)[group], np.select([weekday == 0, weekday == 2, weekday == 4], [1, 1, -1], 0), 0
        )
        held = held + shift.astype(D)
        known = ok & meets & (held <= self.day)
        led = (rng.random(top) < 0.86)[group]
        who, n = p["who"], int(ok.sum())
        before = self._before(who[ok], at[ok])
        self.columns[5] = {
            **self._base(p, ok),
            E_START: at[ok],
            "was_an_initial_child_protection_conference_deemed_unnecessary": np.where(
                meets[ok], "b) No", "a) Yes"
            ).astype(object),
            E_HELD: np.where(known, held, np.datetime64("NaT"))[ok],
            E_LED: np.where(known[ok], np.where(led[ok], "a) Yes", "b) No"), None),
            "number_of_section_47_enquiries_in_the_last_12_months": (before + rng.poisson(0.1, n)).astype(float),
            "allocated_team": team[ok],
            "allocated_worker": worker[ok],
        }
        go = known & led
        self._to_plan = (p, np.flatnonzero(go), held[go], group[go])

    def _closing(self, k):
        """Days of closing: by the week, with much before a holiday and at the end of a month, in workers' batches."""
        rng = self.rng
        days = self.first + np.arange(1, BACK + 1).astype(D)
        work = np.is_busday(days, holidays=FREE)
        week = rng.gamma(9, 1 / 9, BACK // 7 + 2)[np.arange(BACK) // 7]
        dom = (days - days.astype("datetime64[M]")).astype(int)
        weight = np.where(work, 1.0, 0.01) * week * np.where(dom > 26, 1.5, 1.0)
        weight = weight * rng.gamma(3.0, 1 / 3, BACK)
        weight = weight / weight.sum()
        batch = np.cumsum(rng.random(k) < 0.55)
        return rng.choice(days, int(batch.max()) + 1, p=weight)[batch] if k else np.array([], dtype=S)

    def _last_seen(self, k, until, every, home=None):
        """Visits come every so many days, rarely late; workers see several children in one day, homes together."""
        rng = self.rng
        top = k if home is None else int(home.max()) + 1
        back = np.where(rng.random(top) < 0.93, rng.uniform(0, every, top), rng.gamma(2, every, top)).astype(np.int64)
        back = (
            back
            if home is None
            else np.where(rng.random(k) < 0.85, back[home], rng.uniform(0, every, k).astype(np.int64))
        )
        day = until - back.astype(D)
        day = np.where(rng.random(k) < 0.96, np.busday_offset(day.astype(S), 0, roll="backward", holidays=FREE), day)
        return np.where(rng.random(k) < 0.015, np.datetime64("NaT"), day).astype(S)

    def _long_known(self):
        rng, day = self.rng, self.day
        self.need = {}
        self._care_list(int(self.rows * 0.036))
        self._plan_list(int(self.rows * 0.028))
        whole, _group, start, _end, done, known, support, team, worker = self._assessed
        for i in np.flatnonzero(known):
            who = whole["who"][i]
            if who in self.need:
                continue
            if np.isnat(done[i]):
                self.need[who] = (
                    whole["born"][i],
                    whole["sex"][i],
                    start[i],
                    None,
                    "d) Open assessment",
                    team[i],
                    worker[i],
                )
            elif support[i]:
                self.need[who] = (
                    whole["born"][i],
                    whole["sex"][i],
                    start[i],
                    None,
                    "c) Child in need plan",
                    team[i],
                    worker[i],
                )
            else:
                gone = ahead(np.array([done[i]]), rng.integers(0, 7, 1))[0]
                out = gone if gone <= day else None
                self.need[who] = (
                    whole["born"][i],
                    whole["sex"][i],
                    start[i],
                    out,
                    "e) Closed episode" if out is not None else "c) Child in need plan",
                    team[i],
                    worker[i],
                )
        k = max(100, int(self.rows * 0.2) - len(self.need))
        p = self._persons(k)
        team, worker, _ = self._team("Safeguarding", p["home"])
        begun = day - (60 + rng.gamma(2, 140, int(p["home"].max()) + 1)).astype(np.int64).astype(D)
        shut = rng.random(k) < 0.35
        ends = self._closing(k)
        for i in range(k):
            out = ends[i] if shut[i] else None
            self.need[p["who"][i]] = (
                p["born"][i],
                p["sex"][i],
                begun[p["home"][i]],
                out,
                "e) Closed episode" if shut[i] else "c) Child in need plan",
                team[i],
                worker[i],
            )
        rows = list(self.need.items())
        n = len(rows)
        nat = np.datetime64("NaT")
        close = np.array([nat if r[1][3] is None else r[1][3] for r in rows], dtype=S)
        until = np.where(np.isnat(close), day, close)
        self.columns[6] = {
            "child_unique_id": np.array([r[0] for r in rows], dtype=object),
            "gender": np.array([r[1][1] for r in rows], dtype=object),
            "ethnicity": np.full(n, "a) WBRI", dtype=object),
            "date_of_birth": np.array([r[1][0] for r in rows], dtype=S),
            "cin_start_date": np.array([r[1][2] for r in rows], dtype=S),
            "primary_need_code": np.full(n, "N1 - Abuse or neglect", dtype=object),
            "date_child_was_last_seen": self._last_seen(n, until.astype(S), 40),
            "cin_closure_date": close,
            "reason_for_closure": np.array(
                [
                    None
                    if np.isnat(c)
                    else "RC7 - Services ceased for any other reason, including child no longer in need"
                    for c in close
                ],
                dtype=object,
            ),
            "case_status": np.array([r[1][4] for r in rows], dtype=object),
            "allocated_team": np.array([r[1][5] for r in rows], dtype=object),
            "allocated_worker": np.array([r[1][6] for r in rows], dtype=object),
        }

    def _plan_list(self, k):
        rng, day = self.rng, self.day
        p, at, held, group = self._to_plan
        old = self._persons(k)
        begun = day - (30 + rng.gamma(1.6, 110, int(old["home"].max()) + 1)).astype(np.int64).astype(D)
        begun = np.busday_offset(begun.astype(S), 0, roll="forward", holidays=FREE)
        _, groups = np.unique(group, return_inverse=True)
        who = np.concatenate([p["who"][at], old["who"]])
        born, sex = np.concatenate([p["born"][at], old["born"]]), np.concatenate([p["sex"][at], old["sex"]])
        home = np.concatenate([groups, old["home"] + groups.max(initial=0) + 1])
        start = np.concatenate([held, begun[old["home"]]])
        first = np.sort(np.unique(who, return_index=True)[1])
        first = np.array([i for i in first if who[i] not in self.need], dtype=int)
        who, born, sex, home, start = who[first], born[first], sex[first], home[first], start[first]
        n = len(who)
        team, worker, pick = self._team("Safeguarding", home)
        ends = self._closing(int(home.max()) + 1)[home]
        shut = (rng.random(int(home.max()) + 1) < 0.33)[home] & (home > groups.max(initial=0))
        long = (60 + rng.gamma(2, 100, int(home.max()) + 1)).astype(np.int64).astype(D)[home]
        begun = np.busday_offset((ends - long).astype(S), 0, roll="backward", holidays=FREE)
        start = np.where(shut, begun, start)
        end = np.where(shut, ends, np.datetime64("NaT"))
        until = np.where(shut, ends, day).astype(S)
        seen = self.crew["Safeguarding"][3][pick]
        young = (day - born).astype(int) < 700
        alone = np.where(rng.random(n) < seen - 0.25 * young, "a) Yes", "b) No").astype(object)
        alone[rng.random(n) < 0.02] = "c) Unknown"
        visit = np.maximum(self._last_seen(n, until, 14, home), start)
        review = np.busday_offset(
            (until - rng.integers(3, 160, int(home.max()) + 1)[home].astype(D)).astype(S),
            0,
            roll="backward",
            holidays=FREE,
        )
        self.columns[7] = {
            "child_unique_id": who,
            "gender": sex,
            "date_of_birth": born,
            "child_protection_plan_start_date": start.astype(S),
            "date_of_the_last_statutory_visit": visit.astype(S),
            "was_the_child_seen_alone": alone,
            "date_of_latest_review_conference": np.where(review > start, review, np.datetime64("NaT")).astype(S),
            "child_protection_plan_end_date": end.astype(S),
            "number_of_previous_child_protection_plans": rng.negative_binomial(0.6, 0.7, n).astype(float),
            "allocated_team": team,
            "allocated_worker": worker,
        }
        for i in range(n):
            status = "c) Child in need plan" if shut[i] else "b) Child Protection plan"
            self.need[who[i]] = (
                born[i],
                sex[i],
                start[i] - np.timedelta64(int(rng.integers(10, 70)), "D"),
                None,
                status,
                team[i],
                worker[i],
            )

    def _care_list(self, k):
        rng, day = self.rng, self.day
        p = self._persons(k)
        home = p["home"]
        team, worker, _ = self._team("Permanence", home)
        top = int(home.max()) + 1
        start = day - (5 + rng.gamma(1.1, 700, top)).astype(np.int64).astype(D)
        start = np.busday_offset(start.astype(S), 0, roll="forward", holidays=FREE)[home]
        shut = (rng.random(top) < 0.16)[home]
        ends = self._closing(top)[home]
        shut &= ends > start
        end = np.where(shut, ends, np.datetime64("NaT")).astype(S)
        until = np.where(shut, ends, day).astype(S)
        places = 1 + rng.negative_binomial(rng.uniform(0.45, 0.9), 0.62, k)
        away = rng.negative_binomial(0.12, 0.12, k)
        offered = np.where(away > 0, np.where(rng.random(k) < 0.84, "a) Yes", "b) No"), None)
        self.columns[8] = {
            **self._base(p, np.arange(k)),
            "date_started_to_be_looked_after": start,
            "date_ceased_to_be_looked_after": end,
            "date_of_last_social_work_visit": np.maximum(self._last_seen(k, until, 42, home), start),
            "date_of_latest_statutory_review": np.maximum(self._last_seen(k, until, 170, home), start),
            "date_of_last_iro_visit_contact_to_the_child": np.maximum(self._last_seen(k, until, 100, home), start),
            "date_of_last_health_assessment": np.maximum(self._last_seen(k, until, 330), start),
            "number_of_placements_in_the_last_12_months": places.astype(float),
            "number_of_episodes_the_child_has_been_missing_from_their_placement_in_the_last_12_months": away.astype(
                float
            ),
            "was_the_child_offered_a_return_interview_after_their_last_missing_episode_y_n": offered.astype(object),
            "allocated_team": team,
            "allocated_worker": worker,
        }
        for i in range(k):
            out = ends[i] if shut[i] else None
            self.need[p["who"][i]] = (
                p["born"][i],
                p["sex"][i],
                start[i] - np.timedelta64(20, "D"),
                out,
                "e) Closed episode" if shut[i] else "a) Looked after child",
                team[i],
                worker[i],
            )

    def _rest(self):
        rng, day = self.rng, self.day
        k = max(30, int(self.rows * 0.02))
        p = self._persons(k)
        team, worker, _ = self._team("16 plus", p["home"])
        touch = rng.choice(np.array(["a) Yes", "b) No", "d) Refu"], dtype=object), k, p=[0.93, 0.05, 0.02])
        self.columns[9] = {
            **self._base(p, np.arange(k)),
            "la_in_touch": touch,
            "eligibility_category": np.full(k, "b) Former relevant child", dtype=object),
            "latest_date_of_contact": self._last_seen(k, np.full(k, day), 50),
            "allocated_team": team,
            "allocated_worker": worker,
        }
        m = max(50, int(self.rows * 0.008))
        one = np.busday_offset((day - rng.integers(30, 650, m).astype(D)).astype(S), 0, roll="backward", holidays=FREE)
        steps = [one]
        for mean in (20, 60, 12, 110, 140, 25):
            steps.append(ahead(steps[-1], rng.poisson(mean, m) // 2 + 1))
        steps = [np.where(s <= day, s, np.datetime64("NaT")).astype(S) for s in steps]
        couple = np.repeat(np.arange(m), 1 + (rng.random(m) < 0.85))
        names = [
            "date_enquiry_received",
            "date_stage_1_started",
            "date_stage_1_ended",
            "date_stage_2_started",
            "date_stage_2_ended",
            "date_adopter_matched_with_child_ren",
            "date_child_children_placed_with_adopter_s",
        ]
        family = np.array([f"FAM{i}" for i in range(m)], dtype=object)
        family[rng.random(m) < 0.1] = None
        n = len(couple)
        order = np.arange(n)
        self.columns[11] = {
            "individual_adopter_identifier": np.array([f"A{i}" for i in range(n)], dtype=object),
            "family_identifier": family[couple],
            "gender": np.where(rng.random(n) < 0.2, "a) Male", np.where(order % 2, "a) Male", "b) Female")).astype(
                object
            ),
            "ethnicity": np.full(n, "a) WBRI", dtype=object),
            "disability": np.full(n, "b) No", dtype=object),
            **{name: step[couple] for name, step in zip(names, steps, strict=True)},
        }

    def _mess(self):
        """Cells left empty, a count behind by one, children on one list only: about one in a hundred."""
        rng = self.rng
        count = self.columns[3]["number_of_referrals_in_last_12_months"]
        slip = (rng.random(len(count)) < 0.015) & (count > 0)
        count[slip] -= 1
        count[rng.random(len(count)) < 0.01] = np.nan
        for n, share in ((7, rng.uniform(0, 0.012)), (8, rng.uniform(0, 0.012)), (6, rng.uniform(0, 0.006))):
            self._drop(n, rng.random(len(self.columns[n]["child_unique_id"])) < share)

    def _drop(self, n, gone):
        self.columns[n] = {key: column[~gone] for key, column in self.columns[n].items()}


def evidence(book):
    """The book as the probes see it."""
    from inspector.model.case_lists import CaseList
    from inspector.model.evidence import Evidence

    lists = [
        CaseList(f"list-{n}", f"list-{n}.csv", np.arange(2, 2 + len(next(iter(c.values())))), c)
        for n, c in sorted(book.columns.items())
    ]
    day = book.day.item()
    return Evidence(
        authority="Second",
        invented=True,
        digest="0" * 64,
        period_start=day - timedelta(days=BACK),
        period_end=day,
        submitted_at=day,
        notified_on=day - timedelta(days=9),
        case_lists=tuple(lists),
    )
