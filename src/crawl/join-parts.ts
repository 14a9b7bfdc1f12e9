import { WarcError } from '../archive/warc-error.js';
import type { Unit } from '../store/stored.js';
import type { Workspace } from './workspace.js';

/**
 * Says in the archive which bodies are one report's, so that it gives the same records without the store. Killed between the archive
 * and the store, the archive says it twice, and means it once.
 */
export async function joinParts({ store, archive }: Pick<Workspace, 'store' | 'archive'>): Promise<void> {
  for (const unit of store.toJoin()) {
    try {
      await archive.appendParts(filesOf(unit));
    } catch (error) {
      // The archive lost a body: conversion says so.
      if (!(error instanceof WarcError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      continue;
    }
    store.saveJoined(unit.url, unit.key);
  }
}

const filesOf = (unit: Unit) =>
  [{ ...unit, role: 'page' as const }, ...unit.parts].map(({ role, finalUrl, fetchedAt, file, offset }) => ({
    ...{ role, uri: finalUrl, fetchedAt },
    at: { file, offset },
  }));
