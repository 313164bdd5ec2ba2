// What the answers strip says in words: the verdict of a row, a whole line as it is read aloud, the counts.

import { calledClass, className, NO_CLASS, targetClass, UNDECIDED, verdictOf, wantedText } from "../model/classes.mjs";
import { cellText, epochText, numberText, plainText, shareText, shownNumber } from "../shared/wording.mjs";
/**
 * @import { Numbers } from "../shared/types"
 * @import { Classes, Counts } from "../model/classes.mjs"
 */

/**
 * @typedef {{classes: Classes | null, target_names: string[]}} Judging what a run says of its targets
 * @typedef {object} Told about an answer
 * @property {"" | "right" | "wrong" | "undecided" | "unjudged" | "called-0" | "called-1" | "called"} state
 * @property {string} word
 * @property {string} kind short, as "TP"; empty where there is none
 * @typedef {(run: Judging, targets: number[], outputs: Numbers, threshold: number) => Told} Tell
 */

/** @type {Told} */
const NOTHING = { state: "", word: "", kind: "" };
/** @type {Told} */
const UNJUDGED = { state: "unjudged", word: "not judged", kind: "" };
/** No room is kept for more of a verdict. */
const MOST_CHARACTERS = 24;
/** By the row's class, and by the one it is called. */
const KINDS = [["TN", "FP"], ["FN", "TP"]];

/** Right, wrong or undecided, and of which of the four kinds, or which of several classes it is called. @type {Tell} */
export function judgedAnswer(run, targets, outputs, threshold) {
  const { classes } = run;
  const verdict = verdictOf(classes, targets, outputs, threshold);
  if (verdict === null) return classes === null ? NOTHING : UNJUDGED;
  const called = calledClass(classes, outputs, 0, targets.length, threshold);
  if (called < 0) return { state: verdict, word: verdict, kind: "" };
  const kind = classes?.kind === "two" ? KINDS[targetClass(classes, targets)][called] : className(run, called);
  return { state: verdict, word: verdict, kind };
}

/** The longest verdict: of several classes a mark and a name. @param {Judging} run */
export function longestVerdict(run) {
  if (run.classes === null) return "";
  return run.classes.kind === "two" ? "undecided" : longest(["undecided", ...namesOf(run).map((name) => `✓  ${name}`)]);
}

/** @param {Judging} run */
const namesOf = (run) => (run.classes?.kind === "two" ? [0, 1] : run.target_names.map((_, at) => at)).map((at) => className(run, at));

/** @param {string[]} texts */
const longest = (texts) => texts.reduce((one, other) => (other.length > one.length ? other : one)).slice(0, MOST_CHARACTERS);

/** What a row of which nobody knows the target is called. @type {Tell} */
export function calledAnswer(run, _, outputs, threshold) {
  const { classes } = run;
  const called = calledClass(classes, outputs, 0, outputs.length, threshold);
  if (called === UNDECIDED) return { state: "undecided", word: "undecided", kind: "" };
  if (called === NO_CLASS) return NOTHING;
  const state = classes?.kind === "two" ? (called === 1 ? "called-1" : "called-0") : "called";
  return { state, word: `class ${className(run, called)}`, kind: "" };
}

/** The longest word that a situation's answer may have. @param {Judging} run */
export function longestCall(run) {
  if (run.classes === null) return "";
  return longest(namesOf(run).map((name) => `● class ${name}`));
}

/** As wide as a digit. */
const FIGURE_SPACE = "\u2007";

/**
 * The inputs of rows, where they do not stand in an editor: one below the other, each column as wide as its longest number.
 * @param {number[][]} rows @returns {string[]}
 */
export function inputTexts(rows) {
  const texts = rows.map((inputs) => inputs.map(plainText));
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => row[column].length)));
  const aligned = texts.map((row) => row.map((text, column) => text.padStart(widths[column], FIGURE_SPACE)));
  return aligned.map((row) => (row.length ? `${row.join("  ")}  →` : ""));
}

/** What is derived from a row's inputs, with as many digits as tell it from others. @param {number[]} values */
export const derivedTexts = (values) => values.map((value) => numberText(value, 4));

/** Beside a row, where its targets stand in no editor. @param {Judging} run @param {number[]} targets */
export const targetsText = (run, targets) => cut(wantedText(run, targets, plainText));

/** @param {string} text */
const cut = (text) => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text);

/**
 * The texts of the outputs before, if any of them looks different from now.
 * @param {string[]} now
 * @param {Numbers | null} beforeOutputs another number of outputs counts as none
 * @returns {string[] | null}
 */
export function changedTexts(now, beforeOutputs) {
  if (!beforeOutputs || beforeOutputs.length !== now.length) return null;
  const before = Array.from(beforeOutputs, shownNumber);
  return before.some((text, index) => text !== now[index]) ? before : null;
}

/**
 * A line as it is read aloud: "Row 2, output 0.3263, before 0.5000, wrong, should be 1".
 * @param {Judging} run
 * @param {{name: string, targets: number[], outputs: string[], before: string[] | null, word: string}} line
 */
export function spokenLine(run, { name, targets, outputs, before, word }) {
  const names = run.target_names;
  const named = (/** @type {string} */ text, /** @type {number} */ at) => (names.length > 1 ? `${names[at]} ${text}` : text);
  const parts = [name, `output${names.length > 1 ? "s" : ""} ${outputs.map(named).join(", ")}`];
  if (before) parts.push(`before ${before.map(named).join(", ")}`);
  if (word) parts.push(word);
  if (targets.length) parts.push(`should be ${wantedText(run, targets, cellText)}`);
  return parts.join(", ");
}

/** How many of all rows are right, in front of that word. @param {Counts} counts */
export const countText = ({ right, total }) => `${epochText(right)} of ${epochText(total)}`;

/** Characters that a distance has beside "off by" where the answers are narrow. */
const LONGEST_DISTANCE = 9;

/**
 * How far the outputs are off, in one line below them: of a power of ten two digits or one, the formula has all.
 * @param {number} distance
 */
export function missedText(distance) {
  const shown = shownNumber(distance);
  if (!Number.isFinite(distance)) return `off by ${shown}`;
  const texts = [shown, numberText(distance, 2), numberText(distance, 1)];
  return `off by ${texts.find((text) => text.length <= LONGEST_DISTANCE) ?? texts[2]}`;
}

/** An accuracy with two decimals at least. @param {number} share */
export function accuracyText(share) {
  const text = shareText(share);
  const decimals = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  return decimals >= 2 ? text : decimals === 1 ? `${text}0` : `${text}.00`;
}

/**
 * How far the outputs are from their targets on average: the mean absolute error.
 * @param {number[][]} targets
 * @param {Numbers} outputs rows × outputs, one row behind the other
 */
export function meanDistance(targets, outputs) {
  let [sum, count] = [0, 0];
  for (const row of targets) for (const target of row) sum += Math.abs(outputs[count++] - target);
  return sum / count;
}
