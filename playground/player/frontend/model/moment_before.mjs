// What the run before answers at the epoch of a moment, row for row of the run on the screen.
import { ownInputCount, withDerived } from "./derived_columns.mjs";
import { outputsOf, scaledRow } from "./forward_pass.mjs";

/** @typedef {{train: Array<number | null> | null, test: Array<number | null> | null}} RowsBefore */

/**
 * Whether the losses of two runs are numbers of one kind, and may stand beside each other.
 * @param {{description: import("../shared/types.js").Description | null} | null} before
 * @param {{description: import("../shared/types.js").Description | null} | null} run
 */
export const hasSameLoss = (before, run) => before?.description?.loss === run?.description?.loss;

export class MomentBefore {
  /** @type {Map<"train" | "test", Array<Float64Array | null>>} */
  #answers = new Map();
  /** @type {Map<"train" | "test", Float64Array>} */
  #own = new Map();

  /**
   * @param {import("../shared/types.js").Description} run the run before
   * @param {ArrayLike<number>} parameters
   * @param {RowsBefore} rows which of its rows each row now was; null for a table that was another one
   */
  constructor(run, parameters, rows) {
    this.run = run;
    this.parameters = Float64Array.from(parameters);
    this.rows = rows;
  }

  /** What it answers to the training rows, or null if they were other ones. */
  get outputs() {
    return this.#outputsOf("train");
  }

  /** What it answers to the test rows. */
  get testOutputs() {
    return this.#outputsOf("test");
  }

  /** What it answers to all of its own training rows, in its table's units. */
  get ownOutputs() {
    return this.#ownOutputsOf("train", this.run.train);
  }

  /**
   * What it answers to a row in the table's units, or null if its table had other columns.
   * @param {number[]} inputs the table's own, with or without derived ones, which may be others here
   */
  answer(inputs) {
    const { run } = this;
    if (this.rows.train === null || inputs.length < ownInputCount(run)) return null;
    return outputsOf(run, this.parameters, [scaledRow(run, withDerived(run, inputs))], run.target_scaling);
  }

  /** @param {"train" | "test"} name */
  #outputsOf(name) {
    const { run } = this;
    const [rows, table] = [this.rows[name], run[name]];
    if (!rows || !table) return null;
    const known = this.#answers.get(name);
    if (known) return known;
    const count = run.target_names.length;
    const all = this.#ownOutputsOf(name, table);
    const answers = rows.map((row) => (row === null ? null : all.subarray(row * count, (row + 1) * count)));
    this.#answers.set(name, answers);
    return answers;
  }

  /** @param {"train" | "test"} name @param {{scaled: number[][]}} table */
  #ownOutputsOf(name, { scaled }) {
    const known = this.#own.get(name);
    if (known) return known;
    const outputs = outputsOf(this.run, this.parameters, scaled, this.run.target_scaling);
    this.#own.set(name, outputs);
    return outputs;
  }
}
