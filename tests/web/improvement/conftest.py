"""A made-up plan, and the people of the service in front of it."""

import pytest

from sightline.casework.models import Person
from tests.web.plans_on_pages import begun_by


@pytest.fixture
def leader(sign_in):
    """The browser of the leader."""
    return sign_in("leader")


@pytest.fixture
def plan(leader):
    """The plan of the made-up report, begun by the leader; its first objective is open."""
    return begun_by(Person.objects.get(username="leader"))


@pytest.fixture
def objective(plan):
    """Its open objective."""
    return plan.objectives.get(number=1)


@pytest.fixture
def address(objective):
    """The address of a page of the open objective."""
    return lambda page="": f"/improvement/objectives/{objective.pk}/{page}"
