/** Questions as a person meets them: the card in the text and the sheet that it opens. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The sheet of the open question. */
export interface QuestionSheet {
  dialog: Locator;
  /** The field of a free answer: its name is the question. */
  answer: Locator;
  /** What is said of the words in the field, seen and heard in one place. */
  says(words: string): Locator;
  /** Where that is said. */
  status: Locator;
  later: Locator;
  goOn: Locator;
}

/** The card of a question, by its id. */
export function questionCard(page: Page, id: string): Locator {
  return page.locator(`#vraag-${id}`);
}

/** Opens the question of a card. */
export async function openQuestion(page: Page, id: string): Promise<QuestionSheet> {
  await questionCard(page, id)
    .getByRole('button', { name: /^(Beantwoord|Bekijk je antwoord)$/ })
    .click();
  const sheet = sheetOn(page);
  await expect(sheet.dialog).toBeVisible();
  return sheet;
}

/** The sheet that is open. */
export function sheetOn(page: Page): QuestionSheet {
  const dialog = page.getByRole('dialog', { name: 'Denkvraag' });
  return {
    dialog,
    answer: dialog.getByRole('textbox'),
    says: (words) => dialog.getByRole('status').getByText(words),
    status: dialog.getByRole('status').first(),
    later: dialog.getByRole('button', { name: 'Later' }),
    goOn: dialog.getByRole('button', { name: 'Verder luisteren' }),
  };
}

/** Answers a question and waits until the answer is on the device. */
export async function answerQuestion(page: Page, id: string, words: string): Promise<void> {
  const sheet = await openQuestion(page, id);
  await sheet.answer.fill(words);
  await expect(sheet.says('Bewaard op dit toestel')).toBeVisible();
  await sheet.later.click();
  await expect(sheet.dialog).toBeHidden();
}
