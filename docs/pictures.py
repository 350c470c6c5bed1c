"""Make the pictures of the README from seeds/: python docs/pictures.py (needs chromium)."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import analysis as na

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


def picture(page: Path, name: str, size: str) -> None:
    """Take a picture of an HTML page with Chromium."""
    with tempfile.TemporaryDirectory() as profile:
        options = [f"--user-data-dir={profile}", f"--window-size={size}", f"--screenshot={HERE / name}"]
        subprocess.run([*CHROMIUM, *options, page.as_uri()], check=True, capture_output=True)


def main() -> None:
    """Read the seeds and draw the reader over one of them."""
    articles = na.read_articles(HERE.parent / "seeds")
    article = articles[articles.doc_id == "strait_signing"]
    quotes = na.extract_quotes(article)
    times = na.extract_times(article, quotes=quotes)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "reader.html")
        na.show(article.iloc[0], quotes, times).save(page)
        picture(page, "reader.png", "1180,900")


if __name__ == "__main__":
    main()
