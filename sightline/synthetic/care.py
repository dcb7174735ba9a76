"""Care: periods of care, their episodes and placements."""

from sightline.synthetic.chance import Weighted
from sightline.synthetic.days import working_day_from
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY
from sightline.synthetic.story import DEATH, Case, Row
from sightline.synthetic.workforce import CARE

HOME = "home"
GUARDIANSHIP = "special guardianship"
ADOPTION = "adoption"
GROWN_UP = "grown up"

# How long care lasts: a short stay, some months, or the rest of childhood.
STAYS = Weighted({"short": 33, "months": 31, "long": 36})
MEAN_DAYS_BETWEEN_MOVES = 520

LEGAL_STATUS_AT_FIRST = Weighted({"V2": 52, "C1": 33, "L1": 8, "L2": 5, "J1": 2})
LEGAL_STATUS_LATER = Weighted({"C2": 70, "V2": 22, "E1": 8})
PLACEMENTS_OF_YOUNGER = Weighted({"U6": 50, "U4": 18, "U3": 12, "U1": 8, "P1": 6, "A6": 3, "R3": 3})
PLACEMENTS_OF_OLDER = Weighted({"U6": 40, "U4": 18, "K2": 20, "U3": 7, "H5": 9, "P1": 4, "K1": 2})
PROVIDERS = Weighted({"PR1": 52, "PR4": 42, "PR5": 5, "PR3": 1})
CHANGE_REASONS = Weighted(
    {"CARPL": 40, "CREQB": 18, "CREQO": 12, "LAREQ": 10, "CHILD": 6, "CLOSE": 4, "OTHER": 10}
)
END_REASONS = {
    HOME: Weighted({"E4A": 70, "E4B": 25, "E13": 5}),
    GUARDIANSHIP: Weighted({"E45": 45, "E47": 45, "E46": 10}),
    ADOPTION: Weighted({"E12": 80, "E11": 20}),
    GROWN_UP: Weighted({"E17": 35, "E5": 40, "E6": 10, "E8": 15}),
}


def care_for(case: Case, entered: int) -> tuple[int, str]:
    """A period of care. Returns the day it ended and how: home, guardianship, adoption, grown up."""
    case.held_by(CARE, entered)
    ended, how = _stay(case, entered)
    case.story.in_care.append((entered, ended))
    # Entry to care closes the concern about referrals that brought no plan.
    case.story.third_referral_open = False
    case.reviewing_from.append((entered, ended))
    _write_episodes(case, entered, ended, how)
    return ended, how


def _stay(case: Case, entered: int) -> tuple[int, str]:
    chance = case.chance
    kind = chance.weighted(STAYS)
    if kind == "short":
        ended = entered + 5 + chance.about(70)
    elif kind == "months":
        ended = entered + 90 + chance.about(350)
    else:
        ended = entered + 500 + chance.about(1800)
    if ended >= case.limit:
        return case.limit, GROWN_UP
    return working_day_until(ended, case.limit), _way_out(case, entered, kind)


def working_day_until(day: int, latest: int) -> int:
    """The next working day, where that lies within the records and before ``latest``."""
    return day if day > EXTRACT_DAY else min(working_day_from(day), latest)


def _way_out(case: Case, entered: int, kind: str) -> str:
    chance = case.chance
    if kind == "short":
        return HOME
    if case.story.child.age_on(entered) < 4 and chance.happens(0.4):
        return ADOPTION
    return GUARDIANSHIP if chance.happens(0.25) else HOME


def _write_episodes(case: Case, entered: int, ended: int, how: str) -> None:
    """One episode after another: a new one where the placement or the legal status changes."""
    chance = case.chance
    started, start_reason = entered, "S"
    status = chance.weighted(LEGAL_STATUS_AT_FIRST)
    placement = _placement(case, started)
    while True:
        until = min(ended, started + 12 + chance.about(MEAN_DAYS_BETWEEN_MOVES))
        last = until == ended
        final = _end_reason(case, how) if last else "X1"
        case.row(
            "care_episodes",
            episode=case.story.new_id("L"),
            entered_care=entered,
            started=started,
            ended=until,
            legal_status=status,
            start_reason=start_reason,
            end_reason=final,
        )
        start_reason = chance.pick(("P", "P", "L", "B"))
        if last or start_reason != "L":
            reason = "CARPL" if last else chance.weighted(CHANGE_REASONS)
            placement.update(ended=until, change_reason=reason)
        if last or until > EXTRACT_DAY:
            return
        started = until
        if start_reason != "P":
            status = chance.weighted(LEGAL_STATUS_LATER)
        if start_reason != "L":
            placement = _placement(case, started)


def _end_reason(case: Case, how: str) -> str:
    if how == GROWN_UP and case.limit_reason == DEATH:
        return "E2"
    return case.chance.weighted(END_REASONS[how])


def _placement(case: Case, started: int) -> Row:
    chance = case.chance
    older = case.story.child.age_on(started) >= 11
    kind = chance.weighted(PLACEMENTS_OF_OLDER if older else PLACEMENTS_OF_YOUNGER)
    with_parents = kind == "P1"
    return case.story.row(
        "placements",
        placement=case.story.new_id("M"),
        started=started,
        type=kind,
        provider="PR0" if with_parents else chance.weighted(PROVIDERS),
        miles_from_home=0.0 if with_parents else round(0.5 + chance.about(1400) / 100, 1),
        home_urn=None if with_parents else f"SC9{chance.between(0, 99999):05d}",
    )


def early_years_of_the_records(day: int) -> float:
    """How much likelier care is in the first two years, before the records hold long stays.

    Nothing is recorded before the first day, so children already in care then are missing. More
    entries in the first months fill their places by the time the records are judged.
    """
    years = (day - EARLIEST_DAY) / 365.25
    return 1 + max(0.0, 7.0 * (1 - years / 1.8))
