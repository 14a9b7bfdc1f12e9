import type { ClassifyAids } from './classify-aids.js';
import type { Skeleton } from './skeleton.js';

export const DISPUTES = ['reconsiderations', 'litigations', 'complaints'];
const ABOUT = /公开|依申请/;

/** Requests and disputes are an agency's daily business: somebody must say that they are about disclosure. */
export function isAboutDisclosure(
  subject: string,
  { sentence, text }: Skeleton,
  { heading, topic }: ClassifyAids,
): boolean {
  if (subject !== 'requests' && !DISPUTES.includes(subject)) return true;
  return heading.length > 0 || topic === 'requests' || ABOUT.test(sentence.context + text);
}
