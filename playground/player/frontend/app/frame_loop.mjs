// The frames of the player: one after another while there is anything to do, and hardly any while all is at rest. A page that
// rests for an hour should not cost a battery what one that plays does.

/** Milliseconds after which a page at rest is looked at, though nobody has said that anything is new. */
export const LOOK = 500;

/** Seconds that one frame may stand for, after a page was hidden or at rest. */
export const LONGEST_FRAME = 0.25;

/** @typedef {Pick<Window, "requestAnimationFrame" | "cancelAnimationFrame" | "setTimeout" | "clearTimeout">} Frames */

export class FrameLoop {
  /** Of the next frame; null while all is at rest. @type {number | null} */
  #frame = null;
  #look = 0;
  #last = 0;
  #tick;
  #window;

  /**
   * @param {(seconds: number) => boolean} tick what is done in a frame, with the seconds that have passed; whether something
   *   is left to be done in the next one
   * @param {Frames} window what shows frames and keeps time
   */
  constructor(tick, window) {
    this.#tick = tick;
    this.#window = window;
    this.wake();
  }

  /** Something is new: there is a frame for it. */
  wake() {
    if (this.#frame === null) this.#next();
  }

  stop() {
    this.#window.clearTimeout(this.#look);
    if (this.#frame !== null) this.#window.cancelAnimationFrame(this.#frame);
  }

  #next() {
    this.#window.clearTimeout(this.#look);
    this.#frame = this.#window.requestAnimationFrame((now) => this.#run(now));
  }

  /** @param {number} now milliseconds */
  #run(now) {
    const seconds = Math.min(LONGEST_FRAME, (now - this.#last) / 1000);
    this.#last = now;
    // First the next frame, so that one exception does not stop the player.
    this.#next();
    if (this.#tick(seconds)) return;
    this.stop();
    this.#frame = null;
    this.#look = this.#window.setTimeout(() => this.wake(), LOOK);
  }
}
