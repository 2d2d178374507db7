import { lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  lineNumbers,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from "@codemirror/view";
import { minimalSetup } from "codemirror";
import type { Remark } from "./remarks.ts";

/*
 * The editor of configs. What it is made of is fetched after the page, which has a plain field until then.
 */

const words =
  /(?<comment>\/\/.*|\/\*[^*]*\*\/)|(?<name>(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[A-Za-z_$][\w$]*)(?=\s*:))|(?<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?<value>\b(?:true|false|null)\b|-?\b\d[\d.]*\b)/g;

const colours = new MatchDecorator({
  regexp: words,
  decoration: ({ groups }) => {
    const found = new Map<string, string | undefined>(Object.entries(groups ?? {}));
    const kind = [...found.keys()].find((name) => found.get(name) !== undefined) ?? "text";
    return Decoration.mark({ class: `json-${kind}` });
  },
});

const coloured = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = colours.createDeco(view);
    }
    update(update: ViewUpdate): void {
      this.decorations = colours.updateDeco(update, this.decorations);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

const looks = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", backgroundColor: "transparent", color: "var(--vp-c-text-1)" },
  "&.cm-focused": { outline: "2px solid var(--vp-c-brand-1)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--vp-font-family-mono)", lineHeight: "20px" },
  ".cm-content": { caretColor: "var(--vp-c-text-1)", padding: "8px 0" },
  ".cm-gutters": { backgroundColor: "transparent", border: "none", color: "var(--vp-c-text-2)" },
  ".cm-cursor": { borderLeftColor: "var(--vp-c-text-1)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--vp-c-brand-soft)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--vp-c-bg-elv)",
    border: "1px solid var(--vp-c-divider)",
    color: "var(--vp-c-text-1)",
  },
});

/** An editor that stands in an element. */
export interface Editor {
  /** Writes a text in place of what stands there, unless it is the same. */
  readonly write: (text: string) => void;
  readonly mark: (remarks: readonly Remark[]) => void;
  /** Shows a line and selects it. */
  readonly reveal: (line: number) => void;
  readonly focus: () => void;
  readonly destroy: () => void;
}

/** Puts an editor into an element. */
export function createEditor(
  parent: HTMLElement,
  text: string,
  label: string,
  typed: (text: string) => void,
): Editor {
  let isOurs = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        minimalSetup,
        lineNumbers(),
        lintGutter(),
        coloured,
        looks,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, "aria-multiline": "true" }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged && !isOurs) typed(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    write: (next) => {
      if (view.state.doc.toString() === next) return;
      isOurs = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
      isOurs = false;
    },
    mark: (remarks) => {
      const diagnostics = remarks.flatMap(({ line, message, severity }): readonly Diagnostic[] => {
        if (line === undefined || line > view.state.doc.lines) return [];
        const { from, text: written, to } = view.state.doc.line(line);
        const indent = written.length - written.trimStart().length;
        return [{ from: from + indent, to, severity, message }];
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    reveal: (line) => {
      const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      });
      view.focus();
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
