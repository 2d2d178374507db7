// The pages of the API reference, each named after what one does with it. `of` lists folders and files of src/ whose public
// names stand on the page; the nearest that holds a name's declaration has it. What a framework's entry point exports stands on
// the page of that entry point, wherever it is declared.

export const groups = [
  {
    text: "Configs and editions",
    pages: [
      { title: "Read a config", of: ["parse-policy.ts", "config"] },
      { title: "Fill in files and variables", of: ["config/source"] },
      { title: "See what a release loads", of: ["config/loaded"] },
      { title: "Name an edition", of: ["edition"] },
    ],
  },
  {
    text: "Conversations",
    pages: [
      { title: "Find a message's conversation", of: ["scope", "identity"] },
      { title: "Read and write session keys", of: ["scope/key", "scope/derived-id.ts"] },
      { title: "See who shares a conversation", of: ["scope/isolation"] },
      { title: "Find a task's session", of: ["scope/task"] },
      { title: "Use a message's context", of: ["scope/context"] },
      { title: "Start a conversation over", of: ["lifecycle"] },
      { title: "Reset on a word", of: ["lifecycle/trigger"] },
      { title: "Remove old sessions", of: ["lifecycle/maintenance"] },
      { title: "Read stored sessions", of: ["lifecycle/store", "analysis/store", "analysis/sessions"] },
    ],
  },
  {
    text: "Messages",
    pages: [
      { title: "Take a message", of: ["loop"] },
      { title: "Read what a platform sent", of: ["channels"] },
    ],
  },
  {
    text: "Decisions",
    pages: [
      { title: "Explain a decision", of: ["explain.ts", "analysis/explain-decision.ts"] },
      { title: "Decide who is answered", of: ["policy/access"] },
      { title: "Decide what may be sent", of: ["policy/send"] },
      { title: "Decide who may give commands", of: ["policy/command"] },
      { title: "Notice a mention", of: ["policy/mention"] },
      { title: "Decide who searches memory", of: ["policy/memory"] },
      { title: "Decide who sees a session", of: ["policy/visibility"] },
      { title: "Decide which tools run", of: ["policy/tool"] },
      { title: "Decide which programs run", of: ["policy/exec"] },
      { title: "Decide what a sandbox allows", of: ["policy/sandbox", "policy/sandbox-settings.ts"] },
      { title: "Keep a policy under another", of: ["policy/ceiling"] },
      { title: "Read rules and traces", of: ["policy"] },
      { title: "Log a decision", of: ["analysis/log-event.ts"] },
    ],
  },
  {
    text: "Frameworks",
    pages: [
      { title: "grammY", of: ["adapters/grammy.ts"] },
      { title: "Telegraf", of: ["adapters/telegraf.ts"] },
      { title: "Bolt for Slack", of: ["adapters/bolt.ts"] },
      { title: "discord.js", of: ["adapters/discord.ts"] },
      { title: "Bot Framework", of: ["adapters/botbuilder.ts"] },
      { title: "Microsoft 365 Agents", of: ["adapters/agents-hosting.ts"] },
      { title: "Chat SDK", of: ["adapters/chat.ts"] },
      { title: "LangGraph", of: ["adapters/langgraph.ts"] },
      { title: "Mastra", of: ["adapters/mastra.ts"] },
      { title: "OpenAI Agents", of: ["adapters/openai-agents.ts"] },
    ],
  },
  {
    text: "Analyses",
    pages: [
      { title: "Audit a config", of: ["analysis/audit", "analysis/world.ts"] },
      {
        title: "Describe a config",
        of: ["analysis/describe", "analysis/materialize.ts", "analysis/fingerprint.ts"],
      },
      { title: "See who may write", of: ["analysis/doors"] },
      { title: "See who could read what", of: ["analysis/exposure"] },
      { title: "Compare two policies", of: ["analysis/compare"] },
      {
        title: "Upgrade a config",
        of: ["analysis/upgrade", "config/upgrade", "config/keys", "config/older-keys.ts"],
      },
      { title: "Move stored sessions", of: ["analysis/migration"] },
      { title: "Scan a log", of: ["analysis/log"] },
    ],
  },
  {
    text: "Tests",
    pages: [
      { title: "Ask a question", of: ["analysis/question.ts"] },
      { title: "Pin decisions", of: ["analysis/pin"] },
      { title: "Measure what tests reach", of: ["analysis/coverage"] },
      { title: "Test a table of decisions", of: ["testing"] },
      { title: "Generate configs and messages", of: ["testing/arbitraries.ts"] },
    ],
  },
];

/** The name of a page's file, as `read-a-config`. */
export function slugOf(title) {
  return title
    .toLowerCase()
    .replaceAll("'", "")
    .replaceAll(/[^a-z0-9]+/g, "-");
}

/** The reference in the sidebar. */
export const referenceSidebar = groups.map(({ text, pages }) => ({
  text,
  items: pages.map(({ title }) => ({ text: title, link: `/reference/${slugOf(title)}` })),
}));
