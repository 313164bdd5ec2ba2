// Elements of drawings, as the views of the player make and change them.
const SVG = "http://www.w3.org/2000/svg";

/**
 * A new element with its attributes, at the end of another, or of none yet.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string | number>} [attributes] @param {Element | null} [parent]
 * @returns {SVGElementTagNameMap[Name]}
 */
export function svgElement(name, attributes = {}, parent = null) {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) element.setAttribute(key, String(attributes[key]));
  parent?.append(element);
  return element;
}

/**
 * Writes only what is another one. @param {Element} element @param {Record<string, string | number>} attributes
 */
export function setAttributes(element, attributes) {
  for (const key in attributes) {
    const value = attributes[key];
    const written = typeof value === "number" ? String(Math.round(value * 10) / 10) : value;
    if (element.getAttribute(key) !== written) element.setAttribute(key, written);
  }
}
