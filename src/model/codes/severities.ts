/** info: we tidied. warning: the value is kept, please look. error: something of the source could not be read. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];
