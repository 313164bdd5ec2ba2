/** What of the drawing is pointed at, chosen or reached with the keyboard. */

import { isSameNeuron } from "../model/chosen.mjs";
import { subjectOf } from "../model/over_charts.mjs";
import { nextEdge, nextNode } from "./network_keys.mjs";
/**
 * @import { Actions } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 * @import { drawElements } from "./network_drawing.js"
 * @import { NetworkLayout, Node } from "./network_layout.mjs"
 */

export class NetworkPointing {
  #svg;
  #store;
  #actions;
  #view;
  /** @type {NetworkLayout} */
  #layout;
  /** @type {ReturnType<typeof drawElements>} */
  #elements;
  /** @type {number | null} the place of the node that is pointed at */
  pointedNode = null;
  /** Whether the pointer is in the drawing. */
  isInside = false;

  /**
   * @param {SVGElement} svg
   * @param {Store} store
   * @param {Pick<Actions, "point" | "pointAtNeuron" | "layOverCharts">} actions
   * @param {object} view
   * @param {() => boolean} view.isHeld whether a weight is held, so that nothing else is pointed at
   * @param {() => void} view.say another node is pointed at
   * @param {() => void} view.leave nothing in the drawing is pointed at any more
   * @param {(edge: number) => void} view.nameEdge before a screen reader reads it
   * @param {(edge: number) => void} view.chooseEdge
   * @param {(event: PointerEvent, edge: number) => void} view.press on an edge's number
   */
  constructor(svg, store, actions, view) {
    this.#svg = svg;
    this.#store = store;
    this.#actions = actions;
    this.#view = view;
    this.#listen();
  }

  /**
   * @param {NetworkLayout} layout
   * @param {ReturnType<typeof drawElements>} elements
   */
  setNetwork(layout, elements) {
    if (elements !== this.#elements) this.pointedNode = null;
    this.#layout = layout;
    this.#elements = elements;
  }

  #listen() {
    const svg = this.#svg;
    svg.addEventListener("pointerover", (event) => this.#pointAt(event.target));
    svg.addEventListener("pointerenter", () => { this.isInside = true; });
    svg.addEventListener("pointerleave", () => {
      this.isInside = false;
      this.#pointAt(null);
      this.#view.leave();
    });
    svg.addEventListener("focusin", ({ target }) => {
      // A press beside everything gives the focus to the drawing, and nobody points at that.
      if (target === svg) return;
      this.#pointAt(target);
      const edge = placeOf(target, "edge");
      if (edge !== null) this.#view.nameEdge(edge);
    });
    svg.addEventListener("focusout", () => this.#pointAt(null));
    svg.addEventListener("pointerdown", (event) => {
      const edge = isNumber(event.target) ? placeOf(event.target, "edge") : null;
      if (edge !== null) this.#view.press(event, edge);
    });
    svg.addEventListener("click", (event) => this.#choose(event.target));
    svg.addEventListener("keydown", (event) => this.#press(event));
  }

  /** @param {EventTarget | null} target */
  #pointAt(target) {
    if (this.#view.isHeld() || !this.#layout) return;
    const node = placeOf(target, "node");
    const edge = placeOf(target, "edge");
    // Where numbers come with their neuron, it stays pointed at while one goes to them.
    const stays = node === null && target !== null && this.#layout.isDense;
    if (node !== this.pointedNode) {
      this.pointedNode = node;
      this.#view.say();
    }
    const pointed = node === null ? null : neuronOf(this.#layout.nodes[node]);
    if (!stays && !isSameNeuron(pointed, this.#store.chosen.pointed)) this.#actions.pointAtNeuron(pointed);
    const parameter = edge === null ? null : this.#layout.edges[edge].parameter;
    if (parameter !== this.#store.chosen.parameter) this.#actions.point(parameter);
  }

  /** @param {EventTarget | null} target */
  #choose(target) {
    const edge = placeOf(target, "edge");
    if (edge !== null) return this.#view.chooseEdge(edge);
    const i = placeOf(target, "node");
    if (i === null || this.#layout.nodes[i].isRest) return;
    const { layer, index } = this.#layout.nodes[i];
    const again = isSameNeuron(subjectOf(this.#store.chosen.panel, "curve"), { layer, index });
    this.#actions.layOverCharts(again ? null : { name: "curve", of: { layer, index } });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const [node, edge] = [placeOf(event.target, "node"), placeOf(event.target, "edge")];
    if (event.key === "Enter" || event.key === " ") this.#choose(event.target);
    else if (!this.#move(node, edge, event.key)) return;
    // The player's own keys are arrows and space, too: here they have done their work.
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * @param {number | null} node @param {number | null} edge where the keyboard is @param {string} key
   * @returns {boolean} whether the key led somewhere
   */
  #move(node, edge, key) {
    return node === null ? edge !== null && this.#moveFromEdge(edge, key) : this.#moveFromNode(node, key);
  }

  /** @param {number} edge @param {string} key */
  #moveFromEdge(edge, key) {
    const { edges } = this.#elements;
    const next = nextEdge(edges.length, edge, key);
    if (next !== null) moveFocus(edges[edge].group, edges[next].group);
    return next !== null;
  }

  /** @param {number} node @param {string} key */
  #moveFromNode(node, key) {
    const { nodes } = this.#elements;
    const reachable = this.#layout.nodes.filter((candidate) => !candidate.isRest);
    const next = nextNode(reachable, reachable.indexOf(this.#layout.nodes[node]), key);
    if (next !== null) moveFocus(nodes[node].group, nodes[this.#layout.nodes.indexOf(reachable[next])].group);
    return next !== null;
  }
}

/** The neuron or input of a node; none of one that stands for many. @param {Node} node */
function neuronOf({ layer, index, isRest }) {
  return isRest ? null : { layer, index };
}

/** @param {SVGElement} from @param {SVGElement} to */
function moveFocus(from, to) {
  from.setAttribute("tabindex", "-1");
  to.setAttribute("tabindex", "0");
  to.focus();
}

/** @param {EventTarget | null} target */
function isNumber(target) {
  return target instanceof Element && target.closest(".edge-number") !== null;
}

/**
 * The number of the node or edge that an element belongs to.
 * @param {EventTarget | null} target @param {"node" | "edge"} kind
 */
function placeOf(target, kind) {
  const owner = target instanceof Element ? target.closest(`[data-${kind}]`) : null;
  return owner ? Number(owner.getAttribute(`data-${kind}`)) : null;
}
