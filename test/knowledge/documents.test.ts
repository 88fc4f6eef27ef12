import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();
const notice = (id: string) => {
  const found = knowledge.notices.get(id);
  if (!found) throw new Error(`no notice ${id}`);
  return found;
};

/** What the sources hold: id, kind, number, place, in force from, status, form; `-` is none. */
const DOCUMENTS = `
chongqing-2021 binding - chongqing 2021-12-06 in_force complete
chongqing-2022 binding - chongqing 2022-01-01 in_force complete
taiyuan-2022 binding 并医保发〔2022〕27号 taiyuan 2022-01-01 in_force complete
hangzhou-2023 plan - hangzhou 2023-01-01 in_force complete
huangshi-2010 binding 黄政办发〔2010〕71号 huangshi 2010-09-01 in_force fragment
tianjin-2016 binding 津政发〔2016〕17号 tianjin 2016-07-14 in_force fragment
tianjin-2016-interpretation interpretation - tianjin 2016-07-14 in_force fragment
shanxi-2017 binding 晋政发〔2017〕36号 shanxi 2017-07-01 in_force fragment
zhoushan-2006 binding 舟政发〔2006〕70号 zhoushan 2006-12-25 expired fragment
guangdong-2009 guidance 粤劳社发〔2009〕11号 guangdong 2009-02-23 in_force fragment
huaian-2007 binding 淮政发〔2007〕103号 huaian 2007-01-01 in_force fragment
jiaxing-2004 binding - jiaxing 2004-07-01 in_force fragment
jiaxing-2006 binding 嘉政发〔2006〕65号 jiaxing 2006-08-26 in_force fragment
zhuzhou-2010 binding 株政办发〔2010〕61号 zhuzhou 2010-12-07 in_force fragment
hebei-2004 binding 冀政〔2004〕149号 hebei 2004-12-31 in_force fragment
xinjiang-2007 binding 新政办发〔2007〕118号 xinjiang 2007-06-15 in_force fragment
ningxia-2014 binding 宁政发〔2014〕77号 ningxia 2014-10-01 in_force fragment
china-2020 binding 中发〔2020〕5号 china 2020-02-25 in_force fragment
unnamedcity-reform binding - unnamedcity 2020-02-25 in_force fragment
commentary-supervision commentary - none - in_force complete
commentary-improvement-1 commentary - none - in_force complete
commentary-improvement-2 commentary - none - in_force complete
commentary-integration commentary - none - in_force complete
commentary-payment-reform commentary - none - in_force complete
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

describe("the documents held", () => {
  it("are those of the sources, each with kind, number, place, dates and status", () => {
    const held = [...knowledge.notices.values()].map((one) => [
      one.id,
      one.kind,
      one.number ?? "-",
      one.jurisdiction,
      one.in_force.from ?? "-",
      one.status,
      one.form,
    ]);
    expect(held.sort()).toEqual([...DOCUMENTS].sort());
  });

  it("take no rule from commentary, and say that it is none", () => {
    for (const one of knowledge.notices.values()) {
      if (one.kind !== "commentary") continue;
      expect(one.provisions).toEqual([]);
      expect(one.clauses.length).toBeGreaterThan(0);
      expect(one.inferred.map(({ what }) => what)).toContain(
        "是网络文章，不是政府文件",
      );
    }
  });

  it("do not hold 人社部发〔2024〕63号, which an essay only speaks about", () => {
    const number = "人社部发〔2024〕63号";
    for (const one of knowledge.notices.values())
      expect(one.number).not.toBe(number);
    expect(notice("commentary-payment-reform").mentions).toContainEqual(
      expect.objectContaining({ number }),
    );
  });

  it("keep the text without number or name of a city apart from every place", () => {
    const place = knowledge.jurisdictions.get("unnamedcity");
    expect(place?.unnamed).toBe(true);
    expect(
      knowledge.jurisdictions.names.filter(
        ({ jurisdiction }) =>
          jurisdiction === "unnamedcity" || jurisdiction === "none",
      ),
    ).toEqual([]);
    for (const { force } of notice("unnamedcity-reform").provisions)
      expect(force).toBe("target");
  });

  it("give guidance as bounds and the central opinion as objectives", () => {
    for (const { force } of notice("guangdong-2009").provisions)
      expect(force).toBe("bound");
    for (const { force } of notice("china-2020").provisions)
      expect(force).toBe("target");
  });

  it("trust a notice without a term to the end of its fifth year", () => {
    for (const [id = "", kind, , , from = ""] of DOCUMENTS) {
      const yearly = ["chongqing-2021", "chongqing-2022", "taiyuan-2022"];
      if (kind !== "binding" || from === "-" || yearly.includes(id)) continue;
      const fifth = Number.parseInt(from.slice(0, 4), 10) + 5;
      expect([id, notice(id).confirmed_to]).toEqual([id, `${fifth}-12-31`]);
    }
  });
});
