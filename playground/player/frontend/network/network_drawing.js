/** The SVG elements of the network: made once for a run, moved when the box changes its size. */

import { shownName } from "./network_layout.mjs";
import { parameterTitle } from "./network_sentences.mjs";

const SVG = "http://www.w3.org/2000/svg";
/** An edge can be pointed at beside its line, too. */
const HIT_WIDTH = 14;

/**
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string | number>} attributes @param {Element} parent
 * @returns {SVGElementTagNameMap[Name]}
 */
export function svgElement(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) element.setAttribute(key, String(attributes[key]));
  parent.append(element);
  return element;
}

/**
 * @typedef {import("./network_layout.mjs").Edge} Edge
 * @typedef {import("./network_layout.mjs").Node} Node
 * @typedef {{group: SVGElement, line: SVGElement, hit: SVGElement, number: SVGElement, text: Text}} EdgeElements
 *   `text`: the one node in `number`
 * @typedef {{group: SVGElement, circle: SVGElement, value: SVGElement, text: Text, name: SVGElement}} NodeElements
 *   `text`: the one node in `value`
 */

/**
 * Makes the elements of a layout, without places and numbers.
 * @param {SVGElement} svg @param {import("./network_layout.mjs").NetworkLayout} layout
 * @param {{parameters: {name: string, is_bias: boolean}[]}} run
 * @returns {{names: SVGElement[], edges: EdgeElements[], nodes: NodeElements[]}}
 */
export function drawElements(svg, layout, run) {
  svg.replaceChildren();
  const names = layout.layers.map((layer) => {
    const name = svgElement("text", { class: "layer-name" }, svg);
    name.textContent = layer.name;
    return name;
  });
  const lines = svgElement("g", { role: "group", "aria-label": "Weights and biases" }, svg);
  const titles = run.parameters.map(parameterTitle);
  const drawn = layout.edges.map((edge, i) => edgeElements(lines, edge, i, titles[edge.parameter]));
  const numbers = svgElement("g", { "aria-hidden": "true" }, svg);
  svgElement("title", {}, numbers).textContent = "Drag to change it, or click to type it";
  const edges = drawn.map((elements, i) => {
    const number = svgElement("text", { class: "edge-number", "data-edge": i }, numbers);
    return { ...elements, number, text: textIn(number, "") };
  });
  const circles = svgElement("g", { role: "group", "aria-label": "Neurons" }, svg);
  const nodes = layout.nodes.map((node, i) => nodeElements(circles, node, i));
  return { names, edges, nodes };
}

/**
 * One text node that stays: exchanging its data is cheaper than exchanging the node.
 * @param {SVGElement} element @param {string} written
 */
function textIn(element, written) {
  return element.appendChild(document.createTextNode(written));
}

/** @param {SVGElement} parent @param {Edge} edge @param {number} i @param {string} name */
function edgeElements(parent, edge, i, name) {
  const opens = { role: "button", "aria-haspopup": "dialog", "aria-label": name, tabindex: -1 };
  const group = svgElement("g", { class: edge.isBias ? "edge bias" : "edge", "data-edge": i, ...opens }, parent);
  const line = svgElement("line", { class: "line" }, group);
  const hit = svgElement("line", { class: "hit", "stroke-width": HIT_WIDTH }, group);
  return { group, line, hit };
}

/** @param {SVGElement} parent @param {Node} node @param {number} i @returns {NodeElements} */
function nodeElements(parent, node, i) {
  const isNeuron = node.layer > 0 && !node.isRest;
  const group = svgElement("g", { class: isNeuron ? "node neuron" : "node", "data-node": i }, parent);
  if (node.isRest) group.classList.add("rest");
  if (isNeuron) {
    group.setAttribute("role", "button");
    group.setAttribute("tabindex", "-1");
    group.setAttribute("aria-pressed", "false");
  }
  const circle = svgElement("circle", {}, group);
  const value = svgElement("text", { class: "value" }, group);
  const name = svgElement("text", { class: "name" }, group);
  const text = textIn(value, node.isRest ? "…" : "");
  name.textContent = shownName(node.name);
  return { group, circle, value, text, name };
}

/**
 * Puts the elements where the layout has them.
 * @param {ReturnType<typeof drawElements>} elements @param {import("./network_layout.mjs").NetworkLayout} layout
 */
export function placeElements(elements, layout) {
  layout.layers.forEach((layer, i) => set(elements.names[i], { x: layer.x, y: layout.headerY }));
  layout.edges.forEach((edge, i) => {
    const { line, hit, number, group } = elements.edges[i];
    const { x1, y1, x2, y2 } = edge;
    set(line, { x1, y1, x2, y2 });
    set(hit, { x1, y1, x2, y2 });
    set(number, { x: edge.labelX, y: edge.labelY, "font-size": layout.numberSize });
    number.classList.toggle("fits", edge.labelFits);
    group.classList.toggle("short", edge.isBias && Math.abs(y2 - y1) < 10);
  });
  layout.nodes.forEach((node, i) => placeNode(elements.nodes[i], node, layout.numberSize));
}

/** @param {NodeElements} elements @param {Node} node @param {number} numberSize */
function placeNode({ circle, value, name }, node, numberSize) {
  set(circle, { cx: node.x, cy: node.y, r: node.radius });
  set(value, { x: node.x, y: node.y, "font-size": node.radius < 20 ? 13 : numberSize });
  // Under a circle that stands for many there is nothing else, so its name always has room beside it.
  const besides = node.isRest && !node.nameFits;
  set(name, {
    x: besides ? node.x + node.radius + 4 : node.x,
    y: besides ? node.y : node.y - node.radius - 9,
    "text-anchor": besides ? "start" : "middle",
  });
  name.classList.toggle("fits", node.nameFits || node.isRest);
}

/** @param {Element} element @param {Record<string, string | number>} attributes */
function set(element, attributes) {
  for (const key in attributes) {
    const value = attributes[key];
    element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 10) / 10) : value);
  }
}
