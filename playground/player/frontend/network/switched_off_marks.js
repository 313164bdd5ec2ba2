// What is switched off stands faded in the drawing, with its weights.

import { isOff, isSilent } from "./switched_off.mjs";
/**
 * @import { Neuron } from "../shared/types"
 * @import { drawElements } from "./network_drawing.js"
 * @import { NetworkLayout } from "./network_layout.mjs"
 */

export class SwitchedOffMarks {
  /** @type {NetworkLayout | null} */
  #layout = null;
  #marked = "";

  /** @param {Neuron[]} off @param {NetworkLayout} layout @param {ReturnType<typeof drawElements>} elements */
  draw(off, layout, elements) {
    const key = JSON.stringify(off);
    if (layout === this.#layout && key === this.#marked) return;
    this.#layout = layout;
    this.#marked = key;
    layout.nodes.forEach((node, i) => elements.nodes[i].group.classList.toggle("off", !node.isRest && isOff(off, node)));
    layout.edges.forEach((edge, i) => elements.edges[i].group.classList.toggle("off", isSilent(off, edge)));
  }
}
