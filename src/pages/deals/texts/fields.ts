import { texts } from '#pages/texts/in-both'

/** Words around the fields of a deal. */
export const fieldTexts = texts({
  en: { required: 'Must be filled in', notChosen: 'Not chosen', yesNo: { true: 'Yes', false: 'No' } },
  ru: { required: 'Нужно заполнить', notChosen: 'Не выбрано', yesNo: { true: 'Да', false: 'Нет' } },
})
