// A quiet button in the head of the network: other starting weights.
import { titleOf } from "../keys/shortcuts.mjs";

/** @param {HTMLElement} aside @param {{newWeights(): void}} actions */
export function addNewWeights(aside, actions) {
  const button = aside.appendChild(document.createElement("button"));
  Object.assign(button, { type: "button", className: "quiet", textContent: "New weights" });
  button.title = titleOf("newWeights", "Draw other starting weights: the next seed");
  button.addEventListener("click", () => actions.newWeights());
}
