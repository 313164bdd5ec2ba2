/** The grey line under the network: what is pointed at, or what the row on the screen comes to in a neuron. */

import { arithmeticOf } from "./arithmetic.mjs";
import { frozenAt } from "./frozen_weights.mjs";
import { edgeSentence, inputSentence, neuronTitle, parameterSentence, rowSentence } from "./network_sentences.mjs";
import { isParameterOff } from "./switched_off.mjs";
import { notInput, shownLarge } from "./network_focus.mjs";
import { subjectOf } from "../model/over_charts.mjs";
import { valueOf } from "./network_values.js";
import { inOneLine } from "../shared/wording.mjs";
import { openOnScreen } from "../worked/open_numbers.mjs";
/**
 * @import { Neuron } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { Edge } from "./network_layout.mjs"
 */

/** Pixels: of a character of the line, rather too many than too few, and what stands left and right of them all. */
const CHARACTER = 6.6;
const AROUND = 36;
/** How much larger the type is where one neuron is looked into, and what the end of a first line may leave free, in characters. */
const LARGE = 16 / 14;
const FREE_AT_END = 8;

export class NetworkStrip {
  element = document.createElement("p");
  #store;
  #head = text("strong");
  #body = text("span");
  #result = text("strong");
  #hint = text("span");
  /** Characters that fit in a line of the usual type, and how many lines there are. */
  #room = 70;
  #lines = 1;

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
    this.element.className = "network-strip";
    this.#hint.element.className = "network-hint";
    this.element.append(this.#head.element, this.#body.element, this.#result.element, this.#hint.element);
  }

  /** @param {number} width in pixels @param {number} type how much larger than usual all type is */
  setWidth(width, type) {
    this.#room = (width - AROUND) / (CHARACTER * type);
    this.#lines = Number(getComputedStyle(this.element).getPropertyValue("--strip-lines")) || 1;
  }

  /** @param {string | null} omitted what is not drawn, in a sentence, while that is pointed at */
  write(omitted) {
    const { chosen, moment } = this.#store;
    const { parameter, pointed, row, panel } = chosen;
    const isLarge = notInput(subjectOf(panel, "curve")) !== null;
    this.element.classList.toggle("is-large", isLarge);
    if (omitted !== null) return this.#say("", omitted);
    if (!moment) return this.#say("", "");
    if (parameter !== null && moment.run.parameters[parameter]) return this.#say("", sayingOfWeight(parameter, moment));
    if (pointed?.layer === 0) return this.#say(this.#rowName(moment, 0), sayingOfInput(pointed, moment, row));
    return this.#writeArithmetic(moment, row, shownLarge(chosen), this.#roomAt(isLarge ? LARGE : 1));
  }

  /**
   * What can be done with the weight of an edge; nothing without an edge.
   * @param {Edge | null} edge @param {boolean} chooses whether a click chooses it for the loss over two weights
   */
  hint(edge, chooses) {
    this.#hint.write(edge ? edgeSentence(edge.port !== null, chooses) : "");
  }

  /** Characters that fit. @param {number} larger how much larger than usual they are here */
  #roomAt(larger) {
    return Math.floor(this.#room / larger) * this.#lines - FREE_AT_END * (this.#lines - 1);
  }

  /** @param {Moment} moment @param {number} row @param {Neuron | null} shown else the first output @param {number} room */
  #writeArithmetic(moment, row, shown, room) {
    const { run, parameters } = moment;
    const last = run.layer_sizes.length - 1;
    const neuron = shown ?? { layer: last, index: 0 };
    // Of the only output it need not be said whose number it is.
    const isNamed = neuron.layer < last || run.layer_sizes[last] > 1;
    const name = isNamed ? neuronTitle(run.neuron_names[neuron.layer][neuron.index], neuron.layer === last) : "";
    const head = `${this.#rowName(moment, neuron.layer)}${name && `, ${name}:`}`;
    const { sum, result } = arithmeticOf(run, parameters, moment.traceOf(row), neuron, room - head.length - 2, openOnScreen(this.#store));
    // A line ends between two products.
    this.#say(head, sum.replaceAll(" × ", inOneLine(" × ")), result);
  }

  /** @param {Moment} moment @param {number} layer of the neuron that is told of */
  #rowName({ run: { train } }, layer) {
    const row = this.#store.chosen.row in train.inputs ? this.#store.chosen.row : 0;
    return rowSentence(train.row_numbers[row], train.inputs[row], train.scaled[row], layer);
  }

  /** @param {string} head @param {string} body */
  #say(head, body, result = "") {
    this.#head.write(head);
    this.#body.write(body);
    this.#result.write(result);
  }
}

/** @param {number} parameter @param {Moment} moment */
export function sayingOfWeight(parameter, moment) {
  const { run, parameters, epoch } = moment;
  const held = isParameterOff(parameter, moment) ? "switched off" : frozenAt(run.changes, epoch).has(parameter) ? "frozen" : "";
  return parameterSentence(run.parameters[parameter], parameters[parameter], held);
}

/** @param {Neuron} input @param {Moment} moment @param {number} row the chosen one @param {string} name what the number is called */
export function sayingOfInput(input, moment, row, name = moment.run.neuron_names[0][input.index]) {
  return inputSentence(name, valueOf(input, moment, row), moment.traceOf(row).inputs[input.index]);
}

/** An element with one text node that stays. @param {"span" | "strong"} tag */
function text(tag) {
  const element = document.createElement(tag);
  const node = element.appendChild(document.createTextNode(""));
  let shown = "";
  const write = (/** @type {string} */ written) => {
    if (written !== shown) node.data = shown = written;
  };
  return { element, write };
}
