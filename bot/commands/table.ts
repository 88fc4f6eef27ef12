/** The commands: what each is called with, and how its arguments reach it. */
import { desk, wechatSim } from "./channel-table.js";
import {
  type Command,
  dataFolder,
  given,
  refuse,
  knowledgeFolders,
  readArguments,
  readChannel,
  readDay,
  readKnowledge,
  readPlace,
  readPort,
  readProxies,
  UsageError,
} from "./usage.js";

const { stdin, stdout, stderr } = process;
const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const texts = { type: "string", multiple: true } as const;
const shared = { knowledge: texts, place: text } as const;

const SHARED_HELP = `  --knowledge DIR   增加一个知识文件夹，可重复（或环境变量 MINGBAI_KNOWLEDGE，用 : 隔开）
  --place ID        服务的地区，如 taiyuan 或 太原（或 MINGBAI_PLACE）`;
const ON_HELP = "  --on YYYY-MM-DD   按哪一天回答，默认今天（北京时间）";

const serve: Command = {
  help: `mingbai serve [--port 3978] [--host 127.0.0.1] [--data DIR]
启动网页对话和接口。
  --data DIR        存放对话的文件夹，默认 ./data（或 MINGBAI_DATA）
${SHARED_HELP}`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      ...shared,
      port: text,
      host: text,
      data: text,
    });
    refuse(positionals);
    const port = readPort(values.port ?? "3978");
    const knowledge = readKnowledge(values.knowledge);
    const place = readPlace(values.place, knowledge);
    const { serveCommand } = await import("./serve.js");
    const { readWechatSettings } =
      await import("../channels/wechat/settings.js");
    const host = values.host ?? "127.0.0.1";
    const data = dataFolder(values.data);
    const wechat = readWechatSettings(process.env);
    const desk = process.env.MINGBAI_DESK === "1";
    const proxies = readProxies();
    return serveCommand(
      { port, host, data, knowledge, place, wechat, desk, proxies },
      stdout,
      stderr,
    );
  },
};

const ask: Command = {
  help: `mingbai ask QUESTION [--on YYYY-MM-DD] [--json]
回答一个问题。
${ON_HELP}
  --json            输出完整的 JSON
${SHARED_HELP}`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      ...shared,
      on: text,
      json: flag,
      data: text,
    });
    if (positionals.length === 0)
      throw new UsageError("请写上要问的话，如：mingbai ask 居民医保交多少钱");
    const on = readDay(values.on);
    const knowledge = readKnowledge(values.knowledge);
    const { askCommand } = await import("./ask.js");
    return askCommand(
      {
        question: positionals.join(" "),
        on,
        json: values.json ?? false,
        knowledge,
        ...given("place", readPlace(values.place, knowledge)),
        ...given("data", values.data),
      },
      stdout,
    );
  },
};

const chat: Command = {
  help: `mingbai chat [--on YYYY-MM-DD] [--jsonl]
在终端里对话。
${ON_HELP}
  --jsonl           每行读一个 JSON 请求，每行写一个 JSON 回答
  --data DIR        把对话存进这个文件夹；不写则不保存
${SHARED_HELP}`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      ...shared,
      on: text,
      jsonl: flag,
      data: text,
    });
    refuse(positionals);
    const on = readDay(values.on);
    const knowledge = readKnowledge(values.knowledge);
    const { chatCommand } = await import("./chat.js");
    return chatCommand(
      {
        on,
        jsonl: values.jsonl ?? false,
        knowledge,
        ...given("place", readPlace(values.place, knowledge)),
        ...given("data", values.data),
      },
      stdin,
      stdout,
    );
  },
};

const calc: Command = {
  help: `mingbai calc [FILE|-] [--schema]
按事实计算：每行一个 JSON 请求，每行一个 JSON 结果。
  --schema          输出请求和结果的 JSON Schema
${ON_HELP}
  --knowledge DIR   增加一个知识文件夹，可重复`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      knowledge: texts,
      on: text,
      schema: flag,
    });
    refuse(positionals.slice(1));
    const on = readDay(values.on);
    const knowledge = readKnowledge(values.knowledge);
    const { calcCommand } = await import("./calc.js");
    return calcCommand(
      {
        ...given("file", positionals[0]),
        ...given("schema", values.schema),
        knowledge,
        on,
      },
      stdin,
      stdout,
      stderr,
    );
  },
};

const test: Command = {
  help: `mingbai test PATH… [--channel wechat|directline] [--coverage]
运行对话脚本；最后一行是 N passed, N failed。
  --channel NAME    启动服务，经过整个渠道（微信公众号或 Direct Line）来跑
  --coverage        列出脚本走到和没有走到的任务、规定、条款
${SHARED_HELP}`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      ...shared,
      channel: text,
      coverage: flag,
    });
    if (positionals.length === 0)
      throw new UsageError("请写上脚本文件或文件夹，如：mingbai test scripts/");
    const knowledge = readKnowledge(values.knowledge);
    const { testCommand } = await import("./test.js");
    return testCommand(
      {
        paths: positionals,
        knowledge,
        ...given("place", readPlace(values.place, knowledge)),
        ...given("coverage", values.coverage),
        ...given("channel", readChannel(values.channel)),
      },
      stdout,
    );
  },
};

const check: Command = {
  help: `mingbai check [DIR…]
检查知识文件并列出覆盖情况。`,
  async run(args) {
    const { values, positionals } = readArguments(args, { knowledge: texts });
    const folders = [...knowledgeFolders(values.knowledge), ...positionals];
    const { checkCommand } = await import("./check.js");
    return checkCommand({ knowledge: folders }, stdout);
  },
};

const exportTalk: Command = {
  help: `mingbai export CONVERSATION [--data DIR]
把保存过的对话写成对话脚本。
  --data DIR        存放对话的文件夹，默认 ./data（或 MINGBAI_DATA）
  --knowledge DIR   增加一个知识文件夹，可重复`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      data: text,
      knowledge: texts,
    });
    const [conversation, ...others] = positionals;
    if (conversation === undefined) throw new UsageError("请写上对话编号");
    refuse(others);
    const knowledge = readKnowledge(values.knowledge);
    const { exportCommand } = await import("./export.js");
    const data = dataFolder(values.data);
    return exportCommand({ conversation, data, knowledge }, stdout);
  },
};

const numbers: Command = {
  help: `mingbai numbers [--on YYYY-MM-DD]
每行读一句话，写出读到的数字。
${ON_HELP}`,
  async run(args) {
    const { values, positionals } = readArguments(args, { on: text });
    refuse(positionals);
    const on = readDay(values.on);
    const { numbersCommand } = await import("./numbers.js");
    return numbersCommand({ on }, stdin, stdout);
  },
};

export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    serve,
    ask,
    chat,
    calc,
    test,
    check,
    export: exportTalk,
    numbers,
    desk,
    "wechat-sim": wechatSim,
  }),
);

export const HELP = `医保明白：用中文回答医疗保险问题，每个数字都附原文条款

  mingbai serve     启动网页对话和接口
  mingbai ask       回答一个问题
  mingbai chat      在终端里对话
  mingbai calc      按事实计算
  mingbai test      运行对话脚本
  mingbai check     检查知识文件
  mingbai export    把保存过的对话写成脚本
  mingbai numbers   读出句子里的数字
  mingbai desk      坐席工作台的账号
  mingbai wechat-sim  假扮微信和公众号说话

每个命令加 --help 看用法。`;
