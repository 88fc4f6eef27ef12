/** Words between persons and facts that tell how the two belong together. */

export const BREAK = /[，,。；;！!？?\s]/;
export const LINK =
  /^(和|跟|与|及|、|加上?|还有|以及|同|，和)?(我的?|我们|我家|一?个)?$/;
/** Between the age of one person and the next person. */
export const AGED = /^(多|来|几)?岁?了?[，,、\s]*(和|跟|与)?(我的?)?$/;
export const JOINED = /^(的|且|又|户|家庭|人员|对象|也|是|还是|加上?|和|、)*$/;
/** 低保的我妈和重残的我爸: what follows begins anew. */
export const BEGINS = /(和|跟|与|及|、|加上?|有)(一?[个位名])?$/;
export const LEADS = /^(的|户|家庭|对象|人员|身份|人)*(是|那个)?$/;
export const ALL = /都|均|全是|全部/;
export const NOT_SO =
  /^(自己|本人|就|却|也|还|都|家|倒)*(不是|没有|不算|没得)(?=[，,。；;！？?\s我他她孩老爸妈了]|$)/;
export const LIKEWISE =
  /^(们)?(也是|也一样|也都是|同样|一样|[跟和同][他她]也?一样)(?=[，,。；;！？?\s]|$)/;
/** 我不是低保，我妈是; 就我是. */
export const IS_SO =
  /^(自己|本人|倒|却|就|才|呢)*(是|算)(的)?(?=[，,。；;！？?\s了\d各]|一共|$)/;
/** 除了我都是低保: the one before it is none of them. */
export const ADDED = /(加|算|带|连)(上|着|进)?$/;
export const EXCEPT = /(除了|除开|除去|除)$/;
export const OTHERS =
  /^(自己|本人)?(以外|之外|外)?[，,\s]*(其他|其余|别的|剩下|余下)?(的?人)?[，,\s]*(们)?(都|全|均|全部|也都)/;
export const ASKED =
  /^(自己|本人|呢|的?[那这]一?份)?[，,\s]?(20\d\d年?度?|今年|明年|后年|去年|现在|的话)?(的?(居民)?(医保|保险|参保)费?)?(自己|应该|一年)?(要|得|该|需要|应该|应|是)?(交|缴|出|掏|付|给)?(多少|好多|几多|几块|(不用?(?=[交缴][钱费]?(吗|吧|么|嘛|不|对|是)|[交缴][钱费]?$)|用)?(交|缴)(?!(的|了|得)*是?个?([一二12高低]档|便宜|贵))|多钱)/;

export const ONE_OF_THEM =
  /(^|[^\d一二三四五六七八九十])(一个|另外?一个|老大|老二|老三|(?<![\d一二两三四五六七八九十]个)[大小]的)[^一二两三俩]*$/;

export const RANKED = /老[大二三四][^\d一二两三俩]*$/;
export const BY_RANK = /老[大二三四]/g;

/** What the question sets side by side or adds. */
export const SETS_APART =
  /差|比|哪[个边里儿]|谁|还是|一共|总共|合计|加起来|共[交缴]|我们[俩两]|[俩两]个?人|各[交要是自]|分别/;
