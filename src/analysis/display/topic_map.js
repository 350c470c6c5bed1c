// A lasso or a click picks points of the map; the list names them, a click on a name opens the text.
// Every string of an article goes in through textContent.
((id, articles, most) => {
  const root = document.getElementById(id);
  if (!root) return;
  const svg = root.querySelector("svg.naba-map-plot");
  const points = [...svg.querySelectorAll("path[data-i]")];
  const list = root.querySelector("ol"), text = root.querySelector("article"), note = root.querySelector(".naba-map-picked");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "polygon");
  line.setAttribute("class", "lasso");
  let path = null, topic = null;

  const place = (event) => {
    const at = svg.createSVGPoint();
    [at.x, at.y] = [event.clientX, event.clientY];
    const { x, y } = at.matrixTransform(svg.getScreenCTM().inverse());
    return [x, y];
  };
  const inside = ([x, y], polygon) => polygon.reduce((odd, [x1, y1], k) => {
    const [x2, y2] = polygon[(k + 1) % polygon.length];
    return (y1 > y) !== (y2 > y) && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !odd : odd;
  }, false);
  const open = (k) => {
    text.textContent = articles[k].text;
    text.dir = articles[k].dir;
    text.scrollTop = 0;
  };
  const pick = (picked) => {
    points.forEach((point) => point.classList.toggle("off", picked.size > 0 && !picked.has(point)));
    const numbers = [...picked].map((point) => Number(point.dataset.i));
    list.replaceChildren(...numbers.slice(0, most).map((k) => {
      const item = document.createElement("li"), button = document.createElement("button"), small = document.createElement("small");
      button.type = "button";
      button.textContent = articles[k].title;
      button.addEventListener("click", () => open(k));
      small.textContent = articles[k].note;
      item.append(button, small);
      return item;
    }));
    note.textContent = numbers.length ? `${numbers.length} picked${numbers.length > most ? `, the first ${most} listed` : ""}` : "";
    if (numbers.length) open(numbers[0]);
    else text.textContent = "";
  };

  svg.addEventListener("pointerdown", (event) => {
    path = [place(event)];
    if (event.isTrusted) svg.setPointerCapture(event.pointerId); // events of a script have no pointer
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => {
    if (!path) return;
    path.push(place(event));
    line.setAttribute("points", path.map((at) => at.join(",")).join(" "));
    svg.append(line);
  });
  const end = () => {
    if (!path) return;
    const drawn = path;
    path = null;
    line.remove();
    const xs = drawn.map(([x]) => x), ys = drawn.map(([, y]) => y);
    const wide = Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys);
    const at = (point) => [Number(point.dataset.x), Number(point.dataset.y)];
    if (wide > 12) return pick(new Set(points.filter((point) => inside(at(point), drawn))));
    const far = (point) => Math.hypot(at(point)[0] - xs[0], at(point)[1] - ys[0]);
    const nearest = points.reduce((best, point) => (!best || far(point) < far(best) ? point : best), null);
    pick(new Set(nearest && far(nearest) < 14 ? [nearest] : []));
  };
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", () => { path = null; line.remove(); });

  const topics = [...root.querySelectorAll("button[data-topic]")];
  topics.forEach((button) => button.addEventListener("click", () => {
    topic = topic === button.dataset.topic ? null : button.dataset.topic;
    topics.forEach((other) => other.setAttribute("aria-pressed", String(other.dataset.topic === topic)));
    pick(new Set(topic === null ? [] : points.filter((point) => point.dataset.topic === topic)));
  }));
})
