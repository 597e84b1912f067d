/** All other pages and what can wait as long as they, in one piece of code. */

export { AboutPage } from '../about/about-page.tsx';
export { AccessibilityPage } from '../about/accessibility-page.tsx';
export { PrivacyPage } from '../about/privacy-page.tsx';
export { NotesPage } from '../notes/notes-page.tsx';
export { OfflinePage } from '../offline/offline-page.tsx';
export { DuePlans } from '../route/due-plans.tsx';
export { SessionPanel } from '../route/session-panel.tsx';
export { ErasedPage } from '../settings/erased-page.tsx';
export { SettingsPage } from '../settings/settings-page.tsx';
export { InstallNotice, LossNotice } from './late-notices.tsx';
