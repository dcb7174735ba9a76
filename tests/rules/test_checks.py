"""What every check before a plan ends must have, and what nobody may make of the checks."""

from datetime import date
from pathlib import Path

import ibis
import pytest

from sightline.engine.check import ANSWERS, CHECKED_SCHEMA
from sightline.records.standards import STANDARDS
from sightline.records.tables import TABLES
from sightline.records.themes import THEMES
from sightline.rules import RULES
from sightline.rules.book import check_page, page_as_markdown
from sightline.rules.book.markdown import index_as_markdown
from sightline.rules.checks_before_ending import CHECKS, ORDER
from sightline.rules.ending_a_plan import checks_of_all_endings, what_came_after
from tests.rules.write_examples import REPOSITORY, examples_by_rule

FOLDER = REPOSITORY / "sightline" / "rules" / "checks_before_ending"
QUESTIONS_OF_THE_FACTS = 21


@pytest.fixture(scope="module")
def examples():
    return examples_by_rule()


def test_all_the_questions_are_there_and_no_file_is_forgotten():
    assert len(CHECKS) == QUESTIONS_OF_THE_FACTS
    assert {path.stem for path in FOLDER.glob("*.py")} - {"__init__"} == set(ORDER)
    assert not set(CHECKS) & set(RULES), "A rule and a check share a name, and so a page."


@pytest.mark.parametrize("name", CHECKS)
class TestEveryCheck:
    def test_says_who_asks_it_and_rests_on_declared_standards_and_themes(self, name):
        assert CHECKS[name].asked_by
        assert set(CHECKS[name].sources) <= set(STANDARDS)
        assert CHECKS[name].themes
        assert set(CHECKS[name].themes) <= set(THEMES)

    def test_needs_columns_that_exist(self, name):
        assert CHECKS[name].needs
        for need in CHECKS[name].needs:
            table, _, column = need.partition(".")
            assert column in TABLES[table].column_names

    def test_says_what_to_do_next_and_what_it_cannot_see(self, name):
        check = CHECKS[name]
        assert len(check.helps) > 40
        assert len(check.cannot_see) > 25
        assert check.readings
        assert check.evidence

    def test_has_examples_of_every_answer(self, name, examples):
        shown = {item.status for one in examples[name] for item in one.shows.values()}
        assert shown >= set(ANSWERS)

    def test_has_a_page_with_its_examples_and_a_place_in_the_index(self, name, examples):
        page = page_as_markdown(check_page(name))
        assert page.startswith(f"# {CHECKS[name].title}")
        assert all(example.title in page for example in examples[name])
        assert "Without one of these there is no evidence." in page
        assert f"({name}.md)" in index_as_markdown()

    def test_names_the_standards_it_counts_by(self, name):
        code = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
        named = [id for id in STANDARDS if f'"{id}"' in code.partition(" = Check(")[0]]
        assert set(named) == set(CHECKS[name].sources)

    def test_holds_no_number(self, name):
        code = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
        words = {word.strip("=()[],+-*/:") for word in code.split()}
        assert not {word for word in words if word.isdigit()} - {"0", "1"}


def test_nothing_that_is_given_out_could_be_a_total():
    """A number beside a child or plan would be read as a score: there is none, only words and days."""
    records = {name: ibis.memtable(one.arrow_schema.empty_table()) for name, one in TABLES.items()}
    asked = checks_of_all_endings(records)
    assert asked.columns == tuple(CHECKED_SCHEMA.names)
    for table in (asked, what_came_after(records, date(2024, 3, 31))):
        assert not [name for name, kind in table.schema().items() if kind.is_numeric()]


def test_no_code_counts_answers_by_child_or_plan():
    """Whoever adds the checks of one child up has to get past this test, and past the design."""
    files = [Path(path) for path in (REPOSITORY / "sightline").rglob("*.py")]
    asking = [path for path in files if "ending_a_plan" in path.read_text(encoding="utf-8")]
    assert asking
    for path in asking:
        code = path.read_text(encoding="utf-8")
        assert 'group_by("child", "subject")' not in code, path
        assert 'group_by("child")' not in code, path
