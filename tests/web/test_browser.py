"""A browser on the pages: what a person clicks, what a small screen shows, what a screen reader meets.

Needs chromium and chromedriver, and for accessibility the npm package axe-core; ``.ci/web-tools`` installs them.
Screenshots are left in ``build/web/screenshots``.
"""

import json

import pytest
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

PAGES = {
    "start": "/",
    "person": "/doc/person/norikazu-kuramoto",
    "meeting": "/doc/meeting/oco-conference-19",
    "report": "/doc/report/rocbap-664#char=659,682",
    "question": "/questions/career-of-a-person?person=Norikazu+Kuramoto",
    "form": "/questions/meetings-of-a-region",
    "search": "/search?q=kuramotto",
    "ontology": "/ontology",
    "about": "/about",
    "editor": "/query?question=career-of-a-person",
    "answered": "/sparql?query=SELECT%20*%20%7B%20%3Fs%20a%20wco%3ASecretariat%20%3B%20%3Fp%20%3Fo%20%7D",
    "drawing": "/drawing",
}


def awaited(browser: WebDriver, by: str, value: str, text: str = "") -> WebElement:
    """The element, as soon as it is there and says ``text``: a click does not wait for the page that it leads to."""

    def found(driver: WebDriver) -> WebElement | None:
        return next((each for each in driver.find_elements(by, value) if text in each.text), None)

    return WebDriverWait(browser, 20, ignored_exceptions=[StaleElementReferenceException]).until(found)


def asked(browser: WebDriver) -> str:
    """What is marked as asked for."""
    awaited(browser, By.CSS_SELECTOR, "mark.asked")
    return "".join(each.get_property("textContent") for each in browser.find_elements(By.CSS_SELECTOR, "mark.asked"))


def test_from_search_to_the_sentence(browser: WebDriver, look, site) -> None:
    look.resize(1200, 900)
    browser.get(site.url)
    browser.find_element(By.ID, "q").send_keys("kuramoto")
    awaited(browser, By.CSS_SELECTOR, "#suggested option")
    browser.find_element(By.CSS_SELECTOR, "[role=search] button").click()
    awaited(browser, By.LINK_TEXT, "Norikazu Kuramoto").click()
    awaited(browser, By.TAG_NAME, "h1", "Norikazu Kuramoto")
    awaited(browser, By.CSS_SELECTOR, 'a[href$="rocbap-664#char=659,682"]').click()
    assert asked(browser) == "chaired by Mr. Kuramoto"
    browser.find_element(By.CSS_SELECTOR, 'a.to[href="#char=1103,1157"]').click()
    WebDriverWait(browser, 10).until(lambda b: "re-elected as chairperson" in asked(b))


def test_from_a_question_to_the_editor(browser: WebDriver, look, site) -> None:
    look.resize(1200, 1000)
    browser.get(f"{site.url}/questions/career-of-a-person")
    browser.find_element(By.ID, "p-person").send_keys("Norikazu Kuramoto")
    browser.find_element(By.CSS_SELECTOR, ".ask button").click()
    WebDriverWait(browser, 10).until(lambda b: len(b.find_elements(By.CSS_SELECTOR, "tbody tr")) == 2)
    awaited(browser, By.LINK_TEXT, "Open in the query editor").click()
    awaited(browser, By.CSS_SELECTOR, ".yasqe_queryButton")
    assert not browser.find_element(By.ID, "plain").is_displayed()
    browser.find_element(By.CSS_SELECTOR, ".yasqe_queryButton").click()
    WebDriverWait(browser, 10).until(lambda b: len(b.find_elements(By.CSS_SELECTOR, "#answer tbody tr")) == 2)
    look.see("editor-answer")


def test_from_the_drawn_network_to_a_page(browser: WebDriver, look, site) -> None:
    look.resize(1200, 900)
    browser.get(site.url)
    browser.find_element(By.LINK_TEXT, "Network").click()
    WebDriverWait(browser, 20).until(lambda b: awaited(b, By.ID, "count").text)
    browser.find_element(By.ID, "search").send_keys("Norikazu Kuramoto\n")
    awaited(browser, By.LINK_TEXT, "All that is known of it").click()
    awaited(browser, By.TAG_NAME, "h1", "Norikazu Kuramoto")
    browser.back()


def test_nothing_is_asked_of_others_and_nothing_goes_wrong(browser: WebDriver, site) -> None:
    browser.get_log("performance"), browser.get_log("browser")  # what went before
    for path in (PAGES["editor"], PAGES["report"], PAGES["start"]):
        browser.get(site.url + path)
    messages = [json.loads(each["message"])["message"] for each in browser.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    assert {url for url in asked if not url.startswith((site.url, "data:", "blob:"))} == set()
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_a_phone(browser: WebDriver, look, site, name: str) -> None:
    look.resize(390, 844, "dark")
    browser.get(site.url + PAGES[name])
    look.see(f"{name}-phone")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible(browser: WebDriver, look, site, name: str, scheme: str) -> None:
    look.resize(1200, 900, scheme)
    browser.get(site.url + PAGES[name])
    look.see(f"{name}-{scheme}")
    assert look.grave() == {}
