// The player, second part: the pictures. Each mark (a neuron, a link) has frames, [step, what it shows from then on …];
// going on or back swaps those that differ, and touches no other mark.

const narrow = matchMedia("(max-width: 34rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const svgs = {};
const marks = [];
const marksOfStep = steps.map(() => []);
for (const [view, frames] of Object.entries(drawn.frames)) {
  const svg = (svgs[view] = find(view + "-view").querySelector("svg"));
  for (const [key, list] of Object.entries(frames)) {
    const mark = { view, list, at: -1, ...parts(svg, view, key) };
    marks.push(mark);
    for (const [step] of list) if (step > 0) marksOfStep[step - 1].push(mark);
  }
  const links = svg.querySelector('[data-part="links"]');
  svg.glow = links.parentNode.insertBefore(document.createElementNS(svg.namespaceURI, "g"), links);
  svg.shapes = shapesOf(svg);
}

function shapesOf(svg) { // of each place; a bias or an emotional neuron may stand before several layers
  const shapes = new Map();
  for (const shape of svg.querySelectorAll("[data-neuron], [data-link]")) {
    const [, start, end] = /-(?:neuron|link)-(\d+)(?:-(\d+))?$/.exec(shape.id);
    const ends = shape.dataset.link === undefined ? [start] : [start, end];
    const place = places.get(ends.map((each) => trace.parts[each - 1].names[0]).join("\0"));
    shape.dataset.place = place;
    shapes.set(place, [...(shapes.get(place) ?? []), shape]);
  }
  return shapes;
}

function parts(svg, view, key) {
  if (key === "targets") return { paint: paintTargets, texts: svg.querySelectorAll('[data-value="target"]') };
  const element = svg.getElementById(view + "-" + key);
  if (key.startsWith("neuron")) {
    const texts = [...element.querySelectorAll("text")].slice(1);
    for (const text of texts) text.middle = text.getAttribute("y") - 0.35 * text.getAttribute("font-size");
    return { paint: paintNeuron, element, texts };
  }
  const [line, head] = element.querySelectorAll("path");
  const label = svg.getElementById(view + "-label-" + key);
  const plate = label && label.querySelector("rect");
  return { paint: paintLink, element, line, head, plate, texts: label ? label.querySelectorAll("text") : [] };
}

function paintNeuron(mark, [, ...shown]) {
  mark.texts.forEach((text, row) => {
    const [words, size] = shown.slice(2 * row);
    if (text.textContent === words) return;
    text.textContent = words;
    text.setAttribute("font-size", size);
    text.setAttribute("y", text.middle + 0.35 * size);
  });
}

function paintLink(mark, [, sign, width, room, ...lines]) {
  const [colour, ink, dash] = drawn.signs[sign];
  mark.line.setAttribute("stroke", colour);
  mark.line.setAttribute("stroke-width", width);
  if (dash) mark.line.setAttribute("stroke-dasharray", dash);
  else mark.line.removeAttribute("stroke-dasharray");
  if (mark.head) mark.head.setAttribute("fill", colour);
  if (!mark.plate) return;
  mark.plate.setAttribute("width", room);
  mark.plate.setAttribute("x", mark.texts[0].getAttribute("x") - room / 2);
  mark.texts.forEach((text, row) => {
    text.textContent = lines[row];
    text.setAttribute("fill", ink);
  });
}

function paintTargets(mark, [, ...lines]) {
  mark.texts.forEach((text, row) => (text.textContent = lines[row] ?? ""));
}

function paint(mark) {
  let at = Math.max(mark.at, 0);
  while (at + 1 < mark.list.length && mark.list[at + 1][0] <= position) at++;
  while (at > 0 && mark.list[at][0] > position) at--;
  if (at === mark.at) return;
  mark.at = at;
  mark.paint(mark, mark.list[at]);
}

function viewNow() { // the picture of the last step's phase; the emotions leave it as it is
  if (find("view").value) return find("view").value;
  for (let done = position; done > 0; done--) {
    const view = drawn.views[steps[done - 1].phase];
    if (view) return view;
  }
  return "forward";
}

// What is pointed out.

function showPicture(start, group) {
  const view = viewNow();
  for (const name of Object.keys(svgs)) find(name + "-view").hidden = name !== view;
  const svg = svgs[view];
  svg.querySelectorAll("[data-now]").forEach((text) => text.removeAttribute("data-now"));
  const now = new Set();
  for (let done = start; done < position; done++) marksOfStep[done].forEach((mark) => now.add(mark));
  for (const mark of now) {
    if (mark.view !== view || mark.at < 1) continue;
    const before = mark.list.findLast(([step]) => step <= start) ?? [];
    mark.texts.forEach((text) => {
      if (!before.includes(text.textContent)) text.setAttribute("data-now", "");
    });
  }
  const glows = [];
  const atWork = new Set(group.flatMap((step) => (step.part === "link" ? placesOf(step).slice(2) : placesOf(step))));
  for (const place of atWork) glows.push(...outlines(svg, place, "glow", 12));
  const trail = followed === null ? [] : outlines(svg, followed, "followed", 6);
  svg.glow.replaceChildren(...glows, ...trail);
  if (narrow.matches && glows.length) bringIntoView(glows.at(-1));
}

function bringIntoView(shape) { // in a picture that is wider than the screen
  const picture = find("picture");
  const room = picture.getBoundingClientRect();
  const { left, right } = shape.getBoundingClientRect();
  if (left < room.left || right > room.right) picture.scrollLeft += (left + right - room.left - room.right) / 2;
}

function outlines(svg, place, kind, width) {
  return (svg.shapes.get(place) ?? []).map((group) => {
    const outline = group.querySelector("circle, path").cloneNode();
    for (const name of ["stroke", "fill", "stroke-dasharray"]) outline.removeAttribute(name);
    outline.setAttribute("class", kind);
    outline.setAttribute("stroke-width", width);
    return outline;
  });
}

function send() { // a dot runs along the link, the way its message goes
  const svg = svgs[viewNow()];
  const line = [...svg.glow.querySelectorAll("path.glow")];
  const step = steps[position - 1];
  if (calm.matches || line.length !== 1 || step.part !== "link" || step.phase === "update") return;
  svg.querySelector(".message")?.remove();
  const dot = document.createElementNS(svg.namespaceURI, "circle");
  dot.setAttribute("class", "message");
  dot.setAttribute("r", 7);
  svg.querySelector('[data-part="labels"]').before(dot);
  const length = line[0].getTotalLength();
  const time = Math.min(500, timer ? 600 / find("speed").value : 500);
  const began = performance.now();
  requestAnimationFrame(function move(now) {
    const share = Math.min((now - began) / time, 1);
    if (!dot.isConnected || share >= 1) return dot.remove();
    const { x, y } = line[0].getPointAtLength(length * Math.max(share, 0));
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", y);
    requestAnimationFrame(move);
  });
}
