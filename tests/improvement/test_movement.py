"""Whether a measure moved by more than noise and held: by hand, and against a plain reading."""

import random
from datetime import date
from math import sqrt

import pytest

from sightline.improvement.movement import (
    CANNOT_TELL,
    IMPROVED,
    IMPROVED_AND_HELD,
    NO_CHANGE,
    WORSE,
    movement,
)
from tests.improvement.months import OneMonth, counts, months_from, shares

BASELINE = date(2018, 1, 15)
"""Twenty-four months from January 2016 lie before it; February 2018 is the first month after."""
STEADY = [(50, 100), (52, 100), (48, 100)] * 8


def asked(months, **more):
    """What the months say, a higher share wanted and six months to hold."""
    told = {
        "kind": "share",
        "wanted": "higher",
        "baseline": BASELINE,
        "held_months": 6,
        "asked": date(2025, 12, 31),
    }
    return movement(months, **(told | more))


def after_steady(*later: int, among: int = 100):
    """Two steady years, the month of the inspection, then these."""
    return shares(2016, [*STEADY, (50, 100), *((number, among) for number in later)])


@pytest.mark.parametrize(
    ("later", "answer"),
    [
        ([66] * 6, IMPROVED_AND_HELD),
        ([66] * 5, IMPROVED),
        ([51] * 7, NO_CHANGE),
        ([51] * 8, IMPROVED_AND_HELD),
        ([49] * 8, WORSE),
        ([34, 50, 50], NO_CHANGE),
        ([34, 50, 34], WORSE),
        ([66] * 6 + [49], IMPROVED),
        ([66] * 6 + [50], IMPROVED),
        ([51, 49] * 6, NO_CHANGE),
        ([66] + [51, 49] * 4, NO_CHANGE),
        ([66, 66] + [51, 49] * 3, IMPROVED),
        ([66, 66] + [51, 49] * 3 + [51], NO_CHANGE),
        ([66] + [51, 49] * 3, NO_CHANGE),
        ([66] * 8 + [34, 34], WORSE),
        ([66] * 8 + [34], IMPROVED),
        ([34] * 8 + [66, 66], IMPROVED),
        ([34] * 8 + [66], WORSE),
        ([70, 70], CANNOT_TELL),
    ],
)
def test_what_the_months_say(later, answer):
    """At 0.5 of 100 the limits are 0.35 and 0.65: 66 is outside, 51 is on the better side."""
    said = asked(after_steady(*later))
    assert said.answer == answer
    assert said.because.endswith(".")


def test_where_a_lower_figure_is_wanted_the_same_months_say_the_opposite():
    assert asked(after_steady(*[66] * 8), wanted="lower").answer == WORSE
    assert asked(after_steady(*[34] * 8), wanted="lower").answer == IMPROVED_AND_HELD


def test_a_run_counts_from_the_baseline_on():
    """Nine months running above the line, of which five lie before the baseline: no signal since."""
    before = [(50, 100), (52, 100), (46, 100)] * 6 + [(46, 100), (51, 100)] + [(51, 100)] * 4
    months = shares(2016, [*before, (51, 100), *[(51, 100)] * 4])
    assert asked(months).answer == NO_CHANGE
    assert asked(months + shares(2018, [(51, 100)] * 9)[5:]).answer == IMPROVED_AND_HELD


def test_the_month_of_the_baseline_counts_neither_way():
    calm, wild = after_steady(*[51] * 7), after_steady(*[51] * 7)
    wild[24] = OneMonth("2018-01", 99, 100, 0.99)
    assert asked(calm) == asked(wild)


def test_the_limits_come_from_the_two_years_before_the_baseline_and_no_earlier():
    long_ago = shares(2010, [(90, 100)] * 72)
    assert asked(long_ago + after_steady(*[66] * 6)) == asked(after_steady(*[66] * 6))


def test_what_comes_after_the_day_asked_is_not_read():
    months = after_steady(*[50] * 4, *[66] * 12)
    assert asked(months, asked=date(2018, 5, 31)).answer == NO_CHANGE
    assert asked(months, asked=date(2018, 7, 30)).answer == NO_CHANGE
    assert asked(months, asked=date(2018, 7, 31)).answer == IMPROVED


@pytest.mark.parametrize(
    ("months", "more", "why"),
    [
        ([], {}, "do not answer this measure"),
        (after_steady(*[66] * 8)[13:], {}, "11 whole months before the baseline"),
        (after_steady(66, 66), {}, "2 whole months since the baseline"),
        (after_steady(*[66] * 8), {"wanted": "neither"}, "higher or a lower"),
        (after_steady(*[66] * 8), {"earliest": date(2018, 1, 16)}, "reach back to 16 January 2018"),
        (
            shares(2016, [(0, 0)] * 24 + [(1, 2)] * 9),
            {},
            "No whole month before the baseline",
        ),
    ],
)
def test_where_nobody_can_tell_it_says_why(months, more, why):
    said = asked(months, **more)
    assert said.answer == CANNOT_TELL
    assert why in said.because


def test_a_month_in_which_nothing_was_counted_says_nothing():
    months = after_steady(*[66] * 6)
    months.insert(28, OneMonth("2018-05", 0, 0, None))
    renamed = [
        OneMonth(period, one.numerator, one.denominator, one.value)
        for period, one in zip(months_from(2016, len(months)), months, strict=True)
    ]
    assert asked(renamed).answer == IMPROVED_AND_HELD


def test_a_count_moves_by_its_own_noise():
    """A mean of 11 and a mean moving range of 2: limits at 5.68 and 16.32."""
    steady = [10, 12] * 12 + [11]
    assert asked(counts(2016, [*steady, *[17] * 6]), kind="count").answer == IMPROVED_AND_HELD
    assert asked(counts(2016, [*steady, 16, 11, 16, 11]), kind="count").answer == NO_CHANGE


def plainly(months, wanted, baseline, held):
    """The rule as one would say it aloud, read from the months and from nothing of the engine."""
    before, since = [], []
    for one in months:
        year, month = int(one.period[:4]), int(one.period[5:])
        first = date(year, month, 1)
        after_it = date(year + month // 12, month % 12 + 1, 1)
        if one.denominator == 0:
            continue
        if after_it <= baseline.replace(day=1) or (after_it - baseline).days == 1:
            before.append(one)
        elif first > baseline:
            since.append(one)
    before = before[-24:]
    if len(before) < 12 or len(since) < 3:
        return CANNOT_TELL
    centre = sum(one.numerator for one in before) / sum(one.denominator for one in before)
    sides, loud = [], []
    for one in since:
        share = one.numerator / one.denominator
        side = 1 if share > centre else -1 if share < centre else 0
        sides.append(side if wanted == "higher" else -side)
        loud.append(abs(share - centre) > 3 * sqrt(centre * (1 - centre) / one.denominator))
    state, reached = 0, -1
    window = range(max(0, len(since) - 8), len(since))
    for side in (1, -1):
        outside = [place for place in window if loud[place] and sides[place] == side]
        if len(outside) >= 2 and outside[-1] > reached:
            state, reached = side, outside[-1]
        for end in window:
            start = end
            while start > 0 and sides[start - 1] == side:
                start -= 1
            run_ends = sides[end] == side and (end == len(since) - 1 or sides[end + 1] != side)
            if run_ends and end - start + 1 >= 8 and end > reached:
                state, reached = side, end
    if state == 0:
        return NO_CHANGE
    if state < 0:
        return WORSE
    is_held = len(since) >= held and all(side > 0 for side in sides[-held:])
    return IMPROVED_AND_HELD if is_held else IMPROVED


def drawn(chance: random.Random):
    """A series with a level before, perhaps another after, and sometimes a third."""
    start = chance.choice([2014, 2015, 2016, 2017])
    number = (2018 - start) * 12 + chance.randint(0, 40)
    among = chance.choice([20, 60, 200])
    levels = [chance.uniform(0.2, 0.8)]
    levels += [min(0.95, max(0.05, levels[0] + chance.choice([0, 0, 0.05, -0.08, 0.2, -0.3])))]
    levels += [levels[chance.randint(0, 1)]]
    turns = 48 + chance.randint(0, 24)
    counted = []
    for place in range(number):
        month = (start - 2014) * 12 + place
        level = levels[0 if month < 48 else 1 if month < turns else 2]
        some = 0 if chance.random() < 0.03 else chance.randint(among // 2, among)
        counted.append((sum(chance.random() < level for _ in range(some)), some))
    return shares(start, counted)


def test_it_says_what_a_plain_reading_says_on_drawn_series():
    chance, seen = random.Random(7), {}
    for _ in range(600):
        months = drawn(chance)
        wanted, held = chance.choice(["higher", "lower"]), chance.choice([1, 3, 6, 12])
        baseline = chance.choice([BASELINE, date(2017, 12, 31), date(2018, 3, 1)])
        told = asked(months, wanted=wanted, baseline=baseline, held_months=held)
        assert told.answer == plainly(months, wanted, baseline, held), (baseline, held, wanted)
        seen[told.answer] = seen.get(told.answer, 0) + 1
    # Draws in which one answer never comes would hold nothing against it.
    assert set(seen) == {CANNOT_TELL, IMPROVED, IMPROVED_AND_HELD, NO_CHANGE, WORSE}
    assert min(seen.values()) >= 20, seen


def test_one_odd_month_is_said_and_is_no_move():
    said = asked(after_steady(50, 50, 34, 50))
    assert said.answer == NO_CHANGE
    assert "April 2018 does, alone" in said.because


def test_an_improvement_that_did_not_last_is_said():
    said = asked(after_steady(*[51] * 9, *[49, 51] * 5))
    assert said.answer == NO_CHANGE
    assert "Earlier: 9 months running" in said.because
    assert said.because.endswith("on the better side; it did not last.")


@pytest.mark.parametrize(
    ("share", "among", "most", "cautious"),
    [(0.6, 80, 24, False), (0.95, 14, 36, True), (0.03, 40, 60, True)],
)
def test_steady_work_seldom_seems_to_move_and_where_few_are_counted_it_is_said(
    share, among, most, cautious
):
    """Of 300 series that never change. Where one or two are counted a month, more seem to."""
    chance, changed = random.Random(11), 0
    for _ in range(300):
        counted = [(sum(chance.random() < share for _ in range(among)), among) for _ in range(60)]
        said = asked(shares(2016, counted))
        changed += said.answer != NO_CHANGE
        assert ("Few are counted" in said.caution) is cautious
    assert changed < most


def test_where_most_months_lay_on_one_side_already_it_is_said():
    """Lengths are often short and seldom very long: most months then lie below their mean."""
    lopsided = [10, 10, 10, 26] * 6
    said = asked(counts(2016, [*lopsided, 10, *[10] * 9]), kind="length", wanted="lower")
    assert said.answer == IMPROVED_AND_HELD
    assert "18 of 24 months lay below" in said.caution
    assert asked(after_steady(*[66] * 8)).caution == ""
