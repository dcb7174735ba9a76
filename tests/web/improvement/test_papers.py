"""Papers: every number found again, small ones hidden from members, the same file twice, tags, Word."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from pypdf import PdfReader

from sightline.casework.models import AuditEntry, Person
from sightline.engine.periods import period_named
from sightline.improvement import actions, evidence
from sightline.improvement.models import Action, Claim, Evidence, Money, Objective
from sightline.improvement.papers.building import BOARD, MEMBERS, ONE_PAGE, SELF_EVALUATION
from sightline.improvement.papers.content import HIDDEN, MEASURE, Table
from sightline.improvement.papers.pdf import as_pdf
from sightline.improvement.papers.word import as_word
from sightline.web import service
from sightline.web.papers_of_plan import made
from tests.web.made_up_service import MadeUpService
from tests.web.plans_on_pages import filled_by
from tests.web.read_pages import words_of

DAY = date(2024, 6, 3)
NOTICE = "Made up: Sandbourne does not exist."
KINDS = (BOARD, MEMBERS, ONE_PAGE, SELF_EVALUATION)


@pytest.fixture
def filled(leader):
    """A plan with an overdue action, an audit, words of a family, a colour and money."""
    person = Person.objects.get(username="leader")
    plan = filled_by(person)
    objective = plan.objectives.get(number=1)
    actions.set_action(
        by=person, objective=objective, words="Late already.", due=date(2024, 1, 1), owner=person
    )
    actions.note(by=person, objective=objective, words="Going well.", colour="green")
    evidence.keep_audit(
        by=person, objective=objective, question="Was the child asked?", looked_at=12, met=9,
        words="Nine of twelve.", on=date(2024, 2, 1),
    )  # fmt: skip
    return plan


def found_again(number, plan):
    """The text of a number, worked out anew from the months of its measure or from the plan."""
    if number.of == MEASURE:
        return _of_months(number)
    kind, _, key = number.name.rpartition(" ")
    if kind == "evidence":
        return str(getattr(Evidence.objects.get(pk=key), number.part))
    if kind == "money":
        assert number.part == "amount"
        return f"£{Money.objects.get(pk=key).amount:,.0f}"
    return str(_counted(number.name, plan))


def _of_months(number):
    first, last = (period_named(one).first_day for one in (number.first, number.last))
    months = [
        one
        for one in service.current().months(number.name)
        if first <= period_named(one.period).first_day <= last
    ]
    of, among = (sum(getattr(one, part) for one in months) for part in ("numerator", "denominator"))
    share = f"{of * 100 / among:.1f}%"
    return {"numerator": f"{of:,}", "denominator": f"{among:,}", "value": share}[number.part]


def _counted(name, plan):
    state = Objective.State
    late = Action.objects.filter(objective__plan=plan, state="open", due__lt=DAY)
    of_first = Action.objects.filter(objective__plan=plan, objective__number=1)
    return {
        "open objectives": plan.objectives.filter(state=state.OPEN).count(),
        "closed objectives": plan.objectives.filter(state=state.CLOSED).count(),
        "claims": Claim.objects.filter(plan=plan, withdrawn_at=None).count(),
        "claims without evidence": 0,
        "claims with stale evidence": 0,
        "do not fit": 0,  # the owner says green, and the made-up interviews improved and held
        "actions overdue": late.count(),
        "open objectives: Green: on track, improved and held": 1,
        "open actions of 1": of_first.filter(state="open").count(),
        "overdue actions of 1": late.count(),
        "ended actions of 1": of_first.exclude(state="open").count(),
    }[name]


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_of_a_paper_is_found_again_from_its_rows(filled, kind):
    numbers = list(made(kind, filled, DAY).numbers())
    assert len(numbers) >= 3
    for one in numbers:
        assert one.text == found_again(one, filled), one


@pytest.mark.parametrize("kind", KINDS)
def test_no_cell_of_figures_holds_a_number_that_knows_no_rows(filled, kind):
    """Words between the numbers may hold days, pages, the number of an objective and what people wrote."""
    for block in made(kind, filled, DAY).blocks:
        if not isinstance(block, Table) or "figures" not in block.caption:
            continue
        for row in block.rows:
            for cell in row[1:3]:
                loose = " ".join(one for one in cell if isinstance(one, str))
                assert not re.search(r"\d", re.sub(r"[A-Z][a-z]+ \d{4}", "", loose)), cell


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("set_as", [as_word, as_pdf])
def test_a_paper_made_twice_is_the_same_file(filled, kind, set_as):
    assert set_as(made(kind, filled, DAY)) == set_as(made(kind, filled, DAY))


def test_the_members_paper_hides_small_numbers_names_and_notes(filled, monkeypatch):
    few = SmallService()
    monkeypatch.setattr(service, "current", lambda: few)
    for_board, for_members = (made(kind, filled, DAY).words() for kind in (BOARD, MEMBERS))
    assert "(3 of 36)" in for_board
    assert HIDDEN in for_members
    assert "3 of 36" not in for_members
    assert "8.3%" not in for_members
    for said in ("Going well.", "They asked.", "Leader", "by month", "Ask every child."):
        assert said not in for_members
    assert "Going well." in for_board
    assert "They asked." in for_board


class SmallService(MadeUpService):
    """The same service with three interviews in a year."""

    def months(self, measure):
        return [
            replace(one, numerator=int(one.period.endswith(("-02", "-06", "-10"))), denominator=3,
                    value=int(one.period.endswith(("-02", "-06", "-10"))) / 3)
            for one in super().months(measure)
        ]  # fmt: skip


def test_the_pdf_is_tagged_with_headings_tables_and_charts_in_words_and_says_made_up(filled):
    reader = PdfReader(io.BytesIO(as_pdf(made(BOARD, filled, DAY))))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "/Lang" in reader.trailer["/Root"]
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_object().get_data()
    tags = list(tags_of(reader.trailer["/Root"]["/StructTreeRoot"]))
    kinds = [kind for kind, _ in tags]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Caption", "/Figure"} <= set(kinds)
    assert all(alt for kind, alt in tags if kind == "/Figure")
    for page in reader.pages:
        assert NOTICE in " ".join(page.extract_text().split())


def tags_of(node):
    """Kind and words instead, of every tag below one."""
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from tags_of(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node["/S"], node.get("/Alt", "")
        if "/K" in node:
            yield from tags_of(node["/K"])


def test_the_word_file_says_made_up_on_every_page_and_holds_no_clock(filled):
    written = as_word(made(BOARD, filled, DAY))
    document = Document(io.BytesIO(written))
    assert document.sections[0].header.paragraphs[0].text.startswith(NOTICE)
    assert document.core_properties.created.date() == DAY
    assert document.inline_shapes[0]._inline.docPr.get("descr").startswith("Line chart")
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        assert {one.date_time[0] for one in packed.infolist()} == {1980}


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_libreoffice_opens_the_word_file(filled, tmp_path):
    (tmp_path / "paper.docx").write_bytes(as_word(made(BOARD, filled, DAY)))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "paper.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages = PdfReader(tmp_path / "paper.pdf").pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert text.count(NOTICE) == len(pages)
    assert "Return interviews held within 72 hours" in text


def test_members_are_offered_and_given_their_papers_only(filled, sign_in):
    member = sign_in("member")
    page = words_of(member.get(f"/improvement/plans/{filled.pk}/papers/"))
    assert "Report to elected members" in page
    assert "Monthly report to the board" not in page
    given = member.get(f"/improvement/plans/{filled.pk}/papers/members.pdf")
    assert given.content.startswith(b"%PDF")
    assert "attachment" in given["Content-Disposition"]
    assert member.get(f"/improvement/plans/{filled.pk}/papers/board.pdf").status_code == 403


def test_that_a_paper_was_made_is_in_the_audit_trail(filled, leader):
    assert leader.get(f"/improvement/plans/{filled.pk}/papers/board.docx").status_code == 200
    last = AuditEntry.objects.order_by("-pk").first()
    assert last.thing == "a paper of an improvement plan: monthly report to the board, as docx"
    assert leader.get(f"/improvement/plans/{filled.pk}/papers/other.docx").status_code == 404
