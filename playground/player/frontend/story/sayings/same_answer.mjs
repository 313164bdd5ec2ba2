// The network gives every row the same answer, as one neuron does with XOR in the end.
import { shownNumber } from "../../shared/wording.mjs";
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const sameAnswer = {
  kind: "moment",
  priority: 30,
  say({ run, moment, counts }) {
    const { outputs } = moment;
    const [first] = run.train.targets;
    if (run.target_names.length > 1 || outputs.length < 2 || run.train.targets.every(([target]) => target === first[0])) return null;
    const answer = shownNumber(outputs[0]);
    if (!outputs.every((output) => shownNumber(output) === answer)) return null;
    const told = `Every row gets the same answer, ${answer}`;
    const isOpen = counts !== null && counts.undecided === counts.total;
    return [`${told}: the network tells none of them apart${isOpen ? ", and every row is undecided" : ""}.`, `${told}.`];
  },
};
