// What the marks of the decision picture mean that its scale does not say: wrong rows, undecided ones, and several classes.

import { classButton } from "./class_button.js";
import { classTones } from "./decision_colours.mjs";
import { channelsOfPixel, cssOf } from "../shared/colours.mjs";
/** @import { Colours, Description } from "../shared/types" */

/** What is drawn around a point that is answered wrongly. */
const RING = '<svg viewBox="-12 -12 24 24" aria-hidden="true"><circle class="decision-ring" r="9"/></svg>';
export const WRONG = "wrong";

export class DecisionLegend {
  #classes;
  #verdicts;
  #wrong = entryOf("decision-wrong", RING, WRONG);
  #undecided = document.createElement("span");

  /** @param {HTMLElement} classes a box for the classes @param {HTMLElement} verdicts and one for right and wrong */
  constructor(classes, verdicts) {
    this.#classes = classes;
    this.#verdicts = verdicts;
    this.#undecided.className = "decision-undecided";
  }

  /** @param {Description} run @param {Colours} colours @param {boolean} ofClasses whether the largest class is shown */
  draw(run, colours, ofClasses) {
    this.#classes.replaceChildren(...(ofClasses ? classEntries(run, colours) : []));
    this.#verdicts.replaceChildren(...(run.classes === null ? [] : [this.#wrong, this.#undecided]));
  }

  /** What there are none of needs no entry, and there is room for one. @param {{wrong: number, undecided: number}} counts */
  count({ wrong, undecided }) {
    const text = undecided && !wrong ? `${undecided} undecided` : "";
    if (this.#undecided.textContent === text) return;
    this.#undecided.textContent = text;
    this.#wrong.hidden = text !== "";
  }
}

/** @param {Description} run @param {Colours} colours */
function classEntries(run, colours) {
  const tones = classTones(colours, run.target_names.length);
  return run.target_names.map((name, k) => {
    const entry = classButton(k, [name], name);
    entry.classList.add("decision-entry", "is-class");
    const mark = /** @type {SVGElement} */ (entry.firstChild);
    mark.style.backgroundColor = cssOf(channelsOfPixel(tones[k][tones[k].length - 1]));
    return entry;
  });
}

/** @param {string} className @param {string} mark as SVG @param {string} text */
function entryOf(className, mark, text) {
  const entry = document.createElement("span");
  entry.className = `decision-entry ${className}`;
  entry.innerHTML = mark;
  entry.append(text);
  return entry;
}
