"""The chronology: turning points until somebody chooses otherwise, people's own events, nobody's words lost."""

import re

import pytest

from sightline.casework.models import AuditEntry, Recording
from tests.web.read_pages import key_of, words_of


@pytest.fixture
def chronology(at):
    """The address of the chronology."""
    return at("chronology/")


def marked(page: str) -> list[str]:
    return re.findall(r'type="checkbox" value="([a-z2-7]+)" checked', page)


def part_of(page: str, words: str) -> str:
    """What stands in a form for the entry that says this."""
    return re.search(rf'for="([a-z2-7]+)"><strong>[^<]+</strong> {words}', page)[1]


def send(browser, address: str, page: str, stands: list[str]):
    """Send the form that chooses entries."""
    offered = re.findall(r'name="offered" value="([a-z2-7]+)"', page)
    return browser.post(
        address, {"submission": key_of(page), "offered": offered, "stands": stands}, follow=True
    )


def test_turning_points_stand_in_it_and_visits_do_not(holder, chronology):
    said = words_of(holder.get(chronology))
    assert "1 May 2022 Child protection plan started" in said
    assert said.index("Referral received") < said.index("Went missing")
    assert "Child protection visit" not in said
    assert "Records: protection plans" in said


def test_a_long_silence_is_said(holder, chronology):
    assert "days without an entry" in words_of(holder.get(chronology))


def test_people_put_entries_in_and_take_them_out(holder, chronology):
    page = holder.get(chronology + "choose/").content.decode()
    plan, visit = (
        part_of(page, "Child protection plan started"),
        part_of(page, "Child protection visit"),
    )
    stands = [one for one in marked(page) if one != plan] + [visit]
    for _ in range(2):
        said = words_of(send(holder, chronology + "choose/", page, stands))
    assert "The chronology is changed." in said
    assert "Child protection plan started" not in said
    assert said.count("Child protection visit") == 2, (
        "once as a line, once in the words of its link"
    )
    assert Recording.objects.filter(table="chronology_choices").count() == 2
    assert AuditEntry.objects.filter(thing="entries of the chronology chosen").count() == 1


def test_what_was_not_on_the_page_stays_as_it_is(holder, chronology):
    page = holder.get(chronology + "choose/").content.decode()
    plan = part_of(page, "Child protection plan started")
    holder.post(chronology + "choose/", {"submission": key_of(page), "offered": [plan]})
    said = words_of(holder.get(chronology))
    assert "Child protection plan started" not in said
    assert "Went missing" in said


def test_sending_it_unchanged_says_so_and_records_nothing(holder, chronology):
    page = holder.get(chronology + "choose/").content.decode()
    assert "Nothing was changed" in words_of(
        send(holder, chronology + "choose/", page, marked(page))
    )
    assert not Recording.objects.exists()


def test_what_an_entry_meant_is_written_and_a_stale_one_shows_both(holder, sign_in, chronology):
    link = re.search(
        r'href="([^"]+)">Write it<span[^>]+>: Went missing', holder.get(chronology).content.decode()
    )
    mine = holder.get(link[1]).content.decode()
    leader = sign_in("leader")
    theirs = leader.get(link[1]).content.decode()
    sent = {"submission": key_of(theirs), "seen": "0", "stands": "yes"}
    leader.post(link[1], sent | {"impact_on_child": "He was afraid."})
    said = words_of(holder.get(chronology))
    assert "He was afraid." in said
    assert "What it meant: leader" in said
    sent = {
        "submission": key_of(mine),
        "seen": "0",
        "stands": "yes",
        "impact_on_child": "He was hungry.",
    }
    stale = holder.post(link[1], sent)
    assert "He was afraid." in words_of(stale)
    assert "He was hungry." in stale.content.decode()
    again = sent | {"submission": key_of(stale.content.decode()), "seen": "1"}
    assert holder.post(link[1], again).status_code == 302
    assert "He was hungry." in words_of(holder.get(chronology))


def test_an_event_somebody_wrote_stands_in_its_place_with_what_it_meant(holder, at, chronology):
    address = at("record/significant_events/")
    sent = {
        "submission": key_of(holder.get(address).content.decode()), "event": "Won a swimming medal",
        "impact_on_child": "Proud for weeks.", "source": "Class teacher",
        "happened-day": "1", "happened-month": "6", "happened-year": "2023",
    }  # fmt: skip
    holder.post(address, sent)
    said = words_of(holder.get(chronology))
    assert (
        said.index("plan ended") < said.index("Won a swimming medal") < said.index("Went missing")
    )
    assert "Class teacher" in said
    own = words_of(holder.get(chronology + "?of=people"))
    assert "Won a swimming medal" in own
    assert "Went missing" not in own
    earlier = words_of(holder.get(chronology + "?to=2022"))
    assert "Won a swimming medal" not in earlier
    assert "Shown: from the beginning , to 2022" in earlier.replace("beginning,", "beginning ,")


def test_whoever_only_reads_can_choose_nothing(sign_in, chronology):
    analyst = sign_in("analyst")
    page = analyst.get(chronology)
    assert page.status_code == 200
    assert "Write it" not in words_of(page)
    assert analyst.get(chronology + "choose/").status_code == 403
    assert analyst.post(chronology + "choose/", {"offered": "x"}).status_code == 403


def test_an_entry_that_is_not_there_is_not_found(holder, chronology):
    assert holder.get(chronology + "aaaaaaaaaaaaaaaa/").status_code == 404


def test_no_address_of_it_names_a_day_or_a_table(holder, chronology):
    addresses = re.findall(r'href="(/children/[^"]*)"', holder.get(chronology).content.decode())
    assert addresses
    assert not [
        one for one in addresses if re.search(r"20\d\d|missing_episodes|protection_plans", one)
    ]
