/** Schemas of interpretations.yaml (decided readings of unclear texts) and contacts.yaml (whom to ask). */
import { z } from "zod";
import { isoDate } from "./schema.js";

const interpretation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, "编号只用小写字母、数字和短横"),
  /** The notice, or `general` for readings that hold everywhere. */
  notice: z.string(),
  clause: z.string(),
  question: z.string(),
  reading: z.string(),
  choice: z.string().optional(),
  other_readings: z.array(z.string()).default([]),
  decided_by: z.string(),
  confirmed_by: z.string().nullable(),
  date: isoDate,
});
export const interpretationsFile = z.strictObject({
  interpretations: z.array(interpretation),
});

export const contactPurpose = z.enum([
  "insurance",
  "emergency",
  "police",
  "psychological",
  "human_resources",
  "government",
]);

const contact = z.strictObject({
  /** A place id; `china` holds for all. */
  place: z.string(),
  purpose: contactPurpose,
  name: z.string(),
  phone: z.string().regex(/^[0-9-]+$/, "电话只写数字和短横"),
  source: z.string(),
  reviewed_on: isoDate,
});
export const contactsFile = z.strictObject({ contacts: z.array(contact) });
