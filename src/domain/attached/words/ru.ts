import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  comment_unknown: ({ id }) => `Комментария «${id}» здесь нет. Возможно, его удалили.`,
  'version_conflict.comment': 'Кто-то изменил этот комментарий раньше вас. Посмотрите, как сейчас, и повторите.',
  file_unknown: ({ id }) => `Файла «${id}» здесь нет. Возможно, его удалили.`,
  'field_value.mention': ({ names }) =>
    names.length === 1
      ? `${names.join('')} не видит этой страницы, и упоминание никуда не приведёт. Спросите того, кто её видит, или уберите @.`
      : `${names.join(', ')} не видят этой страницы, и упоминание никуда не приведёт. Спросите тех, кто её видит, или уберите @.`,
  'field_value.file_empty': ({ name }) => `Файл «${name}» пуст. Выберите файл, в котором что-то есть.`,
  'field_value.file_large': ({ name, megabytes }) =>
    `В файле «${name}» ${megabytes.replace('.', ',')} МБ, а принимается не больше 20 МБ. Уменьшите его или дайте ссылку в комментарии.`,
  'field_value.file_away': ({ name }) =>
    `Содержимое файла «${name}» не пришло. Отправьте его по выданному адресу и повторите.`,
  'field_value.given_once':
    'Передайте содержимое один раз: base64 в «content» либо номер отправленного файла в «upload».',
  'field_value.no_base64': 'Это не base64. Передайте содержимое файла в base64.',
  'file_unknown.upload': ({ id }) =>
    `По номеру «${id}» ничего не пришло, или сутки прошли. Объявите файл снова (POST /uploads), отправьте содержимое и повторите.`,
  'forbidden.comment': 'Текст комментария меняет только его автор.',
  'forbidden.remove_comment': 'Удалить комментарий может только его автор или руководитель автора.',
  'forbidden.remove_file': 'Удалить файл может только тот, кто его добавил, или его руководитель.',
}
