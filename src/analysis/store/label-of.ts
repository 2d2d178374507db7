import { isText } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isBlank } from "../../identity/fold.ts";
import { readRow, type StoreRow } from "../../lifecycle/store/store-row.ts";

/** What a room is called, with the place that it is in. */
function roomOf({ groupChannel, room, space, subject }: StoreRow): string | undefined {
  const name = [groupChannel, room, subject].find(says);
  return name === undefined || !says(space) ? name : `${name} (${space})`;
}

function says(text: string | undefined): text is string {
  return text !== undefined && !isBlank(text);
}

/**
 * Names a stored session for people: what an operator called it (`label`), the room (`groupChannel`, `room` or `subject`, with
 * its `space`), the person as the channel names them (`origin.label`), what OpenClaw calls it (`displayName`), or the address to
 * which answers go. Undefined where the entry says none of it. A name is no id: whoever owns it may change it.
 *
 * @param entry - The entry, or a row of `readStore`.
 * @example
 * ```ts
 * labelOf({ groupChannel: "#releases", space: "Example" }); //=> "#releases (Example)"
 * labelOf({ origin: { label: "Alex", from: "signal:+15555550123" }, chatType: "direct" }); //=> "Alex"
 * labelOf({ lastTo: "telegram:5" }); //=> "telegram:5"
 * ```
 */
export function labelOf(entry: object): string | undefined {
  if (isPolluted()) return unpolluted(labelOf, entry);
  if (!isObject(entry)) return undefined;
  const { row } = readRow("", entry);
  const { delivery, deliveryContext, displayName, label, lastTo, origin } = row;
  const from = delivery?.origin ?? origin;
  const names = [
    label,
    roomOf(row),
    from?.label,
    displayName,
    from?.from,
    delivery?.context?.to,
    deliveryContext?.to,
    lastTo,
  ];
  return names.filter(isText).find(says)?.trim();
}
