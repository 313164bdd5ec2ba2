// How many rows are right, or how large the loss is, and what that was in the run before at the same epoch.
import { epochText, shownNumber } from "../../shared/wording.mjs";
import { howManyRight, inWords } from "../counted_words.mjs";
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const comparedWithBefore = {
  kind: "moment",
  priority: 40,
  say(scene) {
    if (!scene.before) return null;
    const { counts, countsBefore } = scene;
    if (!counts && !scene.run.classes) return lossCompared(scene.loss, scene.lossBefore);
    if (!counts || !countsBefore) return null;
    const now = howManyRight(counts.right, counts.total);
    if (counts.total !== countsBefore.total) {
      return [`${now}; before, ${epochText(countsBefore.right)} of ${epochText(countsBefore.total)}.`];
    }
    if (counts.right === countsBefore.right) return [`${now}, as before.`];
    const isAll = countsBefore.right === countsBefore.total;
    const was = countsBefore.right === 0 ? "none" : isAll ? `all ${inWords(countsBefore.total)}` : inWords(countsBefore.right);
    return [`${now}; before it was ${was}.`];
  },
};

/** @param {number | null} loss @param {number | null} before */
function lossCompared(loss, before) {
  if (loss === null || before === null) return null;
  const [now, was] = [shownNumber(loss), shownNumber(before)];
  return [now === was ? `The loss is ${now}, as before.` : `The loss is ${now}; before it was ${was}.`];
}
