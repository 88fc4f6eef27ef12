/** Amounts that no bill can hold: asked for anew before anything is computed. */
import { notAnAmount } from "../../phrasing/asks.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { CARE } from "./care.js";

/** Tasks that compute with amounts of money. */
const WITH_AMOUNTS = [
  ...Object.keys(CARE),
  "reimburse",
  "settlement",
  "monitoring",
];

/** 自付-5元, 10^30元: asks for an amount that can be computed with. */
export function oddAmount({ frame }: Context): Reply | null {
  if (!frame.oddAmount || !WITH_AMOUNTS.includes(frame.task)) return null;
  return reply("needs_info", frame.task, [notAnAmount(frame.oddAmount)], {
    missing: ["amount"],
    suggestions: [],
  });
}
