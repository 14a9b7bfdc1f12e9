import type { BodyWording } from '../../src/model/body-wording.js';

/** 某县政府 is short for 某县人民政府. Its 办公室 is another body, and so is a name that is only a place. */
export const bodyNames: readonly BodyWording[] = [{ pattern: /^政府$/, as: '人民政府' }];
