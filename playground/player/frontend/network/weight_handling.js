// The weights under somebody's hand: one is dragged by its number, or typed. Only one at a time.

import { frozenAt } from "./frozen_weights.mjs";
import { isParameterOff } from "./switched_off.mjs";
import { WeightDrag } from "./weight_drag.js";
import { WeightEditor } from "./weight_editor.js";
/**
 * @import { Actions } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

export class WeightHandling {
  #store;
  #actions;
  #drag;
  #editor;
  /** Whether anybody has found out that weights can be changed. */
  isKnown = false;

  /**
   * @param {HTMLElement} root where the editor stands
   * @param {SVGElement} svg the drawing
   * @param {Store} store
   * @param {Actions} actions
   * @param {(parameter: number) => void} focus gives the keyboard back to an edge
   */
  constructor(root, svg, store, actions, focus) {
    this.#store = store;
    this.#drag = new WeightDrag(svg, actions, {
      valueOf: (parameter) => store.moment?.parameters[parameter] ?? NaN,
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

  /** @param {Moment} moment */
  show({ parameters, epoch }) {
    if (this.#editor.held !== null) this.#editor.update(parameters[this.#editor.held], epoch);
  }

  /** @param {PointerEvent} event on the number of a parameter @param {number} parameter */
  press(event, parameter) {
    if (this.#store.moment && !isParameterOff(parameter, this.#store.moment)) this.#drag.press(event, parameter);
  }

  /** @param {import("./network_layout.mjs").Edge} edge */
  edit({ parameter, middle }) {
    const { moment } = this.#store;
    if (!moment || isParameterOff(parameter, moment)) return;
    this.isKnown = true;
    const { epoch, parameters, run } = moment;
    const { name, is_bias: isBias } = run.parameters[parameter];
    const frozen = frozenAt(run.changes, epoch).has(parameter);
    // A finger points at nothing any more when its tap has become a click.
    this.#actions.point(parameter);
    this.#editor.open({ index: parameter, name, isBias, value: parameters[parameter], epoch, frozen }, middle);
  }

  /** The drawing has another size. @param {import("./network_layout.mjs").NetworkLayout} layout */
  place({ edges }) {
    const edge = edges.find(({ parameter }) => parameter === this.#editor.held);
    if (edge) this.#editor.place(edge.middle);
  }

  stop() {
    this.#drag.stop();
    this.#editor.close();
  }
}
