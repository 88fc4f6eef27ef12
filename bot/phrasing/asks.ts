/** Questions back: one at a time, short, saying where the person finds the answer. */

/** A vague amount is never multiplied. */
export function vagueAmount(said: string): string {
  return `“${said}”是个大概的数，我不能拿它算。请告诉我准确的金额，结算单上有。`;
}

/** An amount below nothing or beyond all measure is not computed with. */
export function notAnAmount(said: string): string {
  return `“${said}”不像是一笔费用，我不能拿它算。请告诉我准确的金额（大于0的数，单位元）。`;
}

/** Which column of the settlement sheet is needed. */
export function whichColumn(column: string): string {
  return `总费用不能直接算，里面可能有不报的部分。请看结算单上“${column}”那一栏是多少元？`;
}

/** The expense inside the catalogues was told, where what basic insurance left of it counts. */
export function afterBasic(column: string): string {
  return `您说的是报销以前的合规费用，不能直接算。请看结算单上“${column}”那一栏是多少元？`;
}

/** What was told of one person is not the other's: whose column is needed. */
export function whoseColumn(who: readonly string[], column: string): string {
  return `${who.join("、")}的费用要另外算，前面那个金额不能直接用。请看结算单上“${column}”那一栏是多少元？`;
}

/** The column is not known: between what and what the payment lies. */
export function boundedBetween(least: string, most: string): string {
  return `总费用里有多少能报不知道，只能说：能报的在${least}到${most}之间。结算单或医院收费处能查到准数。`;
}

export const ASK_INSTITUTION = "请问在哪一级医疗机构看的？";
export const ASK_REGULAR = "您知道原来规定的起付标准是多少元吗？";
export const NOT_LOWERED =
  "上年度门诊费用超过了规定的数额，住院起付标准不降低，仍是原来规定的标准；原来规定的是多少，收录的文件没有写。";
export const ASK_CLASS = "后面这一次是甲类还是乙类的费用？";
export const ASK_ADMISSION = "请问是年内第几次住院？";
export const ASK_ONE_DAY =
  "几天的门诊要一天一天算，请先说其中一天：哪天、在哪里看的、甲类乙类各多少元？";
export const ASK_MONITORED = "请问您是乡村振兴部门认定的监测对象吗？";
export const ASK_STILL_HEAVY =
  "各种保险和救助都报过以后，经办部门认定负担仍然较重吗？";
export const ASK_CARE_OF_AMOUNTS =
  "住院和普通门诊的救助限额不一样：住院个人自付多少元，普通门诊个人自付多少元？";
export const ASK_IDENTITY = "请问属于下面哪一类？";
export const ASK_DISABILITY = "请问残疾证上是几级？";
export const ASK_DEDUCTIBLE =
  "请问这次住院的起付标准（门槛费）是多少元？结算单上有。";

/** The base is a wage of a month: of which period the one told is. */
export const ASK_WAGE_PERIOD =
  "您说的平均工资是一个月的，还是一年的？缴费按月平均工资算。";
export const WAGE_PERIODS = ["一个月的", "一年的"];
/** A wage of a year that does not part into twelve months. */
export const ASK_MONTHLY_WAGE =
  "您说的工资是一年的，平分不到十二个月的整分，缴费要按月平均工资算。请问公布的月平均工资是多少元？";
export const ASK_PAYER =
  "请问是用人单位给职工交，还是灵活就业、个体这样由本人交？";

/** Why the deductible is the regular one. */
export const ABOVE_LAST_YEAR =
  "去年的门诊费用超过了起付标准，今年不降低，按原来规定的执行。";
/** What counts of the limit is not known, and was not in what the fund paid. */
export const SPENT_BEFORE_UNKNOWN =
  "最高支付标准按费用累计，不知道此前用了多少，这次能报多少算不准；结算单或医院收费处能查到准数。";

/** Asks for a fact by its label. */
export function askFact(label: string): string {
  return `还差一样：请问${label}是多少？`;
}

/** For whom results stand where the person could not tell the group. */
export function onlyListed(labels: readonly string[]): string {
  return `您不清楚属于哪一类，只列出了${labels.join("、")}；别的人，所引条款没有写。`;
}
