/** Chance that is the same for the same seed. */
export type Chance = {
  readonly often: (share: number) => boolean
  readonly pick: <T>(among: readonly T[]) => T
  readonly digits: (count: number) => string
}

/** A linear congruential generator: enough for made-up names. */
export function chanceBy(seed: number): Chance {
  let state = BigInt(seed) * 7_919n + 17n
  const next = (): number => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xff_ff_ff_ff_ff_ff_ff_ffn
    return Number(state >> 33n) / 2 ** 31
  }
  const pick = <T>(among: readonly T[]): T => {
    const found = among[Math.floor(next() * among.length)]
    if (found === undefined) throw new Error('There is nothing to pick from.')
    return found
  }
  return {
    often: (share) => next() < share,
    pick,
    digits: (count) => Array.from({ length: count }, () => String(Math.floor(next() * 10))).join(''),
  }
}

const beginnings =
  'Агро,Био,Гидро,Дом,Евро,Жил,Инвест,Кам,Лес,Мет,Неф,Обл,Пром,Рем,Сев,Тех,Урал,Фарм,Хим,Центр,Энерго,Юж'
const middles = 'авто,бур,вод,газ,дор,зём,кран,лёд,маш,нав,опт,пласт,рез,снаб,торг,хлад,цемент,щит,элект'
const ends = 'альянс,база,век,груз,деталь,ёмкость,завод,импорт,комплекс,лайн,монтаж,сервис,союз,строй,тара,форум,холод'
const behind = ['', '', '', ' Плюс', ' Юг', ' Север', ' Групп', ' 77']

/** What a company may be called, made of three pieces. */
export function companyWords(chance: Chance): string {
  const [one, two, three] = [beginnings, middles, ends].map((words) => chance.pick(words.split(',')))
  return `${one}${two}${chance.pick(['', ' '])}${three}${chance.pick(behind)}`
}

const roots =
  'Авер,Берест,Валент,Глеб,Довлат,Еремк,Жилин,Звонар,Илюш,Корчаг,Лосёв,Мышк,Неверк,Обух,Пестр,Рябин,Сухар,Толмач,Усольц,Филат,Хромц,Цыган,Чалых,Шубен,Щегол,Юшк,Ярмол,Бажан,Вершин,Горшен,Дятл,Елагин,Кротк,Лапник,Мохнат,Ножк,Острец,Пряхин,Рогал,Синиц'
export const surnames: readonly string[] = roots
  .split(',')
  .flatMap((root) => ['ов', 'ин', 'енков', 'ицын', 'акин', 'ёнков'].map((end) => root + end))
export const firstNames: readonly [readonly string[], readonly string[]] = [
  'Александр,Артём,Василий,Глеб,Даниил,Захар,Игнат,Лев,Матвей,Назар,Пётр,Родион,Семён,Тимур,Фёдор,Эдуард,Аркадий,Богдан,Валерий,Герман,Давид,Елисей,Ефим,Марк,Мирон,Прохор,Руслан,Савелий,Тихон,Филипп,Эльдар,Ярослав'.split(
    ',',
  ),
  'Алина,Варвара,Диана,Елизавета,Жанна,Зоя,Инна,Кира,Любовь,Маргарита,Нелли,Пелагея,Раиса,Тамара,Фаина,Алёна,Агата,Белла,Василиса,Глафира,Доминика,Евгения,Злата,Изольда,Камилла,Лиана,Майя,Ника,Олеся,Регина,Снежана,Ульяна'.split(
    ',',
  ),
]
export const patronymics: readonly string[] =
  'Артёмович,Васильевич,Глебович,Захарович,Игнатович,Львович,Матвеевич,Назарович,Петрович,Родионович,Семёнович,Фёдорович,Аркадьевич,Богданович,Валерьевич,Германович,Давидович,Ефимович,Маркович,Миронович,Русланович,Савельевич,Тихонович,Филиппович,Ярославович,Романович'.split(
    ',',
  )
