/** Signs of a unified social credit code (GB 32100-2015), each worth its place; I, O, S, V and Z are none. */
const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_LENGTH = 18;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Does the last sign of a 统一社会信用代码 fit the 17 before it? Weights are the powers of 3, modulo 31. */
export function isCreditCode(code: string): boolean {
  if (code.length !== CREDIT_LENGTH) return false;
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, -1)) {
    const worth = CREDIT_SIGNS.indexOf(sign);
    if (worth < 0) return false;
    sum += worth * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_SIGNS[(31 - (sum % 31)) % 31] === code.at(-1);
}

/** Does the last sign of a 组织机构代码 (GB 11714-1997, nine signs without a hyphen) fit the eight before it? Modulo 11. */
export function isOrganisationCode(code: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/u.test(code)) return false;
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number.parseInt(code[at]!, 36),
    0,
  );
  const check = 11 - (sum % 11);
  return (check === 10 ? 'X' : String(check % 11)) === code[8];
}
