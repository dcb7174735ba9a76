"""``sightline annex-a``: what a person sees of it."""

from sightline.cli.running import run
from tests.ledger.small_folder import write_good_folder


def test_it_says_what_it_wrote_what_it_found_and_no_child(tmp_path, capsys):
    source = write_good_folder(tmp_path / "source")
    workspace, out = tmp_path / "workspace", tmp_path / "annex-a.xlsx"
    assert run(["load", str(source), "--workspace", str(workspace)]) == 0
    capsys.readouterr()
    assert run(["annex-a", "--workspace", str(workspace), "--out", str(out)]) == 1
    said = capsys.readouterr().out
    assert "Annex A of Madeupshire on 2024-03-31" in said
    assert "children on a protection plan" in said
    assert "List 7, Child Unique ID: A protection plan runs, and no open case" in said
    assert f"Written to {out}" in said
    assert not any(f"C{number}" in said for number in (1, 2, 3))
    assert out.exists()


def test_a_workspace_without_a_ledger_is_said_in_one_line(tmp_path, capsys):
    out = tmp_path / "annex-a.xlsx"
    assert run(["annex-a", "--workspace", str(tmp_path / "none"), "--out", str(out)]) == 2
    assert "Nothing has been loaded" in capsys.readouterr().err
    assert not out.exists()
