// Draw a plotly figure in a page: once the Arabic font is there, for labels are measured when they are drawn, and with
// titles and labels that fit where the page is narrow.
function nabaDraw(name, data, layout) {
  const box = document.getElementById(name);
  if (box.clientWidth < 500) nabaNarrow(layout, box.clientWidth);
  document.fonts.load('14px "Noto Sans Arabic"', "\u0627").catch(() => []).then(() =>
    Plotly.newPlot(box, data, layout, { responsive: true, displaylogo: false }));
}

function nabaNarrow(layout, width) {
  const title = layout.title || {};
  let more = 0;
  const wrap = (part, size) => {
    if (!part || !part.text) return;
    const lines = part.text.split("<br>").flatMap((line) => nabaLines(line, (width - 60) / (size * 0.56)));
    more += (lines.length - 1) * size * 1.3;
    part.font = { ...part.font, size };
    part.text = lines.join("<br>");
  };
  wrap(title, 15);
  wrap(title.subtitle, 12);
  if (more) layout.margin = { ...layout.margin, t: ((layout.margin || {}).t || 64) + more };
  if (more && layout.height) layout.height += more;
  for (const [axis, place] of Object.entries(layout)) {
    if (axis.startsWith("yaxis") && place.ticktext) place.ticktext = place.ticktext.map((text) => nabaCut(text, 22));
  }
}

// A label is isolated in its direction by a mark on either side; each line of it needs its own.
function nabaMarks(text) {
  const [, open, plain, close] = /^([\u2066-\u2068]?)([^]*?)(\u2069?)$/.exec(text);
  return { plain, isolate: (part) => open + part + close };
}

function nabaLines(text, most) {
  const { plain, isolate } = nabaMarks(text);
  const lines = [""];
  for (const word of plain.split(" ")) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (longer.length <= most || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map(isolate);
}

function nabaCut(text, most) {
  const { plain, isolate } = nabaMarks(String(text));
  const letters = [...plain.matchAll(/&\w+;|[^]/gu)].map((found) => found[0]);
  return letters.length <= most ? text : isolate(`${letters.slice(0, most - 1).join("").trimEnd()}…`);
}
