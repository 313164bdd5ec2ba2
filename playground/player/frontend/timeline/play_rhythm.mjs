// When the play-head moves: in every frame, or in steps where a picture costs much, or for those who want less motion.
//
// Every part of the page shows the same epoch. Where that takes longer than half a frame to draw, a picture stands for another one:
// the page answers between two pictures, and the run plays as fast as elsewhere.
//
// Whoever asks for reduced motion still wants to see a run: it plays as fast as for others, in pictures that each stand
// still for a quarter of a second. So nothing glides, nothing flickers faster than three or four times a second, and what
// changes between two pictures can be read.

/** Seconds that a picture stands still for those who want less motion. */
export const STILL = 0.25;

/** A picture stands for so many times as long as it took to be drawn. */
const SHARE = 2;

export class PlayRhythm {
  #saved = 0;
  #stood = Infinity;

  /**
   * How much time passes for the play-head in a frame; 0 if this picture stands still.
   * @param {number} seconds that have passed since the last frame
   * @param {boolean} isCalm whether less motion is wanted
   * @param {boolean} isMoving
   * @param {number} cost seconds that drawing the last picture took
   */
  pass(seconds, isCalm, isMoving, cost) {
    this.#stood += seconds;
    if (!isMoving) {
      this.#saved = 0;
      // The first picture after a rest comes at once: it is the answer to a key.
      this.#stood = Infinity;
      return seconds;
    }
    this.#saved += seconds;
    if (this.#stood < Math.max(isCalm ? STILL : 0, SHARE * cost)) return 0;
    const passed = this.#saved;
    this.#saved = 0;
    this.#stood = 0;
    return passed;
  }
}
