import type { Translated } from '#domain/kernel/saying'
import { rightNamesRu } from '#domain/people/words/right-names-ru'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  'employee_lacks_right.deal': ({ name, right }) =>
    `Сотрудник «${name}» не сможет вести сделку: у него нет права «${rightNamesRu[right]}». Дайте это право на его странице в разделе «Сотрудники» или выберите другого.`,
  'employee_lacks_right.client': ({ name, right }) =>
    `Сотрудник «${name}» не увидит своего клиента: у него нет права «${rightNamesRu[right]}». Дайте это право на его странице в разделе «Сотрудники» или выберите другого.`,
}
