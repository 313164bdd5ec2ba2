// Quiet buttons in the head of the network: how a weight learns, by hand and as code, and other starting weights.
import { element } from "../shared/element.js";
import { titleOf } from "../keys/shortcuts.mjs";

/** @param {HTMLElement} aside @param {{newWeights(): void, toggleWorked(): void, toggleCode(): void, toggleSurface(): void}} actions */
export function addNetworkActions(aside, actions) {
  const worked = titleOf("toggleWorked", "One update of one weight, number by number; click a weight for its own");
  addButton(aside, "Worked example", worked, actions.toggleWorked).classList.add("after-the-beginning");
  const code = titleOf("toggleCode", "The lines of Python that train this network: what is worked by hand is lit there, too");
  addButton(aside, "As code", code, actions.toggleCode).classList.add("after-the-beginning");
  addButton(aside, "Loss surface", titleOf("toggleSurface"), actions.toggleSurface).classList.add("after-the-beginning");
  addButton(aside, "New weights", titleOf("newWeights", "Draw other starting weights: the next seed"), actions.newWeights);
}

/** @param {HTMLElement} aside @param {string} label @param {string} title @param {() => void} act */
function addButton(aside, label, title, act) {
  const button = aside.appendChild(element("button", "quiet", label));
  Object.assign(button, { type: "button", title });
  button.addEventListener("click", () => act());
  return button;
}
