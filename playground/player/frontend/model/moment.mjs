// What is on the screen at one epoch: the parameters, and what the network makes of the rows with them.
import { forward, outputsOf } from "./forward_pass.mjs";
/** @import { Description, Numbers } from "../shared/types" */

/** @typedef {ReturnType<typeof forward>} Trace one row's way through the network */

export class Moment {
  /** @type {Trace[] | null} */
  #traces = null;
  /** By the row. @type {Map<number, Trace>} */
  #traceOf = new Map();
  /** By the table. @type {Map<"train" | "test", Float64Array>} */
  #outputs = new Map();

  /**
   * @param {Description} run
   * @param {{epoch: number, loss: number | null, parameters: Numbers, isExact: boolean}} known
   */
  constructor(run, { epoch, loss, parameters, isExact }) {
    this.run = run;
    this.epoch = epoch;
    /** Null if nobody has computed it yet. @type {number | null} */
    this.loss = loss;
    this.parameters = Float64Array.from(parameters);
    /** Whether its numbers are computed from exactly the parameters Python has. */
    this.isExact = isExact;
    /** What the run before answers at this epoch. @type {import("./moment_before.mjs").MomentBefore | null} */
    this.before = null;
  }

  /** See what it would be with another value for one parameter. Its loss is not known then. @param {{index: number, value: number}} tried */
  try({ index, value }) {
    this.parameters[index] = value;
    this.loss = null;
  }

  /** A training row's way through the network; of the first row if there is no such one. @param {number} row */
  traceOf(row) {
    const known = this.#traceOf.get(row);
    if (known) return known;
    const { run } = this;
    const trace = forward(run, this.parameters, run.train.scaled[row] ?? run.train.scaled[0]);
    this.#traceOf.set(row, trace);
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
