"""Fetching data sets, from a server of our own."""

import http.server
import json
import threading
from functools import partial

import pytest

from sightline.comparisons.fetching import fetch_data_sets
from sightline.comparisons.load import load_statistics
from tests.comparisons.made_up_files import ordinary_plans

KNOWN = "abc-1"


class Api(http.server.BaseHTTPRequestHandler):
    """Answers as the API's documentation says, for one data set."""

    def do_GET(self):
        answers = {
            f"/v1/data-sets/{KNOWN}": json.dumps(
                {"title": "Later plans", "latestVersion": {"version": "1.2"}}
            ),
            f"/v1/data-sets/{KNOWN}/csv": ordinary_plans(),
            "/v1/data-sets/odd-1": "{}",
        }
        body = answers.get(self.path)
        self.send_response(200 if body else 404)
        self.end_headers()
        self.wfile.write((body or "").encode())

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def api():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Api)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fetch(api, tmp_path):
    return partial(fetch_data_sets, folder=tmp_path / "out", address=api, pause=0)


def test_a_data_set_is_written_by_its_title_and_version_and_can_be_loaded(fetch, tmp_path):
    report = fetch([KNOWN])
    assert [path.name for path in report.fetched] == ["later_plans-v1.2.csv"]
    assert not report.failed
    loaded = load_statistics([tmp_path / "out"], tmp_path / "w")
    assert loaded.added[0].subject == "later_plans"


def test_what_fails_is_said_and_stops_nothing(fetch, tmp_path):
    report = fetch(["gone", "../etc", "odd-1", KNOWN])
    assert len(report.fetched) == 1
    assert dict(report.failed) == {
        "gone": "the server answered 404",
        "../etc": "that is no id of a data set",
        "odd-1": "the answer does not say what the data set is",
    }
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["later_plans-v1.2.csv"]
