"""What case systems really write: stand-ins, words for codes, JSON that is none, other names."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sightline.sources.could_not import CouldNot
from sightline.sources.doors import door_for
from sightline.sources.ssd import folder, outcomes
from sightline.sources.ssd.as_they_stand import ssd_table
from sightline.sources.ssd.words import into_code, into_yes_no


def write(out, **tables: list[dict]):
    out.mkdir(exist_ok=True)
    for name, rows in tables.items():
        pq.write_table(pa.Table.from_pylist(rows), out / f"{name}.parquet")
    return out


def told(source, table: str) -> list[dict]:
    return folder.read(source).tables[table].rows.to_pylist()


@pytest.mark.parametrize(
    "name", ["ssd_cin_plans", "SSD_CIN_PLANS", "#ssd_cin_plans", "[dbo].[SSD_Cin_Plans]"]
)
def test_a_table_is_known_by_its_name_in_any_case(name):
    assert ssd_table(name) == "ssd_cin_plans"


def test_helper_tables_are_no_tables_of_the_dataset():
    assert ssd_table("ssd_dim_date") is None
    assert ssd_table("children") is None


@pytest.mark.parametrize(
    ("codes", "words", "code"),
    [
        ("harm_category", "Physical Abuse", "PHY"),
        ("harm_category", "NEG", "NEG"),
        ("legal_status", "Interim Care Order", "C1"),
        ("legal_status", "C2 - Full care order", "C2"),
        ("episode_end_reason", "E4A Returned home to live with parents", "E4A"),
        ("placement_type", "u6", "U6"),
        ("missing_type", "Away", "A"),
        ("sex", "Female", "F"),
        ("allocation_role", "CW", "social worker"),
        ("allocation_role", "Allocated Social Worker", "social worker"),
        ("eligibility", "Former Relevant", "former relevant"),
        ("legal_status", "Supervision order", "Supervision order"),
    ],
)
def test_words_are_read_as_the_code_they_mean_and_unknown_ones_stay(codes, words, code):
    assert into_code(codes)(words) == code


@pytest.mark.parametrize(
    ("text", "answer"), [("Y", "Y"), ("Ye", "Y"), ("NA", None), ("U", None), ("No", "No")]
)
def test_an_answer_nobody_knows_is_empty(text, answer):
    assert into_yes_no(text) == answer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"NEW_REFERRAL_FLAG":"Y","NFA_FLAG":"N"}', "referral"),
        ('{"NFA_FLAG":"Y", "COMMENTS":"mum said "no" twice"}', "no further action"),
        ('{"NFA_FLAG":"Y", "COMMENTS":"cut sho', "no further action"),
        ('{"CP_CONFERENCE_FLAG": true, "LEGAL_ACTION_FLAG": 1}', "conference, legal action"),
        ('{"SOMETHING_NEW_FLAG":"Y"}', "something new"),
        ("referral, advice", "referral, advice"),
        ('{"NFA_FLAG":"N"}', None),
        ("[]", None),
        ("{{{", None),
        ("[" * 100_000, None),
    ],
)
def test_outcomes_are_read_whatever_the_json(text, words):
    assert outcomes.outcome(text) == words


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('["16A", "3B"]', ["16A", "3B"]),
        ("16A,3b, 20", ["16A", "3B", "20"]),
        ('["4B","4B"]', ["4B"]),
        ('{"1A":"Y"', ["1A"]),
        ("2024 and 112", []),
    ],
)
def test_factors_are_read_from_lists_of_any_kind(text, codes):
    assert outcomes.factors(text) == codes


def test_an_address_is_one_line():
    assert outcomes.address('{"HOUSE":"3","STREET":"Mill Lane","TOWN":"","UPRN":"1"}') == (
        "3, Mill Lane"
    )


def test_stand_ins_are_nothing_and_rows_of_nothing_else_are_no_rows(tmp_path):
    source = write(
        tmp_path,
        ssd_person=[
            {"PERS_Person_ID": " C1 ", "pers_forename": "SSD_PH", "pers_dob": "1900-01-01"}
        ],
        ssd_pre_proceedings=[{"prep_table_id": "-1", "prep_pre_pro_decision_date": "1900-01-01"}],
        ssd_missing=[{"miss_table_id": None, "miss_person_id": None}],
    )
    arrival = folder.read(source)
    (child,) = arrival.tables["children"].rows.to_pylist()
    assert (child["child"], child["given_name"], child["born"]) == ("C1", None, None)
    assert "pre_proceedings" not in arrival.tables
    assert "missing_episodes" not in arrival.tables
    assert any("ssd_missing, ssd_pre_proceedings" in note for note in arrival.notes)


def test_factors_become_rows_that_know_their_child_and_day(tmp_path):
    source = write(
        tmp_path,
        ssd_cin_assessments=[
            {
                "cina_assessment_id": 7,
                "cina_person_id": 12,
                "cina_assessment_auth_date": "2024-02-01 00:00:00",
            }
        ],
        ssd_assessment_factors=[
            {"cinf_assessment_id": 7.0, "cinf_assessment_factors_json": '["16A","3B"]'},
            {"cinf_assessment_id": 8.0, "cinf_assessment_factors_json": None},
        ],
    )
    rows = told(source, "assessment_factors")
    assert [(row["child"], str(row["found"]), row["factor"]) for row in rows] == [
        ("12", "2024-02-01", "16A"),
        ("12", "2024-02-01", "3B"),
    ]


def test_the_status_in_force_when_an_episode_begins(tmp_path):
    def status(code, first, last):
        return {
            "lega_person_id": "C1",
            "lega_legal_status": code,
            "lega_legal_status_start_date": first,
            "lega_legal_status_end_date": last,
        }

    source = write(
        tmp_path,
        ssd_cla_episodes=[
            {"clae_person_id": "C1", "clae_cla_episode_start_date": day}
            for day in ("2023-01-01", "2023-03-01", "2023-06-01", "2023-08-01", "2024-01-01")
        ],
        ssd_legal_status=[
            status("Section 20", "2023-01-01", "2023-03-01"),
            status("Interim care order", "2023-03-01", "2024-01-01"),
            status("Supervision order", "2023-05-01", None),
            status("Placement order", "2023-07-01", "2024-01-01"),
        ],
    )
    found = [row["legal_status"] for row in told(source, "care_episodes")]
    assert found == ["V2", "C1", "C1", "E1", None]


def test_other_names_of_a_field_and_keys_through_the_period_of_care(tmp_path):
    source = write(
        tmp_path,
        ssd_cin_plans=[{"cin_plan_id": "P1", "cinp_person_id": "C1"}],
        ssd_cla_episodes=[{"clae_person_id": "C1", "clae_cla_id": "K1"}],
        ssd_cla_placement=[
            {"clap_cla_placement_id": "M1", "clap_cla_id": "K1"},
            {"clap_cla_placement_id": "M2", "clap_cla_id": "K9"},
        ],
        ssd_cla_reviews=[{"clar_cla_review_id": "V1", "clar_cla_id": "K1"}],
    )
    assert told(source, "child_in_need_plans")[0]["plan"] == "P1"
    assert [row["child"] for row in told(source, "placements")] == ["C1", None]
    assert told(source, "care_reviews")[0]["child"] == "C1"


def test_a_care_leaver_is_told_of_up_to_the_last_contact_or_review(tmp_path):
    source = write(
        tmp_path,
        ssd_care_leavers=[
            {
                "clea_person_id": "C1",
                "clea_care_leaver_latest_contact": "2024-01-10",
                "clea_pathway_plan_review_date": "2023-11-01",
                "clea_care_leaver_eligibility": "Former Relevant",
            }
        ],
    )
    (row,) = told(source, "care_leavers")
    assert (str(row["as_of"]), row["eligibility"]) == ("2024-01-10", "former relevant")


def test_who_told_is_read_from_the_words_where_the_code_is_the_systems_own(tmp_path):
    source = write(
        tmp_path,
        ssd_contacts=[
            {
                "cont_person_id": "C1",
                "cont_contact_source_code": code,
                "cont_contact_source_desc": words,
            }
            for code, words in (
                ("6", "School"),
                ("9017", "Police"),
                (None, "Schools"),
                ("77", "Vicar"),
            )
        ],
    )
    assert [row["source"] for row in told(source, "contacts")] == ["6", "6", "2A", "77"]


def test_workers_go_by_one_id_whichever_the_other_tables_use(tmp_path):
    source = write(
        tmp_path,
        ssd_professionals=[
            {"prof_professional_id": "P1", "prof_staff_id": "S1"},
            {"prof_professional_id": None, "prof_staff_id": "S2"},
            {"prof_professional_id": "P3", "prof_staff_id": None},
        ],
        ssd_involvements=[
            {
                "invo_involvements_id": str(place),
                "invo_person_id": "C1",
                "invo_professional_id": one,
            }
            for place, one in enumerate(("P1", "S1", "S2", "P3", "P9", None))
        ],
    )
    assert [row["worker"] for row in told(source, "workers")] == ["P1", "S2", "P3"]
    workers = [row["worker"] for row in told(source, "allocations")]
    assert workers == ["P1", "P1", "S2", "P3", "P9", None]


def test_nothing_is_looked_up_under_nothing(tmp_path):
    """A row without a team must not get the name of a department without an id."""
    source = write(
        tmp_path,
        ssd_department=[
            {"dept_team_id": "T1", "dept_team_name": "Alder"},
            {"dept_team_id": None, "dept_team_name": "Birch"},
        ],
        ssd_involvements=[{"invo_person_id": "C1", "invo_professional_team": None}],
    )
    assert told(source, "allocations")[0]["team"] is None


def test_teams_are_called_by_their_names(tmp_path):
    source = write(
        tmp_path,
        ssd_department=[{"dept_team_id": "T1", "dept_team_name": "Alder"}, {"dept_team_id": "T2"}],
        ssd_involvements=[
            {"invo_involvements_id": team, "invo_person_id": "C1", "invo_professional_team": team}
            for team in ("T1", "T2", "T3")
        ],
    )
    assert [row["team"] for row in told(source, "allocations")] == ["Alder", "T2", "T3"]


def test_the_horizon_is_six_years_before_the_latest_day(tmp_path):
    source = write(
        tmp_path,
        ssd_contacts=[{"cont_person_id": "C1", "cont_contact_date": "2024-02-29"}],
    )
    (row,) = told(source, "extract")
    assert (str(row["extract_day"]), str(row["earliest_day"])) == ("2024-02-29", "2018-02-28")


def test_a_file_that_cannot_be_read_or_is_unknown_is_said_and_the_others_come_in(tmp_path):
    source = write(tmp_path, ssd_person=[{"pers_person_id": "C1"}])
    (source / "ssd_cp_plans.csv").write_bytes(b"")
    (source / "ssd_nonsense.csv").write_text("a\n1\n")
    (source / "SSD_Version_Log.csv").write_text("version_number\n1.4.5\n")
    arrival = folder.read(source)
    assert {file.file for file in arrival.unread_files} == {"ssd_cp_plans.csv", "ssd_nonsense.csv"}
    assert arrival.unread_tables == {"protection_plans"}
    assert door_for(source).name == "ssd"


def test_a_folder_that_changes_while_it_is_read_is_refused(tmp_path):
    source = write(tmp_path, ssd_person=[{"pers_person_id": "C1"}])

    def change(done, total):
        (source / "ssd_cp_plans.csv").write_text(f"cppl_cp_plan_id\n{done}\n")

    with pytest.raises(CouldNot, match="changed while it was read"):
        folder.read(source, change)


def test_a_file_in_windows_1252_behind_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "ssd_person.csv").write_bytes(
        b"\xef\xbb\xbfPERS_PERSON_ID,pers_forename\r\n" + "C1,Zoë\r\nC2,Siân\r\n".encode("cp1252")
    )
    names = [(row["child"], row["given_name"]) for row in told(tmp_path, "children")]
    assert names == [("C1", "Zoë"), ("C2", "Siân")]
