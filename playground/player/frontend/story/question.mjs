// The question that stands over the page: made of what is trained, so that it can always be asked.
import { className } from "../model/classes.mjs";
import { capital, counted, inWords } from "./counted_words.mjs";
import { tableDifference } from "./difference.mjs";
/**
 * @import { Description } from "../shared/types"
 * @import { Verdict } from "../model/classes.mjs"
 */

/**
 * @typedef {"row" | "whether"} Asked which row, or yes or no
 * @typedef {"distance" | "count" | "oneClass" | "apart" | "edited" | "stay" | "longest"} Sought what the run will show
 * @typedef {object} Question
 * @property {string} about a sentence on what learns what, which may be left out where there is little room
 * @property {string} text what is asked after that sentence
 * @property {string} [alone] what is asked without it, if that has to be said otherwise
 * @property {Asked | null} asks null where there is nothing to tick
 * @property {Sought} seeks
 */

/** So few rows can be told apart one by one. */
const FEW_ROWS = 8;

/**
 * @param {Description} run
 * @param {(Verdict | null)[]} atStart what its rows are at epoch 0
 * @param {Description | null} before the run it is compared with
 * @returns {Question}
 */
export function questionOf(run, atStart, before) {
  const rows = run.train.targets.length;
  const about = `${tableOf(run)}.`;
  if (before) {
    const edited = editedQuestion(run, before);
    if (edited) return edited;
  }
  if (!run.classes) return { about, text: "How near will the outputs come?", asks: null, seeks: "distance" };
  if (isOneClass(run)) return oneClassQuestion(run);
  if (rows > FEW_ROWS) return { about, text: "How many will be right in the end?", asks: null, seeks: "count" };
  if (run.layer_sizes[0] <= 2) {
    return { about: "", text: `Can ${learnerOf(run)} tell these ${counted(rows, "row")} apart?`, asks: "whether", seeks: "apart" };
  }
  if (atStart.every((verdict) => verdict === "right")) return { about, text: "Will every row stay right?", asks: "whether", seeks: "stay" };
  // Not which is right last: rows that are right before anything is learnt would seem to be no answer.
  return { about, text: "Which stays wrong the longest?", alone: "Which row stays wrong the longest?", asks: "row", seeks: "longest" };
}

/** Of a run in which one target is another one than before. @param {Description} run @param {Description} before @returns {Question | null} */
function editedQuestion(run, before) {
  const difference = tableDifference(before, run);
  if (difference?.kind !== "cells" || difference.cells.length > 1 || !run.classes) return null;
  const [{ column, after }] = difference.cells;
  const rows = run.train.targets.length;
  if (run.classes.kind !== "two" || column !== run.target_names[0] || rows > FEW_ROWS || isOneClass(run)) return null;
  const shown = className(run, after === run.classes.values[1] ? 1 : 0);
  return { about: `Row ${difference.row} should be ${shown} now.`, text: `Can ${learnerOf(run)} learn that, too?`, asks: "whether", seeks: "edited" };
}

/** @param {Description} run @returns {Question} */
function oneClassQuestion(run) {
  const rows = run.train.targets.length;
  const shown = run.classes?.kind === "two" ? className(run, classOfFirst(run)) : run.target_names[classOfFirst(run)];
  const which = rows === 1 ? `The only target is ${shown}.` : `Every target is ${shown}.`;
  return { about: which, text: "Will every output be, too?", asks: "whether", seeks: "oneClass" };
}

/** @param {Description} run */
function isOneClass({ train }) {
  return train.targets.every((targets) => targets.every((target, column) => target === train.targets[0][column]));
}

/** @param {Description} run */
function classOfFirst({ classes, train }) {
  const high = classes?.values[1];
  return classes?.kind === "several" ? train.targets[0].indexOf(/** @type {number} */ (high)) : Number(train.targets[0][0] === high);
}

/** Who learns, and how much: "Four rows, one neuron". @param {Description} run */
function tableOf(run) {
  const several = run.classes?.kind === "several" ? `, ${inWords(run.target_names.length)} classes` : "";
  return `${capital(counted(run.train.targets.length, "row"))}${several}, ${learnerOf(run)}`;
}

/** Who learns: one neuron, or how many hidden ones. @param {Description} run */
export function learnerOf(run) {
  return counted(learnerCount(run), hasHidden(run) ? "hidden neuron" : "neuron");
}

/** @param {Description} run */
function learnerCount(run) {
  return hasHidden(run) ? run.layer_sizes.slice(1, -1).reduce((sum, size) => sum + size, 0) : run.layer_sizes[1];
}

/** @param {Description} run */
function hasHidden({ layer_sizes: sizes }) {
  return sizes.length > 2;
}

/** The whole question, or only what it asks where the whole has no room. @param {Question} question @param {number} room characters */
export function questionWithin({ about, text, alone = text }, room) {
  const whole = about ? `${about} ${text}` : text;
  return whole.length <= room ? whole : alone;
}
