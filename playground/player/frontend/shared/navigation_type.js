// How the page was come to.

const [navigation] = performance.getEntriesByType("navigation");

/** As browsers call it; who goes to the page anew, or by a browser that does not say, "navigate"s. @type {string} */
export const navigationType = /** @type {PerformanceNavigationTiming | undefined} */ (navigation)?.type ?? "navigate";
