// The recorded epochs of one run, as far as they have arrived. A record is the loss, the test loss, and the parameters.

const FIRST_SIZE = 1024;
const BEFORE_PARAMETERS = 2;

export class Records {
  #epochs = new Uint32Array(FIRST_SIZE);
  #values;

  /** @param {number} width how many numbers a record has */
  constructor(width) {
    this.width = width;
    this.count = 0;
    this.#values = new Float32Array(FIRST_SIZE * width);
  }

  /** The newest epoch that has arrived, or -1. */
  get newest() {
    return this.count ? this.#epochs[this.count - 1] : -1;
  }

  /**
   * Append records; those that are already there are skipped, and what would leave a gap is ignored.
   * @param {number} from the place of the first of them in the run
   * @param {Uint32Array} epochs
   * @param {Float32Array} rows
   * @returns {number} how many were new
   */
  add(from, epochs, rows) {
    const skipped = this.count - from;
    if (skipped < 0 || skipped >= epochs.length) return 0;
    this.#growFor(from + epochs.length);
    this.#epochs.set(epochs.subarray(skipped), this.count);
    this.#values.set(rows.subarray(skipped * this.width), this.count * this.width);
    this.count = from + epochs.length;
    return epochs.length - skipped;
  }

  /**
   * The place of the last record that is not later than an epoch, or -1.
   * @param {number} epoch
   */
  placeOf(epoch) {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#epochs[middle] <= epoch) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** @param {number} place */
  epochAt(place) {
    return this.#epochs[place];
  }

  /** @param {number} place */
  lossAt(place) {
    return this.#values[place * this.width];
  }

  /**
   * The parameters of a record; they are only valid until records are added.
   * @param {number} place
   */
  parametersAt(place) {
    return this.#values.subarray(place * this.width + BEFORE_PARAMETERS, (place + 1) * this.width);
  }

  /** @param {number} count */
  #growFor(count) {
    if (count <= this.#epochs.length) return;
    const size = Math.max(count, 2 * this.#epochs.length);
    const epochs = new Uint32Array(size);
    epochs.set(this.#epochs.subarray(0, this.count));
    const values = new Float32Array(size * this.width);
    values.set(this.#values.subarray(0, this.count * this.width));
    this.#epochs = epochs;
    this.#values = values;
  }
}
