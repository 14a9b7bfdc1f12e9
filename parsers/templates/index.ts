import type { Template } from '../../src/model/template.js';
import { narrative } from './2008-narrative/index.js';
import { statistics2014 } from './2014-statistics/index.js';
import { ogi2019 } from './2019/index.js';
import { ogi2021 } from './2021/index.js';

/** All eras, oldest first; their types know every id and label. */
export const forms = [narrative, statistics2014, ogi2019, ogi2021] as const satisfies Template[];

/** The same, as the machine takes them. */
export const templates: Template[] = [...forms];
