import { texts } from '#pages/texts/in-both'

/** The words of consents on a card. */
export const consentTexts = texts({
  en: {
    title: 'Consents',
    none: 'not asked yet',
    missing: 'needed, and not given',
    agreed: ({ at, version }: { at: string; version: string }) => `agreed ${at}, wording ${version}`,
    former: 'to a former wording',
    revoked: (at: string) => `revoked ${at}`,
    agree: 'Mark as agreed',
    revoke: 'Mark as revoked',
    seen: 'What they saw',
    hashOnly: 'The words themselves were not handed over, only their check sum.',
    doneAgreed: 'The consent is recorded.',
    doneRevoked: 'The revocation is recorded.',
  },
  ru: {
    title: 'Согласия',
    none: 'ещё не спрашивали',
    missing: 'нужно, но не получено',
    agreed: ({ at, version }) => `получено ${at}, редакция ${version}`,
    former: 'текст с тех пор изменился',
    revoked: (at) => `отозвано ${at}`,
    agree: 'Клиент согласился',
    revoke: 'Клиент отозвал',
    seen: 'Что видел клиент',
    hashOnly: 'Сам текст не передавали, только его контрольную сумму.',
    doneAgreed: 'Согласие записано.',
    doneRevoked: 'Отзыв записан.',
  },
})
