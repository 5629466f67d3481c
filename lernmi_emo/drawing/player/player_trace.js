"use strict";
// The player, first part: the trace, where it stands, and how its numbers are written.
//
// Nothing of the network is computed here: every number is the trace's, or was written by Python. `position` is how
// many steps are done; 0 is before the first. `state` is what every part of the network holds then.

const find = (id) => document.getElementById(id);
const trace = JSON.parse(find("trace").textContent);
const drawn = JSON.parse(find("drawn").textContent);
const steps = trace.steps;
const methods = [...trace.methods, ...drawn.code.methods];
const rows = [...find("steps").querySelectorAll("tbody tr")];
const units = ["link", "neuron", "layer", "phase", "pattern"];
const attributes = trace.attributes;

let position = 0;
let followed = null; // the place of the neuron or link that is followed
const state = trace.parts.map((part, place) =>
  Object.fromEntries(attributes[part.part].map((name, index) => [name, trace.start[place][index]])));
const places = new Map(trace.parts.map((part, place) => [part.names.join("\0"), place]));

// Numbers, written as Python writes them.

function number(value, digits = trace.digits) {
  if (value === null) return "not computed yet";
  if (typeof value === "string") return { NaN: "nan", Infinity: "inf", "-Infinity": "−inf" }[value];
  const size = Math.abs(value);
  let text = even(size.toFixed(digits), size.toFixed(digits + 30));
  if (size >= 1e7) text = power(size, Math.max(digits, 1));
  else if (size > 0 && !/[1-9]/.test(text)) text = power(size, Math.max(digits - 2, 1));
  return value < 0 && /[1-9]/.test(text) ? "−" + text : text;
}

// What lies half-way between two numbers goes to the even one in Python, and to the larger one here.
function even(short, long) {
  const cut = long.slice(0, -30).replace(/\.$/, "");
  return long.slice(-30) === "5" + "0".repeat(29) && "02468".includes(cut.at(-1)) ? cut : short;
}

function power(size, digits) {
  const [long, exponent] = size.toExponential(digits + 30).split("e");
  const [short, reached] = size.toExponential(digits).split("e");
  const mantissa = exponent === reached ? even(short, long) : short;
  return mantissa + "e" + (reached[0] === "-" ? "−" : "+") + reached.slice(1).padStart(2, "0");
}

// Units: where each group of steps ends.

const ends = { link: steps.map((_, index) => index + 1) };
for (const unit of units.slice(1)) {
  let end = 0;
  ends[unit] = drawn.units[unit].map(([count]) => (end += count));
}

function groupAt(unit, done) { // the group that the last step done belongs to
  return Math.max(0, ends[unit].findIndex((end) => end >= done));
}

function startOf(unit, done) {
  const group = groupAt(unit, done);
  return group === 0 ? 0 : ends[unit][group - 1];
}

function placesOf(step) { // of the neurons and the link that a step is about
  if (step.part === "network" || step.part === "emotions") return [];
  if (step.part === "link") return [...step.names, step.names.join("\0")].map((name) => places.get(name));
  return step.names.map((name) => places.get(name));
}
