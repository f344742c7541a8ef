import { texts } from './in-both'

/** The words for keeping how one sees a list. */
export const viewTexts = texts({
  en: {
    saveView: 'Save view',
    viewName: 'Name',
    forAll: 'For everybody',
    saveNew: 'Save as new',
    update: (name: string) => `Save “${name}”`,
    remove: 'Remove view',
    sureRemove: (name: string) => `Remove the view “${name}”?`,
    saved: 'View saved',
    removed: 'View removed',
    shared: 'for everybody',
  },
  ru: {
    saveView: 'Сохранить вид',
    viewName: 'Название',
    forAll: 'Для всех',
    saveNew: 'Сохранить как новый',
    update: (name: string) => `Сохранить «${name}»`,
    remove: 'Удалить вид',
    sureRemove: (name: string) => `Удалить вид «${name}»?`,
    saved: 'Вид сохранён',
    removed: 'Вид удалён',
    shared: 'для всех',
  },
})
