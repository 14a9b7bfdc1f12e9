import Libsql from 'libsql';
import { migrations } from './migrations.js';

/** The store was made by a newer nianbao: reading it with this one could lose what that knew. */
export class StoreVersionError extends Error {
  constructor(path: string, found: number) {
    super(
      `${path} has version ${found} of the schema, this nianbao knows ${migrations.length}: take a newer one`,
    );
    this.name = 'StoreVersionError';
  }
}

type Value = string | number | null | Uint8Array;
/** How long a reader's or writer's turn may take before another one gives up. */
const BUSY_MS = 10_000;

/** A database file with prepared statements, kept open. Every method is synchronous: a transaction can't be interrupted by another. */
export class Database {
  readonly #libsql: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();

  /**
   * Opens the file, makes it where it is not there, and brings its schema up to date.
   * @throws StoreVersionError
   */
  constructor(path: string) {
    this.#libsql = new Libsql(path, { timeout: BUSY_MS });
    // WAL: a reader sees the last commit and never waits. FULL: a commit is on the disk when it returns, even if the power
    // goes; it costs some milliseconds, and a polite crawl has few commits a second.
    this.#libsql.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    this.#migrate(path);
  }

  run(sql: string, ...values: Value[]): number {
    return this.#prepare(sql).run(...values).changes;
  }

  get<Row>(sql: string, ...values: Value[]): Row | null {
    return this.all<Row>(sql, ...values)[0] ?? null;
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  /** All of the work or, where it throws, nothing of it. */
  transaction<T>(work: () => T): T {
    return this.#libsql.transaction(work).immediate();
  }

  close(): void {
    this.#libsql.close();
  }

  #prepare(sql: string): Libsql.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#libsql.prepare(sql)));
    return statement;
  }

  #migrate(path: string): void {
    const versionOf = () =>
      (this.#libsql.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
    if (versionOf() > migrations.length) throw new StoreVersionError(path, versionOf());
    if (versionOf() === migrations.length) return;
    this.transaction(() => {
      // Asked again: another process may have done it meanwhile.
      for (const step of migrations.slice(versionOf())) this.#libsql.exec(step);
      this.#libsql.exec(`PRAGMA user_version = ${migrations.length}`);
    });
  }
}
