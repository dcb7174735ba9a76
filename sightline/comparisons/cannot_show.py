"""What comparisons of published statistics cannot show: said on every page of them.

The figures on grades: 306 to 313 inspections (ILACS, 2018 to 2026) set beside each council's place
among all councils in the last year ended before the inspection. How well the place tells requires
improvement or inadequate from better grades: 0.50 is a toss of a coin, 1 is always. Exploratory;
not corrected for looking at many indicators; standard error about 0.03.
"""

REPEAT_PLANS = "repeat_plans"
ABOUT_DIFFERENCES = (
    "A difference between councils may come from how they record, whom they serve or what they "
    "count, as well as from how well they work."
)
ABOUT_GRADES = (
    "In about 310 inspections from 2018 to 2026, a council’s place on repeat plans told nothing "
    "about the grade it was given (0.55, where 0.50 is a toss of a coin). Timeliness of "
    "assessments and reviews, agency workers and caseloads told only a little (0.65 to 0.68)."
)
ABOUT_AGE = "Published figures are a year old or more, and later releases revise them."

TELLS_OF_GRADE: dict[str, float] = {
    "rereferrals": 0.655,
    "assessments_in_45_days": 0.655,
    "conferences_in_15_days": 0.624,
    "repeat_plans": 0.554,
    "plans_over_two_years": 0.506,
    "plans_reviewed_in_time": 0.677,
    "conferences_for_each_enquiry": 0.509,
    "three_placements": 0.453,
    "turnover": 0.536,
    "vacancies": 0.622,
    "agency_workers": 0.655,
    "caseload": 0.650,
    "referral_rate": 0.553,
    "enquiry_rate": 0.571,
    "children_in_care_rate": 0.627,
}
"""How well an indicator's place told the lower grades from the higher ones."""

LITTLE = 0.56  # two standard errors from a toss of a coin


def cannot_show(indicator: str = "") -> tuple[str, ...]:
    """What a comparison cannot show, in sentences; with what is known of this indicator and grades."""
    general = (ABOUT_DIFFERENCES, ABOUT_GRADES, ABOUT_AGE)
    told = TELLS_OF_GRADE.get(indicator)
    if told is None or indicator == REPEAT_PLANS:  # of which the general sentence speaks
        return general
    much = "only a little" if told >= LITTLE else "nothing that can be told from chance"
    return (
        f"In about 310 inspections, a council’s place on this figure told {much} about the grade "
        f"it was given ({told:.2f}, where 0.50 is a toss of a coin and 1 is always right).",
        *general,
    )
