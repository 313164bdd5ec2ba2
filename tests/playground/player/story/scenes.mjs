// Scenes as the sayings see them: one linear neuron with weight 1 and no bias, whose outputs are its inputs.
import { Moment } from "../../../../playground/player/frontend/model/moment.mjs";
import { MomentBefore } from "../../../../playground/player/frontend/model/moment_before.mjs";
import { Scene } from "../../../../playground/player/frontend/story/scene.mjs";

export const TWO = { kind: "two", values: [0, 1], threshold: 0.5, tolerance: 1e-13 };

/** What Python says of a run whose rows are given as [output, target] pairs. */
export function runOf(rows, given = {}) {
  const table = (pairs) => ({
    inputs: pairs.map(([output]) => [output]),
    scaled: pairs.map(([output]) => [output]),
    targets: pairs.map(([, target]) => [target]),
    row_numbers: pairs.map((_, row) => row + 1),
  });
  return {
    layer_sizes: [1, 1], activations: ["linear"], bias: false, parameters: [{ name: "w", is_bias: false }],
    input_names: ["x"], target_names: ["target"], train: table(rows), test: null,
    input_scaling: { offset: [0], scale: [1] }, target_scaling: { offset: [0], scale: [1] },
    classes: TWO, changes: [], ...given, ...(given.test && { test: table(given.test) }),
  };
}

/** A scene of these rows; `before` are the rows of the run before. */
export function sceneOf(rows, { epoch = 0, before = null, loss = 0.5, runs = {}, ...given } = {}) {
  const run = runOf(rows, runs);
  const moment = new Moment(run, { epoch, loss, parameters: [1], isExact: true });
  if (before) {
    const other = before.train ? before : runOf(before);
    moment.before = new MomentBefore(other, [1], { train: null, test: null });
  }
  return new Scene({
    run, moment, threshold: 0.5, end: 100, flips: [], lossAtStart: 0.62, lossBefore: null, whatChanged: before ? "A new run: the table has changed." : "",
    parameterBefore: () => null, guess: null, ending: null, ...given,
  });
}
