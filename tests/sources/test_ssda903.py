"""The door for the return on children looked after, two years together."""

from datetime import date

import pytest

from sightline.ledger.load import load
from sightline.ledger.reading import coverage_of, extract_of
from sightline.ledger.workspace import Workspace
from sightline.sources import ssda903
from sightline.sources.could_not import CouldNot
from sightline.sources.doors import door_for

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,URN"


@pytest.fixture
def folder(tmp_path):
    """Ivy came into care in the first year, changed status and moved in the second; Jo is new."""
    files = {
        "2022-23/header.csv": """
            CHILD,SEX,DOB,ETHNIC,UPN
            I1,2,01/06/2015,WBRI,A1""",
        "2022-23/episodes.csv": f"""
            {EPISODES}
            I1,05/09/2022,S,V2,N1,U6,PR1,,,,SC1""",
        "2023-24/header.csv": """
            CHILD,SEX,DOB,ETHNIC,UPN
            I1,2,01/06/2015,WBRI,A1
            J1,1,03/02/2018,MOTH,""",
        "2023-24/episodes.csv": f"""
            {EPISODES}
            I1,05/09/2022,S,V2,N1,U6,PR1,10/05/2023,X1,,SC1
            I1,10/05/2023,L,C2,N1,U6,PR1,01/08/2023,X1,CARPL,SC1
            I1,01/08/2023,P,C2,N1,K2,PR4,,,,SC2
            J1,04/03/2024,S,V2,N1,U6,PR1,20/03/2024,E4A,,SC3""",
        "2023-24/missing.csv": """
            CHILD,DOB,MISSING,MIS_START,MIS_END
            I1,01/06/2015,M,02/09/2023,03/09/2023""",
        "2023-24/reviews.csv": """
            CHILD,DOB,REVIEW,REVIEW_CODE
            I1,01/06/2015,01/06/2023,PN1""",
        "2023-24/uasc.csv": """
            CHILD,SEX,DOB,DUC
            J1,1,03/02/2018,""",
        "2023-24/sw_episodes.csv": """
            CHILD,DOB,SW_DECOM,SW_ID,SW_DEC,SW_REASON
            I1,01/06/2015,05/09/2022,SWE1,,""",
        "2023-24/oc2.csv": """
            CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,IMMUNISATIONS
            I1,01/06/2015,12,,0,1""",
        "2022-23/oc2.csv": """
            CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,IMMUNISATIONS
            I1,01/06/2015,14,,0,0""",
        "2023-24/oc3.csv": """
            CHILD,DOB,IN_TOUCH,ACTIV,ACCOM
            L1,03/02/2004,YES,F5,U1
            L2,29/02/2004,NO,,
            L3,10/05/2003,RHOM,G5,b2""",
        "2023-24/ad1.csv": """
            CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR
            A1,01/02/2021,05/05/2022,09/11/2022,0,2,MF,L11""",
        "2022-23/placed_adoption.csv": """
            CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
            A1,01/02/2021,05/05/2022,,
            A2,01/02/2021,06/06/2022,,""",
        "2023-24/placed_adoption.csv": """
            CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
            A2,01/02/2021,06/06/2022,07/07/2023,RD4""",
    }
    for name, text in files.items():
        file = tmp_path / "return" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n")
    return tmp_path / "return"


def rows(arrival, table, *columns):
    found = [tuple(row[name] for name in columns) for row in arrival.tables[table].rows.to_pylist()]
    return sorted(found, key=str)


def test_the_door_is_told_by_looking(folder):
    assert door_for(folder).name == "ssda903"
    assert door_for(folder / "2023-24").name == "ssda903"


def test_an_episode_told_in_two_years_is_one(folder):
    arrival = ssda903.read(folder)
    columns = ("child", "started", "ended", "legal_status", "entered_care", "end_reason")
    assert rows(arrival, "care_episodes", *columns) == [
        ("I1", date(2022, 9, 5), date(2023, 5, 10), "V2", date(2022, 9, 5), "X1"),
        ("I1", date(2023, 5, 10), date(2023, 8, 1), "C2", date(2022, 9, 5), "X1"),
        ("I1", date(2023, 8, 1), None, "C2", date(2022, 9, 5), None),
        ("J1", date(2024, 3, 4), date(2024, 3, 20), "V2", date(2024, 3, 4), "E4A"),
    ]
    assert arrival.tables["care_episodes"].faults == []


def test_a_change_of_status_alone_is_no_new_placement(folder):
    columns = ("child", "started", "ended", "type", "change_reason")
    assert rows(ssda903.read(folder), "placements", *columns) == [
        ("I1", date(2022, 9, 5), date(2023, 8, 1), "U6", "CARPL"),
        ("I1", date(2023, 8, 1), None, "K2", None),
        ("J1", date(2024, 3, 4), date(2024, 3, 20), "U6", None),
    ]


def test_the_children_are_those_of_every_file(folder):
    told = rows(ssda903.read(folder), "children", "child", "sex", "born", "unaccompanied")
    assert told[-5:-3] == [
        ("I1", "F", date(2015, 6, 1), None),
        ("J1", "M", date(2018, 2, 3), True),
    ]
    assert [child for child, *_ in told] == ["A1", "A2", "I1", "J1", "L1", "L2", "L3"]


def test_the_other_files(folder):
    arrival = ssda903.read(folder)
    assert rows(arrival, "missing_episodes", "child", "started", "returned", "type") == [
        ("I1", date(2023, 9, 2), date(2023, 9, 3), "M")
    ]
    assert rows(arrival, "care_reviews", "held", "participation") == [(date(2023, 6, 1), "PN1")]
    assert rows(arrival, "allocations", "worker", "role") == [("SWE1", "social worker")]
    assert any("OC2" in note for note in arrival.notes)


def test_immunisations_are_told_as_of_the_end_of_each_year(folder):
    assert rows(ssda903.read(folder), "immunisations", "child", "as_of", "up_to_date") == [
        ("I1", date(2023, 3, 31), False),
        ("I1", date(2024, 3, 31), True),
    ]


def test_care_leavers_are_told_as_of_their_birthday_in_the_year(folder):
    columns = ("child", "as_of", "in_touch", "activity", "accommodation", "accommodation_suitable")
    assert rows(ssda903.read(folder), "care_leavers", *columns) == [
        ("L1", date(2024, 2, 3), "YES", "F5", "U", "1"),
        ("L2", date(2024, 2, 29), "NO", None, None, None),
        ("L3", date(2023, 5, 10), "RHOM", "G5", "B", "2"),
    ]


def test_a_plan_for_adoption_told_in_two_years_and_two_files_is_one(folder):
    columns = ("child", "decided", "matched", "adopters", "decision_reversed", "reversal_reason")
    assert rows(ssda903.read(folder), "permanence", *columns) == [
        ("A1", date(2022, 5, 5), date(2022, 11, 9), 2, None, None),
        ("A2", date(2022, 6, 6), None, None, date(2023, 7, 7), "RD4"),
    ]


def test_without_a_year_in_its_name_a_file_is_of_the_year_of_the_episodes_beside_it(folder):
    (folder / "2023-24").rename(folder / "latest")
    told = rows(ssda903.read(folder), "immunisations", "as_of", "up_to_date")
    assert told == [(date(2023, 3, 31), False), (date(2024, 3, 31), True)]
    (folder / "latest" / "episodes.csv").unlink()
    unread = {file.file: file.reason for file in ssda903.read(folder).unread_files}
    assert unread["latest/oc2.csv"] == "Nothing says of which year it is."


def test_a_folder_that_changes_while_it_is_read_is_refused(folder):
    def change(done, total):
        (folder / "2023-24" / "uasc.csv").write_text(f"CHILD,SEX,DOB,DUC\nJ{done},1,03/02/2018,\n")

    with pytest.raises(CouldNot, match="changed while it was read"):
        ssda903.read(folder, change)


def test_it_loads_without_a_fault_up_to_the_end_of_its_year(folder, tmp_path):
    workspace = Workspace(tmp_path / "workspace")
    report = load(folder, workspace)
    assert (report.exit_code, report.set_aside_rows) == (0, 0)
    with workspace.reading() as backend:
        assert extract_of(backend).extract_day == date(2024, 3, 31)
        filled = {
            (row["table"], row["column"]): row["filled"] for row in coverage_of(backend).to_pylist()
        }
    assert filled["care_episodes", "started"]
    assert not filled["allocations", "started"]
    assert not filled["referrals", "received"]


def test_windows_1252_with_a_broken_row_and_a_strange_file(folder):
    (folder / "2023-24" / "header.csv").write_bytes(
        b"\xef\xbb\xbfCHILD,SEX,DOB,ETHNIC,UPN\r\nJ1,1,03/02/2018,MOTH,\r\nK1,1\r\n"
    )
    (folder / "2023-24" / "notes.csv").write_bytes("who,what\nZo\xeb,x\n".encode("cp1252"))
    arrival = ssda903.read(folder)
    assert ("J1",) in rows(arrival, "children", "child")
    assert [row.row for row in arrival.tables["children"].unread_rows] == [3]
    assert [file.file for file in arrival.unread_files] == ["2023-24/notes.csv"]
