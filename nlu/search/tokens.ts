/**
 * A text as the units that a search compares: the segmenter's words, each with
 * its parts and its meanings. What carries no information in a question is
 * left out: particles, question words, politeness, years, names of places.
 */
import { cut, cutForSearch } from "../segment.js";
import { normalise } from "../normalise.js";

/** Words that stand in questions on anything. */
const EMPTY_WORDS = new Set(
  `的 了 吗 嘛 么 呢 啊 呀 吧 哦 哈 嗯 呗 噻 哇 哒 喔 咯 啦 嘞 哎 唉 哟
  是 不是 就 就是 也 都 又 再 还 还是 才 很 太 最 更 已 已经 正 曾 将 会 要 想 得 着 过 去 来 到 在 于 从 向 往 对 把 被 给 跟 和 与 及 或 或者 以及 而 但 但是 可是 不过 因为 所以 如果 要是 假如 虽然 然后 那么 那 那个 这 这个 这样 那样 这种 这些 那些 哪 哪个 哪些 哪种 哪里 哪儿 什么 啥 啥子 何 谁 怎么 怎样 咋 咋样 咋个 怎么样 如何 为什么 为啥 几 几个 多少 好多 多大 多久 多长 几多 多少钱 好多钱 几块 几块钱 多少元 几时 什么时候 啥时候 几号 几月 哪天 何时 什么样
  我 你 您 他 她 它 咱 俺 我们 你们 他们 咱们 自己 我家 家里 家 人 个 位 名 件 份 条 款 种 项 次 些 点 一下 一点 有点 有 没 没有 有没有 无 能 能不能 能否 可 可以 可不可以 行 行不行 应 应该 应当 该 需 需要 要不要 用不用 是否 算 算不算 叫 叫做 说 讲 问 问问 请问 请 咨询 想问 想问问 问下 了解 知道 告诉 帮 帮我 麻烦 谢谢 你好 您好 师傅 老师 大家 一般 具体 现在 目前 今年 去年 明年 本年 当年 前年 今天 昨天 明天 今 年 年度 月 日 号 元 块 块钱 钱 岁
  规定 文件 政策 通知 办法 意见 方案 条款 出处 原文 依据 哪条 哪一条 第几条 有关 关于 相关 情况 问题 事 东西 时候 里 里面 里头 上 下 中 内 外 前 后 之 之后 之前 以后 方面 其中 其 等 所 按 按照 根据 为 以 由 使 让 用 做 干 弄 搞 看 看看 听 听说 觉得 打算 准备 比如 例如 比较 到底 究竟 真的 大概 左右 大约 反正 只 只有 只能 都是 全 全部 所有 一共 总共 一 两 的话 来说 多 少 大 小 好 新 老 不 别 不要 不能 不用 怎么办 咋办 办 写 提到 说明 怎么说 医保 医疗 医疗保险 保险 基本 基本医保 我市 我县 我区 本市 当地 地方 这边 那边 咱们这 标准 是多少 什么样
  几百 几千 几万 几十 多少块 多少天 几天 几年 几次 几人 多少人 多少万 一年 每年 全年 一个月 每个月 每月 一个 每人 每个 人员 城乡 群众 老百姓 市民 本地人 哪些人 什么人 谁 啥时 要交 怎么算 怎么交 怎么报 怎么办理 享受 待遇 通过 进行 实行 开展 建立 实施 达到 包括 包含 属于 成为 变 变成 变了 得 得了 患 患了 拿 拿到 走 不行 不到 还要 还能 还有 能报 能用 给不给 管不管 有啥 没 不 吧 要求 提出 坚持 重新 不会 另外 别的 到底 关系 用途 时间 期限 日期 截止 内容 一个人 两个人`.split(
    /\s+/,
  ),
);

/** Years and spelt or vague numbers (三万, 几百) say nothing about the subject; other figures stay. */
const NUMBER = /^((19|20)\d{2}年?|[几两一二三四五六七八九十百千万]+[多几]?)$/;
const WORD = /[\p{L}\p{N}%]/u;

/** One word of a text and the shorter words inside it. */
export interface Unit {
  word: string;
  parts: readonly string[];
}

/** The shorter words inside a word. */
export function partsOf(word: string): string[] {
  return word.length < 3
    ? []
    : cutForSearch(word).filter((part) => part !== word);
}

/** The segmenter's words in order, each with its parts; punctuation left out. */
export function unitsOf(text: string, parts = partsOf): Unit[] {
  return cut(normalise(text))
    .filter((word) => WORD.test(word))
    .map((word) => ({ word, parts: parts(word) }));
}

/** Whether a word says something about what is asked. */
export function informs(word: string): boolean {
  return !EMPTY_WORDS.has(word) && !NUMBER.test(word);
}
