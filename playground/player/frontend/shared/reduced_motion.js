// Whether somebody has asked the system for less motion.

const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Asked anew each time: it may be switched while the page is open. */
export const wantsLessMotion = () => reducedMotion.matches;
