"""People at work: how long pages take while a whole service opens them.

    ./run bench a_service_at_work [--children 60000] [--people 100] [--every 10] [--seconds 300]
                                  [--settling 60] [--database postgresql|sqlite] [--workspace FOLDER]

Makes a made-up authority (or takes a workspace that is there), adds people who hold its cases,
signs them in and serves it by the same function as ``sightline serve``. Each opens a page at equal
distances of time: my day, one of the children on it, a tracker. Beside each page stands how many
times as long it takes as the page that says who is signed in, which reads no records, in the same run. Times
are those a person waits, the browsers of all of them on the same machine. What the first minute
takes (``--settling``) is left out: the application has then read what is the same for everybody.
"""

import argparse
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[1]
CHILD = re.compile(r'href="(/children/[a-z0-9-]+/)')
PROMISED = {"my day": 300, "a child": 300, "a tracker": 300}
TRACKERS = ("long-plans", "pre-proceedings", "missing", "exploitation")
LISTS = ("overdue", "due", "before")
BARE = "the page of one's own session"
ROLES = ("practitioner",) * 8 + ("team_manager", "conference_chair")
STARTING = 120


@dataclass
class Waits:
    """Milliseconds waited by page, and what went wrong."""

    by_page: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)

    def ask(self, browser: httpx.Client, page: str, address: str) -> str:
        """Open a page and keep how long it took; empty where it failed."""
        begin = time.perf_counter()
        try:
            answer = browser.get(address)
        except httpx.HTTPError as error:
            self.errors.append(f"{page}: {type(error).__name__}")
            return ""
        self.by_page[page].append(1000 * (time.perf_counter() - begin))
        if answer.status_code != 200:
            self.errors.append(f"{page}: {answer.status_code}")
            return ""
        return answer.text


def a_workspace(folder: Path, children: int) -> Path:
    """A made-up authority as the last night left it."""
    from sightline.ledger.load import load
    from sightline.ledger.workspace import Workspace
    from sightline.measures.check import check
    from sightline.synthetic.authority import synthesise

    synthesise(children, 1, folder / "records")
    house = Workspace(folder / "workspace")
    load(folder / "records", house)
    check(house)
    return house.folder


def cookies_of_people(workspace: Path, people: int) -> list[str]:
    """Add people who hold most cases and sign them in; gives the cookie of each."""
    from sightline.web.serving import open_to_serve

    open_to_serve(workspace, "127.0.0.1")
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from sightline.casework.models import Person, TeamMembership
    from sightline.ledger.workspace import Workspace

    with Workspace(workspace).reading() as backend:
        workers = backend.con.execute(
            "SELECT worker, mode(team) FROM records.allocations WHERE ended IS NULL "
            "AND role = 'social worker' GROUP BY worker ORDER BY count(*) DESC LIMIT ?",
            [people],
        ).fetchall()
    cookies = []
    for number, (worker, team) in enumerate(workers):
        role = ROLES[number % len(ROLES)]
        person, _ = Person.objects.get_or_create(
            username=f"somebody-{number}", defaults={"role": role, "worker": worker}
        )
        TeamMembership.objects.get_or_create(
            person=person, team=team, defaults={"given_by": person, "given_at": timezone.now()}
        )
        browser = Client()
        browser.force_login(person, "django.contrib.auth.backends.ModelBackend")
        cookies.append(browser.cookies[settings.SESSION_COOKIE_NAME].value)
    return cookies


def at_work(address: str, cookie: str, waits: Waits, until: float, every: float) -> None:
    """One person, opening a page at equal distances of time until the end."""
    chance = random.Random(cookie)
    children: list[str] = []
    with httpx.Client(base_url=address, cookies={"sessionid": cookie}, timeout=60) as browser:
        time.sleep(chance.random() * every)
        while (begin := time.monotonic()) < until:
            page = chance.choice(("my day", "a child", "a child", "a tracker", BARE))
            if page == "a child" and children:
                waits.ask(browser, page, chance.choice(children))
            elif page == "a tracker":
                waits.ask(browser, page, f"/trackers/{chance.choice(TRACKERS)}/")
            elif page == BARE:
                waits.ask(browser, page, "/session/")
            else:
                told = waits.ask(browser, "my day", f"/my-day/?show={chance.choice(LISTS)}")
                children = sorted(set(CHILD.findall(told))) or children
            time.sleep(max(0.0, every - (time.monotonic() - begin)))


def work_for(seconds: float, address: str, cookies: list[str], every: float) -> Waits:
    """All of them at work for so long."""
    waits, until = Waits(), time.monotonic() + seconds
    threads = [
        threading.Thread(target=at_work, args=(address, cookie, waits, until, every))
        for cookie in cookies
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return waits


@contextmanager
def served(workspace: Path) -> Iterator[str]:
    """The application on a free port; gives its address once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = (
        "from pathlib import Path; from sightline.web.serving import serve; "
        f"serve(Path({str(workspace)!r}), '127.0.0.1', {port})"
    )
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen([sys.executable, "-c", program], stdout=log, cwd=ROOT)
        try:
            _wait_for(f"http://127.0.0.1:{port}/sign-in/")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait_for(address: str) -> None:
    for _ in range(STARTING):
        try:
            httpx.get(address, timeout=5)
            return
        except httpx.HTTPError:
            time.sleep(1)
    raise SystemExit("The application did not start.")


@contextmanager
def a_postgresql_server() -> Iterator[str]:
    """A server of the benchmark's own, with the settings it has when it is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        raise SystemExit("PostgreSQL is not installed here: use --database sqlite.")
    programs = found[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="sightline-benchmark-"))
    before = ("runuser", "-u", "nobody", "--") if os.geteuid() == 0 else ()
    if before:
        shutil.chown(folder, "nobody")
    control = (*before, programs / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log")
    _run(*before, programs / "initdb", "-D", folder / "data", "-U", "sightline", "-A", "trust")
    _run(*control, "-o", f"-k {folder} -c listen_addresses=''", "start")
    try:
        yield f"postgresql://sightline@localhost/postgres?host={folder}"
    finally:
        _run(*control, "-m", "fast", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str | Path) -> None:
    words = [str(part) for part in command]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")


def at(share: float, times: list[float]) -> float:
    """The time that this share of all stayed under."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def print_waits(waits: Waits) -> None:
    """One line a page: how often it was opened, the middle and 95th percentile, beside what is promised."""
    bare = at(0.5, waits.by_page[BARE]) if waits.by_page[BARE] else None
    print(
        f"{'page':<32}{'opened':>8}{'median':>10}{'p95':>10}{'most':>10}{'times bare':>12}  aim of p95"
    )
    for page, times in sorted(waits.by_page.items()):
        ratio = f"{at(0.5, times) / bare:.1f}" if bare else ""
        aim = f"{PROMISED[page]} ms" if page in PROMISED else ""
        print(
            f"{page:<32}{len(times):>8}{at(0.5, times):>7.0f} ms{at(0.95, times):>7.0f} ms"
            f"{max(times):>7.0f} ms{ratio:>12}  {aim}"
        )
    print(f"errors: {len(waits.errors)} {sorted(set(waits.errors))[:5] if waits.errors else ''}")


def main() -> None:
    """Make what is needed, let people work, print what they waited."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--children", type=int, default=60_000)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--every", type=float, default=10)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--settling", type=float, default=60)
    parser.add_argument("--database", choices=("postgresql", "sqlite"), default="postgresql")
    parser.add_argument("--workspace", type=Path)
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        workspace = given.workspace or a_workspace(folder, given.children)
        if given.database == "postgresql":
            os.environ["SIGHTLINE_DATABASE"] = stack.enter_context(a_postgresql_server())
        cookies = cookies_of_people(workspace, given.people)
        address = stack.enter_context(served(workspace))
        print(
            f"{len(cookies)} people, a page every {given.every:g} s, {given.database}", flush=True
        )
        for seconds in (given.settling, given.seconds):
            waits = work_for(seconds, address, cookies, given.every)
        print_waits(waits)


if __name__ == "__main__":
    main()
