// Colours of a figure that was made for a light page, on a dark one.
/** @import { Figure } from "../shared/types" */

/**
 * Whether a background, as CSS writes it, is nearer to black than to white.
 * @param {string} colour "#rrggbb", "#rgb" or "rgb(r, g, b)"
 * @returns {boolean}
 */
export function isDark(colour) {
  const text = colour.trim();
  let parts = (text.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  if (text.startsWith("#")) {
    const digits = text.length < 7 ? [...text.slice(1, 4)].map((digit) => digit + digit) : text.slice(1, 7).match(/../g);
    parts = (digits ?? []).map((pair) => parseInt(pair, 16));
  }
  if (parts.length < 3) return false;
  const [red, green, blue] = parts;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/**
 * Return a copy of a figure in which every text that is a colour of the map is the other colour.
 * @template T
 * @param {T} part a figure or a part of one
 * @param {Record<string, string>} colours
 * @returns {T}
 */
export function recoloured(part, colours) {
  return /** @type {T} */ (otherColours(part, colours));
}

/** @param {unknown} part @param {Record<string, string>} colours @returns {unknown} of the same kind */
function otherColours(part, colours) {
  // A text may be called like something every object has, such as "constructor".
  if (typeof part === "string") return Object.hasOwn(colours, part) ? colours[part] : part;
  if (Array.isArray(part)) return part.map((item) => otherColours(item, colours));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, otherColours(value, colours)]));
}

/**
 * The lines of a figure: their names, groups and colours.
 * @param {Figure} figure made for a light page
 * @param {Record<string, string> | null} dark
 * @returns {Array<{name: string, group: string | undefined, colour: string}>}
 */
export function linesOf(figure, dark) {
  return figure.data.map(({ name, legendgroup, line }) => {
    return { name, group: legendgroup, colour: dark ? recoloured(line.color, dark) : line.color };
  });
}
