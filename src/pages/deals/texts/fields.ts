import { texts } from '#pages/texts/in-both'

/** Words around the fields of a deal. */
export const fieldTexts = texts({
  en: {
    momentSample: '31/12/2026 16:30',
    required: 'Must be filled in',
    notChosen: 'Not chosen',
    yesNo: { true: 'Yes', false: 'No' },
  },
  ru: {
    momentSample: '31.12.2026 16:30',
    required: 'Нужно заполнить',
    notChosen: 'Не выбрано',
    yesNo: { true: 'Да', false: 'Нет' },
  },
})
