// What every answer of Python says besides its runs: the page, charts, colours, a lesson. Python's side of it:
// playground/player/protocol/.
import type { Neuron, Pair, Situation } from "./description";
import type { GradientCheck, LossPicture, ScreenCode, Verdict, Why, WorkedUpdate } from "./told_panels";

/** What the charts are asked to show. */
export interface ChartChoices {
  measure: string;
  value_scale: string;
  epoch_scale: string;
}

/** A Plotly figure as Python makes it, for a light page. */
export interface Figure {
  data: FigureLine[];
  layout: FigureLayout;
}

export interface FigureLine {
  name: string;
  x: number[];
  y: number[];
  line: { color: string };
  /** its short name; of a weight also its place in the flat vector, and the layers it stands between */
  meta: { label: string; parameter?: number; group?: string };
  hovertext?: string[];
  hovertemplate?: string;
  hoverinfo?: string;
}

export interface FigureAxis {
  range: Pair;
  [setting: string]: unknown;
}

export interface FigureLayout {
  xaxis: FigureAxis;
  yaxis: FigureAxis;
  /** a sentence that belongs to what is drawn, or nothing; whether the lines are too many to be told apart */
  meta: { note: string; is_crowd: boolean };
  margin: { l: number; r: number; t: number; b: number };
  font: { size: number };
  hoverlabel: { font: { size: number } };
  height?: number;
  autosize?: boolean;
  uirevision?: unknown;
}

/** Both charts of a run, and what they were made of. */
export interface Charts {
  /** the run on the screen, and the one before */
  run: number;
  before: number | null;
  trained: number;
  choices: ChartChoices;
  threshold: number;
  loss: Figure;
  weights: Figure;
}

/** The colours of one theme, as CSS writes them; see playground/figures/style.py. */
export interface Colours {
  ink: string;
  soft_ink: string;
  muted: string;
  grid: string;
  ghost: string;
  surface: string;
  positive: string;
  negative: string;
  background: string;
}

/** What the player is drawn with; see playground/player/assets.py. */
export interface Assets {
  palettes: Record<"light" | "dark", Omit<Colours, "background">>;
  dark_for_light: Record<string, string>;
  plotly_config: object;
  /** below the app's root */
  plotly_js: string;
  /** the sentence of each term, in the order of the alphabet */
  glossary: Record<string, string>;
}

export interface Theme {
  dark: boolean;
  colours: Colours;
  /** another one whenever the colours are others */
  signature: string;
}

/** An epoch, and the training rows that change class there. */
export type Flip = [epoch: number, rows: number[]];

/** The parameters of one epoch in full precision. */
export interface Exact {
  epoch: number;
  loss: number;
  parameters: number[];
}

/** Which of the rows of the run before each row was; null for a table that was another one. */
export interface RowsBefore {
  train: (number | null)[] | null;
  test: (number | null)[] | null;
}

/** What every answer of Python says of the page, besides its runs; see playground/player/protocol/reply.py. */
export interface Header {
  reply: number;
  /** the number of the request */
  answers: number;
  /** the number of the run on the screen, and of the one before */
  run: number;
  before: number | null;
  opened: number;
  /** the number that ends the keys of the settings' fields, another one for fields with other values */
  settings_key: number;
  opens_at: { epoch: number | null; row: number; neuron: Neuron | null; worked: number | null; surface: Pair | null; panel: "gradient" | "truth" | null; shows_code: boolean; hides_future: boolean | null };
  epoch_scale: import("../timeline/epoch_scale.mjs").EpochScale;
  choices: ChartChoices;
  threshold: number;
  situation: Situation | null;
  stale: string;
  /** the table of which rows can be left out to go on, and in words which */
  leaves_out: [table: string, words: string] | null;
  /** whether the table that has to be mended is another one than the run's, so that its answers belong to no row of it */
  is_another_table: boolean;
  chart_note: string;
  /** whether the training table is that of what was opened */
  is_own_table: boolean;
  commands_done: number;
  can_undo: boolean;
  can_redo: boolean;
  /** what the two would take back and do again, in words */
  undo_what: string;
  redo_what: string;
  where_is_play_head: number | null;
  what_changed: string;
  went_to: { epoch: number | null; is_back: boolean } | null;
  /** the epoch that was the last, where the run was changed there and goes on; null where it does not */
  goes_on_from: number | null;
  page_is_old: boolean;
  player_seen: boolean;
  /**
   * its number; the link to all that is open, empty where none is needed or can be had; whether it is too long for the
   * address, so that the browser keeps it; whether another browser can open it; the number of the table that is kept beside
   * it, 0 if it has that itself; null if it has come before
   */
  link: [number, string, boolean, boolean, number] | null;
  /** that table by its number, if it was asked for */
  kept_table?: [number, string];
  /** the name of what the browser has kept and is to bring; empty if there is nothing */
  asks_for: string;
  /** why something else is open than was asked for; empty if it is not */
  notice: string;
  /** the same where the browser keeps no link that is too long for the address */
  notice_if_unkept: string;
  /** whether inputs are shown as the network sees them */
  shows_scaled: boolean;
  /** whether a lesson is open and nothing was changed on the way but what its scene has changed */
  begins_as_taught: boolean;
  /** the update that was asked for, unless it would have to be trained first */
  worked?: WorkedUpdate | null;
  /** those beside it, which nobody sees yet */
  worked_ahead?: readonly WorkedUpdate[];
  /** what is said of an answer, unless its update would have to be trained first */
  judged?: Verdict | null;
  /** if they were asked for */
  code?: ScreenCode;
  /** the picture of the loss that was asked for, on the same condition */
  surface?: LossPicture | null;
  /** and the check of the gradient */
  gradient?: GradientCheck | null;
  /** if it was asked for and the run has ended */
  why?: Why;
  /** the scene of a lesson that is open, or none; left out if it is known of what is open */
  lesson?: TaughtScene | null;
  assets?: Assets;
  rows_before?: RowsBefore;
  charts?: Charts;
}

/** A part of the page that a scene has marked; see playground/lessons/marked_part.py. */
export type MarkedPart =
  | { part: "row" | "test row"; row: number }
  | { part: "weight"; parameter: number }
  | { part: "neuron"; layer: number; index: number }
  | { part: "setting"; label: string }
  | { part: "network" | "output" | "loss chart" | "weights chart" | "training table" | "test table" | "new situation" | "time" | "sentence" | "worked example" };

/** A scene of a lesson; see playground/lessons/told_scene.py. */
export interface TaughtScene {
  readonly name: string;
  readonly title: string;
  /** the first being 1 */
  readonly scene: number;
  readonly scenes: number;
  /** the title of the lesson that follows; empty after the last */
  readonly next_lesson: string;
  readonly heading: string;
  readonly text: string;
  readonly look_at: readonly MarkedPart[];
  readonly question: {
    readonly text: string;
    /** none where a number is guessed */
    readonly choices: readonly string[];
    readonly truth: string;
    readonly answer: string;
    /** whether it asks for the sum that is written out under the network */
    readonly asks_sum: boolean;
    /** the input whose scaled value it asks for, which is written out there, too */
    readonly asks_scaled: number | null;
    /** the epoch that is shown once it is answered, or the parameter whose update is worked */
    readonly then: number | "play" | { readonly worked: number } | null;
  } | null;
}

/** What a request says of a run that is known; see playground/player/protocol/request.py. */
export interface KnownRun {
  run: number;
  /** how many have come */
  records: number;
  flips: number;
  /** an epoch whose parameters are wanted exactly */
  exact?: number;
}
