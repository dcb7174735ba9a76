"""Each check before any rule runs, for each door that can meet the fault: its place, and how to mend it.

A source is written with one fault of each kind beside good rows; every other row must come in. All
of it is made up.
"""

import re
import sqlite3

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
import xlsxwriter

from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from tests.ledger.small_folder import write_good_folder, write_rows

TWO_IDS = "Two children have this id|Two rows have this \\w+ id"
ORPHAN = "Nobody knows this child"
ORDER = "It cannot be: the day in \\w+ lies before the day in \\w+"
TWICE = "The same row stands twice"
SENTINEL = "A place-holder such as 1900-01-01"
CODE = "The code is not in the list of codes"
NO_DAY = "The value is not a date"
DISAGREES = "It says another \\w+ than"


def of_sightline(folder):
    """Sightline's own folder as CSV, which can hold what a typed file cannot."""
    write_good_folder(folder)
    files = {
        "children": "child,born,sex\nC1,2015-06-01,F\nC2,1900-01-01,M\nC2,,F\nC3,,X\n",
        "protection_plans": "plan,child,started,ended\nP1,C1,2022-01-10,2022-09-01\n"
        "P2,C2,2023-05-02,2023-04-02\nP3,C9,2023-05-02,\n",
        "protection_visits": "visit,child,plan,visited\nV1,C1,P1,2022-01-20\nV1,C1,P1,2022-01-20\n"
        "V2,C1,P1,soon\n",
    }
    for name, text in files.items():
        (folder / f"{name}.parquet").unlink()
        (folder / f"{name}.csv").write_text(text)
    return folder


def of_the_dataset(folder):
    """A folder of the Dataset."""
    tables = {
        "ssd_person": [
            {"pers_person_id": "C1", "pers_dob": "2015-06-01", "pers_sex": "F"},
            {"pers_person_id": "C2", "pers_dob": "1900-01-01", "pers_sex": "M"},
            {"pers_person_id": "C2", "pers_dob": None, "pers_sex": "F"},
            {"pers_person_id": "C3", "pers_dob": None, "pers_sex": "Xenon"},
        ],
        "ssd_cp_plans": [
            {"cppl_cp_plan_id": id, "cppl_person_id": child, "a": start, "b": end}
            for id, child, start, end in (
                ("P1", "C1", "2022-01-10", "2022-09-01"),
                ("P2", "C2", "2023-05-02", "2023-04-02"),
                ("P3", "C9", "2023-05-02", None),
            )
        ],
        "ssd_cp_visits": [
            {"cppv_cp_visit_id": id, "cppv_person_id": "C1", "cppv_cp_visit_date": day}
            for id, day in (("V1", "2022-01-20"), ("V1", "2022-01-20"), ("V2", "soon"))
        ],
    }
    for row in tables["ssd_cp_plans"]:
        row["cppl_cp_plan_start_date"], row["cppl_cp_plan_end_date"] = row.pop("a"), row.pop("b")
    folder.mkdir()
    for name, rows in tables.items():
        parquet.write_table(pa.Table.from_pylist(rows), folder / f"{name}.parquet")
    return folder


def of_annex_a(folder):
    """A workbook: a child stands on several lines, so two that differ are one child and a fault."""
    folder.mkdir()
    plans = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth"]
    plans += ["Child Protection Plan Start Date", "Child Protection Plan End Date"]
    lines = [
        plans,
        ["C1", "Female", "WBRI", "2015-06-01", "2022-01-10", "2022-09-01"],
        ["C2", "Male", "Martian", "1900-01-01", "2023-05-02", "2023-04-02"],
        ["C2", "Female", "WBRI", "2018-02-03", "2023-06-02", "soon"],
    ]
    contacts = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth"]
    contacts += ["Date of Contact", "Contact Source"]
    twice = ["C1", "Female", "WBRI", "2015-06-01", "2022-01-02", "6"]
    workbook = xlsxwriter.Workbook(folder / "annex-a.xlsx")
    for name, rows in (("List 7", lines), ("List 1", [contacts, twice, twice])):
        sheet = workbook.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    workbook.close()
    return folder / "annex-a.xlsx"


def of_the_census(folder):
    """A census: each record stands inside its child, so that no record can be about nobody."""
    folder.mkdir()

    def child(id, born, sex, inside):
        return (
            f"<Child><ChildIdentifiers><LAchildID>{id}</LAchildID><PersonBirthDate>{born}"
            f"</PersonBirthDate><Sex>{sex}</Sex></ChildIdentifiers>\n<CINdetails>{inside}"
            "</CINdetails></Child>\n"
        )

    def plan(start, end):
        return (
            f"<ChildProtectionPlans><CPPstartDate>{start}</CPPstartDate><CPPendDate>{end}"
            "</CPPendDate></ChildProtectionPlans>\n"
        )

    referral = "<CINreferralDate>2022-01-02</CINreferralDate>"
    children = [
        child("C1", "2015-06-01", "F", referral + plan("2022-01-10", "2022-09-01")),
        child("C2", "1900-01-01", "M", referral + plan("2023-05-02", "2023-04-02")),
        child("C2", "", "F", "<CINreferralDate>soon</CINreferralDate>"),
        child("C3", "2016-06-01", "X", referral),
        child("C3", "2016-06-01", "X", referral),
    ]
    text = f"<Message><Children>{''.join(children)}</Children></Message>"
    (folder / "cin.xml").write_text(text)
    return folder / "cin.xml"


def of_the_return(folder):
    """The return: every file names its children, and one thing told in several files is one."""
    folder.mkdir()
    (folder / "header.csv").write_text(
        "CHILD,SEX,DOB,ETHNIC\nC1,2,01/06/2015,WBRI\nC2,1,01/01/1900,Martian\nC2,2,,WBRI\n"
    )
    (folder / "episodes.csv").write_text(
        "CHILD,DECOM,RNE,DEC\nC1,10/01/2022,S,01/09/2022\nC2,02/05/2023,S,02/04/2023\n"
        "C9,02/05/2023,S,\nC1,soon,S,\n"
    )
    return folder


def of_what_is_recorded_here(folder):
    """The casework database, beside a source that knows the children."""
    folder.mkdir()
    with sqlite3.connect(folder / "casework.sqlite3") as database:
        database.execute(
            "CREATE TABLE recorded_missing_episodes (missing_episode, child, started, returned, "
            "type, recorded_by, recorded_on)"
        )
        database.executemany(
            "INSERT INTO recorded_missing_episodes VALUES (?, ?, ?, ?, ?, 'person 1', '2024-03-01')",
            [
                ("1", "C1", "2024-02-01", "2024-02-02", "M"),
                ("2", "C1", "2024-02-05", "2024-02-04", "M"),
                ("3", "C1", "2024-02-07", None, "Q"),
                ("3", "C1", "2024-02-08", None, None),
                ("4", "C1", "soon", None, "M"),
                ("5", "C1", "1900-01-01", "2024-02-09", "M"),
            ],
        )
    database.close()
    return folder / "casework.sqlite3"


SET_ASIDE = {
    of_sightline: (TWO_IDS, ORPHAN, ORDER, TWICE),
    of_the_dataset: (TWO_IDS, ORPHAN, ORDER, TWICE),
    of_annex_a: (ORDER, TWICE),
    of_the_census: (TWO_IDS, ORDER, TWICE),
    of_the_return: (ORPHAN, ORDER),
    of_what_is_recorded_here: (TWO_IDS, ORDER),
}
SHOWN = {
    of_sightline: (SENTINEL, CODE, NO_DAY),
    of_the_dataset: (SENTINEL, CODE, NO_DAY),
    of_annex_a: (SENTINEL, CODE, NO_DAY, DISAGREES),
    of_the_census: (SENTINEL, CODE, NO_DAY),
    of_the_return: (SENTINEL, CODE, NO_DAY, DISAGREES),
    of_what_is_recorded_here: (SENTINEL, CODE, NO_DAY),
}


@pytest.mark.parametrize("written", SET_ASIDE)
def test_each_fault_is_told_with_its_place_and_how_to_mend_it(tmp_path, written):
    source = written(tmp_path / "source")
    report = load(source, Workspace(tmp_path / "workspace"))
    aside, shown = report.set_aside.to_pylist(), report.faults.to_pylist()
    told_once(aside, "reason", SET_ASIDE[written])
    told_once(shown, "fault", SHOWN[written])
    places = {(row["file"], row["row"]) for row in aside}
    assert len(places) == len(SET_ASIDE[written]), [row["reason"] for row in aside]
    assert report.read == report.kept + report.set_aside_rows
    assert report.exit_code == 1


def told_once(rows, column, wanted):
    for words in wanted:
        found = [row for row in rows if re.match(words, row[column])]
        assert found, f"nothing says: {words}"
        for row in found:
            assert row["table"]
            assert row["file"]
            assert row["row"] > 0, row
            assert row["how_to_mend"]


def test_a_good_source_beside_them_is_told_nothing(tmp_path):
    source = write_good_folder(tmp_path / "source")
    write_rows(source, "contacts", [])
    report = load(source, Workspace(tmp_path / "workspace"))
    assert (report.set_aside.num_rows, report.faults.num_rows, report.exit_code) == (0, 0, 0)
