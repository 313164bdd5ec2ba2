// What the colours and marks of the decision picture mean.

import { barColours, classTones } from "./decision_colours.mjs";
import { channelsOfPixel, cssOf } from "../shared/colours.mjs";
import { tickText } from "../shared/ticks.mjs";
import { markOf } from "./decision_shapes.mjs";
/**
 * @import { Colours, Description } from "../shared/types"
 * @import { Scale } from "./decision_colours.mjs"
 */

/** What is drawn around a point that is answered wrongly. */
const RING = '<svg viewBox="-12 -12 24 24" aria-hidden="true"><circle class="decision-ring" r="9"/></svg>';

const BAR_WIDTH = 132;
const CHARACTER_WIDTH = 7.5;

/** Whether the middle number has room between the two at the ends. @param {string[]} texts @param {number} place */
function hasRoom(texts, place) {
  const [low, middle, high] = texts.map((text) => (text.length + 0.5) * CHARACTER_WIDTH);
  return place * BAR_WIDTH - middle / 2 > low && (1 - place) * BAR_WIDTH - middle / 2 > high;
}

export class DecisionLegend {
  #box;

  /** @param {HTMLElement} box */
  constructor(box) {
    this.#box = box;
  }

  /**
   * @param {Description} run @param {Scale | null} scale null where nothing is coloured by it
   * @param {Colours} colours @param {boolean} ofClasses whether the largest class is shown
   */
  draw(run, scale, colours, ofClasses) {
    const parts = ofClasses ? this.#classes(run, colours) : scale ? [this.#bar(scale, colours)] : [];
    if (run.classes !== null) parts.push(this.#entry("decision-wrong", RING, "wrong"));
    this.#box.replaceChildren(...parts);
  }

  /** @param {Scale} scale @param {Colours} colours */
  #bar(scale, colours) {
    const bar = document.createElement("div");
    bar.className = "decision-bar";
    const [low, middle, high] = barColours(colours, scale);
    const place = (scale.middle - scale.lowest) / (scale.highest - scale.lowest);
    bar.style.setProperty("--bar", `linear-gradient(to right, ${low}, ${middle} ${100 * place}%, ${high})`);
    const texts = [scale.lowest, scale.middle, scale.highest].map(tickText);
    for (const [k, left] of [0, place, 1].entries()) {
      if (k === 1 && !hasRoom(texts, place)) continue;
      const text = Object.assign(document.createElement("span"), { textContent: texts[k] });
      text.style.left = `${100 * left}%`;
      // The end values stay within the ends of the bar.
      text.style.translate = `${-50 * k}% 0`;
      bar.append(text);
    }
    return bar;
  }

  /** @param {Description} run @param {Colours} colours */
  #classes(run, colours) {
    const tones = classTones(colours, run.target_names.length);
    return run.target_names.map((name, k) => {
      const entry = this.#entry("is-class", markOf(k), name);
      const mark = /** @type {SVGElement} */ (entry.firstChild);
      mark.style.backgroundColor = cssOf(channelsOfPixel(tones[k][tones[k].length - 1]));
      return entry;
    });
  }

  /** @param {string} className @param {string} mark as SVG @param {string} text */
  #entry(className, mark, text) {
    const entry = document.createElement("span");
    entry.className = `decision-entry ${className}`;
    entry.innerHTML = mark;
    entry.append(text);
    return entry;
  }
}
