"""What every command has in common: help at once, exit codes, sentences in place of tracebacks."""

import subprocess
import sys
from pathlib import Path

import pytest

from sightline.cli import main
from sightline.cli.reference import commands_page
from tests.cli.commands import run

COMMANDS_PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_help_names_every_command_and_the_exit_codes(capsys):
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for name in ("check", "demo", "inspections", "load", "rules", "serve", "synthesise"):
        assert f"  {name} " in said
    assert "could not be done" in said


def test_help_loads_no_engine():
    code = (
        "import sys; from sightline.cli import main; main(['--help']); "
        "print(sorted({'ibis', 'duckdb', 'pyarrow', 'django', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["load"],
        ["load", "somewhere"],
        ["check", "--workspace", "w", "--out", "o", "--on", "yesterday"],
        ["synthesise", "--children", "0", "--out", "o"],
        ["inspections", "read", "--out", "o"],
        ["demo", "--reports", "nowhere-at-all", "--no-serve"],
    ],
)
def test_a_command_called_wrongly_exits_2_and_points_to_help(arguments, capsys):
    assert main(arguments) == 2
    complained = capsys.readouterr().err
    assert "Error:" in complained
    assert "--help" in complained


def test_an_error_nobody_foresaw_says_where_but_not_what(tmp_path, monkeypatch, capsys):
    def fail(*args, **kwargs):
        raise ValueError("Jane Doe, born 2015-06-01")

    monkeypatch.setattr("sightline.ledger.load.load", fail)
    arguments = ["load", str(tmp_path), "--workspace", str(tmp_path / "w")]
    assert main(arguments) == 2
    complained = capsys.readouterr().err
    assert "ValueError in" in complained
    assert "Jane" not in complained
    assert len(complained.splitlines()) == 2

    monkeypatch.setenv("SIGHTLINE_TRACE", "1")
    assert main(arguments) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_command_stopped_by_the_person_exits_2(tmp_path, monkeypatch, capsys):
    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("sightline.ledger.load.load", stop)
    assert main(["load", str(tmp_path), "--workspace", str(tmp_path / "w")]) == 2
    assert capsys.readouterr().err.strip().startswith("Stopped.")


def test_a_path_that_cannot_be_written_is_named(tmp_path, monkeypatch, capsys):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied", "there/events.csv")

    monkeypatch.setattr("sightline.ledger.load.load", refuse)
    assert main(["load", str(tmp_path), "--workspace", str(tmp_path / "w")]) == 2
    assert "there/events.csv could not be used: permission denied." in capsys.readouterr().err


def test_output_that_nobody_reads_any_more_is_no_error():
    shell = f"{sys.executable} -m sightline.cli --help | true"
    done = subprocess.run(shell, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_the_version_is_said():
    assert run("--version").said.startswith("Sightline ")


def test_the_page_of_commands_is_up_to_date():
    assert COMMANDS_PAGE.read_text(encoding="utf-8") == commands_page(), "Run: ./run docs"
