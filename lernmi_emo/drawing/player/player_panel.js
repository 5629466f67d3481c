// The player, third part: what is said of a step. Its equations come from the table of all steps.

function textOf(row, column) {
  return row.cells[row.cells.length - column].textContent;
}

function whatNow() {
  if (position === 0) return "before the first step";
  const unit = find("unit").value;
  return unit === "link" ? textOf(rows[position - 1], 2) : drawn.units[unit][groupAt(unit, position)][1];
}

function sayStep() {
  return `Step ${position} of ${steps.length}: ${whatNow()}`;
}

function sayResult() {
  const last = position && rows[position - 1].querySelector("td:last-child p:last-child");
  return last ? [last.firstChild.textContent, last.querySelector("b")?.textContent].join("") : "";
}

function element(tag, text, settings = {}) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(settings)) made.setAttribute(name, value);
  return made;
}

function showWords(group) {
  const step = group.at(-1);
  const said = [`Step ${position} of ${steps.length}`];
  if (step) said.push(step.phase);
  if (step && step.layer) said.push(`layer ${step.layer}`);
  if (step && trace.lessons.length > 1 && step.pattern) said.push(`pattern ${step.pattern} of ${trace.lessons.length}`);
  const isHidden = step && step.part === "link" && !svgs[viewNow()].shapes.has(placesOf(step)[2]);
  if (isHidden) said.push("behind ⋮ in the picture");
  find("where").textContent = said.join(" · ");
  find("what").textContent = position ? whatNow() : "Before the first step";
}

const mostEquations = 8;
function showEquations(unit, start) {
  let lines = [];
  for (let done = start; done < position && lines.length <= mostEquations; done++) {
    lines.push(...rows[done].querySelectorAll("td:last-child p"));
  }
  const group = drawn.units[unit]?.[groupAt(unit, position)];
  if (group && group[3] && start + group[0] === position) { // what all links brought, as one sum
    const whole = document.createElement("div");
    whole.innerHTML = group[3];
    lines = [...whole.children];
  }
  const shown = lines.slice(0, mostEquations).map((line) => line.cloneNode(true));
  if (lines.length > mostEquations) shown.push(element("p", "… and more: see all steps as a table."));
  if (!position) shown.push(element("p", "Press Forward, or the → key, for the first step."));
  find("equations").className = lines.length > 3 ? "many" : "";
  find("equations").replaceChildren(...shown);
}

const names = {
  net_input: "net input", output: "output", sensitivity: "sensitivity", delta: "delta", weight: "weight",
  change: "change", last_change: "last change", weight_before: "weight before", anxiety: "anxiety", confidence: "confidence",
  initial_anxiety: "first anxiety", average: "average of the patterns", error: "error",
};
const mostParts = 6;

function showValues(group) {
  const changed = new Set(group.flatMap((step) => step.changes.map(([place, name]) => place + name)));
  const atWork = new Set(group.flatMap(placesOf));
  if (followed !== null) atWork.add(followed);
  const tables = ["neuron", "link"].map((kind) => {
    const all = [...atWork].filter((place) => trace.parts[place].part === kind).sort((one, other) => one - other);
    return all.length ? valueTable(kind, all, changed) : "";
  });
  find("values").replaceChildren(...tables, wholeNetwork(changed));
}

function value(place, name, changed) {
  const held = state[place][name];
  const source = trace.parts[place].part === "neuron" && trace.parts[place].layer === 0;
  if (source && (name === "net_input" || name === "delta")) return element("span", "none", { class: "none" });
  if (held === null) return element("span", number(held), { class: "none" });
  return element(changed.has(place + name) ? "mark" : "span", number(held), { title: String(held) });
}

function valueTable(kind, all, changed) {
  const table = element("table");
  const head = table.createTHead().insertRow();
  const headings = [kind, ...attributes[kind].map((name) => names[name])];
  head.append(...headings.map((name) => element("th", name, { scope: "col" })));
  const body = table.createTBody();
  for (const place of all.slice(0, mostParts)) {
    const row = body.insertRow();
    const mine = place === followed ? " (followed)" : "";
    row.append(element("th", drawn.names[place] + mine, { scope: "row" }));
    for (const name of attributes[kind]) row.insertCell().append(value(place, name, changed));
  }
  if (all.length > mostParts) {
    body.insertRow().append(element("th", `and ${all.length - mostParts} more`, { scope: "row", colspan: 5 }));
  }
  return table;
}

function wholeNetwork(changed) {
  const list = element("dl");
  trace.parts.forEach(({ part }, place) => {
    const shown = { network: ["error"], emotions: ["anxiety", "confidence", "initial_anxiety"] }[part] ?? [];
    for (const name of shown) {
      const pair = element("div");
      pair.append(element("dt", part === "network" ? "error of this pattern" : names[name]), element("dd"));
      pair.lastChild.append(value(place, name, changed));
      list.append(pair);
    }
  });
  return list;
}

function showCode(unit, group) {
  const { marks, of } = drawn.code;
  const shown = [];
  if (group.length > 1 && unit !== "neuron") {
    shown.push(...listing(methods[drawn.units[unit][groupAt(unit, position)][2]], []));
  } else {
    for (const [place, lines] of group.length ? marks[of[position - 1]] : []) {
      shown.push(...listing(methods[place], lines));
    }
  }
  find("code").replaceChildren(...shown);
}

function listing({ name, file, first, source }, marked) {
  const heading = element("h3", name);
  heading.append(element("span", file ? "  " + file : "  (its source is not known)"));
  if (!source) return [heading];
  const list = element("ol");
  source.trimEnd().split("\n").forEach((line, index) => {
    const text = line.replace(/ {2}# type: ignore(\[[\w-]+\])?/, ""); // this is said to a type checker alone
    const item = element("li", text || " ", { "data-line": first + index });
    if (marked.includes(index)) item.setAttribute("aria-current", "step");
    list.append(item);
  });
  return [heading, list];
}
