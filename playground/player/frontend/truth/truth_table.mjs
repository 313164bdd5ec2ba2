// The whole truth table of a table of zeros and ones: every row that there is, and which of them the network was shown.

import { ownInputCount, ownInputNames, withDerived } from "../model/derived_columns.mjs";
import { scaledRow } from "../model/forward_pass.mjs";
import { calledClass, className, targetClass } from "../model/classes.mjs";
import { capital, inWords, listed } from "../story/counted_words.mjs";
/** @import { Description, Numbers } from "../shared/types" */

/** More inputs would have more than a thousand rows. */
const MOST_INPUTS = 10;

/**
 * @typedef {object} TruthTable
 * @property {string[]} names of the inputs
 * @property {number[][]} inputs of each row, the first one counting slowest
 * @property {number[][]} scaled the same as the network sees them
 * @property {(number | null)[]} shown for each row the place of the training row that it is, if it is one
 */

/** @type {WeakMap<Description, TruthTable | null>} */
const known = new WeakMap();

/** @param {Description} run @returns {TruthTable | null} null where not all inputs are 0 or 1, or every row was shown */
export function truthTableOf(run) {
  const there = known.get(run);
  if (there !== undefined) return there;
  const table = made(run);
  known.set(run, table);
  return table;
}

/** @param {Description} run @returns {TruthTable | null} */
function made(run) {
  const count = ownInputCount(run);
  const rows = run.train.inputs.map((inputs) => Array.from(inputs).slice(0, count));
  if (count > MOST_INPUTS || rows.some((row) => row.some((value) => value !== 0 && value !== 1))) return null;
  /** @type {Map<string, number>} */
  const places = new Map();
  rows.forEach((row, place) => { if (!places.has(row.join())) places.set(row.join(), place); });
  if (places.size === 2 ** count) return null;
  const inputs = Array.from({ length: 2 ** count }, (_, number) => Array.from({ length: count }, (__, at) => (number >> (count - 1 - at)) & 1));
  return {
    names: ownInputNames(run),
    inputs,
    scaled: inputs.map((row) => scaledRow(run, withDerived(run, row))),
    shown: inputs.map((row) => places.get(row.join()) ?? null),
  };
}

/**
 * How many rows were shown, and what the others are called.
 * @param {Description} run @param {TruthTable} table @param {Numbers} outputs of its rows @param {number} threshold
 */
export function truthSentence(run, { shown }, outputs, threshold) {
  const unseen = shown.flatMap((place, row) => (place === null ? [row] : []));
  const said = `It was shown ${inWords(shown.length - unseen.length)} of the ${inWords(shown.length)} rows.`;
  const isOne = unseen.length === 1;
  const others = `the other ${isOne ? "row" : inWords(unseen.length)}`;
  if (run.classes === null) return `${said} ${isOne ? "Its answer" : "Its answers"} to ${others} ${isOne ? "is" : "are"} inferred from those.`;
  const units = run.target_names.length;
  const classes = unseen.map((row) => calledClass(run.classes, outputs, row * units, units, threshold));
  const areSame = classes.every((called) => called === classes[0]);
  if (areSame) return `${said} ${capital(others)} it calls ${classes[0] < 0 ? "neither" : `class ${className(run, classes[0])}`}.`;
  const howMany = (/** @type {number} */ one) => classes.filter((called) => called === one).length;
  const named = [...new Set(classes)].filter((one) => one >= 0).sort((one, other) => other - one);
  const calls = named.map((one) => `${inWords(howMany(one))} class ${className(run, one)}`);
  const rest = unseen.length - named.reduce((sum, one) => sum + howMany(one), 0);
  if (rest) calls.push(`${inWords(rest)} neither`);
  return `${said} Of ${others} it calls ${listed(calls)}.`;
}

/** What a row was shown as, in words; empty if it was not. @param {Description} run @param {number | null} place */
export function shownText(run, place) {
  if (place === null) return "";
  const targets = run.train.targets[place];
  const target = run.classes === null ? targets.join(", ") : className(run, targetClass(run.classes, targets));
  return `row ${run.train.row_numbers[place]}, target ${target}`;
}
