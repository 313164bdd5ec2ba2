// What Python says because a panel asks for it: a worked update, the code, why a run failed, the loss over two weights.
import type { Expression, Pair } from "./description";

/** One line of a worked update; see playground/player/protocol/worked_update.py. */
export interface WorkedLine {
  name: string;
  /** a shorter name for it where it stands among the others */
  label: string;
  /** of lines by their numbers; null for a number that is given, or for a formula of too many numbers to be read */
  expression: Expression | null;
  /** the lines whose numbers are in it */
  terms: number[];
  value: number;
  note: string;
  /** which step of the calculation it is; see `LineKind` in nncore/explanation/line.py */
  kind: string;
  /** what the number belongs to */
  place: WorkedPlace;
  /** what the line of code computes that computes it, see `CodeLine`; empty if there is none */
  code: string;
}

/** A line of the code that trains a run; see nncore/python_export/code_line.py. */
export interface CodeLine {
  readonly text: string;
  /** that of the array it computes; may be empty */
  readonly shape: string;
  /** what a worked line calls it that is computed by it; may be empty */
  readonly computes: string;
}

/** The code that trains a run; see playground/player/protocol/told_code.py. */
export interface ScreenCode {
  readonly run: number;
  /** whether the run had ended by then */
  readonly is_finished: boolean;
  readonly lines: readonly CodeLine[];
  /** what decides the run and does not stand in them; may be empty */
  readonly note: string;
}

/** What a number belongs to; see nncore/explanation/line.py. */
export interface WorkedPlace {
  kind: string;
  row: number | null;
  layer: number | null;
  unit: number | null;
  parameter: number | null;
}

/** Why a finished run failed, and what helps; see playground/player/protocol/told_why.py. */
export interface Why {
  readonly run: number;
  /** the most important first; it is one of them at most that is tried to be mended */
  readonly findings: readonly { kind: string; sentence: string; is_failure: boolean; is_mended: boolean }[];
  /** what was or is tried, in words */
  readonly tried: readonly string[];
  /** what of it is not finished */
  readonly still_tried: readonly string[];
  /** from 0 to 1 */
  readonly progress: number;
  /** what was tried and helps, the best first; there may be more as long as something is tried */
  readonly offers: readonly { words: string; sentence: string }[];
}

/** Which update is to be worked: of which weight, for which row, and which epoch it leads away from. */
export interface WantedUpdate {
  epoch: number;
  row: number;
  parameter: number;
  /** with how many it is worked on paper, too; left out where it is not */
  digits?: number;
  /** in place of the row the one that has most to say, where nobody has chosen one: that pulls the weight most where it goes */
  telling?: boolean;
}

/** One update of one weight, worked as on paper. */
export interface WorkedUpdate extends WantedUpdate {
  readonly run: number;
  readonly batch: number;
  readonly batches: number;
  /** as somebody works it who rounds every number: those of the lines, and which of them that has led astray */
  readonly paper: { readonly digits: number; readonly values: readonly number[]; readonly astray: readonly number[] } | null;
  /** of each update of the epoch, the first row of the table that it learns from */
  readonly first_rows: readonly number[];
  /** which way the weight goes, and what the row has to do with it */
  readonly why: string;
  /** by which convention the loss is counted */
  readonly convention: string;
  /** with how many digits the old and the new weight are written where other numbers have 3 or 6, so that the step is seen */
  readonly step_digits: { readonly "3": number; readonly "6": number };
  readonly lines: readonly WorkedLine[];
  /** all lines in their order: the headings of their parts, and the lines of each */
  readonly sections: readonly (readonly [string, readonly number[]])[];
  /** the lines that are read first, in their order */
  readonly first_shown: readonly number[];
}

/** What somebody has worked out for a line of an update; see playground/player/protocol/answered_line.py. */
export interface Answer {
  readonly number: number;
  readonly update: WantedUpdate & { batch: number };
  /** its name */
  readonly line: string;
  readonly text: string;
}

/** What is said of an answer, by its number. */
export interface Verdict {
  readonly number: number;
  readonly kind: "right" | "rounding" | "wrong" | "unread";
  readonly sentence: string;
  /** whether the line is worked: nothing is missing but digits */
  readonly is_done: boolean;
}

/** Over which two parameters the loss is to be shown, and at which epoch the others are held. */
export interface WantedSurface {
  epoch: number;
  /** their places in the flat vector */
  parameters: Pair;
}

/** Of every parameter the derivative beside a measured one; see playground/player/protocol/told_gradient_check.py. */
export interface GradientCheck {
  readonly run: number;
  readonly epoch: number;
  /** empty, as the others are, where table and network are too large; null where a number is not finite */
  readonly analytic: readonly (number | null)[];
  readonly numeric: readonly (number | null)[];
  readonly relative_error: readonly (number | null)[];
  readonly too_small: readonly boolean[];
  readonly note: string;
}

/** The loss over two parameters; see playground/figures/loss_picture.py. */
export interface LossPicture extends WantedSurface {
  readonly run: number;
  /** how far the run was trained */
  readonly trained: number;
  /** the axes */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** a row for each place of the second axis; null where the loss is too large */
  readonly losses: readonly (readonly (number | null)[])[];
  readonly point: Readonly<Pair>;
  readonly loss: number | null;
  readonly played: readonly Readonly<Pair>[];
  readonly ahead: readonly Readonly<Pair>[];
  readonly arrow: Readonly<Pair> | null;
  readonly minimum: Readonly<Pair> | null;
  /** where, and which way along each axis */
  readonly keeps_falling: readonly [number, number, number, number] | null;
  readonly note: string;
}
