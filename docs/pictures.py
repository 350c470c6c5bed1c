"""Make the pictures of the README from seeds/: python docs/pictures.py (needs chromium)."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pandas as pd

import analysis as na
from analysis.display import page, style

HERE = Path(__file__).parent
CHROMIUM = [
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--virtual-time-budget=5000",
]


def picture(html: Path, name: str, size: str) -> None:
    """Take a picture of an HTML page with Chromium."""
    with tempfile.TemporaryDirectory() as profile:
        options = [f"--user-data-dir={profile}", f"--window-size={size}", f"--screenshot={HERE / name}"]
        subprocess.run([*CHROMIUM, *options, html.as_uri()], check=True, capture_output=True)


def figure_page(figure: object) -> str:
    """A figure of plotly as a page of its own, without buttons and with an Arabic font."""
    drawn = figure.to_html(include_plotlyjs=True, full_html=False, config={"displayModeBar": False})
    return f"<style>{style.font_face()}body{{margin:0}}</style>{drawn}"


def views() -> dict[str, tuple[str, str]]:
    """The pages to take pictures of, by name, each with its width and height."""
    articles = na.read_articles(HERE.parent / "seeds")
    quotes = na.resolve_speakers(na.extract_quotes(articles), articles)
    times = na.extract_times(articles, quotes=quotes)
    events = na.build_timeline(articles, times, quotes)
    model = na.TopicModel(n_topics="auto", random_state=0).fit(na.without_duplicates(articles))
    said = na.join_statements(quotes, articles, model.document_topics(articles), model.topics_)
    by_topic = pd.crosstab(said["person"], said["topic"])
    lines = na.kwic(quotes, "اتفاق", by="person")
    article = articles[articles["doc_id"] == "strait_signing"].iloc[0]
    chief = said["person"].value_counts().index[0]
    figures = {
        "timeline": (na.plot_timeline(events, "What happened when", articles=articles), 440),
        "heat": (na.plot_heat(by_topic, "Who on what", unit="statements", most=12, columns=8), 526),
        "network": (na.plot_network(na.quoted_together(said, by="person"), most=40), 620),
        "outlets": (na.plot_outlets(na.outlet_voices(said, articles, by="person"), most=8), 410),
        "profile": (na.profile(chief, said, by="person"), 640),
    }
    pages = {name: (figure_page(figure), f"1000,{height}") for name, (figure, height) in figures.items()}
    pages["reader"] = (na.show(article, quotes, times).html, "1180,900")
    pages["map"] = (na.show_map(model.project(articles), model.topics_, articles).html, "1000,800")
    pages["kwic"] = (na.show_kwic(lines, sort="after", rows=14).html, "1000,500")
    return pages


def main() -> None:
    """Draw each view over the seeds and keep its picture."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (html, size) in views().items():
            path = Path(folder, f"{name}.html")
            path.write_text(html if "<!doctype" in html else page.page(name, html), encoding="utf-8")
            picture(path, f"{name}.png", size)


if __name__ == "__main__":
    main()
