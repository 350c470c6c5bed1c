"""Labels: "فلان: ..." in headlines, the names before the answers of an interview, the updates of a live blog."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import behind_given_name, name_before
from analysis.quotes.boundaries import COLON, PARAGRAPH, SENTENCE
from analysis.quotes.datelines import BESIDE_DASH, DASHES, after_dateline, is_headline
from analysis.quotes.headlines import subject_end
from analysis.quotes.labelplaces import claims, is_ministry, is_place, tells_where
from analysis.quotes.mentions import without_preposition
from analysis.quotes.namewords import told_whom
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import first_person, forms
from analysis.splitting import first_beyond

_LONGEST: Final = 9
#: What a speaker's name has behind it at an interview is no longer (حداد في حوار شامل مع «المرفأ»: ...).
_INTERVIEW: Final = 5
_HEAD_PARAGRAPHS: Final = 3
#: So many headlines of other articles stand behind the line that announces them (أخبار متعلقة).
_RELATED: Final = 5
_NAME: Final = 3
#: A name with ل joined to it has more letters.
_JOINED: Final = 4
#: Further labels of a headline stand within so many words.
_BEHIND: Final = 30
#: Whose comment it is stands within so many words of a label's first.
_OF: Final = 4
#: What stands before the bar of a headline (عاجل |) has fewer words.
_KICKER: Final = 4


def find_labels(r: Reading) -> list[tuple[int, int, Range]]:
    """Labelled speech: index of its first word, one past the last word of its first sentence, the label's range.

    A label in the headline, on a line of its own, behind the hour of an update or before a quotation counts once, and a
    title with a name that the text has again; elsewhere it must come back, as in an interview.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> find_labels(read("سامر حداد: الموسم بدأ"))
    [(2, 4, (0, 2))]
    """
    candidates: list[tuple[bool, int, int]] = []
    paragraphs = [k for k in r.breaks if k < r.size and r.stop[k] == PARAGRAPH]
    kickers = "|" in r.text
    related = -_RELATED  # the line that announces headlines of other articles
    for paragraph, first in enumerate(paragraphs, 1):
        if _sees_also(r, first) and is_headline(r, first):
            related = paragraph
        k = after_dateline(r, first, r.size) if r.words[first][0].isdigit() else first
        if _listed(r, first) and not (r.words[k] in v.GIVEN_NAMES or v.heads(r.words[k]) == "title"):
            continue
        if r.words[k] in v.FUNCTION["no_speaker"] and k + 1 < r.size and ".." in r.gap[k + 1]:
            k += 1  # بالفيديو.. فلان: ...
        if kickers:
            k = next((j for j in range(k + 1, min(k + _KICKER, r.size)) if "|" in r.gap[j]), k)  # عاجل | الوزير: ...
        colon, longest = k + 1, _LONGEST if k == first else 2 * _LONGEST
        while colon < r.size and colon - k <= longest + _INTERVIEW and r.stop[colon] < COLON:
            colon += 1
        ends = colon < r.size and r.stop[colon] == COLON and (colon - k <= longest or _interviews(r, k))
        if ends and _is_label(r, k, colon):
            speech = (quoted := r.quoted_at(colon)) is not None and r.count(quoted) > _NAME
            head = r.words[0]  # a line of its own may name who speaks, the words below
            known = v.heads(head) != "" or head in v.FUNCTION["agency"]
            known = known or (colon > 1 and head in v.FUNCTION["press"])  # الإعلام العبري:
            alone = k == 0 and "\n" in r.gap[colon] and known
            if (
                first == 0
                and not (speech or alone or _is_marked(r, k, colon))
                and (is_place(r, colon) or (colon == 1 and tells_where(r)))
            ):
                continue
            somebody = v.heads(r.words[k]) == "title" or r.words[k] in v.GIVEN_NAMES
            asked = first > 0 and "؟" in r.gap[first] and somebody  # هل التقيتم؟ - سامر حداد: التقينا
            near = paragraph <= _HEAD_PARAGRAPHS or paragraph - related <= _RELATED
            near = near or _names_again(r, k, colon)  # a line that heads a part of the article
            post = k == 0 and known and colon > 1 and not _reports(r.words[colon])  # وزارة الصحة: سجلنا خمس إصابات.
            once = k > first or speech or asked or alone or post or (near and is_headline(r, k))
            candidates.append((once, k, colon))
            if once:
                candidates += [(True, *second) for second in _behind_pause(r, colon)]
        elif paragraph == 1 and ends and (dash := _behind_topic(r, k, colon)):
            candidates.append((True, dash, colon))
        elif (paragraph == 1 and is_headline(r, first)) or _sees_also(r, first):
            candidates += [(True, *behind) for behind in _behind_pause(r, first)]  # الأسعار ترتفع.. حداد: السوق هادئة
    candidates += [(True, first, colon) for first in r.sentences if (colon := _told_within(r, first))]
    counts: dict[tuple[str, ...], int] = {}
    for _, k, colon in candidates:
        label = tuple(r.words[k:colon])
        counts[label] = counts.get(label, 0) + 1
    starts = sorted({k for _, k, _ in candidates})
    return [
        (colon, _speech_end(r, colon, starts), _speaker(r, k, colon))
        for once, k, colon in candidates
        if once or counts[tuple(r.words[k:colon])] > 1
    ]


def _interviews(r: Reading, k: int) -> bool:
    """Whether what may be a long label says that it was an interview (سامر حداد في حوار مع «المرفأ»: ...)."""
    return any(v.bare(word) in v.FUNCTION["interview"] for word in r.words[k + 1 : k + _LONGEST])


def _speaker(r: Reading, k: int, colon: int) -> Range:
    """Who a label names: without the verb behind the subject (وزيرة الصحة | تطمئن المواطنين: ...)."""
    k = next((j + 1 for j in range(k + 1, min(k + _OF, colon - 1)) if _comment_of(r, k, j)), k)
    if _is_called(r, k, colon) or _are_states(r, k, colon):
        return k, colon
    first, end = noun_phrase(r, k, colon) or (k, colon)
    end = next((j for j in range(first + 1, end) if _is_told(r, first, j)), end)
    person = v.heads(r.words[first]) == "title" or r.words[first] in v.GIVEN_NAMES
    return first, subject_end(r, first, end) if person else end


def _is_told(r: Reading, first: int, k: int) -> bool:
    """Whether ل leads from who speaks in a label to whom (المفتي | للشباب: ...، حداد | لوزير التعليم: ...)."""
    word = r.words[k]
    if word[0] != "ل" or word in v.NOT_JOINED or r.stop[k] or v.bare(r.words[first]) in v.FUNCTION["directs"]:
        return False
    plain = without_preposition(word)
    person = v.heads(plain) == "title" and (k == first + 1 or r.words[k - 1] in v.GIVEN_NAMES)
    named = v.heads(r.words[first]) == "" and v.heads(plain) == "" and r.stop[k + 1] == COLON
    if named and (k == first + 1 or told_whom(r, k)):
        return len(word) > _JOINED and (len(r.places(word)) == 1 or r.places(plain) != [])  # ماكرون | لنتنياهو: ...
    title = (
        k == first + 1
        and r.stop[k + 1] == COLON
        and v.heads(r.words[first]) == "title"
        and not v.deverbal(v.bare(word))
    )
    return title or v.is_crowd(plain) or person or (len(plain) > _NAME + 1 and plain.endswith(("ين", "ون")))


def _comment_of(r: Reading, first: int, k: int) -> bool:
    """Whether من at a word leads to whose comment a label names (أول تعليق من | والدة الطفل: ...)."""
    return r.words[k] in v.FROM and any("ال" + w in v.FUNCTION["wording"] for w in r.words[first:k])


def _told_within(r: Reading, first: int) -> int:
    """Index behind a label that opens a sentence within a paragraph, a title with its name (المدير سامر حداد: ...); 0 if there is none."""
    if r.stop[first] >= PARAGRAPH or not r.has_article(first) or v.heads(r.words[first]) != "title":
        return 0
    colon = next((k for k in range(first + 2, min(first + _LONGEST, r.sentence_end[first])) if r.stop[k]), 0)
    if not colon or r.stop[colon] != COLON or noun_phrase(r, first, colon) != (first, colon):
        return 0
    return colon if name_before(r, colon, first) else 0


def _behind_topic(r: Reading, first: int, colon: int) -> int:
    """Index of the label behind the topic of a headline (كأس الجزر - حداد: ...), whom the text names again; 0 if there is none."""
    if colon >= r.size or r.stop[colon] != COLON or not is_headline(r, first):
        return 0
    dash = next((k for k in range(colon - 1, max(first, colon - _NAME - 1), -1) if r.gap[k].strip() in DASHES), 0)
    if not dash or first + 1 == dash or not _is_label(r, dash, colon):
        return 0
    body = r.clause_end(colon + 1, r.size)
    told = [k for k in r.places(r.words[colon - 1]) if k > body]
    return dash if any(_has_said(r, k) or _has_said(r, k - 1) for k in told) else 0


def _names_again(r: Reading, k: int, colon: int) -> bool:
    """Whether a label is a title with a name that the text has again, and a sentence follows (د. الزامل: ..., but الكاتب سامر حداد: الرواية الجديدة)."""
    last, first = r.words[colon - 1], r.words[colon]
    named = v.is_honorific(r.words[k]) or not v.GIVEN_NAMES.isdisjoint(r.words[k + 1 : colon])
    if not named or colon - k < 2 or v.heads(last) or v.heads(first) or first[0].isdigit():
        return False
    return len(r.places(last)) > 1 and r.sentence_end[colon] - colon >= _NAME


def _is_called(r: Reading, k: int, colon: int) -> bool:
    """Whether a label of a few words is the name that the text gives a body or a medium (البحر اليوم: ... قالت صحيفة «البحر اليوم»)."""
    label = r.words[k:colon]
    if len(label) == 1 and k == 0 and is_headline(r, k):
        return any(_short_name(r, at) for at in r.places(label[0]) if at > colon)
    if not 1 < len(label) <= _NAME + 1 or any(r.stop[k + 1 : colon]):
        return False
    again = (at for at in r.places(label[0]) if at > colon and r.words[at : at + len(label)] == label)
    return any(v.heads(r.words[at - 1]) in ("body", "medium") and not r.stop[at] for at in again)


def _short_name(r: Reading, k: int) -> bool:
    """Whether a word in marks is the short name of the body before it (هيئة مكافحة الفساد "نزاهة")."""
    quoted = r.quoted_at(k)
    if quoted is None or r.count(quoted) > 1 or r.stop[k]:
        return False
    before = range(k - 1, max(k - _LONGEST, -1), -1)
    first = next((at for at in before if r.stop[at + 1] or v.heads(r.words[at]) == "body"), k)
    return v.heads(r.words[first]) == "body" and not r.stop[first + 1]


def _listed(r: Reading, first: int) -> bool:
    """Whether a paragraph is one of a list or of a chronicle (2 - أمانة المدينة: الموافقة على ...، 1974 - مواجهات: ...)."""
    dash = first + 1 < r.size and r.gap[first + 1].strip() in DASHES
    return dash and r.words[first].isdigit()


def _sees_also(r: Reading, first: int) -> bool:
    """Whether a paragraph is the headline of another article (قد يهمك أيضا: ...، اقرأ أيضا: ...)."""
    return any(word in v.FUNCTION["see_also"] for word in r.words[first : first + 2])


def _behind_pause(r: Reading, colon: int) -> Iterator[tuple[int, int]]:
    """Further labels of a headline, behind two full stops (حداد: الموسم بدأ .. والزين: لم نستعد)."""
    pause = 0
    for k in r.landmarks_from(colon + 1, min(colon + _BEHIND, r.size)):
        if r.stop[k] == PARAGRAPH or (r.stop[k] == SENTENCE and ".." not in r.gap[k]):
            return
        if r.stop[k] == COLON and 0 < k - pause < _LONGEST and pause:
            if _state_speaks(r, pause, k) or _is_label(r, pause, k) or _joined_name(r, pause, k):
                yield pause, k
            pause = 0
        if ".." in r.gap[k]:
            pause = k + (k + 1 < r.size and r.words[k] == "و" and r.quoted_at(k + 1) is not None)  # .. و«الصحة»: ...


def _state_speaks(r: Reading, k: int, colon: int) -> bool:
    """Whether a state, also behind و, speaks of itself or of another behind a pause (.. كوريا: لن نفاوض، .. وواشنطن: إيران ليست العراق)."""
    word, first = r.words[k], r.words[colon]
    if colon != k + 1 or not (word in v.PLACES or word.removeprefix("و") in v.PLACES):
        return False
    ours = first.endswith("نا") and not v.deverbal(first)
    return ours or first in v.PLACES or first in first_person() or any(map(claims, r.words[colon : colon + _NAME]))


def _joined_name(r: Reading, k: int, colon: int) -> bool:
    """Whether و is joined to a name, with the article or named again in the text (والزين:، وبلينكن:)."""
    if colon - k > _NAME or any(w in forms() for w in r.words[k:colon]):
        return False
    word = r.words[k]
    again = len(word) > _JOINED and word not in v.NOT_JOINED and not v.deverbal(word[1:]) and r.places(word[1:]) != []
    return word.startswith("وال") or (word[0] == "و" and colon == k + 1 and again)


def _speech_end(r: Reading, colon: int, labels: list[int]) -> int:
    """Where the speech behind a label ends: with its sentence, at the next label within it, or before the site's name (... - أخبار المرفأ)."""
    following, end = first_beyond(labels, colon), r.sentence_end[colon]
    site = (k for k in range(max(colon + 1, end - _NAME), end) if r.gap[k].strip(BESIDE_DASH) in DASHES)
    if r.stop[end] == PARAGRAPH and r.sentence_start(colon) == 0:
        end = next(site, end)
    return min([end, *labels[following : following + 1]])


def _is_label(r: Reading, start: int, colon: int) -> bool:
    """Whether the words before a colon name somebody."""
    words = r.words[start:colon]
    if any(dash in r.gap[k] for k in range(start + 1, colon) for dash in DASHES):
        return False  # a dateline: سبق- الطائف:
    if any(".." in r.gap[k] for k in range(start + 1, colon)):
        return False  # الثروات تكبر.. حداد:
    if _is_called(r, start, colon) or _is_marked(r, start, colon):
        return True
    first = forms().get(words[0])
    if first is not None and first.finite and not v.heads(words[0]):
        return False
    if len(words) == 1 and is_ministry(r, start):
        return True
    town = words[-1] in v.PLACES or (r.written_with_teh(colon - 1) and not r.has_article(colon - 1))
    if len(words) == 2 and words[0] in v.FUNCTION["directorate"] and town:
        return True  # صحة جدة: لا إصابات
    if (
        words[0][0] == "و"
        and words[0] not in v.NOT_JOINED
        and not (v.heads(words[0]) or v.heads(words[0][1:]) or _joined_name(r, start, colon))
    ):
        return False  # وسار الجمع مرددا:
    if v.deverbal(words[0]) not in ("", "own") and words[0] not in v.GIVEN_NAMES:
        return False  # اختفاء سامر حداد:
    phrase = noun_phrase(r, start, colon)
    named = words[: phrase[1] - start] if phrase else words
    if any(w in v.WITH_AND["no_speaker"] or w[0].isdigit() for w in named):
        return False
    if words[0] in v.PLACES:
        return _government(r, start, colon)
    event = v.bare(words[0]) in v.FUNCTION["happening"] and not behind_given_name(r, words[0], start)
    if event or (words[0] in v.PAST and words[0] not in v.GIVEN_NAMES):
        return False  # إضراب المعلمين: انقسام بين الأولياء
    if (
        (quoted := r.quoted_at(colon)) is not None
        and r.count(quoted) <= (1 if words[0] in v.GIVEN_NAMES or v.heads(words[0]) == "title" else _NAME)
        and r.stop[r.word_at(quoted.end)] == PARAGRAPH
        and v.FUNCTION["about"].isdisjoint(words)  # but ماكرون عن الحرب: «كارثة كبيرة»
    ) or (quoted is not None and r.count(quoted) == 2 and all(map(r.has_article, range(colon, colon + 2)))):
        return False  # a dateline with the paper's name
    if phrase is not None and v.heads(words[0]) == "title" and r.words[min(phrase[1], colon - 1)] == "طلب":
        return True  # مصدر أمني طلب عدم ذكر اسمه:
    known = v.heads(words[0]) or words[0] in v.GIVEN_NAMES
    if not known and any(word in v.IN for word in words[1:]):
        return False  # قطاع الهندسة في تونس:
    thing = r.written_with_teh(start) and not known
    family = len(words) > 1 and words[1] in v.GIVEN_NAMES and words[1] not in v.FUNCTION["also_name"]
    if len(words) > 1 and thing and not family:
        return False  # خريطة طريق:, but الموهوبة ليلى:، ألفة يوسف:
    person = v.heads(words[0]) or not v.FUNCTION["son"].isdisjoint(words)
    if phrase is None or (len(words) > 4 and not person and phrase[1] - phrase[0] > 3):
        return False
    return not any(_reports(w) and not v.heads(w) for w in words)


def _is_marked(r: Reading, k: int, colon: int) -> bool:
    """Whether a label is a short name in marks, alone or with ل and to whom it speaks («نزاهة»: ...، «العمل» لـ«المرفأ»: ...)."""
    quoted = r.quoted_at(k) if is_headline(r, k) else None
    if (
        quoted is None
        or not quoted.closed
        or r.count(quoted) > _NAME
        or any(v.is_function(w, "no_speaker") for w in r.words[k:colon])
    ):
        return False
    first, behind = v.bare(r.words[k]), r.word_at(quoted.end)
    thing = (first in v.COMMON_NOUNS or first in v.FUNCTION["happening"]) and not v.heads(r.words[k])
    if (thing and not is_ministry(r, k)) or (behind < r.size and r.words[behind][0].isdigit()):
        return False  # «كورونا»: 12 إصابة، «عاصفة الحزم»: بداية النهاية
    return behind == colon or (behind < colon and r.words[behind] == "ل" and not r.stop[behind])


def _reports(word: str) -> bool:
    """Whether a word is a cue that takes words as they were said, and no everyday word."""
    form = forms().get(word)
    return form is not None and not form.verb.weak and ("quote" in form.verb.takes or not form.verb.soft)


def _government(r: Reading, start: int, colon: int) -> bool:
    """Whether a headline opens with a state that speaks of itself or of another (طهران: موجوداتنا مجمدة), not with where."""
    if start or not _are_states(r, start, colon) or not is_headline(r, start):
        return False
    if r.words[colon] in v.PLACES or (r.words[colon].endswith("نا") and not v.deverbal(r.words[colon])):
        return True
    if any(_has_said(r, k) for k in r.places(r.words[start]) if k > colon):
        return True  # إسرائيل: الطائرة سقطت ... قالت إسرائيل إن
    first, following = r.words[colon], r.words[colon + 1 : colon + 2]
    if first in v.FUNCTION["any"]:  # روسيا: أي غارات ستضر بالجهود
        return any(map(claims, r.words[colon : min(colon + _LONGEST, r.sentence_end[colon])]))
    ours = first.startswith("سن") and not v.heads(first) and first not in v.GIVEN_NAMES  # إيران: سنرد
    return ours or (first in v.NEGATION and "".join(following)[:1] == "ن")  # إيران: لن نقبل


def _are_states(r: Reading, k: int, colon: int) -> bool:
    """Whether a label names a state, or several (واشنطن وطهران: نقترب من اتفاق)."""
    joined = (word in v.PLACES or (word[0] == "و" and word[1:] in v.PLACES) for word in r.words[k + 1 : colon])
    return r.words[k] in v.PLACES and all(joined)


def _has_said(r: Reading, k: int) -> bool:
    """Whether a word stands right behind a verb of saying."""
    form = forms().get(r.words[k - 1])
    return r.stop[k] == 0 and form is not None and form.finite and form.verb.sense == "say" and not form.verb.weak
