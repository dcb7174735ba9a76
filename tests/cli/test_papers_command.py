"""``sightline papers``: a paper of an improvement plan is made at the command line, and kept in the trail."""

import os
import subprocess
import sys

import pytest

from tests.cli.commands import run

pytestmark = pytest.mark.long

BEGIN_A_PLAN = """
import sys
from datetime import date
from pathlib import Path
from tests.casework.a_small_workspace import make
make(Path(sys.argv[1]))
from sightline.casework.models import Person
from sightline.improvement.plans import begin_plan
begin_plan(
    by=Person.objects.create(username="leader", role="leader"),
    title="After the inspection",
    baseline=date(2024, 1, 31),
    authority="Sandbourne",
)
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan")
    subprocess.run(
        [sys.executable, "-c", BEGIN_A_PLAN, str(folder)],
        check=True,
        capture_output=True,
        env=os.environ,
    )
    return folder / "workspace"


def test_plans_are_listed_with_the_number_to_ask_for(workspace):
    listed = run("papers", "--workspace", workspace)
    assert listed.code == 0
    assert "1  After the inspection" in listed.said
    assert "--plan NUMBER --out FILE" in listed.said


@pytest.mark.parametrize("kind", ["board", "members", "one-page", "self-evaluation"])
@pytest.mark.parametrize(("ending", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_paper_made_twice_is_the_same_file(workspace, tmp_path, kind, ending, begins):
    papers = []
    for name in ("first", "second"):
        out = tmp_path / f"{name}.{ending}"
        made = run(
            "papers", "--workspace", workspace, "--plan", 1, "--kind", kind,
            "--on", "2024-06-03", "--out", out,
        )  # fmt: skip
        assert made.code == 0, made.complained
        assert made.said == f"Written to {out}.\n"
        papers.append(out.read_bytes())
    assert papers[0].startswith(begins)
    assert papers[0] == papers[1]


def test_that_a_paper_was_made_is_in_the_audit_trail(workspace, tmp_path):
    def entries():
        return int(run("audit", "verify", "--workspace", workspace).said.split()[-2])

    before = entries()
    made = run("papers", "--workspace", workspace, "--plan", 1, "--out", tmp_path / "paper.pdf")
    assert made.code == 0, made.complained
    assert entries() == before + 1


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--plan", 7, "--out", "paper.docx"), "There is no plan 7."),
        (("--plan", 1, "--out", "paper.odt"), "A paper is Word or PDF."),
        (("--plan", 1), "A paper is Word or PDF."),
    ],
)
def test_what_cannot_be_made_is_refused_in_one_line(workspace, tmp_path, more, says):
    refused = run("papers", "--workspace", workspace, *more)
    assert refused.code == 2
    assert says in refused.complained
