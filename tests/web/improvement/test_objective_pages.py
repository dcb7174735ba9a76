"""The whole line of sight of one objective, and who sees how much of it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from sightline.casework.models import AuditEntry, Person
from sightline.improvement import evidence
from sightline.improvement.models import Objective
from sightline.inspections.articles.facts import Article, QuotationMatch
from sightline.inspections.articles.quotes import write_quotations
from tests.web.conftest import REPORT_SHA
from tests.web.made_up_service import INTERVIEWS, MadeUpService
from tests.web.read_pages import words_of


def figures_then_and_now(page: str) -> list[str]:
    """The two large figures of the measure."""
    return re.findall(r"(?:Then: up to the baseline|Now: up to [\w ]+?2024) ([\d.]+%)", page)


def pooled(months) -> str:
    """Twelve months of a share in one, by hand."""
    share = sum(one.numerator for one in months) / sum(one.denominator for one in months)
    return f"{share * 100:.1f}%"


def test_the_sentence_stands_with_its_page_beside_then_and_now(leader, address, made_up):
    response = leader.get(address())
    page, months = words_of(response), made_up.months(INTERVIEWS.name)
    before = [one for one in months if one.period <= "2018-04"][-12:]
    assert figures_then_and_now(page) == [pooled(before), pooled(months[-12:])]
    assert "Inspectors wrote: recommendation 1 page 4" in page
    assert f'href="/inspections/{REPORT_SHA[:16]}/pages/4/"' in response.content.decode()
    assert "A direct measure. Wanted: higher. Baseline: 18 May 2018." in page
    assert "Improved and held" in page


def test_it_leads_to_the_children_behind_todays_figure_and_by_team(leader, address):
    page = leader.get(address()).content.decode()
    assert f'href="/measures/{INTERVIEWS.name}/2024-03/children/"' in page
    assert "By team" in words_of(leader.get(address()))


def test_the_chart_marks_the_baseline_and_draws_the_two_years_before_it(leader, address):
    chart = leader.get(address(f"chart/{INTERVIEWS.name}-wide.svg"))
    svg = chart.content.decode()
    assert chart["Content-Type"] == "image/svg+xml"
    assert "Inspected May 2018" in svg
    assert "Made-up authority: Sandbourne" in svg
    assert "2017" in svg
    assert "2014" not in svg
    assert leader.get(address("chart/children_without_worker-wide.svg")).status_code == 404
    assert leader.get(address(f"chart/{INTERVIEWS.name}-huge.svg")).status_code == 404


def test_every_month_of_the_chart_is_in_its_table(leader, address):
    rows = re.findall(
        r'<th scope="row"[^>]*>(\w+ \d{4})</th>', leader.get(address()).content.decode()
    )
    assert rows[0] == "March 2024"
    assert rows[-1] == "May 2016"


def test_what_owner_and_measures_say_stand_side_by_side_and_a_mismatch_is_said(leader, address):
    leader.post(address("how-it-goes/"), {"colour": "red", "words": "Too few staff."})
    page = words_of(leader.get(address()))
    assert "The owner says Red: off track “Too few staff.” leader," in page
    assert "They do not fit. The owner says red; the measures say improved and held." in page


FEW_MONTHS = ("04", "08", "12")


@pytest.fixture
def few(monkeypatch):
    """A service in which so few are counted that a member may not see it."""
    whole = MadeUpService.months

    def months(self, measure):
        return [
            replace(one, numerator=int(one.period[-2:] in FEW_MONTHS), denominator=2, value=0.5)
            if one.period >= "2023-04"
            else one
            for one in whole(self, measure)
        ]

    monkeypatch.setattr(MadeUpService, "months", months)


def test_a_member_sees_figures_and_no_small_number_no_chart_no_child_and_no_evidence(
    sign_in, objective, address, few
):
    by = Person.objects.get(username="leader")
    evidence.keep_words(
        by=by, objective=objective, kind="family", words="They never came.", on=date(2024, 3, 1)
    )
    member = sign_in("member")
    response = member.get(address())
    page = words_of(response)
    assert re.search(r"Then: up to the baseline [\d.]+%", page)
    assert "Small number not shown" in page
    assert "They never came." not in page
    assert "what a parent or family said (1)" in page
    assert "/children/" not in response.content.decode()
    assert "chart/" not in response.content.decode()
    assert "%" not in page.split("Now: up to")[1]
    assert member.get(address(f"chart/{INTERVIEWS.name}-wide.svg")).status_code == 403


def test_somebody_who_may_not_write_sees_no_way_to_and_is_refused(sign_in, address):
    other = sign_in("practitioner")
    page = other.get(address()).content.decode()
    for name in ("change/", "take-up/", "decide/met/", "set-an-action/", "how-it-goes/"):
        assert address(name) not in page
        assert other.post(address(name), {"words": "Mine.", "colour": "green"}).status_code == 403
    assert AuditEntry.objects.filter(person="practitioner").exclude(refused_because="").count() == 5


def test_the_owner_says_how_it_goes_though_they_write_no_plans(sign_in, objective, address):
    owner = sign_in("team_manager")
    Objective.objects.update(owner=Person.objects.get(username="team_manager"))
    assert address("how-it-goes/") in owner.get(address()).content.decode()
    owner.post(address("how-it-goes/"), {"colour": "amber", "words": "Slowly."})
    assert objective.notes.get().colour == "amber"
    assert owner.get(address("change/")).status_code == 403


CHANGE = {"words": "Every child is asked.", "themes": "missing",
          "due-day": "1", "due-month": "6", "due-year": "2030"}  # fmt: skip


def test_a_rewording_keeps_the_inspectors_words_on_the_page(leader, objective, address):
    leader.post(
        address("change/"), {**CHANGE, "seen": objective.version, "owner": objective.owner_id}
    )
    page = words_of(leader.get(address()))
    assert "Every child is asked." in page
    assert "Interview children who come back." in page
    assert "Words: was “Interview children who come back.”" in page


def test_a_stale_edit_shows_both_versions_and_changes_nothing(leader, objective, address):
    seen = objective.version
    leader.post(address("change/"), {**CHANGE, "seen": seen, "owner": objective.owner_id})
    second = leader.post(address("change/"), {**CHANGE, "words": "Mine instead.", "seen": seen})
    page = words_of(second)
    assert "leader changed this since you opened it." in page
    assert "What stands now" in page
    assert "Every child is asked." in page
    assert "Mine instead." in page
    objective.refresh_from_db()
    assert objective.words == "Every child is asked."


@pytest.mark.parametrize("seen", ["", "0", "99"])
def test_a_form_of_no_version_is_refused_in_words(leader, address, seen):
    page = leader.post(address("change/"), {**CHANGE, "seen": seen})
    assert "This form is not of what stands now. Open it again." in words_of(page)


def test_met_needs_a_reason_where_no_measure_shows_it(leader, objective, address):
    assert "You may close it without a reason." in words_of(leader.get(address("decide/met/")))
    objective.measures.update(tie="proxy")
    asked = leader.get(address("decide/met/"))
    assert "The measures do not show that it is met." in words_of(asked)
    assert "Reason is missing." in words_of(leader.post(address("decide/met/"), {"reason": ""}))
    sent = leader.post(address("decide/met/"), {"reason": "Three audits say so."}, follow=True)
    assert re.search(
        r"Closed as met by leader, [\w ]+\. Its measures do not show it; met on a named person.{1,5}s word\. Three audits",
        words_of(sent),
    )
    assert leader.get(address("decide/burn/")).status_code == 404


def test_measures_are_proposed_with_their_tie_and_chosen_together(leader, objective, address):
    objective.measures.update(measure="gone")
    page = words_of(leader.get(address()))
    assert "Measures proposed from the theme (1)" in page
    assert "Return interviews held within 72 hours Direct" in page
    held = {
        "held_months": "3",
        "baseline-day": "18",
        "baseline-month": "5",
        "baseline-year": "2018",
    }
    leader.post(address("measures/proposed/"), {"measures": INTERVIEWS.name, **held})
    chosen = objective.measures.get(measure=INTERVIEWS.name)
    assert (chosen.tie, chosen.held_months) == ("direct", 3)


def test_an_objective_without_a_measure_is_for_audit_to_tell(leader, plan):
    draft = plan.objectives.get(number=2)
    page = words_of(leader.get(f"/improvement/objectives/{draft.pk}/"))
    assert "Only audit can tell" in page
    assert "No measure is chosen: only audit can tell." in page


def test_a_measure_whose_rule_abstains_cannot_tell_and_the_page_says_why(
    leader, address, monkeypatch
):
    monkeypatch.setattr(MadeUpService, "months", lambda self, measure: [])
    page = words_of(leader.get(address()))
    assert "Cannot tell The records do not answer this measure." in page


def test_quotations_of_the_press_stand_with_their_check(leader, address, workspace):
    article = Article(
        "press.txt", "What the paper said", date(2018, 6, 21), ("Barsetshire",), (), (), (), (), ()
    )
    match = QuotationMatch(
        "press.txt", 1, "children who go missing are not asked", "", "report.pdf", 4, "altered", "not/never"
    )  # fmt: skip
    write_quotations([article], [match], workspace / "documents")
    page = words_of(leader.get(address()))
    assert "“children who go missing are not asked”" in page
    assert "What the paper said, 21 June 2018. Altered in the report, page 4" in page


def test_every_page_of_an_objective_has_one_first_heading(leader, address):
    names = ("", "change/", "merge/", "split/", "measures/", "measures/proposed/", "questions/",
             "how-it-goes/", "decide/unmet/", "set-an-action/", "evidence/figure/", "evidence/audit/",
             "evidence/words/", "evidence/document/")  # fmt: skip
    for name in names:
        page = leader.get(address(name)).content.decode()
        assert page.count("<h1") == 1, name
