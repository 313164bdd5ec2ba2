// All that can be said under the timeline. Another thing to say is one file, named here.
import { allRightAtTheEnd } from "./sayings/all_right_at_the_end.mjs";
import { changeOnTheWay } from "./sayings/change_on_the_way.mjs";
import { comparedWithBefore } from "./sayings/compared_with_before.mjs";
import { editedTable } from "./sayings/edited_table.mjs";
import { errors } from "./sayings/errors.mjs";
import { flip } from "./sayings/flip.mjs";
import { guessed } from "./sayings/guessed.mjs";
import { notNumbers } from "./sayings/not_numbers.mjs";
import { oneSide } from "./sayings/one_side.mjs";
import { otherRun } from "./sayings/other_run.mjs";
import { rightAndWrong } from "./sayings/right_and_wrong.mjs";
import { sameAnswer } from "./sayings/same_answer.mjs";
import { testRows } from "./sayings/test_rows.mjs";
/** @import { Saying } from "./line.mjs" */

/** @type {Saying[]} */
export const SAYINGS = [
  editedTable, changeOnTheWay, otherRun,
  notNumbers, flip, sameAnswer, comparedWithBefore, oneSide, allRightAtTheEnd, rightAndWrong, errors,
  guessed,
  testRows,
];
