/** Counties and districts: named in the quoted words, or “其它县(市、区)” for exactly those that are not named. */
import type { Provision } from "../schema.js";
import { passagesOf, type Subject } from "./subject.js";

const THE_OTHERS = /其[它他余](?:各)?(?:县|区|市|地区|乡镇)/;

export function checkAreas(subject: Subject, provision: Provision): void {
  const wanted = provision.where.area;
  if (!wanted) return;
  const areas =
    subject.parts.jurisdictions.get(subject.notice.jurisdiction)?.areas ?? [];
  const passages = passagesOf(provision);
  const named = areas.filter(({ id, names }) =>
    [id, ...names].some((name) =>
      passages.some((passage) => passage.includes(name)),
    ),
  );
  const isNamed = (id: string): boolean => named.some((area) => area.id === id);
  if (wanted.every(isNamed)) return;
  if (!passages.some((passage) => THE_OTHERS.test(passage))) {
    subject.provisionProblem(
      provision,
      "where › area",
      `引文里没有写到“${wanted.filter((id) => !isNamed(id)).join("、")}”；请核对地区`,
    );
    return;
  }
  const others = areas.filter(({ id }) => !takenByName(subject, provision, id));
  const missing = others.filter(({ id }) => !wanted.includes(id));
  const extra = wanted.filter((id) => !others.some((area) => area.id === id));
  if (missing.length + extra.length > 0)
    subject.provisionProblem(
      provision,
      "where › area",
      `“其它县（市、区）”应是没有点到名的全部地区：${missing.length > 0 ? `少了${missing.map(({ id }) => id).join("、")}` : ""}${extra.length > 0 ? `多了${extra.join("、")}` : ""}`,
    );
}

/** Whether another rule of the clause names the area itself. */
function takenByName(
  subject: Subject,
  provision: Provision,
  area: string,
): boolean {
  return subject.notice.provisions.some(
    (other) =>
      other.topic === provision.topic &&
      other.clause === provision.clause &&
      (other.where.area ?? []).includes(area) &&
      passagesOf(other).some((passage) => passage.includes(area)) &&
      !passagesOf(other).some((passage) => THE_OTHERS.test(passage)),
  );
}
