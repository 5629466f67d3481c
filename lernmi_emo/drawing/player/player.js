// The player, last part: going somewhere, by buttons, keys, the scrubber or an address; playing; following.

let timer = null; // runs while it plays

function go(target, said = true) {
  const from = position;
  position = Math.min(Math.max(target, 0), steps.length);
  const touched = new Set();
  for (let done = from; done < position; done++) {
    for (const [place, name, , now] of steps[done].changes) state[place][name] = now;
    marksOfStep[done].forEach((mark) => touched.add(mark));
  }
  for (let done = from - 1; done >= position; done--) {
    for (const [place, name, before] of [...steps[done].changes].reverse()) state[place][name] = before;
    marksOfStep[done].forEach((mark) => touched.add(mark));
  }
  touched.forEach(paint);
  show();
  if (position === from + 1 || (timer && position > from)) send();
  if (!timer) {
    if (said && document.activeElement !== find("scrubber")) find("said").textContent = sayStep() + ". " + sayResult();
    note();
  }
}

function by(unit, direction) { // to the end of the next group, or of the one before
  const later = ends[unit].find((end) => end > position);
  const earlier = ends[unit].findLast((end) => end < position);
  return direction > 0 ? later ?? steps.length : earlier ?? 0;
}

const coarser = () => units[Math.min(units.indexOf(find("unit").value) + 1, units.length - 1)];

function play() {
  if (timer) return pause();
  if (position === steps.length) go(0, false);
  find("said").textContent = "";
  timer = setInterval(() => {
    go(by(find("unit").value, 1));
    if (position === steps.length) pause();
  }, 1000 / find("speed").value);
  showPlaying();
}

function pause() {
  clearInterval(timer);
  timer = null;
  showPlaying();
  find("said").textContent = "Paused. " + sayStep();
  note();
}

let waiting = null;
function note() { // the address says the step, a moment later: browsers limit how often it may change
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (location.protocol !== "about:" && location.hash !== "#step=" + position && (position || location.hash)) {
      history.replaceState(null, "", "#step=" + position);
    }
  }, 200);
}

function followAddress() {
  const asked = /^#step=(\d+)$/.exec(decodeURIComponent(location.hash));
  if (asked) go(Number(asked[1]));
}

function show() {
  const unit = find("unit").value;
  const start = position ? startOf(unit, position) : 0;
  const group = steps.slice(start, position);
  showPicture(start, group);
  showWords(group);
  showEquations(unit, start);
  showValues(group);
  showCode(unit, group);
  showTrack();
}

function showTrack() {
  find("scrubber").value = position;
  find("scrubber").setAttribute("aria-valuetext", sayStep());
  for (const id of ["first", "back"]) find(id).setAttribute("aria-disabled", position === 0);
  for (const id of ["forward", "last"]) find(id).setAttribute("aria-disabled", position === steps.length);
  const phase = groupAt("phase", position);
  [...find("phases").children].forEach((each, index) => {
    each.toggleAttribute("data-now", position > 0 && index === phase);
  });
  const row = find("steps").querySelector("tr[aria-current]");
  if (row) row.removeAttribute("aria-current");
  if (position) rows[position - 1].setAttribute("aria-current", "step");
  if (followed !== null) {
    find("previous-of").setAttribute("aria-disabled", !stepsOf(followed).some((done) => done < position));
    find("next-of").setAttribute("aria-disabled", !stepsOf(followed).some((done) => done > position));
  }
}

function showPlaying() {
  find("play").querySelector("path").setAttribute("d", timer ? "M3 2h4v12H3zM9 2h4v12H9z" : "M4 2v12l9-6z");
  find("play").querySelector("span").textContent = timer ? "Pause" : "Play";
}

const known = new Map();
function stepsOf(place) { // the positions after this part's own steps
  if (!known.has(place)) {
    const wanted = trace.parts[place].names.join("\0");
    const own = (step) => (step.part === "link" ? step.names.join("\0") === wanted : step.names.includes(wanted));
    known.set(place, steps.map((step, index) => (own(step) ? index + 1 : 0)).filter(Boolean));
  }
  return known.get(place);
}

function follow(place) {
  followed = place;
  find("follow").value = place === null ? "" : place;
  const done = place === null ? [] : stepsOf(place);
  find("marks").setAttribute("viewBox", `0 0 ${steps.length} 30`);
  find("marks").firstChild.setAttribute("d", done.map((each) => `M${each} 2V28`).join(""));
  find("following").hidden = place === null;
  if (place !== null) {
    const kind = trace.parts[place].part;
    find("previous-of").textContent = `← Previous step of this ${kind}`;
    find("next-of").textContent = `Next step of this ${kind} →`;
    for (const id of ["previous-of", "next-of"]) find(id).title = `${drawn.names[place]}: ${done.length} steps`;
    find("said").textContent = `Following ${drawn.names[place]}: ${done.length} steps of its own`;
  }
  show();
}

function begin() {
  fillTrack();
  fillFollow();
  Object.values(svgs).forEach(makeClickable);
  makeControls();
  document.documentElement.className = "live";
  find("panel").hidden = find("controls").hidden = find("below").hidden = false;
  find("steps").hidden = true;
  rows.forEach((row) => row.removeAttribute("id")); // an address goes to the step here, and not to a row of the table
  showPlaying();
  marks.forEach(paint);
  show();
  followAddress();
  find("player").focus({ preventScroll: true });
}

function fillTrack() {
  find("scrubber").max = steps.length;
  let start = 0;
  for (const [count, words] of drawn.units.phase) {
    const span = element("span", steps[start].phase, { title: words });
    span.style.flexGrow = count;
    find("phases").append(span);
    start += count;
  }
}

function fillFollow() {
  for (const kind of ["neuron", "link"]) {
    const group = element("optgroup", undefined, { label: kind === "link" ? "Links" : "Neurons" });
    trace.parts.forEach((part, place) => {
      if (part.part === kind) group.append(element("option", drawn.names[place], { value: place }));
    });
    find("follow").append(group);
  }
}

function makeClickable(svg) {
  for (const link of svg.querySelectorAll("[data-link]")) {
    const label = svg.getElementById(link.id.replace("link", "label-link"));
    if (label) label.dataset.place = link.dataset.place;
    const wide = link.querySelector("path").cloneNode(); // so that a pointer can hit a thin line
    wide.removeAttribute("stroke-dasharray");
    wide.setAttribute("stroke", "transparent");
    wide.setAttribute("stroke-width", 12);
    link.append(wide);
  }
  svg.addEventListener("click", (event) => {
    const hit = event.target.closest("[data-place]");
    if (hit) follow(followed === Number(hit.dataset.place) ? null : Number(hit.dataset.place));
  });
}

function makeControls() {
  const unit = find("unit");
  const targets = {
    first: () => 0,
    back: () => by(unit.value, -1),
    forward: () => by(unit.value, 1),
    last: () => steps.length,
    "previous-of": () => stepsOf(followed).findLast((done) => done < position) ?? position,
    "next-of": () => stepsOf(followed).find((done) => done > position) ?? position,
  };
  for (const [id, target] of Object.entries(targets)) {
    find(id).addEventListener("click", () => {
      if (timer) pause();
      go(target());
    });
  }
  find("play").addEventListener("click", play);
  find("scrubber").addEventListener("input", (event) => go(Number(event.target.value)));
  unit.addEventListener("change", show);
  find("view").addEventListener("change", show);
  find("speed").addEventListener("change", () => timer && (pause(), play()));
  find("follow").addEventListener("change", ({ target }) => follow(target.value === "" ? null : Number(target.value)));
  find("show-steps").addEventListener("click", () => {
    find("steps").hidden = !find("steps").hidden;
    find("show-steps").setAttribute("aria-expanded", !find("steps").hidden);
  });
  find("player").addEventListener("keydown", onKey);
  addEventListener("hashchange", followAddress);
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (event.target.matches("input, select, textarea, [contenteditable]")) return;
  if (event.key === " " && event.target.matches("button, a")) return;
  const unit = event.shiftKey ? coarser() : find("unit").value;
  const keys = {
    ArrowRight: () => go(by(unit, 1)), ArrowLeft: () => go(by(unit, -1)),
    Home: () => go(0), End: () => go(steps.length), " ": play,
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  if (timer && event.key !== " ") pause();
  keys[event.key]();
}

begin();
