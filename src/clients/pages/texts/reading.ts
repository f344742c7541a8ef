import { texts } from '#pages/texts/in-both'

/** The words of who read whom. */
export const readingTexts = texts({
  en: {
    title: 'What was read',
    of: ({ name, on }: { name: string; on: string }) => `${name}, ${on}`,
    counted: ({ cards, most }: { cards: string; most: string }) =>
      `Cards of other people’s clients: ${cards} of ${most}`,
    reveals: ({ reveals, most }: { reveals: string; most: string }) =>
      `Numbers and addresses shown: ${reveals} of ${most}`,
    rows: ({ rows, most }: { rows: string; most: string }) =>
      `Other people’s clients in lists and files: ${rows} of ${most}`,
    searches: ({ searches, most }: { searches: string; most: string }) => `Searches: ${searches} of ${most}`,
    none: 'No cards were opened on that day.',
    own: 'own client',
    gone: 'a card that is gone',
    before: 'The day before',
    after: 'The day after',
    allowed: ({ by, reason }: { by: string; reason: string }) => `${by} has allowed more today: ${reason}`,
    allow: 'Allow more today',
    reason: 'Why (stays on record)',
    done: 'Allowed',
    person: 'To the person',
    readers: 'Who has viewed this card',
    noReaders: 'Nobody has viewed this card yet.',
    opened: 'opened the card',
    shown: 'saw a number or an address',
  },
  ru: {
    title: 'Что смотрели',
    of: ({ name, on }: { name: string; on: string }) => `${name}, ${on}`,
    counted: ({ cards, most }: { cards: string; most: string }) => `Карточек чужих клиентов: ${cards} из ${most}`,
    reveals: ({ reveals, most }: { reveals: string; most: string }) => `Показано контактов: ${reveals} из ${most}`,
    rows: ({ rows, most }: { rows: string; most: string }) => `Чужих клиентов в списках и файлах: ${rows} из ${most}`,
    searches: ({ searches, most }: { searches: string; most: string }) => `Поисков: ${searches} из ${most}`,
    none: 'В этот день карточек не открывали.',
    own: 'свой клиент',
    gone: 'карточки больше нет',
    before: 'День раньше',
    after: 'День позже',
    allowed: ({ by, reason }: { by: string; reason: string }) => `Сегодня разрешено больше (${by}): ${reason}`,
    allow: 'Разрешить сегодня больше',
    reason: 'Почему (останется в журнале)',
    done: 'Разрешено',
    person: 'К сотруднику',
    readers: 'Кто смотрел',
    noReaders: 'Карточку ещё никто не открывал.',
    opened: 'карточка открыта',
    shown: 'показан контакт',
  },
})
