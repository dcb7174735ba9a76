"""Pictures of pages, from the made-up example documents."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from sightline.inspections.originals import (
    NoPicture,
    original_of,
    page_picture,
    remember_originals,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture
def report():
    return sorted(EXAMPLES.glob("*.pdf"))[0]


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_page_becomes_a_picture_of_the_width_asked_for(report):
    image = Image.open(io.BytesIO(page_picture(report, 1, width=600)))
    assert image.format == "PNG"
    assert image.width == 600
    assert len(image.convert("L").getcolors()) > 1  # not a blank sheet


def test_a_page_that_is_not_there_says_how_many_there_are(report):
    with pytest.raises(NoPicture, match="there is no page 999"):
        page_picture(report, 999)


def test_the_original_is_found_again(report, tmp_path):
    remember_originals([report], tmp_path)
    remember_originals([], tmp_path)
    assert original_of(tmp_path, report.name, sha256(report)) == report.resolve()


def test_a_changed_original_is_not_shown(report, tmp_path):
    remember_originals([report], tmp_path)
    with pytest.raises(NoPicture, match="changed"):
        original_of(tmp_path, report.name, "0" * 64)


def test_a_file_nobody_read_has_no_original(tmp_path):
    with pytest.raises(NoPicture, match="no longer where"):
        original_of(tmp_path, "unknown.pdf", "")


def test_what_is_no_document_has_no_picture(tmp_path):
    path = tmp_path / "page.pdf"
    path.write_text("<html></html>")
    with pytest.raises(NoPicture, match="cannot be opened"):
        page_picture(path, 1)
