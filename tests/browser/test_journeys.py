"""The main journeys, by keyboard alone: with and without JavaScript, on a wide and a narrow screen."""

from datetime import date, timedelta

import pytest

from sightline.rules.checks_before_ending import CHECKS
from tests.browser.conftest import SIZES
from tests.browser.journey import Journey
from tests.browser.looking import picture

pytestmark = [pytest.mark.browser, pytest.mark.long]

SOON = date.today() + timedelta(days=9)
SOON_TYPED = f"{SOON.day} {SOON.month} {SOON.year}"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request) -> bool:
    return request.param


@pytest.fixture(params=[1280, 390])
def width(request) -> int:
    return request.param


@pytest.fixture
def set_out(chromium, open_page, width, scripts):
    """Begins a journey as one of the demonstration people."""
    glass = (
        None if scripts else chromium.new_page(viewport={"width": width, "height": SIZES[width]})
    )

    def begin(name: str) -> Journey:
        return Journey(open_page(width, scripts, name), glass)

    yield begin
    if glass:
        glass.close()


@pytest.fixture(scope="module")
def ended() -> set[str]:
    """The children whose plan one of the walks has ended, so that the next ends another's."""
    return set()


def test_my_day_from_the_list_to_a_decision(set_out):
    walk = set_out("practitioner")
    page, keys = walk.page, walk.keys
    walk.arrive("My day")
    keys.skip()
    walk.follow(page.get_by_role("link", name="Open from before"), "My day")
    of_all = walk.number_in("#how-many")
    keys.skip()
    keys.open("Narrow what is shown")
    keys.pick(page.get_by_label("Kind"), "Duties (a clock)")
    walk.follow(page.get_by_role("button", name="Show these"), "My day")
    assert 0 < walk.number_in("#how-many") < of_all
    assert page.get_by_text("Narrowed to:").is_visible()
    keys.skip()
    first = page.locator(".group .row__what a").first
    walk.follow(first, first.inner_text())
    keys.skip()
    walk.follow(page.get_by_role("link", name="Say what will be done"), "Say what will be done")
    keys.fill(page.get_by_label("What will be done?"), "Visit on Monday.")
    keys.pick(page.get_by_label("Who will do it?"))
    keys.day(page.get_by_role("group", name="By which day?"), SOON_TYPED)
    keys.fill(page.get_by_label("Why this, and why now?"), "Nobody has been since.")
    walk.send("Set this task", "The task is set.")
    assert page.get_by_text("Visit on Monday.").first.is_visible()


def test_a_plan_is_ended_check_by_check(set_out, ended):
    walk = set_out("conference-chair")
    page, keys = walk.page, walk.keys
    keys.skip()
    walk.follow(page.get_by_role("link", name="Open from before"), "My day")
    keys.skip()
    names = page.locator(".group__heading a").all_inner_texts()
    child = next(name for name in names if name not in ended)
    ended.add(child)
    walk.follow(page.get_by_role("link", name=child, exact=True), "")
    walk.follow(page.get_by_role("link", name="Ending a plan"), "")
    keys.skip()
    walk.follow(page.get_by_role("link", name="Record its end"), "End a protection plan")
    assert page.locator("section.check").count() == len(CHECKS)
    keys.jump("The decision")
    keys.day(page.get_by_role("group", name="Day it was decided"), "29 4 2024")
    keys.choose(
        page.get_by_role("group", name="Did a review conference decide?").get_by_label("Yes")
    )
    keys.pick(page.get_by_label("Grounds for ending the plan"))
    keys.fill(page.get_by_label("What was decided, and why"), "The home is calm.")
    keys.jump("The checks")
    for check in CHECKS.values():
        keys.fill(page.locator(f"#answer_{check.name}"), "Gone through.")
    keys.fill(page.get_by_label("The child's view, in their words"), "I like it now.")
    keys.fill(page.get_by_label("The step-down plan, in words"), "A child in need plan.")
    walk.send("Record the end of the plan", "The end of the plan is recorded.")
    walk.arrive("The end of a protection plan")
    assert page.get_by_text("Answer: Gone through.").count() == len(CHECKS)
    assert page.get_by_text("The home is calm.").is_visible()


def test_a_sample_is_drawn_and_one_case_graded_blind_by_two(set_out):
    walk = set_out("quality-assurance")
    page, keys = walk.page, walk.keys
    walk.go_to_part("Oversight", "plans that ended")
    walk.follow(page.get_by_role("link", name="Audits"), "Audits")
    keys.skip()
    walk.follow(page.get_by_role("button", name="Design an audit"), "Design an audit")
    keys.skip()
    keys.tick(page.get_by_role("checkbox").first)
    walk.follow(page.get_by_role("button", name="Go on"), "Design an audit")
    keys.skip()
    keys.fill(page.get_by_label("Title"), "Heard?")
    walk.send("Keep this design", "The audit is designed.")
    keys.skip()
    walk.follow(page.get_by_role("button", name="Draw the sample"), "Draw the sample")
    keys.skip()
    keys.fill(page.get_by_label("How many children?"), "2")
    keys.fill(page.get_by_label("Seed"), "7")
    walk.send("Draw by lot", "The sample is drawn.")
    assert page.get_by_text("with the seed 7").is_visible()
    keys.skip()
    walk.follow(page.get_by_role("table", name="Cases").get_by_role("link").first, "")
    keys.skip()
    walk.follow(page.get_by_role("button", name="Say who audits it"), "Who audits this case?")
    keys.skip()
    keys.pick(page.get_by_label("Auditor", exact=True), "quality-assurance")
    keys.pick(page.get_by_label("Second auditor"), "leader")
    walk.send("Record", "The case is given out.")
    answer_the_case(walk, "The first says this.")
    assert page.get_by_text("Answers are shown once both have answered").is_visible()
    second = set_out("leader")
    second.page.goto(page.url)
    assert second.page.get_by_text("The first says this.").count() == 0
    answer_the_case(second, "The second says that.")
    for said in ("The first says this.", "The second says that."):
        assert second.page.get_by_text(said).first.is_visible()


def answer_the_case(walk: Journey, words: str) -> None:
    """Answer every question of a case, and grade it."""
    page, keys = walk.page, walk.keys
    keys.skip()
    walk.follow(page.get_by_role("button", name="Answer this case"), "Audit a case")
    keys.skip()
    boxes = page.locator("#form textarea")
    for number in range(boxes.count() - 1):
        keys.fill(boxes.nth(number), words)
    keys.choose(page.get_by_role("group", name="Grade for the whole").get_by_role("radio"))
    keys.fill(boxes.last, words)
    walk.send("Send my answers", "Your answers are kept.")


def test_what_supervision_agrees_comes_back(set_out, width, scripts):
    walk = set_out("team-manager")
    page, keys = walk.page, walk.keys
    walk.go_to_part("Supervision", "Supervision")
    keys.skip()
    walk.follow(page.get_by_role("link", name="Record a session").first, "Supervision with")
    action = f"Ask the school, {width}{' with' if scripts else ' without'}."
    supervise(walk, action)
    keys.skip()
    walk.follow(page.get_by_role("link", name="Record a session").first, "Supervision with")
    keys.skip()
    walk.follow(page.get_by_role("link", name=action), action)


def supervise(walk: Journey, action: str) -> None:
    """Talk the first child of a session through, and agree one action."""
    page, keys = walk.page, walk.keys
    keys.skip()
    child = page.locator(".sightline-form__group").first
    for asked in ("Talked through", "Was progress", "Were the actions"):
        keys.choose(child.get_by_role("group", name=asked).get_by_label("Yes"))
    keys.fill(child.get_by_label("What was thought about"), "What a day is like for him.")
    keys.fill(child.get_by_label("Action agreed"), action)
    keys.pick(child.get_by_label("Who does it?"))
    keys.day(child.get_by_role("group", name="By which day?"), SOON_TYPED)
    walk.send("Record the session", "Supervision is recorded for 1 child.")


def test_from_a_figure_to_the_visit_in_four(set_out):
    walk = set_out("leader")
    page, keys = walk.page, walk.keys
    walk.go_to_part("Oversight", "plans that ended")
    walk.follow(page.get_by_role("link", name="Teams", exact=True), "Teams")
    keys.skip()
    walk.follow(page.locator("tbody a[href*='measure=']").last, "")
    keys.skip()
    walk.follow(page.locator("tbody a[href*='/workers/']").first, "")
    keys.skip()
    walk.follow(page.locator("tbody th a").first, "")
    walk.follow(page.get_by_role("link", name="Plans and visits"), "Plans and visits")
    keys.skip()
    keys.open("Visits (")
    assert page.get_by_role("table", name="Visits, the latest first").first.is_visible()


def test_a_team_closes_and_its_children_are_followed(set_out, width, scripts):
    walk = set_out("leader")
    page, keys = walk.page, walk.keys
    walk.go_to_part("Oversight", "plans that ended")
    walk.follow(page.get_by_role("link", name="Service changes"), "Service changes")
    keys.skip()
    walk.follow(page.get_by_role("button", name="Prepare a change to services"), "Prepare a change")
    keys.skip()
    name = f"North closes, {width}{' with' if scripts else ' without'}"
    keys.fill(page.get_by_label("What is the change called?"), name)
    keys.fill(page.get_by_label("Why is it made?"), "Two teams become one.")
    keys.day(page.get_by_role("group", name="On which day is it planned?"), SOON_TYPED)
    keys.pick(page.get_by_label("Who leads it?"))
    keys.choose(page.get_by_role("group", name="What changes?").get_by_label("A team closes"))
    keys.pick(page.get_by_label("If a team closes: which?"), "Family Safeguarding")
    walk.send("List the children", "Every child affected is listed.")
    walk.arrive(name)
    not_ready = walk.number_in(".figure__value")
    keys.skip()
    walk.follow(
        page.get_by_role("button", name="Decide for several children"), "Decide for several"
    )
    keys.skip()
    keys.tick(page.get_by_role("checkbox").first)
    keys.choose(page.get_by_role("group", name="Where to?").get_by_label("To another team"))
    keys.fill(page.get_by_label("Which team or service?"), "South")
    keys.pick(page.get_by_label("Who is responsible for the child"))
    keys.fill(page.get_by_label("Why is this right for the child?"), "The same school.")
    walk.send("Decide", "Where these children go is decided.")
    assert walk.number_in(".figure__value") == not_ready - 1
    walk.arrive(name)
    keys.skip()
    walk.follow(
        page.get_by_role("button", name="The change has happened"), "The change has happened"
    )
    keys.skip()
    keys.day(page.get_by_role("group", name="On which day did it happen?"), "4 12 2023")
    keys.fill(page.get_by_label("Why did it go ahead"), "The lease ended.")
    walk.send("Record", "It is recorded that the change has happened.")
    keys.skip()
    walk.follow(page.get_by_role("link", name="The children 30, 90 and 180 days"), "afterwards")
    picture(page, "children-afterwards", width)
    assert page.get_by_text("Cannot tell").first.is_visible()
    keys.skip()
    walk.follow(page.locator("tbody a").first, "")
    keys.skip()
    walk.follow(page.locator("tbody th a").first, "")
    picture(page, "child-of-a-change", width)
