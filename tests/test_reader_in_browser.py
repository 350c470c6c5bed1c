"""The reader as people use it: pointed at, clicked, walked through with keys, on a phone and in the dark."""

import pytest

import analysis as na

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=document.title=1>"
TEXT = (
    "افتتاح جسر في نورلاند\n\n"
    "قالت الوزيرة سلمى درويش أمس الاثنين إن الجسر سيفتح في 20 يونيو. وأضافت: «سنبدأ بناء جسر ثان».\n\n"
    f"وقف الناس على الضفة {HOSTILE}.\n\n"
    f"وأعلن رئيس البلدية سامر {HOSTILE} حداد أن الطريق مغلق حتى 20 يونيو."
)


@pytest.fixture(scope="module")
def reader():
    import pandas as pd

    articles = pd.DataFrame([{"doc_id": "a", "text": TEXT, "published": pd.Timestamp("2031-05-06")}])
    quotes = na.extract_quotes(articles)
    times = na.extract_times(articles, quotes=quotes)
    assert quotes["speaker"].tolist()[:2] == ["سلمى درويش"] * 2 and times["value"].tolist().count("2031-06-20") == 2
    return na.show(articles.iloc[0], quotes, times)


@pytest.fixture
def opened(reader, tmp_path, open_page):
    def open_(**options):
        reader.save(tmp_path / "reader.html")
        return open_page((tmp_path / "reader.html").as_uri(), **options)

    return open_


def kept(page):
    """The contents and times that are not faded."""
    marks = page.locator("article .naba-content:not(.naba-off), article .naba-time:not(.naba-off)")
    return " ".join(marks.all_inner_texts())


def test_pointing_at_a_mark_tells_what_is_known_of_it(opened, keep_picture):
    page = opened()
    page.hover("text=سيفتح")
    card = page.locator(".naba-card")
    assert card.is_visible()
    told = card.inner_text()
    assert "سلمى درويش" in told and "indirect" in told and "قالت" in told
    page.hover("article .naba-time >> nth=0")
    assert "2031-05-05" in card.inner_text() and "published" in card.inner_text()
    keep_picture(page)
    page.mouse.move(5, 5)
    assert card.is_hidden()


def test_a_click_on_a_speaker_keeps_what_they_said_and_a_second_lets_go(opened, keep_picture):
    page = opened()
    everything = kept(page)
    page.click("button:has-text('سلمى')")
    assert "جسر ثان" in kept(page) and "مغلق" not in kept(page)
    assert page.get_attribute("button:has-text('سلمى')", "aria-pressed") == "true"
    page.check(".naba-passages")
    assert page.locator("text=وقف الناس").is_hidden() and page.locator("text=سنبدأ").is_visible()
    keep_picture(page)
    page.click("text=سنبدأ")
    assert kept(page) == everything and page.locator("text=وقف الناس").is_visible()


def test_a_click_on_a_date_keeps_what_falls_on_it_whoever_said_it(opened):
    page = opened()
    page.locator("article .naba-time", has_text="20 يونيو").first.click()
    assert "سيفتح" in kept(page) and "مغلق" in kept(page) and "جسر ثان" not in kept(page) and "أمس" not in kept(page)
    page.click("button:has-text('سلمى')")  # both at once
    assert "سيفتح" in kept(page) and "مغلق" not in kept(page)
    page.click(".naba-clear")
    assert "جسر ثان" in kept(page) and "مغلق" in kept(page)


def test_everything_is_done_with_keys_alone(opened, keep_picture):
    page = opened()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first speaker
    assert "جسر ثان" in kept(page) and "مغلق" not in kept(page)
    page.keyboard.press("Escape")
    assert "مغلق" in kept(page)
    page.focus("article [tabindex='0']")
    first = page.locator(".naba-card").inner_text()
    page.keyboard.press("ArrowLeft")
    assert page.locator(".naba-card").inner_text() != first
    keep_picture(page)
    page.keyboard.press("ArrowRight")
    assert page.locator(".naba-card").inner_text() == first
    assert page.locator("article [tabindex='0']").count() == 1


def test_it_fits_a_phone(opened, keep_picture):
    page = opened(viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    side, text = page.locator("aside").bounding_box(), page.locator("article").bounding_box()
    assert side["y"] + side["height"] <= text["y"]
    page.hover("article .naba-content >> nth=0")
    card = page.locator(".naba-card").bounding_box()
    assert card["x"] >= 0 and card["x"] + card["width"] <= 360
    keep_picture(page)


def test_it_is_dark_where_the_reader_s_machine_is(opened, keep_picture):
    def brightness(page):
        return page.evaluate("getComputedStyle(document.querySelector('.naba-reader')).backgroundColor.match(/\\d+/g)")

    dark = opened(color_scheme="dark")
    assert all(int(part) < 60 for part in brightness(dark))
    keep_picture(dark)
    assert all(int(part) > 200 for part in brightness(opened(color_scheme="light")))


def test_nothing_of_the_text_runs(opened):
    page = opened()
    assert page.title() == "" and HOSTILE in page.locator("article").inner_text()
    page.hover("text=مغلق")
    assert HOSTILE in page.locator(".naba-card").inner_text()
    assert page.locator(".naba-reader img").count() == 0


def test_what_is_chosen_in_python_is_chosen_in_the_page(reader, opened):
    reader.speaker, reader.period = "سلمى درويش", "2031-06-20"
    try:
        page = opened()
    finally:
        reader.speaker = reader.period = None
    assert "سيفتح" in kept(page) and "جسر ثان" not in kept(page) and "مغلق" not in kept(page)


def test_an_article_of_a_book_s_length_is_filtered_between_two_blinks(open_page, tmp_path):
    import pandas as pd

    text = "\n\n".join([TEXT] * 500)
    articles = pd.DataFrame([{"doc_id": "a", "text": text, "published": pd.Timestamp("2031-05-06")}])
    assert len(text.encode()) > 200_000
    quotes = na.extract_quotes(articles)
    na.show(articles.iloc[0], quotes, na.extract_times(articles, quotes=quotes)).save(tmp_path / "long.html")
    page = open_page((tmp_path / "long.html").as_uri())
    milliseconds = page.evaluate(
        """async () => {
          const begun = performance.now();
          document.querySelector("button[data-s]").click();
          await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
          return performance.now() - begun;
        }"""
    )
    assert milliseconds < 1000  # some 50 on a quiet machine
