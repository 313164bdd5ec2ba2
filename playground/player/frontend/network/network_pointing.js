/** What of the drawing is pointed at, chosen or reached with the keyboard. */

import { nextEdge, nextNode } from "./network_keys.mjs";

export class NetworkPointing {
  #svg;
  #actions;
  #view;
  #layout = null;
  #elements = null;
  #selection = { row: 0, neuron: null, parameter: null };
  /** @type {number | null} the place of the node that is pointed at */
  pointedNode = null;

  /**
   * @param {SVGElement} svg
   * @param {Record<string, Function>} actions
   * @param {object} view
   * @param {() => boolean} view.isHeld whether a weight is held, so that nothing else is pointed at
   * @param {() => void} view.say another node is pointed at
   * @param {(edge: number) => void} view.nameEdge before a screen reader reads it
   * @param {(edge: number) => void} view.edit
   * @param {(event: PointerEvent, edge: number) => void} view.press on an edge's number
   */
  constructor(svg, actions, view) {
    this.#svg = svg;
    this.#actions = actions;
    this.#view = view;
    this.#listen();
  }

  /**
   * @param {import("./network_layout.mjs").NetworkLayout} layout
   * @param {ReturnType<typeof import("./network_drawing.js").drawElements>} elements
   */
  setNetwork(layout, elements) {
    if (elements !== this.#elements) this.pointedNode = null;
    this.#layout = layout;
    this.#elements = elements;
  }

  setSelection(selection) {
    this.#selection = selection;
  }

  #listen() {
    const svg = this.#svg;
    svg.addEventListener("pointerover", (event) => this.#pointAt(event.target));
    svg.addEventListener("pointerleave", () => this.#pointAt(null));
    svg.addEventListener("focusin", ({ target }) => {
      // A press beside everything gives the focus to the drawing, and nobody points at that.
      if (target === svg) return;
      this.#pointAt(target);
      const edge = placeOf(target, "edge");
      if (edge !== null) this.#view.nameEdge(edge);
    });
    svg.addEventListener("focusout", () => this.#pointAt(null));
    svg.addEventListener("pointerdown", (event) => {
      if (event.target.classList.contains("edge-number")) this.#view.press(event, placeOf(event.target, "edge"));
    });
    svg.addEventListener("click", (event) => this.#choose(event.target));
    svg.addEventListener("keydown", (event) => this.#press(event));
  }

  /** @param {Element | null} target */
  #pointAt(target) {
    if (this.#view.isHeld() || !this.#layout) return;
    const node = placeOf(target, "node");
    const edge = placeOf(target, "edge");
    if (node !== this.pointedNode) {
      this.pointedNode = node;
      this.#view.say();
    }
    const parameter = edge === null ? null : this.#layout.edges[edge].parameter;
    if (parameter !== this.#selection.parameter) this.#actions.point(parameter);
  }

  /** @param {Element} target */
  #choose(target) {
    const edge = placeOf(target, "edge");
    if (edge !== null) return this.#view.edit(edge);
    const i = placeOf(target, "node");
    if (i === null || this.#layout.nodes[i].layer === 0 || this.#layout.nodes[i].isRest) return;
    const { layer, index } = this.#layout.nodes[i];
    const chosen = this.#selection.neuron;
    const again = chosen !== null && chosen.layer === layer && chosen.index === index;
    this.#actions.selectNeuron(again ? null : { layer, index });
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

  /** @returns {boolean} whether the key led somewhere */
  #move(node, edge, key) {
    const { nodes, edges } = this.#elements;
    const reachable = this.#layout.nodes.filter((candidate) => candidate.layer > 0 && !candidate.isRest);
    const here = node === null ? edge : reachable.indexOf(this.#layout.nodes[node]);
    const next = node === null ? nextEdge(edges.length, here, key) : nextNode(reachable, here, key);
    if (next === null) return false;
    const from = node === null ? edges[edge].group : nodes[node].group;
    const to = node === null ? edges[next].group : nodes[this.#layout.nodes.indexOf(reachable[next])].group;
    from.setAttribute("tabindex", "-1");
    to.setAttribute("tabindex", "0");
    to.focus();
    return true;
  }
}

/**
 * The number of the node or edge that an element belongs to.
 * @param {Element | null} target @param {"node" | "edge"} kind
 */
function placeOf(target, kind) {
  const owner = target?.closest(`[data-${kind}]`);
  return owner ? Number(owner.dataset[kind]) : null;
}
