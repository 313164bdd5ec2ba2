/** The SVG elements of the network: made once for a run, moved when the box changes its size. */

import { writeText } from "../shared/element.js";
import { valueSize } from "./drawn_sizes.mjs";
import { parameterTitle } from "./network_sentences.mjs";
import { RackNumbers } from "./rack_numbers.js";
import { setAttributes, svgElement } from "../shared/svg.js";

/** An edge can be pointed at beside its line, too. */
const HIT_WIDTH = 14;
/** What the style sheet calls the arrow of the way back. */
const WAY_BACK = "way-back";

/**
 * @typedef {import("./network_layout.mjs").Edge} Edge
 * @typedef {import("./network_layout.mjs").Node} Node
 * @typedef {{group: SVGElement, line: SVGElement, hit: SVGElement}} EdgeElements
 * @typedef {{group: SVGElement, circle: SVGElement, value: SVGElement, text: Text, name: SVGElement}} NodeElements
 *   `text`: the one node in `value`
 */

/**
 * Makes the elements of a layout, without places and numbers.
 * @param {SVGElement} svg @param {import("./network_layout.mjs").NetworkLayout} layout
 * @param {{parameters: {name: string, is_bias: boolean}[]}} run
 * @returns {{names: SVGElement[], edges: EdgeElements[], numbers: RackNumbers, nodes: NodeElements[]}}
 */
export function drawElements(svg, layout, run) {
  svg.replaceChildren();
  const arrow = svgElement("marker", { id: WAY_BACK, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 12, markerHeight: 12,
    markerUnits: "userSpaceOnUse", orient: "auto-start-reverse" }, svgElement("defs", {}, svg));
  svgElement("path", { d: "M0 0 10 5 0 10z" }, arrow);
  const names = layout.layers.map(() => svgElement("text", { class: "layer-name" }, svg));
  const lines = svgElement("g", { role: "group", "aria-label": "Weights and biases" }, svg);
  const titles = run.parameters.map(parameterTitle);
  const edges = layout.edges.map((edge, i) => edgeElements(lines, i, edge.parameter, titles[edge.parameter]));
  const circles = svgElement("g", { role: "group", "aria-label": "Neurons" }, svg);
  const nodes = layout.nodes.map((node, i) => nodeElements(circles, node, i));
  return { names, edges, numbers: new RackNumbers(svg), nodes };
}

/** @param {SVGElement} parent @param {number} i @param {number} parameter @param {string} name */
function edgeElements(parent, i, parameter, name) {
  const opens = { role: "button", "aria-haspopup": "dialog", "aria-label": name, tabindex: -1 };
  const group = svgElement("g", { class: "edge", "data-edge": i, "data-parameter": parameter, ...opens }, parent);
  const line = svgElement("path", { class: "line" }, group);
  const hit = svgElement("path", { class: "hit", "stroke-width": HIT_WIDTH }, group);
  return { group, line, hit };
}

/** @param {SVGElement} parent @param {Node} node @param {number} i @returns {NodeElements} */
function nodeElements(parent, node, i) {
  const kind = node.isRest ? "rest" : node.layer > 0 ? "neuron" : "input";
  const group = svgElement("g", { class: `node ${kind}`, "data-node": i, "data-layer": node.layer, "data-index": node.index }, parent);
  if (!node.isRest) {
    group.setAttribute("role", "button");
    group.setAttribute("tabindex", "-1");
    group.setAttribute("aria-pressed", "false");
  }
  const circle = svgElement("circle", {}, group);
  const value = svgElement("text", { class: "value" }, group);
  const name = svgElement("text", { class: "name" }, group);
  // One text node that stays: exchanging its data is cheaper than exchanging the node.
  const text = value.appendChild(document.createTextNode(node.isRest ? `+${node.stands}` : ""));
  return { group, circle, value, text, name };
}

/**
 * Puts the elements where the layout has them.
 * @param {ReturnType<typeof drawElements>} elements @param {import("./network_layout.mjs").NetworkLayout} layout
 */
export function placeElements(elements, layout) {
  layout.layers.forEach(({ name, x }, i) => {
    writeText(elements.names[i], name);
    setAttributes(elements.names[i], { x, y: layout.headingY, "font-size": layout.nameSize });
  });
  layout.edges.forEach(({ path: d }, i) => {
    setAttributes(elements.edges[i].line, { d });
    setAttributes(elements.edges[i].hit, { d });
  });
  elements.numbers.place(layout);
  layout.nodes.forEach((node, i) => placeNode(elements.nodes[i], node, layout));
}

/**
 * @param {NodeElements} elements @param {Node} node @param {import("./network_layout.mjs").NetworkLayout} layout
 */
function placeNode({ circle, value, name }, node, layout) {
  const { x, y, radius, nameAt, shownName } = node;
  setAttributes(circle, { cx: x, cy: y, r: radius });
  setAttributes(value, { x, y, "font-size": valueSize(radius, layout) });
  writeText(name, nameAt ? shownName : "");
  if (nameAt) setAttributes(name, { x: nameAt.x, y: nameAt.y, "text-anchor": nameAt.anchor, "font-size": layout.nameSize });
}
