// What a run has shown of the question that stood over the page: its headline once its end is on the screen.
import { epochText, numberText } from "../shared/wording.mjs";
import { are, capital, counted, howManyRight, rowsNamed } from "./counted_words.mjs";
import { rightForGood } from "./guess.mjs";
import { learnerOf } from "./question.mjs";
/**
 * @import { Description } from "../shared/types"
 * @import { Question, Sought } from "./question.mjs"
 * @import { Ending } from "./scene.mjs"
 */

/** @typedef {{run: Description, ending: Ending, right: number, total: number, furthest: number}} Shown `furthest`: from a target */

/** So many times as far from a target as the targets are from each other, and it is of no interest how far. */
const RAN_AWAY = 1000;

/** @type {Record<Sought, (shown: Shown) => string | null>} */
const ANSWERS = {
  distance,
  count: howMany,
  oneClass: (shown) => (isAllRight(shown) ? "Every output is, too." : "Not every output is."),
  apart: (shown) => {
    if (shown.run.separable === false && shown.run.layer_sizes[0] === 2) {
      return `${capital(learnerOf(shown.run))} draws one line; no line tells ${apartOf(shown.run)}.`;
    }
    return `${capital(learnerOf(shown.run))} ${isAllRight(shown) ? "told" : "did not tell"} ${apartOf(shown.run)}.`;
  },
  edited: (shown) => `${capital(learnerOf(shown.run))} ${isAllRight(shown) ? "learnt that, too" : "did not learn that"}.`,
  stay: (shown) => {
    const since = rightForGood(shown.ending);
    if (since === null) return howMany(shown);
    return since.every((epoch) => epoch === 0) ? "Every row stayed right." : "Not every row stayed right.";
  },
  longest,
};

/**
 * The same headline, with the answer in place of what it asks.
 * @param {Question} question @param {Description} run @param {Ending} ending
 * @param {ArrayLike<number>} outputs of the training rows at the end
 * @returns {Question}
 */
export function answered(question, run, ending, outputs) {
  const { verdicts } = ending;
  const judged = verdicts.filter((verdict) => verdict !== null);
  const right = judged.filter((verdict) => verdict === "right").length;
  const text = ANSWERS[question.seeks]({ run, ending, right, total: judged.length, furthest: furthestOf(run, outputs) });
  return text === null ? question : { ...question, text, alone: text };
}

/** @param {Description} run */
const apartOf = ({ train }) => `these ${counted(train.targets.length, "row")} apart`;

/** @param {Shown} shown */
const isAllRight = ({ right, total }) => right === total;

/** @param {Shown} shown */
function distance({ run, furthest }) {
  if (!Number.isFinite(furthest)) return null;
  const targets = run.train.targets.flat();
  const spread = Math.max(...targets) - Math.min(...targets);
  const far = numberText(furthest, 2);
  // Further away than the targets are from each other is nearer to nothing.
  if (spread > 0 && furthest > RAN_AWAY * spread) return "The outputs ran away from their targets.";
  const isFar = spread > 0 && furthest > spread;
  return isFar ? `One output is still ${far} away from its target.` : `The outputs came to within ${far} of their targets.`;
}

/** @param {Shown} shown */
function howMany({ right, total }) {
  return `${howManyRight(right, total)} in the end.`;
}

/** @param {Shown} shown */
function longest(shown) {
  const { run, ending, total } = shown;
  const since = total === ending.verdicts.length ? rightForGood(ending) : null;
  if (since === null) return howMany(shown);
  const last = Math.max(...since);
  const rows = since.flatMap((epoch, place) => (epoch === last ? [run.train.row_numbers[place]] : []));
  if (last === 0) return "No row was ever wrong.";
  if (last < Infinity) return `${capital(rowsNamed(rows))} ${rows.length > 1 ? "were" : "was"} the last to be right, at epoch ${epochText(last)}.`;
  return rows.length === total ? howMany(shown) : `${capital(rowsNamed(rows))} ${are(rows.length)} not right in the end.`;
}

/** @param {Description} run @param {ArrayLike<number>} outputs */
function furthestOf({ train: { targets } }, outputs) {
  return Math.max(...targets.flatMap((row, k) => row.map((target, column) => Math.abs(outputs[k * row.length + column] - target))));
}
