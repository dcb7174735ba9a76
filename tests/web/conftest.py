"""Pages in front of a small made-up service, and people to look at them."""

import pytest
from django.test import Client

from sightline.casework.models import Person
from sightline.inspections.facts import Documents, Event, Judgement, Recommendation
from sightline.inspections.tables import write_tables
from sightline.web import service
from sightline.web.child_addresses import token_of
from tests.web.made_up_service import MadeUpService

REPORT_SHA = "ab" * 32


@pytest.fixture(autouse=True)
def as_people_choose(settings):
    """No second factor is asked for, but where a test is about it."""
    settings.SECOND_FACTOR = "as people choose"


@pytest.fixture
def workspace(tmp_path, settings):
    """A workspace folder with two read documents and one that could not be read."""
    settings.WORKSPACE = tmp_path
    write_tables(made_up_documents(), tmp_path / "documents")
    return tmp_path


@pytest.fixture
def made_up(workspace, monkeypatch):
    """The made-up service behind every page."""
    made_up = MadeUpService()
    monkeypatch.setattr(service, "current", lambda: made_up)
    return made_up


@pytest.fixture
def sign_in(db, made_up):
    """Signs somebody in by role and gives their browser."""

    def as_role(role: str, worker: str = "") -> Client:
        person = Person.objects.create(username=role, role=role, worker=worker)
        client = Client()
        client.force_login(person)
        return client

    return as_role


@pytest.fixture
def at(workspace):
    """The address of a page of a child, by default of C002."""
    return lambda page="", child="C002": f"/children/{token_of(child, workspace)}/{page}"


@pytest.fixture
def holder(sign_in):
    """The browser of the practitioner who holds C002."""
    return sign_in("practitioner", worker="W1")


def made_up_documents() -> Documents:
    """A report in Barsetshire, which inspectors never visited."""
    from datetime import date

    report = "report.pdf"
    return Documents(
        events=[
            Event(
                file=report,
                sha256=REPORT_SHA,
                kind="ilacs_inspection",
                authority="Barsetshire",
                starts=date(2018, 5, 14),
                published=date(2018, 6, 20),
                lead_inspector="Pat Example",
            ),
            Event(file="broken.pdf", unreadable_because="The file is empty."),
        ],
        judgements=[Judgement(report, "overall_effectiveness", "inadequate", "Inadequate", 1)],
        recommendations=[
            Recommendation(
                report, 1, "Interview children who come back.", 4, "priority action", ("missing",)
            ),
            Recommendation(
                report, 2, "Make better use of the budget.", 4, themes=("resources_finance",)
            ),
        ],
    )
