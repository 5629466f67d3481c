"""Fixtures for tests in a real browser: Debian's Chromium, driven by Playwright, and a page that is watched.

Nothing is downloaded. Where Playwright is missing (the extra "browser") they skip; where Chromium is, too, unless the
environment says LERNMI_EMO_STRICT. Under `pytest -m browser` with that, a missing Playwright is a failure as well.
"""

import os
import shutil

import needs
import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@pytest.fixture(scope="module")
def chromium(request):
    """A running Chromium."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        if os.environ.get("LERNMI_EMO_STRICT") and "browser" in request.config.option.markexpr:
            pytest.fail("Playwright is missing: pip install 'lernmi-emo[browser]'")
        pytest.skip("needs Playwright: pip install 'lernmi-emo[browser]'")
    if CHROMIUM is None:
        pytest.skip(f"{needs.REASON} that has chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, tmp_path):
    """Save a player and open it: the page, which must ask for nothing but its own file, and must not complain."""
    contexts, asked, said = [], [], []

    def opened(player, hash="", **settings):
        path = player.save(tmp_path / "player.html")
        settings = {"viewport": {"width": 1280, "height": 720}, "reduced_motion": "reduce", **settings}
        context = chromium.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)  # a busy machine is not a failure
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path.as_uri() + hash)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []
    assert {url.partition("#")[0] for url in asked if not url.startswith("data:")} <= {
        (tmp_path / "player.html").as_uri()
    }
