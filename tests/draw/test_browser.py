"""A browser on the drawn file: it opens by itself, filters, and shows the sentence behind a node.

Needs chromium and chromedriver, and for accessibility the npm package axe-core; ``.ci/web-tools`` installs them.
"""

import json
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from kg.draw import gather, to_html
from kg.store import open_store


@pytest.fixture(scope="module")
def drawn(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("drawn") / "network.html"
    with open_store(sample_store) as store:
        file.write_text(to_html(gather(store)), encoding="utf-8")
    return file.as_uri()


def text(browser: WebDriver, name: str) -> str:
    return browser.find_element(By.ID, name).text


def opened(browser: WebDriver, drawn: str) -> None:
    browser.get(drawn)
    WebDriverWait(browser, 20).until(lambda b: text(b, "count"))


def test_it_opens_without_asking_anybody_and_without_an_error(browser: WebDriver, drawn: str) -> None:
    browser.get_log("performance"), browser.get_log("browser")  # what went before
    opened(browser, drawn)
    messages = [json.loads(each["message"])["message"] for each in browser.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    assert {url for url in asked if not url.startswith(("file:", "data:", "blob:"))} == set()
    assert browser.get_log("browser") == []


@pytest.mark.parametrize(("field", "value"), [("region", "AP"), ("year", "2023"), ("role", "chair")])
def test_a_filter_leaves_less_and_show_all_brings_it_back(
    browser: WebDriver, drawn: str, field: str, value: str
) -> None:
    def shown() -> list[int]:
        return [int(part.split()[0]) for part in text(browser, "count").split(", ")]

    opened(browser, drawn)
    everything = shown()
    Select(browser.find_element(By.ID, field)).select_by_value(value)
    assert 0 < sum(shown()) < sum(everything)
    browser.find_element(By.ID, "reset").click()
    assert shown() == everything


def test_a_name_leads_to_the_sentence_it_was_read_from(browser: WebDriver, look, drawn: str) -> None:
    look.resize(1200, 900)
    opened(browser, drawn)
    browser.find_element(By.ID, "search").send_keys("Norikazu Kuramoto\n")
    WebDriverWait(browser, 10).until(lambda b: b.find_element(By.CSS_SELECTOR, "#panel h2").text == "Norikazu Kuramoto")
    marked = {each.text for each in browser.find_elements(By.CSS_SELECTOR, "#panel mark")}
    assert any("Kuramoto" in words for words in marked)
    look.see("drawn-person")


def test_a_node_of_the_picture_is_clicked(browser: WebDriver, look, drawn: str) -> None:
    look.resize(1200, 900)
    opened(browser, drawn)
    browser.execute_script("cy.nodes()[0].emit('tap')")
    label = browser.find_element(By.CSS_SELECTOR, "#panel h2").text
    assert label != "Evidence"
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert browser.find_element(By.CSS_SELECTOR, "#panel h2").text == "Evidence"


def test_no_name_covers_another(browser: WebDriver, look, drawn: str) -> None:
    look.resize(1200, 900)
    opened(browser, drawn)
    shown = """
      const box = (node) => node.boundingBox({ includeNodes: false, includeEdges: false, includeOverlays: false });
      return cy.nodes().not(".away, .faint, .quiet").map((node) => [node.data("label"), box(node)]);
    """
    names = browser.execute_script(shown)
    assert len(names) > 5
    for at, (name, one) in enumerate(names):
        for other, two in names[:at]:
            apart = one["x2"] <= two["x1"] or two["x2"] <= one["x1"] or one["y2"] <= two["y1"] or two["y2"] <= one["y1"]
            assert apart, (name, other)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(browser: WebDriver, look, drawn: str, scheme: str) -> None:
    look.resize(1200, 900, scheme)
    opened(browser, drawn)
    look.see(f"drawn-{scheme}")
    assert look.grave() == {}


def test_it_fits_a_phone(browser: WebDriver, look, drawn: str) -> None:
    look.resize(390, 844, "dark")
    opened(browser, drawn)
    look.see("drawn-phone")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390
