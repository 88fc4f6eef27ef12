/** An invented notice of an invented place that is in order, to be broken in one place at a time. */
import { checkKnowledge } from "../../knowledge/checks.js";
import type { FoundFile } from "../../knowledge/files.js";
import { Jurisdictions } from "../../knowledge/jurisdictions.js";
import { loadNotice } from "../../knowledge/load-notice.js";
import { loadKnowledge } from "../../knowledge/load.js";
import type { Problem } from "../../knowledge/problems.js";
import type { Notice } from "../../knowledge/schema.js";
import { supersede } from "../../knowledge/supersede.js";
import { PROVISIONS } from "./invented-provisions.js";

const NOTICE = `
id: jiashe-2030
title: 关于做好假设市2030年居民医保工作的通知
number: null
kind: binding
issuers: [假设市医疗保障局]
jurisdiction: jiashe
insurance: [resident]
issued: null
in_force: { from: 2030-01-01, to: null }
confirmed_to: 2031-12-31
status: in_force
form: complete
copy: official
source: { file: none.txt, sha256: none }
supersession: 以往规定与本通知不一致的，以本通知为准。
reviewed_on: 2030-01-01
source_errors:
  - { clause: 三, found: 2030年1月I日, read_as: 2030年1月1日, because: 转换错字 }
clean:
  clauses:
    - { id: 前言, starts: 关于做好 }
    - { id: 一, starts: 一、缴费 }
    - { id: 二, starts: 二、待遇 }
    - { id: 三, starts: 三、施行 }
`;

const TEXT = `## 前言

关于做好假设市2030年居民医保工作的通知

## 一

一、缴费

2031年度个人缴费标准为一档400元、二档800元。2031年度特困人员由医疗救助基金全额资助，即每人每年资助400元；低保对象按个人缴费部分80%的比例资助，即每人每年资助320元；重度残疾人由市财政资助100元、县财政资助300元。2030年财政补助比上年提高30元，达到700元，其中甲山县中央财政补助500元、省级财政补助200元；其它县中央财政补助400元、省级财政补助300元。

## 二

二、待遇

2030年门诊支付限额为200元，2031年为250元。甲类项目报销60%，乙类项目报销50%。个人自付超过1万元至5万元的部分报销五成，超过5万元的部分报销百分之六十。职工医保和居民医保住院分别报销85%和70%。政策范围内住院费用报销比例稳定在75%左右。备案有效期为六个月。备案有效期为六个月。

## 三

三、施行

本通知自2030年1月I日起施行。
`;

export interface Files {
  notice: string;
  text: string;
  provisions: string;
}

const knowledge = loadKnowledge();
const parts = {
  hash: knowledge.hash,
  vocabulary: knowledge.vocabulary,
  interpretations: knowledge.interpretations,
  contacts: knowledge.contacts,
  matters: knowledge.matters,
  jurisdictions: new Jurisdictions(
    [
      {
        id: "jiashe",
        name: "假设市",
        names: [],
        level: "city",
        parent: "china",
        areas: [
          { id: "甲山县", names: [] },
          { id: "乙水县", names: [] },
        ],
      },
    ],
    [],
  ),
};

const FOLDER = "notices/jiashe-2030";

function load(files: Files, problems: Problem[]): Notice | undefined {
  const found = (name: string, text: string): [string, FoundFile] => [
    `${FOLDER}/${name}`,
    { name: `${FOLDER}/${name}`, text },
  ];
  const folder = {
    path: "",
    notices: [FOLDER],
    files: new Map([
      found("notice.yaml", files.notice),
      found("text.md", files.text),
      found("provisions.yaml", files.provisions),
    ]),
  };
  return loadNotice(folder, FOLDER, problems);
}

/** The notices in order, as they are after loading. */
export function noticesOf(...all: Files[]): Notice[] {
  const problems: Problem[] = [];
  return supersede(all.flatMap((files) => load(files, problems) ?? []));
}

/** Every problem of the files, as the load would tell it. */
export function problemsOf(...all: Files[]): Problem[] {
  const problems: Problem[] = [];
  const notices = all.flatMap((files) => load(files, problems) ?? []);
  if (problems.length > 0) return problems;
  return checkKnowledge({ ...parts, notices: supersede(notices) });
}

export const SOUND: Files = {
  notice: NOTICE,
  text: TEXT,
  provisions: PROVISIONS,
};

/** The sound notice with one passage of one file changed; throws when it is not there. */
export function broken(file: keyof Files, from: string, to: string): Files {
  if (!SOUND[file].includes(from)) throw new Error(`not there: ${from}`);
  return { ...SOUND, [file]: SOUND[file].replace(from, () => to) };
}
