/** What of the drawing is lit: the edge that is pointed at, the neuron in focus with its edges, and the chosen one. */

import { isSameNeuron } from "../model/chosen.mjs";
import { parametersOf, subjectOf } from "../model/over_charts.mjs";
import { followedBackTo, isOnWayBack } from "./backward_path.mjs";
import { notInput, sideOf } from "./network_focus.mjs";
/**
 * @import { Chosen, Neuron, OverCharts } from "../shared/types"
 * @import { drawElements } from "./network_drawing.js"
 * @import { NetworkLayout } from "./network_layout.mjs"
 */

export class NetworkLights {
  #svg;
  /** @type {NetworkLayout} */
  #layout;
  /** @type {ReturnType<typeof drawElements>} */
  #elements;
  /** The place of the lit edge. @type {number | null} */
  litEdge = null;
  /** The places of the edges that what lies over the charts is about. @type {number[]} */
  #subjects = [];
  /** What lay there when they were marked last. @type {OverCharts | null} */
  #panel = null;
  /** The neuron that is looked into. @type {Neuron | null} */
  #own = null;

  /** @param {SVGElement} svg */
  constructor(svg) {
    this.#svg = svg;
  }

  /** @param {NetworkLayout} layout @param {ReturnType<typeof drawElements>} elements @param {Neuron | null} focus */
  setNetwork(layout, elements, focus) {
    if (elements !== this.#elements) {
      this.litEdge = null;
      this.#subjects = [];
      this.#panel = null;
    }
    this.#layout = layout;
    this.#elements = elements;
    this.#svg.classList.toggle("dense", layout.isDense);
    const own = layout.isDense ? focus : null;
    this.#svg.classList.toggle("focused", own !== null);
    layout.edges.forEach((edge, i) => {
      const side = sideOf(edge, own);
      elements.edges[i].group.classList.toggle("incoming", side === "incoming");
      elements.edges[i].group.classList.toggle("outgoing", side === "outgoing");
    });
    layout.layers.forEach((_, i) => elements.names[i].classList.toggle("in-focus", own?.layer === i));
    layout.nodes.forEach((node, i) => elements.nodes[i].group.classList.toggle("in-focus", isNode(node, own)));
    // Its number may have come to stand in the drawing, or have gone.
    if (this.litEdge !== null) this.#set(this.litEdge, "lit", true);
    for (const edge of this.#subjects) this.#set(edge, "is-subject", true);
    this.#keepApart(this.#own);
  }

  /** @param {Chosen} chosen */
  mark(chosen) {
    const { panel, parameter, pointed } = chosen;
    const neuron = subjectOf(panel, "curve");
    this.#followBack(followedBackTo(chosen, this.#layout.edges));
    this.#keepApart(neuron);
    this.#layout.nodes.forEach((node, i) => {
      const { group } = this.#elements.nodes[i];
      const isChosen = isNode(node, neuron);
      group.classList.toggle("chosen", isChosen);
      group.classList.toggle("pointed", isNode(node, pointed));
      if (group.hasAttribute("role")) group.setAttribute("aria-pressed", String(isChosen));
    });
    this.#light(this.#placeOf(parameter));
    this.#markSubjects(panel);
  }

  /** @param {number | null} parameter @returns {number | null} the place of its edge, if it is drawn */
  #placeOf(parameter) {
    const edge = parameter === null ? -1 : this.#layout.edges.findIndex((each) => each.parameter === parameter);
    return edge === -1 ? null : edge;
  }

  /** Draw the way back from the outputs to a neuron. @param {Neuron | null} neuron */
  #followBack(neuron) {
    const isOn = this.#layout.edges.map((edge) => isOnWayBack(edge, neuron));
    isOn.forEach((isIt, i) => this.#elements.edges[i].group.classList.toggle("is-way-back", isIt));
    this.#svg.classList.toggle("is-backward", isOn.includes(true));
  }

  /** Of a neuron that is looked into, all that comes in stands out from the rest. @param {Neuron | null} neuron */
  #keepApart(neuron) {
    const own = (this.#own = notInput(neuron));
    this.#svg.classList.toggle("one-neuron", own !== null);
    this.#layout.edges.forEach((edge, i) => this.#set(i, "is-own", sideOf(edge, own) === "incoming"));
    this.#layout.nodes.forEach((node, i) => {
      const isPart = own === null || isNode(node, own) || node.layer === own.layer - 1;
      this.#elements.nodes[i].group.classList.toggle("is-beside", !isPart);
    });
  }

  /** @param {OverCharts | null} panel */
  #markSubjects(panel) {
    if (panel === this.#panel) return;
    for (const edge of this.#subjects) this.#set(edge, "is-subject", false);
    this.#subjects = parametersOf(panel).flatMap((parameter) => this.#placeOf(parameter) ?? []);
    for (const edge of this.#subjects) this.#set(edge, "is-subject", true);
    const chooses = panel?.name === "surface";
    if (chooses || this.#panel?.name === "surface") this.#press(chooses);
    this.#panel = panel;
  }

  /** Where a click chooses a weight, an edge is a button that stays pressed; else it opens something. @param {boolean} chooses */
  #press(chooses) {
    this.#elements.numbers.say(chooses);
    this.#elements.edges.forEach(({ group }, edge) => {
      if (chooses) group.setAttribute("aria-pressed", String(this.#subjects.includes(edge)));
      else group.removeAttribute("aria-pressed");
    });
  }

  /** @param {number | null} edge */
  #light(edge) {
    if (edge === this.litEdge) return;
    if (this.litEdge !== null) this.#set(this.litEdge, "lit", false);
    this.litEdge = edge;
    if (edge !== null) this.#set(edge, "lit", true);
    this.#svg.classList.toggle("pointing", edge !== null);
  }

  /** @param {number} edge @param {"lit" | "is-subject" | "is-own"} light @param {boolean} isOn */
  #set(edge, light, isOn) {
    this.#elements.edges[edge].group.classList.toggle(light, isOn);
    this.#elements.numbers.light(edge, light, isOn);
  }
}

/** @param {{layer: number, index: number, isRest: boolean}} node @param {Neuron | null} neuron */
function isNode(node, neuron) {
  return !node.isRest && neuron !== null && isSameNeuron(node, neuron);
}
