import type { Translated } from '#domain/kernel/saying'
import type { en } from './en'

/** As `en`, in Russian. */
export const ru: Translated<typeof en> = {
  other_rules: ({ lacking }) =>
    `Демонстрация продаёт по правилам, которые идут вместе с системой; в здешних нет: ${lacking.join(', ')}. Выберите пустую папку (--data) и запустите там, где нет другого pipelines.yaml.`,
  deals_here: ({ title }) =>
    `Здесь уже есть сделки, например «${title}». Для демонстрации нужна пустая папка: назовите другую (--data) или уберите эту.`,
}
