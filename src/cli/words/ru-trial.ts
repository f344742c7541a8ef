import type { Translated } from '#domain/kernel/saying'
import type { enTrial } from './en-trial'
import { meantRu } from './lists'

/** As `enTrial`, in Russian. */
export const ruTrial: Translated<typeof enTrial> = {
  min_coverage: ({ written }) => `Для --min-coverage нужен процент, например 90, а написано «${written}».`,
  tests_missing: ({ tests, rules }) =>
    `Файла ${tests} нет. Напишите в него проверки для ${rules}: как – сказано в docs/testing-rules.md.`,
  test_unknown: ({ name }) => `Проверки с таким названием нет: «${name}».`,
  what_to_simulate: 'Скажите, что проиграть: «--deal new» – новую сделку, «--last 90d» – историю настоящих.',
  last: ({ written }) => `Для --last нужен срок, например 90d, 12w или 3m, а написано «${written}».`,
  comes_at: ({ written }) => `Для --at нужно время, например "2026-12-31 17:40", а написано «${written}».`,
  set: ({ written }) => `Для --set нужно поле=значение, например amount=100000, а написано «${written}».`,
  stage_alone: 'Вместе с --stage нужно назвать и --pipeline.',
  field: ({ id, guess }) => `Поля «${id}» нет.${meantRu(guess)}`,
  field_computed: ({ id, reads }) => `«${id}» вычисляется. Задайте ${reads.join(' и ')}.`,
}
