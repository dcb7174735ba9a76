"""Files that are not reports: each is listed with a sentence, and nothing else is disturbed."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from sightline.inspections import apart
from sightline.inspections.download_index import IndexNotUsable
from sightline.inspections.reading import NothingToRead, read_documents

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"
GOOD = EXAMPLES / "99001-thornmere-2023-06-26.pdf"


def pdf_of(tmp_path: Path, name: str, source: str) -> Path:
    typ = tmp_path / "source.typ"
    typ.write_text(source, encoding="utf-8")
    path = tmp_path / name
    path.write_bytes(typst.compile(str(typ)))
    typ.unlink()
    return path


def reason(path: Path) -> str:
    """Why one file cannot be read, when it is read together with a good one."""
    documents = read_documents([path, GOOD], processes=1)
    bad, good = documents.events
    assert bad.kind == "unreadable"
    assert good.kind == "ilacs_inspection"
    assert len(documents.judgements) == 5
    assert documents.unreadable() == [bad]
    assert bad.unreadable_because.endswith(".")
    return bad.unreadable_because


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\n\n  ", "empty"),
        (b"<!DOCTYPE html><html><body>Report not found</body></html>", "web page"),
        (b"PK\x03\x04 something else", "not a PDF"),
        (b"%PDF-1.7\n%%EOF", "damaged"),
    ],
)
def test_a_file_that_is_no_pdf_says_what_it_is(tmp_path, content, words):
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    assert words in reason(path)


def test_a_truncated_pdf(tmp_path):
    path = tmp_path / "cut.pdf"
    path.write_bytes(GOOD.read_bytes()[:9000])
    assert "damaged" in reason(path) or "cut short" in reason(path)


def test_a_pdf_locked_with_a_password(tmp_path):
    # The smallest file with an encryption dictionary that no empty password opens.
    zeros = "00" * 32
    objects = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj",
        f"4 0 obj<</Filter/Standard/V 1/R 2/O<{zeros}>/U<{zeros}>/P -4>>endobj",
    ]
    body, offsets = "%PDF-1.4\n", []
    for one in objects:
        offsets.append(len(body))
        body += one + "\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    body += (
        f"xref\n0 5\n0000000000 65535 f \n{table}"
        f"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n{len(body)}\n%%EOF"
    )
    path = tmp_path / "locked.pdf"
    path.write_bytes(body.encode("latin-1"))
    assert "password" in reason(path)


def test_pages_that_are_pictures(tmp_path):
    path = pdf_of(tmp_path, "scan.pdf", "#rect(width: 100%, height: 100%, fill: gray)")
    assert "pictures" in reason(path)


def test_three_thousand_pages(tmp_path):
    path = pdf_of(tmp_path, "long.pdf", "#for i in range(3000) { [x]; pagebreak(weak: true) }")
    assert "3,000 pages" in reason(path)


def test_a_pdf_about_something_else(tmp_path):
    path = pdf_of(
        tmp_path, "drains.pdf", "#lorem(5) " + "The drains of the town and the cost of it. " * 60
    )
    assert "children's services" in reason(path)


def test_a_text_in_another_language(tmp_path):
    text = (
        "Les enfants de la commune sont accueillis chaque jour dans les maisons du quartier. " * 40
    )
    assert "English" in reason(pdf_of(tmp_path, "french.pdf", text))


def test_fonts_that_do_not_say_their_letters(tmp_path):
    # Private-use characters are what remains of a font without a character map.
    text = "\ue001\ue002\ue003\ue004\ue005\ue006 " * 400
    assert "which letters" in reason(pdf_of(tmp_path, "no-map.pdf", text))


def test_a_file_that_hangs_is_given_up_and_the_others_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "SECONDS_A_FILE", 0)
    documents = read_documents([EXAMPLES], processes=2)
    assert [event.kind for event in documents.events] == ["unreadable"] * 4
    assert all("longer than 0 seconds" in event.unreadable_because for event in documents.events)


def test_a_process_that_dies_takes_only_its_own_file(tmp_path, monkeypatch):
    started = []
    real = apart.ReaderProcess

    class DiesOnce(real):
        def __init__(self):
            super().__init__()
            started.append(self)
            if len(started) == 1:
                self._process.kill()
                self._process.wait()

    monkeypatch.setattr(apart, "ReaderProcess", DiesOnce)
    documents = read_documents([EXAMPLES], processes=1)
    assert [event.kind == "unreadable" for event in documents.events] == [True, False, False, False]
    assert "stopped the reader" in documents.events[0].unreadable_because


def test_a_folder_without_documents_and_a_path_that_is_not_there(tmp_path):
    with pytest.raises(NothingToRead, match="no PDF"):
        read_documents([tmp_path])
    with pytest.raises(NothingToRead, match="no file or folder"):
        read_documents([tmp_path / "nowhere"])


def test_the_same_file_named_twice_is_one_event(tmp_path):
    assert len(read_documents([EXAMPLES, GOOD], processes=1).events) == 4


def test_an_index_without_a_column_or_with_a_wrong_date_says_so(tmp_path):
    index = tmp_path / "list.csv"
    index.write_text("file,urn\nx.pdf,1\n")
    with pytest.raises(IndexNotUsable, match="authority, published"):
        read_documents([GOOD], index=index)
    index.write_text("file,urn,authority,published\nx.pdf,1,Somewhere,26/06/2023\n")
    with pytest.raises(IndexNotUsable, match="YYYY-MM-DD"):
        read_documents([GOOD], index=index)


def test_progress_counts_every_file(tmp_path):
    seen = []
    read_documents([EXAMPLES], progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
