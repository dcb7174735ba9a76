"""The door for Sightline's own folder: whatever lies in it, the good files come in."""

from datetime import date

import pytest

from sightline.sources import parquet_folder
from sightline.sources.could_not import CouldNot
from tests.ledger.small_folder import GOOD_ROWS, write_csv_twin, write_good_folder


@pytest.fixture
def source(tmp_path):
    return write_good_folder(tmp_path / "source")


def test_csv_and_parquet_bring_the_same_rows(source, tmp_path):
    csv_folder = tmp_path / "csv"
    for name, rows in GOOD_ROWS.items():
        write_csv_twin(csv_folder, name, rows)
    columns = list(GOOD_ROWS["protection_plans"][0])
    from_parquet = parquet_folder.read(source).tables["protection_plans"].rows.select(columns)
    from_csv = parquet_folder.read(csv_folder).tables["protection_plans"].rows.select(columns)
    assert from_csv.to_pylist() == from_parquet.to_pylist()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "The file is a web page"),
        (b"child,born\nC1,2015-06-01\n", "The file is not Parquet"),
        (b"PAR1 and then nothing that makes sense PAR1", "The file is damaged"),
    ],
)
def test_a_file_that_is_not_parquet_is_said_and_the_others_come_in(source, content, said):
    (source / "protection_plans.parquet").write_bytes(content)
    arrival = parquet_folder.read(source)
    (unread,) = arrival.unread_files
    assert unread.file == "protection_plans.parquet"
    assert unread.reason.startswith(said)
    assert unread.how_to_mend
    assert set(arrival.tables) == {"extract", "children", "protection_visits"}
    assert arrival.unread_tables == {"protection_plans"}


def test_a_parquet_file_cut_short_is_said(source):
    whole = (source / "children.parquet").read_bytes()
    (source / "children.parquet").write_bytes(whole[: len(whole) // 2])
    (unread,) = parquet_folder.read(source).unread_files
    assert unread.reason == "The file is cut short."


def test_a_file_of_an_unknown_name_is_said_and_the_truth_is_not_read(source):
    (source / "childrn.csv").write_text("child\nC9\n")
    (source / "truth.parquet").write_bytes(b"whatever")
    arrival = parquet_folder.read(source)
    assert [file.file for file in arrival.unread_files] == ["childrn.csv"]
    assert "truth" not in arrival.tables


def test_csv_from_excel_on_windows(source):
    (source / "children.parquet").unlink()
    (source / "children.csv").write_bytes(
        "child,given_name,born\r\nC1,Zoë,01/06/2015\r\nC2,Siân,03/02/2018\r\n".encode("cp1252")
    )
    rows = parquet_folder.read(source).tables["children"].rows.to_pylist()
    assert [row["given_name"] for row in rows] == ["Zoë", "Siân"]
    assert rows[0]["born"] == date(2015, 6, 1)


def test_csv_with_a_byte_order_mark_other_case_and_blank_lines(source):
    (source / "children.parquet").unlink()
    (source / "Children.CSV").write_bytes(
        b"\xef\xbb\xbfCHILD , Born\r\nC1,2015-06-01\r\n,\r\nC2,2018-02-03\r\n\r\n"
    )
    rows = parquet_folder.read(source).tables["children"].rows.to_pylist()
    assert [(row["child"], row["source_row"]) for row in rows] == [("C1", 2), ("C2", 4)]


def test_a_csv_row_with_too_many_values_is_set_aside_with_its_number(source):
    (source / "children.parquet").unlink()
    (source / "children.csv").write_text("child,born\nC1,2015-06-01\nC2,2018,02,03\nC3,\n")
    children = parquet_folder.read(source).tables["children"]
    assert [row["source_row"] for row in children.rows.to_pylist()] == [2, 4]
    (unread,) = children.unread_rows
    assert (unread.row, unread.file) == (3, "children.csv")
    assert "4 values where the header has 2 columns" in unread.reason


def test_parquet_is_taken_where_both_are_there(source):
    (source / "children.csv").write_text("child\nC9\n")
    arrival = parquet_folder.read(source)
    assert arrival.tables["children"].rows.num_rows == 3
    assert any("children.csv was left unread" in note for note in arrival.notes)


def test_a_folder_that_changes_while_it_is_read_is_refused(source):
    def change(done, total):
        (source / "children.csv").write_text(f"child\n{done}\n")

    with pytest.raises(CouldNot, match="changed while it was read"):
        parquet_folder.read(source, change)


def test_the_fingerprint_is_of_the_content(source, tmp_path):
    copy = write_good_folder(tmp_path / "copy")
    assert parquet_folder.fingerprint(copy) == parquet_folder.fingerprint(source)
    (copy / "children.csv").write_text("child\n")
    assert parquet_folder.fingerprint(copy) != parquet_folder.fingerprint(source)
