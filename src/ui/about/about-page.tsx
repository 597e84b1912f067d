/** What the route leans on: its independence, sources, words, and the licences of all that is in the app. */

import { useApp } from '../frame/app-context.ts';
import deskStyles from '../frame/desk-page.module.css';
import pageStyles from '../frame/plain-page.module.css';
import { richText } from '../parts/rich-text.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { aboutStrings } from '../strings/about.ts';
import { strings } from '../strings/first-view.ts';
import styles from './about-page.module.css';
import { MorePages } from './more-pages.tsx';

export function AboutPage() {
  const { content } = useApp();
  const route = content.homeRoute.value;
  return (
    <article class={`${pageStyles.root} ${deskStyles.root}`}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.titles.about}
      </h1>
      {route?.body.map((paragraph, index) => (
        <p key={index}>{richText(paragraph.content)}</p>
      ))}
      <MorePages />
      <h2 class={pageStyles.subtitle}>{aboutStrings.voice}</h2>
      <p>{aboutStrings.voiceText}</p>
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
      <Licenses />
    </article>
  );
}

function Licenses() {
  const { base } = useApp();
  return (
    <section class={styles.licenses} aria-labelledby="licenties">
      <h2 id="licenties" class={pageStyles.subtitle}>
        {aboutStrings.licenses}
      </h2>
      <p>{aboutStrings.licenseText}</p>
      <p>{aboutStrings.packages}</p>
      <ul class={styles.packages}>
        {__PACKAGES__.map(({ name, version, license }) => (
          <li key={name} class={styles.package}>
            <span lang="en" translate={false}>
              {name} {version}
            </span>
            <span class={styles.license}>{license}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${base}licenties.txt`} hreflang="en">
          {aboutStrings.licensesInFull}
        </a>
      </p>
    </section>
  );
}
