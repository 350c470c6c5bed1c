"""Invented themes for topic models: each with words of its own."""

import numpy as np
import pandas as pd

from analysis import schema

THEMES = {
    "sea": "السفينة الميناء البحر الشراع الموج القبطان الشاطئ المرساة الصيد السمك القارب الجزيرة",
    "school": "المدرسة الطالب المعلم الدرس الامتحان الكتاب الصف الدفتر المنهج الجامعة الشهادة التعليم",
    "sport": "المباراة الملعب الهدف المدرب اللاعب البطولة الكأس الحكم الجمهور الدوري الفوز المرمى",
}


def sentence(theme, seed):
    words = np.random.default_rng(seed).choice(THEMES[theme].split(), 8, replace=False)
    return "وقال سامر إن " + " ".join(words) + "."


def make_corpus():
    """Twelve articles of each theme, in turn, on four days, from two outlets that differ in what they cover."""
    rows = [
        {
            "doc_id": f"{theme}{i}",
            "text": " ".join(sentence(theme, 100 * i + k) for k in range(3)),
            "published": pd.Timestamp("2031-05-01") + pd.Timedelta(days=i % 4),
            "outlet": "المرفأ" if (theme == "sea") == (i < 9) else "الملعب",
        }
        for i in range(12)
        for theme in THEMES
    ]
    return schema.frame("articles", rows)


def themes_of(articles):
    return articles["doc_id"].str.rstrip("0123456789")
