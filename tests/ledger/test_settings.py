"""What a council writes in sightline.toml, and what it is told where that cannot be used."""

from datetime import date

import pytest

from sightline.ledger.settings import read_settings
from sightline.records.standards import value_on
from sightline.sources.could_not import CouldNot


def settings(folder, text):
    (folder / "sightline.toml").write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_without_the_file_the_defaults_hold(tmp_path):
    assert read_settings(tmp_path).standards == {}


def test_a_local_value_is_kept(tmp_path):
    assert settings(tmp_path, "[standards]\nCPE-06 = 15\n").standards == {"CPE-06": 15}


def test_a_local_value_may_change_on_a_day(tmp_path):
    local = settings(
        tmp_path,
        '[standards]\n"CPV-01" = [{ value = 15 }, { value = 10, valid_from = 2020-04-01 }]\n',
    ).standards
    assert value_on("CPV-01", date(2020, 3, 31), local) == 15
    assert value_on("CPV-01", date(2020, 4, 1), local) == 10


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[standards]\nS47-01 = 20\n", "has no local value"),
        ("[standards]\nNO-99 = 20\n", "no standard that Sightline knows"),
        ('[standards]\nCPE-06 = "long"\n', "cannot be used"),
        ("[standards\n", "cannot be read"),
        ("authority = 5\n", "authority is not a name"),
    ],
)
def test_what_cannot_be_used_is_said_with_what_to_do(tmp_path, text, said):
    with pytest.raises(CouldNot, match=said) as refused:
        settings(tmp_path, text)
    assert refused.value.next_step
