// A diamond on the slider at each epoch at which the run was changed.
import { changesByEpoch } from "./change_log.mjs";
import { element } from "../shared/element.js";
/**
 * @import { Change } from "../shared/types"
 * @import { Timeline } from "./timeline.mjs"
 */

export class ChangeMarks {
  /** What the marks were made of. @type {unknown[]} */
  #made = [];

  /** @param {HTMLElement} track */
  constructor(track) {
    this.box = track.appendChild(element("div", "changes"));
    this.box.setAttribute("aria-hidden", "true");
  }

  /** @param {Change[]} changes @param {Timeline} timeline */
  show(changes, timeline) {
    const made = [changes, timeline.scale, timeline.end];
    if (made.every((part, place) => part === this.#made[place])) return;
    this.#made = made;
    this.box.replaceChildren(
      ...changesByEpoch(changes).map(([epoch, text]) => {
        const mark = Object.assign(element("span", "change"), { title: text });
        mark.style.left = `${100 * timeline.shareOf(epoch)}%`;
        return mark;
      }),
    );
  }
}
