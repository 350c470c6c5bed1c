"""Figures of topics, and the map: what they hold, and what a browser does when points are circled."""

import json
import os
import re
import shutil
import subprocess

import pandas as pd
import pytest
from themes import THEMES, make_corpus

import analysis as na
from analysis.display.bidi import plain

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


@pytest.fixture(scope="module")
def corpus():
    data = make_corpus()
    data.loc[0, "title"] = HOSTILE
    data.loc[0, "text"] += HOSTILE
    return data


@pytest.fixture(scope="module")
def model(corpus):
    return na.TopicModel(random_state=0).fit(corpus)


@pytest.fixture(scope="module")
def labels(model):
    return model.topics_.set_index("topic")["label"]


def test_the_curve_shows_what_was_chosen(model):
    figure = na.plot_topic_number(model.auto_curve_, model.n_topics_)
    assert [plain(trace.name).split(":")[0] for trace in figure.data] == ["separation", "stability", "score"]
    assert list(figure.data[2].y) == model.auto_curve_["score"].tolist()
    assert figure.layout.shapes[0].x0 == 3 and "3 chosen" in figure.layout.annotations[0].text
    empty = na.plot_topic_number(model.auto_curve_.iloc[:0], 2)
    assert empty.layout.annotations[0].text == "nothing to show"


def test_trends_mark_bursts_and_run_from_right_to_left(model, labels):
    over_time = model.over_time(freq="D")
    over_time["burst"] = (over_time["topic"] == 1) & (over_time.index < 6)
    figure = na.plot_topic_trends(over_time, labels, "Topics")
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    assert [plain(trace.name) for trace in lines] == labels.tolist()
    assert [len(trace.x) for trace in marks] == [0, 2, 0]
    assert figure.layout.xaxis.autorange == "reversed"
    assert na.plot_topic_trends(over_time.iloc[:0], labels, "Topics").layout.annotations


def test_of_many_topics_those_with_bursts_are_drawn():
    over_time = pd.DataFrame(
        {"period": pd.Timestamp("2031-01-01"), "topic": range(12), "weight": 1.0, "share": 0.1, "smoothed": 0.1}
    ).assign(burst=lambda data: data["topic"] == 11)
    figure = na.plot_topic_trends(over_time, pd.Series({n: f"م{n}" for n in range(12)}), "Topics")
    assert "م11" in {plain(trace.name) for trace in figure.data} and "(8 of 12)" in figure.layout.title.text


def test_the_tree_joins_all_topics(model, labels):
    figure = na.plot_topic_tree(model.hierarchy(), labels)
    assert sorted(map(plain, figure.layout.yaxis.ticktext)) == sorted(labels)
    assert len(figure.data[1].x) == 2 and max(figure.data[1].x) == model.hierarchy()["distance"].max()
    assert figure.layout.xaxis.autorange == "reversed"
    one = na.TopicModel(1).fit(["بحر وموج"])
    assert na.plot_topic_tree(one.hierarchy(), labels).layout.annotations


def test_the_map_has_a_point_for_each_article_and_no_foreign_markup(model, corpus):
    page = na.show_map(model.project(), model.topics_, corpus).html
    assert len(re.findall("<path data-i=", page)) == 36
    assert HOSTILE not in page and "<img" not in page and page.count("<script>") == page.count("</script>") == 1
    assert page == na.show_map(model.project(), model.topics_, corpus).html
    sample = na.show_map(model.project(most=10), model.topics_, corpus).html
    assert len(re.findall("<path data-i=", sample)) == 10 and "a sample of 10 of 36 texts" in sample


def test_a_map_of_nothing_and_of_paragraphs():
    empty = na.TopicModel(2).fit(["بحر وموج", "مدرسة وطالب"])
    points = empty.project().iloc[:0]
    assert "nothing to show" in na.show_map(points, empty.topics_, make_corpus()).html
    article = pd.DataFrame({"doc_id": ["a"], "text": ["\n\n".join(THEMES.values())]})
    one = na.TopicModel(3).fit(article)
    page = na.show_map(one.project(), one.topics_, article).html
    data = json.loads(re.search(r'\("naba-map-\w+", (\[.*?\]), \d+\);</script>', page, re.S)[1])
    assert [row["text"] for row in data] == list(THEMES.values())


def test_a_large_map_shares_its_room(model, corpus, monkeypatch):
    monkeypatch.setattr("analysis.display.topic_map._CHARACTERS", 36 * 20)
    page = na.show_map(model.project(), model.topics_, corpus).html
    data = json.loads(re.search(r'\("naba-map-\w+", (\[.*?\]), \d+\);</script>', page, re.S)[1])
    assert {len(row["text"]) for row in data} == {22} and all(row["text"].endswith(" …") for row in data)


# In a browser: a script stands for the mouse

MOUSE = """
const root = document.querySelector(".naba-map"), svg = root.querySelector(".naba-map-plot");
const screen = (x, y) => { const p = svg.createSVGPoint(); p.x = x; p.y = y; return p.matrixTransform(svg.getScreenCTM()); };
const fire = (kind, x, y) => { const p = screen(x, y); svg.dispatchEvent(new PointerEvent(kind, {clientX: p.x, clientY: p.y, bubbles: true})); };
const tell = (id) => { const out = document.createElement("pre"); out.id = id; out.textContent = JSON.stringify({
  listed: [...root.querySelectorAll("li button")].map((b) => b.textContent), text: root.querySelector("article").textContent,
  note: root.querySelector(".naba-map-picked").textContent, off: [...root.querySelectorAll("path[data-i]")].filter((p) => getComputedStyle(p).fillOpacity < .5).length}); document.body.append(out); };
const first = root.querySelector("path[data-i='0']"), x = Number(first.dataset.x), y = Number(first.dataset.y);
fire("pointerdown", x + 2, y); fire("pointerup", x + 2, y); tell("clicked");
fire("pointerdown", 0, 0); for (const [a, b] of [[1000, 0], [1000, 620], [0, 620]]) fire("pointermove", a, b); fire("pointerup", 0, 620);
tell("circled");
root.querySelectorAll("li button")[5].click(); tell("opened");
root.querySelector("button[data-topic='1']").click(); tell("topic");
root.querySelector("button[data-topic='1']").click(); tell("cleared");
"""


@pytest.fixture(scope="module")
def told(model, corpus, tmp_path_factory):
    if CHROMIUM is None:
        pytest.skip("no chromium is installed: what a browser does is not checked")
    folder = tmp_path_factory.mktemp("map")
    page = na.show_map(model.project(), model.topics_, corpus)
    page.save(folder / "map.html")
    (folder / "map.html").write_text(
        (folder / "map.html").read_text("utf-8") + f"<script>{MOUSE}</script>", encoding="utf-8"
    )
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    done = subprocess.run(
        [CHROMIUM, *options, f"--user-data-dir={folder / 'profile'}", "--dump-dom", (folder / "map.html").as_uri()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env=os.environ | {"HOME": str(folder)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "<title>owned" not in done.stdout
    found = re.findall(r'<pre id="(\w+)">(.*?)</pre>', done.stdout, re.S)
    unescape = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
    return {name: json.loads(re.sub("&(lt|gt|amp);", lambda m: unescape[m[0]], text)) for name, text in found}


def test_a_click_opens_the_article(told, corpus):
    assert told["clicked"]["text"] == corpus["text"][0].strip()
    assert told["clicked"]["off"] == 35 and told["clicked"]["listed"] == [" ".join(HOSTILE.split())[:89].rstrip() + "…"]


def test_a_lasso_lists_what_it_holds(told, corpus):
    assert len(told["circled"]["listed"]) == 36 and told["circled"]["note"] == "36 picked"
    assert told["opened"]["text"] == corpus["text"][5].strip()


def test_a_topic_lists_its_own_and_lets_go(told):
    assert len(told["topic"]["listed"]) == 12 and told["topic"]["off"] == 24
    assert told["cleared"] == {"listed": [], "text": "", "note": "", "off": 0}
