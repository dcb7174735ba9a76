"""The door for Annex A workbooks, as councils really write them."""

from datetime import date, datetime

import pytest
import xlsxwriter

from sightline.ledger.load import load
from sightline.ledger.reading import coverage_of, extract_of, records_of
from sightline.ledger.workspace import Workspace
from sightline.sources import annex_a
from sightline.sources.could_not import CouldNot
from sightline.sources.doors import door_for
from sightline.sources.headings_of_annex_a import HEADINGS
from sightline.sources.lists_of_annex_a import LISTS
from sightline.sources.mapping import plain

WHO = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"]
ASHA = ["C1", "b) Female", "a) WBRI", datetime(2015, 6, 1), 8]
BEN = ["C2", "a) Male", "c) WIRT", "03/02/2018", 6]

LIST_3 = [*WHO, "Date of referral", "Referral Source", "Referral NFA?"]
LIST_4 = [
    *WHO,
    "Continuous Assessment Start Date",
    "Child Seen During Continuous Assessment",
    "Continuous Assessment Date of Authorisation",
]
LIST_5 = [
    *WHO,
    "Strategy discussion initiating Section 47 Enquiry Start Date",
    "Was an Initial Child Protection Conference deemed unnecessary?",
    "Date of Initial Child Protection Conference",
    "Did the Initial Child Protection Conference Result in a Child Protection Plan",
]
LIST_6 = [*WHO, "CIN Start Date", "Primary Need Code", "CIN Closure Date", "Reason for Closure"]
LIST_7 = [
    *WHO,
    "Child Protection Plan Start Date",
    "Initial Category of Abuse",
    "Date of the Last Statutory Visit",
    "Was the Child Seen Alone?",
    "Date of latest review conference",
    "Child Protection Plan End Date",
]


def write(path, sheets):
    workbook = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, ["" if cell is None else cell for cell in row])
    workbook.close()
    return path


@pytest.fixture
def path(tmp_path):
    return tmp_path / "annex-a.xlsx"


def rows(arrival, table, *columns):
    return [tuple(row[name] for name in columns) for row in arrival.tables[table].rows.to_pylist()]


def test_each_list_fills_its_tables(path):
    write(
        path,
        {
            "List 3": [LIST_3, [*ASHA, datetime(2024, 1, 8), "k) 3E: Health services", "b) No"]],
            "List 4": [
                LIST_4,
                [*ASHA, datetime(2024, 1, 9), "a) Yes", datetime(2024, 3, 1)],
                [*BEN, "10/01/2024", "c) Unknown", None],
            ],
            "List 7": [
                LIST_7,
                [*BEN, "2024-02-01", "d) Emotional abuse", "2024-03-04", "b) No", None, None],
            ],
        },
    )
    arrival = annex_a.read(path)
    assert rows(arrival, "children", "child", "sex", "ethnicity", "born") == [
        ("C1", "F", "WBRI", date(2015, 6, 1)),
        ("C2", "M", "WIRT", date(2018, 2, 3)),
    ]
    assert rows(arrival, "referrals", "child", "received", "source", "no_further_action") == [
        ("C1", date(2024, 1, 8), "3E", False)
    ]
    assert rows(arrival, "assessments", "started", "authorised", "child_seen") == [
        (date(2024, 1, 9), date(2024, 3, 1), True),
        (date(2024, 1, 10), None, None),
    ]
    assert rows(arrival, "protection_plans", "child", "initial_category", "ended") == [
        ("C2", "EMO", None)
    ]


def test_an_enquiry_and_its_conference_stay_together(path):
    write(
        path,
        {
            "List 5": [
                LIST_5,
                [*ASHA, datetime(2024, 1, 8), "b) No", datetime(2024, 1, 29), "a) Yes"],
                [*BEN, datetime(2024, 1, 8), "a) Yes", None, None],
            ]
        },
    )
    arrival = annex_a.read(path)
    enquiries = dict(rows(arrival, "enquiries", "child", "enquiry"))
    assert rows(arrival, "initial_conferences", "child", "enquiry", "held", "plan_agreed") == [
        ("C1", enquiries["C1"], date(2024, 1, 29), True)
    ]


def test_a_referral_on_two_lists_is_one(path):
    write(
        path,
        {
            "List 3": [LIST_3, [*ASHA, datetime(2024, 1, 8), "q) 6: Police", "b) No"]],
            "List 6": [
                LIST_6,
                [
                    *ASHA,
                    datetime(2024, 1, 8),
                    "N1 - Abuse or neglect",
                    datetime(2024, 2, 8),
                    "RC8 - Closed",
                ],
            ],
        },
    )
    arrival = annex_a.read(path)
    columns = ("received", "source", "primary_need", "closed", "closure_reason")
    assert rows(arrival, "referrals", *columns) == [
        (date(2024, 1, 8), "6", "N1", date(2024, 2, 8), "RC8")
    ]


@pytest.mark.parametrize("heading", ["Sex", "SEX ", "Gender", "a) Gender"])
def test_headings_in_other_spellings_below_a_title(path, heading):
    headings = [heading if name == "Gender" else f" {name.upper()}?" for name in LIST_3]
    sheet = [["Our council: Annex A"], [], headings, [], [*ASHA, datetime(2024, 1, 8), "6", "No"]]
    write(path, {"whatever": sheet})
    arrival = annex_a.read(path)
    assert rows(arrival, "children", "child", "sex") == [("C1", "F")]
    assert rows(arrival, "referrals", "received", "source_row") == [(date(2024, 1, 8), 5)]


def test_two_lists_that_disagree_about_a_child_are_a_fault(path):
    other = [ASHA[0], "a) Male", *ASHA[2:]]
    write(
        path,
        {
            "List 3": [LIST_3, [*ASHA, datetime(2024, 1, 8), "6", "No"]],
            "List 4": [LIST_4, [*other, datetime(2024, 1, 9), "Yes", None]],
        },
    )
    (fault,) = annex_a.read(path).tables["children"].faults
    assert (fault.column, fault.file, fault.row) == ("sex", "annex-a.xlsx, List 4", 2)


def test_the_latest_visit_alone_is_kept_and_proves_nothing(path, tmp_path):
    write(path, {"List 7": [LIST_7, [*BEN, "2024-02-01", "Neglect", "2024-03-04", "Yes", "", ""]]})
    workspace = Workspace(tmp_path / "workspace")
    assert load(path, workspace).exit_code == 0
    with workspace.reading() as backend:
        assert records_of(backend)["protection_visits"].count().execute() == 1
        coverage = {
            (row["table"], row["column"]): (row["filled"], row["because"])
            for row in coverage_of(backend).to_pylist()
        }
        extract = extract_of(backend)
    assert coverage["protection_visits", "visited"] == (False, "Annex A tells only the latest")
    assert coverage["protection_plans", "started"][0]
    assert (extract.extract_day, extract.earliest_day) == (date(2024, 3, 4), date(2023, 9, 4))


def test_early_help_is_taken_and_its_completion_proves_no_end(path):
    early_help = [
        *WHO,
        "Assessment start date",
        "Assessment completion date",
        "Organisation completing assessment",
    ]
    write(
        path,
        {
            "Notes": [["Read me"]],
            "List 2": [early_help, [*ASHA, "2024-01-01", "2024-02-01", "Thornmere School"]],
        },
    )
    arrival = annex_a.read(path)
    columns = ("child", "started", "ended", "organisation")
    assert rows(arrival, "early_help_episodes", *columns) == [
        ("C1", date(2024, 1, 1), date(2024, 2, 1), "Thornmere School")
    ]
    assert "ended" in arrival.tables["early_help_episodes"].partly
    assert any("The sheet Notes holds no list" in note for note in arrival.notes)


def test_an_assessment_that_found_no_need_of_support_led_to_no_further_action(path):
    support = "Was the child assessed as requiring LA children's social care support?"
    headings = [*LIST_4, support]
    write(
        path,
        {
            "List 4": [
                headings,
                [*ASHA, "2024-01-09", "Yes", "2024-02-01", "b) No"],
                [*BEN, "2024-01-10", "Yes", "2024-02-02", "a) Yes"],
                [*BEN, "2024-01-12", "Yes", None, None],
            ]
        },
    )
    assert rows(annex_a.read(path), "assessments", "no_further_action") == [
        (True,),
        (False,),
        (None,),
    ]


def test_not_unaccompanied_of_late_says_nothing_of_the_time_before(path):
    of_late = "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"
    ever = "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"
    in_care = [*WHO, of_late, "Date Started to be Looked After"]
    leavers = [*WHO, ever, "Eligibility Category", "Latest Date of Contact", "LA in Touch"]
    cy = ["C3", "a) Male", "c) WIRT", "03/02/2005", 19]
    write(
        path,
        {
            "List 8": [
                in_care,
                [*ASHA, "b) No", "2024-01-09"],
                [*BEN, "a) Yes", "2024-01-10"],
                [*cy, "b) No", "2022-01-10"],
            ],
            "List 9": [leavers, [*cy, "a) Yes", "Former relevant", "2024-02-01", "a) Yes"]],
        },
    )
    assert rows(annex_a.read(path), "children", "child", "unaccompanied") == [
        ("C1", None),
        ("C2", True),
        ("C3", True),
    ]


def test_every_heading_of_a_list_is_read_in_either_spelling_of_sex():
    for number, (_, headings) in HEADINGS.items():
        fills = next(fills for name, fills in LISTS.values() if name == f"List {number}")
        known = {plain(name) for fill in fills for take in fill.takes for name in take.names}
        assert {"sex", "gender"} <= known, number
        assert plain(headings[0]) in known, number


def test_a_workbook_that_changes_while_it_is_read_is_refused(path):
    write(path, {"List 3": [LIST_3, [*ASHA, "2024-01-08", "6", "No"]]})

    def change(done, total):
        write(path, {"List 3": [LIST_3, [*BEN, "2024-01-08", "6", "No"]]})

    with pytest.raises(CouldNot, match="changed while it was read"):
        annex_a.read(path, change)


def test_a_formula_where_a_date_belongs(path, tmp_path):
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet("List 3")
    sheet.write_row(0, 0, LIST_3)
    for place, value in ((1, "about April"), (2, "#REF!")):
        sheet.write_row(place, 0, ["C1", "F", "WBRI", "2015-06-01", 8])
        sheet.write_formula(place, 5, "=TODAY()-A9", None, value)
        sheet.write_row(place, 6, ["6", "No"])
    sheet.write_row(3, 0, ["C1", "F", "WBRI", "2015-06-01", 8, "2024-01-08", "6", "No"])
    workbook.close()
    report = load(path, Workspace(tmp_path / "workspace"))
    assert (report.exit_code, report.kept, report.emptied) == (1, 5, 1)
    faults = [fault for fault in report.faults.to_pylist() if fault["column"] == "received"]
    assert [(fault["row"], fault["emptied"]) for fault in faults] == [(2, 1), (2, 0), (3, 0)]


@pytest.mark.parametrize(
    "content", [b"", b"<html>Sign in</html>", b"PK\x03\x04 and nothing more"], ids=str
)
def test_what_is_no_workbook_is_said(path, content):
    path.write_bytes(content)
    with pytest.raises(CouldNot, match="no workbook that can be read"):
        door_for(path).read(path, None)


def test_a_workbook_without_lists_is_said(path):
    write(path, {"Sheet1": [["a", "b"], [1, 2]]})
    with pytest.raises(CouldNot, match="none of the lists of Annex A"):
        annex_a.read(path)
