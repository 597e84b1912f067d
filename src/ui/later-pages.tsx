/** The pages that are loaded after the route page, in one piece of code. */
export { AboutPage } from './about-page.tsx';
export { ModulePage } from './module-page.tsx';
export { NotesPage } from './notes-page.tsx';
export { OfflinePage } from './offline-page.tsx';
export { PlayerStatus } from './player-status.tsx';
export { QuestionSheet } from './question-sheet.tsx';
export { SessionPanel } from './session-panel.tsx';
export { SettingsPage } from './settings-page.tsx';
