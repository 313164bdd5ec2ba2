// A few epochs, written under the slider where they stand.
import { epochTicks } from "./epoch_ticks.mjs";
import { element } from "../shared/element.js";
import { epochText } from "../shared/wording.mjs";
/**
 * @import { Timeline } from "./timeline.mjs"
 * @import { TrackSize } from "./epoch_slider.js"
 */

export class EpochLabels {
  /** What the labels were made of. @type {unknown[]} */
  #made = [];

  /** @param {HTMLElement} track */
  constructor(track) {
    this.box = track.appendChild(element("div", "epoch-labels"));
    this.box.setAttribute("aria-hidden", "true");
  }

  /** @param {Timeline} timeline @param {TrackSize} size */
  show(timeline, { width, characterWidth }) {
    const { end, scale } = timeline;
    const made = [end, scale, width, characterWidth];
    if (width === 0 || made.every((part, place) => part === this.#made[place])) return;
    this.#made = made;
    this.box.replaceChildren(
      ...epochTicks({ end, scale, width, characterWidth }).map((epoch) => {
        const label = element("span", "epoch-label", epochText(epoch));
        label.style.left = `${100 * timeline.shareOf(epoch)}%`;
        return label;
      }),
    );
  }
}
