"""What runs every night is read from the settings, and what makes no sense is said."""

import pytest

from sightline.ledger.settings import read_settings
from sightline.sources.could_not import CouldNot


def settings_of(tmp_path, text: str):
    (tmp_path / "sightline.toml").write_text(text, encoding="utf-8")
    return read_settings(tmp_path).nightly


def test_what_is_said_is_read(tmp_path):
    night = settings_of(
        tmp_path,
        '[nightly]\nsources = ["/a", "postgresql://b/c"]\nbackups = "/d"\nbackups_kept = 3\n',
    )
    assert night.sources == ("/a", "postgresql://b/c")
    assert (night.backups, night.backups_kept, night.audit_ends) == ("/d", 3, "")


def test_nothing_said_loads_nothing(tmp_path):
    assert settings_of(tmp_path, "").sources == ()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('sources = "/a"', "no list"),
        ('sources = [""]', "no list"),
        ("backups = 3", "no path"),
        ("backups_kept = 0", "keeps no back-up"),
        ("backups_kept = true", "keeps no back-up"),
        ('source = ["/a"]', "source, which means nothing"),
    ],
)
def test_what_makes_no_sense_is_said(tmp_path, line, fault):
    with pytest.raises(CouldNot, match=fault):
        settings_of(tmp_path, f"[nightly]\n{line}\n")
