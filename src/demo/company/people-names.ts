import { atStart } from '#domain/kernel/texts/at-start'
import { latinOf } from '#domain/kernel/latin'
import type { Language } from '#schemas/language-names'
import type { Random } from '#demo/random'
import type { Words } from './words'

/** Invented people: first names and surnames of men and women. */
const men: Words = [
  'Андрей',
  'Павел',
  'Игорь',
  'Роман',
  'Денис',
  'Тимур',
  'Глеб',
  'Максим',
  'Егор',
  'Степан',
  'Кирилл',
  'Вадим',
  'Юрий',
  'Артём',
]
const women: Words = [
  'Анна',
  'Ольга',
  'Марина',
  'Дарья',
  'Ирина',
  'Софья',
  'Вера',
  'Ксения',
  'Алина',
  'Полина',
  'Елена',
  'Жанна',
  'Нина',
  'Юлия',
]
/** Surnames as a man has them; a woman's has an “а” more. */
const surnames: Words = [
  'Савельев',
  'Баранов',
  'Королёв',
  'Журавлёв',
  'Астахов',
  'Воронцов',
  'Гладков',
  'Дёмин',
  'Ершов',
  'Зимин',
  'Калугин',
  'Лапшин',
  'Мельников',
  'Носов',
  'Огарёв',
  'Прохоров',
  'Рябинин',
  'Суханов',
  'Тихонов',
  'Уваров',
  'Фомин',
  'Хохлов',
  'Цветков',
  'Чагин',
  'Шубин',
  'Юдин',
  'Яшин',
  'Беляев',
  'Грачёв',
  'Ильин',
  'Кротов',
  'Лосев',
  'Маслов',
  'Рогов',
  'Стрельцов',
]

/** Draws somebody who is nobody; in English they are written with Latin letters, as in their addresses. */
export function drawPerson(random: Random, language: Language): { readonly name: string; readonly surname: string } {
  const isWoman = random.chance(0.5)
  const surname = random.pick(surnames)
  const name = isWoman ? `${random.pick(women)} ${surname}а` : `${random.pick(men)} ${surname}`
  return { name: language === 'ru' ? name : inLatin(name), surname }
}

function inLatin(name: string): string {
  return latinOf(name).split('.').map(atStart).join(' ')
}
