/** What the page of a module takes beyond the first view, in one piece of code. */

export { ModulePage } from '../module/module-page.tsx';
export { MiniStatus } from '../player/mini-status.tsx';
export { Sheets } from '../question/sheets.tsx';
export { travel } from './page-travel.ts';
