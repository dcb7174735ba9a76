"""Every rule, asked of a made-up authority: it says what its plain reading says, and sensible shares of it."""

import pytest

from sightline.rules import RULES
from tests.synthetic.asked import AskedAuthority, as_set, judged_from

# What a rule may find in more than this share of what it is asked about would be news to nobody.
MOST = 0.6
FEWEST_TO_JUDGE_A_SHARE = 25

MORE_THAN_MOST = {
    "no_conference_after_first_sign": "of three enquiries two lead to no conference, rightly or not: "
    "the rule asks about each run of them",
    "visit_after_care_order_at_home_overdue": "25 of 20,000 children live at home under a care order: "
    "too few for a share to say much",
    "unseen_child_without_manager_action": "it is counted in plans, and a plan is left unseen twice",
}
# What happens to so few children that a small authority may have none of it.
SELDOM = {
    "allegation_meeting_late",
    "agreed_care_without_permanence",
    "home_not_registered",
    "no_care_after_years_of_signs",
    "pre_proceedings_over_16_weeks",
    "private_fostering_first_visit_late",
    "private_fostering_not_assessed",
    "private_fostering_visit_overdue_after_first_year",
    "review_after_birth_over_20_days",
    "visit_after_care_order_at_home_overdue",
}


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_says_what_its_plain_reading_says(asked_authority, rule):
    since = judged_from(rule)
    asked = as_set(asked_authority.rows(rule), since)
    read = as_set(asked_authority.read(rule), since)
    assert (sorted(asked - read, key=str)[:3], sorted(read - asked, key=str)[:3]) == ([], [])


@pytest.mark.parametrize("rule", sorted(set(RULES) - SELDOM))
def test_the_rule_finds_something_and_not_nearly_everything(asked_authority, rule):
    hold_to_a_sensible_share(asked_authority, rule)


def hold_to_a_sensible_share(authority: AskedAuthority, rule: str) -> None:
    """Fail where a rule finds nothing, or nearly everything although there is enough to judge."""
    found, of_how_many = authority.share(rule)
    assert found, "the authority tells nothing that the rule would find"
    if rule not in MORE_THAN_MOST and of_how_many >= FEWEST_TO_JUDGE_A_SHARE:
        assert found <= MOST * of_how_many, "the authority does not tell this practice"


@pytest.fixture(scope="module")
def large_authority(tmp_path_factory) -> AskedAuthority:
    return AskedAuthority(tmp_path_factory.mktemp("large"), children=20_000, seed=23)


@pytest.mark.long
@pytest.mark.parametrize("rule", RULES)
def test_in_a_large_authority_too(large_authority, rule):
    hold_to_a_sensible_share(large_authority, rule)
