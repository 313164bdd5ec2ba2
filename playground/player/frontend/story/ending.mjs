// How rows stand at the two ends of a run: before anything is learnt, and after its last epoch.
import { outputsOf } from "../model/forward_pass.mjs";
import { verdictsOf, wholeFlips } from "./scene.mjs";
/**
 * @import { Ending } from "./scene.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { Verdict } from "../model/classes.mjs"
 */

/**
 * How a run ends, once it is trained to its end and all of it is here.
 * @param {Pick<Store, "run" | "threshold" | "header">} store
 * @returns {Ending | null}
 */
export function endingOf({ run, threshold, header }) {
  if (!run?.finished || !run.isWhole) return null;
  const verdicts = verdictsAt(run, run.trained, threshold);
  return verdicts && { verdicts, epoch: run.trained, flips: threshold === header?.threshold ? wholeFlips(run) : null };
}

/**
 * What the rows of a run are before anything is learnt; nothing is judged as long as that is not known.
 * @param {Pick<Store, "run" | "threshold">} store
 * @returns {(Verdict | null)[]}
 */
export function verdictsAtStart({ run, threshold }) {
  return (run && verdictsAt(run, 0, threshold)) ?? [];
}

/** @param {import("../model/run.mjs").Run} run @param {number} epoch @param {number} threshold */
function verdictsAt(run, epoch, threshold) {
  const { description } = run;
  const known = run.after(epoch, false);
  if (!description || known?.epoch !== epoch) return null;
  const { train, target_scaling: scaling } = description;
  return verdictsOf(description, outputsOf(description, known.parameters, train.scaled, scaling), threshold);
}
