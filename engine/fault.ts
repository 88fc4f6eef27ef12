/** A request that cannot be read: what is wrong, where, and what is allowed. */
export interface RequestFault {
  /** Stable id of the kind of fault. */
  code: string;
  /** Plain Chinese. */
  message: string;
  /** Place of the fault, e.g. `facts.members[0].tier`; empty for the whole request. */
  path: string;
}

/** Thrown inside the reading of a request, caught where it is reported. */
export class Fault extends Error implements RequestFault {
  constructor(
    readonly code: string,
    message: string,
    readonly path: string,
  ) {
    super(message);
    this.name = "Fault";
  }
}

/** `["facts", "members", 0, "tier"]` → `facts.members[0].tier`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) =>
      typeof part === "number"
        ? `[${part}]`
        : `${at === 0 ? "" : "."}${String(part)}`,
    )
    .join("");
}
