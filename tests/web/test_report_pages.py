"""Pages of a report as published, from the made-up example documents."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from sightline.inspections.originals import remember_originals
from sightline.inspections.reading import documents_among, read_documents
from sightline.inspections.tables import write_tables

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture
def report(sign_in, workspace, tmp_path):
    """A client, the address of the first example report, and the file it was read from."""
    original = tmp_path / "report.pdf"
    shutil.copy(sorted(EXAMPLES.glob("*.pdf"))[0], original)
    documents = read_documents([original], processes=1)
    write_tables(documents, workspace / "documents")
    remember_originals(documents_among([original]), workspace / "documents")
    event = documents.events[0]
    return sign_in("member"), f"/inspections/{event.sha256[:16]}/pages", original, documents


def test_a_page_shows_its_picture_and_what_was_read_from_it(report):
    client, address, _, documents = report
    item = documents.recommendations[0]
    page = client.get(f"{address}/{item.page}/").content.decode()
    assert f'src="{address}/{item.page}.png"' in page
    assert item.text[:40] in page
    picture = client.get(f"{address}/{item.page}.png")
    assert picture["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(picture.content)).width == 900


def test_a_changed_original_is_not_shown_but_its_text_is(report):
    client, address, original, documents = report
    original.write_bytes(b"%PDF-1.7 another")
    item = documents.recommendations[0]
    page = client.get(f"{address}/{item.page}/").content.decode()
    assert "has changed since it was read" in page
    assert item.text[:40] in page
    assert client.get(f"{address}/{item.page}.png").status_code == 404


def test_there_is_no_page_beyond_the_last(report):
    client, address, _, documents = report
    assert client.get(f"{address}/{documents.events[0].pages + 1}/").status_code == 404
    assert client.get(f"{address}/0/").status_code == 404


def test_signed_out_people_see_no_page(report, client):
    _, address, _, _ = report
    assert client.get(f"{address}/1/").status_code == 302
    assert client.get(f"{address}/1.png").status_code == 302
