import type { Template } from '../../src/model/template.js';
import { narrative } from './2008-narrative/index.js';
import { statistics2014 } from './2014-statistics/index.js';
import { ogi2019 } from './2019/index.js';
import { ogi2021 } from './2021/index.js';

/** All eras, oldest first. */
export const templates: Template[] = [narrative, statistics2014, ogi2019, ogi2021];
