/** The network at the play-head: what every neuron answers for the selected row, and every weight as an edge. */

import { FrozenMarks } from "./frozen_marks.js";
import { frozenAt } from "./frozen_weights.mjs";
import { drawElements, placeElements } from "./network_drawing.js";
import { networkLayout } from "./network_layout.mjs";
import { edgeNumber, edgeWidth, inputNumber, largestWeight, nodeFill } from "./network_marks.mjs";
import { NetworkPointing } from "./network_pointing.js";
import { changingSentence, inputSentence, neuronSentence, parameterSentence } from "./network_sentences.mjs";
import { NeuronPictures } from "./neuron_pictures.js";
import { addNewWeights } from "./new_weights.js";
import { WeightHandling } from "./weight_handling.js";
import { WeightsTable } from "./weights_table.js";

/** The strongest colour of a circle, in percent: its number must be readable on it. */
const FILL_STRENGTH = 60;
const SMALLEST_WITH_NUMBER = 10.5;

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
  #run = null;
  #layout = null;
  #elements = null;
  #shown = null;
  #moment = null;
  #frozen = new Set();
  #selection = { row: 0, neuron: null, parameter: null };
  #litEdge = null;

  /**
   * @param {{body: HTMLElement, aside: HTMLElement}} panel
   * @param {Record<string, Function>} actions
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

  setRun(run) {
    const isAnother = !this.#run || shapeOf(run) !== shapeOf(this.#run);
    this.#run = run;
    this.#handling.setRun(run, isAnother);
    // What looks the same stays: a weight under somebody's hand, or what the keyboard is at.
    if (isAnother) this.#drawAnew(run);
    this.#table.setRun(run);
    this.setSelection(this.#selection);
  }

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

  setColours(colours) {
    this.#pictures.setColours(colours);
  }

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

  draw(moment) {
    this.#moment = moment;
    const { edges, nodes } = this.#layout;
    const largest = largestWeight(moment.parameters);
    for (let i = 0; i < edges.length; i++) this.#drawEdge(i, moment.parameters[edges[i].parameter], largest);
    for (let i = 0; i < nodes.length; i++) if (!nodes[i].isRest) this.#drawNode(i, moment);
    this.#pictures.draw(moment.pictures, this.#run.activations);
    this.#frozen = frozenAt(this.#run.changes, moment.epoch);
    this.#frozenMarks.draw(this.#frozen, this.#layout);
    this.#handling.show(moment, this.#frozen);
    this.#say();
  }

  /** Brings the text alternative up to date. To be called when the play-head rests. */
  describe(moment) {
    this.#table.describe(moment);
    this.#layout.edges.forEach((_, i) => this.#nameEdge(i, moment));
  }

  /** Gives the keyboard back to a neuron, after its curve was closed. */
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
    const { edges, nodes } = this.#layout;
    this.#shown = {
      edges: edges.map(() => ({ width: -1, negative: null, number: "" })),
      nodes: nodes.map(() => ({ value: "", fill: "", label: "" })),
    };
  }

  #drawEdge(i, weight, largest) {
    const shown = this.#shown.edges[i];
    const { group, line, number } = this.#elements.edges[i];
    const width = edgeWidth(weight, largest, this.#layout.widestEdge);
    if (width !== shown.width) line.setAttribute("stroke-width", String((shown.width = width)));
    const negative = weight < 0;
    if (negative !== shown.negative) group.classList.toggle("negative", (shown.negative = negative));
    if (!this.#layout.edges[i].labelFits && i !== this.#litEdge) return;
    const text = edgeNumber(weight);
    if (text !== shown.number) number.firstChild.data = shown.number = text;
  }

  #drawNode(i, moment) {
    const node = this.#layout.nodes[i];
    const shown = this.#shown.nodes[i];
    const { group, circle, value } = this.#elements.nodes[i];
    const activation = this.#valueOf(node, moment);
    const isOutput = node.layer === this.#layout.layers.length - 1;
    const decimals = isOutput && node.radius > 22 ? 3 : 2;
    const text = node.layer === 0 ? inputNumber(activation) : edgeNumber(activation, decimals);
    if (text !== shown.value) {
      shown.value = text;
      value.firstChild.data = node.radius < SMALLEST_WITH_NUMBER ? "" : text;
      if (node.layer > 0) group.setAttribute("aria-label", `${node.name}, output ${text}; show its curve`);
    }
    if (node.layer === 0) return;
    const fill = moment.pictures ? "transparent" : this.#fillOf(node, activation, moment);
    if (fill !== shown.fill) circle.style.fill = shown.fill = fill;
  }

  /** What a neuron answers for the selected row; of an input its raw value. */
  #valueOf({ layer, index }, moment) {
    if (layer > 0) return moment.trace.activations[layer - 1][index];
    const { train, input_scaling: scaling } = this.#run;
    const raw = train.inputs[this.#selection.row]?.[index];
    return raw ?? moment.trace.inputs[index] * scaling.scale[index] + scaling.offset[index];
  }

  #fillOf({ layer }, activation, moment) {
    let largest = 0;
    for (const other of moment.trace.activations[layer - 1]) largest = Math.max(largest, Math.abs(other));
    const share = nodeFill(activation, this.#run.activations[layer - 1], largest);
    const percent = Math.round(Math.abs(share) * FILL_STRENGTH);
    return `color-mix(in srgb, var(--${share < 0 ? "negative" : "positive"}) ${percent}%, var(--surface))`;
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

  #setLit(i, lit) {
    this.#elements.edges[i].group.classList.toggle("lit", lit);
    this.#elements.edges[i].number.classList.toggle("lit", lit);
  }

  #focusEdge(parameter) {
    const i = this.#layout.edges.findIndex((edge) => edge.parameter === parameter);
    for (const { group } of this.#elements.edges) group.setAttribute("tabindex", "-1");
    this.#elements.edges[i]?.group.setAttribute("tabindex", "0");
    this.#elements.edges[i]?.group.focus();
  }

  /** A screen reader reads the name of an edge: it holds the number of this moment. */
  #nameEdge(i, moment = this.#moment) {
    const { group } = this.#elements.edges[i];
    const name = moment && this.#sayingOfWeight(this.#layout.edges[i].parameter, moment);
    if (name && group.getAttribute("aria-label") !== name) group.setAttribute("aria-label", name);
  }

  /** The line under the drawing: what is pointed at, or whose values are shown. */
  #say() {
    write(this.#sentence, this.#saying());
    const edge = this.#layout.edges[this.#litEdge];
    const isNews = edge && this.#pointing.pointedNode === null && !this.#handling.isKnown;
    write(this.#hint, isNews ? changingSentence(edge.labelFits) : "");
  }

  #saying() {
    const { parameter, row } = this.#selection;
    const { pointedNode } = this.#pointing;
    if (this.#moment && pointedNode !== null) return this.#sayingOfNode(this.#layout.nodes[pointedNode]);
    if (this.#moment && parameter !== null && this.#run.parameters[parameter]) {
      return this.#sayingOfWeight(parameter, this.#moment);
    }
    const number = this.#run.train.row_numbers[row];
    return number === undefined ? "" : `Row ${number} flows through it.`;
  }

  #sayingOfWeight(parameter, { parameters, epoch }) {
    const isFrozen = frozenAt(this.#run.changes, epoch).has(parameter);
    return parameterSentence(this.#run.parameters[parameter], parameters[parameter], isFrozen);
  }

  #sayingOfNode(node) {
    const { name, layer, index, isRest } = node;
    if (isRest) return this.#layout.omitted;
    const value = this.#valueOf(node, this.#moment);
    if (layer === 0) return inputSentence(name, value, this.#moment.trace.inputs[index]);
    const preActivation = this.#moment.trace.preActivations[layer - 1][index];
    return neuronSentence(name, this.#run.activations[layer - 1], preActivation, value);
  }
}

/** Runs of one shape are drawn with the same elements. */
function shapeOf({ layer_sizes, bias, neuron_names, layer_names }) {
  return JSON.stringify([layer_sizes, bias, neuron_names, layer_names]);
}

/** @param {Element} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
