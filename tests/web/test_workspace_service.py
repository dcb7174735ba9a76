"""Pages on a real ledger: every figure shown is the one in the measures table."""

import re
from html import unescape

import pytest
from django.test import Client

from sightline.casework.access import access_of
from sightline.casework.models import Person, Role
from sightline.engine.periods import GRAINS
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.measures import MEASURES, answers
from sightline.measures.check import check
from sightline.synthetic.authority import synthesise
from sightline.web import demo_people, workspace_service
from sightline.web.child_addresses import token_of
from tests.web.test_line_of_sight_page import text_of

CHILDREN = 80

pytestmark = [pytest.mark.long, pytest.mark.django_db]


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A small made-up authority, loaded and checked."""
    folder = tmp_path_factory.mktemp("authority")
    synthesise(CHILDREN, 3, folder / "records")
    house = Workspace(folder / "workspace")
    load(folder / "records", house)
    check(house)
    return house


@pytest.fixture
def client(house, settings):
    settings.WORKSPACE = house.folder
    browser = Client()
    browser.force_login(Person.objects.create(username="leader", role="leader"))
    return browser


@pytest.mark.parametrize("grain", GRAINS)
@pytest.mark.parametrize("name", MEASURES)
def test_every_period_shown_is_in_the_measures_table(client, house, name, grain):
    measure = MEASURES[name]
    page = client.get(f"/measures/{name}/", {"by": grain}).content.decode()
    table = page[page.find(f", by {grain}, ") : page.find("What is counted")]
    shown = re.findall(r'<th scope="row"[^>]*>[^<]+</th>\s*<td[^>]*>([\d,]+)</td>', table)
    with house.reading() as backend:
        series = answers.measure_series(backend, name, grain=grain)
    told = [one for one in reversed(series) if one.is_whole or measure.at_end]
    assert shown[: len(told)] == [f"{figure.numerator:,}" for figure in told]


@pytest.mark.parametrize("name", MEASURES)
def test_the_list_behind_a_figure_holds_as_many_as_the_figure_says(client, house, name):
    measure = MEASURES[name]
    with house.reading() as backend:
        series = answers.measure_series(backend, name, grain="year")
    if not series:
        pytest.skip("The made-up authority holds nothing to count here.")
    figure = series[-1]
    page = unescape(text_of(client.get(f"/measures/{name}/{figure.period}/children/")))
    counted = [int(number) for number in re.findall(r"\((\d+)\) Child What was counted", page)]
    fewer_are_better = measure.better != "higher"
    wanted = figure.numerator if fewer_are_better else figure.denominator - figure.numerator
    assert counted[:1] == [wanted] or (wanted == 0 and "none that you may see" in page)


def test_every_child_has_a_page_with_every_concern(client, house):
    service = workspace_service.current()
    for child in service.children()[:25]:
        address = f"/children/{token_of(child, house.folder)}/concerns/"
        page = client.get(address).content.decode()
        concerns = service.concerns_of(child)
        assert f"Open concerns ({sum(one.is_open for one in concerns)})" in page
        for one in concerns:
            assert one.title in unescape(page)
            if not one.opens:
                assert f'href="/rules/{one.rule}/"' in page


def test_a_new_ledger_is_seen_at_once(house, settings):
    settings.WORKSPACE = house.folder
    before = workspace_service.current()
    assert workspace_service.current() is before
    check(house)
    assert workspace_service.current() is not before


def test_before_the_first_load_pages_say_what_to_do(settings, tmp_path):
    settings.WORKSPACE = tmp_path
    browser = Client()
    browser.force_login(Person.objects.create(username="ada", role="leader"))
    assert "No records have been loaded" in browser.get("/").content.decode()
    response = browser.get("/cannot-tell/")
    assert response.status_code == 503
    assert "sightline load" in response.content.decode()


def test_there_is_somebody_of_each_role_to_try_it_as(house, settings):
    settings.WORKSPACE = house.folder
    people = {one.role: (one, password) for one, password in demo_people.make(house.folder)}
    assert set(people) == set(Role.values)
    practitioner, password = people["practitioner"]
    records = workspace_service.current().records_for_policy().values()
    assert any(practitioner.worker in record.held_by for record in records)
    workers = [one.worker for one, _ in people.values() if one.worker]
    assert len(workers) == len(set(workers))
    manager = Person.objects.get(username=practitioner.manager)
    assert access_of(manager).teams == set(practitioner.teams)
    signed_in = Client().post("/sign-in/", {"login": practitioner.name, "password": password})
    assert signed_in.status_code == 302
    assert [one for one, _ in demo_people.make(house.folder)] == [one for one, _ in people.values()]


def test_nobody_is_made_for_real_records_and_those_there_were_sign_in_no_more(house, settings):
    assert demo_people.records_are_made_up(house.folder)
    assert not demo_people.records_are_made_up(house.folder.parent / "empty")
    demo_people.make(house.folder)
    demo_people.close(house.folder)
    assert not Person.objects.filter(is_active=True).exists()
