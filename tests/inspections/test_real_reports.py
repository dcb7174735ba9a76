"""The 399 real reports, where they lie beside the repository: each layout read as a person would."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.inspections.reading import read_documents

REPORTS = Path(__file__).parents[3] / "shared" / "data" / "inspection-reports"
pytestmark = pytest.mark.skipif(
    not REPORTS.is_dir(), reason="the real reports are not beside the repository"
)


def read(*names: str):
    return read_documents([REPORTS / name for name in names], processes=2)


def grades(documents) -> dict[str, str]:
    return {judgement.area: judgement.grade for judgement in documents.judgements}


def test_surrey_2018_reinspection_with_every_grade_and_its_dates():
    documents = read("80567-surrey-2018-05-16.pdf")
    (event,) = documents.events
    assert event.kind == "sif_reinspection"
    assert (event.authority, event.urn) == ("Surrey", "80567")
    assert (event.starts, event.ends) == (date(2018, 2, 26), date(2018, 3, 22))
    assert (event.published, event.published_from) == (date(2018, 5, 16), "document")
    assert event.doubtful_because == ""
    assert grades(documents)["overall_effectiveness"] == "inadequate"
    assert grades(documents)["help_and_protection"] == "inadequate"


def test_two_visits_keep_both_periods():
    documents = read("80557-south-tyneside-2023-05-10.pdf", "80460-derbyshire-2019-09-19.pdf")
    periods = [(period.starts, period.ends) for period in documents.periods]
    assert periods == [
        (date(2022, 12, 5), date(2022, 12, 9)),
        (date(2023, 2, 14), date(2023, 2, 15)),
        (date(2019, 7, 8), date(2019, 7, 12)),
        (date(2019, 8, 7), date(2019, 8, 8)),
    ]


def test_a_web_page_saved_as_pdf_is_listed_and_harms_nobody():
    documents = read("80429-birmingham-2012-10-19.pdf", "80429-birmingham-2014-05-23.pdf")
    first, second = documents.events
    assert first.kind == "unreadable"
    assert "web page" in first.unreadable_because
    assert second.kind == "sif_inspection"
    assert grades(documents)["lscb"] == "inadequate"


def test_a_grade_that_wraps_between_the_halves_of_its_label_is_read():
    documents = read("80560-st-helens-2023-09-04.pdf")
    assert grades(documents) == {
        "leadership": "good",
        "help_and_protection": "requires improvement",
        "children_in_care": "good",
        "care_leavers": "outstanding",
        "overall_effectiveness": "good",
    }
