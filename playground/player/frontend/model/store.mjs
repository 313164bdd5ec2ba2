// All that the player knows and shows, once: the runs by their numbers, where the play-head stands, what is chosen, what
// somebody has done that Python does not know yet, and the moment on the screen. Views look here and keep no copy.
import { askedSituation } from "./asked_situation.mjs";
import { chosenWithin, FIRST_ROW, withChosen } from "./chosen.mjs";
import { momentOf } from "./moment_of_runs.mjs";
import { PanelContents } from "./panel_contents.mjs";
import { openedPanel, toldOf } from "./over_charts.mjs";
import { Run } from "./run.mjs";
import { Commands } from "../link/commands.mjs";
import { PendingChanges } from "../link/pending_changes.mjs";
import { Exercise } from "../worked/exercise.mjs";
import { WorkedUpdates } from "../worked/worked_updates.mjs";
import { Timeline } from "../timeline/timeline.mjs";
/** @import { Moment } from "./moment.mjs" */
/** @import { AskedSituation, Assets, Charts, Chosen, Header, RowsBefore, ScreenCode, Situation, TaughtScene, Theme, TriedParameter, Why } from "../shared/types" */

export class Store {
  /** @type {Map<number, Run>} */
  runs = new Map();
  /** The run on the screen. @type {Run | null} */
  run = null;
  /** The run before it. @type {Run | null} */
  before = null;
  /** What the newest message says besides. @type {Header | null} */
  header = null;
  /** @type {Assets | null} */
  assets = null;
  /** The newest charts. @type {Charts | null} */
  charts = null;
  /** Why a run failed, as far as it was asked. @type {Why | null} */
  why = null;
  /** The code that trains a run, as it was asked for last. @type {ScreenCode | null} */
  code = null;
  /** Whether somebody reads it. */
  showsCode = false;
  /** What other panels over the charts show. */
  contents = new PanelContents();
  /** With how many digits it is worked on paper, too. @type {number | null} */
  paperDigits = null;
  /** Which lines of the update on the screen somebody works. */
  exercise = new Exercise();
  /** The updates that were worked. */
  workedUpdates = new WorkedUpdates(this.exercise);
  /** The play-head. */
  timeline = new Timeline();
  /** What was done to the run and is not confirmed. */
  commands = new Commands();
  /** What Python is to remember and does not yet. */
  pendingChanges = new PendingChanges();
  /** @type {Theme | null} */
  theme = null;
  /** Whether what comes after the play-head is hidden: from somebody who has asked for that, or opens a beginning. */
  hidesFuture = false;
  /** Whether the page is shown to a class: big type, settings away. */
  projector = false;
  /** Whether the browser does not keep the link that is too long for the address. */
  isUnkept = false;
  /** What somebody guesses of a run. @type {import("../story/guess.mjs").Guess | null} */
  guess = null;
  /** The scene of a lesson that is open. @type {TaughtScene | null} */
  lesson = null;
  /** What somebody has guessed in lessons. @type {import("../lesson/lesson_texts.mjs").SceneGuesses} */
  sceneGuesses = {};
  /** What was open when the lesson was last told. */
  #lessonOf = 0;
  /** @type {TriedParameter | null} */
  tried = null;
  /** The situation that is asked about, another object whenever it is another one. @type {Situation | null} */
  situation = null;
  /** @type {AskedSituation | null} */
  #asked = null;
  /** @type {Chosen} */
  #chosen = FIRST_ROW;
  #opened = -1;
  /** @type {Moment | null} */
  #moment = null;
  /** What the moment was made of. */
  #looked = "";
  /** @type {({run: number, before: number} & RowsBefore) | null} */
  #rowsBefore = null;

  /** @param {import("../link/frame.mjs").Message} message */
  receive({ header, runs }) {
    const another = this.run?.number !== header.run;
    this.header = header;
    const told = new Map(runs.map(({ run, description }) => [run, description]));
    const descriptionOf = (/** @type {number} */ run) => this.runs.get(run)?.description ?? told.get(run);
    for (const part of runs) this.#runOf(part.run).receive(part, descriptionOf);
    this.run = this.#runOf(header.run);
    this.before = header.before === null ? null : this.#runOf(header.before);
    // A run that has left the page does not come back under the same number.
    for (const number of this.runs.keys()) if (number !== header.run && number !== header.before) this.runs.delete(number);
    // Rows that are called otherwise are called so in what is said of them, too.
    if (!another && told.get(header.run)) this.#forgetNames();
    const { rows_before: rows, run, before } = header;
    if (rows && before !== null) this.#rowsBefore = { ...rows, run, before };
    this.#takeIn(header);
    if (another) this.#open(header, this.run);
    this.#lay(header, this.run);
    this.#looked = "";
    this.askAbout();
    if (this.isComplete && this.run.description) this.#chosen = chosenWithin(this.#chosen, this.run.description);
  }

  /** What has come because it was asked for, or was not known. @param {Header} header */
  #takeIn(header) {
    if (header.why) this.why = header.why;
    if (header.code) this.code = header.code;
    this.choose(this.workedUpdates.tellingRow.take(header.worked));
    this.workedUpdates.take(header, this);
    this.contents.take(header);
    if (header.judged) this.exercise.receive(header.judged);
    if (header.lesson !== undefined) {
      this.lesson = header.lesson;
      this.#lessonOf = header.opened;
    }
    if (header.assets) this.assets = header.assets;
    if (header.charts) this.charts = { ...header.charts, run: header.run };
  }

  /** Strictly above it an output is class 1: the one that somebody has chosen, or that Python knows. */
  get threshold() {
    return this.commands.newest("set_threshold")?.threshold ?? this.header?.threshold ?? 0.5;
  }

  /** What the charts are to show; null before anything has come. */
  get choices() {
    return this.pendingChanges.wanted.choices ?? this.header?.choices ?? null;
  }

  /** Another object whenever something else is chosen. */
  get chosen() {
    return this.#chosen;
  }

  /** @param {Partial<Chosen>} changed */
  choose(changed) {
    this.#chosen = withChosen(this.#chosen, changed);
  }

  /** Whether the run does not belong to the settings beside it. */
  get isStale() {
    return Boolean(this.header?.stale);
  }

  /** Why something else is open than was asked for, or what is to be known of the link. */
  get notice() {
    return (this.isUnkept ? this.header?.notice_if_unkept : this.header?.notice) ?? "";
  }

  /** Whether inputs are shown as the network sees them. */
  get showsScaled() {
    return this.header?.shows_scaled ?? false;
  }

  get asked() {
    return this.#asked;
  }

  /** Ask about another situation than Python knows of; about its own one again if that is null. */
  askAbout(asked = this.#asked) {
    this.#asked = asked;
    const wanted = askedSituation(this.header?.situation ?? null, asked, this.run?.description ?? null);
    if (JSON.stringify(wanted) !== JSON.stringify(this.situation)) this.situation = wanted;
  }

  /** Why the run on the screen failed, on its training rows or on those held out; null as long as that is not known, or it did not. */
  get failure() {
    const { why, run } = this;
    return why !== null && why.run === run?.number && why.findings.some(({ is_mended: isMended }) => isMended) ? why : null;
  }

  /** Whether there is all that drawing begins with: what both runs are, which rows they share, and colours. */
  get isComplete() {
    const { run, before } = this;
    if (!run?.description || !this.assets) return false;
    return before === null || (before.description !== null && this.rowsBefore !== null);
  }

  /** Which of its rows each row of the run on the screen was in the run before; null if that is not known. */
  get rowsBefore() {
    const rows = this.#rowsBefore;
    return rows?.run === this.run?.number && rows?.before === this.before?.number ? rows : null;
  }

  /** What every request says of the runs that are known. */
  get known() {
    const pair = { run: this.run?.number ?? 0, before: this.rowsBefore?.before ?? null };
    return { ...pair, lesson: this.#lessonOf, ...(!this.assets && { assets: true }) };
  }

  /** What is looked at, as Python is told. */
  get viewpoint() {
    const { row, panel } = this.#chosen;
    return { epoch: this.timeline.wanted, row, ...toldOf(panel), shows_code: this.showsCode, hides_future: this.hidesFuture };
  }

  /** Another text whenever more is known of the epochs of both runs. */
  get knownEpochs() {
    return [this.run, this.before].map((run) => run && `${run.number} ${run.trained} ${run.exactEpoch}`).join();
  }

  /**
   * The epoch that the run before is compared at: its end, if it is the shorter one.
   * @param {number} epoch of the run on the screen
   */
  epochBefore(epoch) {
    return Math.min(epoch, this.before?.trained ?? 0);
  }

  /** What is on the screen; null as long as nothing of this run is. */
  get moment() {
    return this.#moment?.run === this.run?.description ? this.#moment : null;
  }

  /**
   * Bring the moment and the worked update to the play-head, if what is wanted there is known.
   * @returns {boolean} whether either is another one now
   */
  look() {
    const isWorkedAnew = this.workedUpdates.look(this);
    const { epoch, moving } = this.timeline;
    const wanted = `${epoch} ${moving} ${this.knownEpochs} ${this.tried?.index} ${this.tried?.value}`;
    const moment = wanted === this.#looked ? null : momentOf(this, epoch, !moving);
    if (!moment) return isWorkedAnew;
    if (this.tried?.epoch === moment.epoch) moment.try(this.tried);
    this.#looked = wanted;
    this.#moment = moment;
    // Whoever has seen the end has nothing left to guess.
    if (moment.epoch >= this.timeline.end) this.hidesFuture = false;
    return true;
  }

  /** What was said of the run on the screen names its rows as they were called: it is to be said again. */
  #forgetNames() {
    this.why = null;
    this.workedUpdates.forgetNames();
    this.contents.forgetNames();
  }

  /** Another run begins: what is opened says where and with what chosen. @param {Header} header @param {Run} run */
  #open(header, { end, changedAt }) {
    const opens = header.opened !== this.#opened && header.opens_at;
    this.#opened = header.opened;
    if (opens) {
      this.#chosen = withChosen(FIRST_ROW, { row: opens.row, panel: openedPanel(opens) });
      this.workedUpdates.tellingRow.open(opens.row !== FIRST_ROW.row);
      this.showsCode = opens.shows_code;
      this.hidesFuture = opens.hides_future ?? opens.epoch === 0;
    }
    // Who goes back to a run stands again where it was left; a run that plays goes on.
    const begins = opens || (this.timeline.playing ? null : header.went_to);
    this.timeline.startRun(end, begins ? { atEnd: true, at: begins.epoch, isOpened: Boolean(opens) } : { changedAt });
  }

  /** Lay the epoch axis as far as the run is known. @param {Header} header @param {Run} run */
  #lay(header, run) {
    this.timeline.end = run.end;
    if (header.epoch_scale !== this.timeline.scale) this.timeline.setScale(header.epoch_scale);
    this.timeline.newest = run.newest;
  }

  /** @param {number} number */
  #runOf(number) {
    const run = this.runs.get(number) ?? new Run(number);
    this.runs.set(number, run);
    return run;
  }
}
