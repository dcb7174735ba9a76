"""The real server killed while people record: each thing is whole or absent, with its audit entry.

What was answered stays, and what was not answered is sent again and recorded once.
"""

import re
import sqlite3
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPException
from http.cookiejar import CookieJar

import pytest

from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.synthetic.authority import synthesise
from sightline.web.child_addresses import token_of
from tests.cli.commands import run
from tests.web.read_pages import key_of
from tests.web.real_server import RealServer, free_port

WRITES, WRITERS = 200, 4
KILLED_AFTER = (40, 90, 140)
AREAS = ("grade_1", "grade_2", "grade_3")
DAY = {"assessed-day": "1", "assessed-month": "2", "assessed-year": "2024"}
TABLE = "neglect_assessments"

pytestmark = pytest.mark.long


class NotFollowed(urllib.request.HTTPRedirectHandler):
    """A redirect is the answer: what was sent stands."""

    def redirect_request(self, *_, **__):
        return None


class Browser:
    """Somebody signed in, without a browser."""

    def __init__(self, server: RealServer, name: str) -> None:
        self.address = server.address
        self.cookies = CookieJar()
        self._opener = urllib.request.build_opener(
            NotFollowed, urllib.request.HTTPCookieProcessor(self.cookies)
        )
        self.token = self._token(self.get("/sign-in/"))
        sent = {"login": name, "password": server.passwords[name]}
        assert self.send("/sign-in/", sent) == 302

    def get(self, page: str) -> str:
        with self._opener.open(self.address + page, timeout=60) as answer:
            return answer.read().decode()

    def send(self, page: str, content: dict[str, str]) -> int:
        """The status of the answer. Raises OSError or HTTPException where there was none."""
        sent = urllib.parse.urlencode({**content, "csrfmiddlewaretoken": self.token}).encode()
        try:
            with self._opener.open(self.address + page, sent, timeout=60) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def opens_form(self, page: str) -> str:
        """Opens a form; gives its key."""
        opened = self.get(page)
        self.token = self._token(opened)
        return key_of(opened)

    @staticmethod
    def _token(page: str) -> str:
        return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]


class Writing:
    """People who record until all of it was answered; the same form again where no answer came."""

    def __init__(self, server: RealServer, page: str) -> None:
        self.page, self.left = page, list(range(WRITES, 0, -1))
        self.answered: list[str] = []
        self.statuses: set[int] = set()
        self.not_answered = 0
        self.is_up = threading.Event()
        self.is_up.set()
        browsers = [Browser(server, "leader") for _ in range(WRITERS)]
        keys = [browser.opens_form(page) for browser in browsers]
        self.threads = [
            threading.Thread(target=self._record, args=(browser, key), daemon=True)
            for browser, key in zip(browsers, keys, strict=True)
        ]

    def _record(self, browser: Browser, key: str) -> None:
        while self.left:
            tool = f"Tool {self.left.pop()}"
            grades = dict.fromkeys(AREAS, "3")
            sent = {"submission": f"{key[:40]} {tool}", "tool": tool, **DAY, **grades}
            self.statuses.add(self._until_answered(browser, sent))
            self.answered.append(tool)

    def _until_answered(self, browser: Browser, sent: dict[str, str]) -> int:
        while True:
            try:
                return browser.send(self.page, sent)
            except (OSError, HTTPException):
                self.not_answered += 1
                self.is_up.wait(timeout=60)
                time.sleep(0.05)


@contextmanager
def casework(workspace: Workspace) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(workspace.folder / "casework.sqlite3")) as connection:
        yield connection


def what_stands(workspace: Workspace) -> list[str]:
    """The tools recorded; each stands in all areas, with as many audit entries as there are forms."""
    with casework(workspace) as database:
        areas = dict(
            database.execute(
                f"SELECT tool, count(*) FROM recorded_{TABLE} GROUP BY tool"
            ).fetchall()
        )
        counts = [
            database.execute(question).fetchone()[0]
            for question in (
                "SELECT count(*) FROM casework_submission",
                f"SELECT count(*) FROM casework_auditentry WHERE thing = '{TABLE} recorded'",
            )
        ]
        rows = [
            database.execute(f"SELECT count(*) FROM casework_{table}").fetchone()[0]
            for table in ("recording", "recordingversion")
        ]
    assert set(areas.values()) <= {len(AREAS)}, "a form stands in part"
    assert counts == [len(areas)] * 2, "forms sent, audit entries"
    assert rows == [len(areas) * len(AREAS)] * 2, "recordings, versions"
    return list(areas)


def wait_for(writing: Writing, answered: int) -> None:
    until = time.monotonic() + 60
    while len(writing.answered) < answered:
        assert time.monotonic() < until, f"{len(writing.answered)} answered: {writing.statuses}"
        time.sleep(0.002)


def test_a_killed_server_leaves_each_thing_recorded_whole_or_absent(tmp_path):
    workspace = Workspace(tmp_path / "workspace")
    synthesise(30, 5, tmp_path / "records")
    load(tmp_path / "records", workspace)
    with workspace.reading() as backend:
        (child,) = backend.con.execute("SELECT min(child) FROM records.children").fetchone()
    port = free_port()
    server = RealServer(workspace.folder, port)
    writing = Writing(server, f"/children/{token_of(child, workspace.folder)}/record/{TABLE}/")
    for thread in writing.threads:
        thread.start()
    try:
        for answered in KILLED_AFTER:
            wait_for(writing, answered)
            writing.is_up.clear()
            server.kill()
            assert set(writing.answered) <= set(what_stands(workspace))
            server = RealServer(workspace.folder, port)
            writing.is_up.set()
        wait_for(writing, WRITES)
    finally:
        server.stop()
    assert writing.statuses == {302}
    assert writing.not_answered >= len(KILLED_AFTER)
    assert sorted(what_stands(workspace)) == sorted(writing.answered)
    assert len(set(writing.answered)) == WRITES
    verified = run("audit", "verify", "--workspace", workspace.folder)
    assert verified.code == 0, verified.said
