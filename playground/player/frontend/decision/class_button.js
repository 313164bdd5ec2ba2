// The button beside the decision picture with which rows of a class are put into it.

import { element } from "../shared/element.js";
import { markOf } from "./decision_shapes.mjs";

/**
 * The mark of a class with its name; `RowPen` hears of it.
 * @param {number} shownClass the first is 0 @param {(string | Node)[]} text as it stands there @param {string} name of the class
 */
export function classButton(shownClass, text, name) {
  const button = element("button", "class-button");
  button.type = "button";
  button.dataset.adds = String(shownClass);
  button.innerHTML = markOf(shownClass);
  button.append(element("span", "", ...text));
  button.setAttribute("aria-label", `Add rows of class ${name} with a click into the picture`);
  button.title = `Add rows of class ${name}: then click into the picture`;
  return button;
}
