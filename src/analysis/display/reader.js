// What the reader does: cards on hover and focus, and keeping one speaker or some days. The HTML is complete
// without it; the same lines run in the widget and in a saved page. `chosen` is {speaker, period}: a name ("" for
// speakers not found) or null, and two ISO days or null. No text of the article is ever parsed as HTML here.
function enliven(root, chosen, report) {
  const all = (selector) => [...root.querySelectorAll(selector)];
  const numbers = (element, name) => (element.dataset[name] ?? "").split(" ").filter(Boolean).map(Number);
  const page = root.querySelector(".naba-page"), card = root.querySelector(".naba-card");
  const quoteNotes = all(".naba-notes > [data-s]"), timeNotes = all(".naba-notes > [data-from]");
  const marks = all("[data-q], [data-t]").map((element) => ({
    element, quotes: numbers(element, "q"), times: numbers(element, "t"), line: element.closest("p"),
  }));
  const markOf = new Map(marks.map((mark) => [mark.element, mark]));
  const timesOf = quoteNotes.map(() => new Set());
  for (const { quotes, times } of marks) for (const q of quotes) for (const t of times) timesOf[q].add(t);
  const speakers = all("button[data-s]"), days = all("button[data-from]");
  const stops = all("article [tabindex]");

  function keep() {
    const { speaker, period } = chosen;
    const button = speaker === null ? null : speakers.find((one) => one.dataset.name === speaker);
    const number = button?.dataset.s ?? "none";
    const inPeriod = timeNotes.map(({ dataset: { from, to } }) =>
      !period || (from !== "" && from <= period[1] && to >= period[0]));
    const keptQuote = quoteNotes.map((note, q) =>
      (speaker === null || note.dataset.s === number) && (!period || [...timesOf[q]].some((t) => inPeriod[t])));
    const keptLines = new Set();
    for (const { element, quotes, times, line } of marks) {
      const kept = quotes.some((q) => keptQuote[q]) || (speaker === null && times.some((t) => inPeriod[t]));
      element.classList.toggle("naba-off", !kept);
      if (kept) keptLines.add(line);
    }
    const any = speaker !== null || period !== null;
    for (const line of all("article > p")) line.classList.toggle("naba-away", any && !keptLines.has(line));
    for (const one of speakers) one.setAttribute("aria-pressed", (one.dataset.name ?? null) === speaker);
    for (const one of days) one.setAttribute("aria-pressed", same(period, [one.dataset.from, one.dataset.to]));
    root.querySelector(".naba-clear").disabled = !any;
  }

  const same = (one, other) => one !== null && one[0] === other[0] && one[1] === other[1];

  function choose(changes, say = true) {
    chosen = { ...chosen, ...changes };
    keep();
    if (say) report(chosen);
  }
  // A second click on what is chosen lets it go.
  const toggleSpeaker = (name) => choose({ speaker: chosen.speaker === name ? null : name });
  const togglePeriod = (period) => choose({ period: same(chosen.period, period) ? null : period });

  function pick({ quotes, times }) {
    const time = times.length ? timeNotes[times.at(-1)].dataset : null;
    if (time && time.from) togglePeriod([time.from, time.to]);
    else if (quotes.length) toggleSpeaker(speakers.find((one) => one.dataset.s === quoteNotes[quotes.at(-1)].dataset.s).dataset.name);
  }

  function tell(mark) {
    const told = [...mark.times.map((t) => timeNotes[t]), ...mark.quotes.map((q) => quoteNotes[q]).reverse()];
    card.replaceChildren(...told.map((note) => note.firstElementChild.cloneNode(true)));
    card.hidden = false;
    const frame = root.getBoundingClientRect(), at = mark.element.getClientRects()[0];
    const left = Math.min(Math.max(at.right - frame.left - card.offsetWidth, 4), frame.width - card.offsetWidth - 4);
    card.style.left = `${Math.max(left, 4)}px`;
    const below = at.bottom + card.offsetHeight + 8 < window.innerHeight;
    card.style.top = `${below ? at.bottom - frame.top + 6 : at.top - frame.top - card.offsetHeight - 6}px`;
  }
  const hush = () => { card.hidden = true; };
  const under = (event) => markOf.get(event.target.closest?.("[data-q], [data-t]"));

  function step(from, by) {
    const next = stops.slice(by > 0 ? from + 1 : 0, by > 0 ? undefined : from);
    const kept = next.filter((stop) => !stop.classList.contains("naba-off"));
    (by > 0 ? kept[0] : kept.at(-1))?.focus();
  }

  root.addEventListener("mouseover", (event) => { const mark = under(event); mark ? tell(mark) : hush(); });
  root.addEventListener("mouseleave", hush);
  root.addEventListener("focusin", (event) => {
    const mark = under(event);
    if (!mark) return hush();
    for (const stop of stops) stop.tabIndex = stop === mark.element ? 0 : -1; // one tab stop, moved by the arrows
    tell(mark);
  });
  root.addEventListener("focusout", hush);
  root.querySelector("article").addEventListener("scroll", hush, { passive: true });
  root.addEventListener("click", (event) => {
    const mark = under(event), button = event.target.closest?.("button");
    if (mark && !String(window.getSelection())) pick(mark);
    else if (button?.dataset.s) toggleSpeaker(button.dataset.name);
    else if (button?.dataset.from) togglePeriod([button.dataset.from, button.dataset.to]);
    else if (button) choose({ speaker: null, period: null });
    if (button && !button.disabled) marks.find(({ element }) => !element.classList.contains("naba-off"))?.element.scrollIntoView({ block: "nearest" });
  });
  root.querySelector(".naba-passages").addEventListener("change", (event) =>
    page.classList.toggle("naba-only", event.target.checked));
  root.addEventListener("keydown", (event) => {
    const at = stops.indexOf(event.target), by = { ArrowLeft: 1, n: 1, ArrowRight: -1, p: -1 }[event.key];
    if (event.key === "Escape") card.hidden ? choose({ speaker: null, period: null }) : hush();
    else if (at >= 0 && by) step(at, by);
    else if (at >= 0 && (event.key === "Enter" || event.key === " ")) pick(markOf.get(event.target));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  if (stops.length) stops[0].tabIndex = 0;
  keep();
  return (changes) => choose(changes, false);
}
