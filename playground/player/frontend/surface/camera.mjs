// From where a relief is looked at, and where each point of it is seen: parallel projection, nothing gets smaller far away.
/** @import { Pair } from "../shared/types" */

/**
 * @typedef {object} Camera
 * @property {number} turn radians, around the upright axis @property {number} tilt radians, from the horizon up
 */

/** @type {Readonly<Camera>} */
export const FIRST_CAMERA = Object.freeze({ turn: -0.62, tilt: 0.55 });
const [FLATTEST, STEEPEST] = [0.15, Math.PI / 2 - 0.05];

/** How high the relief is for its width of 1, and how far its floor lies below its lowest place. */
const HEIGHT = 0.62;
const FLOOR = -0.3;

/** @param {Camera} camera @param {number} turn @param {number} tilt @returns {Camera} */
export const turned = (camera, turn, tilt) => ({
  turn: camera.turn + turn,
  tilt: Math.min(STEEPEST, Math.max(FLATTEST, camera.tilt + tilt)),
});

/**
 * Where points are seen in a box, so that the whole relief fits into it from whatever side.
 * @param {Camera} camera @param {{width: number, height: number}} box in pixels @param {number} margin pixels
 * @returns {(across: number, along: number, up: number) => Pair} from shares of the axes, and a height of which 1 is the relief's
 */
export function projection({ turn, tilt }, { width, height }, margin) {
  const [sinTurn, cosTurn, sinTilt, cosTilt] = [Math.sin(turn), Math.cos(turn), Math.sin(tilt), Math.cos(tilt)];
  const rise = HEIGHT - FLOOR;
  const unit = Math.max(1, Math.min((width - 2 * margin) / Math.SQRT2, (height - 2 * margin) / (Math.SQRT2 * sinTilt + rise * cosTilt)));
  const middle = (HEIGHT + FLOOR) / 2;
  return (across, along, up) => {
    const [x, y, z] = [across - 0.5, along - 0.5, up * HEIGHT - middle];
    const away = x * sinTurn + y * cosTurn;
    return [width / 2 + unit * (x * cosTurn - y * sinTurn), height / 2 - unit * (away * sinTilt + z * cosTilt)];
  };
}

/** The height of the floor, as `projection` wants it. */
export const FLOOR_UP = FLOOR / HEIGHT;

/**
 * In which order columns and rows are drawn, so that what is near covers what is far.
 * @param {Camera} camera @param {number} columns @param {number} rows
 */
export function farToNear({ turn }, columns, rows) {
  const upwards = (/** @type {number} */ count) => Array.from({ length: count }, (_, at) => at);
  // What lies further along an axis lies further away where the axis leads away.
  const ordered = (/** @type {number} */ count, /** @type {boolean} */ leadsAway) => (leadsAway ? upwards(count).reverse() : upwards(count));
  return { columns: ordered(columns, Math.sin(turn) > 0), rows: ordered(rows, Math.cos(turn) > 0) };
}
