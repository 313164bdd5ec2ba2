/** The line under the network: what is pointed at, or whose values are shown. */

import { frozenAt } from "./frozen_weights.mjs";
import { changingSentence, inputSentence, neuronSentence, parameterSentence } from "./network_sentences.mjs";
import { valueOf } from "./network_values.js";
/**
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { Edge, Node } from "./network_layout.mjs"
 */

export class NetworkLine {
  element = document.createElement("p");
  #store;
  #sentence = document.createElement("span");
  #hint = document.createElement("span");

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
    this.element.className = "network-said";
    this.#hint.className = "network-hint";
    this.element.append(this.#sentence, this.#hint);
  }

  /** @param {Node | null} node that is pointed at @param {string | null} omitted what is not drawn, in a sentence */
  write(node, omitted) {
    const { chosen: { parameter, row }, moment, run } = this.#store;
    const saying = () => {
      if (moment && node !== null) return node.isRest ? (omitted ?? "") : sayingOfNode(node, moment, row);
      if (moment && parameter !== null && moment.run.parameters[parameter]) return sayingOfWeight(parameter, moment);
      const number = run?.description?.train.row_numbers[row];
      return number === undefined ? "" : `Row ${number} flows through it.`;
    };
    write(this.#sentence, saying());
  }

  /** How the weight of an edge is changed, for whoever has not found out; nothing without an edge. @param {Edge | null} edge */
  hint(edge) {
    write(this.#hint, edge ? changingSentence(edge.labelFits) : "");
  }
}

/** @param {number} parameter @param {Moment} moment */
export function sayingOfWeight(parameter, { run, parameters, epoch }) {
  const isFrozen = frozenAt(run.changes, epoch).has(parameter);
  return parameterSentence(run.parameters[parameter], parameters[parameter], isFrozen);
}

/** @param {Node} node of a neuron or an input @param {Moment} moment @param {number} row the chosen one */
function sayingOfNode(node, moment, row) {
  const { name, layer, index } = node;
  const value = valueOf(node, moment, row);
  const trace = moment.traceOf(row);
  if (layer === 0) return inputSentence(name, value, trace.inputs[index]);
  return neuronSentence(name, moment.run.activations[layer - 1], trace.preActivations[layer - 1][index], value);
}

/** @param {Element} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
