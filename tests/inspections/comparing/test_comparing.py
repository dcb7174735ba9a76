"""Journeys, national tables and reports alike, on made-up authorities."""

from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from sightline.inspections.comparing import (
    grades_by_year,
    journey_of,
    movements,
    passages_on,
    themes_by_year,
)
from sightline.inspections.facts import Documents, Event, Finding, Judgement, Recommendation
from sightline.inspections.workbooks import (
    latest_inspections,
    write_all_tables,
    write_latest_inspections,
)


def event(file, urn, authority, day, kind="ilacs_inspection", framework="ILACS"):
    return Event(
        file=file, urn=urn, authority=authority, ends=day, starts=day, kind=kind,
        framework=framework, lead_inspector="A. Inspector",
    )  # fmt: skip


def overall(file, grade):
    return Judgement(file, "overall_effectiveness", grade, grade, 1)


def finding(file, themes, polarity="plain", area="help_and_protection", text="A paragraph."):
    return Finding(file, 4, "1", "A section", area, polarity, themes, text)


@pytest.fixture
def documents():
    return Documents(
        events=[
            event("n2.pdf", "1", "Northmere", date(2018, 5, 1)),
            event("n1.pdf", "1", "Northmere", date(2015, 5, 2), "sif_inspection", "SIF"),
            event("n-visit.pdf", "1", "Northmere", date(2016, 5, 1), "monitoring_visit", ""),
            event("w1.pdf", "2", "South Weald", date(2018, 3, 1)),
            event("article.txt", "1", "Northmere", date(2018, 6, 1), "article", ""),
        ],
        judgements=[
            overall("n1.pdf", "inadequate"),
            Judgement("n1.pdf", "children_looked_after_and_permanence", "good", "Good", 1),
            overall("n2.pdf", "requires improvement"),
            overall("w1.pdf", "good"),
            Judgement("w1.pdf", "help_and_protection", "outstanding", "Outstanding", 1),
        ],
        recommendations=[
            Recommendation("n1.pdf", 1, "End plans later.", 5, themes=("plans_cp",)),
            Recommendation("n1.pdf", 2, "Interview missing children.", 5, themes=("missing",)),
            Recommendation("w1.pdf", 1, "Write up visits.", 3, themes=("recording",)),
        ],
        findings=[
            finding("n2.pdf", ("plans_cp",), "strength", text="Plans end with evidence."),
            finding("w1.pdf", ("plans_cp",), "weakness"),
            finding("w1.pdf", ("plans_cp",), "strength"),
        ],
    )


def test_a_journey_is_in_order_with_the_time_between(documents):
    journey = journey_of(documents, "1")
    assert [step.event.file for step in journey.steps] == ["n1.pdf", "n-visit.pdf", "n2.pdf"]
    assert [step.days_since for step in journey.steps] == [None, 365, 730]
    assert journey.steps[0].grades["overall_effectiveness"] == "inadequate"


def test_recommendations_stand_beside_the_next_report_on_their_theme(documents):
    by_theme = {each.theme: each for each in journey_of(documents, "1").themes}
    plans = by_theme["plans_cp"]
    assert (plans.earlier.file, plans.later.file) == ("n1.pdf", "n2.pdf")
    assert [each.text for each in plans.recommended] == ["End plans later."]
    assert [each.text for each in plans.found_later] == ["Plans end with evidence."]
    assert by_theme["missing"].later_is_silent


def test_nothing_read_of_an_authority_gives_an_empty_journey(documents):
    assert journey_of(documents, "99").steps == []


def test_grades_by_year_are_shares_of_that_year(documents):
    shares = {(each.year, each.name): (each.count, each.of) for each in grades_by_year(documents)}
    assert shares == {
        (2015, "inadequate"): (1, 1),
        (2018, "good"): (1, 2),
        (2018, "requires improvement"): (1, 2),
    }
    assert {each.year for each in grades_by_year(documents, "SIF")} == {2015}


def test_movement_between_inspections(documents):
    (only,) = movements(documents)
    assert (only.authority, only.from_grade, only.to_grade, only.direction) == (
        "Northmere", "inadequate", "requires improvement", "improved",
    )  # fmt: skip


def test_themes_are_shares_of_reports_not_of_mentions(documents):
    shares = {(each.year, each.name): each.share for each in themes_by_year(documents)}
    assert shares[2018, "recording"] == 0.5
    assert shares[2015, "plans_cp"] == 1.0
    assert {each.name for each in themes_by_year(documents, "missing")} == {"missing"}


def test_reports_alike_are_best_graded_first_and_never_ones_own(documents):
    found = passages_on(documents, "plans_cp", not_of="1")
    assert [(each.grade, each.finding.polarity) for each in found] == [
        ("outstanding", "strength"),
        ("outstanding", "weakness"),
    ]
    assert passages_on(documents, "plans_cp", not_of="2")[0].event.file == "n2.pdf"


def test_the_workbook_of_latest_inspections_has_one_row_an_authority(documents, tmp_path):
    path = tmp_path / "latest.xlsx"
    assert write_latest_inspections(documents, path) == 2
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert rows[0][:5] == [
        "urn", "la_code", "ltla23cd", "local_authority", "overall_effectiveness_grade",
    ]  # fmt: skip
    northmere = dict(zip(rows[0], rows[1], strict=False))
    assert northmere["overall_effectiveness_grade"] == "requires improvement"
    assert northmere["inspection_end_date"] == date(2018, 5, 1)


def test_an_earlier_framework_says_that_its_care_grade_was_wider(documents):
    documents.events = [each for each in documents.events if each.file == "n1.pdf"]
    (row,) = latest_inspections(documents)
    assert row["in_care_grade"] == "good"
    assert "care leavers" in row["note"]


def test_the_workbook_of_all_tables_holds_every_row(documents, tmp_path):
    write_all_tables(documents, tmp_path / "all.xlsx")
    book = CalamineWorkbook.from_path(str(tmp_path / "all.xlsx"))
    assert book.sheet_names[:3] == ["events", "judgements", "recommendations"]
    assert len(book.get_sheet_by_name("findings").to_python()) == 4


def test_text_that_looks_like_a_formula_stays_text(documents, tmp_path):
    documents.findings.append(finding("n2.pdf", (), text="=1+1"))
    write_all_tables(documents, tmp_path / "all.xlsx")
    book = CalamineWorkbook.from_path(str(tmp_path / "all.xlsx"))
    assert book.get_sheet_by_name("findings").to_python()[-1][-1] == "=1+1"
