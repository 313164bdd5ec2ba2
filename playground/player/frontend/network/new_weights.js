// A quiet button in the head of the network: other starting weights.

/** @param {HTMLElement} aside @param {{newWeights(): void}} actions */
export function addNewWeights(aside, actions) {
  const button = aside.appendChild(document.createElement("button"));
  Object.assign(button, { type: "button", className: "quiet", textContent: "New weights" });
  button.title = "Draw other starting weights: the next seed (n)";
  button.addEventListener("click", () => actions.newWeights());
}
