// How many rows are right, which are not, and which was the last to change.
import { epochText } from "../../shared/wording.mjs";
import { are, howManyRight, lowered, MOST_NAMED, rowsNamed } from "../counted_words.mjs";
/**
 * @import { Saying } from "../line.mjs"
 * @import { Scene } from "../scene.mjs"
 */

/** @type {Saying} */
export const rightAndWrong = {
  kind: "moment",
  priority: 70,
  say(scene) {
    const { counts, epoch } = scene;
    if (!counts) return null;
    const told = howManyRight(counts.right, counts.total);
    const last = lastTurnedRight(scene);
    if (counts.right === counts.total) {
      const since = last && counts.total > 1 ? `, row ${last.number} the last of them, since epoch ${epochText(last.epoch)}` : "";
      return since ? [`${told}${since}.`, `${told}.`] : [`${told}.`];
    }
    const plain = `${told}; ${notRight(scene)}.`;
    if (epoch === 0) return [`Untrained, ${lowered(plain)}`, plain, `${told}.`];
    return [...(last ? [`${told}, row ${last.number} since epoch ${epochText(last.epoch)}; ${notRight(scene)}.`] : []), plain, `${told}.`];
  },
};

/** The one row that turned right at the last flip, and the epoch of that; null if it was another kind of flip. @param {Scene} scene */
function lastTurnedRight(scene) {
  const last = scene.flips?.at(-1);
  if (!last || last[1].length !== 1 || scene.verdicts[last[1][0]] !== "right") return null;
  return { number: scene.run.train.row_numbers[last[1][0]], epoch: last[0] };
}

/** @param {Scene} scene */
function notRight(scene) {
  const [wrong, undecided] = [scene.rowsThatAre("wrong"), scene.rowsThatAre("undecided")];
  const parts = [];
  if (wrong.length) parts.push(`${rowsNamed(wrong)} ${stillOrAgain(scene, wrong)}`);
  if (undecided.length) parts.push(`${rowsNamed(undecided)} ${are(undecided.length)} undecided`);
  return parts.join(", ");
}

/** @param {Scene} scene @param {number[]} wrong the numbers of the rows */
function stillOrAgain(scene, wrong) {
  const plain = `${are(wrong.length)} wrong`;
  if (scene.epoch === 0 || !scene.flips || wrong.length > MOST_NAMED || scene.run.classes?.kind !== "two") return plain;
  const at = wrong.map((number) => scene.lastFlipOf(scene.run.train.row_numbers.indexOf(number)));
  if (at.every((epoch) => epoch === null)) return `${are(wrong.length)} still wrong`;
  return wrong.length === 1 ? `has been wrong since epoch ${epochText(/** @type {number} */ (at[0]))}` : plain;
}
