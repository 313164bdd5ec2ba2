// Moves an element along a straight way in every frame. The element has an animation that stands still, and is put to another
// time: a browser then only moves a layer. A transform that is written makes it sort the layers of the whole page anew.
import { wantsLessMotion } from "./reduced_motion.js";

/** Milliseconds for the whole way, which nothing ever takes; they are many, so that no place is rounded. */
const WHOLE = 100_000;

export class MovedAlong {
  /** Nothing at all is animated for whoever wants less motion; they get few frames, too. @type {Animation | null} */
  #animation = null;
  #shown = NaN;
  #from = 0;
  #length = 0;
  #element;
  #write;

  /** @param {HTMLElement} element @param {(at: number) => string} write its transform at a place of its way */
  constructor(element, write) {
    this.#element = element;
    this.#write = write;
  }

  /** Between which places it moves without a transform; beyond them one is written. @param {number} from @param {number} to */
  lay(from, to) {
    if (from === this.#from && to - from === this.#length) return;
    this.#from = from;
    this.#length = to - from;
    this.#shown = NaN;
    this.#stop();
  }

  /** @param {number} at */
  move(at) {
    const share = this.#length > 0 ? (at - this.#from) / this.#length : NaN;
    const isWritten = wantsLessMotion() || !(share >= 0 && share <= 1);
    if (Number.isNaN(at) || (at === this.#shown && isWritten === !this.#animation)) return;
    this.#shown = at;
    if (!isWritten) (this.#animation ??= this.#paused()).currentTime = WHOLE * share;
    else {
      this.#stop();
      this.#element.style.transform = this.#write(at);
    }
  }

  #paused() {
    const ends = [this.#from, this.#from + this.#length].map((at) => ({ transform: this.#write(at) }));
    const animation = this.#element.animate(ends, { duration: WHOLE, fill: "both" });
    animation.pause();
    return animation;
  }

  #stop() {
    this.#animation?.cancel();
    this.#animation = null;
  }
}
