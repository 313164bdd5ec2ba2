// The weights under somebody's hand: one is dragged by its number, or typed. Only one at a time.

import { WeightDrag } from "./weight_drag.js";
import { WeightEditor } from "./weight_editor.js";
/**
 * @import { Actions, Description } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 */

export class WeightHandling {
  #actions;
  #drag;
  #editor;
  /** @type {Description} */
  #run;
  /** @type {Moment | null} */
  #moment = null;
  /** @type {Set<number>} */
  #frozen = new Set();
  /** Whether anybody has found out that weights can be changed. */
  isKnown = false;

  /**
   * @param {HTMLElement} root where the editor stands
   * @param {SVGElement} svg the drawing
   * @param {Actions} actions
   * @param {(parameter: number) => void} focus gives the keyboard back to an edge
   */
  constructor(root, svg, actions, focus) {
    this.#drag = new WeightDrag(svg, actions, {
      valueOf: (parameter) => this.#moment?.parameters[parameter] ?? NaN,
      begun: () => { this.isKnown = true; },
    });
    this.#actions = actions;
    this.#editor = new WeightEditor(root, actions, (parameter, byKey) => {
      if (byKey) focus(parameter);
      else actions.point(null);
    });
  }

  get isHeld() {
    return this.#drag.held !== null || this.#editor.held !== null;
  }

  /** @param {Description} run @param {boolean} isAnother whether its parameters are others than before */
  setRun(run, isAnother) {
    this.#run = run;
    if (!isAnother) return;
    this.#moment = null;
    this.stop();
  }

  /** @param {Moment} moment @param {Set<number>} frozen the parameters held at it */
  show(moment, frozen) {
    this.#moment = moment;
    this.#frozen = frozen;
    if (this.#editor.held !== null) this.#editor.update(moment.parameters[this.#editor.held], moment.epoch);
  }

  /** @param {PointerEvent} event on the number of a parameter @param {number} parameter */
  press(event, parameter) {
    if (this.#moment) this.#drag.press(event, parameter);
  }

  /** @param {import("./network_layout.mjs").Edge} edge */
  edit({ parameter, labelX: x, labelY: y }) {
    if (!this.#moment) return;
    this.isKnown = true;
    const { name, is_bias: isBias } = this.#run.parameters[parameter];
    const { epoch, parameters } = this.#moment;
    const frozen = this.#frozen.has(parameter);
    // A finger points at nothing any more when its tap has become a click.
    this.#actions.point(parameter);
    this.#editor.open({ index: parameter, name, isBias, value: parameters[parameter], epoch, frozen }, { x, y });
  }

  /** The drawing has another size. @param {import("./network_layout.mjs").NetworkLayout} layout */
  place({ edges }) {
    const edge = edges.find(({ parameter }) => parameter === this.#editor.held);
    if (edge) this.#editor.place({ x: edge.labelX, y: edge.labelY });
  }

  stop() {
    this.#drag.stop();
    this.#editor.close();
  }
}
