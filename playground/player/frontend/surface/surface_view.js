/** The loss over two weights, from above and as a relief: the slice through it at the play-head, and the path of the run beneath. */

import { FIRST_CAMERA } from "./camera.mjs";
import { ContourPainting } from "./contour_painting.js";
import { coarser, nearestPlace, reliefOf } from "./relief.mjs";
import { ReliefPainting } from "./relief_painting.js";
import { SurfaceFrame } from "./surface_frame.js";
import { SurfacePointing } from "./surface_pointing.js";
import { tonesOf } from "./tones.mjs";
import { withOnAxis } from "./two_weights.mjs";
import { isOf } from "./wanted_surface.mjs";
import { drawTicks } from "../decision/decision_ticks.js";
import { titleOf } from "../keys/shortcuts.mjs";
import { subjectOf } from "../model/over_charts.mjs";
import { closeButton } from "../shared/close_button.js";
import { writeText } from "../shared/element.js";
import { epochText, numberText, shownNumber } from "../shared/wording.mjs";
/**
 * @import { Actions, Description, LossPicture, Pair, Theme, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 * @import { Relief } from "./relief.mjs"
 */

const HINT = "Click, or press Enter, and both weights are set there: a branch of the run. Undo takes it back.";

/** The same where there is little room. */
const SETS = "Click or Enter sets both.";

/**
 * @typedef {object} Shown what is on the screen, or about to be
 * @property {LossPicture} picture @property {Relief} relief @property {string} scale @property {boolean} hidesAhead
 * @property {Theme} theme @property {object} boxes @property {boolean} isMoving
 */

/** @implements {View} */
export class SurfaceView {
  #store;
  #actions;
  #frame;
  #contour;
  #painting;
  #pointing;
  #camera = FIRST_CAMERA;
  /** The run whose weights the lists have. @type {Description | null} */
  #run = null;
  /** @type {Shown | null} */
  #shown = null;
  #isPainted = true;
  /** What is pointed at. @type {Pair | null} */
  #pointed = null;

  /** @param {HTMLElement} parent @param {Store} store @param {Pick<Actions, "layOverCharts" | "clearCharts" | "toggleGradientCheck" | "setParameters" | "redraw">} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#actions = actions;
    this.#frame = new SurfaceFrame(parent, closeButton("Close the loss over two weights", actions.clearCharts), () => actions.redraw());
    const { colours, marks, relief, plot, choices } = this.#frame;
    plot.title = HINT;
    this.#frame.part("check").title = titleOf("toggleGradientCheck");
    this.#frame.part("check").addEventListener("click", actions.toggleGradientCheck);
    this.#contour = new ContourPainting(colours, marks);
    this.#painting = new ReliefPainting(relief);
    this.#pointing = new SurfacePointing(this.#frame, {
      picture: () => this.#shown?.picture ?? null,
      point: (values) => this.#point(values),
      set: (values) => this.#set(values),
      turn: (change) => {
        this.#camera = change(this.#camera);
        this.#paintRelief();
      },
    });
    choices.forEach((choice, axis) => choice.addEventListener("change", () => this.#choose(axis, Number(choice.value))));
  }

  /** @param {Description} run */
  arrange(run) {
    const { chosen, contents: { surface: picture }, theme, choices, hidesFuture: hidesAhead, timeline } = this.#store;
    const two = subjectOf(chosen.panel, "surface");
    if (two === null) return;
    this.#list(run, two);
    const isNew = picture !== null && isOf(picture, this.#store.run?.number, two);
    this.#frame.root.classList.toggle("is-older", !isNew);
    if (!isNew || !theme) return;
    const { boxes } = this.#frame;
    const scale = choices?.value_scale ?? "linear";
    const now = { picture, scale, hidesAhead, theme, boxes, isMoving: timeline.moving };
    const before = this.#shown;
    if (before && /** @type {(keyof typeof now)[]} */ (Object.keys(now)).every((name) => now[name] === before[name])) return;
    const isSameRelief = before?.picture === picture && before.scale === scale;
    this.#shown = { ...now, relief: isSameRelief ? before.relief : reliefOf(picture, scale) };
    this.#isPainted = false;
  }

  draw() {
    const shown = this.#shown;
    if (!shown || this.#isPainted) return;
    this.#isPainted = true;
    const { picture, relief, theme, hidesAhead } = shown;
    const { plot } = this.#frame.boxes;
    this.#contour.paint({ picture, relief, tones: tonesOf(theme.colours), colours: theme.colours, hidesAhead }, plot);
    drawTicks(this.#frame.ticks, endsOf(picture.first), endsOf(picture.second), { ...NO_LAYOUT, ...plot });
    this.#paintRelief();
    this.#say(picture);
    this.#point(this.#pointed);
  }

  remove() {
    this.#pointing.remove();
    this.#frame.remove();
  }

  /** Both lists, with one weight chosen in each. @param {Description} run @param {Pair} two */
  #list(run, two) {
    const { choices } = this.#frame;
    if (run !== this.#run) {
      this.#run = run;
      for (const choice of choices) choice.replaceChildren(...run.parameters.map(({ name }, place) => new Option(name, String(place))));
    }
    choices.forEach((choice, axis) => {
      if (choice.value !== String(two[axis])) choice.value = String(two[axis]);
    });
  }

  /** @param {number} axis @param {number} place */
  #choose(axis, place) {
    const two = subjectOf(this.#store.chosen.panel, "surface");
    if (two !== null) this.#actions.layOverCharts({ name: "surface", of: withOnAxis(two, axis, place) });
  }

  #paintRelief() {
    const shown = this.#shown;
    if (!shown || !this.#run) return;
    const { picture, relief: finest, theme, hidesAhead, isMoving } = shown;
    const relief = isMoving ? coarser(finest) : finest;
    const [first, second] = picture.parameters.map((place) => this.#run?.parameters[place]?.label ?? "");
    const { colours } = theme;
    const scene = { picture, relief, colours, tones: tonesOf(colours), names: /** @type {[string, string]} */ ([first, second]), hidesAhead, camera: this.#camera };
    this.#painting.paint(scene, this.#frame.boxes.relief);
  }

  /** @param {LossPicture} picture */
  #say({ epoch, note }) {
    writeText(this.#frame.part("when"), `epoch ${epochText(epoch)}`);
    writeText(this.#frame.part("note"), note);
    this.#frame.plot.setAttribute("aria-label", `The loss over two weights at epoch ${epochText(epoch)}, from above. ${note} Arrow keys go to a place. ${HINT}`);
    this.#frame.relief.setAttribute("aria-label", `The same as a relief. ${note} Arrow keys turn it.`);
  }

  /** Say what the loss is at a place that is pointed at, or else at the point. @param {Pair | null} values */
  #point(values) {
    this.#pointed = values;
    const picture = this.#shown?.picture;
    if (!picture) return;
    this.#contour.point(values);
    const told = this.#frame.part("told");
    // Read aloud where somebody goes from place to place, not while a run plays.
    told.setAttribute("aria-live", values === null ? "off" : "polite");
    if (values === null) {
      const own = picture.loss === null ? "too large" : shownNumber(picture.loss);
      return writeText(told, `Loss ${own} at ${this.#named(picture.point.map(shownNumber))}`);
    }
    const { column, row } = nearestPlace(picture, values);
    const loss = picture.losses[row][column];
    const there = loss === null ? "too large to be drawn" : `about ${numberText(loss, 2)}`;
    writeText(told, `Here: loss ${there} at ${this.#named(values.map((value) => numberText(value, 4)))}. ${SETS}`);
  }

  /** @param {string[]} values */
  #named(values) {
    const { parameters = [] } = this.#shown?.picture ?? {};
    return values.map((value, axis) => `${this.#run?.parameters[parameters[axis]]?.label ?? ""} = ${value}`).join(", ");
  }

  /** @param {Pair} values */
  #set(values) {
    const picture = this.#shown?.picture;
    if (!picture || this.#store.run?.number !== picture.run) return;
    const [first, second] = picture.parameters;
    this.#actions.setParameters({ [first]: values[0], [second]: values[1] });
  }
}

const NO_LAYOUT = { gutter: 0, isUnder: false, length: 0, breadth: 0 };

/** @param {readonly number[]} axis @returns {Pair} */
const endsOf = (axis) => [axis[0], axis[axis.length - 1]];
