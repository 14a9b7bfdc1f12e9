import type { ClassifyAids } from './classify-aids.js';
import type { Skeleton } from './skeleton.js';

export const DISPUTES = ['reconsiderations', 'litigations', 'complaints'];
const ABOUT = /公开|依申请/;
const ASKS =
  /依申请|(?:信息|政务)公开|公开(?:的)?申请|申请公开|公开(?:政府)?信息|政府信息|(?:条例|信息).{0,12}申请/;

/**
 * Requests and disputes are an agency's daily business: somebody must say that they are about disclosure.
 *
 * @param isPlainly the sentence or its heading says so of requests: 受理申请121510件 at the windows of a hall are none.
 */
export function isAboutDisclosure(
  subject: string,
  { sentence, text }: Skeleton,
  { heading, topic }: Pick<ClassifyAids, 'heading' | 'topic'>,
  isPlainly: boolean,
): boolean {
  const isRequests = subject === 'requests';
  if (!isRequests && !DISPUTES.includes(subject)) return true;
  if (topic === 'requests') return true;
  if (isRequests && isPlainly) return heading.includes('requests') || ASKS.test(sentence.context + text);
  return heading.length > 0 || ABOUT.test(sentence.context + text);
}
