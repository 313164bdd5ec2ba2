// What is on the screen at one epoch: the parameters, and what the network makes of the rows with them.
import { forward, outputsOf } from "./forward_pass.mjs";
/** @import { Description, Numbers } from "../shared/types" */

/** @typedef {ReturnType<typeof forward>} Trace one row's way through the network */

export class Moment {
  /** @type {Trace[] | null} */
  #traces = null;
  /** By the row. @type {Map<number, Trace>} */
  #trace = new Map();
  /** By the table. @type {Map<"train" | "test", Float64Array>} */
  #outputs = new Map();

  /**
   * @param {Readonly<Description>} run
   * @param {{epoch: number, loss: number | null, parameters: Numbers, isExact: boolean}} known
   * @param {number} row the chosen training row
   */
  constructor(run, { epoch, loss, parameters, isExact }, row) {
    this.run = run;
    this.epoch = epoch;
    /** Null if nobody has computed it yet. @type {number | null} */
    this.loss = loss;
    this.parameters = Float64Array.from(parameters);
    /** Whether its numbers are computed from exactly the parameters Python has. */
    this.isExact = isExact;
    this.row = row;
    /** What the run before answers at this epoch. @type {import("./moment_before.mjs").MomentBefore | null} */
    this.before = null;
    /** Each neuron's picture over the decision plane. @type {import("../decision/decision_grid.mjs").Picture[][] | null} */
    this.pictures = null;
  }

  /** The chosen row's way through the network. */
  get trace() {
    const { row, run } = this;
    const known = this.#trace.get(row);
    if (known) return known;
    const trace = forward(run, this.parameters, run.train.scaled[row] ?? run.train.scaled[0]);
    this.#trace.set(row, trace);
    return trace;
  }

  /** Every training row's way through the network. */
  allTraces() {
    this.#traces ??= this.run.train.scaled.map((scaled) => forward(this.run, this.parameters, scaled));
    return this.#traces;
  }

  /** What it answers to the training rows, in the table's units. */
  get outputs() {
    return this.#outputsOf("train", this.run.train);
  }

  /** What it answers to the test rows. */
  get testOutputs() {
    return this.run.test && this.#outputsOf("test", this.run.test);
  }

  /**
   * What it answers to one more row.
   * @param {number[]} scaled
   */
  answer(scaled) {
    return outputsOf(this.run, this.parameters, [scaled], this.run.target_scaling);
  }

  /** @param {"train" | "test"} name @param {{scaled: number[][]}} table */
  #outputsOf(name, { scaled }) {
    const known = this.#outputs.get(name);
    if (known) return known;
    const outputs = outputsOf(this.run, this.parameters, scaled, this.run.target_scaling);
    this.#outputs.set(name, outputs);
    return outputs;
  }
}
