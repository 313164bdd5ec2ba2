import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { cellsOf, htmlOf, textForGrid, textForSpreadsheet } from "../../../playground/player/frontend/app/copied_cells.mjs";

test("a text of a spreadsheet is its cells, whatever ends its lines", () => {
  assert.deepEqual(cellsOf("0.12\t5\r\n0.34\t6\r\n"), [["0.12", "5"], ["0.34", "6"]]);
  assert.deepEqual(cellsOf("1\t2\n3\t"), [["1", "2"], ["3", ""]]);
  assert.deepEqual(cellsOf("a"), [["a"]]);
  assert.deepEqual(cellsOf("1\n\n"), [["1"], [""]]);
  assert.deepEqual(cellsOf("\r\n"), [[""]]);
});

test("a cell in quotation marks may hold tabs, line breaks and quotation marks", () => {
  assert.deepEqual(cellsOf('"a\tb"\t"two\r\nlines"\t"5"" pipe"\n'), [["a\tb", "two\nlines", '5" pipe']]);
  assert.deepEqual(cellsOf('"setosa, wild"\n""'), [["setosa, wild"], [""]]);
});

test("a quotation mark that nothing closes is a character, and swallows no other cell", () => {
  assert.deepEqual(cellsOf('5" pipe\t2\n"6\t3'), [['5" pipe', "2"], ['"6', "3"]]);
  assert.deepEqual(cellsOf('"so" called\t1'), [['"so" called', "1"]]);
});

test("a grid takes an empty last cell, too", () => {
  assert.equal(textForGrid([["1", "2"], ["3", ""]]), '1\t2\n3\t""');
  assert.equal(textForGrid([[""]]), '""');
  assert.equal(textForGrid([["", "2"]]), "\t2");
});

test("what is copied is read again as the same cells", () => {
  for (const cells of [[["0,5", ""], ["", ""]], [["1"], [""]], [["", ""]], [['a "b"', "two\nlines"], ["tab\there", "<b>"]]]) {
    assert.deepEqual(cellsOf(textForSpreadsheet(cells)), cells);
    assert.deepEqual(cellsOf(textForGrid(cells)), cells);
  }
});

test("a table beside the text shows the cells, and nothing of it is taken for more", () => {
  assert.equal(
    htmlOf([["a < b & c", "two\nlines"], ["x  y", ""]]),
    "<table><tbody><tr><td>a &lt; b &amp; c</td><td>two<br>lines</td></tr><tr><td>x&nbsp;&nbsp;y</td><td></td></tr></tbody></table>",
  );
});

test("Python and the browser call a paste by one name", () => {
  const source = (file) => readFileSync(new URL(`../../../playground/${file}`, import.meta.url), "utf8");
  const [, name] = /^PASTED = (".+")$/m.exec(source("hears_pastes.py")) ?? [];

  assert.match(source("player/frontend/app/pasted_cells.js"), new RegExp(`^const PASTED = ${name};$`, "m"));
});
