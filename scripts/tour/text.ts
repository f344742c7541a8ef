import type { Language } from '#schemas/language-names'

import type { Shot } from './shot'

type Figures = { readonly load: string; readonly table: string | undefined }

/** The folder above that of the Russian page. */
const up = '..'

/** The page that shows the pictures, in a language. */
export function tourText(language: Language, shown: readonly Shot[], figures: Figures): string {
  const folder = language === 'en' ? 'tour/en' : `${up}/tour/ru`
  const parts = shown.map(
    ({ name, title, says }) =>
      `## ${title[language]}\n\n${says[language]}\n\n![${title[language]}](${folder}/${name}.webp)\n`,
  )
  return `${heads[language]}\n\n${parts.join('\n')}\n${tails[language](figures)}`
}

const heads: Readonly<Record<Language, string>> = {
  en: `# A tour of the pages

[По-русски](ru/tour.md)

The demo company on a Wednesday noon, as it is seen by whoever works there. \`npm run tour\` makes this page and its Russian twin: it
makes the company, starts the product, walks through the pages and takes the pictures and figures. \`npm run tour -- --all FOLDER\` takes
every page as everybody sees it, in both languages, on a desk and on a phone, light and dark.`,
  ru: `# Прогулка по страницам

[In English](${up}/tour.md)

Демонстрационная компания в среду в полдень глазами тех, кто в ней работает. Эту страницу и её английского двойника делает \`npm run tour\`:
создаёт компанию, запускает Norma, проходит по страницам и снимает их. \`npm run tour -- --all ПАПКА\` снимает каждую страницу так, как её
видит каждый: на двух языках, на столе и в телефоне, светлую и тёмную.`,
}

const tails: Readonly<Record<Language, (figures: Figures) => string>> = {
  en: ({ load, table }) => `## Five questions of a head, and how many clicks they take

| question | where | clicks |
| --- | --- | --: |
| who is behind, and why | Plan, then the person: what is missing, open deals by stage with their chance, overdue tasks | 2 |
| what is stuck | Team: one list over all directions | 1 |
| what each has to do today | Team, then the person | 2 |
| who did how many tasks yesterday | Team: a column; by days and periods in the report Tasks, preset “Yesterday” | 1 |
| which leads are late now | Team: a column and a list | 1 |

\`test/browser/team.test.ts\` counts them.

## Speed

Measured in the browser of the tests on the machine that made the pictures (two cores, load ${load} while measuring), with an empty cache; the server’s
own time is the median of 15 requests. Script is what the first view loads, compressed; beside it what comes by itself once the browser is idle: the editor of the rules, which can be read and typed into before.

${table ?? ''}
`,
  ru: () => `## Пять вопросов руководителя и сколько нужно щелчков

| вопрос | где | щелчков |
| --- | --- | --: |
| кто отстаёт и почему | «План», затем сотрудник: чего не хватает, открытые сделки по этапам с вероятностью, просроченные задачи | 2 |
| что застряло | «Команда»: один список по всем направлениям | 1 |
| что у каждого на сегодня | «Команда», затем сотрудник | 2 |
| кто сколько задач сделал вчера | «Команда»: столбец; по дням и периодам – отчёт «Задачи», «Вчера» | 1 |
| кому сейчас не ответили вовремя | «Команда»: столбец и список | 1 |

Считает их \`test/browser/team.test.ts\`; скорость страниц – в [английском двойнике](${up}/tour.md#speed).
`,
}
