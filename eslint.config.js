import js from "@eslint/js";
import vitest from "@vitest/eslint-plugin";
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

/** The floors of the house, top first. A room imports from its own floor's rooms below, never upwards or sideways. */
const floors = [
  ["cli"],
  ["testing", "adapters"],
  ["loop"],
  ["analysis", "channels"],
  ["policy", "lifecycle"],
  ["scope"],
  ["identity"],
  ["config"],
  ["edition"],
];

const rooms = floors.flat();

/** The rooms that `room` may not import from: those above it and those beside it. */
function closedTo(room) {
  const floor = floors.findIndex((rooms) => rooms.includes(room));
  return floors
    .slice(0, floor + 1)
    .flat()
    .filter((other) => other !== room);
}

const front = ["../index.ts", "../../index.ts"];

const floorRules = rooms.map((room) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: [...closedTo(room).flatMap((other) => [`../${other}/*`, `../../${other}/*`]), ...front],
            message: "Imports go down the floors only.",
          },
          ...(["analysis", "testing", "cli"].includes(room)
            ? []
            : [
                {
                  group: ["**/parse-policy.ts", "**/room-checks.ts"],
                  message: "The front door stands above the rooms.",
                },
              ]),
          ...(room === "cli" ? [] : [{ group: ["node:*"], message: "Only the command line may do I/O." }]),
          ...(room === "cli" || room === "config"
            ? []
            : [
                {
                  group: ["zod", "json5"],
                  message: "Reading a config is the business of src/config.",
                  allowTypeImports: true,
                },
              ]),
        ],
      },
    ],
  },
}));

const world = [
  "process",
  "console",
  "fetch",
  "crypto",
  "performance",
  "setTimeout",
  "setInterval",
  "globalThis",
  "Buffer",
  "require",
].map((name) => ({ name, message: "Nothing outside the command line touches the world." }));

const intl = { name: "Intl", message: "Offsets are decided in src/lifecycle/reset/zone-offset.ts." };

const purity = {
  files: ["src/**/*.ts"],
  ignores: ["src/cli/**"],
  rules: {
    "no-restricted-globals": ["error", ...world, intl],
    "no-restricted-properties": [
      "error",
      { object: "Date", property: "now", message: "The clock is an argument." },
      { object: "Math", property: "random", message: "Decisions are deterministic." },
      {
        property: "toLowerCase",
        message: "Engines know other letters: lowerCase of src/edition/lower-case.ts.",
      },
      ...[
        "localeCompare",
        "toLocaleString",
        "toLocaleLowerCase",
        "toLocaleUpperCase",
        "toLocaleDateString",
        "toLocaleTimeString",
      ].map((property) => ({
        property,
        message: "Nothing depends on the locale.",
      })),
      ...[
        "getHours",
        "getDate",
        "getDay",
        "getMonth",
        "getFullYear",
        "getMinutes",
        "getTimezoneOffset",
        "setHours",
        "setDate",
      ].map((property) => ({
        property,
        message: "Nothing depends on the process's time zone.",
      })),
    ],
    "no-restricted-syntax": [
      "error",
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: "The clock is an argument.",
      },
      { selector: "ExportDefaultDeclaration", message: "Export by name." },
      { selector: "ClassDeclaration:not([superClass])", message: "A function does." },
    ],
  },
};

/** The only module that may name Intl. */
const zones = {
  files: ["src/lifecycle/reset/zone-offset.ts"],
  rules: { "no-restricted-globals": ["error", ...world] },
};

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "coverage/",
      ".stryker-tmp/",
      "**/node_modules/",
      "site/.pages/",
      "site/.vitepress/cache/",
      "site/.vitepress/dist/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ["./tsconfig.test.json"], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    // What they import is installed apart, and its types with it.
    files: ["examples/stores/*.stores.ts", "site/**/*.ts"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        performance: "readonly",
        globalThis: "readonly",
      },
    },
  },
  ...floorRules,
  purity,
  zones,
  {
    files: ["src/**/*.ts"],
    plugins: { jsdoc },
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          enableFixer: false,
          require: { FunctionDeclaration: true },
          contexts: ["TSInterfaceDeclaration", "TSTypeAliasDeclaration"],
        },
      ],
      "jsdoc/no-blank-blocks": "error",
    },
  },
  {
    // What a vector takes is whatever the upstream function took; only its answer is held to anything.
    files: ["test/conformance/bridge/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-call": "off",
    },
  },
  {
    files: ["test/**/*.ts", "examples/**/*.{test,stores}.ts", "site/test/**/*.ts"],
    plugins: { vitest },
    rules: { ...vitest.configs.recommended.rules, "vitest/expect-expect": "off" },
  },
);
