"""What went well in the last year, by team, to stand beside the timeliness of the same team."""

from datetime import timedelta

from sightline.web import service
from sightline.web.what_went_well import GoodThings, good_things

A_YEAR = timedelta(days=365)


def good_things_of_last_year(person: object, workspace: service.Service) -> GoodThings:
    """What was recorded as said or seen in the year to the day asked about."""
    day = workspace.authority().day
    return good_things(person, workspace.records_for_policy(), day - A_YEAR, day)
