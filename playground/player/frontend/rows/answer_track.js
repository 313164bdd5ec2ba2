// Draws one row's track: the target, the output, the error between them as a bar, and where the output was before.

import { errorBar, isBeyond, shareOn } from "./row_track.mjs";
import { element } from "../shared/element.js";
/** @import { Pair } from "../shared/types" */

export class AnswerTrack {
  #target = element("i", "rows-target");
  #error = element("i", "rows-error");
  #was = element("i", "rows-was");
  #dot = element("i", "rows-dot");
  #wanted = NaN;
  /** What is written, so that nothing is written again; null before anything is. */
  #shown = { now: /** @type {number | null} */ (null), was: /** @type {number | null} */ (null), side: 0 };

  constructor() {
    // Placed by shares of the track, so that nothing is measured, and by no transform: a browser that finds another one
    // sorts the layers of the whole page anew.
    this.box = element("span", "rows-track", this.#error, this.#target, this.#was, this.#dot);
    this.box.setAttribute("aria-hidden", "true");
  }

  /** @param {number | null} share of the target; null without one @param {0 | 1 | null} ownClass the row's own */
  aim(share, ownClass) {
    this.#wanted = share ?? NaN;
    this.#shown = { now: null, was: null, side: this.#shown.side };
    this.#target.className = `rows-target ${ownClass === null ? "rows-target-number" : `rows-class-${ownClass}`}`;
    this.#target.hidden = share === null;
    this.#was.hidden = true;
    if (share !== null) this.#target.style.left = percent(share);
  }

  /** @param {Pair} ends @param {number} output @param {number | null} before */
  draw(ends, output, before) {
    const shown = this.#shown;
    const now = shareOn(ends, output);
    if (!Object.is(now, shown.now)) {
      shown.now = now;
      const isMissing = Number.isNaN(now);
      hideWhereNot(this.#dot, isMissing);
      hideWhereNot(this.#error, isMissing || Number.isNaN(this.#wanted));
      if (!isMissing) this.#move(now);
    }
    const was = before === null ? NaN : shareOn(ends, before);
    if (Object.is(was, shown.was)) return;
    shown.was = was;
    hideWhereNot(this.#was, Number.isNaN(was));
    if (!this.#was.hidden) this.#was.style.left = percent(was);
  }

  /** @param {number} share */
  #move(share) {
    this.#dot.style.left = percent(share);
    const side = isBeyond(share) ? Math.sign(share) : 0;
    if (side !== this.#shown.side) {
      this.#shown.side = side;
      this.#dot.classList.toggle("is-beyond", side !== 0);
      this.#dot.classList.toggle("is-below", side < 0);
    }
    if (Number.isNaN(this.#wanted)) return;
    const { from, size } = errorBar(this.#wanted, share);
    Object.assign(this.#error.style, { left: percent(from), width: percent(size) });
  }
}

/** An attribute that is written anew restyles its element, even where it was the same. @param {HTMLElement} part @param {boolean} isHidden */
function hideWhereNot(part, isHidden) {
  if (part.hidden !== isHidden) part.hidden = isHidden;
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(2)}%`;
