/** A neuron's activation function with every row on it, and for the selected row the tangent, whose slope is the derivative. */

import { capital } from "../story/counted_words.mjs";
import { closeButton } from "../shared/close_button.js";
import { writeText } from "../shared/element.js";
import { svgElement } from "../shared/svg.js";
import * as curve from "./neuron_curve.mjs";
import { term } from "../glossary/term.js";
import { sayingOfInput } from "../network/network_strip.js";
import { NeuronSwitch } from "./neuron_switch.js";
import { NeuronDots } from "./neuron_dots.js";
import { isSameNeuron } from "../model/chosen.mjs";
import { subjectOf } from "../model/over_charts.mjs";
import { NO_CLASS, targetClass } from "../model/classes.mjs";
import { SoftmaxBars } from "./softmax_bars.js";
import { numberText, shortNumber, shownNumber } from "../shared/wording.mjs";
/**
 * @import { Actions, Description, Neuron, Theme, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 * @import { Moment } from "../model/moment.mjs"
 */

/** @typedef {{left: number, right: number, top: number, bottom: number}} Frame */

/** Around the plot, for type of the usual size. */
const MARGIN = { left: 36, right: 12, top: 9, bottom: 20 };
const NARROWEST_BAND_WITH_WORD = 36;
const SOFTMAX_SENTENCE =
  "Softmax has no curve of one variable: each output depends on the pre-activations of the whole layer. " +
  "These are the layer’s outputs; they sum to 1.";
const INPUT_OFF = "It counts as 0 for every row, as the network sees it: whatever stands in its column makes no difference.";
const NEURON_OFF = "Off: it passes on 0";
const SLOPE_WIDTH = 100;
/** In a plot lower than this the name of the upward axis would lie where the derivative is written. */
const ROOM_FOR_TITLE = 95;

/** @implements {View} */
export class NeuronCurveView {
  #store;
  #root = document.createElement("section");
  #heading = document.createElement("h3");
  #box = document.createElement("div");
  #svg = svgElement("svg");
  #sentence = document.createElement("p");
  #remark = document.createElement("p");
  #switch;
  #static;
  #drop;
  #tangent;
  #derivative;
  #dots;
  #bars;
  #observer;
  #size = { width: 448, height: 160, type: 1 };
  /** What the head and the axes are of. @type {{run: Description, neuron: Neuron | null} | null} */
  #begun = null;
  /** The colours of the dots. @type {Theme | null} */
  #painted = null;
  /** What the axes were drawn for. */
  #drawn = "";
  /** @type {ReturnType<typeof curve.curveScale>} */
  #scale = curve.curveScale({ left: 0, right: 0, top: 0, bottom: 0 }, 1, { low: 0, high: 1 });

  /** @param {HTMLElement} parent @param {Store} store @param {Pick<Actions, "clearCharts" | "switchNeuron" | "redraw">} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#root.className = "neuron-curve";
    const head = document.createElement("div");
    head.className = "neuron-curve-head";
    this.#switch = new NeuronSwitch(actions);
    head.append(this.#heading, this.#remark, this.#switch.button, closeButton("Close the curve", actions.clearCharts));
    this.#box.className = "neuron-curve-box";
    this.#sentence.className = "neuron-curve-sentence";
    this.#remark.className = "neuron-curve-remark";
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    this.#svg.setAttribute("role", "img");
    this.#static = svgElement("g", {}, this.#svg);
    this.#drop = svgElement("path", { class: "drop" }, this.#svg);
    this.#tangent = svgElement("line", { class: "tangent" }, this.#svg);
    this.#derivative = svgElement("text", { class: "derivative" }, this.#svg);
    this.#box.append(this.#svg, canvas);
    this.#root.append(head, this.#box);
    this.#bars = new SoftmaxBars(this.#root);
    this.#root.append(this.#sentence);
    this.#dots = new NeuronDots(canvas);
    parent.append(this.#root);
    this.#observer = new ResizeObserver(([entry]) => this.#resize(entry.contentRect, actions));
    this.#observer.observe(this.#box);
  }

  /** @param {Description} run */
  arrange(run) {
    const { chosen, theme } = this.#store;
    const neuron = subjectOf(chosen.panel, "curve");
    if (theme && theme !== this.#painted) this.#dots.setColours(theme.colours);
    this.#painted = theme;
    if (run === this.#begun?.run && isSameNeuron(neuron, this.#begun.neuron)) return;
    this.#begun = { run, neuron };
    this.#begin(run, neuron);
  }

  /** @param {Moment} moment */
  draw(moment) {
    const { panel, row } = this.#store.chosen;
    const neuron = subjectOf(panel, "curve");
    if (!neuron) return;
    const isOff = this.#switch.draw(moment, neuron);
    if (neuron.layer === 0) return this.#sayOfInput(moment, neuron, row, isOff);
    const { layer, index } = neuron;
    const activation = moment.run.activations[layer - 1];
    const trace = moment.traceOf(row);
    if (activation === "softmax") {
      this.#bars.draw(trace.activations[layer - 1]);
      return;
    }
    const places = moment.allTraces().map(({ preActivations }) => preActivations[layer - 1][index]);
    const z = trace.preActivations[layer - 1][index];
    const half = curve.halfRange([...places, z]);
    this.#drawFrame(activation, half);
    const tangent = curve.tangentAt(activation, z, half);
    this.#drawTangent(tangent);
    const heights = moment.allTraces().map(({ activations }) => activations[layer - 1][index]);
    this.#drawDots(moment.run, row, places, heights, tangent);
    this.#say(activation, tangent, moment.run.train.row_numbers[row], isOff);
  }

  remove() {
    this.#observer.disconnect();
    this.#root.remove();
  }

  /** @param {{width: number, height: number}} box @param {Pick<Actions, "redraw">} actions */
  #resize({ width, height }, actions) {
    if (width < 1 || height < 1) return;
    this.#size = { width, height, type: Number(getComputedStyle(this.#root).getPropertyValue("--type")) || 1 };
    this.#drawn = "";
    actions.redraw();
  }

  /** Another neuron, or none. @param {Description} run @param {Neuron | null} neuron */
  #begin(run, neuron) {
    const name = neuron && run.neuron_names[neuron.layer]?.[neuron.index];
    if (!name) return;
    this.#drawn = "";
    if (neuron.layer === 0) return this.#beginInput(name);
    const activation = run.activations[neuron.layer - 1];
    const isSoftmax = activation === "softmax";
    this.#heading.replaceChildren(term("neuron", "Neuron"), ` ${name} · `, term("activation", activation.replace("_", " ")));
    this.#box.hidden = isSoftmax;
    this.#bars.show(isSoftmax);
    this.#sentence.textContent = isSoftmax ? SOFTMAX_SENTENCE : "";
    this.#remark.textContent = "";
    this.#remark.hidden = isSoftmax;
    if (isSoftmax) this.#bars.setNames(run.neuron_names[neuron.layer], neuron.index);
    this.#svg.setAttribute("aria-label", `Curve of ${activation} with the rows of neuron ${name} on it`);
  }

  /** An input has no curve. @param {string} name */
  #beginInput(name) {
    this.#heading.textContent = `${name} · input`;
    this.#box.hidden = this.#remark.hidden = true;
    this.#bars.show(false);
  }

  /** @param {Moment} moment @param {Neuron} input @param {number} row @param {boolean} isOff */
  #sayOfInput(moment, input, row, isOff) {
    writeText(this.#sentence, isOff ? INPUT_OFF : sayingOfInput(input, moment, row, `Row ${moment.run.train.row_numbers[row]}`));
  }

  /**
   * Axes, flat bands and the curve: the same until the range or the box changes.
   * @param {string} activation @param {number} half
   */
  #drawFrame(activation, half) {
    const { width, height } = this.#size;
    const key = [activation, half, width, height].join();
    if (key === this.#drawn) return;
    this.#drawn = key;
    const frame = this.#frame;
    const range = curve.activationRange(activation, half);
    this.#scale = curve.curveScale(frame, half, range);
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#dots.resize(width, height);
    this.#static.replaceChildren();
    this.#drawBands(curve.saturatedSpans(activation, half), frame);
    this.#drawAxes(half, range, frame);
    const path = curve.pathThrough(curve.curvePoints(activation, half), this.#scale);
    svgElement("path", { class: "curve", d: path }, this.#static);
  }

  /** Where the plot lies in the box. @returns {Frame} */
  get #frame() {
    const { width, height, type } = this.#size;
    const { left, right, top, bottom } = MARGIN;
    return { left: left * type, right: width - right * type, top: top * type, bottom: height - bottom * type };
  }

  /** @param {ReturnType<typeof curve.saturatedSpans>} spans @param {Frame} frame */
  #drawBands(spans, { top, bottom }) {
    for (const { from, to } of spans) {
      const [left, right] = [this.#scale.x(from), this.#scale.x(to)];
      const band = { x: left, y: top, width: right - left, height: bottom - top };
      svgElement("rect", { class: "band", ...band }, this.#static);
      if (right - left < NARROWEST_BAND_WITH_WORD) continue;
      const place = { x: (left + right) / 2, y: top + 0.38 * (bottom - top) };
      svgElement("text", { class: "flat", ...place }, this.#static).textContent = "flat";
    }
  }

  /** @param {number} half @param {{low: number, high: number}} range @param {Frame} frame */
  #drawAxes(half, { low, high }, { left, right, top, bottom }) {
    const { type } = this.#size;
    const label = (/** @type {string} */ text, /** @type {Record<string, string | number>} */ attributes) => {
      svgElement("text", attributes, this.#static).textContent = text;
    };
    for (const z of [-half, -half / 2, 0, half / 2, half]) {
      const x = this.#scale.x(z);
      svgElement("line", { class: "grid", x1: x, y1: top, x2: x, y2: bottom }, this.#static);
      label(numberText(z), { class: "tick", x, y: bottom + 15 * type, "text-anchor": z === half ? "end" : "middle" });
    }
    for (const a of [low, (low + high) / 2, high]) {
      const y = this.#scale.y(a);
      svgElement("line", { class: "grid", x1: left, y1: y, x2: right, y2: y }, this.#static);
      label(numberText(a), { class: "tick", x: left - 6, y: y + 4 * type, "text-anchor": "end" });
    }
    // Within the plot, where most curves leave room: a line of titles would take a fifth of its height.
    label("pre-activation z →", { class: "title", x: right - 4, y: bottom - 6 * type, "text-anchor": "end" });
    if (bottom - top > ROOM_FOR_TITLE * type) label("↑ output a", { class: "title", x: left + 5, y: top + 13 * type });
  }

  /** @param {ReturnType<typeof curve.tangentAt>} tangent */
  #drawTangent({ z, a, derivative, from, to }) {
    const { x, y } = this.#scale;
    const finite = Number.isFinite(z) && Number.isFinite(a) && Number.isFinite(derivative);
    for (const element of [this.#tangent, this.#drop, this.#derivative]) element.classList.toggle("absent", !finite);
    if (!finite) return;
    const ends = { x1: x(from.z), y1: y(from.a), x2: x(to.z), y2: y(to.a) };
    for (const [name, place] of Object.entries(ends)) this.#tangent.setAttribute(name, place.toFixed(1));
    const { left, top, bottom: foot } = this.#frame;
    this.#drop.setAttribute("d", `M${x(z).toFixed(1)} ${foot}V${y(a).toFixed(1)}H${left}`);
    // A rising curve leaves room at its lower right and at its upper left, but not beyond its own ends.
    const [below, above] = [y(a) + 24, y(a) - 14];
    const goesBelow = z <= 0 ? below < foot - 4 : above <= top + 10;
    const isRight = z <= 0 && (goesBelow || x(z) - SLOPE_WIDTH < left);
    this.#derivative.setAttribute("x", (x(z) + (isRight ? 14 : -14)).toFixed(1));
    this.#derivative.setAttribute("y", (goesBelow ? below : above).toFixed(1));
    this.#derivative.setAttribute("text-anchor", isRight ? "start" : "end");
    this.#derivative.textContent = `derivative ${shortNumber(derivative, 3)}`;
  }

  /**
   * @param {Description} run @param {number} row the chosen one @param {number[]} places of all rows
   * @param {number[]} heights @param {{z: number, a: number}} chosen
   */
  #drawDots(run, row, places, heights, { z, a }) {
    const { x, y } = this.#scale;
    const dots = places.map((place, at) => ({ x: x(place), y: y(heights[at]), isOne: isOfClassOne(run, at) }));
    this.#dots.draw(dots, Number.isFinite(z) ? { x: x(z), y: y(a), isOne: isOfClassOne(run, row) } : null);
  }

  /** @param {string} activation @param {{z: number, a: number, derivative: number}} tangent @param {number | undefined} number of the row @param {boolean} isOff */
  #say(activation, { z, a, derivative }, number, isOff) {
    const remark = isOff ? NEURON_OFF : curve.derivativeRemark(activation, derivative);
    const row = number === undefined ? "" : `Row ${number}: `;
    writeText(this.#sentence, `${row}z = ${shownNumber(z)}, a = ${shownNumber(a)}, derivative ${shownNumber(derivative)}`);
    writeText(this.#remark, capital(remark));
  }
}

/** @param {Description} run @param {number} row @returns {boolean | null} null where there are not two classes */
function isOfClassOne({ train, classes }, row) {
  const target = train.targets[row];
  const own = classes?.kind === "two" && target ? targetClass(classes, target) : NO_CLASS;
  return own === NO_CLASS ? null : own === 1;
}
