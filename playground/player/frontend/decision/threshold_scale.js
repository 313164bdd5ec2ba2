// The scale of colours beside the decision picture, with the threshold as a handle on it.

import { classButton } from "./class_button.js";
import { barColours } from "./decision_colours.mjs";
import { FONT_SIZE } from "./decision_layout.mjs";
import { classLabels, labelPlaces, numberLabels } from "./scale_places.mjs";
import { fittingTexts } from "../shared/fitting_texts.mjs";
import { textWidth } from "../shared/text_width.mjs";
import { tickText } from "../shared/ticks.mjs";
import { className } from "../model/classes.mjs";
import { element } from "../shared/element.js";
import { shortNumber } from "../shared/wording.mjs";
/**
 * @import { Actions, Colours, Description } from "../shared/types"
 * @import { Layout } from "./decision_layout.mjs"
 * @import { Scale } from "./decision_colours.mjs"
 */

const LINE = 17;
const MARK = 20;
/** Steps of the threshold from the one class to the other. */
const STEPS = 100;
/** Pixels that the name of a class may take beside the bar, little more than the word "threshold" takes. */
const WIDEST_NAME = 66;
/** Arrow keys and the like belong to this control, not to the player's play-head. */
const OWN_KEY = /^(Arrow|Page|Home$|End$)/;

const FRAME = `<i class="scale-bar"></i>
  <input type="range" class="scale-threshold" aria-label="Threshold">
  <i class="scale-handle" hidden></i>
  <div class="scale-labels"></div>`;

/**
 * @typedef {object} Scaled what a scale is of
 * @property {Description} run @property {Scale} scale @property {Colours} colours @property {Layout} layout
 * @property {number | null} threshold null where the colours are not cut in two classes by it
 */

/** The texts a scale may need room for. @param {Description} run @param {Scale} scale */
export function scaleTexts(run, scale) {
  const numbers = [scale.lowest, scale.middle, scale.highest].map(tickText);
  if (run.classes?.kind !== "two") return numbers;
  // Its mark takes the room of two narrow letters.
  return [...numbers, "threshold", ...[0, 1].map((shownClass) => `ii ${shortName(run, shownClass)}`)];
}

/** The name of a class as it stands beside the bar. @param {Description} run @param {number} shownClass */
function shortName(run, shownClass) {
  const short = fittingTexts([0, 1].map((either) => className(run, either)), FONT_SIZE, WIDEST_NAME)[shownClass];
  return run.classes?.names ? short : `class ${short}`;
}

export class ThresholdScale {
  #root;
  #input;
  #handle;
  #labels;
  /** What is drawn. @type {Scaled | null} */
  #drawn = null;

  /** One drag, or all that is typed before something else is done, is one change. */
  #gesture = 0;

  /** @param {HTMLElement} root @param {Pick<Actions, "newGesture" | "setThreshold">} actions */
  constructor(root, actions) {
    this.#root = root;
    root.innerHTML = FRAME;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.scale-${name}`));
    this.#input = /** @type {HTMLInputElement} */ (part("threshold"));
    this.#handle = part("handle");
    this.#labels = part("labels");
    for (const begins of ["pointerdown", "focus"]) this.#input.addEventListener(begins, () => (this.#gesture = actions.newGesture()));
    this.#input.addEventListener("input", () => {
      this.#gesture ||= actions.newGesture();
      actions.setThreshold(Number(this.#input.value), this.#gesture);
    });
    this.#input.addEventListener("keydown", (event) => {
      if (OWN_KEY.test(event.key)) event.stopPropagation();
    });
  }

  /** @param {Scaled | null} scaled null where no number has a colour @returns {boolean} whether its labels were made anew */
  draw(scaled) {
    if (this.#root.hidden !== (scaled === null)) this.#root.hidden = scaled === null;
    this.#offer(scaled?.run.classes?.kind === "two");
    if (scaled === null) this.#labels.replaceChildren();
    const drawn = this.#drawn;
    this.#drawn = scaled;
    if (scaled === null || isSame(scaled, drawn)) return false;
    const { run, scale, colours, layout, threshold } = scaled;
    this.#paintBar(scale, colours);
    this.#handle.hidden = threshold === null;
    const share = shareOf(scale, threshold ?? scale.middle);
    this.#root.style.setProperty("--share", String(share));
    if (threshold === null || run.classes === null) this.#writeNumbers(scale, layout, share);
    else {
      this.#setInput(run.classes.values, threshold, `class ${className(run, 1)}`);
      this.#writeClasses(run, run.classes.values, threshold, layout, share);
    }
    return true;
  }

  /**
   * There is a threshold where there are two classes; it keeps the keyboard while a neuron is shown.
   * @param {boolean} isOffered
   */
  #offer(isOffered) {
    if ((this.#input.parentNode !== null) === isOffered) return;
    if (isOffered) this.#handle.before(this.#input);
    else this.#input.remove();
  }

  /** @param {Scale} scale @param {Colours} colours */
  #paintBar(scale, colours) {
    const [low, middle, high] = barColours(colours, scale);
    this.#root.style.setProperty("--stops", `${low}, ${middle} ${100 * shareOf(scale, scale.middle)}%, ${high}`);
  }

  /** @param {[number, number]} values of class 0 and class 1 @param {number} threshold @param {string} above which class is called */
  #setInput([min, max], threshold, above) {
    const input = this.#input;
    Object.assign(input, { min: String(min), max: String(max), step: String((max - min) / STEPS) });
    if (Number(input.value) !== threshold) input.value = String(threshold);
    input.setAttribute("aria-valuetext", `${shortNumber(threshold)}: above it an output is called ${above}`);
    input.title = `An output above the threshold is called ${above}; exactly at it, a row is undecided.`;
  }

  /** @param {Scale} scale @param {Layout} layout @param {number} share of the middle */
  #writeNumbers(scale, { length, isUnder, type }, share) {
    const texts = new Map([
      ["low", tickText(scale.lowest)],
      ["middle", tickText(scale.middle)],
      ["high", tickText(scale.highest)],
    ]);
    const longest = Math.max(...Array.from(texts.values(), (text) => textWidth(text, FONT_SIZE * type)));
    const labels = numberLabels(length, share, isUnder ? longest : LINE * type);
    this.#write(labelPlaces(labels, length), (name) => [texts.get(name) ?? ""]);
  }

  /**
   * @param {Description} run @param {[number, number]} values @param {number} threshold @param {Layout} layout
   * @param {number} share of the threshold
   */
  #writeClasses(run, [low, high], threshold, { length, isUnder, type }, share) {
    const font = FONT_SIZE * type;
    const names = [0, 1].map((shownClass) => shortName(run, shownClass));
    const number = shortNumber(threshold);
    const wide = {
      end: Math.max(...[low, high].map((value) => textWidth(tickText(value), font))),
      className: MARK + Math.max(...names.map((name) => textWidth(name, font))),
    };
    const upright = { threshold: 2 * LINE * type, end: LINE * type, className: LINE * type };
    const placed = (/** @type {string} */ said) =>
      labelPlaces(classLabels(length, share, isUnder ? { ...wide, threshold: textWidth(said, font) } : upright), length);
    const [worded, bare] = [placed(`threshold ${number}`), placed(number)];
    // The names of the classes say more than the word does, which the handle has as its name.
    const isBare = !namesBoth(worded) && namesBoth(bare);
    const texts = new Map([["low", tickText(low)], ["high", tickText(high)], ["class 0", names[0]], ["class 1", names[1]]]);
    const set = () => [isBare ? "" : "threshold ", element("b", "", number)];
    this.#write(isBare ? bare : worded, (name) => [texts.get(name) ?? set()].flat(), run);
  }

  /**
   * @param {Map<string, number>} places @param {(name: string) => (string | Node)[]} textOf
   * @param {Description} [run] whose classes are named
   */
  #write(places, textOf, run) {
    this.#labels.replaceChildren(
      ...Array.from(places, ([name, at]) => {
        const shownClass = Number(name.split("class ")[1]);
        const isClass = run && !Number.isNaN(shownClass);
        const label = isClass ? classButton(shownClass, textOf(name), className(run, shownClass)) : labelOf(textOf(name));
        label.classList.add("scale-label", `is-${name.replace(" ", "-")}`);
        label.style.setProperty("--at", `${at.toFixed(1)}px`);
        return label;
      }),
    );
  }
}

/** Whether both classes have room. @param {Map<string, number>} places */
const namesBoth = (places) => places.has("class 0") && places.has("class 1");

/** @param {(string | Node)[]} text */
function labelOf(text) {
  const label = element("span", "", element("span", "", ...text));
  label.setAttribute("aria-hidden", "true");
  return label;
}

/** @param {Scale} scale @param {number} value */
function shareOf({ lowest, highest }, value) {
  return Math.min(1, Math.max(0, (value - lowest) / (highest - lowest)));
}

/** @param {Scaled} one @param {Scaled | null} other */
function isSame(one, other) {
  if (!other || one.run !== other.run || one.colours !== other.colours || one.layout !== other.layout) return false;
  const [{ scale }, { scale: drawn }] = [one, other];
  if (scale.lowest !== drawn.lowest || scale.middle !== drawn.middle || scale.highest !== drawn.highest) return false;
  return one.threshold === other.threshold;
}
