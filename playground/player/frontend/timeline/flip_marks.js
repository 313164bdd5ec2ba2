// Where rows flip, on the slider: a tick with its row where there are few, density where they crowd.
import { flipMarks, labelsWithRoom } from "./flip_density.mjs";
import { flipLabel, verdictAfterFlip } from "./flip_verdicts.mjs";
import { element } from "../shared/element.js";
import { svgElement } from "../shared/svg.js";
/**
 * @import { Run } from "../model/run.mjs"
 * @import { Timeline } from "./timeline.mjs"
 * @import { TrackSize } from "./epoch_slider.js"
 * @import { Bar, Label, Tick } from "./flip_density.mjs"
 */

/** Where a tick begins and how long it is, and where the density stands and how high it may be: pixels from above. */
const TICK = { top: 11, length: 16 };
const DENSITY = { foot: 15, height: 14 };
/** Pixels between two labels, and how wide a sign is. */
const GAP = 5;
const SIGN = 13;
/** So far behind the play-head, in pixels, a tick is still at it: a place is rounded. */
const SEEN = 0.5;
/** More labels than this say nothing. */
const MOST_LABELS = 24;

const SIGNS = {
  right: '<svg viewBox="0 0 10 10" class="sign-right"><path d="M1.2 5.6 3.8 8.4 8.8 1.8"/></svg>',
  wrong: '<svg viewBox="0 0 10 10" class="sign-wrong"><circle cx="5" cy="5" r="5"/><path d="M3.2 3.2 6.8 6.8M6.8 3.2 3.2 6.8"/></svg>',
};

export class FlipMarks {
  /** What the marks were made of. @type {unknown[]} */
  #made = [];
  /** Whether a verdict waits for records that have not come. */
  #waits = false;
  /** @type {{ticks: Tick[], bars: Bar[]}} */
  #marks = { ticks: [], bars: [] };
  /** How many of the marks are drawn; −1 if they are new. */
  #drawn = -1;
  #size = { width: 0, unit: 1 };
  /** @type {{x: number, label: HTMLElement}[]} */
  #shown = [];

  /** @param {HTMLElement} track */
  constructor(track) {
    this.box = track.appendChild(element("div", "flips"));
    this.box.setAttribute("aria-hidden", "true");
    this.svg = svgElement("svg", {}, this.box);
    this.ticks = this.#path("flip-ticks");
    this.bars = this.#path("flip-bars");
    this.labels = this.box.appendChild(element("div", "flip-labels"));
  }

  /**
   * Where rows flip is part of what is to be guessed: what comes after the play-head is hidden then.
   * @param {boolean} isGuessed @param {number} share where the play-head is
   */
  unveil(isGuessed, share) {
    const reached = isGuessed ? share * this.#size.width + SEEN : Infinity;
    const isReached = (/** @type {{x: number}} */ { x }) => x <= reached;
    const [ticks, bars] = [this.#marks.ticks.filter(isReached), this.#marks.bars.filter(isReached)];
    if (ticks.length + bars.length === this.#drawn) return;
    this.#drawn = ticks.length + bars.length;
    this.#draw(ticks, bars);
    for (const { x, label } of this.#shown) label.hidden = x > reached;
  }

  /** @param {Run} run @param {Timeline} timeline @param {number} threshold @param {TrackSize} size */
  show(run, timeline, threshold, size) {
    const { scale, end } = timeline;
    const records = this.#waits ? run.records?.count : 0;
    const made = [run.flips, run.description, scale, end, threshold, size.width, size.unit, records];
    if (size.width === 0 || made.every((part, place) => part === this.#made[place])) return;
    this.#marks = flipMarks(run.flips, (epoch) => timeline.shareOf(epoch) * size.width);
    const { ticks, bars } = this.#marks;
    this.#waits = false;
    const labels = ticks.slice(0, MOST_LABELS).map((tick) => this.#labelOf(run, tick, threshold, size));
    const room = { from: -GAP, to: size.width + GAP, gap: GAP };
    this.#shown = labelsWithRoom(labels, bars, room).map((label) => ({ x: label.tick.x, label: drawn(label) }));
    this.labels.replaceChildren(...this.#shown.map(({ label }) => label));
    this.#size = size;
    this.#drawn = -1;
    made[made.length - 1] = this.#waits ? run.records?.count : 0;
    this.#made = made;
  }

  /** @param {Run} run @param {Tick} tick @param {number} threshold @param {TrackSize} size @returns {Label} */
  #labelOf(run, tick, threshold, { unit, characterWidth }) {
    const numbers = run.description?.train.row_numbers ?? [];
    const verdicts = tick.rows.map((row) => verdictAfterFlip(run, tick.epoch, row, threshold));
    if (verdicts.includes(null) && run.description?.classes) this.#waits = true;
    const { rows, sign } = flipLabel(tick.rows.map((row) => String(numbers[row] ?? row + 1)), verdicts);
    const width = rows.length * characterWidth + (sign ? SIGN * unit : 0);
    return { tick, text: rows + (sign && SIGNS[sign]), width };
  }

  /** @param {Tick[]} ticks @param {Bar[]} bars */
  #draw(ticks, bars) {
    const { unit } = this.#size;
    write(this.ticks, ticks.map(({ x }) => `M${rounded(x)} ${TICK.top * unit}v${TICK.length * unit}`).join(""));
    const foot = DENSITY.foot * unit;
    write(this.bars, bars.map(({ x, height }) => `M${x} ${foot}v${-rounded(height * DENSITY.height * unit)}`).join(""));
  }

  /** @param {string} name */
  #path(name) {
    return svgElement("path", { class: name }, this.svg);
  }
}

/** @param {Label} label */
function drawn({ tick, text }) {
  const made = element("span", "flip-label");
  made.innerHTML = text;
  made.style.left = `${rounded(tick.x)}px`;
  return made;
}

/** @param {SVGPathElement} path @param {string} ways */
function write(path, ways) {
  if (path.getAttribute("d") !== ways) path.setAttribute("d", ways);
}

/** @param {number} pixels */
const rounded = (pixels) => Math.round(10 * pixels) / 10;
