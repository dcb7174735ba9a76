"""Layouts and traps that no committed document has, drawn small: what a person would read there."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.inspections.dates import periods
from sightline.inspections.one_document import documents_from_pages
from sightline.inspections.title_block import person_names

FILLER = (
    "Children are helped early and well by people who know them. Leaders understand the service "
    "and what children and young people need from it.\n"
) * 6


def ilacs(table: str, rest: str = "", *, dates: str = "8 to 19 May 2026") -> list[str]:
    return [
        "Inspection of Surrey local authority \nchildren’s services \n"
        f"Inspection dates: {dates}\nLead inspector: Ann Bell, His Majesty’s Inspector\n"
        f"Judgement Grade\n{table}\n{FILLER}\n{rest}"
    ]


LEADERS = "The impact of leaders on social work \npractice with children and families\n"
HELP = "The experiences and progress of \nchildren who need help and protection\n"
CARE = "The experiences and progress of \nchildren in care\n"
LEAVERS = "The experiences and progress of care \nleavers\n"


def read(pages: list[str]):
    return documents_from_pages(pages, "made-up.pdf", "")


def grades(pages: list[str]) -> dict[str, str]:
    return {one.area: one.grade for one in read(pages).judgements}


def test_from_april_2026_there_is_no_overall_grade_and_nothing_is_doubtful():
    pages = ilacs(
        f"{LEADERS}Good\n{HELP}Requires improvement\nto be good\n{CARE}Good\n{LEAVERS}Outstanding"
    )
    documents = read(pages)
    assert grades(pages) == {
        "leadership": "good",
        "help_and_protection": "requires improvement",
        "children_in_care": "good",
        "care_leavers": "outstanding",
    }
    assert documents.events[0].doubtful_because == ""
    assert {one.doubtful_because for one in documents.judgements} == {""}


def test_a_grade_amid_the_halves_of_its_label():
    pages = ilacs(
        "The impact of leaders on social work Requires improvement\n"
        "practice with children and families to be good\n"
        f"{HELP}Inadequate\n{CARE}Good\n{LEAVERS}Good\nOverall effectiveness Inadequate"
    )
    (leadership, *_) = read(pages).judgements
    assert (leadership.area, leadership.grade) == ("leadership", "requires improvement")
    assert leadership.as_printed == "Requires improvement to be good"
    assert grades(pages)["overall_effectiveness"] == "inadequate"


def test_a_heading_that_disagrees_with_the_table_is_reported_and_not_resolved():
    rest = (
        "The experiences and progress of children who need help and protection: good\n"
        "1. Help is prompt and children are safer for it.\n"
    )
    table = (
        f"{LEADERS}Good\n{HELP}Inadequate\n{CARE}Good\n{LEAVERS}Good\nOverall effectiveness Good"
    )
    found = {one.area: one for one in read(ilacs(table, rest)).judgements}
    assert found["help_and_protection"].grade == "inadequate"
    assert (
        "table says inadequate and a heading says good"
        in found["help_and_protection"].doubtful_because
    )
    assert found["leadership"].doubtful_because == ""


FULL_TABLE = f"{LEADERS}Good\n{HELP}Good\n{CARE}Good\n{LEAVERS}Good\nOverall effectiveness Good"


def test_a_footnote_mark_on_the_heading_and_the_footnote_are_left_out():
    rest = (
        "What needs to improve?\n1\n"
        "◼ The quality of plans. (Enabler 1) \n"
        "◼ The timeliness of visits, so that children are seen. (Outcome three) \n"
        "1 These words stand at the foot of the page and refer to a framework.\n"
    )
    pages = ilacs(FULL_TABLE, rest)
    items = read([pages[0].replace("◼", "•")]).recommendations
    assert [item.text for item in items] == [
        "The quality of plans.",
        "The timeliness of visits, so that children are seen.",
    ]
    assert [item.cross_references for item in items] == ["Enabler 1", "Outcome three"]


def test_a_list_that_runs_over_the_page_keeps_its_pages_and_drops_the_foot():
    head = "Inspection of Surrey local authority children’s services\n8 to 19 May 2026 {}\n"
    first = ilacs(
        FULL_TABLE, "What needs to improve\n• The first thing, which begins on this page\n"
    )[0]
    second = head.format(2) + "and ends on the next. \n• The second thing. \n" + FILLER
    pages = [first, second, head.format(3) + FILLER, head.format(4) + FILLER]
    items = read(pages).recommendations
    assert [(item.text, item.page) for item in items][:1] == [
        ("The first thing, which begins on this page and ends on the next.", 1)
    ]
    assert items[1].page == 2


def test_a_report_without_the_list_has_no_recommendations():
    assert read(ilacs(FULL_TABLE)).recommendations == []


SIF = (
    "Surrey County Council\nInspection of services for children in need of help and \n"
    "protection, children looked after and care leavers\nInspection date: {dates}\n"
    "Report published: 3 June 2015\nThe overall judgement is that children’s services require \n"
    "improvement\n1. Children who need help and protection Require improvement\n"
    "2. Children looked after and achieving permanence Good\n2.1 Adoption performance Good\n"
    "2.2 Experiences and progress of care leavers Not Judged\n"
    "3. Leadership, management and governance requires improvement to be good\n"
)


def sif(rest: str, dates: str = "21 October 2014 – 12 November 2014") -> list[str]:
    return [
        SIF.format(dates=dates) + FILLER,
        rest + FILLER,
        "Lead inspector: Ann Bell HMI\n" + FILLER,
    ]


def test_grades_spelt_in_every_way():
    assert grades(sif("")) == {
        "overall_effectiveness": "requires improvement",
        "help_and_protection": "requires improvement",
        "children_looked_after_and_permanence": "good",
        "adoption": "good",
        "care_leavers": "not judged",
        "leadership": "requires improvement",
    }


def test_items_go_on_from_the_paragraphs_and_a_wrapped_reference_begins_none():
    rest = (
        "What does the local authority need to improve?\nPriority and immediate action\n"
        "7. The inspection did not find any areas for priority and immediate action.\n"
        "Areas for improvement\nQuality of practice\n"
        "8. Improve the plans of children, so that they are clear to them (paragraph\n"
        "30). \nCare leavers\n9. Improve the offer to care leavers. \n"
        "The local authority’s strengths\n10. Early help is good.\n"
    )
    items = read(sif(rest)).recommendations
    assert [item.number_as_printed for item in items] == ["8", "9"]
    assert [item.heading for item in items] == ["Quality of practice", "Care leavers"]
    assert {item.priority for item in items} == {"area for improvement"}
    assert items[0].cross_references == "paragraph 30"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("8 to 19 May 2023", [(date(2023, 5, 8), date(2023, 5, 19))]),
        ("28 November to 9 December 2022", [(date(2022, 11, 28), date(2022, 12, 9))]),
        ("12/09/2016 to 06/10/2016", [(date(2016, 9, 12), date(2016, 10, 6))]),
        ("9–24 November 2017", [(date(2017, 11, 9), date(2017, 11, 24))]),
        ("18 Feb 2014 – 12 March 2014", [(date(2014, 2, 18), date(2014, 3, 12))]),
        ("30 December to 10 January 2020", [(date(2019, 12, 30), date(2020, 1, 10))]),
        ("4 July 2016", [(date(2016, 7, 4), date(2016, 7, 4))]),
        (
            "19 November-11 December 2013 and 28 – 30 \nJanuary 2014",
            [(date(2013, 11, 19), date(2013, 12, 11)), (date(2014, 1, 28), date(2014, 1, 30))],
        ),
        ("to be confirmed", []),
    ],
)
def test_dates_as_reports_print_them(printed, expected):
    assert periods(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Ann Bell, His Majesty’s Inspector", ("Ann Bell",)),
        ("Ann Bell\nHer Majesty's Inspector", ("Ann Bell",)),
        ("Ann Bell HMI", ("Ann Bell",)),
        ("Máire O’Neill-Smith Senior HMI", ("Máire O’Neill-Smith",)),
        (
            "Ann Bell, Ben Cole and Cy Dee, His Majesty’s Inspectors",
            ("Ann Bell", "Ben Cole", "Cy Dee"),
        ),
    ],
)
def test_inspectors_without_their_ranks(printed, expected):
    assert person_names(printed) == expected


FOCUSED = (
    "17 May 2024\nJane Poole, Director of Children’s Services\nSurrey County Council\n"
    "Dear Jane\nFocused visit to Surrey children’s services\n"
    "This letter summarises the findings of the focused visit to Surrey children’s services on 16 "
    "and 17 April 2024. His Majesty’s Inspectors for this visit were Ann Bell and Ben Cole.\n"
    "Inspectors looked at the local authority’s arrangements for children in need.\n"
    "Headline findings\n"
    + FILLER
    + "Progress has been made since the last inspection, though slowly.\n"
    "What needs to improve in this area of social work practice?\n"
    "• The quality of letters to parents before proceedings. \n• The consistency of direct work. \n"
    "Main findings\n" + FILLER + "Yours sincerely\nAnn Bell\nHis Majesty’s Inspector\n"
)


def test_a_letter_of_a_focused_visit():
    documents = read([FOCUSED])
    (event,) = documents.events
    assert event.kind == "focused_visit"
    assert (event.authority, event.urn) == ("Surrey", "80567")
    assert (event.starts, event.ends) == (date(2024, 4, 16), date(2024, 4, 17))
    assert event.published == date(2024, 5, 17)
    assert event.lead_inspector == "Ann Bell"
    assert [one.name for one in documents.inspectors] == ["Ann Bell", "Ben Cole"]
    assert "Progress has been made" in event.progress
    assert documents.judgements == []
    assert [one.text for one in documents.recommendations] == [
        "The quality of letters to parents before proceedings.",
        "The consistency of direct work.",
    ]
