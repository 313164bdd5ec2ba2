// Measures how wide the strip and its digits are, lays out its lines, and knows whether they stand beside an editor.

import { derivedTexts, inputTexts, targetsText } from "./answer_texts.mjs";
import { ownInputCount } from "../model/derived_columns.mjs";
import { EDGE, GAP, keptCharacters, lineLayout } from "./line_layout.mjs";
import { headHeight, LINE_HEIGHT } from "./line_places.mjs";
import { element } from "../shared/element.js";
import { shownNumber } from "../shared/wording.mjs";
/**
 * @import { Description } from "../shared/types"
 * @import { Layout } from "./line_layout.mjs"
 * @import { Rows } from "./answer_kinds.mjs"
 */

/** On a projector more rows than these stand in two columns, so many pixels apart. */
const [MOST_IN_ONE, BETWEEN] = [6, 16];
/** The share of a line that inputs and target may take. */
const MOST_GIVEN = 0.45;
/** Digits that the last line takes with all that it says: how many are right, and the accuracy. */
const SUMMARY = 28;
/** The strip's own border, at one side; in pixels. */
const FRAME = 1;
const PROBE = "0000000000";
/** Room for the outputs of classes, such as "0.99996", so that nothing moves when one becomes longer. */
const [USUAL, MOST] = [7, 14];
/** What a target has room for beside its inputs, and where there is least room: less would cut its title off. In digits. */
const [SHORTEST_TARGET, LEAST_TARGET] = [6, 4];
/** Of a derived input: its name is cut off where it is longer. */
const [SHORTEST_DERIVED, LONGEST_DERIVED] = [4, 9];

export class LineWidths {
  /** @type {Layout | null} */ layout = null;
  /** Of an output's digit, in pixels. */ digit = 7.5;
  /** Of the line of names, in pixels. */ head = headHeight(0);
  /** Where the track begins, in pixels from the left. */ trackAt = 0;
  /** What the derived inputs are called. @type {string[]} */ derived = [];
  #root;
  #changed;
  #probe = element("b", "rows-probe", PROBE);
  #width = 0;
  #height = 0;
  #kind = "";
  /** What the lines hold. */
  #line = { numberDigits: 1, characters: USUAL, charactersBefore: 0, outputs: 1, word: 0, isNamed: false, derived: /** @type {number[]} */ ([]) };
  /** How many characters the longest inputs and the longest target have. */ #given = { inputs: 0, targets: 0 };
  #written = "";
  #rows = 0;
  #sizes = new ResizeObserver((entries) => this.#measured(entries));

  /**
   * @param {HTMLElement} place beside the editor
   * @param {HTMLElement} root the strip, in that place
   * @param {() => void} changed called when lines are laid out otherwise
   */
  constructor(place, root, changed) {
    this.#root = root;
    this.#changed = changed;
    this.#probe.setAttribute("aria-hidden", "true");
    root.style.setProperty("--head", `${this.head}px`);
    root.append(this.#probe);
    for (const part of [place, this.#probe]) this.#sizes.observe(part);
  }

  /** @param {Description} run @param {Rows} rows @param {string} word the longest one that is said of an answer */
  follow(run, rows, word) {
    const kind = JSON.stringify([run.target_names, run.input_names, run.classes]);
    const longest = Math.max(USUAL, ...(run.classes ? [] : run.train.targets.flat().map((target) => shownNumber(target).length)));
    const known = kind === this.#kind ? this.#line.characters : 0;
    this.#kind = kind;
    this.#line.characters = Math.min(MOST, longest);
    this.#line.outputs = run.target_names.length;
    this.#line.word = word.length * 0.8;
    this.#line.isNamed = run.classes?.kind === "several";
    this.#line.numberDigits = Math.max(1, ...rows.row_numbers.map((number) => String(number).length));
    this.#rows = rows.targets.length;
    this.derived = run.input_names.slice(ownInputCount(run));
    this.#line.derived = longestOf(this.derived, rows.derived ?? rows.inputs.map((row) => row.slice(ownInputCount(run))));
    // The same table goes on in another run: what has found its room keeps it.
    if (this.layout) this.#line.characters = keptCharacters({ ...this.#line, digit: this.digit, width: this.layout.width }, known);
    const targets = Math.max(0, ...rows.targets.map((row) => targetsText(run, row).length));
    this.#given = { inputs: Math.max(0, ...inputTexts(rows.inputs).map(({ length }) => length)), targets };
    this.#lay();
  }

  /** @param {boolean} hasBefore whether the run before answers too */
  compare(hasBefore) {
    if (hasBefore === this.#line.charactersBefore > 0) return;
    this.#line.charactersBefore = hasBefore ? this.#line.characters : 0;
    this.#lay();
  }

  /** An output has so many characters: there is room for as many from now on. @param {number} characters */
  hold(characters) {
    if (characters <= this.#line.characters) return;
    this.#line.characters = characters;
    if (this.#line.charactersBefore > 0) this.#line.charactersBefore = characters;
    this.#lay();
  }

  remove() {
    this.#sizes.disconnect();
  }

  /** @param {ResizeObserverEntry[]} entries */
  #measured(entries) {
    for (const { target, contentRect } of entries) {
      // What is hidden has no width, and comes back with the one it had.
      if (contentRect.width === 0) continue;
      if (target === this.#probe) this.digit = contentRect.width / PROBE.length;
      else [this.#width, this.#height] = [contentRect.width, contentRect.height];
    }
    this.#lay();
  }

  #lay() {
    if (this.#width === 0) return;
    // Under the editor, or without one, the answers have lines of their own.
    const isApart = this.#root.closest(".has-answers-below, .projector") !== null;
    this.#root.classList.toggle("is-apart", isApart);
    // Apart it is as high as it likes, which says nothing of an editor.
    this.head = headHeight(isApart ? 0 : this.#height);
    // Many rows in one column would lie below what a projector shows.
    const isInTwo = this.#rows > MOST_IN_ONE && this.#root.closest(".projector") !== null;
    this.#root.classList.toggle("is-in-two", isInTwo);
    this.#root.style.setProperty("--half", String(Math.ceil(this.#rows / 2)));
    const across = isInTwo ? (this.#width - BETWEEN) / 2 : this.#width;
    const { layout, wanted } = isApart ? this.#apart(across, isInTwo) : this.#beside(across, 0, this.#line.derived);
    this.layout = layout;
    // Only what an editor has beside it is bound to the height of its lines.
    const isHigher = isApart && layout.before === "above";
    this.#root.style.setProperty("--line-height", isHigher ? `calc(var(--type) * ${LINE_HEIGHT}px)` : `${LINE_HEIGHT}px`);
    this.#write(layout, wanted);
  }

  /** @param {number} across @param {number} wanted @param {number[]} [derived] apart they stand among the inputs @param {boolean} [isLow] */
  #beside(across, wanted, derived = [], isLow = false) {
    const width = across - FRAME - (wanted && wanted + GAP);
    return { layout: lineLayout({ ...this.#line, derived, isLow, digit: this.digit, width }), wanted };
  }

  /** With what stands in the editor otherwise: the target, and the inputs where they leave enough for the answer. @param {number} across @param {boolean} isInTwo */
  #apart(across, isInTwo) {
    const { inputs, targets } = this.#given;
    const target = (/** @type {number} */ least) => targets && (Math.max(least, targets) + 2) * this.digit;
    const both = this.#beside(across, target(SHORTEST_TARGET) + (inputs + 1) * this.digit, [], isInTwo);
    const isEnough = isInTwo ? both.layout.before !== "above" && both.layout.width + both.wanted + GAP <= across : both.wanted <= MOST_GIVEN * across;
    const hasInputs = inputs > 0 && isEnough;
    this.#root.classList.toggle("has-inputs", hasInputs);
    return hasInputs ? both : this.#beside(across, target(isInTwo ? LEAST_TARGET : SHORTEST_TARGET), [], isInTwo);
  }

  /** @param {Layout} layout @param {number} wanted the width of the target, where it stands with its answer */
  #write(layout, wanted) {
    const { derived, number, answer, output, track, verdict, before, isTight, isMarkAlone, width } = layout;
    const { outputs } = this.#line;
    const parts = [...derived, number, wanted, ...new Array(outputs).fill(answer), track, verdict].filter((part) => part > 0);
    const columns = parts.map((part) => `${part.toFixed(2)}px`).join(" ");
    const written = [columns, output, before, isTight, isMarkAlone, width, this.head].join();
    if (written === this.#written) return;
    this.#written = written;
    const ahead = derived.reduce((sum, part) => sum + part + GAP, 0);
    this.trackAt = ahead + EDGE + number + GAP + (wanted && wanted + GAP) + answer + GAP;
    const style = this.#root.style;
    style.setProperty("--columns", columns);
    style.setProperty("--head", `${this.head}px`);
    style.setProperty("--output", `${output.toFixed(2)}px`);
    style.setProperty("--line-width", `${(width + (wanted && wanted + GAP)).toFixed(2)}px`);
    style.setProperty("--derived", `${ahead && ahead + EDGE - GAP / 2}px`);
    this.#root.classList.toggle("has-derived", derived.length > 0);
    this.#root.classList.toggle("has-wanted", wanted > 0);
    this.#root.classList.toggle("has-track", track > 0);
    this.#root.classList.toggle("has-verdict", verdict > 0);
    this.#root.classList.toggle("is-before-above", before === "above");
    this.#root.classList.toggle("is-tight", isTight);
    this.#root.classList.toggle("is-mark-alone", isMarkAlone);
    this.#root.classList.toggle("is-short", this.#width < SUMMARY * this.digit);
    this.#root.classList.toggle("is-named", answer === 0);
    this.#root.classList.toggle("is-wide", width > this.#width);
    this.#changed();
  }
}

/** How many characters each derived input takes. @param {string[]} names @param {number[][]} rows @returns {number[]} */
function longestOf(names, rows) {
  const lengths = names.map((name) => Math.max(SHORTEST_DERIVED, name.length));
  for (const row of rows) derivedTexts(row).forEach((text, k) => (lengths[k] = Math.max(lengths[k], text.length)));
  return lengths.map((length) => Math.min(LONGEST_DERIVED, length));
}
