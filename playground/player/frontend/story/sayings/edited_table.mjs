// Which cells or rows of the training table are others than in the run before.
import { wantedText } from "../../model/classes.mjs";
import { plainText } from "../../shared/wording.mjs";
import { withWhatIsLost } from "../begun_anew.mjs";
import { are, capital, rowsNamed } from "../counted_words.mjs";
import { tableDifference } from "../difference.mjs";
/**
 * @import { Description } from "../../shared/types"
 * @import { ChangedCell, TableDifference } from "../difference.mjs"
 * @import { Saying } from "../line.mjs"
 */

/** @type {Saying} */
export const editedTable = {
  kind: "change",
  priority: 10,
  say(scene) {
    const { before, run, whatChanged } = scene;
    // Where something was taken back the tables differ, too; but that is nothing new.
    const difference = before && whatChanged ? tableDifference(before, run) : null;
    return difference && withWhatIsLost(inSentences(difference, run), scene);
  },
};

/** @param {TableDifference} difference @param {Description} run @returns {string[]} */
function inSentences(difference, run) {
  switch (difference.kind) {
    case "cells": {
      const { row, cells } = difference;
      const told = changesTold(cells, run);
      return told.length === 1 ? [`Row ${row}’s ${told[0]}.`] : [`Row ${row}’s ${told.join(", ")}.`, `Row ${row} is changed.`];
    }
    case "new":
      return [`${capital(rowsNamed(difference.rows))} ${are(difference.rows.length)} new.`];
    case "gone":
      return [`${capital(rowsNamed(difference.rows))} ${are(difference.rows.length)} gone.`];
    case "rows":
      return [`${capital(rowsNamed(difference.rows))} ${are(difference.rows.length)} changed.`];
    default:
      return ["The table is another one."];
  }
}

/** @param {ChangedCell[]} cells of one row @param {Description} run @returns {string[]} */
function changesTold(cells, run) {
  const { classes, target_names: targets } = run;
  const isNamed = (/** @type {string} */ column) => classes?.kind === "two" && targets.includes(column);
  const told = (/** @type {ChangedCell} */ { column, before: was, after }) => {
    const said = (/** @type {number} */ value) => (isNamed(column) ? wantedText(run, [value], plainText) : plainText(value));
    return `${column}: ${said(was)} → ${said(after)}`;
  };
  if (classes?.kind !== "several") return cells.map(told);
  // Each class has a column: one that it was, and one that it is.
  const [inputs, ofClasses] = [true, false].map((isInput) => cells.filter(({ column }) => targets.includes(column) !== isInput));
  const from = ofClasses.find(({ before }) => before === classes.values[1]);
  const to = ofClasses.find(({ after }) => after === classes.values[1]);
  return from && to ? [...inputs.map(told), `${from.column} → ${to.column}`] : inputs.map(told);
}
