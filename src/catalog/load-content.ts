/** Fetches the checked content from where the app was published. Knows addresses and failures, not screens. */
import type { LearningModule } from '../model/learning-module.ts';
import type { Catalog } from '../model/learning-route.ts';

/** `offline`: no connection; `gone`: the host has no such file; `broken`: an answer that is not ours. */
export type ContentErrorCode = 'offline' | 'gone' | 'broken';

/** Why content could not be loaded. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly code: ContentErrorCode;

  constructor(code: ContentErrorCode, url: string, cause?: unknown) {
    super(`${code}: ${url}`, { cause });
    this.code = code;
  }
}

/** Loads `catalog.json`. @throws {@link ContentError} */
export async function loadCatalog(base: string): Promise<Catalog> {
  const url = `${base}catalog.json`;
  const catalog = await loadJson(url);
  if (!isRecord(catalog) || catalog.format !== 1 || !Array.isArray(catalog.routes)) {
    throw new ContentError('broken', url);
  }
  return catalog as unknown as Catalog;
}

/** Loads one module JSON. @param url - As the catalog gives it, behind the base. @throws {@link ContentError} */
export async function loadModule(url: string): Promise<LearningModule> {
  const module = await loadJson(url);
  if (!isRecord(module) || typeof module.id !== 'string' || !Array.isArray(module.chapters)) {
    throw new ContentError('broken', url);
  }
  return module as unknown as LearningModule;
}

async function loadJson(url: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new ContentError('offline', url, cause);
  }
  if (response.status === 404 || response.status === 410) throw new ContentError('gone', url);
  if (!response.ok) throw new ContentError('offline', url);
  try {
    return await response.json();
  } catch (cause) {
    // A connection that is lost halfway is no fault of the file.
    throw new ContentError(cause instanceof SyntaxError ? 'broken' : 'offline', url, cause);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
