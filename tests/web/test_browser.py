"""A browser on the pages: what a person clicks, what a small screen shows, what a screen reader meets.

Needs chromium and chromedriver, and for accessibility the npm package axe-core; ``.ci/web-tools`` installs them.
Screenshots are left in ``build/web/screenshots``.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait

BUILD = Path(__file__).parent.parent.parent / "build" / "web"
AXE = BUILD / "node_modules" / "axe-core" / "axe.min.js"
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
}


@pytest.fixture(scope="module")
def browser() -> Iterator[WebDriver]:
    chromium, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("chromium and chromedriver are not installed; .ci/web-tools installs them")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with webdriver.Chrome(options=options, service=webdriver.ChromeService(driver)) as found:
        yield found


def see(browser: WebDriver, name: str) -> None:
    (BUILD / "screenshots").mkdir(parents=True, exist_ok=True)
    browser.save_screenshot(str(BUILD / "screenshots" / f"{name}.png"))


def resize(browser: WebDriver, width: int, height: int, scheme: str = "light") -> None:
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500},
    )
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def test_from_search_to_the_sentence(browser: WebDriver, site) -> None:
    resize(browser, 1200, 900)
    browser.get(site.url)
    browser.find_element(By.ID, "q").send_keys("kuramoto")
    WebDriverWait(browser, 10).until(lambda b: b.find_elements(By.CSS_SELECTOR, "#suggested option"))
    browser.find_element(By.CSS_SELECTOR, "[role=search] button").click()
    browser.find_element(By.LINK_TEXT, "Norikazu Kuramoto").click()
    assert browser.find_element(By.TAG_NAME, "h1").text == "Norikazu Kuramoto"
    browser.find_element(By.CSS_SELECTOR, 'a[href$="rocbap-664#char=659,682"]').click()
    WebDriverWait(browser, 10).until(lambda b: b.find_elements(By.CSS_SELECTOR, "mark.asked"))
    asked = "".join(each.get_property("textContent") for each in browser.find_elements(By.CSS_SELECTOR, "mark.asked"))
    assert asked == "chaired by Mr. Kuramoto"
    browser.find_element(By.CSS_SELECTOR, 'a.to[href="#char=1103,1157"]').click()
    asked = "".join(each.get_property("textContent") for each in browser.find_elements(By.CSS_SELECTOR, "mark.asked"))
    assert "re-elected as chairperson" in asked


def test_from_a_question_to_the_editor(browser: WebDriver, site) -> None:
    resize(browser, 1200, 1000)
    browser.get(f"{site.url}/questions/career-of-a-person")
    browser.find_element(By.ID, "p-person").send_keys("Norikazu Kuramoto")
    browser.find_element(By.CSS_SELECTOR, ".ask button").click()
    WebDriverWait(browser, 10).until(lambda b: len(b.find_elements(By.CSS_SELECTOR, "tbody tr")) == 2)
    browser.find_element(By.LINK_TEXT, "Open in the query editor").click()
    WebDriverWait(browser, 10).until(lambda b: b.find_elements(By.CSS_SELECTOR, ".yasqe_queryButton"))
    assert not browser.find_element(By.ID, "plain").is_displayed()
    browser.find_element(By.CSS_SELECTOR, ".yasqe_queryButton").click()
    WebDriverWait(browser, 10).until(lambda b: len(b.find_elements(By.CSS_SELECTOR, "#answer tbody tr")) == 2)
    see(browser, "editor-answer")


def test_nothing_is_asked_of_others_and_nothing_goes_wrong(browser: WebDriver, site) -> None:
    browser.get_log("performance"), browser.get_log("browser")  # what went before
    for path in (PAGES["editor"], PAGES["report"], PAGES["start"]):
        browser.get(site.url + path)
    messages = [json.loads(each["message"])["message"] for each in browser.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    assert {url for url in asked if not url.startswith((site.url, "data:", "blob:"))} == set()
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_a_phone(browser: WebDriver, site, name: str) -> None:
    resize(browser, 390, 844, "dark")
    browser.get(site.url + PAGES[name])
    see(browser, f"{name}-phone")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible(browser: WebDriver, site, name: str, scheme: str) -> None:
    if not AXE.exists():
        pytest.skip("the npm package axe-core is not in build/web; .ci/web-tools installs it")
    resize(browser, 1200, 900, scheme)
    browser.get(site.url + PAGES[name])
    see(browser, f"{name}-{scheme}")
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found = browser.execute_async_script("const done = arguments[0]; axe.run().then(done)")["violations"]
    grave = {each["id"]: each["nodes"][0]["html"] for each in found if each["impact"] in {"serious", "critical"}}
    assert grave == {}
