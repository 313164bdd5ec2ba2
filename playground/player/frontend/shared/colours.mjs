// Colours as numbers: read from CSS, mixed, and written for CSS and for a canvas.

/** @typedef {number[]} Channels red, green and blue, each 0 to 255 */

const CHANNELS = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i;
const SHORT = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/i;
const LONG = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})(?:[\da-f]{2})?$/i;

/**
 * Red, green and blue of a colour as CSS writes it; how much shows through it does not count.
 * @param {string} colour "#rrggbb", "#rgb" or "rgb(r, g, b)", with or without an opacity
 * @returns {Channels | null} null for what is none of these, such as "transparent"
 */
export function channelsOf(colour) {
  const text = colour.trim();
  const numbers = CHANNELS.exec(text);
  if (numbers) return numbers.slice(1).map(Number);
  const digits = LONG.exec(text) ?? SHORT.exec(text);
  return digits && digits.slice(1).map((digit) => parseInt(digit.length < 2 ? digit + digit : digit, 16));
}

/** As `channelsOf`, of a colour that is known to be one. @param {string} colour @returns {Channels} */
export function channelsOfPalette(colour) {
  const channels = channelsOf(colour);
  if (channels === null) throw new Error(`A palette's colours are written as #rrggbb. Got ${colour} instead.`);
  return channels;
}

/** Whether a background is nearer to black than to white; one that cannot be read is not. @param {string} colour */
export function isDark(colour) {
  const channels = channelsOf(colour);
  if (channels === null) return false;
  const [red, green, blue] = channels;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/**
 * The colour at a share of the way from one to another.
 * @param {Channels} one @param {Channels} other @param {number} share
 * @returns {Channels}
 */
export const mixed = (one, other, share) => one.map((channel, k) => Math.round(channel + (other[k] - channel) * share));

/** A colour as CSS writes it. @param {Channels} channels */
export const cssOf = (channels) => `rgb(${channels.join(", ")})`;

// A pixel as a canvas keeps it on every machine browsers run on: alpha, blue, green, red from the high end.

/** A colour as a pixel that nothing shows through. @param {Channels} channels */
export const pixelOf = ([red, green, blue]) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** Red, green and blue of a pixel. @param {number} pixel @returns {Channels} */
export const channelsOfPixel = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
