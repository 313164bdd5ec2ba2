// How the test rows are answered, from which nothing was learnt.
import { shownNumber } from "../../shared/wording.mjs";
import { howManyRight } from "../counted_words.mjs";
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const testRows = {
  kind: "test",
  priority: 10,
  say(scene) {
    const { run, testCounts } = scene;
    if (!run.test) return null;
    if (testCounts) return [`${howManyRight(testCounts.right, testCounts.total, "test row")}.`];
    const largest = run.classes ? null : scene.largestError("test");
    if (!largest) return null;
    return [`Test row ${run.test.row_numbers[largest.row]} is off by ${shownNumber(largest.size)}${run.test.targets.length > 1 ? ", the most of them" : ""}.`];
  },
};
