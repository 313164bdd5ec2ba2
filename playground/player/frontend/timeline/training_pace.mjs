// How fast training goes, as it is felt: over the whole time that it has been asked for.
import { epochText } from "../shared/wording.mjs";

const LONGEST_GAP = 2000;

export class TrainingPace {
  #trained = 0;
  #epochs = 0;
  #time = 0;
  /** @type {number | null} */
  #at = null;

  /** Another run begins. */
  start() {
    this.#trained = 0;
    this.#at = null;
    this.#epochs = 0;
    this.#time = 0;
  }

  /**
   * @param {{trained: number}} header
   * @param {number} now milliseconds
   */
  note({ trained }, now) {
    // A gap is not training: somebody had paused.
    if (this.#at !== null && trained > this.#trained && now - this.#at < LONGEST_GAP) {
      this.#epochs += trained - this.#trained;
      this.#time += now - this.#at;
    }
    this.#trained = trained;
    this.#at = now;
  }

  /** Epochs per second, or 0 as long as nothing can be said. */
  get epochsPerSecond() {
    return this.#time > 0 ? (1000 * this.#epochs) / this.#time : 0;
  }

  /**
   * What is said while training goes on; how far it has come is seen on the slider.
   * @param {{trained: number, end: number}} run
   */
  text({ trained, end }) {
    const pace = this.epochsPerSecond;
    if (!pace) return `trained to ${epochText(trained)}`;
    const left = Math.max(1, Math.ceil((end - trained) / pace));
    return `${epochText(Math.round(pace))} epochs/s · ${epochText(left)} s to go`;
  }
}
