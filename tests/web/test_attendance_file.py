"""School attendance as a file: looked at first, faults set aside with reasons, nobody else's child told."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sightline.casework import attendance_file
from sightline.casework.models import AuditEntry, Draft, Person, Recording, Restriction
from sightline.casework.recording import standing_version
from tests.web.read_pages import key_of, words_of

ADDRESS = "/attendance/"
HEADINGS = (
    "child,since,until,sessions_possible,sessions_attended,sessions_unauthorised,school,full_time"
)
RIGHT = "C002,2024-01-08,2024-02-09,50,45,2,Made-up Primary,yes"
NOT_OPEN = "No child with this council id is open to you."


def look(browser, *lines: str, headings: str = HEADINGS, content: bytes | None = None):
    """Choose a file of these lines and look at what it would do."""
    content = "\r\n".join([headings, *lines]).encode() if content is None else content
    return browser.post(
        ADDRESS, {"submission": "k", "file": SimpleUploadedFile("a.csv", content, "text/csv")}
    )


def record(browser, response):
    """Record what was looked at."""
    key = key_of(response.content.decode())
    return browser.post(ADDRESS, {"record": "yes", "submission": key}, follow=True)


def test_nothing_is_recorded_before_it_was_looked_at(holder):
    response = look(holder, RIGHT)
    assert "1 row would be recorded, for 1 child" in words_of(response)
    assert "Ben Marsh" in words_of(response)
    assert not Recording.objects.exists()
    assert "school attendance of 1 child." in words_of(record(holder, response))
    (recorded,) = Recording.objects.all()
    assert (recorded.child, recorded.table) == ("C002", "school_attendance")
    assert standing_version(recorded).content == {
        "since": "2024-01-08", "until": "2024-02-09", "sessions_possible": 50, "sessions_attended": 45,
        "sessions_unauthorised": 2, "school": "Made-up Primary", "full_time": True,
    }  # fmt: skip
    assert not Draft.objects.exists()


def test_sent_twice_it_is_recorded_once_and_looked_at_again_it_is_known(holder):
    response = look(holder, RIGHT)
    for _ in range(2):
        assert "school attendance of 1 child." in words_of(record(holder, response))
    assert Recording.objects.count() == 1
    again = words_of(look(holder, RIGHT))
    assert "0 rows would be recorded" in again
    assert "1 line is of days recorded here already." in again


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("C002,2024-01-08,9 Feb,50,45,,,", "Until is no day."),
        ("C002,2024-02-30,2024-02-09,50,45,,,", "Since is no day."),
        ("C002,,2999-01-01,50,45,,,", "Until cannot be that day."),
        ("C002,2024-03-01,2024-02-09,50,45,,,", "lies before"),
        ("C002,,2024-02-09,fifty,45,,,", "Sessions possible is no number."),
        ("C002,,2024-02-09,٥,1,,,", "Sessions possible is no number."),
        ("C002,,2024-02-09,50,-3,,,", "Sessions attended is no number."),
        ("C002,,2024-02-09,50,51,,,", "Sessions attended: more than were possible."),
        ("C002,,2024-02-09,50,,,,", "Sessions attended is missing."),
        ("C002,,2024-02-09,50,45,,,perhaps", "Full time is neither yes nor no."),
        ("C002", "Until is missing."),
        ("C999,,2024-02-09,50,45,,,", NOT_OPEN),
        (",,2024-02-09,50,45,,,", NOT_OPEN),
        ("C001,,2024-02-09,50,45,,,", NOT_OPEN),
        (RIGHT, "An earlier line says the same days."),
    ],
)
def test_a_line_that_cannot_be_is_set_aside_and_the_others_go_on(holder, line, why):
    response = look(holder, RIGHT, line)
    said = words_of(response)
    assert "1 row would be recorded" in said
    assert f"3 {why}" in said or why in said
    assert "1 line is set aside" in said
    record(holder, response)
    assert Recording.objects.count() == 1


def test_a_child_who_is_not_theirs_reads_like_no_child_and_the_asking_is_kept(holder):
    responses = [look(holder, f"{child},,2024-02-09,50,45,,,") for child in ("C001", "C999")]
    pages = [words_of(one) for one in responses]
    assert pages[0] == pages[1]
    kept = AuditEntry.objects.filter(refused_because__gt="")
    assert [json.loads(one.children) for one in kept] == [["C001"]]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "lacks the heading child"),
        (b"PK\x03\x04 a workbook", "This is no CSV file"),
        (b"child,until\0", "This is no CSV file"),
        (b"name,until\r\nBen,2024-02-09", "lacks the heading child"),
        (b'child,until,sessions_possible,sessions_attended\r\n"C002,2024', "cannot be read as CSV"),
        (b"x" * 600_000, "larger than 500 kB"),
        (
            HEADINGS.encode() + b"\r\nC9,,2024-02-09,5,4,,,".ljust(24) * 2_001,
            "more than 2,000 lines",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(holder, content, says):
    response = look(holder, content=content)
    assert response.status_code == 200
    assert says in words_of(response)
    assert "would be recorded" not in words_of(response)
    assert not Draft.objects.exists()


def test_headings_in_words_in_any_order_and_days_of_spreadsheets_are_read(holder):
    lines = ("45;", "x")
    assert "lacks the heading" in words_of(look(holder, *lines, headings="a;b"))
    response = look(
        holder, "45,09/02/2024,C002,50,Caf\xe9 School",
        headings="\ufeffSessions attended,Until,Child,Sessions possible,School",
    )  # fmt: skip
    assert "1 row would be recorded" in words_of(response)


def test_who_records_nothing_has_no_such_page(sign_in):
    analyst = sign_in("analyst")
    assert analyst.get(ADDRESS).status_code == 403
    assert look(analyst, RIGHT).status_code == 403


def test_recording_without_having_looked_says_so(holder):
    response = holder.post(ADDRESS, {"record": "yes", "submission": "never"})
    assert "There is no file to record." in words_of(response)


def test_a_child_closed_meanwhile_stops_it_before_the_first_row(holder):
    response = look(holder, RIGHT, RIGHT.replace("C002", "C004"))
    assert "2 rows would be recorded, for 2 children" in words_of(response)
    manager = Person.objects.create(username="m", role="service_manager")
    Restriction.objects.create(
        child="C004", kind="refuge", why="x", manager=manager, placed_by=manager, placed_at=timezone.now()
    )  # fmt: skip
    assert "was closed to you" in words_of(record(holder, response))
    assert not Recording.objects.exists()


def test_a_break_in_the_middle_is_made_good_by_sending_it_again(holder, monkeypatch):
    response = look(holder, RIGHT, RIGHT.replace("C002", "C004"))
    whole, calls = attendance_file.record_rows, []

    def breaks(**given):
        calls.append(given)
        if len(calls) == 2:
            raise OSError("the power went")
        return whole(**given)

    monkeypatch.setattr(attendance_file, "record_rows", breaks)
    holder.raise_request_exception = False
    assert record(holder, response).status_code == 500
    assert Recording.objects.count() == 1
    assert "school attendance of 2 children." in words_of(record(holder, response))
    assert sorted(one.child for one in Recording.objects.all()) == ["C002", "C004"]
