"""A real browser for the tests that ask for one: Chromium as installed, cut off from every network but loopback, and a JupyterLab for it."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from importlib.util import find_spec
from pathlib import Path

import pytest

# What tests import is the source, also where the parser is compiled (test_compiled.py compares the two); the processes
# that they start run what is compiled.
spec = find_spec("analysis")
if spec is None:
    sys.exit("Naba is not installed here: make setup")
for folder in spec.submodule_search_locations:
    for part in (folder, str(Path(folder, "quotes"))):
        sys.path_importer_cache[part] = FileFinder(part, (SourceFileLoader, SOURCE_SUFFIXES))

SCREENSHOTS = Path(__file__).parents[1] / "screenshots"


@pytest.fixture(autouse=True)
def user_cache(tmp_path_factory, monkeypatch):
    """The user's own cache is not that of the tests: each has its own."""
    file = tmp_path_factory.mktemp("cache") / "naba" / "extraction.sqlite"
    monkeypatch.setattr("analysis.cache.user_file", lambda: file)
    monkeypatch.delenv("NABA_CACHE", raising=False)
    return file


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for the whole session; its tests are skipped where none is installed."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        pytest.skip("no chromium is installed: what a browser shows is not checked")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no browser is driven")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Open an address in a context of its own; whatever goes wrong in the page fails the test at its end."""
    contexts, wrong = [], []

    def open_(address, *, network=False, strict=True, **options):
        context = chromium.new_context(**{"viewport": {"width": 1180, "height": 900}, "offline": not network} | options)
        contexts.append(context)
        page = context.new_page()
        if strict:
            page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
            page.on("console", lambda message: message.type == "error" and wrong.append(f"console: {message.text}"))
        page.on("request", lambda asked: _fetches(asked.url) and wrong.append(f"fetched: {asked.url}"))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []


def _fetches(url):
    return not url.startswith(("file:", "data:", "blob:", "http://127.0.0.1", "ws://127.0.0.1"))


@pytest.fixture
def keep_picture(request):
    """Take a screenshot that stays, named after the test: for people to look at."""

    def keep(page, name=""):
        SCREENSHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{request.node.originalname.removeprefix('test_')}{name}.png")

    return keep


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """Address of a JupyterLab on loopback, with the notebooks and a few seeds beside them; one for all tests."""
    root = tmp_path_factory.mktemp("lab")
    project = Path(__file__).parents[1]
    shutil.copytree(project / "notebooks", root / "notebooks", ignore=shutil.ignore_patterns(".*"))
    (root / "seeds").mkdir()
    for path in [*sorted((project / "seeds").glob("*.txt"))[:12], project / "seeds" / "articles.csv"]:
        shutil.copy(path, root / "seeds")
    settings = root / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"fetchNews": "false", "checkForUpdates": false}')
    token = secrets.token_hex(16)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {"JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces"}
    own |= {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_RUNTIME_DIR": "runtime", "JUPYTER_DATA_DIR": "data"}
    own |= {"IPYTHONDIR": "ipython"}
    environment = os.environ | {name: str(root / folder) for name, folder in own.items()}
    options = ["--no-browser", "--expose-app-in-browser", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"]
    options += ["--ServerApp.port_retries=0", f"--ServerApp.root_dir={root}", "--allow-root"]
    options += [f"--IdentityProvider.token={token}", "--ContentsManager.allow_hidden=False"]
    with (root / "log.txt").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options], env=environment, stdout=log, stderr=log, cwd=root
        )
    try:
        until = time.monotonic() + 60
        while not _answers(port):
            assert server.poll() is None and time.monotonic() < until, (root / "log.txt").read_text()[-2000:]
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/lab/tree/notebooks?reset&token={token}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
