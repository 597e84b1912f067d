/** What the route leans on: its independence, sources, words and licences. */

import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { RichText } from '../parts/rich-text.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { aboutStrings } from '../strings/about.ts';
import { strings } from '../strings/first-view.ts';
import { settingsStrings } from '../strings/settings.ts';
import styles from './about-page.module.css';
import { MorePages } from './more-pages.tsx';

export function AboutPage() {
  const { content } = useApp();
  const route = content.homeRoute.value;
  return (
    <article class={pageStyles.root}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.titles.about}
      </h1>
      {route?.body.map((paragraph, index) => (
        <p key={index}>
          <RichText content={paragraph.content} />
        </p>
      ))}
      <h2 class={pageStyles.subtitle}>{aboutStrings.voice}</h2>
      <p>{aboutStrings.voiceText}</p>
      <h2 class={pageStyles.subtitle}>{aboutStrings.privacy}</h2>
      <p>{settingsStrings.storageText}</p>
      <h2 class={pageStyles.subtitle} id="woordenlijst">
        {aboutStrings.words}
      </h2>
      <dl class={styles.words}>
        {route?.words.map((word) => (
          <div key={word.term}>
            <dt>{word.term}</dt>
            <dd>{word.meaning}</dd>
          </div>
        ))}
      </dl>
      {route ? <SourceList sources={route.sources} /> : null}
      <h2 class={pageStyles.subtitle}>{aboutStrings.licenses}</h2>
      <p>{aboutStrings.licenseText}</p>
    </article>
  );
}
