"""Every address of the application, in front of people of every role: nobody learns of a child who is not theirs.

The addresses come from the application itself, so a new one is in the test from its first day.
One trial is one person at one address. Its whole answer is searched, files unpacked: no name, id
or address of a child may stand in it whom the person may not read by the world's plain reading.
"""

import copy
import hashlib
import io
import random
import zipfile
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil
from urllib.parse import unquote

import pypdfium2
import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from sightline.casework.models import (
    NamedGrant,
    Person,
    ProgramKey,
    ReasonedAccess,
    Restriction,
    TeamMembership,
)
from sightline.web import service
from sightline.web.child_addresses import token_of
from tests.casework.drawn_world import PEOPLE, World
from tests.web.drawn_service import NAMES, DrawnService
from tests.web.route_parts import BODIES, QUERIES, filled_in
from tests.web.routes import ROUTES, Route

TRIALS_IN_THE_SHORT_RUN = 300
TRIALS_IN_THE_LONG_RUN = 20_000
WORLDS_IN_THE_LONG_RUN = ceil(TRIALS_IN_THE_LONG_RUN / (PEOPLE * len(ROUTES) * 2))
NOTHING_LOADED = 503
INTERVIEW = {"table": "return_interviews", "content": {"held": "2024-03-03"}}


@dataclass
class Trials:
    """One drawn world and everybody in it at their browser. ``shown`` counts children rightly shown."""

    world: World
    chance: random.Random
    made: int = 0
    shown: int = 0
    sessions: dict[int, str] = field(default_factory=dict)

    def trial(self, person: Person, route: Route, method: str) -> None:
        """One person at one address. What it changes is taken back."""
        address = route.address(self.world, self.chance)
        sent = dict(self.chance.choice(QUERIES.get(route.name, ({},))))
        self._sign_in(person)
        self.made += 1
        taken_back = transaction.atomic()
        taken_back._from_testcase = True  # what writes opens a transaction that none may be around
        with taken_back:
            if method == "POST":
                sent = self._body(person, route, address)
            answer = self._send(person, method, address, sent)
            assert answer.status_code < 500 or answer.status_code == NOTHING_LOADED, (
                f"{method} {route.template} broke for {person.role}, who sent {sent}"
            )
            self._search(person, answer, f"{method} {route.template}", [address, *sent.values()])
            transaction.set_rollback(True)

    def _send(self, person: Person, method: str, address: str, sent: dict[str, str]):
        """What the application answers. The browser is a new one each time, with the old session."""
        browser = Client(raise_request_exception=False)
        if address.startswith("/api/"):
            return self._by_program(browser, person, method, address)
        browser.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[person.pk]
        return (browser.post if method == "POST" else browser.get)(address, sent)

    def _by_program(self, browser: Client, person: Person, method: str, address: str):
        """The same asked by a program that acts as the person."""
        key = {"authorization": f"Bearer {key_of(person)}"}
        if method == "GET":
            return browser.get(address, headers=key)
        sent = {"child": self.chance.choice(self.world.children), **INTERVIEW}
        answer = browser.post(address, sent, content_type="application/json", headers=key)
        # What it was asked about is what it sent; the rest of the answer is searched.
        answer.content = answer.content.replace(sent["child"].encode(), b"")
        return answer

    def _body(self, person: Person, route: Route, address: str) -> dict[str, str]:
        """The form of that page, filled in."""
        if route.name in BODIES:
            return BODIES[route.name](self.world, self.chance)
        page = self._send(person, "GET", address, {})
        return filled_in(words_of(page), self.chance)

    def _sign_in(self, person: Person) -> None:
        """Sign the person in, once for all trials; whoever may not sign in has a session all the same."""
        if person.pk not in self.sessions:
            browser = Client()
            browser.force_login(person)
            self.sessions[person.pk] = browser.cookies[settings.SESSION_COOKIE_NAME].value

    def _search(self, person: Person, answer, where: str, sent: list[str]) -> None:
        """Nothing of a child who is not theirs, but for what they themselves sent."""
        text = told_in(answer)
        said = " ".join(sent).casefold()
        for record in self.world.records:
            told = [one for one in marks_of(record.child) if one in text and one not in said]
            if not told:
                continue
            theirs = self.world.plainly(person, record) or self._theirs_now(person, record)
            assert theirs, f"{where} told {told} to {person.role}, of {record}"
            self.shown += 1

    def _theirs_now(self, person: Person, record) -> bool:
        """The plain reading after what this trial changed."""
        now = copy.copy(self.world)
        now.teams = set(TeamMembership.objects.filter(ended_at=None).values_list("person", "team"))
        now.named = {
            (grant.person_id, grant.child)
            for grant in NamedGrant.objects.filter(withdrawn_at=None, until__gt=now.now)
        }
        now.reasons = {
            (reason.person_id, reason.child)
            for reason in ReasonedAccess.objects.filter(until__gt=now.now)
        }
        now.closed = dict(
            Restriction.objects.filter(lifted_at=None).values_list("child", "manager")
        )
        return now.plainly(Person.objects.get(pk=person.pk), record)


def key_of(person: Person) -> str:
    """A key by which a program acts as the person."""
    secret = f"made-up key {person.pk}"
    digest = hashlib.sha256(secret.encode()).hexdigest()
    now = timezone.now()
    ProgramKey.objects.get_or_create(
        digest=digest,
        defaults={
            "name": "made-up program",
            "acts_as": person,
            "given_by": person,
            "given_at": now,
            "until": now + timedelta(days=1),
        },
    )
    return secret


def marks_of(child: str) -> list[str]:
    """All that leads to one child: id, names, address."""
    return [one.casefold() for one in (child, *NAMES[child], token_of(child, settings.WORKSPACE))]


def told_in(answer) -> str:
    """All that an answer says: status line apart, headers, cookies and body."""
    headers = " ".join(f"{name}: {value}" for name, value in answer.items())
    return unquote(f"{headers} {answer.cookies.output()} {words_of(answer)}").casefold()


def words_of(answer) -> str:
    """The body as text; of PDF files and of what is packed, the words inside."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return " ".join(packed.read(one).decode(errors="replace") for one in packed.namelist())
    if body.startswith(b"%PDF"):
        return " ".join(
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(body)
        )
    return body.decode(errors="replace")


@pytest.fixture
def trials(db, workspace, monkeypatch):
    """Makes a world by its seed, puts its service behind every page and gives its trials."""

    def in_world(seed: int) -> Trials:
        world = World(seed, tuple(NAMES))
        drawn = DrawnService(world)
        monkeypatch.setattr(service, "current", lambda: drawn)
        return Trials(world, random.Random(seed))

    return in_world


def test_a_few_people_at_every_address(trials):
    trials = trials(1)
    for route in ROUTES:
        get, other, post = trials.chance.sample(trials.world.people, 3)
        trials.trial(get, route, "GET")
        trials.trial(other, route, "GET")
        trials.trial(post, route, "POST")
    while trials.made < TRIALS_IN_THE_SHORT_RUN:
        trials.trial(
            trials.chance.choice(trials.world.people),
            trials.chance.choice(ROUTES),
            trials.chance.choice(["GET", "POST"]),
        )


def test_people_see_the_children_who_are_theirs(trials):
    trials = trials(2)
    lists = [
        route
        for route in ROUTES
        if route.name in ("child", "children-behind") or route.template.endswith("concerns")
    ]
    for route in lists:
        for person in trials.world.people:
            trials.trial(person, route, "GET")
    assert trials.shown > 60, "where nothing is shown, nothing leaks and nothing is tested"


def test_a_page_that_asks_nobody_is_caught(trials, monkeypatch):
    from sightline.casework.policy import YES
    from sightline.web.pages import children_behind

    monkeypatch.setattr(children_behind, "may", lambda *asked: YES)
    trials = trials(3)
    route = next(route for route in ROUTES if route.name == "children-behind")
    leader = next(one for one in trials.world.people if one.role == "leader" and one.is_active)
    with pytest.raises(AssertionError, match="told"):
        trials.trial(leader, route, "GET")


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1000 + WORLDS_IN_THE_LONG_RUN))
def test_everybody_at_every_address(trials, seed):
    trials = trials(seed)
    for person in trials.world.people:
        for route in ROUTES:
            trials.trial(person, route, "GET")
            trials.trial(person, route, "POST")
    assert trials.made * WORLDS_IN_THE_LONG_RUN >= TRIALS_IN_THE_LONG_RUN
    assert trials.shown > trials.made / 100
