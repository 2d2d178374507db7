/** Where the browser is: Debian's, unless another one is named. */
export const executablePath = process.env["CHROME_PATH"] ?? "/usr/bin/chromium";

/** How it is started without a screen, a user and a network, so that it asks nobody anything. */
export const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;
