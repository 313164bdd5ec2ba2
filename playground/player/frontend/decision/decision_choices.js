// What the decision picture is to show: which inputs, which output, and where the other inputs are held.

import { ownInputCount, ownInputNames } from "../model/derived_columns.mjs";
import { scaledInput } from "../model/scaled_inputs.mjs";
import { numberText } from "../shared/wording.mjs";
/** @import { Description, Pair } from "../shared/types" */

/** @typedef {{x: number, y: number | null}} Axes the inputs to the right and upwards */

export const LARGEST = -1;
const LARGEST_TITLE = "Of several outputs the largest names the class: each place has the colour of its class. Or one output alone.";
const STEPS = 100;
/** What unfolds says first what it is for. */
const SLICE = "The picture is a slice: it holds these still. Move one, and the slice moves.";

/**
 * A text with a select behind it, in one label.
 * @param {string} text @param {string} name @param {[name: string, value: number][]} options @param {number | null} chosen
 * @param {(value: number) => void} onChange
 */
function labelledSelect(text, name, options, chosen, onChange) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.setAttribute("aria-label", name);
  for (const [option, value] of options) select.add(new Option(option, String(value), false, value === chosen));
  select.addEventListener("change", () => onChange(Number(select.value)));
  label.append(text, select);
  return { label, select };
}

/**
 * What unfolds under a text; it folds again when the keyboard leaves it, and with Escape.
 * @param {string} text @param {HTMLElement[]} parts @param {boolean} isOpen
 */
function folded(text, parts, isOpen) {
  const fold = Object.assign(document.createElement("details"), { className: "decision-fold", open: isOpen });
  const summary = Object.assign(document.createElement("summary"), { textContent: text });
  const list = Object.assign(document.createElement("div"), { className: "decision-fold-list" });
  list.append(...parts);
  fold.append(summary, list);
  fold.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next instanceof Node && !fold.contains(next)) fold.open = false;
  });
  // The player has shortcuts on the same keys.
  fold.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key !== "Escape" || !fold.open) return;
    fold.open = false;
    summary.focus();
  });
  return fold;
}

/** Names with their places. @param {string[]} names @returns {[string, number][]} */
const numbered = (names) => names.map((name, k) => [name, k]);

export class DecisionChoices {
  #axesBox;
  #heldBox;
  #onChange;
  #rangeOf;
  /** @type {Description} */
  #run;
  #row = 0;
  /** @type {Partial<Record<"x" | "y", HTMLSelectElement>>} */
  #selects = {};

  /**
   * @param {HTMLElement} axesBox for the axes and the output @param {HTMLElement} heldBox for the inputs held still
   * @param {() => void} onChange @param {(input: number) => Pair} rangeOf an input over all that is in the picture
   */
  constructor(axesBox, heldBox, onChange, rangeOf) {
    this.#axesBox = axesBox;
    this.#heldBox = heldBox;
    this.#onChange = onChange;
    this.#rangeOf = rangeOf;
    /** @type {Axes} */ this.axes = { x: 0, y: null };
    /** the output shown, or LARGEST */ this.output = 0;
    /** Whether inputs are shown as the network sees them. */ this.isScaled = false;
    /** @type {Float64Array} a value for each input of the table, raw */ this.held = new Float64Array();
  }

  /** Offer what a run has. @param {Description} run @param {number} row the chosen one */
  setRun(run, row) {
    const before = /** @type {Description | undefined} */ (this.#run);
    const same = before && ownInputNames(before).join("\n") === ownInputNames(run).join("\n");
    this.#run = run;
    // A run retrained by an edit keeps what was chosen for the one before.
    if (!same) this.axes = { x: 0, y: ownInputCount(run) > 1 ? 1 : null };
    if (before?.classes?.kind !== run.classes?.kind || before?.target_names.length !== run.target_names.length) {
      this.output = run.classes?.kind === "several" ? LARGEST : 0;
    }
    this.#drawAxes();
    this.setRow(row);
  }

  /** Hold the inputs at a row's values. @param {number} row */
  setRow(row) {
    this.#row = row;
    const inputs = this.#run.train.inputs[row] ?? this.#run.train.inputs[0];
    this.held = Float64Array.from(inputs.slice(0, ownInputCount(this.#run)));
    this.#drawHeld();
  }

  #drawAxes() {
    const { target_names: targets, classes } = this.#run;
    const inputs = ownInputNames(this.#run);
    this.#axesBox.replaceChildren();
    if (inputs.length > 2) {
      this.#addAxis("x", "→", "Input to the right");
      this.#addAxis("y", "↑", "Input upwards");
    } else {
      const names = inputs.length > 1 ? `→ ${inputs[0]}, ↑ ${inputs[1]}` : `→ ${inputs[0]}, ↑ ${targets[0]}`;
      this.#axesBox.append(Object.assign(document.createElement("span"), { textContent: names }));
    }
    if (this.isScaled) this.#axesBox.append(Object.assign(document.createElement("span"), { textContent: "scaled" }));
    if (targets.length > 1) {
      const options = numbered(targets);
      if (classes?.kind === "several") options.unshift(["largest output", LARGEST]);
      const choose = (/** @type {number} */ output) => {
        this.output = output;
        this.#onChange();
      };
      const { label, select } = labelledSelect("", "Output shown", options, this.output, choose);
      if (classes?.kind === "several") select.title = LARGEST_TITLE;
      this.#axesBox.append(label);
    }
  }

  /** @param {"x" | "y"} axis @param {string} arrow @param {string} name */
  #addAxis(axis, arrow, name) {
    const choose = (/** @type {number} */ input) => this.#chooseAxis(axis, input);
    const { label, select } = labelledSelect(arrow, name, numbered(ownInputNames(this.#run)), this.axes[axis], choose);
    this.#selects[axis] = select;
    this.#axesBox.append(label);
  }

  /** @param {"x" | "y"} axis @param {number} input */
  #chooseAxis(axis, input) {
    const other = axis === "x" ? "y" : "x";
    // Choosing the other axis' input exchanges the two.
    if (this.axes[other] === input) this.axes = { ...this.axes, [other]: this.axes[axis] };
    this.axes = { ...this.axes, [axis]: input };
    for (const shown of /** @type {const} */ (["x", "y"])) {
      const select = this.#selects[shown];
      if (select) select.value = String(this.axes[shown]);
    }
    this.#drawHeld();
    this.#onChange();
  }

  /** One slider stands in the heading; more of them unfold over the picture. */
  #drawHeld() {
    const inputs = this.#heldInputs;
    const sliders = inputs.map((input) => this.#slider(input));
    if (inputs.length < 2) return this.#heldBox.replaceChildren(...sliders);
    const isOpen = this.#heldBox.querySelector("details")?.open ?? false;
    const said = Object.assign(document.createElement("p"), { className: "decision-fold-said", textContent: SLICE });
    this.#heldBox.replaceChildren(folded(this.#heldText(inputs), [said, ...sliders], isOpen));
  }

  /** The text over the sliders, which stay under the hand that moves them. */
  #writeHeld() {
    const summary = this.#heldBox.querySelector("summary");
    if (summary) summary.textContent = this.#heldText(this.#heldInputs);
  }

  /** The inputs that are on neither axis. */
  get #heldInputs() {
    return ownInputNames(this.#run).map((_, k) => k).filter((k) => k !== this.axes.x && k !== this.axes.y);
  }

  /** What is held, and where. @param {number[]} inputs */
  #heldText(inputs) {
    const { inputs: rows, row_numbers: numbers } = this.#run.train;
    const isAtRow = inputs.every((input) => this.held[input] === rows[this.#row]?.[input]);
    return `${inputs.length} other inputs held${isAtRow ? ` as in row ${numbers[this.#row]}` : ""}`;
  }

  /** @param {number} input */
  #slider(input) {
    const [low, high] = this.#rangeOf(input);
    const own = this.#run.train.inputs[this.#row]?.[input];
    const label = document.createElement("label");
    const text = document.createElement("span");
    const slider = document.createElement("input");
    const write = () => {
      const value = this.held[input];
      const row = value === own ? ` (row ${this.#run.train.row_numbers[this.#row]})` : "";
      const shown = this.isScaled ? scaledInput(this.#run, input, value) : value;
      text.textContent = `${this.#run.input_names[input]} = ${numberText(shown, 4)}`;
      slider.setAttribute("aria-valuetext", `${text.textContent}${row}`);
      label.title = `${text.textContent}${row}, held still: the picture is a slice there`;
    };
    // Whole steps, because a slider would round the row's own value to one of its steps.
    Object.assign(slider, { type: "range", min: "0", max: String(STEPS), step: "1" });
    slider.value = String(Math.round((STEPS * (this.held[input] - low)) / (high - low)));
    slider.setAttribute("aria-label", `${this.#run.input_names[input]}, held still`);
    slider.addEventListener("input", () => {
      this.held[input] = Number((low + (Number(slider.value) * (high - low)) / STEPS).toPrecision(6));
      write();
      this.#writeHeld();
      this.#onChange();
    });
    // The player has shortcuts on the same keys.
    slider.addEventListener("keydown", (event) => event.stopPropagation());
    write();
    label.append(text, slider);
    return label;
  }
}
