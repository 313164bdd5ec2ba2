// The run has ended, every row is right, and one of them is furthest from its target.
import { shownNumber } from "../../shared/wording.mjs";
import { allOf, are } from "../counted_words.mjs";
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const allRightAtTheEnd = {
  kind: "moment",
  priority: 60,
  say(scene) {
    const { counts, epoch, end, run } = scene;
    if (!counts || counts.right < counts.total || epoch < end || epoch === 0) return null;
    const all = `At the end ${allOf(counts.total, "row")} ${are(counts.total)} right`;
    const largest = counts.total > 1 && run.classes?.kind === "two" ? scene.largestError() : null;
    if (!largest || largest.row === scene.openRow) return [`${all}.`];
    const row = run.train.row_numbers[largest.row];
    return [`${all}; row ${row} is furthest from its target, by ${shownNumber(largest.size)}.`, `${all}.`];
  },
};
