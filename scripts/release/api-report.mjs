// The public types of each entry point, written down in api/, so that whoever changes one sees it in the diff.
//
//   npm run api             writes them
//   npm run api -- --check  says which are not as they are written

import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const check = process.argv.includes("--check");
const quiet = { default: { logLevel: "none" } };

function isAsWritten(path, types) {
  const name = path === "." ? "keyscope" : path.slice("./".length).replaceAll("/", "-");
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: root + types,
      newlineKind: "lf",
      compiler: { tsconfigFilePath: `${root}tsconfig.json` },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: `${root}api`,
        reportTempFolder: `${root}api/.now`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // What the docstrings lack is the tests' business.
      messages: {
        compilerMessageReporting: { default: { logLevel: "error" } },
        extractorMessageReporting: quiet,
        tsdocMessageReporting: quiet,
      },
    },
    packageJsonFullPath: `${root}package.json`,
  });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: !check,
    messageCallback: (message) => {
      message.handled = message.logLevel !== "error";
    },
  });
  if (apiReportChanged)
    console.log(`api/${name}.api.md ${check ? "is not what the types are now" : "is written"}`);
  return !apiReportChanged;
}

const changed = Object.entries(exports).filter(
  ([path, files]) => files.types && !isAsWritten(path, files.types),
);
rmSync(`${root}api/.now`, { recursive: true, force: true });
if (check && changed.length > 0) {
  console.log("Look at what changed, and write it down: npm run api");
  process.exitCode = 1;
}
