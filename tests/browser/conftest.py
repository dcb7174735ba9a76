"""A browser before a made-up authority: Debian's chromium, the real server, a small workspace."""

import shutil
from pathlib import Path

import pytest

from tests.web.real_server import ROOT, RealServer, free_port

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SCREENSHOTS = ROOT / "build" / "screenshots"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CHILDREN = 300
SIZES = {1280: 900, 390: 844}


@pytest.fixture(scope="session")
def workspace(tmp_path_factory) -> Path:
    """A made-up authority, loaded and checked, with made-up inspection reports read."""
    from sightline.comparisons.load import load_statistics
    from sightline.inspections.reading import read_documents
    from sightline.inspections.searching import build_index
    from sightline.inspections.tables import write_tables
    from sightline.ledger.load import load
    from sightline.ledger.workspace import Workspace
    from sightline.measures.check import check
    from sightline.synthetic.authority import synthesise
    from sightline.synthetic.inspection_reports.make import make_example_documents
    from tests.comparisons.made_up_files import ordinary_folder

    folder = tmp_path_factory.mktemp("demo")
    house = Workspace(folder / "workspace")
    synthesise(CHILDREN, 7, folder / "records")
    load(folder / "records", house)
    check(house)
    make_example_documents(folder / "documents")
    documents = read_documents([folder / "documents"], processes=1)
    write_tables(documents, house.documents)
    build_index(documents, house.documents)
    load_statistics([ordinary_folder(folder / "statistics")], house.folder)
    return house.folder


@pytest.fixture(scope="session")
def site(workspace):
    """The application, served by the same function as ``sightline serve``."""
    server = RealServer(workspace, free_port())
    yield server
    server.stop()


@pytest.fixture(scope="session")
def chromium():
    """The browser; the tests are skipped, with the reason, where there is none."""
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: install Debian's chromium to run these tests")
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: run npm ci to run these tests")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, site):
    """Opens a signed-in page of a given width, with or without JavaScript."""
    contexts = []

    def open_signed_in(width: int = 1280, scripts: bool = True, name: str = "leader"):
        context = chromium.new_context(
            viewport={"width": width, "height": SIZES.get(width, 900)},
            java_script_enabled=scripts,
            base_url=site.address,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto("/sign-in/")
        page.get_by_label("Name").fill(name)
        page.get_by_label("Password", exact=True).fill(site.passwords[name])
        page.get_by_role("button", name="Sign in").press("Enter")
        page.wait_for_url(lambda address: "/sign-in/" not in address)
        return page

    yield open_signed_in
    for context in contexts:
        context.close()
