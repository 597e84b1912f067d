/** A page that is only text: a lead, sections with a heading each, and where to tell that something is wrong. */
import { useApp } from '../frame/app-context.ts';
import deskStyles from '../frame/desk-page.module.css';
import pageStyles from '../frame/plain-page.module.css';
import { strings } from '../strings/first-view.ts';
import styles from './text-page.module.css';

/** A heading with what stands below it. */
export interface TextSection {
  title: string;
  /** One string for each paragraph. */
  text?: readonly string[];
  /** After the paragraphs. */
  list?: readonly string[];
}

interface TextPageProps {
  title: string;
  lead: string;
  sections: readonly TextSection[];
}

export function TextPage({ title, lead, sections }: TextPageProps) {
  const { content } = useApp();
  const contact = content.homeRoute.value?.contact;
  return (
    <article class={`${pageStyles.root} ${deskStyles.root}`}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {title}
      </h1>
      <p class={pageStyles.lead}>{lead}</p>
      {sections.map((section) => (
        <section key={section.title} class={styles.section}>
          <h2 class={pageStyles.subtitle}>{section.title}</h2>
          {section.text?.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {section.list ? (
            <ul class={styles.list}>
              {section.list.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
      {contact === undefined ? null : (
        <p>
          <a href={contact} rel="noopener noreferrer">
            {strings.route.contact}
          </a>
        </p>
      )}
    </article>
  );
}
