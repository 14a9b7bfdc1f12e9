/** A measure word that stands alone in a cell between an indicator's name and its value. */
export const UNIT_WORD = /^[(（]?(?:条|件|次|篇|人|人次|个|项|份|期|场|元|万元|亿元|家|部|宗|起)[)）]?$/u;
