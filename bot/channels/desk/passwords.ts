/** Passwords of the desk's accounts, kept as scrypt hashes with their parameters. */
import {
  randomBytes,
  scrypt as scryptWithCallback,
  type ScryptOptions,
  timingSafeEqual,
} from "node:crypto";
import { promisify } from "node:util";

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(
  scryptWithCallback,
);

/** 32 MB and about 80 ms a try. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const BYTES = 32;
const SHORTEST = 8;
const LONGEST = 200;

/** Why a password cannot be used; null when it can. */
export function passwordFault(password: string): string | null {
  const length = [...password].length;
  if (length < SHORTEST) return `密码至少${SHORTEST}个字符`;
  return length > LONGEST ? `密码最多${LONGEST}个字符` : null;
}

/** A hash with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await scrypt(same(password), salt, BYTES, COST);
  return ["scrypt", COST.N, COST.r, COST.p]
    .concat(salt.toString("base64url"), hash.toString("base64url"))
    .join("$");
}

/** What is compared with where there is no account: as slow as a real one, never right. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Whether the password is the one that was hashed; null takes as long and is never right. */
export async function isPassword(
  password: string,
  stored: string | null,
): Promise<boolean> {
  const [, N = "", r = "", p = "", salt = "", hash = ""] = (
    stored ?? NOBODY
  ).split("$");
  const wanted = Buffer.from(hash, "base64url");
  const given = await scrypt(
    same(password.slice(0, LONGEST * 2)),
    Buffer.from(salt, "base64url"),
    wanted.length,
    {
      N: Number.parseInt(N, 10),
      r: Number.parseInt(r, 10),
      p: Number.parseInt(p, 10),
      maxmem: COST.maxmem,
    },
  );
  return timingSafeEqual(given, wanted) && stored !== null;
}

/** The same password whatever keyboard composed its characters. */
function same(password: string): string {
  return password.normalize("NFKC");
}
