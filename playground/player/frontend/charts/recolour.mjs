// Colours of a figure that was made for a light page, on a dark one.
/** @import { FigureLine } from "../shared/types" */

/**
 * Return a copy of a figure in which every colour of the map is the other colour. Colours are what stands under
 * "color", "bgcolor" and the like: a column may be called "#1f2630".
 * @template T
 * @param {T} part a figure or a part of one
 * @param {Record<string, string>} colours
 * @returns {T}
 */
export function recoloured(part, colours) {
  return /** @type {T} */ (otherColours(part, colours, false));
}

/**
 * @param {unknown} part @param {Record<string, string>} colours @param {boolean} isColour whether a text here is one
 * @returns {unknown} of the same kind
 */
function otherColours(part, colours, isColour) {
  // A text may be called like something every object has, such as "constructor".
  if (typeof part === "string") return isColour && Object.hasOwn(colours, part) ? colours[part] : part;
  if (Array.isArray(part)) return part.map((item) => otherColours(item, colours, isColour));
  if (part === null || typeof part !== "object") return part;
  const entries = Object.entries(part);
  return Object.fromEntries(entries.map(([name, value]) => [name, otherColours(value, colours, name.endsWith("color"))]));
}

/** The parameter that a line belongs to, by its place in the flat vector; null for other lines. @param {Pick<FigureLine, "meta">} line */
export const parameterOf = ({ meta }) => meta?.parameter ?? null;
