// The run that was on the screen before: what it answers at the same epoch, row for row.
import { outputsOf, scaledRow } from "./forward_pass.mjs";

export class RunBefore {
  #answers = new Map();
  #parameters = null;

  /**
   * @param {import("./run_on_screen.mjs").RunOnScreen} run
   * @param {{train: Array<number | null> | null, test: Array<number | null> | null}} rows which of its rows each row now was
   */
  constructor(run, rows) {
    this.run = run;
    this.rows = rows;
  }

  /** @param {number} epoch its end, if it was shorter */
  goTo(epoch) {
    const place = this.run.records.placeOf(epoch);
    this.#answers.clear();
    this.#parameters = Float64Array.from(this.run.records.parametersAt(place));
  }

  outputsAt() {
    return this.#outputs("train");
  }

  testOutputsAt() {
    return this.#outputs("test");
  }

  /**
   * What it answers to a row in the table's units, or null if its table had other columns.
   * @param {number[]} inputs
   */
  answer(inputs) {
    const { description } = this.run;
    if (this.rows.train === null || inputs.length !== description.layer_sizes[0]) return null;
    const scaled = scaledRow(description, inputs);
    return outputsOf(description, this.#parameters, [scaled], description.target_scaling);
  }

  #outputs(table) {
    const { description } = this.run;
    const rows = this.rows[table];
    if (!rows || !description[table]) return null;
    if (!this.#answers.has(table)) {
      const { scaled } = description[table];
      const count = description.target_names.length;
      const all = outputsOf(description, this.#parameters, scaled, description.target_scaling);
      const answers = rows.map((row) => (row === null ? null : all.subarray(row * count, (row + 1) * count)));
      this.#answers.set(table, answers);
    }
    return this.#answers.get(table);
  }
}
