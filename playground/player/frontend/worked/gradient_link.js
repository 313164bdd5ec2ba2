// The way from one update to the check of all derivatives.
import { titleOf } from "../keys/shortcuts.mjs";
import { element } from "../shared/element.js";
/** @import { Actions } from "../shared/types" */

/** @param {Pick<Actions, "toggleGradientCheck">} actions */
export function gradientLink({ toggleGradientCheck }) {
  const link = element("button", "quiet worked-gradient", "Gradient");
  Object.assign(link, { type: "button", title: titleOf("toggleGradientCheck") });
  link.addEventListener("click", toggleGradientCheck);
  return link;
}
