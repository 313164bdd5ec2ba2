// The three tables that are answered: whose rows they are, what is said of them, and where the answers come from.

import { ownInputCount } from "../model/derived_columns.mjs";
import { calledAnswer, judgedAnswer, longestCall, longestVerdict } from "./answer_texts.mjs";
/**
 * @import { Description, Numbers, Situation, Table } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { RowsBefore } from "../model/moment_before.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { Tell } from "./answer_texts.mjs"
 */

/**
 * @typedef {"train" | "test" | "situation"} KindName
 * @typedef {Pick<Table, "inputs" | "targets" | "row_numbers" | "validation"> & {derived?: number[][], areScaled?: true}} Rows
 *   `derived` where the inputs are not told, or written otherwise
 * @typedef {{outputs: Float64Array | null, before: (Numbers | null)[] | null}} Answers
 * @typedef {object} Kind
 * @property {string} title of the list
 * @property {string} summary the title of the counts; empty without any
 * @property {string} editor the key of the page's editor
 * @property {boolean} isChosenFrom whether a row can be selected
 * @property {(number: number, isValidation: boolean) => string} rowName
 * @property {Tell} tell
 * @property {(run: Description) => string} longestWord that `tell` may say; empty if it says nothing
 * @property {(run: Description) => string} whyNotJudged
 * @property {(run: Description, store: Store) => Rows} rowsOf
 * @property {(moment: Moment, store: Store) => Answers} answersOf
 * @property {(rows: RowsBefore) => boolean} isCompared whether the run before has answers to any of them
 */

/** As many as the scaled table has. */
const SCALED_DIGITS = 4;

/** @type {Rows} */
const NONE = { inputs: [], targets: [], row_numbers: [] };
/** One row of which nobody knows the targets. @type {Rows} */
const ONE = { inputs: [[]], targets: [[]], row_numbers: [1] };

/** @type {Record<KindName, Kind>} */
export const KINDS = {
  train: {
    title: "Training rows",
    summary: "Training counts",
    editor: "training",
    isChosenFrom: true,
    rowName: (number) => `Row ${number}`,
    tell: judgedAnswer,
    longestWord: longestVerdict,
    whyNotJudged: (run) => run.not_judged.train,
    rowsOf: (run, { showsScaled }) => (showsScaled ? scaledRows(run, run.train) : run.train),
    answersOf: (moment) => ({ outputs: moment.outputs, before: moment.before?.outputs ?? null }),
    isCompared: ({ train }) => isAnyKnown(train),
  },
  test: {
    title: "Test rows",
    summary: "Test counts",
    editor: "test",
    isChosenFrom: false,
    rowName: (number, isValidation) => `${isValidation ? "Validation" : "Test"} row ${number}`,
    tell: judgedAnswer,
    longestWord: longestVerdict,
    whyNotJudged: (run) => run.not_judged.test,
    rowsOf: (run, { showsScaled }) => (run.test && showsScaled ? scaledRows(run, run.test) : (run.test ?? NONE)),
    answersOf: (moment) => ({ outputs: moment.testOutputs, before: moment.before?.testOutputs ?? null }),
    isCompared: ({ test }) => isAnyKnown(test),
  },
  situation: {
    title: "Answer to the new situation",
    summary: "",
    editor: "situation",
    isChosenFrom: false,
    rowName: () => "New situation",
    tell: calledAnswer,
    longestWord: longestCall,
    whyNotJudged: () => "",
    rowsOf: (run, { situation }) => (situation ? situationRow(run, situation) : NONE),
    answersOf: (moment, { situation }) => ({
      outputs: situation && moment.answer(situation.scaled),
      before: situation && [moment.before?.answer(situation.inputs) ?? null],
    }),
    isCompared: ({ train }) => train !== null,
  },
};

/** @type {WeakMap<Table, Rows>} */
const rowsOfTables = new WeakMap();

/** All inputs as the network sees them; the same object for the same table. @param {Description} run @param {Table} table */
function scaledRows(run, table) {
  const rows = rowsOfTables.get(table) ?? {
    ...table,
    inputs: table.scaled.map((row) => row.map((value) => Number(value.toPrecision(SCALED_DIGITS)))),
    derived: table.scaled.map((row) => row.slice(ownInputCount(run))),
    areScaled: /** @type {const} */ (true),
  };
  rowsOfTables.set(table, rows);
  return rows;
}

/** @type {WeakMap<Situation, Rows>} */
const rowsOfSituations = new WeakMap();

/** The same object for the same situation. @param {Description} run @param {Situation} situation */
function situationRow(run, situation) {
  if (!run.derived) return ONE;
  const rows = rowsOfSituations.get(situation) ?? { ...ONE, derived: [situation.inputs.slice(ownInputCount(run))] };
  rowsOfSituations.set(situation, rows);
  return rows;
}

/** @param {RowsBefore["train"]} rows */
function isAnyKnown(rows) {
  return rows !== null && rows.some((row) => row !== null);
}
