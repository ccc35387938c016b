#!/usr/bin/env python3
"""Independent transcription of method 1, used only by tests.

Written from the method page alone, formula by formula, so that it can be laid beside the service:
explicit sums, nothing incremental unless the page defines it so, decimals at 50 digits, standard
library only. Section numbers (§) are the page's. It checks nothing about legality beyond what it
needs: it is for legal cases.

    appraise(case)                      -> expected, in the answer's own shape and names
    python3 method1.py run FILE         prints the expected answer of one case
    python3 method1.py check PATH...    compares with the expected answers in a directory of
                                        {"case", "expected"} files, or in .jsonl / .jsonl.gz files
"""
import argparse
import gzip
import json
import os
import sys
from decimal import Decimal, ROUND_FLOOR, ROUND_HALF_UP, getcontext

getcontext().prec = 50
getcontext().Emax = 10 ** 9
getcontext().Emin = -10 ** 9

ZERO, ONE = Decimal(0), Decimal(1)
FISCAL_RUNGS = ["partners", "unplanned", "fixed", "notYetReleased", "backfilled", "absorbed", "cashable"]
ALL_RUNGS = FISCAL_RUNGS + ["economic", "social"]
POSITION = ["budget", "doNothing", "withPackage", "gap"]


# ---------------------------------------------------------------- conventions

def num(value):
    """A quantity: decimal string, JSON number, or a Range, whose central value is the point answer (§9)."""
    if isinstance(value, dict):
        if "central" not in value:
            raise ValueError("only Range objects are read here: %r" % value)
        value = value["central"]
    if isinstance(value, float):
        value = repr(value)
    return Decimal(value)


def pos(x):
    return x if x > 0 else ZERO


def div(a, b):
    return ZERO if b == 0 else a / b


def floor(x):
    return (x + Decimal("1e-9")).to_integral_value(rounding=ROUND_FLOOR)


def half_away(x, places):
    q = x.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return abs(q) if q == 0 else q          # never "-0.00"


def round2(x):
    """To 10 places, then to pence, both half away from zero."""
    return half_away(half_away(x, 10), 2)


def month_number(text):
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def month_text(n):
    return "%04d-%02d" % (n // 12, n % 12 + 1)


def fy_of_month(n):
    """The calendar year in which the financial year of an absolute month number begins."""
    return (n - 3) // 12


def fy_number(text):
    return int(text[:4])


def fy_text(y):
    return "%d-%02d" % (y, (y + 1) % 100)


def by_year(values, t):
    """A list by case year, whose last value repeats."""
    return num(values[min(t // 12, len(values) - 1)])


# ---------------------------------------------------------------- §6 prices

class Prices:
    def __init__(self, case):
        prices = case.get("prices", {})
        self.base = (fy_number(prices["baseYear"]) if "baseYear" in prices
                     else fy_of_month(month_number(case["start"])))
        self.weeks = (num(prices["weeksPerYear"]) if "weeksPerYear" in prices
                      else Decimal("365.25") / Decimal(7))
        self.deflators = {fy_number(k): num(v) for k, v in prices.get("deflators", {}).items()}
        inflation = prices.get("inflation", 0)
        if isinstance(inflation, dict) and "central" not in inflation:
            self.rates = {fy_number(k): num(v) for k, v in inflation.items()}
        else:
            self.rates = {self.base: num(inflation)}
        first, last = min(self.rates), max(self.rates)
        if set(self.rates) != set(range(first, last + 1)):
            raise ValueError("a gap in the inflation map")

    def rate(self, y):
        return self.rates[max(min(self.rates), min(max(self.rates), y))]

    def index(self, y):
        """I(y)"""
        product = ONE
        for k in range(self.base + 1, y + 1):
            product *= ONE + self.rate(k)
        for k in range(y + 1, self.base + 1):
            product /= ONE + self.rate(k)
        return product

    def real(self, line, y):
        """Price of one unit of a line in year y, in base-year money with its real growth."""
        price = num(line["amount"])
        if "priceYear" in line:
            p = fy_number(line["priceYear"])
            if p not in self.deflators or self.base not in self.deflators:
                raise ValueError("deflators for %s and %s must be in the case" % (fy_text(p), fy_text(self.base)))
            price = price * self.deflators[self.base] / self.deflators[p]
        price *= ONE + num(line.get("optimismBias", 0))
        return price * (ONE + num(line.get("realGrowth", 0))) ** (y - self.base)

    def cash(self, line, y):
        return self.real(line, y) * self.index(y)

    def per_month(self, per):
        """Units of a demand line's price that one place costs in a month (1 for an entry)."""
        return {"week": self.weeks / 12, "month": ONE, "year": ONE / 12, "entry": ONE}[per]


# ---------------------------------------------------------------- §1 demand

class Demand:
    def __init__(self, d, T):
        self.id = d["id"]
        self.case = d
        self.backfill = num(d.get("backfill", 0))
        if "entriesByYear" in d:
            E = num(d["entriesByYear"][0])
            self.B = [by_year(d["entriesByYear"], t) / 12 for t in range(T)]
        else:
            E = (num(d["entriesPerYear"]) if "entriesPerYear" in d
                 else num(d["population"]) * num(d["entriesPer10000"]) / 10000)
            growth = num(d.get("growth", 0))
            self.B = [E / 12 * (ONE + growth) ** (t // 12) for t in range(T)]
        stay = d["stay"]
        self.fixed = stay["kind"] == "fixed"
        self.L = None if self.fixed else num(stay["meanMonths"])
        self.D = stay["months"] if self.fixed else None
        steady = E / 12 * (Decimal(self.D) if self.fixed else self.L)
        O = num(d["opening"]) if "opening" in d else steady
        # stock if nothing is done
        if self.fixed:
            self.N = [O * pos(Decimal(self.D - 1 - t)) / self.D + self.stay(self.B)[t] for t in range(T)]
        else:
            self.N, last = [], O
            for t in range(T):
                last = last * (ONE - ONE / self.L) + self.B[t]
                self.N.append(last)
        # budgeted stock and entries
        basis = d.get("budget", {}).get("basis", "opening")
        if basis == "opening":
            self.K = [O] * T
            self.Ke = [E / 12] * T
        elif basis == "demand":
            self.K = list(self.N)
            self.Ke = list(self.B)
        else:
            self.K = [by_year(d["budget"]["places"], t) for t in range(T)]
            self.Ke = [E / 12 if O == 0 else E / 12 * k / O for k in self.K]

    def stay(self, flow):
        """The demand's own stay rule applied to a flow of entries, from an empty stock."""
        if self.fixed:
            return [sum((flow[t - k] for k in range(self.D) if t - k >= 0), ZERO) for t in range(len(flow))]
        stock, last = [], ZERO
        for x in flow:
            last = last * (ONE - ONE / self.L) + x
            stock.append(last)
        return stock


# ---------------------------------------------------------------- §2 interventions

def warm_up(spec, j):
    """r at month j of an open window, j = 0 in its first month."""
    curve = spec.get("curve", "linear")
    if curve == "custom":
        return num(spec["profile"][j]) if j < len(spec["profile"]) else ONE
    W = num(spec.get("months", 0))
    if curve == "step":
        return min(ONE, pos(Decimal(j + 1) - W))
    x = min(ONE, Decimal(j + 1) / (W + 1))
    return x if curve == "linear" else 3 * x ** 2 - 2 * x ** 3


class Intervention:
    def __init__(self, i, t0, T):
        self.id = i["id"]
        self.case = i
        self.T = T
        self.a = month_number(i["start"]) - t0 if "start" in i else 0
        self.has_end = "end" in i
        self.e = month_number(i["end"]) - t0 + 1 if self.has_end else T
        programme = i.get("programme", {})
        self.d = programme.get("months", 1)
        self.completion = num(programme.get("completion", 1))
        self.partial = num(programme.get("partialEffect", 0))
        self.children = num(i.get("childrenPerReferral", 1))
        referrals = i.get("referrals")
        eligible = num(referrals.get("eligible", 1)) if referrals else ONE
        self.take_up = num(referrals.get("takeUp", 1)) if referrals else ONE
        rate = num(referrals["perMonth"]) if referrals else ZERO
        spec = i.get("warmUp", {})
        self.R = [rate * warm_up(spec, t - self.a) if self.a <= t < self.e else ZERO for t in range(T)]
        self.A = [r * eligible * self.take_up for r in self.R]
        capacity = i.get("capacity")
        if capacity is None:
            self.S = list(self.A)
            self.waiting = [ZERO] * T
        else:
            places = num(capacity["places"])
            drop = num(capacity.get("dropOffPerMonth", 0))
            self.S, self.waiting = [], []
            for t in range(T):
                before = self.waiting[t - 1] if t > 0 else ZERO
                Q = before * (ONE - drop) + self.A[t]
                held = sum((self.S[t - k] for k in range(1, self.d) if t - k >= 0), ZERO)
                F = pos(places - held) if self.a <= t < self.e else ZERO
                s = min(Q, F)
                self.S.append(s)
                self.waiting.append(Q - s if capacity.get("waitingList", False) and t < self.e else ZERO)
        self.C = [self.started(t - self.d) * self.completion for t in range(T)]

    def started(self, t):
        return self.S[t] if 0 <= t < self.T else ZERO

    def treated(self, effect):
        """U(t)"""
        lag = effect.get("startsAfterMonths", self.d)
        basis = effect.get("basis", "treated")
        if basis == "treated":
            b = self.completion + (ONE - self.completion) * self.partial
        elif basis == "started":
            b = ONE
        else:
            b = div(ONE, self.take_up)
        return [self.started(t - lag) * self.children * b for t in range(self.T)]

    def window(self, line, t0):
        """First and last month in which a per-year cost or saving runs."""
        first = month_number(line["from"]) - t0 if "from" in line else self.a
        if "to" in line:
            last = month_number(line["to"]) - t0
        elif self.has_end:
            last = (self.e - 1) + self.d - 1
        else:
            last = self.T - 1
        return first, last


# ---------------------------------------------------------------- §3 effects

def biased(value, effect):
    return value - abs(value) * num(effect.get("optimismBias", 0))


def convolve(U, w):
    return [sum((U[t - k] * w[k] for k in range(len(w)) if t - k >= 0), ZERO) for t in range(len(U))]


def stand_alone(i, effect):
    H = effect["windowMonths"]
    fade = num(effect["fadePerYear"]) if "fadePerYear" in effect else ZERO
    hold = effect.get("holdMonths", 0 if "fadePerYear" in effect else H)
    left = ONE - fade
    m = ZERO if left == 0 else ONE if left == 1 else (left.ln() / 12).exp()
    w = [ONE if k < hold else m ** (k - hold + 1) for k in range(H)]
    scale = num(effect["risk"]) / H * biased(num(effect["reduction"]), effect)
    return [x * scale for x in convolve(i.treated(effect), w)]


def exits_saved(i, effect):
    M = effect["monthsEarlier"]
    scale = biased(num(effect["chance"]), effect)
    return [x * scale for x in convolve(i.treated(effect), [ONE] * M)]


def shapley_integral(others):
    """The integral from 0 to 1 of the product of (1 - x f), term by term on the multiplied-out polynomial."""
    poly = [ONE]
    for f in others:
        longer = poly + [ZERO]
        for k in range(len(poly)):
            longer[k + 1] -= poly[k] * f
        poly = longer
    return sum((c / (k + 1) for k, c in enumerate(poly)), ZERO)


def attribute(overlap, B, f):
    """Attributed avoided entries of one month, from the capped shares of each intervention."""
    if overlap == "disjoint":
        return [B * x / max(ONE, sum(f, ZERO)) for x in f]
    return [B * f[i] * shapley_integral(f[:i] + f[i + 1:]) for i in range(len(f))]


# ---------------------------------------------------------------- §4 the ladder

def settle(line, q, p, backfill, body, t0, T):
    """Quantities by rung and month of one fiscal cost line, in places or entries."""
    rungs = {r: [ZERO] * T for r in FISCAL_RUNGS}
    if line.get("funder", body) != body:
        rungs["partners"] = list(q)
        return rungs
    sigma = num(line.get("variable", 1))
    plan = line.get("release")
    beta = [pos(x) * backfill for x in q]
    alpha = [min(pos(q[t]) - beta[t], p[t]) for t in range(T)]
    n = [q[t] - beta[t] - alpha[t] for t in range(T)]
    rho = []
    for t in range(T):
        if plan is None:
            rho.append(min(n[t], ZERO))
            continue
        start = month_number(plan["from"]) - t0 if "from" in plan else 0
        notice = plan.get("noticeMonths", 0)
        step = num(plan.get("step", 0))
        if t < start:
            u = min(n[t], ZERO)
        else:
            stood = min(n[t - k] if t - k >= 0 else ZERO for k in range(notice + 1))
            u = min(n[t], pos(stood))
        rho.append(min(u, pos(floor(u / step) * step)) if step > 0 else u)
    for t in range(T):
        rungs["fixed"][t] = q[t] * (ONE - sigma)
        rungs["backfilled"][t] = beta[t] * sigma
        rungs["absorbed"][t] = alpha[t] * sigma
        rungs["unplanned" if plan is None else "notYetReleased"][t] = (n[t] - rho[t]) * sigma
        rungs["cashable"][t] = rho[t] * sigma
    return rungs


# ---------------------------------------------------------------- §7 discounting

def yearly_rate(discounting, year):
    if "rate" in discounting:
        return num(discounting["rate"])
    return Decimal("0.035") if year <= 30 else Decimal("0.03") if year <= 75 else Decimal("0.025")


def discount_factor(discounting, n):
    """For the n-th financial year of the case, n = 0 in the first; after timing."""
    timing = discounting.get("timing", "start")
    factor = ONE
    for k in range(1, (n + 1 if timing == "end" else n) + 1):
        factor /= ONE + yearly_rate(discounting, k)
    if timing == "mid":
        factor /= (ONE + yearly_rate(discounting, n + 1)).sqrt()
    return factor


# ---------------------------------------------------------------- the whole

def money(x):
    return str(half_away(x, 2))


def count(x):
    return format(half_away(x, 10), "f")


def appraise(case):
    t0 = month_number(case["start"])
    T = 12 * case["years"]
    body = case.get("body", "council")
    overlap = case.get("overlap", "independent")
    discounting = case.get("discounting", {})
    prices = Prices(case)
    fy = [fy_of_month(t0 + t) for t in range(T)]
    years = sorted(set(fy))
    months_of = {y: [t for t in range(T) if fy[t] == y] for y in years}

    demands = [Demand(d, T) for d in case.get("demand", [])]
    interventions = [Intervention(i, t0, T) for i in case.get("interventions", []) if i.get("included", True)]
    known = {s.id for s in demands}
    for i in interventions:
        for x in i.case.get("effects", []):
            if x["demand"] not in known:
                raise ValueError("an effect names no demand: %s" % x["demand"])

    # §3: net avoided entries V0 and avoided stock V, by (intervention, demand)
    V0, V = {}, {}
    entry_effects = set()
    for s in demands:
        joined = [(i, x) for i in interventions for x in i.case.get("effects", [])
                  if x["demand"] == s.id and x.get("kind", "entries") == "entries"]
        entry_effects |= {(i.id, s.id) for i, _ in joined}
        alone = [stand_alone(i, x) for i, x in joined]
        attributed = [[] for _ in joined]
        for t in range(T):
            f = [min(ONE, div(a[t], s.B[t])) for a in alone]
            for n, value in enumerate(attribute(overlap, s.B[t], f)):
                attributed[n].append(value)
        for i in interventions:
            V0[i.id, s.id] = [ZERO] * T
        for (i, x), A in zip(joined, attributed):
            back = x.get("returns")
            share, after = (num(back["share"]), back["afterMonths"]) if back else (ZERO, 1)
            V0[i.id, s.id] = [A[t] - share * (A[t - after] if t - after >= 0 else ZERO) for t in range(T)]
        for i in interventions:
            P = s.stay(V0[i.id, s.id])
            Y = [ZERO] * T
            for x in i.case.get("effects", []):
                if x["demand"] == s.id and x.get("kind", "entries") == "exits":
                    Y = exits_saved(i, x)
            V[i.id, s.id] = [P[t] + Y[t] for t in range(T)]

    # the ledger: postings in real and cash money
    cash = {y: {r: ZERO for r in FISCAL_RUNGS} for y in years}
    real = {y: {r: ZERO for r in ALL_RUNGS} for y in years}
    position = {y: {r: ZERO for r in POSITION} for y in years}
    body_cost, one_off, all_cost, real_cost, grants = ({y: ZERO for y in years} for _ in range(5))
    monthly_net = [ZERO] * T                     # unrounded, body only
    own = {i.id: {"gross": ZERO, "cashable": ZERO, "cost": ZERO, "costAllFunders": ZERO} for i in interventions}
    demand_lines = {s.id: [] for s in demands}

    for s in demands:
        for line in s.case.get("costs", []):
            entry = line["per"] == "entry"
            share = num(line.get("share", 1))
            unit = prices.per_month(line["per"])
            cash_price = {y: prices.cash(line, y) * unit for y in years}
            real_price = {y: prices.real(line, y) * unit for y in years}
            each = {i.id: (V0 if entry else V)[i.id, s.id] for i in interventions}
            q = [share * sum((each[k][t] for k in each), ZERO) for t in range(T)]
            value = line.get("value", "fiscal")
            if value != "fiscal":
                for y in years:
                    real[y][value] += round2(sum((q[t] for t in months_of[y]), ZERO) * real_price[y])
                continue
            all_n, planned = (s.B, s.Ke) if entry else (s.N, s.K)
            p = [pos(all_n[t] - planned[t]) * share for t in range(T)]
            rungs = settle(line, q, p, s.backfill, body, t0, T)
            sums = {"cash": {r: ZERO for r in FISCAL_RUNGS}, "real": {r: ZERO for r in FISCAL_RUNGS}}
            for y in years:
                posted = {}
                for r in FISCAL_RUNGS:
                    quantity = sum((rungs[r][t] for t in months_of[y]), ZERO)
                    posted[r] = round2(quantity * cash_price[y])
                    posted_real = round2(quantity * real_price[y])
                    cash[y][r] += posted[r]
                    real[y][r] += posted_real
                    sums["cash"][r] += posted[r]
                    sums["real"][r] += posted_real
                if line.get("funder", body) == body:
                    sigma = num(line.get("variable", 1))
                    budget = sum((planned[t] * share for t in months_of[y]), ZERO)
                    nothing = sum(((planned[t] + (all_n[t] - planned[t]) * sigma) * share
                                   for t in months_of[y]), ZERO)
                    budget, nothing = round2(budget * cash_price[y]), round2(nothing * cash_price[y])
                    with_package = nothing - posted["absorbed"] - posted["cashable"]
                    position[y]["budget"] += budget
                    position[y]["doNothing"] += nothing
                    position[y]["withPackage"] += with_package
                    position[y]["gap"] += budget - with_package
            demand_lines[s.id].append({"id": line["id"],
                                       "cash": {r: money(x) for r, x in sums["cash"].items()},
                                       "real": {r: money(x) for r, x in sums["real"].items()}})
            for t in range(T):
                price = cash_price[fy[t]]
                got = rungs["cashable"][t]
                monthly_net[t] += got * price
                sign = 1 if got > 0 else -1
                total = sum((pos(sign * each[k][t]) for k in each), ZERO)
                for k in each:
                    own[k]["gross"] += share * each[k][t] * price
                    if got != 0:
                        own[k]["cashable"] += got * price * div(pos(sign * each[k][t]), total)

    for i in interventions:
        # direct savings
        for line in i.case.get("savings", []):
            quantity = [ZERO] * T
            if line["per"] == "once":
                t = month_number(line.get("month", line.get("from", month_text(t0 + i.a)))) - t0
                if 0 <= t < T:
                    quantity[t] = ONE
            else:
                first, last = i.window(line, t0)
                for t in range(T):
                    if first <= t <= last:
                        quantity[t] = warm_up(line.get("warmUp", {}), t - first) / 12
            if line.get("funder", body) != body:
                rung = "partners"
            else:
                rung = "cashable" if "release" in line else "unplanned"
            for y in years:
                total = sum((quantity[t] for t in months_of[y]), ZERO)
                cash[y][rung] += round2(total * prices.cash(line, y))
                real[y][rung] += round2(total * prices.real(line, y))
            for t in range(T):
                amount = quantity[t] * prices.cash(line, fy[t])
                own[i.id]["gross"] += amount
                if rung == "cashable":
                    own[i.id]["cashable"] += amount
                    monthly_net[t] += amount
        # §5 costs
        for line in i.case.get("costs", []):
            quantity = [ZERO] * T
            if line["per"] == "once":
                t = month_number(line["month"]) - t0 if "month" in line else i.a
                if 0 <= t < T:
                    quantity[t] = ONE
            elif line["per"] == "year":
                first, last = i.window(line, t0)
                quantity = [ONE / 12 if first <= t <= last else ZERO for t in range(T)]
            else:
                quantity = {"referral": i.R, "start": i.S, "completion": i.C}[line["per"]]
            paid_by_body = line.get("funder", body) == body and not line.get("redeployed", False)
            for y in years:
                total = sum((quantity[t] for t in months_of[y]), ZERO)
                posted = round2(total * prices.cash(line, y))
                real_cost[y] += round2(total * prices.real(line, y))
                all_cost[y] += posted
                own[i.id]["costAllFunders"] += posted
                if paid_by_body:
                    body_cost[y] += posted
                    own[i.id]["cost"] += posted
                    if line["per"] == "once":
                        one_off[y] += posted
            if paid_by_body:
                for t in range(T):
                    monthly_net[t] -= quantity[t] * prices.cash(line, fy[t])

    for grant in case.get("funding", []):
        for label, amount in grant["byYear"].items():
            y = fy_number(label)
            if y not in months_of:
                raise ValueError("a grant in %s, outside the horizon" % label)
            grants[y] += round2(num(amount))
            for t in months_of[y]:
                monthly_net[t] += num(amount) / len(months_of[y])

    # §7: the monthly cumulative
    lowest, running, last_negative = ZERO, ZERO, None
    for t in range(T):
        running += monthly_net[t]
        lowest = min(lowest, running)
        if half_away(running, 10) < 0:
            last_negative = t
    if last_negative is None:
        payback, status = None, "never-negative"
    elif last_negative == T - 1:
        payback, status = None, "not-within-horizon"
    else:
        payback, status = month_text(t0 + last_negative + 1), "paid-back"

    # §7: the economic case
    DF = {y: discount_factor(discounting, n) for n, y in enumerate(years)}
    fiscal = [r for r in FISCAL_RUNGS if r != "fixed"]

    def present(amount_of):
        return sum((DF[y] * amount_of(y) for y in years), ZERO)

    pv_cost = present(lambda y: real_cost[y])

    def economic(rungs):
        pv_benefit = present(lambda y: sum((real[y][r] for r in rungs), ZERO))
        return {"pvBenefit": money(round2(pv_benefit)), "pvCost": money(round2(pv_cost)),
                "npv": money(round2(pv_benefit - pv_cost)),
                "bcr": None if pv_cost == 0 else str(half_away(pv_benefit / pv_cost, 4))}

    the_fiscal, the_public = economic(fiscal), economic(fiscal + ["economic", "social"])

    # the answer
    gross = {y: sum(cash[y].values(), ZERO) for y in years}
    net = {y: cash[y]["cashable"] + grants[y] - body_cost[y] for y in years}
    out_years, cumulative = [], ZERO
    for y in years:
        cumulative += net[y]
        row = {"grossAvoided": gross[y]}
        row.update(cash[y])
        row.update({"cost": body_cost[y], "costOneOff": one_off[y], "costAllFunders": all_cost[y],
                    "grants": grants[y], "net": net[y], "cumulative": cumulative})
        real_row = {k: money(x) for k, x in real[y].items()}
        real_row["cost"] = money(real_cost[y])
        real_row["discountFactor"] = count(DF[y])
        out_years.append({"year": fy_text(y), "months": len(months_of[y]),
                          "cash": {k: money(x) for k, x in row.items()},
                          "position": {k: money(x) for k, x in position[y].items()},
                          "real": real_row})

    def over(series, ts):
        return sum((series[t] for t in ts), ZERO)

    out_interventions = []
    for i in interventions:
        touched = [s.id for s in demands if (i.id, s.id) in entry_effects]
        rows, before = [], ZERO
        for y in years:
            ts = months_of[y]
            after = i.waiting[ts[-1]]
            rows.append({"year": fy_text(y), "referred": count(over(i.R, ts)), "accepted": count(over(i.A, ts)),
                         "starts": count(over(i.S, ts)), "completed": count(over(i.C, ts)),
                         "waiting": count(after),
                         "notServed": count(over(i.A, ts) + before - over(i.S, ts) - after),
                         "avoided": {k: count(over(V0[i.id, k], ts)) for k in touched}})
            before = after
        mine = own[i.id]
        per_entry = {}
        for k in touched:
            avoided = sum(V0[i.id, k], ZERO)
            per_entry[k] = (money(round2(mine["costAllFunders"] / avoided))
                            if half_away(avoided, 10) > 0 else None)
        out_interventions.append({"id": i.id, "years": rows,
                                  "cash": {"grossAvoided": money(round2(mine["gross"])),
                                           "cashable": money(round2(mine["cashable"])),
                                           "cost": money(mine["cost"]),
                                           "costAllFunders": money(mine["costAllFunders"])},
                                  "costPerEntryAvoided": per_entry})

    out_demand = []
    for s in demands:
        rows = []
        for y in years:
            ts = months_of[y]
            last = ts[-1]
            rows.append({"year": fy_text(y), "entries": count(over(s.B, ts)),
                         "entriesAvoided": count(sum((over(V0[i.id, s.id], ts) for i in interventions), ZERO)),
                         "stockDoNothing": count(s.N[last]),
                         "stockWithPackage": count(s.N[last] - sum((V[i.id, s.id][last] for i in interventions), ZERO)),
                         "stockBudgeted": count(s.K[last])})
        out_demand.append({"id": s.id, "years": rows, "lines": demand_lines[s.id]})

    total = {"gross": sum(gross.values(), ZERO), "all": sum(all_cost.values(), ZERO)}
    headline = {
        "grossAvoided": money(total["gross"]),
        "cashable": money(sum((cash[y]["cashable"] for y in years), ZERO)),
        "cost": money(sum(body_cost.values(), ZERO)),
        "costAllFunders": money(total["all"]),
        "grants": money(sum(grants.values(), ZERO)),
        "netAvoided": money(total["gross"] - total["all"]),
        "netCashable": money(sum(net.values(), ZERO)),
        "peakFunding": money(round2(-lowest)),
        "paybackMonth": payback,
        "paybackStatus": status,
        "npv": the_fiscal["npv"],
        "bcr": the_fiscal["bcr"],
        "entriesAvoided": {s.id: count(sum((sum(V0[i.id, s.id], ZERO) for i in interventions), ZERO))
                           for s in demands},
    }
    return {"headline": headline,
            "economic": {"fiscal": the_fiscal, "public": the_public,
                         "pvFixed": money(round2(present(lambda y: real[y]["fixed"])))},
            "years": out_years, "interventions": out_interventions, "demand": out_demand}


# ---------------------------------------------------------------- comparing

PENNY, MILLIONTH = Decimal("0.01"), Decimal("0.000001")
PENNY_KEYS = {"npv", "pvBenefit", "pvCost", "pvFixed", "peakFunding"}
COUNT_KEYS = {"referred", "accepted", "starts", "completed", "waiting", "notServed", "entries", "entriesAvoided",
              "stockDoNothing", "stockWithPackage", "stockBudgeted", "discountFactor"}
TEXT_KEYS = {"id", "year", "paybackMonth", "paybackStatus"}


def tolerance(path):
    key = path[-1]
    if key in PENNY_KEYS:
        return PENNY
    if path[0] == "interventions" and (key in ("grossAvoided", "cashable") or "costPerEntryAvoided" in path):
        return PENNY
    if key in COUNT_KEYS or "entriesAvoided" in path or "avoided" in path:
        return MILLIONTH
    return ZERO


def compare(expected, got, path=()):
    """Every key of `expected` must be in `got` with the same value; returns the mismatches as text."""
    where = ".".join(str(p) for p in path)
    if isinstance(expected, dict):
        if not isinstance(got, dict):
            return ["%s: expected an object, got %r" % (where, got)]
        out = []
        for k, v in expected.items():
            out += compare(v, got[k], path + (k,)) if k in got else ["%s.%s: missing" % (where, k)]
        return out
    if isinstance(expected, list):
        key = "id" if expected and "id" in expected[0] else "year"
        found = {row[key]: row for row in got}
        out = [] if len(expected) == len(got) else ["%s: %d rows, got %d" % (where, len(expected), len(got))]
        for row in expected:
            out += (compare(row, found[row[key]], path + (row[key],)) if row[key] in found
                    else ["%s.%s: missing" % (where, row[key])])
        return out
    if expected is None or got is None or path[-1] in TEXT_KEYS:
        same = expected == got
    else:
        same = abs(Decimal(str(expected)) - Decimal(str(got))) <= tolerance(path)
    return [] if same else ["%s: expected %s, got %s" % (where, expected, got)]


def read_cases(path):
    """(name, {"case", "expected"}) of a directory of .json files, or of one .json, .jsonl or .jsonl.gz file."""
    if os.path.isdir(path):
        for name in sorted(os.listdir(path)):
            if name.endswith(".json"):
                yield from read_cases(os.path.join(path, name))
        return
    if path.endswith(".json"):
        with open(path, encoding="utf-8") as f:
            yield os.path.basename(path), json.load(f, parse_float=Decimal)
        return
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as f:
        for n, text in enumerate(f):
            yield "%s:%d" % (os.path.basename(path), n + 1), json.loads(text, parse_float=Decimal)


def main():
    parser = argparse.ArgumentParser(description="Independent transcription of method 1 (tests only)")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="print the answer of one case file")
    run.add_argument("file")
    check = commands.add_parser("check", help="compare with files of cases and expected answers")
    check.add_argument("paths", nargs="+")
    args = parser.parse_args()
    if args.command == "run":
        for _, body in read_cases(args.file):
            print(json.dumps(appraise(body.get("case", body)), indent=1))
        return 0
    cases = bad = 0
    for path in args.paths:
        for name, item in read_cases(path):
            cases += 1
            try:
                differences = compare(item["expected"], appraise(item["case"]))
            except Exception as error:              # a broken case must not hide the rest
                differences = ["%s: %s" % (type(error).__name__, error)]
            bad += bool(differences)
            for d in differences:
                print("%s  %s" % (name, d))
    print("%d cases, %d agree, %d differ" % (cases, cases - bad, bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
