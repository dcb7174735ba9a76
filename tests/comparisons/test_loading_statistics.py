"""Loading published files: every mark and edition kept, nothing silently joined or lost."""

from datetime import date

import pytest

from sightline.comparisons import store
from sightline.comparisons.could_not import CouldNotCompare
from sightline.comparisons.load import load_statistics
from sightline.comparisons.statistics import statistics_of
from tests.comparisons.made_up_files import (
    PLACE,
    council,
    later_plans,
    ordinary_folder,
    ordinary_plans,
    plans,
    write,
)


def points_of(workspace, indicator, code):
    """The years of one council: value, or why there is none."""
    held = statistics_of(workspace)
    line = held.comparison(indicator, [code]).lines[0]
    return {p.year: p.why if p.value is None else p.value for p in line.points}


def loaded(tmp_path, **files):
    """A workspace with these files, and the report of the load."""
    report = load_statistics([write(tmp_path / "in", **files)], tmp_path / "w")
    return tmp_path / "w", report


def test_a_figure_is_as_published_and_a_mark_is_never_a_nought(tmp_path):
    load_statistics([ordinary_folder(tmp_path / "in")], tmp_path / "w")
    assert points_of(tmp_path / "w", "repeat_plans", "001") == {
        2021: 20.0,
        2022: "no figures of this year are in the file",
        2023: 25.0,
        2024: 20.0,
    }
    third = points_of(tmp_path / "w", "repeat_plans", "003")
    assert third[2023] == "suppressed, so that nobody can be recognised"
    assert points_of(tmp_path / "w", "repeat_plans", "005")[2024] == "not applicable"


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("c", "suppressed"),
        ("x", "not available"),
        ("z", "not applicable"),
        ("u", "too unreliable"),
        ("low", "rounds to 0 but is not 0"),
        ("k", "rounds to 0 but is not 0"),
        (":", "not available"),
        ("-", "missing"),
        ("", "blank"),
        ("??", "does not know"),
    ],
)
def test_every_mark_is_kept_with_its_meaning(tmp_path, mark, said):
    rows = [plans(2024, "001", mark, mark, mark), plans(2024, "003", 10, 5, 50.0)]
    workspace, _ = loaded(tmp_path, plans=later_plans(*rows, plans(2024, "004", 10, 1, 10.0)))
    assert said in points_of(workspace, "repeat_plans", "001")[2024]
    assert points_of(workspace, "repeat_plans", "003")[2024] == 50.0


def test_a_published_nought_stays_a_nought(tmp_path):
    workspace, _ = loaded(tmp_path, plans=later_plans(plans(2024, "001", 30, 0, 0)))
    assert points_of(workspace, "repeat_plans", "001") == {2024: 0.0}


def test_new_columns_are_kept_listed_and_can_be_compared(tmp_path):
    load_statistics([ordinary_folder(tmp_path / "in")], tmp_path / "w")
    newer = later_plans(plans(2025, "001", 90, 18, 20.0, 7), more=",Plans_of_twins")
    report = load_statistics([write(tmp_path / "new", plans_2025=newer)], tmp_path / "w")
    used = next(one for one in report.editions if one.file == "plans_2025.csv")
    assert used.new_headings == ("Plans_of_twins",)
    held = statistics_of(tmp_path / "w")
    column = next(
        one for one in held.other_columns("later_plans") if one.indicator.label == "Plans_of_twins"
    )
    assert points_of(tmp_path / "w", column.indicator.key, "001") == {2025: 7.0}


def test_a_corrected_file_is_used_and_the_old_one_kept_and_said(tmp_path):
    load_statistics([ordinary_folder(tmp_path / "in")], tmp_path / "w", on=date(2025, 1, 2))
    corrected = later_plans(plans(2023, "001", 120, 36, 30.0), plans(2024, "001", 90, 27, 30.0))
    folder = write(tmp_path / "again", corrected_file=corrected)
    report = load_statistics([folder], tmp_path / "w", on=date(2025, 3, 4))
    old = next(one for one in report.editions if one.file == "plans.csv")
    assert (old.replaced_by, old.only_here) == ("corrected_file.csv", ("2021",))
    assert points_of(tmp_path / "w", "repeat_plans", "001") == {2023: 30.0, 2024: 30.0}
    assert store.kept_file(tmp_path / "w", old.sha256).read_text() == ordinary_plans()
    held = statistics_of(tmp_path / "w")
    used = held.files_of(held.indicators["repeat_plans"])[0]
    assert (used.file, used.loaded_on) == ("corrected_file.csv", date(2025, 3, 4))


def test_an_older_release_loaded_later_does_not_take_the_place_of_the_newer(tmp_path):
    load_statistics([ordinary_folder(tmp_path / "in")], tmp_path / "w")
    older = later_plans(plans(2021, "001", 100, 90, 90.0))
    report = load_statistics([write(tmp_path / "old", plans_2021=older)], tmp_path / "w")
    old = next(one for one in report.editions if one.file == "plans_2021.csv")
    assert old.replaced_by == "plans.csv"
    assert points_of(tmp_path / "w", "repeat_plans", "001")[2021] == 20.0


def test_loading_the_same_files_again_changes_nothing(tmp_path):
    load_statistics([ordinary_folder(tmp_path / "in")], tmp_path / "w")
    number = store.current_number(tmp_path / "w")
    report = load_statistics([tmp_path / "in"], tmp_path / "w")
    assert sorted(report.already_held) == ["councils.csv", "neighbours.csv", "plans.csv"]
    assert store.current_number(tmp_path / "w") == number


def test_files_that_are_something_else_are_said_and_stop_nothing(tmp_path):
    folder = ordinary_folder(tmp_path / "in")
    (folder / "notes.txt").write_text("hello")
    write(folder, shopping="what,how many\nbread,2\n", empty="")
    report = load_statistics([folder], tmp_path / "w")
    assert {name for name, _, _ in report.not_read} == {"notes.txt", "shopping.csv", "empty.csv"}
    assert len(report.added) == 3


def test_a_folder_with_nothing_in_it_is_said(tmp_path):
    (tmp_path / "in").mkdir()
    with pytest.raises(CouldNotCompare):
        load_statistics([tmp_path / "in"], tmp_path / "w")


def test_rows_that_cannot_be_placed_are_set_aside_and_counted_beside_the_good_ones(tmp_path):
    rows = [
        plans(2024, "001", 10, 1, 10.0),
        plans(2024, "001", 10, 9, 90.0),
        plans("soon", "003", 10, 1, 10.0),
        council(2024, "", "Plans", 10, 1, 10.0, name="Nowhere"),
        "2024,too,few",
    ]
    workspace, report = loaded(tmp_path, plans=later_plans(*rows))
    assert points_of(workspace, "repeat_plans", "001") == {2024: 10.0}
    said = " ".join(report.set_aside["plans.csv"])
    assert "1 rows do not have as many cells" in said
    assert "2 rows set aside: no council, region or country with a code, or no year" in said
    assert "1 rows set aside: the same area, year and group" in said
    assert not report.is_whole


def test_a_file_nobody_declared_can_still_be_compared_by_its_columns(tmp_path):
    head = f"{PLACE},age_group,kites_flown"
    rows = [council(2024, "001", "under 5", 4), council(2024, "001", "over 5", 9)]
    workspace, _ = loaded(tmp_path, kites_2013_to_2024="\n".join([head, *rows]) + "\n")
    held = statistics_of(workspace)
    found = {one.indicator.label: one.indicator.key for one in held.other_columns("kites")}
    assert points_of(workspace, found["kites_flown, over 5"], "001") == {2024: 9.0}
    assert points_of(workspace, found["kites_flown, under 5"], "001") == {2024: 4.0}


def test_school_years_end_in_their_second_year(tmp_path):
    rows = [plans("202324", "001", 10, 1, 10.0), plans("2024/25", "001", 10, 2, 20.0)]
    workspace, _ = loaded(tmp_path, plans=later_plans(*rows))
    assert points_of(workspace, "repeat_plans", "001") == {2024: 10.0, 2025: 20.0}


def test_a_table_of_indicators_fills_what_no_published_file_does(tmp_path):
    table = (
        "indicator_id,indicator_name,la_code,old_la_code,la_name,geo_level,year_end,numerator,"
        "denominator,value,flag\n"
        "assess_45d_pct,x,X1,001,Thornmere,LA,2024,,,81.5,\n"
        "assess_45d_pct,x,X3,003,Little Marsh,LA,2024,,,,c\n"
        "kites_pct,Kites flown,X1,001,Thornmere,LA,2024,1,2,50,\n"
    )
    workspace, _ = loaded(tmp_path, table=table)
    assert points_of(workspace, "assessments_in_45_days", "001") == {2024: 81.5}
    assert "suppressed" in points_of(workspace, "assessments_in_45_days", "003")[2024]
    assert points_of(workspace, "kites_pct", "001") == {2024: 50.0}


def test_a_killed_load_leaves_what_was_there(tmp_path, monkeypatch):
    load_statistics([ordinary_folder(tmp_path / "in")], tmp_path / "w")
    before = points_of(tmp_path / "w", "repeat_plans", "001")

    def killed(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(store.pyarrow.parquet, "write_table", killed)
    newer = later_plans(plans(2025, "001", 1, 1, 100.0))
    with pytest.raises(KeyboardInterrupt):
        load_statistics([write(tmp_path / "new", plans_2025=newer)], tmp_path / "w")
    assert points_of(tmp_path / "w", "repeat_plans", "001") == before
