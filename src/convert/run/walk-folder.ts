import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { judgeName, leftOutReason } from '../../archive/judge-name.js';
import type { Format } from '../../model/format.js';
import { fileFailure } from '../failure.js';
import { bundleOf, type Listed } from './entry.js';

interface Place {
  uri: string;
  path: Buffer;
}

/**
 * Everything below a folder, by name in byte order, whatever the locale. Links to files are followed; a link to a folder is
 * followed where that folder was not walked before, so that loops end. A folder that can't be opened is a failure
 * of its own and the walk goes on.
 */
export async function* walkFolder(uri: string, formats: readonly Format[]): AsyncGenerator<Listed> {
  yield* walk({ uri: uri.replace(/\/+$/, ''), path: Buffer.from(uri) }, formats, new Set());
}

async function* walk(folder: Place, formats: readonly Format[], walked: Set<string>): AsyncGenerator<Listed> {
  let members: Dirent<Buffer>[];
  try {
    walked.add(await identityOf(folder.path));
    members = await readdir(folder.path, { encoding: 'buffer', withFileTypes: true });
  } catch (error) {
    const { message, ...failure } = fileFailure(folder.uri || '/', error);
    yield { kind: 'failure', failure: { ...failure, message: `the folder can't be opened: ${message}` } };
    return;
  }
  members.sort((left, right) => Buffer.compare(left.name, right.name));
  for (const member of members) {
    const name = decodeName(member.name);
    const place: Place = {
      uri: `${folder.uri}/${name}`,
      path: Buffer.concat([folder.path, Buffer.from('/'), member.name]),
    };
    yield* visit(place, name, member, formats, walked);
  }
}

async function* visit(
  place: Place,
  name: string,
  member: Dirent<Buffer>,
  formats: readonly Format[],
  walked: Set<string>,
): AsyncGenerator<Listed> {
  const { uri, path } = place;
  const skipped = (reason: string): Listed => ({ kind: 'skipped', uri, reason });
  const leftOut = leftOutReason(name);
  if (leftOut !== null) {
    yield skipped(leftOut);
    return;
  }
  if (member.isDirectory()) {
    yield* walk(place, formats, walked);
    return;
  }
  const verdict = judgeName(name, formats);
  if (verdict.kind === 'skipped' && member.isFile()) {
    yield skipped(verdict.reason);
    return;
  }
  const claimed = verdict.kind === 'document';
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      if (walked.has(await identityOf(path))) yield skipped('a link to a folder that is walked already');
      else yield* walk(place, formats, walked);
    } else if (!found.isFile()) yield skipped('no regular file');
    else if (verdict.kind === 'skipped') yield skipped(verdict.reason);
    else if (found.size === 0 && !claimed) yield skipped('empty');
    else yield bundleOf({ uri, path, claimed });
  } catch (error) {
    const failure = fileFailure(uri, error);
    yield claimed ? { kind: 'failure', failure } : skipped(failure.message);
  }
}

const identityOf = async (path: Buffer): Promise<string> =>
  (await realpath(path, { encoding: 'buffer' })).toString('latin1');

/** Archives made on Chinese Windows leave names in GBK. */
function decodeName(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('gb18030').decode(name);
  }
}
