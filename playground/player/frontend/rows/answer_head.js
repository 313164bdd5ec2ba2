// The strip's line of column names: "output", or the name of each output, and the scale of the track.

import { TRACK_MARGIN } from "./line_layout.mjs";
import { scaleNumbers } from "./row_track.mjs";
import { element } from "../shared/element.js";
/**
 * @import { Pair } from "../shared/types"
 * @import { Layout } from "./line_layout.mjs"
 */

/** How much smaller than an output's digit one of the scale is. */
const SMALL = 0.87;

export class AnswerHead {
  box = element("div", "rows-head rows-columns");

  constructor() {
    // The lines say it all themselves when they are read aloud.
    this.box.setAttribute("aria-hidden", "true");
  }

  /**
   * @param {string[]} names of the outputs
   * @param {string[]} derived names of the derived inputs
   * @param {Layout} layout
   * @param {Pair} ends of the track
   * @param {number | null} threshold null where there is none
   * @param {number} digit width of an output's digit, in pixels
   * @param {boolean} areScaled whether the inputs are
   */
  draw(names, derived, layout, ends, threshold, digit, areScaled) {
    const titles = layout.answer === 0 ? ["called"] : names.length > 1 ? names : [layout.before === "beside" ? "before → output" : "output"];
    const cells = titles.map((title) => Object.assign(element("span", "rows-title", title), { title }));
    const numbers = layout.track > 0 ? scaleNumbers(ends, threshold, layout.track - 2 * TRACK_MARGIN, SMALL * digit) : [];
    const scale = numbers.map(({ text, middle }) => {
      const number = element("span", "", text);
      number.style.left = `${middle.toFixed(1)}px`;
      return number;
    });
    const wanted = element("span", "rows-wanted", element("span", "rows-inputs", areScaled ? "scaled →" : "inputs →"), "target");
    const inputs = derived.map((name) => Object.assign(element("span", "rows-title", name), { title: `${name}, computed` }));
    this.box.replaceChildren(element("span", "rows-derived", ...inputs), element("span", "rows-number"), wanted, ...cells, element("span", "rows-scale", ...scale));
  }
}
