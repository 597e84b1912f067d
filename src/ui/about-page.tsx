/** What the route leans on: its independence, sources, words and licences. */

import styles from './about-page.module.css';
import { useApp } from './app-context.ts';
import { laterStrings } from './later-strings.ts';
import pageStyles from './plain-page.module.css';
import { RichText } from './rich-text.tsx';
import { SourceList } from './source-list.tsx';
import { strings } from './strings.ts';

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
      <h2 class={pageStyles.subtitle}>{laterStrings.about.voice}</h2>
      <p>{laterStrings.about.voiceText}</p>
      <h2 class={pageStyles.subtitle}>{laterStrings.about.privacy}</h2>
      <p>{laterStrings.settings.storageText}</p>
      <h2 class={pageStyles.subtitle} id="woordenlijst">
        {laterStrings.about.words}
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
      <h2 class={pageStyles.subtitle}>{laterStrings.about.licenses}</h2>
      <p>{laterStrings.about.licenseText}</p>
    </article>
  );
}
