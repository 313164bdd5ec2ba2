// The colours of the loss: the lower it is, the nearer to the page's own. Blue and orange would mean a sign.
import { channelsOf, channelsOfPalette, cssOf, mixed, pixelOf } from "../shared/colours.mjs";
/** @import { Colours } from "../shared/types" */

const TONES = 256;
const [LOWEST, HIGHEST] = [0.04, 0.85];

/**
 * @typedef {object} Tones from the lowest loss to the highest
 * @property {string[]} css @property {Uint32Array} pixels
 */

/** @param {Colours} colours @returns {Tones} */
export function tonesOf({ background, surface, soft_ink: softInk }) {
  const page = channelsOf(background) ?? channelsOfPalette(surface);
  const ink = channelsOfPalette(softInk);
  const channels = Array.from({ length: TONES }, (_, tone) => mixed(page, ink, LOWEST + ((HIGHEST - LOWEST) * tone) / (TONES - 1)));
  return { css: channels.map(cssOf), pixels: Uint32Array.from(channels, pixelOf) };
}

/** Which of the tones a share from 0 to 1 has. @param {number} share */
export const toneAt = (share) => Math.round((TONES - 1) * Math.min(1, Math.max(0, share)));
