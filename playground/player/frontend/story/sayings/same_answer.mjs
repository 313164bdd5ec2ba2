// The network gives every row the same answer, as one neuron does with XOR in the end.
import { calledClass } from "../../model/classes.mjs";
import { shownNumber } from "../../shared/wording.mjs";
import { howManyRight } from "../counted_words.mjs";
/**
 * @import { Saying } from "../line.mjs"
 * @import { Scene } from "../scene.mjs"
 */

/** @type {Saying} */
export const sameAnswer = {
  kind: "moment",
  priority: 30,
  say(scene) {
    const { run, moment: { outputs }, counts, openRow } = scene;
    if (run.target_names.length > 1 || outputs.length < 2 || openRow !== null) return null;
    // Targets of classes differ as they are; of numbers it may be less than is written.
    const targets = run.train.targets.map(([target]) => (counts ? String(target) : shownNumber(target)));
    if (targets.every((target) => target === targets[0])) return null;
    const answer = shownNumber(outputs[0]);
    if (!outputs.every((output) => shownNumber(output) === answer)) return null;
    // What is written alike may still lie on both sides of the threshold.
    if (counts && !areCalledAlike(scene)) {
      const nearly = `Every row gets nearly the same answer, ${answer}.`;
      return [`${nearly} ${howManyRight(counts.right, counts.total)}.`, nearly];
    }
    const told = `Every row gets the same answer, ${answer}`;
    const isOpen = counts !== null && counts.undecided === counts.total;
    return [`${told}: the network tells none of them apart${isOpen ? ", and every row is undecided" : ""}.`, `${told}.`];
  },
};

/** Whether all rows are called the same class, or none is called any. @param {Scene} scene */
function areCalledAlike({ run, moment: { outputs }, threshold }) {
  const called = run.train.targets.map((_, row) => calledClass(run.classes, outputs, row, 1, threshold));
  return called.every((shownClass) => shownClass === called[0]);
}
