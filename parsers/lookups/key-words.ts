import type { KeyWords } from '../../src/model/key-words.js';

/** Where codes of bodies and of hosts stand. Patterns run over folded text; group 1 is the code. */
export const keyWords: KeyWords = {
  labelled: [
    { scheme: 'uscc', pattern: /统一社会信用代码(?:证)?(?:号码?)?[:|]{0,2}([0-9A-Z]{18})(?![0-9A-Z])/g },
    {
      scheme: 'org-code',
      pattern: /(?:组织)?机构代码(?:证)?(?:号码?)?[:|]{0,2}([0-9A-Z]{8}-?[0-9X])(?![0-9A-Z])/g,
    },
    { scheme: 'site-id', pattern: /(?:网站)?标识码[:|]{0,2}(\d{10})(?!\d)/g },
  ],
  // 索引号: 11341600003187123A/202201-00012, or 003187123/2022-00012.
  index: [
    { scheme: 'uscc', pattern: /索引号[:|]{0,2}([1-9A-Y][1-9][0-9]{6}[0-9A-Z]{10})(?![0-9A-Z])/g },
    { scheme: 'org-code', pattern: /索引号[:|]{0,2}([0-9A-Z]{8}-?[0-9X])(?=[/-])/g },
  ],
  // /public/11341600003187123A/: offices, and bodies of the register of bodies, begin so.
  address: [{ scheme: 'uscc', pattern: /(?<![0-9A-Za-z])(1[1239][0-9]{6}[0-9A-Z]{10})(?![0-9A-Za-z])/g }],
  metadata: [
    { scheme: 'site-id', name: /^SiteIDCode$/i },
    { scheme: 'uscc', name: /^(?:uscc|creditcode|tyshxydm)$/i },
    { scheme: 'org-code', name: /^(?:orgcode|organcode|zzjgdm)$/i },
  ],
};
