/** 渝北跟渝中交费一样不, 主城和区县: counties of one place are compared, for which its notices set one payment. */
import type { Meaning } from "../../nlu/meaning.js";

/** The mark of such a question. */
export const OF_AREAS = "of_areas";

const ANY_AREAS =
  /(主城|城区|市区|城里)(区|里)?(和|跟|与|同|比)(各?区县|郊区|县里|县城|农村|乡下)|(各|每|不同|哪)个?(区县|区|县)(之间|的|都|里)|区县之间/;

/** Whether the words compare what is paid in several counties of one place. */
export function comparesAreas({ compare, places, plain }: Meaning): boolean {
  if (!compare) return false;
  const areas = new Set(places.flatMap(({ area }) => area ?? []));
  const cities = new Set(places.map(({ jurisdiction }) => jurisdiction));
  return cities.size <= 1 && (areas.size > 1 || ANY_AREAS.test(plain));
}
