"""The page in a browser: what people do with it in a day, by mouse, by key and by screen reader.

Needs Chromium and Playwright (``pip install -e '.[test]'``); ``NEWSGREP_BROWSER`` names another
browser of its kind. With ``NEWSGREP_PICTURES=docs/pictures`` the pictures of the documentation are
taken anew.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import SEEDS

pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")
playwright = pytest.importorskip("playwright.sync_api", reason="needs: pip install -e '.[test]'")

from serving import serving

from newsgrep import Archive, Request

KINDS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
AXE = "axe-core@4.10.3"
NASTY = (
    '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'"> {{ 7*7 }}'
)
MANY = 1200


def browser_path() -> str:
    """The browser that there is, if there is one."""
    named = os.environ.get("NEWSGREP_BROWSER")
    return named or next((path for kind in KINDS if (path := shutil.which(kind))), "")


pytestmark = pytest.mark.skipif(
    not browser_path(), reason=f"no browser found ({', '.join(KINDS)}): apt install chromium"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the articles are, and their index."""
    return tmp_path_factory.mktemp("browser")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address of a server that tells of the seeds, of hostile texts, and of many articles."""
    shutil.copytree(SEEDS, folder / "seeds")
    odd = [
        {"title": "ميناء جديد للمدينة", "text": "افتتح الميناء الجديد quayside يوم الأحد.",
         "date": "2018-06-04"},
        {"title": "港の新しい岸壁", "text": "新しい岸壁 quayside が開いた。", "date": "2018-07-04"},
    ]  # fmt: skip
    many = [
        {"title": f"Tideline table {n}", "text": f"Low water at the harbour, tide number {n}.",
         "date": f"{2010 + n % 8}-{1 + n % 12:02}-{1 + n % 28:02}",
         "source": ("Vale Post", "Coast Herald", "Tide Wire")[n % 3]}
        for n in range(MANY)
    ]  # fmt: skip
    lines = "".join(json.dumps(record) + "\n" for record in [*odd, *many])
    (folder / "records.jsonl").write_text(lines, encoding="utf-8")
    (folder / "quayside.txt").write_text(
        f"Quayside opens {NASTY}\n\nBy Ann Dow\n4 May 2018\n\n"
        f"The quayside opened on Friday.\x1b[31m \u202e {NASTY}\n\nMore of it: {NASTY}\n",
        encoding="utf-8",
    )
    with Archive(folder / ".newsgrep") as archive:
        archive.index([folder])
    with serving("--workers", "2", cwd=folder) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        # Chromium's own sandbox does not run as root, as in a container.
        arguments = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
        opened = started.chromium.launch(executable_path=browser_path(), args=arguments)
        yield opened
        opened.close()


Open = Callable[..., Any]


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Open]:
    """Opens a page: its path, and how wide, dark or without JavaScript the browser is.

    Nothing may be said on its console, and nothing asked of another server.
    """
    contexts, said, asked = [], [], []

    def opened(path: str = "/", width: int = 1000, height: int = 800, **how: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **how)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address.rstrip("/") + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    # What Chromium says of them; the page words them.
    refused = ("status of 400 (Bad Request)", "status of 404 (Not Found)")
    assert [one for one in said if not any(known in one for known in refused)] == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}


def hits(page: Any) -> list[str]:
    """The headlines of the hits, as shown."""
    return [text.strip() for text in page.locator(".hit h2").all_inner_texts()]


def asked(page: Any) -> dict[str, str]:
    """What the address says."""
    query = parse_qs(urlsplit(page.url).query, keep_blank_values=True)
    return {name: " ".join(values) for name, values in query.items()}


def search(page: Any, query: str) -> None:
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_url("**/?q=*")


def test_search_and_read_and_go_back(open_page: Open) -> None:
    page = open_page("/")
    assert page.evaluate("document.activeElement.id") == "q"
    search(page, "DEA Mexico")
    assert hits(page)[0] == "Mexico Weighs Its Strongest Card: Shared Intelligence"
    assert asked(page) == {"q": "DEA Mexico"}
    assert "DEA" in page.locator(".hit mark").all_inner_texts()
    page.click("text=Mexico Weighs Its Strongest Card")
    page.wait_for_selector("article.story")
    assert page.locator("article.story mark", has_text="DEA").first.is_visible()
    assert "byline, line 5, 95% sure" in page.inner_text(".facts")
    page.go_back()
    assert hits(page)[0].startswith("Mexico Weighs")


def test_an_error_points_and_a_click_mends_it(open_page: Open) -> None:
    page = open_page("/?q=auther:matalon")
    assert page.inner_text("[role=alert]") == 'unknown field "auther"'
    assert page.inner_text("mark.wrong") == "auther"
    page.click(".fixes a")
    page.wait_for_selector(".hit")
    assert page.input_value("#q") == "author:matalon"


def test_narrow_by_a_facet_and_take_it_off(open_page: Open) -> None:
    page = open_page("/?q=tideline")
    assert page.inner_text(".found").startswith("1,200 articles")
    page.click(".facet a:has-text('Coast Herald')")
    page.wait_for_selector(".chip")
    assert page.inner_text(".found").startswith("400 articles")
    assert asked(page) == {"q": "tideline", "in": "source:Coast Herald"}
    page.click(".facet a:has-text('2013')")
    page.wait_for_url("**year*")
    assert page.inner_text(".found").startswith("50 articles")
    page.click(".chip:has-text('Coast Herald')")
    page.wait_for_url(lambda url: "Coast" not in url)
    assert page.inner_text(".found").startswith("150 articles")
    page.go_back()
    page.go_back()
    assert page.inner_text(".found").startswith("400 articles")


def test_narrow_by_a_brush_over_months(open_page: Open) -> None:
    page = open_page("/?q=tideline")
    bars = page.locator(".bars").first
    box = bars.bounding_box()
    count = page.locator(".bars a").count()
    assert count == 96
    step = box["width"] / count
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + step * 12.5, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + step * 30, middle)
    page.mouse.move(box["x"] + step * 23.5, middle)
    assert page.inner_text(".brushed") == "2011-01 to 2011-12"
    page.mouse.up()
    page.wait_for_url("**since=*")
    assert asked(page) == {"q": "tideline", "since": "2011-01", "until": "2011-12"}
    assert page.inner_text(".found").startswith("150 articles")
    assert page.locator(".bar.selected").count() > 0
    # One month by a click.
    page.locator(".bars a[data-period='2012-06']").first.click()
    page.wait_for_url("**2012-06*")
    assert asked(page)["since"] == asked(page)["until"] == "2012-06"
    page.click(".chip")
    page.wait_for_url(lambda url: "since" not in url)
    assert asked(page) == {"q": "tideline"}


def test_by_keyboard(open_page: Open) -> None:
    page = open_page("/?q=mexico")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    second = hits(page)[1]
    assert page.evaluate("document.activeElement.textContent") == second
    page.keyboard.press("o")
    page.wait_for_selector("article.story")
    assert page.inner_text("article.story h1") == second
    page.keyboard.press("k")
    page.wait_for_url("**at=1*")
    page.keyboard.press("u")
    page.wait_for_selector(".hit")
    page.wait_for_load_state()  # its keys are listened to by then
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("j")
    assert page.input_value("#q") == "j", "in the search box it is a letter"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog.keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog.keys").is_visible()


def test_marked_by_keyboard(open_page: Open) -> None:
    page = open_page("/?q=quayside+opens")
    page.keyboard.press("j")
    page.keyboard.press("s")
    page.wait_for_selector(".hit [data-mark=seen]")
    page.reload()
    assert page.locator(".hit [data-mark=seen]").count() == 1
    page.keyboard.press("j")
    page.keyboard.press("s")
    page.wait_for_selector(".hit [data-mark=seen]", state="detached")
    page.goto(page.url.replace("opens", "-is%3Aseen"))
    assert page.locator(".hit").count() == 3


def test_marked_by_buttons_and_counted(open_page: Open) -> None:
    page = open_page("/?q=tideline+31", width=1600)
    page.wait_for_selector(".preview .story")
    total = int(re.findall(r"[\d,]+", page.inner_text(".found"))[0].replace(",", ""))
    page.click(".hit >> nth=0 >> [data-set-mark=key]")
    page.wait_for_selector(".hit [data-mark=key]")
    # The same article stands beside the hits.
    assert page.locator(".preview [data-mark=key]").count() == 1
    assert page.locator(".preview [data-set-mark=key][aria-pressed=true]").count() == 1
    page.wait_for_selector(".reviewed:has-text('1 of')")
    assert f"1 of {total:,} reviewed" in page.inner_text(".found")
    assert page.inner_text(".notice") == "Marked key"
    focused = "document.activeElement.closest('.hit')?.querySelector('h2').textContent.trim()"
    assert page.evaluate(focused) == hits(page)[0], (
        "whoever works by keyboard stays where they were"
    )
    page.click(".preview [data-set-mark=key]")
    page.wait_for_selector(".hit [data-mark=key]", state="detached")
    assert page.locator(".preview [data-mark=key]").count() == 0


def test_notes_by_keyboard(open_page: Open) -> None:
    page = open_page("/?q=tideline+37&n=10")
    page.keyboard.press("j")
    page.keyboard.press("m")
    # While one types, keys are letters.
    page.keyboard.type("jokes, nps? /x")
    assert page.input_value(".note-form textarea") == "jokes, nps? /x"
    assert page.locator("dialog.keys").is_visible() is False
    page.keyboard.press("Escape")
    assert page.locator(".note-form").count() == 1, "what was written is not thrown away"
    page.keyboard.press("s")
    page.wait_for_selector(".hit [data-mark=seen]")
    assert page.input_value(".note-form textarea") == "jokes, nps? /x", "nor by a mark"
    page.keyboard.press("m")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".own-notes")
    assert page.inner_text(".own-notes .note") == "jokes, nps? /x"
    assert page.locator(".note-form").count() == 0
    page.keyboard.press("s")
    page.wait_for_selector(".hit [data-mark=seen]", state="detached")
    # It stands with the article too, and is taken off there.
    page.keyboard.press("o")
    page.wait_for_selector("article.story")
    assert page.inner_text(".own-notes .note") == "jokes, nps? /x"
    page.keyboard.press("m")
    page.keyboard.press("Escape")
    assert page.locator(".note-form").count() == 0, "an empty one goes"
    page.click("[data-remove-note]")
    page.wait_for_selector(".own-notes", state="detached")
    page.reload()
    assert page.locator(".own-notes").count() == 0


def test_what_is_not_kept_stays_to_be_sent_again(open_page: Open) -> None:
    page = open_page("/?q=tideline+41")
    page.click(".hit >> nth=0 >> [data-add-note]")
    page.fill(".note-form textarea", " \n ")
    page.click(".note-form button:has-text('Keep')")
    page.wait_for_selector(".note-form .failed:not(:empty)")
    assert page.inner_text(".note-form .failed") == (
        "The note is not kept: a note has 1 to 10,000 letters, not 0"
    )
    page.click(".note-form [data-cancel]")
    assert page.locator(".note-form").count() == 0


def test_save_a_search_ask_it_and_remove_it(open_page: Open) -> None:
    page = open_page("/?q=tideline&in=source%3AVale+Post")
    page.click(".saving summary")
    page.fill(".saving input", "two words")
    page.click(".saving button")
    page.wait_for_selector(".saving .failed:not(:empty)")
    assert page.inner_text(".saving .failed") == (
        "It is not saved: 'two words' is no name for an alert; "
        "letters, digits, dots and hyphens: port-strike"
    )
    page.fill(".saving input", "vale")
    page.press(".saving input", "Enter")
    page.wait_for_function(
        "() => document.querySelector('.notice').textContent === 'Saved as @vale'"
    )
    page.click("text=Saved searches >> nth=0")
    page.wait_for_selector("h1:has-text('Saved searches')")
    page.click(".saved a:has-text('@vale')")
    page.wait_for_selector(".hit")
    assert page.inner_text(".found").startswith("400 articles")
    page.go_back()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.click("[data-remove-alert=vale]")
    assert page.locator("[data-alert=vale]").count() == 1
    page.once("dialog", lambda dialog: dialog.accept())
    page.click("[data-remove-alert=vale]")
    page.wait_for_selector("[data-alert=vale]", state="detached")
    assert "No search is saved yet." in page.inner_text("main")


def test_unseen_is_switched_on_and_taken_off(open_page: Open) -> None:
    page = open_page("/?q=tideline+43")
    first_one = hits(page)[0]
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.wait_for_selector(".hit [data-mark=irrelevant]")
    page.click("[name=unseen][type=checkbox]")  # which asks anew by itself
    page.wait_for_url("**unseen=1*")
    assert first_one not in hits(page)
    page.click(".chip:has-text('unseen')")
    page.wait_for_url(lambda url: "unseen" not in url)
    assert hits(page)[0] == first_one
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.wait_for_selector(".hit [data-mark=irrelevant]", state="detached")


def test_the_article_stands_beside_the_hits_on_a_wide_screen(open_page: Open) -> None:
    page = open_page("/?q=mexico", width=1600)
    page.wait_for_selector(".preview .story")
    assert page.inner_text(".preview h1") == hits(page)[0]
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.wait_for_function(
        "title => document.querySelector('.preview h1')?.textContent === title", arg=hits(page)[1]
    )
    assert page.locator(".preview mark").count() > 0
    assert page.locator("#article").count() == 0, "an id stands once"


def test_copies_unfold_with_their_differences(open_page: Open) -> None:
    page = open_page("/?q=colombia")
    page.click(".copies summary")
    page.wait_for_selector(".copies .members")
    page.click(".copies .members summary")
    assert page.locator(".copies del").first.is_visible()
    assert page.locator(".copies ins").first.is_visible()


def test_download_what_is_shown(open_page: Open) -> None:
    page = open_page("/?q=tideline&in=source%3ATide+Wire")
    with page.expect_download() as waited:
        page.click(".downloads a:has-text('CSV')")
    assert waited.value.suggested_filename == "newsgrep.csv"
    text = Path(waited.value.path()).read_text(encoding="utf-8")
    assert text.count("\n") == 401


def test_no_result_is_coached(open_page: Open) -> None:
    page = open_page("/?q=guzmn")
    assert page.inner_text(".found").startswith("No article")
    page.click(".coach a")
    page.wait_for_selector(".hit")
    assert page.input_value("#q") == "guzman"


def test_many_results_are_leafed_through(open_page: Open) -> None:
    page = open_page("/?q=tideline&sort=title&n=100")
    assert len(hits(page)) == 100
    page.keyboard.press("n")
    page.wait_for_url("**page=2*")
    assert page.locator("ol.hits").get_attribute("start") == "101"
    page.select_option("select[name=sort]", "-date")
    page.wait_for_url("**sort=-date*")
    assert "page" not in asked(page) and asked(page)["n"] == "100"


@pytest.mark.parametrize("start", ["/?q=tideline&unseen=1", "/?q=tideline+-is:seen"])
def test_leafing_on_among_the_unseen_leaves_none_out(open_page: Open, start: str) -> None:
    page = open_page(f"{start}&n=10&sort=title")
    first_page = hits(page)
    page.keyboard.press("j")
    page.keyboard.press("s")
    page.wait_for_selector(".hit [data-mark=seen]")
    with page.expect_navigation():
        page.click('.pages [rel="next"]')
    moved_up = hits(page)
    assert "page" not in asked(page) and moved_up[:9] == first_page[1:]
    page.click('.pages [rel="next"]')
    page.wait_for_url("**page=2*")
    assert not set(hits(page)) & set(moved_up)


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1000, "dark"), (1600, "light")])
@pytest.mark.parametrize(
    "path", ["/", "/?q=mexico", "/?q=auther:x", "/?q=quayside", "/help", "/alerts"]
)
def test_nothing_sticks_out(open_page: Open, path: str, scheme: str, width: int) -> None:
    page = open_page(path, width=width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(map(int, re.findall(r"\d+", ground)[:3])) > 382
    assert light == (scheme == "light")


def test_on_a_telephone(open_page: Open) -> None:
    page = open_page("/?q=mexico", width=360, height=740, has_touch=True)
    assert not page.locator(".facet").first.is_visible()
    page.tap(".facets-fold summary")
    assert page.locator(".facet").first.is_visible()
    page.tap(".facet a >> nth=0")
    page.wait_for_selector(".chip")
    for opens in (".options .further summary", ".saving summary", ".hit [data-add-note]"):
        page.locator(opens).first.tap()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, opens
        if "summary" in opens:
            page.tap(opens)
    page.tap(".hit h2 a")
    page.wait_for_selector("article.story")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_javascript(open_page: Open) -> None:
    page = open_page("/", java_script_enabled=False)
    page.fill("#q", "tideline")
    page.click("header button:has-text('Search')")
    assert page.inner_text(".found").startswith("1,200 articles")
    page.click(".facet a:has-text('Vale Post')")
    assert page.inner_text(".found").startswith("400 articles")
    page.fill("input[name=since]", "2013")
    page.fill("input[name=until]", "2013-06")
    page.click(".dates button")
    assert "Vale Post" in page.inner_text(".chips") and "2013-06" in page.inner_text(".chips")
    page.select_option("select[name=sort]", "-date")
    page.click(".options .go")
    assert asked(page)["sort"] == "-date" and asked(page)["in"] == "source:Vale Post"
    page.check("[name=unseen]")
    page.click(".options .go")
    assert asked(page)["unseen"] == "1" and "unseen" in page.inner_text(".chips")
    page.click(".chip:has-text('unseen')")
    assert "unseen" not in asked(page)
    # What would do nothing is hidden (by the style sheet, which comes after the page).
    page.locator("[data-set-mark]").first.wait_for(state="hidden")
    assert page.locator(".hit").first.is_visible()
    page.click(".hit h2 a >> nth=0")
    assert page.inner_text("article.story h1").startswith("Tideline table")
    page.click(".neighbours .back")
    page.wait_for_selector(".hit")
    page.click(".chip:has-text('Vale Post')")
    assert "Vale Post" not in page.inner_text(".chips")


def test_hostile_texts_stay_texts(open_page: Open) -> None:
    page = open_page("/?q=quayside&sort=date")
    assert "<script>" in hits(page)[0]
    for step in ("text=Quayside opens", ".story"):
        page.click(step)
        page.wait_for_timeout(200)
        assert page.title() != "run"
        assert page.locator("img").count() == 0
    assert "{{ 7*7 }}" in page.inner_text("article.story")
    assert page.locator("a:has-text('Address')").count() == 0
    assert page.evaluate("[...document.querySelectorAll('a')].every(a => /^http/.test(a.href))")


def test_any_direction_of_writing(open_page: Open) -> None:
    page = open_page("/?q=quayside&sort=date")
    directions = page.eval_on_selector_all(
        ".hit h2", "all => all.map(one => getComputedStyle(one).direction)"
    )
    assert directions == ["ltr", "rtl", "ltr"]


@pytest.fixture(scope="module")
def kept(address: str, folder: Path) -> Iterator[None]:
    """While this is open, a search is saved, and an article has marks and a note."""
    with Archive(folder / ".newsgrep") as archive:
        archive.alerts.add("wall", Request("wall", mode="all"), backlog=True)
        identity = archive.search("wall").hits[0].id
        archive.newsroom.mark(identity, "seen", "chapter 3", notes=["Who signed it?"])
        yield
        archive.newsroom.unmark(identity, everything=True)
        archive.alerts.remove(["wall"])


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, as npm has it."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("axe-core comes by npm, which is not installed")
    folder = tmp_path_factory.mktemp("axe")
    try:
        subprocess.run(
            [npm, "pack", "--silent", AXE], cwd=folder, check=True, capture_output=True, timeout=90
        )
    except (subprocess.SubprocessError, OSError):
        pytest.skip(f"npm cannot fetch {AXE} now")
    with tarfile.open(next(folder.glob("*.tgz"))) as packed:
        member = packed.extractfile("package/axe.min.js")
        assert member is not None
        return member.read().decode()


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1600, "light")])
@pytest.mark.parametrize(
    "path",
    ["/", "/?q=DEA+Mexico", "/?q=tideline&since=2011&until=2012&in=source%3ATide+Wire&more=year",
     "/?q=auther:x", "/?q=guzmn+tunnel", "/?q=quayside", "/help", "/problems",
     "/quotes?q=mexico", "article", "story", "/nothing", "/alerts", "/alerts/wall",
     "/?q=%40wall&unseen=1", "note", "save"],
)  # fmt: skip
@pytest.mark.usefixtures("kept")
def test_axe_finds_nothing(open_page: Open, axe: str, path: str, width: int, scheme: str) -> None:
    start = {"article": "/?q=colombia", "story": "/?q=colombia", "/nothing": "/",
             "note": "/?q=wall", "save": "/?q=wall"}.get(path, path)  # fmt: skip
    page = open_page(start, width=width, color_scheme=scheme)
    if path == "/nothing":
        asking = "fetch('/nothing', {headers: {Accept: 'text/html'}}).then(a => a.text())"
        page.set_content(page.evaluate(asking))
    if path == "article":
        page.click(".hit h2 a")
    if path == "note":
        assert page.locator(".own-notes").count() > 0
        page.click(".hit >> nth=0 >> [data-add-note]")
    if path == "save":
        page.click(".saving summary")
    if path == "story":
        page.goto(page.locator("text=What each changed").first.evaluate("one => one.href"))
    if width >= 1280 and path == "/?q=DEA+Mexico":
        page.wait_for_selector(".preview .story")
    page.evaluate(axe)
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    told = [
        f"{one['id']}: {one['help']}: {node['html'][:200]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]
    assert told == []


@pytest.mark.parametrize(
    ("name", "path", "how"),
    [
        ("hits", "/?q=DEA+Mexico", {"width": 1440, "height": 860}),
        ("narrowed-dark", "/?q=tideline&since=2011&until=2012",
         {"width": 1000, "height": 760, "color_scheme": "dark"}),
        ("telephone", "/?q=colombia", {"width": 360, "height": 700}),
    ],
)  # fmt: skip
def test_pictures(
    open_page: Open, tmp_path: Path, name: str, path: str, how: dict[str, Any]
) -> None:
    """The pictures of the documentation, which are kept where they are asked for."""
    page = open_page(path, **how)
    if how["width"] >= 1280:
        page.wait_for_selector(".preview .story")
    folder = Path(os.environ.get("NEWSGREP_PICTURES") or tmp_path)
    folder.mkdir(exist_ok=True)
    page.screenshot(path=folder / f"{name}.png")
    assert (folder / f"{name}.png").stat().st_size > 10_000
