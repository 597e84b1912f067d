/** What the app gives to its tools. */
import type { HeardRange } from '../model/coverage.ts';
import type { WorkerMessage } from '../model/worker-message.ts';
import type { AppStorage } from '../storage/open-storage.ts';
import type { AppParts } from './app-parts.ts';
import type { ChooseUrl } from './listening/choose-url.ts';

/** The parts of the app that tools may build on. */
export interface ToolParts extends AppParts {
  storage: AppStorage;
  /** Where the sound of a module is: on the device when it is proven to be there. */
  chooseUrl: ChooseUrl;
  /** Counts a passage of what is loaded as heard. */
  addHeard: (range: HeardRange) => void;
  /** Lets the address of a script of our own through, as the page's policy asks. */
  scriptUrl: (url: string) => string;
  /** Tells the service worker something. */
  send: (message: WorkerMessage) => void;
  /** Lets go of everything here and in the other tabs, for who deletes it. */
  end: () => Promise<void>;
  /** To be called after something was kept for the first time. */
  onKept: () => void;
  /** Fetches the code of the pages after the route page. @throws when it cannot be loaded */
  fetchScreens: () => Promise<void>;
  /** Whether the code is there that shows an open question. */
  isSheetThere: () => boolean;
}
