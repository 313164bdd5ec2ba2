import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addressWith, isOfThisComputer, linkIn, NAME } from "../../../playground/player/frontend/link/address.mjs";

test("a link stands behind the # of the address, and is read there", () => {
  const address = addressWith("http://localhost:8501/", "1abc-_9");

  assert.equal(address, "http://localhost:8501/#document=1abc-_9");
  assert.equal(linkIn(address), "1abc-_9");
});

test("a link is read where a mail program has written its = otherwise", () => {
  assert.equal(linkIn("http://localhost/#document%3D1abc"), "1abc");
  assert.equal(addressWith("http://localhost/#document%3d1old", "1new"), "http://localhost/#document=1new");
});

test("what else an address says stays", () => {
  assert.equal(
    addressWith("http://school.example/app/?embed=true&document=1old&x=1#document=1older", "1new"),
    "http://school.example/app/?embed=true&x=1#document=1new",
  );
  assert.equal(addressWith("http://localhost/?embed=true#somewhere", ""), "http://localhost/?embed=true#somewhere");
});

test("an address that every computer takes for its own leads nobody else here", () => {
  const own = ["localhost:8501", "127.0.0.1", "127.1.2.3:80", "[::1]:8501", "0.0.0.0:8501", "app.localhost", "LOCALHOST"];
  const others = ["192.168.1.20:8501", "teacher.local:8501", "localhost.example.org", "school.example", "[fe80::1]", "10.127.0.1"];

  assert.deepEqual(own.filter((host) => !isOfThisComputer(`http://${host}/#document=1a`)), []);
  assert.deepEqual(others.filter((host) => isOfThisComputer(`http://${host}/#document=1a`)), []);
});

test("where no link is needed, there is none", () => {
  assert.equal(addressWith("http://localhost/?document=1broken", ""), "http://localhost/");
  assert.equal(linkIn(addressWith("http://localhost/#document=1old", "")), "");
  assert.equal(linkIn("http://localhost/#documents=1"), "");
});

test("Python and the browser call it by one name", () => {
  const python = readFileSync(new URL("../../../playground/document/link.py", import.meta.url), "utf8");

  assert.match(python, new RegExp(`^NAME = "${NAME}"$`, "m"));
});
