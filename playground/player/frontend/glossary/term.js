// A word of the field, where it stands: under it a dotted line, and behind it its sentence of the glossary.

import { element } from "../shared/element.js";
import { partsOf } from "./terms_in_text.mjs";

/** @param {string} name as the glossary has it @param {string} [shown] as it is written here */
export function term(name, shown = name) {
  const button = element("button", "term", shown);
  button.type = "button";
  button.dataset.term = name;
  return button;
}

/**
 * A text, with the terms in it to be asked about.
 * @param {string} text @param {Record<string, string>} glossary
 * @returns {(Node | string)[]}
 */
export function withTerms(text, glossary) {
  return partsOf(text, Object.keys(glossary)).map((part) => (part.term === null ? part.text : term(part.term, part.text)));
}
