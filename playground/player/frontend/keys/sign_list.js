// What every sign means, as lists of a picture and a text: in the dialog of keys, and on the page where there is room.
import { SIGNS } from "./signs.mjs";
import { element } from "../shared/element.js";
/** @import { Sign } from "./signs.mjs" */

/** @param {string} title @param {HTMLElement[]} lines */
export function group(title, lines) {
  return element("div", "key-group", element("h3", "", title), element("dl", "", ...lines));
}

/** @param {(Node | string)[]} term @param {string} text */
export function line(term, text) {
  return element("div", "", element("dt", "", ...term), element("dd", "", text));
}

export function signGroups() {
  return SIGNS.map(({ title, signs }) => group(title, signs.map((sign) => signLine(sign))));
}

/** @param {Sign} sign @param {(text: string) => string} [named] what its text becomes where classes have names */
export function signLine({ picture, text }, named = String) {
  const term = element("span", "");
  term.innerHTML = `<svg class="sign" viewBox="0 0 40 20" aria-hidden="true">${picture}</svg>`;
  return line([term], named(text));
}
