// Rows that change class at this very epoch.
import { epochText } from "../../shared/wording.mjs";
import { all, are, capital, counted, howManyRight, MOST_NAMED, rowsNamed } from "../counted_words.mjs";
/**
 * @import { Saying } from "../line.mjs"
 * @import { Scene } from "../scene.mjs"
 */

/** @type {Saying} */
export const flip = {
  kind: "moment",
  priority: 20,
  say(scene) {
    const rows = scene.flips?.find(([epoch]) => epoch === scene.epoch)?.[1];
    const { counts } = scene;
    if (!rows?.length || !counts) return null;
    const what = whatHappens(scene, rows);
    const isAllRight = counts.right === counts.total && rows.every((row) => scene.verdicts[row] === "right");
    const howMany = isAllRight && counts.total > 1 ? `${capital(all(counts.total))} are.` : `${howManyRight(counts.right, counts.total)}.`;
    const epoch = `Epoch ${epochText(scene.epoch)}: ${what}.`;
    return [`${epoch} ${howMany}`, epoch];
  },
};

/** @param {Scene} scene @param {number[]} rows their places */
function whatHappens(scene, rows) {
  if (rows.length > MOST_NAMED) return `${counted(rows.length, "row")} change class`;
  const right = rows.filter((row) => scene.verdicts[row] === "right");
  const others = rows.filter((row) => scene.verdicts[row] !== "right");
  const named = (/** @type {number[]} */ places) => rowsNamed(places.map((row) => scene.run.train.row_numbers[row]));
  // With several classes a row may change from one wrong class to another, and be right later without having been so before.
  const isTwo = scene.run.classes?.kind === "two";
  const [verb, object] = isTwo ? ["turn", "wrong"] : ["change", "class"];
  const turn = `${verb}${others.length === 1 ? "s" : ""} ${object}`;
  if (!right.length) return `${named(others)} ${turn}`;
  const isFirst = right.every((row) => scene.flips?.filter(([, flipped]) => flipped.includes(row)).length === 1);
  const turned = isFirst || isTwo
    ? `${named(right)} ${are(right.length)} right ${isFirst ? "for the first time" : "again"}`
    : `${named(right)} turn${right.length === 1 ? "s" : ""} right`;
  return others.length ? `${turned}, ${named(others)} ${turn}` : turned;
}
