"""Evidence: a figure that can be worked out again, audits, words, documents; posts and money."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from sightline.casework.writing import NotRecorded, Refused
from sightline.improvement import evidence, posts_and_money, uploads
from sightline.improvement.models import Evidence
from tests.casework.people import somebody
from tests.improvement.made_up_figures import DAY, MadeUpFigures
from tests.improvement.months import OneMonth
from tests.improvement.plans_made_up import begun, taken_up

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\nA made-up document."
SAID_ON = date(2024, 5, 1)


@pytest.fixture
def leader():
    return somebody("leader")


@pytest.fixture
def objective(leader):
    return taken_up(leader, begun(leader))


@pytest.fixture
def workspace(tmp_path, settings):
    settings.WORKSPACE = tmp_path
    return tmp_path


def keep_document(by, objective, name="minutes.pdf", content=PDF, words="The minutes.", on=SAID_ON):
    return evidence.keep_document(
        by=by, objective=objective, name=name, content=content, words=words, on=on
    )


def test_a_figure_is_kept_as_it_stood_and_worked_out_again(leader, objective):
    figures = MadeUpFigures()
    kept = evidence.keep_figure(
        by=leader, objective=objective, measure="interviews", figures=figures, period="2018-03"
    )
    assert (kept.numerator, kept.denominator, kept.value) == (70, 100, 0.7)
    assert (kept.on, kept.records_of) == (date(2018, 3, 31), DAY)
    assert evidence.look_again(kept, figures).is_same
    months = figures.of["interviews"]
    months[26] = OneMonth("2018-03", 69, 100, 0.69)
    again = evidence.look_again(kept, figures)
    assert (again.is_same, again.numerator) == (False, 69)
    assert "say otherwise" in again.why
    kept.refresh_from_db()
    assert kept.numerator == 70
    figures.of["interviews"] = []
    assert "no longer answer" in evidence.look_again(kept, figures).why


def test_a_figure_nobody_can_tell_is_not_kept(leader, objective):
    for measure, period in (("silent", ""), ("interviews", "1999-01")):
        with pytest.raises(NotRecorded, match="cannot be told"):
            evidence.keep_figure(
                by=leader, objective=objective, measure=measure, figures=MadeUpFigures(), period=period
            )  # fmt: skip


@pytest.mark.parametrize(
    ("looked_at", "met", "fits"), [(20, 13, True), (20, 21, False), (0, 0, False), (5, -1, False)]
)
def test_the_numbers_of_an_audit_fit(leader, objective, looked_at, met, fits):
    given = {"question": "Was it any good?", "looked_at": looked_at, "met": met, "on": SAID_ON}
    if fits:
        kept = evidence.keep_audit(by=leader, objective=objective, words="Mostly.", **given)
        assert (kept.looked_at, kept.met) == (20, 13)
    else:
        with pytest.raises(NotRecorded, match="do not fit"):
            evidence.keep_audit(by=leader, objective=objective, words="Mostly.", **given)


def test_words_of_young_people_and_families_are_evidence(leader, objective):
    for kind in ("young_person", "family"):
        evidence.keep_words(
            by=leader, objective=objective, kind=kind, words="She listened.", on=SAID_ON
        )
    assert [one.kind for one in objective.evidence.order_by("pk")] == ["young_person", "family"]
    with pytest.raises(NotRecorded, match="lies ahead"):
        evidence.keep_words(
            by=leader, objective=objective, kind="family", words="It will.",
            on=timezone.localdate() + timedelta(days=1),
        )  # fmt: skip


def test_a_document_lies_in_the_workspace_under_a_name_that_says_nothing(
    leader, objective, workspace
):
    kept = keep_document(leader, objective, name="..\\secret\\Ada Marsh.pdf")
    assert kept.file_name == "Ada Marsh.pdf"
    (stored,) = (workspace / "evidence").iterdir()
    assert stored.name == kept.stored_as
    assert "marsh" not in stored.name.casefold()
    assert stored.stat().st_mode & 0o077 == 0
    assert uploads.content_of(kept.stored_as, kept.sha256) == PDF
    stored.chmod(0o600)
    stored.write_bytes(PDF + b"!")
    assert uploads.content_of(kept.stored_as, kept.sha256) is None


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("macro.docm", b"PK\x03\x04 word/", "kind is not taken"),
        ("page.html", b"<script>", "kind is not taken"),
        ("nothing", PDF, "kind is not taken"),
        ("empty.pdf", b"", "is empty"),
        ("page.pdf", b"<html><script>alert(1)</script>", "something else"),
        ("sheet.docx", b"PK\x03\x04 xl/workbook.xml", "something else"),
        ("words.txt", b"a\x00b", "something else"),
        ("big.pdf", PDF + b" " * uploads.LARGEST, "larger than 10 MB"),
    ],
)
def test_what_is_no_document_we_take_is_refused_and_nothing_is_stored(
    leader, objective, workspace, name, content, why
):
    with pytest.raises(NotRecorded, match=why):
        keep_document(leader, objective, name=name, content=content)
    assert not (workspace / "evidence").exists() or not list((workspace / "evidence").iterdir())
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.PDF", PDF),
        ("a.jpeg", b"\xff\xd8\xff\xe0"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.docx", b"PK\x03\x04 word/document.xml"),
        ("a.txt", b"What we heard."),
    ],
)
def test_what_is_taken(leader, objective, workspace, name, content):
    assert keep_document(leader, objective, name=name, content=content).size == len(content)


def test_nothing_is_stored_for_somebody_who_may_not_write_it(leader, objective, workspace):
    for role in ("practitioner", "member"):
        with pytest.raises(Refused):
            keep_document(somebody(role), objective)
    with pytest.raises(NotRecorded, match="no what the document shows"):
        keep_document(leader, objective, words=" ")
    assert not (workspace / "evidence").exists()


def test_evidence_is_withdrawn_with_a_reason_and_stays(leader, objective):
    kept = evidence.keep_words(
        by=leader, objective=objective, kind="other", words="A letter.", on=SAID_ON
    )
    with pytest.raises(NotRecorded, match="no reason"):
        evidence.withdraw(by=leader, evidence=kept, reason="")
    gone = evidence.withdraw(by=leader, evidence=kept, reason="Of another service.")
    assert (gone.withdrawn_by, gone.words) == (leader, "A letter.")


def held(by, plan, holder, standing, since, role="Director"):
    return posts_and_money.say_who_holds(
        by=by, plan=plan, role=role, standing=standing, since=since, holder=holder
    )


def test_a_key_post_tells_who_holds_it_and_who_did(leader, objective):
    plan = objective.plan
    held(leader, plan, "Pat Example", "permanent", date(2016, 4, 1))
    held(leader, plan, "Sam Other", "interim", date(2018, 3, 1))
    held(leader, plan, "", "vacant", date(2018, 1, 1))
    (post,) = posts_and_money.posts_of(plan)
    assert (post.now.holder, post.now.standing) == ("Sam Other", "interim")
    assert [(one.holder, one.standing) for one in post.before] == [
        ("", "vacant"),
        ("Pat Example", "permanent"),
    ]
    for holder, standing, why in (
        ("Pat", "vacant", "no holder"),
        ("", "interim", "no name"),
        ("Pat", "acting", "Choose one"),
    ):
        with pytest.raises(NotRecorded) as refused:
            held(leader, plan, holder, standing, date(2019, 1, 1))
        assert why in f"{refused.value} {refused.value.next_step}"


def test_money_has_a_purpose_a_measure_and_what_was_spent_by_a_day(leader, objective):
    money = posts_and_money.put_money(
        by=leader, plan=objective.plan, amount=Decimal(2_000_000), what_for="Recruit social workers",
        since=date(2018, 4, 1), measure="vacant_posts",
    )  # fmt: skip
    for spent, on in ((Decimal(900_000), date(2018, 12, 1)), (Decimal(400_000), date(2018, 9, 1))):
        posts_and_money.say_spent(by=leader, money=money, spent=spent, on=on)
    (now,) = posts_and_money.money_of(objective.plan)
    assert (now.spent.spent, now.is_overspent) == (Decimal(900_000), False)
    posts_and_money.say_spent(
        by=leader, money=money, spent=Decimal("2000000.01"), on=date(2019, 3, 31)
    )
    assert posts_and_money.money_of(objective.plan)[0].is_overspent
    with pytest.raises(NotRecorded, match="nothing or less"):
        posts_and_money.put_money(
            by=leader, plan=objective.plan, amount=Decimal(0), what_for="Air", since=SAID_ON
        )
    with pytest.raises(Refused):
        posts_and_money.say_spent(
            by=somebody("team_manager"), money=money, spent=Decimal(1), on=SAID_ON
        )
