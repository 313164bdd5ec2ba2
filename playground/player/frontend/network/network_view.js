/** The network at the play-head: what every neuron answers for the selected row, and every weight as an edge. */

import { FrozenMarks } from "./frozen_marks.js";
import { frozenAt } from "./frozen_weights.mjs";
import { drawElements, placeElements } from "./network_drawing.js";
import { networkLayout } from "./network_layout.mjs";
import { NetworkPointing } from "./network_pointing.js";
import { changingSentence, inputSentence, neuronSentence, parameterSentence } from "./network_sentences.mjs";
import { NetworkValues, valueOf } from "./network_values.js";
import { NeuronPictures } from "./neuron_pictures.js";
import { addNewWeights } from "./new_weights.js";
import { WeightHandling } from "./weight_handling.js";
import { WeightsTable } from "./weights_table.js";
/**
 * @import { Actions, Chosen, Colours, Description, Neuron } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { NetworkLayout, Node } from "./network_layout.mjs"
 */

export class NetworkView {
  #root = document.createElement("div");
  #box = document.createElement("div");
  #svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  #said = document.createElement("p");
  #sentence = document.createElement("span");
  #hint = document.createElement("span");
  #omitted = document.createElement("p");
  #pictures;
  #table;
  #observer;
  #pointing;
  #handling;
  #frozenMarks = new FrozenMarks(this.#svg);
  #size = { width: 520, height: 300 };
  /** @type {Description} */
  #run;
  /** @type {NetworkLayout} */
  #layout;
  /** @type {ReturnType<typeof drawElements>} */
  #elements;
  #values = new NetworkValues();
  /** @type {Moment | null} */
  #moment = null;
  /** @type {Set<number>} */
  #frozen = new Set();
  /** @type {Chosen} */
  #selection = { row: 0, neuron: null, parameter: null };
  /** @type {number | null} */
  #litEdge = null;

  /**
   * @param {{body: HTMLElement, aside: HTMLElement}} panel
   * @param {Actions} actions
   */
  constructor({ body, aside }, actions) {
    this.#root.className = "network";
    this.#box.className = "network-box";
    this.#said.className = "network-said";
    this.#hint.className = "network-hint";
    this.#omitted.className = "network-omitted";
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    this.#svg.setAttribute("role", "group");
    this.#box.append(canvas, this.#svg);
    this.#said.append(this.#sentence, this.#hint);
    this.#root.append(this.#box, this.#said, this.#omitted);
    this.#pictures = new NeuronPictures(canvas);
    this.#table = new WeightsTable(this.#root);
    addNewWeights(aside, actions);
    body.append(this.#root);
    this.#handling = new WeightHandling(this.#root, this.#svg, actions, (parameter) => this.#focusEdge(parameter));
    this.#pointing = new NetworkPointing(this.#svg, actions, {
      isHeld: () => this.#handling.isHeld,
      say: () => this.#say(),
      nameEdge: (i) => this.#nameEdge(i),
      edit: (i) => this.#handling.edit(this.#layout.edges[i]),
      press: (event, i) => this.#handling.press(event, this.#layout.edges[i].parameter),
    });
    this.#observer = new ResizeObserver(([entry]) => this.#resize(entry.contentRect));
    this.#observer.observe(this.#box);
  }

  /** @param {Description} run */
  setRun(run) {
    const isAnother = !this.#run || shapeOf(run) !== shapeOf(this.#run);
    this.#run = run;
    this.#handling.setRun(run, isAnother);
    // What looks the same stays: a weight under somebody's hand, or what the keyboard is at.
    if (isAnother) this.#drawAnew(run);
    this.#table.setRun(run);
    this.setSelection(this.#selection);
  }

  /** @param {Description} run */
  #drawAnew(run) {
    this.#moment = this.#litEdge = null;
    this.#layout = networkLayout(run, this.#size.width, this.#size.height);
    this.#elements = drawElements(this.#svg, this.#layout, run);
    this.#frozenMarks.clear();
    const shape = run.layer_sizes.join("-");
    this.#svg.setAttribute("aria-label", `Network of ${shape} neurons; its weights follow as a table`);
    this.#omitted.textContent = this.#layout.omitted ?? "";
    this.#omitted.hidden = this.#layout.omitted === null;
    this.#pictures.clear();
    this.#elements.edges[0]?.group.setAttribute("tabindex", "0");
    this.#elements.nodes.find(({ group }) => group.hasAttribute("role"))?.group.setAttribute("tabindex", "0");
    this.#place();
  }

  /** @param {Colours} colours */
  setColours(colours) {
    this.#pictures.setColours(colours);
  }

  /** @param {Chosen} selection */
  setSelection(selection) {
    this.#selection = selection;
    this.#pointing.setSelection(selection);
    if (!this.#run) return;
    const { neuron, parameter } = selection;
    this.#layout.nodes.forEach((node, i) => {
      const chosen = neuron !== null && node.layer === neuron.layer && node.index === neuron.index && !node.isRest;
      const { group } = this.#elements.nodes[i];
      group.classList.toggle("chosen", chosen);
      if (group.hasAttribute("role")) group.setAttribute("aria-pressed", String(chosen));
    });
    this.#light(parameter === null ? null : this.#layout.edges.findIndex((edge) => edge.parameter === parameter));
    if (this.#moment) this.draw(this.#moment);
    else this.#say();
  }

  /** @param {Moment} moment */
  draw(moment) {
    this.#moment = moment;
    this.#values.draw(moment, this.#selection.row, this.#litEdge);
    this.#pictures.draw(moment.pictures, this.#run.activations);
    this.#frozen = frozenAt(this.#run.changes, moment.epoch);
    this.#frozenMarks.draw(this.#frozen, this.#layout);
    this.#handling.show(moment, this.#frozen);
    this.#say();
  }

  /** Brings the text alternative up to date. To be called when the play-head rests. @param {Moment} moment */
  describe(moment) {
    this.#table.describe(moment);
    this.#layout.edges.forEach((_, i) => this.#nameEdge(i, moment));
  }

  /** Gives the keyboard back to a neuron, after its curve was closed. @param {Neuron} neuron */
  focusNeuron({ layer, index }) {
    const place = this.#layout.nodes.findIndex((node) => node.layer === layer && node.index === index && !node.isRest);
    this.#elements.nodes[place]?.group.focus();
  }

  remove() {
    this.#handling.stop();
    this.#observer.disconnect();
    this.#pictures.clear();
    this.#root.remove();
  }

  /** @param {{width: number, height: number}} box */
  #resize({ width, height }) {
    if (width < 1 || height < 1) return;
    this.#size = { width, height };
    if (!this.#run) return;
    this.#layout = networkLayout(this.#run, width, height);
    this.#place();
    this.#handling.place(this.#layout);
    if (this.#moment) this.draw(this.#moment);
  }

  #place() {
    const { width, height } = this.#size;
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    placeElements(this.#elements, this.#layout);
    this.#pointing.setNetwork(this.#layout, this.#elements);
    const neurons = this.#layout.nodes.filter((node) => node.layer > 0 && !node.isRest);
    this.#pictures.place(neurons, width, height);
    this.#values.setNetwork(this.#layout, this.#elements);
  }

  /** @param {number | null} i the edge to light, −1 if it is one that is not drawn */
  #light(i) {
    const edge = i === -1 ? null : i;
    if (edge === this.#litEdge) return;
    if (this.#litEdge !== null) this.#setLit(this.#litEdge, false);
    this.#litEdge = edge;
    if (edge !== null) this.#setLit(edge, true);
    this.#svg.classList.toggle("pointing", edge !== null);
  }

  /** @param {number} i @param {boolean} lit */
  #setLit(i, lit) {
    this.#elements.edges[i].group.classList.toggle("lit", lit);
    this.#elements.edges[i].number.classList.toggle("lit", lit);
  }

  /** @param {number} parameter */
  #focusEdge(parameter) {
    const i = this.#layout.edges.findIndex((edge) => edge.parameter === parameter);
    for (const { group } of this.#elements.edges) group.setAttribute("tabindex", "-1");
    this.#elements.edges[i]?.group.setAttribute("tabindex", "0");
    this.#elements.edges[i]?.group.focus();
  }

  /** A screen reader reads the name of an edge: it holds the number of this moment. @param {number} i @param {Moment | null} moment */
  #nameEdge(i, moment = this.#moment) {
    const { group } = this.#elements.edges[i];
    const name = moment && this.#sayingOfWeight(this.#layout.edges[i].parameter, moment);
    if (name && group.getAttribute("aria-label") !== name) group.setAttribute("aria-label", name);
  }

  /** The line under the drawing: what is pointed at, or whose values are shown. */
  #say() {
    write(this.#sentence, this.#saying());
    const edge = this.#litEdge === null ? null : this.#layout.edges[this.#litEdge];
    const isNews = edge && this.#pointing.pointedNode === null && !this.#handling.isKnown;
    write(this.#hint, isNews ? changingSentence(edge.labelFits) : "");
  }

  #saying() {
    const { parameter, row } = this.#selection;
    const { pointedNode } = this.#pointing;
    if (this.#moment && pointedNode !== null) return this.#sayingOfNode(this.#layout.nodes[pointedNode], this.#moment);
    if (this.#moment && parameter !== null && this.#run.parameters[parameter]) {
      return this.#sayingOfWeight(parameter, this.#moment);
    }
    const number = this.#run.train.row_numbers[row];
    return number === undefined ? "" : `Row ${number} flows through it.`;
  }

  /** @param {number} parameter @param {Moment} moment */
  #sayingOfWeight(parameter, { parameters, epoch }) {
    const isFrozen = frozenAt(this.#run.changes, epoch).has(parameter);
    return parameterSentence(this.#run.parameters[parameter], parameters[parameter], isFrozen);
  }

  /** @param {Node} node @param {Moment} moment */
  #sayingOfNode(node, moment) {
    const { name, layer, index, isRest } = node;
    if (isRest) return this.#layout.omitted ?? "";
    const value = valueOf(node, moment, this.#selection.row);
    if (layer === 0) return inputSentence(name, value, moment.trace.inputs[index]);
    const preActivation = moment.trace.preActivations[layer - 1][index];
    return neuronSentence(name, this.#run.activations[layer - 1], preActivation, value);
  }
}

/** Runs of one shape are drawn with the same elements. @param {Description} run */
function shapeOf({ layer_sizes, bias, neuron_names, layer_names }) {
  return JSON.stringify([layer_sizes, bias, neuron_names, layer_names]);
}

/** @param {Element} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
