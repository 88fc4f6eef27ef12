import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../knowledge/load.js";

const { jurisdictions } = loadKnowledge();

describe("places", () => {
  /** [name, place, area]. */
  const HELD: [string, string, string | null][] = [
    ["太原市", "taiyuan", null],
    ["阳曲", "taiyuan", "阳曲县"],
    ["娄烦县", "taiyuan", "娄烦县"],
    ["两江新区", "chongqing", "两江新区"],
    ["清河区", "huaian", "清河区"],
    ["淮安经开区", "huaian", "淮安经济开发区"],
    ["盱眙", "huaian", "盱眙县"],
    ["大冶", "huangshi", "大冶市"],
    ["定海", "zhoushan", "定海区"],
    ["海宁", "jiaxing", "海宁市"],
    ["醴陵", "zhuzhou", "醴陵市"],
    ["富阳", "hangzhou", "富阳区"],
    ["清河县", "xingtai", null],
    ["大同", "datong", null],
    ["广州", "guangzhou", null],
  ];
  it.each(HELD)("%s is found", (name, jurisdiction, area) => {
    expect(jurisdictions.find(name)).toEqual({ name, jurisdiction, area });
  });

  it.each([
    "北京",
    "成都市",
    "武汉",
    "浙江",
    "宁波",
    "恩施",
    "内蒙古",
    "来宾市",
  ])("%s is known as a place whose notices are not held", (name) => {
    expect(jurisdictions.find(name)?.jurisdiction).toBeNull();
  });

  it.each(["高新区", "江北区", "西湖区", "和平区", "来宾", "安康"])(
    "%s alone is not guessed to be a place",
    (name) => {
      expect(jurisdictions.find(name)).toBeUndefined();
    },
  );

  it("asks a city without notices of its own by way of its province", () => {
    expect(jurisdictions.chain("datong")).toEqual([
      "datong",
      "shanxi",
      "china",
    ]);
    expect(jurisdictions.chain("taiyuan")).toEqual([
      "taiyuan",
      "shanxi",
      "china",
    ]);
    expect(jurisdictions.chain("huangshi")).toEqual(["huangshi", "china"]);
  });
});
