// What is on the screen at one epoch: the parameters, and what the network makes of the rows with them.
import { forward, outputsOf } from "./forward_pass.mjs";

export class Moment {
  #traces = null;
  #trace = new Map();
  #outputs = new Map();

  /**
   * @param {any} run its description
   * @param {number} epoch
   * @param {number} loss
   * @param {Float32Array | Float64Array | number[]} parameters
   * @param {number} row the chosen training row
   */
  constructor(run, epoch, loss, parameters, row) {
    this.run = run;
    this.epoch = epoch;
    /** Null if nobody has computed it yet. @type {number | null} */
    this.loss = loss;
    this.parameters = Float64Array.from(parameters);
    this.row = row;
    /** @type {any} each neuron's picture over the decision plane */
    this.pictures = null;
  }

  /** The chosen row's way through the network. */
  get trace() {
    const { row } = this;
    if (!this.#trace.has(row)) {
      const scaled = this.run.train.scaled[row] ?? this.run.train.scaled[0];
      this.#trace.set(row, forward(this.run, this.parameters, scaled));
    }
    return this.#trace.get(row);
  }

  /** Every training row's way through the network. */
  allTraces() {
    this.#traces ??= this.run.train.scaled.map((scaled) => forward(this.run, this.parameters, scaled));
    return this.#traces;
  }

  /** What it answers to the training rows, in the table's units. */
  get outputs() {
    return this.#outputsOf("train");
  }

  /** What it answers to the test rows. */
  get testOutputs() {
    return this.run.test ? this.#outputsOf("test") : null;
  }

  /**
   * What it answers to one more row.
   * @param {number[]} scaled
   */
  answer(scaled) {
    return outputsOf(this.run, this.parameters, [scaled], this.run.target_scaling.train);
  }

  #outputsOf(table) {
    if (!this.#outputs.has(table)) {
      const { scaled } = this.run[table];
      this.#outputs.set(table, outputsOf(this.run, this.parameters, scaled, this.run.target_scaling[table]));
    }
    return this.#outputs.get(table);
  }
}
