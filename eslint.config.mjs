// The rules of the front end's JavaScript that no type can hold; the twin of what ruff and tests/architecture_test.py hold
// for Python. tests/front_end_rules.test.mjs shows each of them a small offender.

const MOST_LINES_IN_A_FILE = 300;
const MOST_LINES_IN_A_FUNCTION = 40;

const REACHES_OUT =
  "Nothing is fetched from inside the page: what is wanted of Python is sent by link/, through what player.js is handed.";

/** Globals that open a connection, or run code that might. */
const CONNECTIONS = [
  "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "RTCPeerConnection",
  "Worker", "SharedWorker", "importScripts", "Image", "Audio", "FontFace", "open", "eval", "Function",
];

/** Properties that make the browser fetch what they are set to. */
const FETCHING = "src|srcset|srcdoc|href|action|poster";

const SETS_AN_ADDRESS = [
  `AssignmentExpression > MemberExpression.left > Identifier.property[name=/^(${FETCHING})$/]`,
  `CallExpression[callee.property.name='assign'] > ObjectExpression > Property > Identifier.key[name=/^(${FETCHING})$/]`,
  `CallExpression[callee.property.name=/^setAttribute(NS)?$/] > Literal[value=/^(xlink:)?(${FETCHING})$/]`,
];
const CALLS_PYTHON = ["Identifier[name='setTriggerValue']"];
const IMPORTS_FROM_ELSEWHERE = [
  "ImportExpression",
  ":matches(ImportDeclaration, ExportAllDeclaration, ExportNamedDeclaration) > Literal.source[value=/^[^.]/]",
];

const forbidden = (selectors) => ["error", ...selectors.map((selector) => ({ selector, message: REACHES_OUT }))];

const reachingOut = {
  "no-restricted-globals": ["error", ...CONNECTIONS.map((name) => ({ name, message: REACHES_OUT }))],
  "no-restricted-properties": [
    "error",
    ...CONNECTIONS.flatMap((property) =>
      ["window", "globalThis", "self"].map((object) => ({ object, property, message: REACHES_OUT })),
    ),
    ...["sendBeacon", "serviceWorker"].map((property) => ({ object: "navigator", property, message: REACHES_OUT })),
  ],
  "no-restricted-syntax": forbidden([...SETS_AN_ADDRESS, ...CALLS_PYTHON, ...IMPORTS_FROM_ELSEWHERE]),
};

/** Node's and the browser's names are not told from misspelt ones here: tsc does that. */
const everywhere = {
  "max-lines": ["error", MOST_LINES_IN_A_FILE],
  "max-lines-per-function": [
    "error",
    { max: MOST_LINES_IN_A_FUNCTION, skipBlankLines: true, skipComments: true, IIFEs: true },
  ],
  complexity: ["error", 20],
  "max-depth": ["error", 4],
  "array-callback-return": "error",
  "default-case-last": "error",
  eqeqeq: "error",
  "no-console": "error",
  "no-constant-condition": "error",
  "no-dupe-keys": "error",
  "no-else-return": "error",
  "no-fallthrough": "error",
  "no-implicit-coercion": "error",
  "no-lonely-if": "error",
  "no-loop-func": "error",
  "no-param-reassign": "error",
  "no-promise-executor-return": "error",
  "no-self-compare": "error",
  "no-shadow": "error",
  "no-unmodified-loop-condition": "error",
  "no-unreachable": "error",
  "no-unused-private-class-members": "error",
  "no-unused-vars": "error",
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "one-var": ["error", "never"],
  "prefer-const": "error",
  "prefer-template": "error",
};

const FRONT_END = "playground/player/frontend";

export default [
  { ignores: ["**/node_modules/", "**/.venv/", `${FRONT_END}/made/`, `${FRONT_END}/vendor/`] },
  {
    files: ["**/*.js", "**/*.mjs"],
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    rules: everywhere,
  },
  { files: [`${FRONT_END}/**/*.js`, `${FRONT_END}/**/*.mjs`], rules: reachingOut },
  // The two doors: what Streamlit hands over, and plotly.js from the app's own server.
  {
    files: [`${FRONT_END}/player.js`],
    rules: { "no-restricted-syntax": forbidden([...SETS_AN_ADDRESS, ...IMPORTS_FROM_ELSEWHERE]) },
  },
  {
    files: [`${FRONT_END}/charts/plotly_library.js`],
    rules: { "no-restricted-syntax": forbidden([...CALLS_PYTHON, ...IMPORTS_FROM_ELSEWHERE]) },
  },
];
