"""What one person is given: everything held of them, with what speaks of others marked."""

import csv
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sightline.ledger.keeping.subject_access import export_of, gather
from sightline.ledger.keeping.third_parties import speaks_of
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot
from tests.ledger.small_folder import GOOD_ROWS, write_rows

CHILDREN = [
    {"child": "hers", "born": date(2008, 1, 1), "family_name": "<Made & Up>", "older_id": "X-1"},
    {"child": "brother", "born": date(2010, 1, 1), "family_name": "Brother-Made-Up"},
    {"child": "before", "born": date(2012, 1, 1)},
    {"child": "after", "born": date(2012, 1, 1), "older_id": "before"},
]
ROWS = {
    "extract": GOOD_ROWS["extract"],
    "children": CHILDREN,
    "workers": [{"worker": "W1", "name": "Worker Made-Up"}],
    "contacts": [
        {
            "contact": "C",
            "child": "hers",
            "received": date(2020, 1, 1),
            "source": "1A",
            "source_words": "A neighbour, Mx Made-Up",
            "worker": "W1",
        }
    ],
    "family_members": [
        {"family_member": "1", "family": "F", "child": "hers"},
        {"family_member": "2", "family": "F", "child": "brother"},
    ],
    "care_episodes": [
        {
            "episode": "E",
            "child": "before",
            "started": date(2012, 2, 1),
            "ended": date(2014, 1, 1),
            "end_reason": "E11",
        }
    ],
    "linked_identifiers": [
        {"linked_identifier": "L", "child": "after", "kind": "health", "identifier": "before"}
    ],
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("access")
    source = folder / "source"
    source.mkdir()
    for name, rows in ROWS.items():
        write_rows(source, name, rows)
    workspace = Workspace(folder / "workspace")
    load(source, workspace)
    renamed = [{**CHILDREN[0], "family_name": "Renamed-Made-Up"}, *CHILDREN[1:]]
    write_rows(source, "children", renamed)
    load(source, workspace)
    return workspace


def text_of(folder):
    files = [*folder.rglob("*.csv"), *folder.rglob("*.html")]
    return "\n".join(file.read_text(encoding="utf-8-sig") for file in files)


def test_everything_of_the_person_with_every_earlier_version(tmp_path, workspace):
    held = export_of(workspace, "hers", tmp_path / "out", on=date(2024, 4, 1))
    said = text_of(tmp_path / "out")
    assert "Renamed-Made-Up" in said
    assert "&lt;Made &amp; Up&gt;" in said  # her earlier name, on the page
    assert "Brother-Made-Up" not in said
    assert "neither this person nor the authority exists" in said
    assert {part.folder for part in held.parts} == {"records", "history"}
    page = (tmp_path / "out" / "read_me_first.html").read_text(encoding="utf-8")
    assert "<Made" not in page
    assert "What is not included" in page


def test_what_was_told_before_birth_under_another_id_is_theirs_too(tmp_path):
    child = {"child": "born", "born": date(2020, 1, 1), "unborn_id": "before birth"}
    contact = {"contact": "C", "child": "before birth", "received": date(2019, 9, 1)}
    rows = {"extract": GOOD_ROWS["extract"], "children": [child], "contacts": [contact]}
    for name, of_table in rows.items():
        write_rows(tmp_path, name, of_table)
    workspace = Workspace(tmp_path / "workspace")
    load(tmp_path, workspace)
    with workspace.reading() as backend:
        held = gather(backend, "born", date(2024, 4, 1))
    told = {(part.folder, part.name) for part in held.parts}
    assert {("records", "contacts"), ("history", "contacts")} <= told


def test_what_speaks_of_others_is_marked(tmp_path, workspace):
    export_of(workspace, "hers", tmp_path / "out")
    with (tmp_path / "out" / "to_look_at.csv").open(encoding="utf-8-sig") as file:
        marks = {(row["file"], row["column"]): row["may_speak_of"] for row in csv.DictReader(file)}
    assert marks["records/contacts", "worker"] == "a worker"
    assert marks["records/contacts", "source_words"] == "who told the service, or another agency"
    assert marks["records/family_members", "family"] == "relatives"
    assert ("records/children", "family_name") not in marks
    with (tmp_path / "out" / "records" / "contacts.csv").open(encoding="utf-8-sig") as file:
        (row,) = csv.DictReader(file)
    assert "worker: a worker" in row["look_at_before_giving"]


def test_every_column_that_names_a_worker_or_another_child_is_marked():
    for table in TABLES.values():
        for column in table.columns:
            if "child" not in table.column_names or column.name == "child":
                continue
            if column.refers_to in ("workers", "children"):
                assert speaks_of(table, column), f"{table.name}.{column.name}"
            if column.name in ("reason", "source_words", "decision", "view"):
                assert speaks_of(table, column) or column.codes, f"{table.name}.{column.name}"


@pytest.mark.parametrize(("one", "other"), [("after", "before"), ("before", "after")])
def test_neither_identity_of_an_adopted_child_shows_the_other(tmp_path, workspace, one, other):
    held = export_of(workspace, one, tmp_path / "out")
    words = (
        text_of(tmp_path / "out")
        .replace("look_at_before_giving", "")
        .replace("before anything", "")
    )
    told = [value for part in held.parts for row in part.rows for value in row.values()]
    assert other not in told
    assert f">{other}<" not in words
    assert f",{other}," not in words
    assert (held.withheld > 0) == (one == "after")


SIGNS = some.sampled_from(
    [
        ("care_episodes", {"started": date(2012, 2, 1), "end_reason": "E12"}),
        ("placements", {"started": date(2012, 2, 1), "type": "A5"}),
        ("permanence", {"decided": date(2012, 2, 1)}),
        ("referrals", {"received": date(2012, 2, 1), "closure_reason": "RC1"}),
        ("previous_permanence", {"option": "P1"}),
    ]
)
LINKS = some.sampled_from(["older_id", "unborn_id", "identifier"])


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sign=SIGNS, link=LINKS, on_first=some.booleans())
def test_however_the_adoption_is_told_no_id_leads_across_it(tmp_path_factory, sign, link, on_first):
    folder = tmp_path_factory.mktemp("adopted")
    first = {"child": "identity-one", "born": date(2012, 1, 1)}
    second = {"child": "identity-two", "born": date(2012, 1, 1)}
    rows = {"extract": GOOD_ROWS["extract"], "children": [first, second]}
    if link == "identifier":
        link_row = {"linked_identifier": "L", "child": "identity-two", "identifier": "identity-one"}
        rows["linked_identifiers"] = [link_row]
    else:
        second[link] = "identity-one"
    table, says = sign
    child = "identity-one" if on_first else "identity-two"
    rows[table] = [{TABLES[table].key: "K", "child": child, **says}]
    for name, of_table in rows.items():
        write_rows(folder, name, of_table)
    workspace = Workspace(folder / "workspace")
    load(folder, workspace)
    with workspace.reading() as backend:
        held = gather(backend, "identity-two", date(2024, 4, 1))
    assert "identity-one" not in repr(held)


def test_a_folder_that_holds_files_is_refused(tmp_path, workspace):
    (tmp_path / "somebody else.csv").touch()
    with pytest.raises(CouldNot, match="is not empty"):
        export_of(workspace, "hers", tmp_path)
