"""The interface for other programs keeps to its own description, whatever is sent."""

from datetime import timedelta

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.utils import timezone
from hypothesis import HealthCheck, given, settings

from sightline.casework import programs
from tests.casework.people import somebody

pytestmark = pytest.mark.long
EXAMPLES = 25


@pytest.fixture
def described(made_up, db):
    """The interface, with the key of a program that may see most."""
    person = somebody("quality_assurance")
    person.set_unusable_password()
    person.save()
    until = timezone.now() + timedelta(days=1)
    _, secret = programs.give_key(
        by=somebody("administrator"), name="x", acts_as=person, until=until
    )
    headers = {"Authorization": f"Bearer {secret}"}
    return schemathesis.openapi.from_wsgi(
        "/api/openapi.json", get_wsgi_application(), headers=headers
    ), headers


def test_every_answer_is_as_described(described):
    schema, headers = described
    operations = [one.ok() for one in schema.get_all_operations()]
    assert len(operations) > 9
    for operation in operations:

        @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def every_case(case):
            case.call_and_validate(headers=headers)

        every_case()
