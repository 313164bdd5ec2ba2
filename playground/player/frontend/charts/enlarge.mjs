// The type of a figure, and the room around it for that, as large as the type of the page.
/** @import { FigureLayout } from "../shared/types" */

/** Let a figure be read from afar. @param {FigureLayout} layout @param {number} type 1 is a screen of one's own */
export function enlarge({ font, hoverlabel, margin }, type) {
  for (const style of [font, hoverlabel.font]) style.size *= type;
  for (const side of /** @type {const} */ (["l", "r", "t", "b"])) margin[side] *= type;
}
