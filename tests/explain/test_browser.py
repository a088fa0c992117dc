"""A browser on an explained report: it opens by itself, by day and by night, on a phone, for screen readers.

Needs chromium and chromedriver, and for accessibility the npm package axe-core; ``.ci/web-tools`` installs them.
"""

import json
from pathlib import Path

import html5lib
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from kg.explain import explanation_page
from kg.look import colours
from kg.pipeline import explain_report


@pytest.fixture(scope="module")
def explained(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("explained") / "report.html"
    file.write_text(explanation_page(explain_report("rocbap-664")), encoding="utf-8")
    return file.as_uri()


def test_it_is_valid_html(explained: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(Path(explained.removeprefix("file://")).read_text(encoding="utf-8"))
    assert parser.errors == []


def test_it_opens_without_asking_anybody_and_without_an_error(browser: WebDriver, explained: str) -> None:
    browser.get_log("performance"), browser.get_log("browser")  # what went before
    browser.get(explained)
    messages = [json.loads(each["message"])["message"] for each in browser.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    assert {url for url in asked if not url.startswith("file:")} == set()
    assert browser.get_log("browser") == []


def test_a_statement_leads_to_its_words(browser: WebDriver, look, explained: str) -> None:
    look.resize(1200, 900)
    browser.get(explained)
    browser.find_element(By.CSS_SELECTOR, 'a.participation[title="chaired by Mr. Kuramoto"]').click()
    asked = browser.find_element(By.CSS_SELECTOR, "mark:target")
    assert asked.text.startswith("chaired by")
    assert asked.value_of_css_property("outline-style") == "solid"
    look.see("explained-statement")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_has_the_colours_of_the_pages(
    browser: WebDriver, look, explained: str, scheme: str
) -> None:
    look.resize(1200, 900, scheme)
    browser.get(explained)
    look.see(f"explained-{scheme}")
    assert look.grave() == {}
    red, green, blue = (int(colours()["back"][at : at + 2], 16) for at in (1, 3, 5))
    back = browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color")
    assert (back == f"rgba({red}, {green}, {blue}, 1)") == (scheme == "light")


def test_it_fits_a_phone(browser: WebDriver, look, explained: str) -> None:
    look.resize(390, 844, "dark")
    browser.get(explained)
    look.see("explained-phone")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390
