/** What is kept where, what is sent to nobody, and who may still read it. */

import { strings } from '../strings/first-view.ts';
import { privacyStrings } from '../strings/privacy.ts';
import { TextPage } from './text-page.tsx';

export function PrivacyPage() {
  return <TextPage title={strings.titles.privacy} {...privacyStrings} />;
}
