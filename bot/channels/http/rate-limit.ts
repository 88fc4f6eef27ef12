/** A flood from one address (or person, or conversation) is slowed down; nobody else notices. */
import type { FastifyRequest } from "fastify";
import { HttpError } from "./errors.js";

interface Bucket {
  tokens: number;
  filledAt: number;
}

export interface Rate {
  /** So many at once … */
  burst: number;
  /** … and so many a second after that. */
  perSecond: number;
}

/** Full buckets carry no information; they are swept when there are this many, at most once a second. */
const SWEEP_AT = 10_000;
const SWEEP_EVERY_MS = 1000;

export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();
  private sweptAt = 0;

  constructor(
    private readonly rate: Rate,
    private readonly now: () => Date,
  ) {}

  /** Seconds to wait before the next request of this address (person, conversation), 0 when it may pass now. */
  take(address: string): number {
    const at = this.now().getTime();
    if (this.buckets.size >= SWEEP_AT && at - this.sweptAt > SWEEP_EVERY_MS)
      this.sweep(at);
    const bucket = this.fill(household(address), at);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil((1 - bucket.tokens) / this.rate.perSecond));
  }

  /** Passes or throws 429. */
  guard(address: string): void {
    const wait = this.take(address);
    if (wait > 0)
      throw new HttpError(
        429,
        "too_many_requests",
        `请求太频繁，请过 ${wait} 秒再试`,
        undefined,
        wait,
      );
  }

  private fill(address: string, at: number): Bucket {
    const { burst, perSecond } = this.rate;
    const bucket = this.buckets.get(address);
    if (!bucket) {
      const fresh = { tokens: burst, filledAt: at };
      this.buckets.set(address, fresh);
      return fresh;
    }
    const gained = (Math.max(0, at - bucket.filledAt) / 1000) * perSecond;
    bucket.tokens = Math.min(burst, bucket.tokens + gained);
    bucket.filledAt = at;
    return bucket;
  }

  private sweep(at: number): void {
    this.sweptAt = at;
    const { burst, perSecond } = this.rate;
    for (const [address, bucket] of this.buckets) {
      const gained = ((at - bucket.filledAt) / 1000) * perSecond;
      if (bucket.tokens + gained >= burst) this.buckets.delete(address);
    }
  }
}

/** Route options that hold a route to a limit. */
export function guard(limit: RateLimit): {
  onRequest: (request: FastifyRequest) => Promise<void>;
} {
  return { onRequest: async (request) => limit.guard(request.ip) };
}

/** One IPv6 household has 2^64 addresses; it counts as one. */
function household(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = head.split(":");
  const missing = 8 - groups.length - (tail ? tail.split(":").length : 0);
  const full = address.includes("::")
    ? [...groups, ...Array<string>(missing).fill("0")]
    : groups;
  return full.slice(0, 4).join(":");
}
