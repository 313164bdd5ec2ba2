/** The network at the play-head: what every neuron answers for the selected row, and every weight as an edge. */

import { edgeToTry } from "./edge_to_try.mjs";
import { FrozenMarks } from "./frozen_marks.js";
import { frozenAt } from "./frozen_weights.mjs";
import { drawElements, placeElements } from "./network_drawing.js";
import { setAttributes, svgElement } from "../shared/svg.js";
import { networkLayout, wantedHeight } from "./network_layout.mjs";
import { NetworkPointing } from "./network_pointing.js";
import { neuronPictures } from "../decision/decision_grid.mjs";
import { PICTURE_SIZE } from "../decision/pictured_neuron.mjs";
import { isSameNeuron } from "../model/chosen.mjs";
import { subjectOf } from "../model/over_charts.mjs";
import { focusOf, notInput } from "./network_focus.mjs";
import { NetworkLights } from "./network_lights.js";
import { NetworkStrip, sayingOfWeight } from "./network_strip.js";
import { NetworkValues } from "./network_values.js";
import { NeuronPictures } from "./neuron_pictures.js";
import { addNetworkActions } from "./network_actions.js";
import { switchedOffAt } from "./switched_off.mjs";
import { SwitchedOffMarks } from "./switched_off_marks.js";
import { WeightHandling } from "./weight_handling.js";
import { POINT_FOR_NUMBERS } from "./network_sentences.mjs";
import { WeightsTable } from "./weights_table.js";
import { withNewest } from "../surface/two_weights.mjs";
import { openOnScreen } from "../worked/open_numbers.mjs";
/**
 * @import { Actions, Chosen, Description, Neuron, Theme, View } from "../shared/types"
 * @import { Picture, Plane } from "../decision/decision_grid.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { Moment } from "../model/moment.mjs"
 * @import { NetworkLayout } from "./network_layout.mjs"
 */

/** @implements {View} */
export class NetworkView {
  #store;
  #decision;
  #root = document.createElement("div");
  #box = document.createElement("div");
  #svg = svgElement("svg");
  #strip;
  #omitted = document.createElement("p");
  #pictures;
  #table;
  #observer;
  #pointing;
  #handling;
  #frozenMarks = new FrozenMarks(this.#svg);
  #offMarks = new SwitchedOffMarks();
  #lights = new NetworkLights(this.#svg);
  #size = { width: 520, height: 300, type: 1 };
  /** Whose network is drawn. @type {Description | null} */
  #run = null;
  /** The size it is laid out for. @type {{width: number, height: number, type: number} | null} */
  #laid = null;
  /** Whose numbers are shown where not all have room. @type {Neuron | null} */
  #focus = null;
  /** What is marked as chosen. @type {Chosen | null} */
  #marked = null;
  /** The colours its pictures are painted with. @type {Theme | null} */
  #painted = null;
  /** Each neuron's picture over a plane at a moment. @type {{moment: Moment, plane: Plane, pictures: Picture[][] | null} | null} */
  #pictured = null;
  /** What the text alternative tells. @type {Moment | null} */
  #described = null;
  /** @type {NetworkLayout} */
  #layout;
  /** @type {ReturnType<typeof drawElements>} */
  #elements;
  #values = new NetworkValues();

  /**
   * @param {{body: HTMLElement, aside: HTMLElement}} panel
   * @param {Store} store
   * @param {Actions} actions
   * @param {{plane: Plane}} decision what the decision picture spans: each neuron has a small picture over the same
   */
  constructor({ body, aside }, store, actions, decision) {
    this.#store = store;
    this.#decision = decision;
    this.#root.className = "network";
    this.#box.className = "network-box";
    this.#omitted.className = "network-omitted";
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    this.#svg.setAttribute("role", "group");
    this.#box.append(canvas, this.#svg);
    this.#strip = new NetworkStrip(store);
    this.#root.append(this.#box, this.#strip.element, this.#omitted);
    this.#pictures = new NeuronPictures(canvas);
    this.#table = new WeightsTable(this.#root);
    addNetworkActions(aside, actions);
    body.append(this.#root);
    this.#handling = new WeightHandling(this.#root, this.#svg, store, actions, (parameter) => this.#focusEdge(parameter));
    this.#pointing = new NetworkPointing(this.#svg, store, actions, {
      isHeld: () => this.#handling.isHeld,
      say: () => this.#say(),
      leave: () => actions.redraw(),
      nameEdge: (i) => this.#nameEdge(i),
      chooseEdge: (i) => this.#chooseEdge(i, actions),
      press: (event, i) => this.#handling.press(event, this.#layout.edges[i].parameter),
    });
    this.#observer = new ResizeObserver(([entry]) => this.#resize(entry.contentRect, actions));
    this.#observer.observe(this.#box);
  }

  /** @param {Description} run */
  arrange(run) {
    const { chosen, theme } = this.#store;
    const before = this.#run;
    this.#run = run;
    const isAnother = before === null || (before !== run && shapeOf(before) !== shapeOf(run));
    // What looks the same stays: a weight under somebody's hand, or what the keyboard is at.
    if (isAnother) this.#drawAnew(run);
    else if (this.#laid !== this.#size || this.#isFocusElsewhere()) this.#lay(run);
    if (before !== run) this.#table.setRun(run);
    if (theme && theme !== this.#painted) this.#pictures.setColours(theme.colours);
    this.#painted = theme;
    if (isAnother || chosen !== this.#marked) this.#mark(chosen);
    if (isAnother && !this.#store.moment) this.#say();
    this.#elements.numbers.hintAt(edgeToTry(this.#layout.edges, run.train.inputs[chosen.row] ?? []));
  }

  /** @param {Moment} moment */
  draw(moment) {
    const { chosen, timeline, showsScaled } = this.#store;
    const pictures = this.#picturesAt(moment, this.#decision.plane);
    const off = switchedOffAt(moment.run.changes, moment.epoch);
    this.#values.draw(moment, chosen.row, pictures !== null, showsScaled, off, openOnScreen(this.#store));
    this.#offMarks.draw(off, this.#layout, this.#elements);
    this.#pictures.draw(pictures, moment.run.activations);
    const frozen = frozenAt(moment.run.changes, moment.epoch);
    this.#frozenMarks.draw(frozen, this.#layout);
    this.#handling.show(moment);
    this.#say();
    if (!timeline.moving && moment !== this.#described) this.#describe(moment);
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

  /** @param {Description} run */
  #drawAnew(run) {
    this.#handling.stop();
    this.#laid = null;
    this.#focus = notInput(subjectOf(this.#store.chosen.panel, "curve"));
    this.#layout = this.#layoutOf(run);
    this.#elements = drawElements(this.#svg, this.#layout, run);
    this.#frozenMarks.clear();
    const shape = run.layer_sizes.join("-");
    this.#svg.setAttribute("aria-label", `Network of ${shape} neurons; its weights follow as a table`);
    this.#pictures.clear();
    this.#want(run);
    this.#elements.edges[0]?.group.setAttribute("tabindex", "0");
    this.#elements.nodes.find(({ group }) => group.hasAttribute("role"))?.group.setAttribute("tabindex", "0");
    this.#place();
  }

  /** For the style sheet of a narrow page, on which the network has a row of its own. @param {Description} run */
  #want(run) {
    const player = /** @type {HTMLElement | null} */ (this.#root.closest(".player"));
    player?.style.setProperty("--network-wants", `${wantedHeight(run, this.#size)}px`);
  }

  /** The box has another size, or another neuron is in focus. @param {Description} run */
  #lay(run) {
    if (this.#laid?.width !== this.#size.width) this.#want(run);
    this.#focus = this.#wantedFocus();
    this.#layout = this.#layoutOf(run);
    this.#place();
    this.#handling.place(this.#layout);
  }

  /** @param {Description} run */
  #layoutOf(run) {
    return networkLayout(run, this.#size, this.#focus, (parameter) => this.#store.moment?.parameters[parameter] ?? 0);
  }

  #wantedFocus() {
    const wanted = focusOf(this.#store.chosen, this.#layout.edges);
    // On the way from one of its numbers to the next the pointer is at nothing.
    return wanted === null && this.#pointing.isInside ? this.#focus : wanted;
  }

  #isFocusElsewhere() {
    return this.#layout.isDense && !isSameNeuron(this.#wantedFocus(), this.#focus);
  }

  /** @param {Chosen} chosen */
  #mark(chosen) {
    this.#marked = chosen;
    this.#lights.mark(chosen);
  }

  /** @param {Moment} moment @param {Plane} plane */
  #picturesAt(moment, plane) {
    if (this.#pictured?.moment !== moment || this.#pictured.plane !== plane) {
      const pictures = neuronPictures(moment.run, moment.parameters, plane, PICTURE_SIZE);
      this.#pictured = { moment, plane, pictures };
    }
    return this.#pictured.pictures;
  }

  /** Brings the text alternative up to date, when the play-head rests. @param {Moment} moment */
  #describe(moment) {
    this.#described = moment;
    this.#table.describe(moment);
    this.#layout.edges.forEach((_, i) => this.#nameEdge(i));
  }

  /** @param {{width: number, height: number}} box @param {Pick<Actions, "redraw">} actions */
  #resize({ width, height }, actions) {
    if (width < 1 || height < 1) return;
    const type = Number(getComputedStyle(this.#root).getPropertyValue("--type")) || 1;
    this.#size = { width, height, type };
    this.#strip.setWidth(width, type);
    actions.redraw();
  }

  #place() {
    this.#laid = this.#size;
    const { width, height } = this.#size;
    setAttributes(this.#svg, { viewBox: `0 0 ${width} ${height}` });
    placeElements(this.#elements, this.#layout);
    const { omitted, isDense, isFlat } = this.#layout;
    // Below a flat drawing the place of its numbers says so itself.
    const beneath = omitted ?? (isDense && !isFlat ? POINT_FOR_NUMBERS : "");
    if (beneath !== this.#omitted.textContent) this.#omitted.textContent = beneath;
    this.#omitted.hidden = beneath === "";
    this.#pointing.setNetwork(this.#layout, this.#elements);
    this.#lights.setNetwork(this.#layout, this.#elements, this.#focus);
    const neurons = this.#layout.nodes.filter((node) => node.layer > 0 && !node.isRest);
    this.#pictures.place(neurons, width, height);
    this.#values.setNetwork(this.#layout, this.#elements);
  }

  /** What an edge opens; while the loss over two weights is shown, it becomes one of the two. @param {number} i @param {Actions} actions */
  #chooseEdge(i, actions) {
    const { parameter } = this.#layout.edges[i];
    const two = subjectOf(this.#store.chosen.panel, "surface");
    if (two !== null) return actions.layOverCharts({ name: "surface", of: withNewest(two, parameter) });
    this.#handling.edit(this.#layout.edges[i]);
    actions.layOverCharts({ name: "worked", of: parameter });
  }

  /** @param {number} parameter */
  #focusEdge(parameter) {
    const i = this.#layout.edges.findIndex((edge) => edge.parameter === parameter);
    for (const { group } of this.#elements.edges) group.setAttribute("tabindex", "-1");
    this.#elements.edges[i]?.group.setAttribute("tabindex", "0");
    this.#elements.edges[i]?.group.focus();
  }

  #say() {
    const { pointedNode } = this.#pointing;
    const { litEdge } = this.#lights;
    const isRest = pointedNode !== null && this.#layout.nodes[pointedNode].isRest;
    this.#strip.write(isRest ? this.#layout.omitted : null);
    const edge = litEdge === null ? null : this.#layout.edges[litEdge];
    const chooses = this.#store.chosen.panel?.name === "surface";
    this.#strip.hint(pointedNode === null && (chooses || !this.#handling.isKnown) ? edge : null, chooses);
  }

  /** A screen reader reads the name of an edge: it holds the number of this moment. @param {number} i */
  #nameEdge(i) {
    const { moment } = this.#store;
    if (!moment) return;
    const { group } = this.#elements.edges[i];
    const name = sayingOfWeight(this.#layout.edges[i].parameter, moment);
    if (group.getAttribute("aria-label") !== name) group.setAttribute("aria-label", name);
  }
}

/** Runs of one shape are drawn with the same elements. @param {Description} run */
function shapeOf({ layer_sizes, bias, neuron_names, layer_names }) {
  return JSON.stringify([layer_sizes, bias, neuron_names, layer_names]);
}
