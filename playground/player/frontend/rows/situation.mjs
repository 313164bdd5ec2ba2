// The answer to the new situation, as pieces of text. The twin of `situation_answer` in playground/views/answered.py.

import { calledClass, className, NO_CLASS, UNDECIDED } from "../model/classes.mjs";
import { shownNumber } from "../shared/wording.mjs";

/**
 * @typedef {object} SituationPiece what one target column answers; plain text, to be set as text and never as HTML
 * @property {string} name of the target column; "output" if there is only one
 * @property {string | null} before what the run before answered, if that looks different on the screen
 * @property {string} now
 * @property {0 | 1 | null} calledClass null if the targets are not two classes, or neither is called
 * @property {string} call in words: "class 1", "undecided", or nothing
 */

/**
 * One piece per target column.
 * @param {{target_names: string[], classes: import("../model/classes.mjs").Classes | null}} run
 * @param {ArrayLike<number>} outputs in the table's own units
 * @param {ArrayLike<number> | null} beforeOutputs of the run before, or null; another number of outputs counts as none
 * @param {number} threshold above it is class 1, below it class 0
 * @returns {SituationPiece[]}
 */
export function situationText(run, outputs, beforeOutputs, threshold) {
  const now = Array.from(outputs, shownNumber);
  const before = changedTexts(now, beforeOutputs);
  const called = run.classes?.kind === "two" ? calledClass(run.classes, outputs, 0, 1, threshold) : NO_CLASS;
  return now.map((text, index) => ({
    name: run.target_names.length === 1 ? "output" : run.target_names[index],
    before: before === null ? null : before[index],
    now: text,
    calledClass: called === 0 || called === 1 ? called : null,
    call: called === UNDECIDED ? "undecided" : called < 0 ? "" : `class ${className(run, called)}`,
  }));
}

/**
 * The texts of the outputs before, if any of them looks different from now.
 * @param {string[]} now
 * @param {ArrayLike<number> | null} beforeOutputs
 * @returns {string[] | null}
 */
export function changedTexts(now, beforeOutputs) {
  if (!beforeOutputs || beforeOutputs.length !== now.length) return null;
  const before = Array.from(beforeOutputs, shownNumber);
  return before.some((text, index) => text !== now[index]) ? before : null;
}
