import type { ClassifyAids } from './classify-aids.js';
import type { ClauseWords } from './clause-words.js';

/** Somebody below the body, or an office that is not the body itself. */
export const isOfPart = ({ isPart, offices }: ClauseWords, { issuer }: ClassifyAids): boolean =>
  isPart || (issuer !== null && offices.some((office) => !isOwnOffice(office, issuer)));
const isOwnOffice = (office: string, issuer: string): boolean =>
  office.endsWith('机关') && office.length === 3
    ? issuer.endsWith(office[0]!)
    : office.length === 2
      ? new RegExp(`${office[0]}[^县区]*(?<!分)${office[1]}$`).test(issuer)
      : issuer.includes(office.slice(-OFFICE_LENGTH));
/** 县政府办公室 in the report of 某县人民政府办公室. */
const OFFICE_LENGTH = 3;
