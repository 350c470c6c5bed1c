"""What people see: order of mixed text, escaping, tables, the reader, figures."""

import json
import re
from itertools import pairwise

import pandas as pd
import plotly.io
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from analysis import schema
from analysis.display import along_time, bidi, browse, counts, markup, page, style
from analysis.display.paper import draw_timeline
from analysis.display.reader import show
from analysis.display.reader_html import reader_css
from analysis.display.spans import Span, number_speakers, pieces
from analysis.display.table import table
from analysis.display.timeline import plot_timeline
from analysis.display.verbs import cue_verbs

HOSTILE = '<script>alert("x")</script><img src=x onerror=y>'
TEXT = f"افتتاح جسر في نورلاند\n\nقالت الوزيرة سلمى درويش أمس: «الجسر آمن {HOSTILE}». وأضافت: «نعم»."
TAGS = re.compile(r"<[^>]*>")


def span(part, **values):
    start = TEXT.index(part)
    return {"start": start, "end": start + len(part), "text": part, **values}


def quotes():
    source, cue = span("الوزيرة سلمى درويش"), span("قالت")
    first = span(f"الجسر آمن {HOSTILE}", kind="direct", speaker=f"سلمى {HOSTILE}", confidence=0.9, cue="قالت")
    first |= {"cue_start": cue["start"], "cue_end": cue["end"]}
    first |= {"source": source["text"], "source_start": source["start"], "source_end": source["end"]}
    second = span("نعم", kind="direct", speaker=None)
    rows = [{"doc_id": "a", **first}, {"doc_id": "a", **second}, {"doc_id": "b", **second}]
    return schema.frame("quotes", rows)


def times():
    day = pd.Timestamp("2031-05-06")
    row = span("أمس", doc_id="a", type="DATE", value="2031-05-06", earliest=day, latest=day, anchor="published")
    return schema.frame("times", [row])


def article(**values):
    return pd.Series({"doc_id": "a", "text": TEXT, "title": "افتتاح جسر في نورلاند"} | values)


def visible(html):
    """The text of the article as a browser shows it."""
    import html as entities

    body = html[html.index("<article") : html.index("</article>")]
    return entities.unescape(TAGS.sub("", body))


def event(text="افتتح الجسر في 6 مايو", kind="event", first="2031-05-06", last="2031-05-06", salience=1.0, **more):
    days = {"earliest": pd.Timestamp(first), "latest": pd.Timestamp(last), "sources": 1}
    row = {"doc_id": "a", "start": 0, "end": len(text), "text": text, "kind": kind, "salience": salience}
    return row | days | more


# --- direction -----------------------------------------------------------------------------------------------------


@given(st.text())
def test_isolating_encloses_the_text_and_lets_no_mark_of_it_out(text):
    shown = bidi.isolate(text)
    assert shown[0] == "\u2067" and shown[-1] == "\u2069"
    assert not set(shown[1:-1]) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert bidi.plain(shown) == bidi.plain(text)


@pytest.mark.parametrize(
    ("text", "direction"), [("نبأ", "rtl"), ("CNN عربي", "rtl"), ("CNN", "ltr"), ("2031-05-06", "ltr"), ("", "ltr")]
)
def test_a_line_with_arabic_runs_from_right_to_left_whatever_it_begins_with(text, direction):
    assert bidi.direction(text) == direction


# --- reader --------------------------------------------------------------------------------------------------------


def test_the_reader_shows_the_text_of_the_article_and_all_of_it():
    shown = visible(show(article(), quotes(), times()).html)
    for line in TEXT.split("\n"):
        assert line in shown


def without_script(html):
    """The reader without its own script, which is the same for every article."""
    assert html.count("<script>") == 1 and html.count("</script>") == 1
    return html[: html.index("<script>")]


@pytest.mark.parametrize("chosen", [None, HOSTILE])
def test_nothing_of_the_text_becomes_markup(chosen):
    reader = show(article(title=HOSTILE, outlet=HOSTILE, text=TEXT), quotes(), times(), speaker=chosen)
    html = without_script(reader.html)
    assert "<script" not in html and "<img" not in html
    assert "&lt;script&gt;" in html


def test_content_cue_source_and_time_are_marked_in_their_places():
    html = show(article(), quotes(), times()).html
    html = html[html.index("<article") :]

    def marked(role):
        return re.findall(rf'<span class="[^"]*naba-{role}[^"]*"[^>]*>([^<]*)</span>', html)

    assert marked("cue") == ["قالت"]
    assert marked("source") == ["الوزيرة سلمى درويش"]
    assert marked("time") == ["أمس"]
    assert marked("content") == [markup.escape(f"الجسر آمن {HOSTILE}"), "نعم"]
    assert 'data-value="2031-05-06"' in html and 'data-from="2031-05-06"' in html
    assert '<dt>anchor</dt><dd><bdi dir="ltr">published</bdi></dd>' in html


def test_speakers_are_numbered_in_order_and_counted_and_rows_of_other_articles_left_out():
    html = show(article(), quotes(), times()).html
    assert re.findall(r'data-n="(\d)"', html) == ["1", "2"]
    assert number_speakers(quotes()) == {f"سلمى {HOSTILE}": 1, None: 2}
    assert re.findall(r"<i>(\d+)</i>", html) == ["2", "1", "1", "1"]  # all, each of two speakers, a date
    assert "speaker not found" in html


def test_another_column_may_tell_the_speakers_apart():
    said = quotes().assign(person="سلمى درويش")
    html = show(article(), said, times(), by="person").html
    assert re.findall(r'data-n="(\d)"', html) == ["1", "1"]
    with pytest.raises(ValueError, match="lacks the columns person"):
        show(article(), quotes(), times(), by="person")


def test_speakers_look_different_also_without_colour():
    rules = re.findall(r"\.s(\d+)\{--c:(#\w+);--on:(#\w+);--l:(\w+)\}", reader_css())
    assert len({rule[1:] for rule in rules}) == len(rules) == 32
    assert all(one[3] != other[3] for one, other in pairwise(rules))


def test_the_widget_follows_and_tells_what_is_chosen():
    reader = show(article(), quotes(), times(), period=pd.Timestamp("2031-05-06"))
    assert reader.period == ("2031-05-06", "2031-05-06") and reader.speaker is None
    said = []
    reader.observe(lambda change: said.append(change["new"]), ["speaker", "period"])
    reader.speaker = "سلمى"
    reader.period = ["2031-06-01", "2031-05-01"]  # a list, as a browser sends it, and the wrong way round
    assert said == ["سلمى", ("2031-05-01", "2031-06-01")]
    assert "2031-06-01" in reader.html[: reader.html.index("<style>")]
    with pytest.raises(ValueError, match="a period is a day or two"):
        reader.period = "soon"


def test_a_reader_shows_as_a_widget_and_without_a_kernel_as_html():
    reader = show(article(), quotes(), times())
    shown, _ = reader._repr_mimebundle_()
    assert shown["text/html"] == reader.html and "application/vnd.jupyter.widget-view+json" in shown
    assert reader.html.count("function enliven") == 1 and "function enliven" in reader._esm


def test_a_reader_turns_to_another_article_and_keeps_what_is_chosen():
    reader = show(article(), quotes(), times(), speaker="سلمى")
    reader.read({"doc_id": "z", "text": "خبر قصير."})
    assert "خبر قصير." in visible(reader.html) and reader.speaker == "سلمى"


def test_the_reader_needs_no_frames_and_says_what_is_not_there():
    html = show({"doc_id": "z", "text": "خبر قصير."}).html
    assert "no quotations found" in html and "خبر قصير." in html


def test_the_same_article_gives_the_same_markup_and_loads_nothing():
    first, second = show(article(), quotes(), times()).html, show(article(), quotes(), times()).html
    assert first == second
    assert not re.search(r"https?:|import\b|fetch\(", first)


def test_offsets_beyond_the_text_are_cut_and_a_frame_of_another_kind_is_refused():
    beyond = quotes().assign(end=10**6)
    assert "الجسر آمن" in show(article(), beyond).html
    with pytest.raises(ValueError, match="quotes frame lacks the columns"):
        show(article(), times())


def test_a_long_article_is_laid_out_in_time_that_grows_with_its_length():
    line = "قال سامر حداد إن الطريق مفتوح أمس."
    text = "\n".join([line] * 6000)
    starts = range(0, len(text), len(line) + 1)
    rows = [{"doc_id": "a", "start": s + 14, "end": s + 33, "speaker": "سامر", "text": "x"} for s in starts]
    assert show({"doc_id": "a", "text": text}, schema.frame("quotes", rows)).html.count("data-n=") == 6000


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_pieces_cover_the_text_once_and_know_what_covers_them(pairs):
    spans = [Span(min(p), max(p), "content", n) for n, p in enumerate(pairs)]
    cut = pieces(5, 25, spans)
    assert cut[0].start == 5 and cut[-1].end == 25
    assert all(left.end == right.start for left, right in pairwise(cut))
    for piece in cut:
        covering = {s.row for s in spans if s.start <= piece.start and piece.end <= s.end}
        assert {s.row for s in piece.spans} == covering


# --- tables --------------------------------------------------------------------------------------------------------


def test_a_table_is_escaped_right_to_left_and_says_how_much_it_leaves_out():
    data = pd.DataFrame({HOSTILE: [HOSTILE, "CNN عربي", "CNN"], "n": [1, 2, 3]})
    html = table(data, rows=2).html
    assert "<script" not in html and "<img" not in html
    assert 'dir="rtl"' in html and "2 of 3 rows" in html
    assert '<bdi dir="rtl">CNN عربي</bdi>' in html


def test_a_table_shows_days_lists_and_nothing_for_what_is_missing():
    rows = [{"doc_id": "a", "published": pd.Timestamp("2031-05-06"), "candidates": ["أ", "ب"]}, {"doc_id": "b"}]
    html = table(schema.frame("dating", rows), columns=["published", "candidates"]).html
    assert "2031-05-06<" in html and "أ، ب" in html
    assert not re.search("NaT|nan|None|NA", html)
    assert "no rows" in table(schema.frame("dating")).html


# --- figures -------------------------------------------------------------------------------------------------------


def all_figures(names, events):
    return [
        counts.plot_bars(pd.Series(1, index=names), HOSTILE, unit=HOSTILE),
        counts.plot_bars(pd.DataFrame(1, index=names, columns=names), HOSTILE),
        counts.plot_histogram(pd.Series(range(len(names))), HOSTILE, unit=HOSTILE),
        along_time.plot_days(events["earliest"], HOSTILE),
        along_time.plot_shares(pd.DataFrame(0.5, index=events["earliest"], columns=names), HOSTILE),
        plot_timeline(events, HOSTILE),
    ]


@pytest.mark.parametrize("figure", all_figures([HOSTILE, "نبأ"], schema.frame("timeline", [event(HOSTILE)])))
def test_no_string_of_a_figure_holds_markup(figure):
    shown = repr(figure.to_dict())
    assert "<script" not in shown and "<img" not in shown and "&lt;script&gt;" in shown


@pytest.mark.parametrize("figure", all_figures([], schema.frame("timeline")))
def test_an_empty_figure_says_so(figure):
    assert [note.text for note in figure.layout.annotations] == ["nothing to show"]


def test_bars_grow_from_the_right_the_longest_on_top_labels_isolated():
    figure = counts.plot_bars(pd.Series({"أ": 1, "CNN عربي": 9, "ج": 4}), "من", most=2)
    assert list(figure.data[0].x) == [4, 9]
    assert figure.layout.yaxis.ticktext[-1] == bidi.isolate("CNN عربي")
    assert figure.layout.xaxis.autorange == "reversed" and figure.layout.yaxis.side == "right"
    assert "the first 2 of 3" in figure.layout.title.text


def test_names_that_shorten_to_the_same_label_keep_their_own_bars():
    names = ["وزير الخارجية في حكومة تصريف الأعمال لدولة " + end for end in ("نورلاند", "مارينيا")]
    figure = counts.plot_bars(pd.Series([3, 5], index=names), "")
    assert len(set(figure.data[0].y)) == 2 and list(figure.data[0].x) == [3, 5]


def test_events_pile_up_on_their_day_and_wide_ones_get_a_line():
    rows = [event(), event(kind="plan"), event(kind="event", last="2031-05-12")]
    drawn = {trace.mode: trace for trace in plot_timeline(schema.frame("timeline", rows)).data}
    assert drawn["lines"].x[:2] == ("2031-05-06T00:00:00", "2031-05-12T00:00:00")
    marks = [y for t in plot_timeline(schema.frame("timeline", rows)).data if t.mode == "markers" for y in t.y]
    assert sorted(marks) == [1, 1, 2]


def test_events_known_to_a_year_only_are_no_marks_but_lines_in_as_few_rows_as_they_need():
    rows = [event(), event(last="2031-12-31"), event(last="2031-05-13")]
    figure = plot_timeline(schema.frame("timeline", [*rows, event(last="2041-01-01")]))
    assert [len(trace.x) for trace in figure.data if trace.mode == "markers"] == [1]
    notes = bidi.plain(figure.layout.title.subtitle.text).split(" · ")
    assert notes[0].startswith("2 known to a month or a year") and notes[1].startswith("1 known to longer")
    (lines,) = [trace for trace in figure.data if trace.visible == "legendonly"]
    assert lines.y == (-1, -1, -1, None, -2, -2, -2, None)
    assert plot_timeline(schema.frame("timeline", rows[:1])).layout.title.subtitle.text is None


def test_the_menu_of_a_timeline_leaves_one_speaker_or_topic():
    rows = [event("أ", speakers=["سامر"]), event("ب", speakers=["ليلى", "سامر"]), event("ج", kind="plan", doc_id="b")]
    figure = plot_timeline(schema.frame("timeline", rows), topics={"a": HOSTILE, "b": "الميناء"})
    buttons = {bidi.plain(button.label): button.args[0] for button in figure.layout.updatemenus[0].buttons}
    assert list(buttons) == ["everything", "speaker: سامر (2)", "speaker: ليلى (1)", *list(buttons)[3:]]
    assert "<script" not in repr(buttons) and "topic: الميناء (1)" in buttons
    assert [list(y) for y in buttons["speaker: ليلى (1)"]["y"]] == [[1], [], []]  # heaped anew
    assert [list(y) for y in buttons["everything"]["y"]] == [[1, 2], [3], []]
    assert not plot_timeline(schema.frame("timeline", rows[2:])).layout.updatemenus


def test_a_mark_stands_at_its_hour_and_names_its_article():
    articles = schema.frame("articles", [{"doc_id": "a", "text": "", "title": HOSTILE, "outlet": "الأفق"}])
    rows = [event(clock="15:30", sources=3, doc_ids=["a", "b", "c"]), event()]
    figure = plot_timeline(schema.frame("timeline", rows), articles=articles)
    assert sorted(figure.data[0].x) == ["2031-05-06T00:00:00", "2031-05-06T15:30:00"]
    assert sorted(figure.data[0].y) == [1, 2]
    shown = "".join(map(bidi.plain, figure.data[0].customdata))
    assert "2031-05-06 15:30" in shown and "الأفق + 2" in shown and "<script" not in shown


def test_periods_are_as_long_as_it_takes_to_hold_enough():
    daily = pd.Series(pd.date_range("2031-01-01", periods=70, unit="s"))
    weekly = daily[::7]
    assert [along_time.readable_period(daily, fewest=n) for n in (1, 5, 20, 999)] == ["D", "W", "M", "Y"]
    assert [along_time.readable_period(weekly, fewest=n) for n in (1, 3, 5)] == ["D", "M", "Y"]
    assert along_time.readable_period(daily[:3], fewest=5) == "W"  # 3 articles; no longer period holds more
    assert along_time.readable_period(daily[:0], fewest=5) == "D"


def test_amounts_over_time_are_no_percentages():
    index = pd.date_range("2031-01-01", periods=2)
    share, amount = (
        along_time.plot_shares(pd.DataFrame({"أ": [1.0, 0.5]}, index=index), "", percent=p) for p in (True, False)
    )
    assert share.layout.yaxis.tickformat == ".0%" and "%}" in share.data[0].hovertemplate
    assert amount.layout.yaxis.tickformat is None and ",.1f" in amount.data[0].hovertemplate


def test_forms_of_a_verb_count_as_one():
    cues = pd.Series(["وقال", "قالت", "مؤكدةً", "وفق ما أعلنت", "ووفق", "وفق", None, "??"], index=range(3, 11))
    verbs = cue_verbs(cues)
    assert verbs.tolist()[:6] == ["قال", "قال", "أكد", "أعلن", "وفق", "وفق"]
    assert pd.isna(verbs[9]) and verbs[10] == "??" and verbs.index.equals(cues.index)
    assert cue_verbs(schema.frame("quotes")["cue"]).empty


def test_days_are_grouped_so_that_bars_stay_few():
    days = pd.Series(pd.date_range("2001-01-01", "2031-01-01", freq="D", unit="s"))
    assert len(along_time.plot_days(days, "").data[0].x) == 31
    assert len(along_time.plot_days(days[:30], "").data[0].x) == 30


def test_the_static_timeline_is_a_figure_in_an_arabic_font(recwarn):
    figure = draw_timeline(schema.frame("timeline", [event("بلغ السعر $5 ثم $6 <b>")] * 3), "نبأ")
    assert isinstance(figure, Figure)
    figure.canvas.draw()
    assert not [w for w in recwarn if "Glyph" in str(w.message)]
    assert figure.axes[0].texts[0].get_fontfamily()[0] == "Noto Sans Arabic"
    draw_timeline(schema.frame("timeline")).canvas.draw()


# --- pages ---------------------------------------------------------------------------------------------------------


def notebook(*outputs, heading="# عنوان"):
    import nbformat.v4 as v4

    outs = [v4.new_output("display_data", data=data) for data in outputs]
    return v4.new_notebook(cells=[v4.new_markdown_cell(heading), v4.new_code_cell("SECRET = 1", outputs=outs)])


def test_a_page_shows_figures_hides_code_and_loads_nothing():
    figure = counts.plot_bars(pd.Series({"</script><b>": 1}), "t")
    data = json.loads(plotly.io.to_json(figure))
    html = page.notebook_page(notebook({"application/vnd.plotly.v1+json": data}, {"text/html": "<p>ok</p>"}))
    own = html.replace(page._plotly_js(), "")
    assert ".code_cell>.input{display:none}" in own and own.index("SECRET") > own.index('<div class="input">')
    assert "<title>عنوان</title>" in own
    assert own.count("Plotly.newPlot") == 1 == own.count('nabaDraw("figure-1"') and html.count("<script>") == 3
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//""", own)
    assert "default-src 'none'" in own


def test_a_page_without_figures_has_no_script_and_a_notice_is_escaped():
    html = page.notebook_page(notebook(), notice=HOSTILE)
    assert "<script" not in html and "&lt;script&gt;" in html


def test_the_embedded_font_is_the_same_each_time():
    first = style.font_face()
    style.font_face.cache_clear()
    assert style.font_face() == first and len(first) < 1_000_000


# --- tables to search ------------------------------------------------------------------------------------------------


def test_a_table_to_search_is_a_plain_one_elsewhere_and_escaped_in_both_forms():
    data = pd.DataFrame({HOSTILE: [HOSTILE, "CNN عربي", None], "n": [1, 2, 3], "day": pd.Timestamp("2031-05-06")})
    shown = browse.browse(data, rows=2)
    assert "<script" not in shown.html and "<img" not in shown.html and "2 of 3 rows" in shown.html
    bundle, _ = shown._repr_mimebundle_()
    assert bundle["text/html"] == shown.html and "application/vnd.jupyter.widget-view+json" in bundle
    sent = json.dumps(browse._widget(data)._dt_args)
    assert "<img" not in sent and "2031-05-06" in sent and "None" not in sent


def test_only_a_page_with_such_a_table_carries_what_makes_it_searchable():
    data = pd.DataFrame({"a": ["نبأ"]})
    with_it = page.notebook_page(notebook({"text/html": browse.browse(data).html}))
    assert "DataTable" in with_it and with_it.count("<script>") == 1
    assert "<script" not in page.notebook_page(notebook({"text/html": table(data).html}))
