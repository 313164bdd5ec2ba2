/** The numbers, widths and colours of the drawing at one epoch; only what is new is written into it. */

import { inputNumber, roundNumber, shortNumber } from "../shared/wording.mjs";
import { isOff } from "./switched_off.mjs";
import { isOpen, NOTHING_OPEN, OPEN } from "../worked/open_numbers.mjs";
import { denseMarks, edgeWidth, largestWeight, nodeFill, shownSign } from "./network_marks.mjs";
import { valueWithin } from "./value_room.mjs";
/**
 * @import { Neuron } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { drawElements } from "./network_drawing.js"
 * @import { NetworkLayout } from "./network_layout.mjs"
 * @import { OpenNumbers } from "../worked/open_numbers.mjs"
 */

/** The strongest colour of a circle, in percent: its number must be readable on it. */
const FILL_STRENGTH = 60;
const SMALLEST_WITH_NUMBER = 10.5;
/** From this radius on a circle has room for three decimals. */
const ROOM_FOR_THREE = 30;

/**
 * What a neuron answers for a row; of an input its raw value, or the scaled one.
 * @param {Neuron} neuron @param {Moment} moment @param {number} row @param {boolean} isScaled
 */
export function valueOf({ layer, index }, moment, row, isScaled = false) {
  if (layer === 0 && isScaled) return moment.traceOf(row).inputs[index];
  if (layer > 0) return moment.traceOf(row).activations[layer - 1][index];
  const { train, input_scaling: scaling } = moment.run;
  const raw = train.inputs[row]?.[index];
  return raw ?? moment.traceOf(row).inputs[index] * scaling.scale[index] + scaling.offset[index];
}

export class NetworkValues {
  /** @type {NetworkLayout} */
  #layout;
  /** @type {ReturnType<typeof drawElements>} */
  #elements;
  /** @type {{width: number, opacity: number, sign: string, number: string}[]} */
  #edges = [];
  /** @type {{value: string, fill: string}[]} */
  #nodes = [];
  #isScaled = false;
  /** @type {Neuron[]} */
  #off = [];
  #open = NOTHING_OPEN;

  /**
   * The drawing is another one, or stands elsewhere: the numbers are written again, and in another drawing the lines.
   * @param {NetworkLayout} layout @param {ReturnType<typeof drawElements>} elements
   */
  setNetwork(layout, elements) {
    const isAnother = elements !== this.#elements;
    this.#layout = layout;
    this.#elements = elements;
    if (isAnother) this.#edges = layout.edges.map(() => ({ width: -1, opacity: -1, sign: "", number: "" }));
    for (const shown of this.#edges) shown.number = "";
    this.#nodes = layout.nodes.map(() => ({ value: "", fill: "" }));
  }

  /**
   * @param {Moment} moment @param {number} row the chosen one
   * @param {boolean} arePictured whether each neuron's circle holds a picture
   * @param {boolean} isScaled whether inputs are shown as the network sees them
   * @param {Neuron[]} off what is switched off
   * @param {OpenNumbers} open what is kept back
   */
  draw(moment, row, arePictured, isScaled, off, open) {
    this.#isScaled = isScaled;
    this.#off = off;
    this.#open = open;
    const { edges, nodes } = this.#layout;
    const largest = largestWeight(moment.parameters);
    for (let i = 0; i < edges.length; i++) this.#drawEdge(i, moment.parameters[edges[i].parameter], largest);
    for (let i = 0; i < nodes.length; i++) if (!nodes[i].isRest) this.#drawNode(i, moment, row, arePictured);
  }

  /** @param {number} i @param {number} weight @param {number} largest of all weights */
  #drawEdge(i, weight, largest) {
    const shown = this.#edges[i];
    const { group, line } = this.#elements.edges[i];
    const { isDense, widestEdge } = this.#layout;
    const { width, opacity } = isDense
      ? denseMarks(weight, largest, widestEdge)
      : { width: edgeWidth(weight, largest, widestEdge), opacity: 1 };
    if (width !== shown.width) line.setAttribute("stroke-width", String((shown.width = width)));
    if (opacity !== shown.opacity) line.setAttribute("stroke-opacity", String((shown.opacity = opacity)));
    const sign = shownSign(weight);
    if (sign !== shown.sign) {
      shown.sign = sign;
      for (const other of ["negative", "zero"]) group.classList.toggle(other, sign === other);
    }
    const number = shortNumber(weight);
    if (number !== shown.number) this.#elements.numbers.write(i, (shown.number = number), roundNumber(weight));
  }

  /** @param {number} i @param {Moment} moment @param {number} row @param {boolean} isPictured */
  #drawNode(i, moment, row, isPictured) {
    const node = this.#layout.nodes[i];
    const shown = this.#nodes[i];
    const { group, circle, text } = this.#elements.nodes[i];
    const activation = valueOf(node, moment, row, this.#isScaled);
    const isOutput = node.layer === this.#layout.layers.length - 1;
    const decimals = isOutput && node.radius > ROOM_FOR_THREE ? 3 : 2;
    const isSilent = isOff(this.#off, node);
    const answer = isOpen(this.#open.answers, node) ? OPEN : shortNumber(activation, decimals);
    const value = isSilent ? "off" : node.layer === 0 ? inputNumber(activation) : answer;
    if (value !== shown.value) {
      shown.value = value;
      // In a crowd a small picture says more than the number that would cover it.
      const isPicture = isPictured && this.#layout.isDense && node.layer > 0 && !isOutput;
      text.data = isPicture || node.radius < SMALLEST_WITH_NUMBER ? "" : valueWithin(value, node, this.#layout);
      group.setAttribute("aria-label", spokenName(node, value, isSilent));
    }
    if (node.layer === 0) return;
    const fill = isPictured ? "transparent" : fillOf(node, activation, moment, row);
    if (fill !== shown.fill) circle.style.fill = shown.fill = fill;
  }
}

/** @param {{name: string, layer: number}} node @param {string} value @param {boolean} isSilent */
function spokenName({ name, layer }, value, isSilent) {
  const told = isSilent ? "switched off" : layer > 0 ? `output ${value}` : value;
  return `${name}, ${told}; ${layer > 0 ? "show its curve" : "look into it"}`;
}

/** @param {Neuron} neuron @param {number} activation @param {Moment} moment @param {number} row */
function fillOf({ layer }, activation, moment, row) {
  let largest = 0;
  for (const other of moment.traceOf(row).activations[layer - 1]) largest = Math.max(largest, Math.abs(other));
  const share = nodeFill(activation, moment.run.activations[layer - 1], largest);
  const percent = Math.round(Math.abs(share) * FILL_STRENGTH);
  return `color-mix(in srgb, var(--${share < 0 ? "negative" : "positive"}) ${percent}%, var(--surface))`;
}
