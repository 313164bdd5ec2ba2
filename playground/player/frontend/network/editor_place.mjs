// Where the editor of a weight stands: beside the number, never over it while there is room, and never cut off.

/** Pixels between the number's middle and the editor. */
const AWAY = 16;
/** Pixels to the edges of the drawing. */
const MARGIN = 2;

/**
 * @param {{x: number, y: number}} anchor the middle of the number
 * @param {{width: number, height: number, tallest: number}} size of the editor, and how tall it may become: it stays on
 *   its side of the number
 * @param {{width: number, height: number}} room what it must stand in
 * @returns {{left: number, top: number}}
 */
export function editorPlace(anchor, { width, height, tallest }, room) {
  const below = anchor.y + AWAY;
  const above = anchor.y - AWAY;
  const isBelow = below + tallest <= room.height - MARGIN || room.height - below > above;
  return {
    left: within(anchor.x - width / 2, room.width - width - MARGIN),
    top: within(isBelow ? below : above - height, room.height - height - MARGIN),
  };
}

/** @param {number} wanted @param {number} most */
function within(wanted, most) {
  return Math.max(MARGIN, Math.min(wanted, most));
}
