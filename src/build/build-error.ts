/** A fault that whoever builds can mend, and how it is told: by its sentence alone, without a stack. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Prints why a build failed; the process then ends as one that failed. */
export function tellFailure(error: unknown): void {
  console.error(error instanceof BuildError ? error.message : error);
  process.exitCode = 1;
}
