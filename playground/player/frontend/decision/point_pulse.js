// A ring that widens around a point whose row has just changed sides: seen once, and gone.
import { wantsLessMotion } from "../shared/reduced_motion.js";

const PULSE = 600;
/** More at once would be a flicker, not a sign. */
const MOST = 12;

/** @param {HTMLElement[]} points of rows that have flipped */
export function pulse(points) {
  if (!points.length || points.length > MOST || wantsLessMotion()) return;
  for (const point of points) {
    point.animate(
      [
        { opacity: 1, scale: 0.9 },
        { opacity: 0, scale: 2.2 },
      ],
      { duration: PULSE, easing: "ease-out", pseudoElement: "::after" },
    );
  }
}
