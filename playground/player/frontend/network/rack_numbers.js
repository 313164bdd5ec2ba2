// The numbers in the racks: a grey box each, which is the handle of its weight.

import { setAttributes, svgElement } from "../shared/svg.js";
import { roomBefore, widerBy, withRoom } from "./network_racks.mjs";
/**
 * @import { NetworkLayout } from "./network_layout.mjs"
 * @import { Port } from "./network_racks.mjs"
 */

/** Pixels that a box can be grasped beside it. */
const BESIDE = 6;
const CORNER = 5;

/**
 * @typedef {{group: SVGElement, grasp: SVGElement, box: SVGElement, label: SVGElement, figures: SVGElement, text: Text,
 *   edge: number, wider: number, room: number}} RackNumber `text`: the one node in `figures`; `edge`: the place of the edge
 *   whose number it is; `wider`: by how many pixels it reaches beyond its place; `room`: by how many it may
 */

export class RackNumbers {
  #parent;
  /** Made once and bound to other edges when another rack is shown. @type {RackNumber[]} */
  #all = [];
  /** By the place of their edge. @type {Map<number, RackNumber>} */
  #shown = new Map();
  #more;
  #title;
  /** @type {Pick<NetworkLayout, "edges" | "numberSize" | "nameSize">} */
  #layout = { edges: [], numberSize: 0, nameSize: 0 };

  /** @param {SVGElement} svg */
  constructor(svg) {
    this.#parent = svgElement("g", { "aria-hidden": "true" }, svg);
    this.#title = svgElement("title", {}, this.#parent);
    this.say(false);
    this.#more = svgElement("text", { class: "rack-more" }, this.#parent);
  }

  /** @param {NetworkLayout} layout */
  place({ edges, nodes, numberSize, nameSize, more }) {
    this.#layout = { edges, numberSize, nameSize };
    this.#shown.clear();
    edges.forEach(({ port, layer }, edge) => {
      if (!port) return;
      const number = this.#all[this.#shown.size] ?? this.#make();
      this.#shown.set(edge, number);
      bind(number, edge);
      number.wider = 0;
      number.room = roomBefore(port, layer, nodes);
      placeNumber(number, port, numberSize, nameSize);
    });
    this.#all.forEach(({ group }, i) => group.classList.toggle("spare", i >= this.#shown.size));
    this.#more.textContent = more?.text ?? "";
    if (more) setAttributes(this.#more, { x: more.x, y: more.y, "font-size": nameSize });
  }

  /**
   * Write the figures of an edge, if its number stands in the drawing.
   * @param {number} edge @param {string} figures @param {string} fewer what is written where they would cover a circle
   */
  write(edge, figures, fewer) {
    const number = this.#shown.get(edge);
    const { edges, numberSize, nameSize } = this.#layout;
    const port = edges[edge]?.port;
    if (!number || !port) return;
    const written = withRoom([figures, fewer], port, number.room, numberSize);
    number.text.data = written;
    const wider = widerBy(port, written, numberSize);
    if (wider === number.wider) return;
    number.wider = wider;
    placeNumber(number, port, numberSize, nameSize);
  }

  /** Say what can be done with a number. @param {boolean} chooses whether a click chooses it for the loss over two weights */
  say(chooses) {
    this.#title.textContent = `Drag to change it, or click to ${chooses ? "see the loss over it" : "type it"}`;
  }

  /** Say that numbers can be dragged at that of one edge. @param {number} edge */
  hintAt(edge) {
    for (const { group, edge: own } of this.#shown.values()) {
      if (own === edge) group.setAttribute("data-hint", "weight");
      else group.removeAttribute("data-hint");
    }
  }

  /** @param {number} edge @param {"lit" | "is-subject" | "is-own"} light @param {boolean} isOn */
  light(edge, light, isOn) {
    this.#shown.get(edge)?.group.classList.toggle(light, isOn);
  }

  #make() {
    const group = svgElement("g", { class: "edge-number" }, this.#parent);
    const grasp = svgElement("rect", { class: "grasp" }, group);
    const box = svgElement("rect", { class: "box", rx: CORNER }, group);
    const label = svgElement("text", { class: "label" }, group);
    const figures = svgElement("text", { class: "figures" }, group);
    const text = figures.appendChild(document.createTextNode(""));
    const number = { group, grasp, box, label, figures, text, edge: -1, wider: 0, room: 0 };
    this.#all.push(number);
    return number;
  }
}

/** @param {RackNumber} number @param {number} edge */
function bind(number, edge) {
  if (number.edge === edge) return;
  number.edge = edge;
  number.group.classList.remove("lit", "is-subject", "is-own");
  setAttributes(number.group, { "data-edge": edge });
}

/** @param {RackNumber} number @param {Port} port @param {number} numberSize @param {number} nameSize */
function placeNumber({ grasp, box: element, label, figures, wider }, { box, x, y, reach, label: word }, numberSize, nameSize) {
  const { right, top, bottom } = box;
  const left = box.left - wider;
  setAttributes(element, { x: left, y: top, width: right - left, height: bottom - top });
  setAttributes(grasp, { x: left - BESIDE, y: y - reach, width: right - left + 2 * BESIDE, height: 2 * reach });
  setAttributes(figures, { x, y, "font-size": numberSize });
  setAttributes(label, { x: left + BESIDE, y, "font-size": nameSize });
  if (label.textContent !== word) label.textContent = word;
}
