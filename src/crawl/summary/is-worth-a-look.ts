import type { SiteSummary } from '../../model/run-summary.js';

/**
 * Its count is not as expected, or a host of it was left alone. Single pages that failed are reported by their class. Sites whose
 * addresses were named by hand are not judged, and say nothing of it.
 */
export const isWorthALook = ({ verdict, stopped, message }: SiteSummary): boolean =>
  verdict === 'none' ||
  verdict === 'fewer' ||
  stopped.length > 0 ||
  (verdict === 'not-judged' && message !== '');
