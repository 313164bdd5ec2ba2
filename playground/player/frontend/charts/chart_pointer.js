// What the pointer does in a chart: it lights a line, goes to an epoch, and shows the whole of a part.
import { parameterOf } from "./recolour.mjs";
/** @import { LiveChart } from "./live_chart.js" */

/** Milliseconds within which a second click makes the first one half of a double click. */
const DOUBLE_CLICK = 300;
/** Pixels below which a press stays a click. */
const CLICK = 4;

/**
 * @param {LiveChart} chart that Plotly has drawn
 * @param {{seekPosition(position: number): void, point(parameter: number | null): void}} actions
 */
export function listenTo(chart, actions) {
  const { plot } = chart;
  plot.on("plotly_hover", ({ points }) => actions.point(points[0] ? parameterOf(points[0].data) : null));
  plot.on("plotly_unhover", () => actions.point(null));
  plot.on("plotly_beforehover", (event) => {
    const shown = chart.isShown(event.clientX - plot.getBoundingClientRect().left - plot._fullLayout.xaxis._offset);
    if (!shown) setTimeout(() => globalThis.Plotly?.Fx.unhover(plot));
    return shown;
  });
  /** @type {[number, number] | null} */
  let pressed = null;
  let waiting = 0;
  // Plotly would drag its axes and keep the page from scrolling; what a finger taps comes as clicks.
  plot.addEventListener("touchstart", (event) => event.stopPropagation(), { capture: true, passive: true });
  plot.addEventListener("pointerdown", (event) => { pressed = [event.clientX, event.clientY]; }, true);
  plot.addEventListener("click", (event) => {
    if (pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > CLICK) return;
    clearTimeout(waiting);
    if (event.detail > 1) chart.showWhole();
    // In a part of the chart not before it is clear that this is no double click.
    else if (chart.isZoomed) waiting = setTimeout(() => seek(chart, event, actions), DOUBLE_CLICK);
    else seek(chart, event, actions);
  }, true);
}

/** @param {LiveChart} chart @param {MouseEvent} event @param {{seekPosition(position: number): void}} actions */
function seek(chart, event, actions) {
  if (!chart.ready) return;
  const { xaxis, yaxis } = chart.plot._fullLayout;
  const box = chart.plot.getBoundingClientRect();
  const across = event.clientX - box.left - xaxis._offset;
  const down = event.clientY - box.top - yaxis._offset;
  if (across < -4 || across > xaxis._length + 4 || down < 0 || down > yaxis._length) return;
  actions.seekPosition(xaxis.p2l(across));
}
