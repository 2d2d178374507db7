import type { Plugin } from "vite";

type Mend = (component: string) => string;

const mainPart: Mend = (component) =>
  component
    .replace(/<template>\s*<div/, "<template>\n  <main")
    .replace(/<\/div>(\s*<\/template>\s*(?:<style|$))/, "</main>$1");

/** Parts of VitePress's theme, and what they lack for those who hear a page. */
const mended: Readonly<Record<string, Mend>> = {
  "NotFound.vue": mainPart,
  "components/VPHome.vue": mainPart,
  "components/VPPage.vue": mainPart,
  // The letter of the shortcut is no part of the button's name: the style shows it.
  "components/VPNavBarSearchButton.vue": (component) => component.replace(">K</kbd>", "></kbd>"),
  // A dialog is no button, of an option and its link one can be focused, and a result is called what it shows.
  "components/VPLocalSearchBox.vue": (component) =>
    component
      .replace(
        /role="button"\s*:aria-owns="[^"]*"\s*aria-expanded="true"\s*aria-haspopup="listbox"/,
        'role="dialog" aria-modal="true"',
      )
      .replace(
        /:id="'localsearch-item-' \+ index"\s*:aria-selected="[^"]*"\s*role="option"/,
        'role="presentation"',
      )
      .replace(/:aria-label="\[[^"]*"/, "")
      .replace('class="title-icon"', '$& aria-hidden="true"')
      .replaceAll("<kbd :aria-label", '<kbd role="img" :aria-label')
      .replace(
        ':href="p.id"',
        ':id="\'localsearch-item-\' + index" role="option" :aria-selected="selectedIndex === index" $&',
      ),
};

/** Mends VitePress's theme, part by part. */
export function mendedTheme(): Plugin {
  return {
    name: "mended-theme",
    enforce: "pre",
    transform(component, id) {
      const part = /theme-default\/(.*\.vue)$/.exec(id)?.[1];
      const mend = part === undefined ? undefined : mended[part];
      if (mend === undefined) return undefined;
      const whole = mend(component);
      if (whole === component) throw new Error(`${id} is another one than was mended.`);
      return { code: whole, map: null };
    },
  };
}
