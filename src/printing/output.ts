/** A stream that is written to; a terminal says that it is one. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
