/** Names: every topic, facet, value, identity, place, reading and clause that an entry uses is a known one. */
import type { Provision } from "../schema.js";
import { squeeze } from "../text.js";
import { isKnownTopic, TOPICS } from "../topics.js";
import { brief, type Subject } from "./subject.js";

export function checkRegistry(subject: Subject): void {
  checkHead(subject);
  const seen = new Set<string>();
  for (const provision of subject.notice.provisions) {
    if (seen.has(provision.id))
      subject.provisionProblem(
        provision,
        "id",
        `编号 ${provision.id} 用了两次，请换一个`,
      );
    seen.add(provision.id);
    checkKind(subject, provision);
    checkTopic(subject, provision);
    checkFacets(subject, provision);
    checkReferences(subject, provision);
  }
}

function checkHead(subject: Subject): void {
  const { notice, parts } = subject;
  if (!parts.jurisdictions.get(notice.jurisdiction))
    subject.headProblem(
      "jurisdiction",
      `没有登记“${notice.jurisdiction}”这个地区；请先写进 jurisdictions.yaml`,
    );
  for (const id of notice.insurance ?? [])
    if (!parts.vocabulary.value("insurance", id))
      subject.headProblem("insurance", `词表里没有险种“${id}”`);
  const ids = new Set<string>();
  for (const { id } of notice.clauses) {
    if (ids.has(id))
      subject.report("text.md", id, "这个条款编号出现了两次，请改开头的写法");
    ids.add(id);
  }
  notice.source_errors.forEach(({ clause, found }, index) => {
    const text = subject.clause(clause);
    if (text === undefined || !text.includes(squeeze(found)))
      subject.headProblem(
        `source_errors › 第${index + 1}项`,
        `在“${clause}”里找不到“${brief(found)}”；请照原文抄写`,
      );
  });
}

/** Commentaries hold no provisions; interpretations and guidance decide nothing. */
function checkKind(subject: Subject, provision: Provision): void {
  const { kind } = subject.notice;
  if (kind === "commentary")
    subject.provisionProblem(
      provision,
      "force",
      "评论文章不是文件，不能有规定；请删去这一项",
    );
  else if (
    (kind === "interpretation" || kind === "guidance") &&
    provision.force === "rule" &&
    provision.topic in TOPICS
  )
    subject.provisionProblem(
      provision,
      "force",
      `${kind === "guidance" ? "指导意见" : "政策解读"}不决定个人的待遇，force 不能写 rule；请改为 bound 或 target`,
    );
}

function checkTopic(subject: Subject, provision: Provision): void {
  const { topic, value } = provision;
  const facts = subject.parts.vocabulary.file.topics;
  if (!isKnownTopic(topic, facts)) {
    subject.provisionProblem(
      provision,
      "topic",
      `没有“${topic}”这个事项；事实类事项请先写进 words.yaml 的 topics`,
    );
    return;
  }
  checkPer(subject, provision);
  const kinds = TOPICS[topic]?.kinds ?? ["text"];
  if (!kinds.includes(value.kind))
    subject.provisionProblem(
      provision,
      "value › kind",
      `事项“${TOPICS[topic]?.label ?? facts[topic]?.label ?? topic}”的值应是 ${kinds.join("、")}，写的是 ${value.kind}`,
    );
}

/** A limit that no calculator knows would be passed over in silence. */
function checkPer(subject: Subject, provision: Provision): void {
  const { topic, value } = provision;
  const { label = topic, per } = TOPICS[topic] ?? {};
  if (value.kind !== "cap" || per === undefined) return;
  const own = `${value.on}/${value.per}`;
  if (!per.includes(own))
    subject.provisionProblem(
      provision,
      "value › per",
      `“${label}”还不会按 ${own} 算，会算的是 ${per.join("、")}；先写进 quoted_only，并说明原因`,
    );
}

function checkFacets(subject: Subject, provision: Provision): void {
  const { vocabulary, jurisdictions } = subject.parts;
  for (const [facet, values] of Object.entries(provision.where))
    for (const id of values ?? []) {
      const known =
        facet === "area"
          ? jurisdictions
              .get(subject.notice.jurisdiction)
              ?.areas.some((area) => area.id === id)
          : vocabulary.value(facet, id) !== undefined;
      if (!known)
        subject.provisionProblem(
          provision,
          `where › ${facet}`,
          facet === "area"
            ? `jurisdictions.yaml 里这个地方没有“${id}”这个区县`
            : `词表的“${vocabulary.facetLabel(facet)}”里没有“${id}”`,
        );
    }
  for (const [part, tags] of Object.entries(provision.who))
    for (const tag of tags ?? [])
      if (!vocabulary.value("identity", tag))
        subject.provisionProblem(
          provision,
          `who › ${part}`,
          `词表的身份里没有“${tag}”`,
        );
}

function checkReferences(subject: Subject, provision: Provision): void {
  const { interpretation, refers } = provision;
  if (
    interpretation !== undefined &&
    !subject.parts.interpretations.has(interpretation)
  )
    subject.provisionProblem(
      provision,
      "interpretation",
      `interpretations.yaml 里没有“${interpretation}”`,
    );
  for (const { held } of refers)
    if (
      held !== undefined &&
      !subject.parts.notices.some(({ id }) => id === held)
    )
      subject.provisionProblem(
        provision,
        "refers",
        `没有收录“${held}”这份文件`,
      );
}
