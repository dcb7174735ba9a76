"""Fetching from a listing, against a server of the test's own that misbehaves on purpose."""

import threading
from collections import Counter
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from sightline.inspections.fetching import fetch_reports
from sightline.inspections.fetching.fetch import CouldNotFetch
from sightline.inspections.fetching.index_file import read_index
from sightline.inspections.fetching.listing import Provider, publications

PDF = b"%PDF-1.7\n" + b"made-up report " * 4000 + b"\n%%EOF\n"


class Listing:
    """A listing of two authorities on two pages, with what the server does wrong set by a test."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.ranges: list[str] = []
        self.fail_times: dict[str, int] = {}
        self.break_off: set[str] = set()
        self.instead: dict[str, bytes] = {}

    pages: ClassVar = {
        "/listing": b"<a href='/provider/44/111'>Northmere</a>"
        b"<ul class='pagination'><li class='next'><a href='/listing?page=2'>Next</a></li></ul>",
        "/listing?page=2": b"<a href='/provider/44/222'>South Weald Borough Council</a>",
        "/provider/44/111": b"<a class='publication-link' href='/file/1'>Children's services "
        b"inspection <span class='nonvisual'>- 16 May 2018, pdf</span></a>"
        b"<a class='publication-link' href='/file/2'>Monitoring visit - 4 October 2018, pdf</a>"
        b"<a class='publication-link' href='/file/9'>Accessibility statement, pdf</a>",
        "/provider/44/222": b"<a class='publication-link' href='/file/3'>Focused visit, pdf</a>",
        "/file/1": PDF,
        "/file/2": PDF + b"%2\n%%EOF\n",
        "/file/3": PDF + b"%3\n%%EOF\n",
    }


def handler_for(listing: Listing) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            listing.asked[self.path] += 1
            if listing.fail_times.get(self.path, 0) > 0:
                listing.fail_times[self.path] -= 1
                self.answer(503, b"later")
                return
            body = listing.instead.get(self.path, listing.pages.get(self.path))
            if body is None:
                self.answer(404, b"")
                return
            begin = self.headers.get("Range")
            if begin:
                listing.ranges.append(begin)
                rest = body[int(begin.removeprefix("bytes=").rstrip("-")) :]
                self.answer(206, rest)
                return
            self.answer(200, body, cut=self.path in listing.break_off)

        def answer(self, status: int, body: bytes, cut: bool = False) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if cut else body)
            if cut:
                self.close_connection = True

    return Handler


@pytest.fixture
def listing():
    return Listing()


@pytest.fixture
def address(listing):
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(listing))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/listing"
    server.shutdown()
    server.server_close()
    thread.join()


def test_every_wanted_report_comes_with_its_index(listing, address, tmp_path):
    report = fetch_reports(tmp_path, listing=address, pause=0)
    assert sorted(report.fetched) == [
        "111-northmere-2018-05-16.pdf",
        "111-northmere-2018-10-04.pdf",
        "222-south-weald-borough-council-undated.pdf",
    ]
    assert not report.failed
    assert (tmp_path / "111-northmere-2018-05-16.pdf").read_bytes() == PDF
    entry = next(each for each in read_index(tmp_path) if each.file.endswith("05-16.pdf"))
    assert (entry.urn, entry.authority, entry.published) == ("111", "Northmere", "2018-05-16")
    assert listing.asked["/file/9"] == 0


def test_nothing_is_fetched_twice(listing, address, tmp_path):
    fetch_reports(tmp_path, listing=address, pause=0)
    again = fetch_reports(tmp_path, listing=address, pause=0)
    assert (again.fetched, again.already_here) == ([], 3)
    assert listing.asked["/file/1"] == 1


def test_a_report_altered_on_disk_is_fetched_again(listing, address, tmp_path):
    fetch_reports(tmp_path, listing=address, pause=0)
    (tmp_path / "111-northmere-2018-05-16.pdf").write_bytes(PDF[:100])
    fetch_reports(tmp_path, listing=address, pause=0)
    assert (tmp_path / "111-northmere-2018-05-16.pdf").read_bytes() == PDF


def test_a_server_that_is_busy_is_asked_again(listing, address, tmp_path):
    listing.fail_times = {"/file/1": 2, "/listing": 1}
    report = fetch_reports(tmp_path, listing=address, pause=0)
    assert len(report.fetched) == 3
    assert listing.asked["/file/1"] == 3


def test_a_report_that_broke_off_is_resumed_where_it_stopped(listing, address, tmp_path):
    listing.break_off = {"/file/1"}
    first = fetch_reports(tmp_path, listing=address, pause=0)
    assert [reason for _, reason in first.failed] == [
        "the report broke off; the next fetch goes on from there"
    ]
    assert len(first.fetched) == 2
    listing.break_off = set()
    second = fetch_reports(tmp_path, listing=address, pause=0)
    assert second.fetched == ["111-northmere-2018-05-16.pdf"]
    resumed_at = int(listing.ranges[0].removeprefix("bytes=").rstrip("-"))
    assert len(PDF) // 2 - 4096 <= resumed_at <= len(PDF) // 2
    assert (tmp_path / "111-northmere-2018-05-16.pdf").read_bytes() == PDF


def test_a_web_page_named_as_a_report_is_not_kept(listing, address, tmp_path):
    listing.instead = {"/file/1": b"<html>Report not found</html>"}
    report = fetch_reports(tmp_path, listing=address, pause=0)
    assert [reason for _, reason in report.failed] == ["what came is not a whole PDF"]
    assert len(read_index(tmp_path)) == 2
    assert not list(tmp_path.glob("*.part"))


def test_a_missing_provider_page_does_not_stop_the_others(listing, address, tmp_path):
    listing.pages = {k: v for k, v in Listing.pages.items() if k != "/provider/44/111"}
    report = fetch_reports(tmp_path, listing=address, pause=0)
    assert report.fetched == ["222-south-weald-borough-council-undated.pdf"]
    assert report.failed[0][1] == "the server answered 404"


def test_an_empty_listing_says_so(listing, address, tmp_path):
    listing.pages = {"/listing": b"<p>Nothing here</p>"}
    with pytest.raises(CouldNotFetch, match="names no authority"):
        fetch_reports(tmp_path, listing=address, pause=0)


def test_the_date_of_publication_is_read_from_the_title():
    page = b"<a class='publication-link' href='f'>Inspection - 31 February 2019</a>"
    provider = Provider("1", "Northmere", "http://127.0.0.1/provider/44/1")
    assert [each.published for each in publications(page, provider)] == [None]
    page = b"<a class='publication-link' href='f'>Inspection - 1 March 2019, pdf</a>"
    assert [each.published for each in publications(page, provider)] == [date(2019, 3, 1)]


def test_progress_counts_authorities(listing, address, tmp_path: Path):
    seen: list[tuple[int, int]] = []
    fetch_reports(tmp_path, listing=address, pause=0, progress=lambda *at: seen.append(at))
    assert seen == [(1, 2), (2, 2)]
