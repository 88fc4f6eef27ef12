/** The commands around single channels: playing WeChat, the accounts of the desk. */
import {
  type Command,
  dataFolder,
  readArguments,
  refuse,
  UsageError,
} from "./usage.js";

const { stdin, stdout, stderr } = process;
const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

export const wechatSim: Command = {
  help: `mingbai wechat-sim [--url http://127.0.0.1:3978/wechat] [--person ID] [--twice]
假扮微信和公众号说话：签名、加密、5秒没有回复就重发。每行一条消息。
用 MINGBAI_WECHAT_TOKEN、_APP_ID、_AES_KEY，和服务用的一样；没有 _AES_KEY 就用明文模式。
  --person ID       假扮的用户，默认 simulated-person
  --twice           每条消息同时发两次，看回复是否一样`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      url: text,
      person: text,
      twice: flag,
    });
    refuse(positionals);
    const { readWechatSettings } =
      await import("../channels/wechat/settings.js");
    const settings = readWechatSettings(process.env);
    if (!settings) throw new UsageError("请先设置 MINGBAI_WECHAT_TOKEN");
    const url = values.url ?? "http://127.0.0.1:3978/wechat";
    if (!URL.canParse(url)) throw new UsageError(`--url 不是网址：“${url}”`);
    const { wechatSimCommand } = await import("./wechat-sim.js");
    const person = values.person ?? "simulated-person";
    const twice = values.twice ?? false;
    const help = stdin.isTTY === true;
    return wechatSimCommand(
      { url, settings, person, twice, help },
      stdin,
      stdout,
    );
  },
};

export const desk: Command = {
  help: `mingbai desk add-user NAME [--supervisor] [--data DIR]
mingbai desk set-password NAME | remove-user NAME | audit
坐席工作台的账号；密码在提示后输入，或从标准输入读一行。工作台用 MINGBAI_DESK=1 mingbai serve 打开。
  --supervisor      主管账号：能看没有答出的问题、导出脚本、审计记录
  audit             列出登录、导出等记录，新的在前
  --data DIR        和 serve 一样的文件夹，默认 ./data（或 MINGBAI_DATA）`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      data: text,
      supervisor: flag,
    });
    const [action, name, ...others] = positionals;
    refuse(others);
    const { deskCommand } = await import("./desk.js");
    const role = values.supervisor ? "supervisor" : "agent";
    const data = dataFolder(values.data);
    return deskCommand({ action, name, role, data }, stdin, stdout, stderr);
  },
};
