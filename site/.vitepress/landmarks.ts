import type { Plugin } from "vite";

/** Parts of VitePress's theme, and what they lack for those who hear a page: a main part; a name that says what is seen. */
const mended: readonly { readonly file: RegExp; readonly mend: (component: string) => string }[] = [
  {
    file: /theme-default\/(NotFound|components\/(VPHome|VPPage))\.vue$/,
    mend: (component) =>
      component
        .replace(/<template>\s*<div/, "<template>\n  <main")
        .replace(/<\/div>(\s*<\/template>\s*(?:<style|$))/, "</main>$1"),
  },
  {
    file: /theme-default\/components\/VPNavBarSearchButton\.vue$/,
    mend: (component) => component.replace('class="DocSearch-Button-Keys"', '$& aria-hidden="true"'),
  },
];

/** Mends VitePress's theme where a page would otherwise have no landmark. */
export function landmarks(): Plugin {
  return {
    name: "landmarks",
    enforce: "pre",
    transform(component, id) {
      const part = mended.find(({ file }) => file.test(id));
      if (part === undefined) return undefined;
      const whole = part.mend(component);
      if (whole === component) throw new Error(`The theme is another one: ${id} needs mending anew.`);
      return { code: whole, map: null };
    },
  };
}
