// Which cells or rows of the training table are others than in the run before.
import { plainText } from "../../shared/wording.mjs";
import { withWhatIsLost } from "../begun_anew.mjs";
import { are, capital, rowsNamed } from "../counted_words.mjs";
import { tableDifference } from "../difference.mjs";
/**
 * @import { TableDifference } from "../difference.mjs"
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
    return difference && withWhatIsLost(inSentences(difference), scene);
  },
};

/** @param {TableDifference} difference @returns {string[]} */
function inSentences(difference) {
  switch (difference.kind) {
    case "cells": {
      const { row, cells } = difference;
      const told = cells.map(({ column, before: was, after }) => `${column}: ${plainText(was)} → ${plainText(after)}`);
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
