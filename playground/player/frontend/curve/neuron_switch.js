// The button that switches the neuron or input that is looked into off, or puts it back.

import { element } from "../shared/element.js";
import { isOff, switchedOffAt } from "../network/switched_off.mjs";
import { epochText } from "../shared/wording.mjs";
/**
 * @import { Actions, Neuron } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 */

export class NeuronSwitch {
  button = element("button", "quiet neuron-switch");
  /** @type {{neuron: Neuron, off: boolean} | null} */
  #shown = null;

  /** @param {Pick<Actions, "switchNeuron">} actions */
  constructor(actions) {
    this.button.type = "button";
    this.button.addEventListener("click", () => {
      if (this.#shown) actions.switchNeuron(this.#shown.neuron, !this.#shown.off);
    });
  }

  /** @param {Moment} moment @param {Neuron} neuron @returns {boolean} whether it is off */
  draw({ run, epoch }, neuron) {
    const off = isOff(switchedOffAt(run.changes, epoch), neuron);
    this.#shown = { neuron, off };
    this.button.hidden = neuron.layer === run.layer_sizes.length - 1;
    this.button.textContent = off ? "Put it back" : "Switch it off";
    this.button.title = off
      ? "The run goes on as if it had never been off"
      : `From epoch ${epochText(epoch)} on it counts as 0: see what the rest can still do`;
    return off;
  }
}
