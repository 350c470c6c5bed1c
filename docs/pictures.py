"""Make the pictures of both READMEs from seeds/: python docs/pictures.py (needs chromium)."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pandas as pd
from PIL import Image

import analysis as na
from analysis.display import page

HERE = Path(__file__).parent
FRAME = 90  # of the height that is asked for, Chromium keeps some for a window's frame
COLORS = 256  # a palette keeps the files small
CHROMIUM = [
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--virtual-time-budget=5000",
]


def picture(html: Path, path: Path, width: int, height: int) -> None:
    """Take a picture of an HTML page with Chromium."""
    with tempfile.TemporaryDirectory() as profile:
        size = f"--window-size={width},{height + FRAME}"
        options = [f"--user-data-dir={profile}", size, f"--screenshot={path}"]
        subprocess.run([*CHROMIUM, *options, html.as_uri()], check=True, capture_output=True)
    with Image.open(path) as whole:
        shown = whole.convert("RGB").crop((0, 0, width, height))
    shown.quantize(COLORS, kmeans=3, dither=Image.Dither.NONE).save(path, optimize=True)


def figure_html(figure: object) -> str:
    """A figure of plotly as HTML, without buttons."""
    drawn = figure.to_html(include_plotlyjs=True, full_html=False, config={"displayModeBar": False})
    return f"<style>main{{margin:0;padding:0;max-width:none}}</style>{drawn}"


def views() -> dict[str, tuple[str, int, int]]:
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
    pages = {name: (figure_html(figure), 1000, height) for name, (figure, height) in figures.items()}
    pages["reader"] = (na.show(article, quotes, times).html, 1180, 900)
    pages["map"] = (na.show_map(model.project(articles), model.topics_, articles).html, 1000, 830)
    pages["kwic"] = (na.show_kwic(lines, sort="after", rows=14).html, 1000, 500)
    return pages


def main() -> None:
    """Draw each view over the seeds and keep its picture."""
    for language, ending in (("en", ".png"), ("ar", ".ar.png")):
        na.set_language(language)
        with tempfile.TemporaryDirectory() as folder:
            for name, (html, width, height) in views().items():
                path = Path(folder, f"{name}.html")
                path.write_text(page.page(name, html), encoding="utf-8")
                picture(path, HERE / f"{name}{ending}", width, height)


if __name__ == "__main__":
    main()
