"""``sightline statistics``: what it says, and its exit codes."""

from tests.cli.commands import run
from tests.comparisons.made_up_files import later_plans, ordinary_folder, plans, write


def test_files_are_loaded_compared_and_a_corrected_one_is_said(tmp_path):
    folder, workspace = ordinary_folder(tmp_path / "in"), tmp_path / "w"
    first = run("statistics", "load", folder, "--workspace", workspace)
    assert first.code == 0
    assert "3 files loaded" in first.said
    assert "plans.csv: no rows for 2022." in first.said
    newer = write(tmp_path / "new", corrected=later_plans(plans(2024, "001", 90, 27, 30.0)))
    second = run("statistics", "load", newer, "--workspace", workspace)
    assert "plans.csv is kept; corrected.csv is used in its place." in second.said
    shown = run(
        "statistics", "compare", "repeat_plans", "--council", "001", "--workspace", workspace
    )
    assert shown.code == 0
    assert "30.0, 1 of 1" in shown.said
    assert "cannot" not in shown.complained


def test_what_cannot_be_read_makes_it_done_in_part(tmp_path):
    folder = ordinary_folder(tmp_path / "in")
    write(folder, shopping="what,how many\nbread,2\n")
    ran = run("statistics", "load", folder, "--workspace", tmp_path / "w")
    assert ran.code == 1
    assert "Not read: shopping.csv is no file of statistics" in ran.said


def test_what_is_not_there_is_said_with_the_next_step(tmp_path):
    nothing = run("statistics", "compare", "repeat_plans", "--workspace", tmp_path / "w")
    assert nothing.code == 2
    assert "sightline statistics load" in nothing.complained
    run("statistics", "load", ordinary_folder(tmp_path / "in"), "--workspace", tmp_path / "w")
    for wrong in (("kites",), ("repeat_plans", "--council", "999")):
        assert run("statistics", "compare", *wrong, "--workspace", tmp_path / "w").code == 2
    listed = run("statistics", "compare", "--workspace", tmp_path / "w")
    assert "repeat_plans" in listed.said
