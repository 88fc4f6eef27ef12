/** 如果不给补, 不算补助的话, 资助之前: the payment is asked for as it would be without the aid. */

const AID = "(补助|补贴|资助|减免|优惠|补(?!充|缴|交|办|登|上|考))";
const WITHOUT = new RegExp(
  [
    `(如果|要是|假如|假设|假使|倘若|若是|万一)[^，,。？?]{0,6}?(不|没有?|没得|取消)(再|给|算|享受|任何|这个|这份|那个|那份|政府|国家|的)*${AID}`,
    `(不算|不计|除开|撇开|抛开|不考虑|不看|不享受|没算)(上|政府|国家|财政|这个|那个|的)*${AID}`,
    `(不|没有?|没得)(给|享受|政府|国家|的)*${AID}的话`,
    `${AID}(之前|前)(?!年)`,
    "(医保|缴费|[交缴])[^，,。？?]{0,6}(原价|全价)|(原价|全价)(要|得|该)?[是交缴]",
  ].join("|"),
);

/** Whether a payment is asked for as if no aid were given. */
export const asksWithoutAid = (plain: string): boolean => WITHOUT.test(plain);
