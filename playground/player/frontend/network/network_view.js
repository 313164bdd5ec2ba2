/** The network at the play-head: what every neuron answers for the selected row, and every weight as an edge. */

import { drawElements, placeElements } from "./network_drawing.js";
import { nextEdge, nextNode } from "./network_keys.mjs";
import { networkLayout } from "./network_layout.mjs";
import { edgeNumber, edgeWidth, inputNumber, largestWeight, nodeFill } from "./network_marks.mjs";
import { inputSentence, neuronSentence, parameterSentence } from "./network_sentences.mjs";
import { NeuronPictures } from "./neuron_pictures.js";
import { WeightsTable } from "./weights_table.js";

/** The strongest colour of a circle, in percent: its number must be readable on it. */
const FILL_STRENGTH = 60;
const SMALLEST_WITH_NUMBER = 10.5;

export class NetworkView {
  #root = document.createElement("div");
  #box = document.createElement("div");
  #svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  #said = document.createElement("p");
  #omitted = document.createElement("p");
  #actions;
  #pictures;
  #table;
  #observer;
  #size = { width: 520, height: 300 };
  #run = null;
  #layout = null;
  #elements = null;
  #shown = null;
  #moment = null;
  #selection = { row: 0, neuron: null, parameter: null };
  #litEdge = null;
  #pointedNode = null;

  /**
   * @param {HTMLElement} parent
   * @param {{selectNeuron: (neuron: {layer: number, index: number} | null) => void,
   *   point: (parameter: number | null) => void}} actions
   */
  constructor(parent, actions) {
    this.#actions = actions;
    this.#root.className = "network";
    this.#box.className = "network-box";
    this.#said.className = "network-said";
    this.#omitted.className = "network-omitted";
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    this.#svg.setAttribute("role", "group");
    this.#box.append(canvas, this.#svg);
    this.#root.append(this.#box, this.#said, this.#omitted);
    this.#pictures = new NeuronPictures(canvas);
    this.#table = new WeightsTable(this.#root);
    parent.append(this.#root);
    this.#listen();
    this.#observer = new ResizeObserver(([entry]) => this.#resize(entry.contentRect));
    this.#observer.observe(this.#box);
  }

  setRun(run) {
    this.#run = run;
    this.#moment = this.#litEdge = this.#pointedNode = null;
    this.#layout = networkLayout(run, this.#size.width, this.#size.height);
    this.#elements = drawElements(this.#svg, this.#layout, run);
    const shape = run.layer_sizes.join("-");
    this.#svg.setAttribute("aria-label", `Network of ${shape} neurons; its weights follow as a table`);
    this.#omitted.textContent = this.#layout.omitted ?? "";
    this.#omitted.hidden = this.#layout.omitted === null;
    this.#pictures.clear();
    this.#table.setRun(run);
    this.#elements.edges[0]?.group.setAttribute("tabindex", "0");
    this.#elements.nodes.find(({ group }) => group.hasAttribute("role"))?.group.setAttribute("tabindex", "0");
    this.#place();
    this.setSelection(this.#selection);
  }

  setColours(colours) {
    this.#pictures.setColours(colours);
  }

  setSelection(selection) {
    this.#selection = selection;
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
    this.#say();
  }

  /** Brings the text alternative up to date. To be called when the play-head rests. */
  describe(moment) {
    this.#table.describe(moment);
  }

  /** Gives the keyboard back to a neuron, after its curve was closed. */
  focusNeuron({ layer, index }) {
    const place = this.#layout.nodes.findIndex((node) => node.layer === layer && node.index === index && !node.isRest);
    this.#elements.nodes[place]?.group.focus();
  }

  remove() {
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
    if (this.#moment) this.draw(this.#moment);
  }

  #place() {
    const { width, height } = this.#size;
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    placeElements(this.#elements, this.#layout);
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

  /** The line under the drawing: what is pointed at, or whose values are shown. */
  #say() {
    const text = this.#saying();
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }

  #saying() {
    const { parameter, row } = this.#selection;
    if (this.#moment && this.#pointedNode !== null) return this.#sayingOfNode(this.#layout.nodes[this.#pointedNode]);
    if (this.#moment && parameter !== null && this.#run.parameters[parameter]) {
      return parameterSentence(this.#run.parameters[parameter], this.#moment.parameters[parameter]);
    }
    const number = this.#run.train.row_numbers[row];
    return number === undefined ? "" : `Row ${number} flows through it.`;
  }

  #sayingOfNode(node) {
    const { name, layer, index, isRest } = node;
    if (isRest) return this.#layout.omitted;
    const value = this.#valueOf(node, this.#moment);
    if (layer === 0) return inputSentence(name, value, this.#moment.trace.inputs[index]);
    const preActivation = this.#moment.trace.preActivations[layer - 1][index];
    return neuronSentence(name, this.#run.activations[layer - 1], preActivation, value);
  }

  #listen() {
    const svg = this.#svg;
    svg.addEventListener("pointerover", (event) => this.#pointAt(event.target));
    svg.addEventListener("pointerleave", () => this.#pointAt(null));
    svg.addEventListener("focusin", ({ target }) => {
      this.#pointAt(target);
      // A screen reader reads the name: it holds the number of this moment.
      if (placeOf(target, "edge") !== null) target.setAttribute("aria-label", this.#said.textContent);
    });
    svg.addEventListener("focusout", () => this.#pointAt(null));
    svg.addEventListener("click", (event) => this.#choose(event.target));
    svg.addEventListener("keydown", (event) => this.#press(event));
  }

  /** @param {Element | null} target */
  #pointAt(target) {
    const node = placeOf(target, "node");
    const edge = placeOf(target, "edge");
    if (node !== this.#pointedNode) {
      this.#pointedNode = node;
      this.#say();
    }
    const parameter = edge === null ? null : this.#layout.edges[edge].parameter;
    if (parameter !== this.#selection.parameter) this.#actions.point(parameter);
  }

  /** @param {Element} target */
  #choose(target) {
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
    if (node !== null && (event.key === "Enter" || event.key === " ")) this.#choose(event.target);
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
