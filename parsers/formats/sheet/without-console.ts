const SPEAKERS = ['log', 'warn', 'error'] as const;

/** Does what must be done at once, with the console shut: the library tells there of records that it does not know. */
export function withoutConsole<T>(work: () => T): T {
  const kept = SPEAKERS.map((name) => console[name]);
  for (const name of SPEAKERS) console[name] = () => undefined;
  try {
    return work();
  } finally {
    SPEAKERS.forEach((name, index) => {
      console[name] = kept[index]!;
    });
  }
}
