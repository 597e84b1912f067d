/** The folder on the host that the app is published in: `BASE_PATH`, the whole host when it is not given. */
import { BuildError } from './build-error.ts';

const BASE_PATTERN = /^\/(?:[A-Za-z0-9._~-]+\/)*$/;

/**
 * Reads the folder.
 *
 * @returns With a slash at both ends, as every address of the app is joined to it.
 * @throws BuildError when it has another form: the links of the app would lead nowhere.
 */
export function readBasePath(text: string | undefined = process.env.BASE_PATH): string {
  const base = text || '/';
  if (BASE_PATTERN.test(base)) return base;
  throw new BuildError(
    `BASE_PATH=${base} kan niet. Begin en eindig met een schuine streep, bijvoorbeeld BASE_PATH=/map/`,
  );
}
