"""Plain readings of the rules of stage enquiry and conference: records in, the rows a practitioner would write out."""

from collections.abc import Iterator

from sightline.records.calendar import working_day_after
from tests.plain.child import (
    HORIZON,
    Records,
    Row,
    one_after_another,
)
from tests.plain.rows import duty


def conference_over_15_days(records: Records) -> Iterator[Row]:
    enquiries = records["enquiries"]
    starts = {enquiry["started"] for enquiry in enquiries}
    for started, next_started in one_after_another(starts):
        of_day = [enquiry for enquiry in enquiries if enquiry["started"] == started]
        names = {enquiry["enquiry"] for enquiry in of_day}
        held = [
            conference["held"]
            for conference in records["initial_conferences"]
            if conference["enquiry"] in names
            or (
                conference["enquiry"] is None
                and started <= conference["held"] < (next_started or HORIZON)
            )
        ]
        not_needed = [one["ended"] if one["no_further_action"] else None for one in of_day]
        lapses = None if None in not_needed else max(not_needed)
        due = working_day_after(started, 15)
        yield duty(started, started, due, min(held, default=None), lapses)
