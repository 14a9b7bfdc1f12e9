import type { ProseWord } from '../../src/model/prose-words.js';

/** Makers of words. */
export const word = (role: ProseWord['role'], name: string, text: string, of?: string): ProseWord => ({
  ...{ role, name, text },
  ...(of ? { of } : {}),
  ...(of === 'items' || name === 'online' ? { takesName: true as const } : {}),
});
export const subject = (name: string, text: string) => word('subject', name, text);
export const slice = (of: string, name: string, text: string) => word('slice', name, text, of);
export const foreign = (text: string) => word('foreign', 'other', text);

export const YEAR = '(?:19|20)\\d\\d年度?';
