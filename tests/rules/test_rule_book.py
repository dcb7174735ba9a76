"""What every rule must have, and that the book is not stale."""

from html.parser import HTMLParser

import pytest

from sightline.records.standards import STANDARDS
from sightline.records.tables import TABLES
from sightline.records.themes import THEMES
from sightline.rules import RULES, folder_of
from sightline.rules.book import build_book, rule_page
from sightline.rules.book.examples import examples_of
from sightline.rules.book.markdown import markdown_pages
from sightline.rules.book.not_asked import STANDARDS_WITHOUT_RULE
from sightline.rules.book.waiting import standards_in_use
from sightline.rules.checks_before_ending import CHECKS
from tests.rules.write_examples import (
    EXAMPLES,
    PAGES,
    REPOSITORY,
    example_files,
    examples_by_rule,
)

STALE = "The copy is stale: run python -m tests.rules.write_examples"
DUTY_STATUSES = {"in time", "late", "still in time", "overdue", "no longer required"}
PATTERN_STATUSES = {"open", "closed", "nothing"}


@pytest.fixture(scope="module")
def examples():
    return examples_by_rule()


def test_the_ten_rules_of_the_first_release_are_there():
    assert set(RULES) >= {
        "protection_plan_ended_early",
        "protection_plan_ended_without_recent_visit",
        "repeat_protection_plan",
        "protection_visit_overdue",
        "assessment_over_45_days_from_referral",
        "assessment_over_45_days_from_start",
        "conference_over_15_days",
        "return_interview_not_in_72_hours",
        "child_without_worker",
        "third_referral_without_plan",
    }


@pytest.mark.parametrize("name", RULES)
class TestEveryRule:
    def test_rests_on_standards_that_are_declared(self, name):
        assert RULES[name].sources, "A rule needs a source."
        assert set(RULES[name].sources) <= set(STANDARDS)

    def test_names_themes_that_exist(self, name):
        assert RULES[name].themes
        assert set(RULES[name].themes) <= set(THEMES)

    def test_needs_columns_that_exist_and_counts_rows_of_one_it_reads(self, name):
        rule = RULES[name]
        assert rule.needs
        for need in rule.needs:
            table, _, column = need.partition(".")
            assert column in TABLES[table].column_names
        assert rule.counted_in in {need.partition(".")[0] for need in rule.needs}

    def test_says_what_to_do_next_and_what_it_cannot_see(self, name):
        rule = RULES[name]
        assert len(rule.helps) > 40
        assert len(rule.cannot_see) > 40
        assert rule.readings
        assert rule.evidence

    def test_has_examples_of_every_answer(self, name, examples):
        shown = {item.status for example in examples[name] for item in example.shows.values()}
        wanted = DUTY_STATUSES if RULES[name].is_duty else PATTERN_STATUSES
        assert shown >= wanted

    def test_has_its_examples_beside_those_of_its_stage(self, name):
        stage = folder_of(RULES[name].stage)
        assert (REPOSITORY / "tests" / "spec" / stage / f"test_{name}.py").is_file()

    def test_has_a_page_with_its_examples(self, name):
        page = rule_page(name)
        assert page.examples == examples_of(name) != ()
        assert str(page).startswith(f"# {page.title}")

    def test_holds_no_number(self, name):
        """A limit in a rule would be a standard that nobody can find or change."""
        folder = REPOSITORY / "sightline" / "rules" / folder_of(RULES[name].stage)
        code = (folder / f"{name}.py").read_text(encoding="utf-8")
        declared = code.partition(f"{name.upper()} = Rule(")[0].partition('"""')[2]
        in_code = [line for line in declared.splitlines() if '"""' not in line]
        numbers = {word.strip("=()[],+-*/:") for line in in_code for word in line.split()}
        assert not {word for word in numbers if word.isdigit()} - {"0", "1"}


def test_the_copy_of_the_examples_is_what_the_tests_say(examples):
    committed = {path.name: path.read_text(encoding="utf-8") for path in EXAMPLES.glob("*.json")}
    assert committed == example_files(examples), STALE


def test_the_committed_pages_are_what_the_book_says():
    committed = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    assert committed == markdown_pages(), STALE


def test_a_standard_has_a_rule_or_a_line_saying_why_not():
    for use in standards_in_use():
        assert bool(use.rules) != bool(use.why_none), use.id
    assert set(STANDARDS_WITHOUT_RULE) <= set(STANDARDS)


def test_a_rule_that_is_not_there():
    with pytest.raises(KeyError, match="There is no rule called no_such_rule"):
        rule_page("no_such_rule")


class _Shape(HTMLParser):
    """What a page is made of: headings in order, tables and captions, links, and open tags."""

    void = ("meta", "link")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.count: dict[str, int] = {}
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1
        if tag not in self.void:
            self.open.append(tag)
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        if tag == "a":
            self.links.append(dict(attributes)["href"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_static_site_is_whole_and_can_be_read_aloud(tmp_path):
    pages = build_book(tmp_path)
    assert len(pages) == len(RULES) + len(CHECKS) + 1
    for path in pages:
        shape = _Shape(path.read_text(encoding="utf-8"))
        assert shape.open == []
        assert shape.headings[0] == 1
        assert shape.headings.count(1) == 1
        steps = zip(shape.headings, shape.headings[1:], strict=False)
        assert all(later - earlier <= 1 for earlier, later in steps)
        assert shape.count.get("table", 0) == shape.count.get("caption", 0)
        assert shape.count["main"] == 1
        for link in shape.links:
            assert link == "#main" or (tmp_path / link).is_file()
