import { whom } from '#domain/people/words/whom-ru'
import type { Translated } from '#domain/kernel/saying'
import type { TemplateFaultKind } from '#documents/domain/template/check-template'
import type { en, UnfitReason } from './en'
import { loadingRu } from './loading-ru'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  ...loadingRu,
  documents_unset: 'В файле нет видов документов: объявите хотя бы один в «documents» в pipelines.yaml.',
  document_unknown: ({ id }) => `Документа «${id}» нет.`,
  'field_value.document_kind': ({ id, known }) =>
    `Вида документов «${id}» нет. ${known.length === 0 ? 'В файле нет ни одного.' : `Бывают: ${known.join(', ')}.`}`,
  'field_value.document_currency': ({ currency }) => `Документы бывают в рублях, а сделка в ${currency}.`,
  'field_value.form': ({ text, known }) =>
    known.length === 0
      ? `«${text}» здесь не печатается в родительном падеже: в нём не печатается ничего.`
      : `«${text}» здесь не печатается в родительном падеже. Печатаются: ${known.join(', ')}.`,
  'forbidden.document': ({ name, role }) =>
    `«${name}» выпускает и отменяет ${whom(role)}. Обратитесь к тому, кто этим занимается.`,
  'forbidden.register': 'Реестр – для тех, кто выпускает документы или счета либо видит все сделки.',
  'forbidden.template': 'Шаблоны публикуются вместе с правилами: попросите того, кто их публикует.',
  'document_state.deal_closed': ({ title }) => `«${title}» закрыта: для неё больше ничего не делается.`,
  'document_state.not_for_deal': ({ name, title }) =>
    `«${name}» не для сделки «${title}»: не выполнено то, что файл требует в «when».`,
  'document_state.too_many': ({ most }) => `В сделке бывает не больше ${most} документов.`,
  'document_state.not_draft': ({ number }) =>
    number === '' ? 'Документ больше не черновик.' : `Документ ${number} больше не черновик.`,
  'document_state.draft': ({ name }) => `«${name}» – черновик. Сначала выпустите его.`,
  'document_state.ended': ({ name, number }) => `«${name}» ${number} уже не действует. Сделайте новый документ.`,
  'document_state.unconfirmed': ({ forms }) =>
    `Сначала проверьте родительный падеж: ${forms.map((form) => `«${form}»`).join(', ')}. Подтвердите его или поправьте.`,
  'document_state.no_series': ({ name, id }) => `В файле больше нет ряда «${id}», из которого берёт номер «${name}».`,
  'document_state.not_signed_by': ({ name, who }) =>
    `Под «${name}» не нужна ${who === 'us' ? 'наша подпись' : 'подпись клиента'}: см. «signed_by» в файле.`,
  'document_state.signed_already': ({ name, who }) =>
    `Под «${name}» уже стоит ${who === 'us' ? 'наша подпись' : 'подпись клиента'}.`,
  'document_state.signed': ({ name }) => `«${name}» подписан всеми: его можно только отменить.`,
  'document_state.not_to_replace': ({ name, number }) =>
    `«${name}» ${number} нельзя заменить: заменяют только выпущенное и ещё действующее.`,
  'document_needs.filled': ({ name, names }) => `«${name}» пока не сделать. Заполните: ${names.join(', ')}.`,
  'document_needs.invoice': ({ name, title }) =>
    `«${name}» печатает счёт «${title}», а выставленного счёта в сделке нет. Сначала выставьте его.`,
  'template_unknown.not_published': ({ path }) =>
    `Правила опубликованы без ${path}. Опубликуйте их снова вместе с этим файлом.`,
  'template_unknown.no_bytes': ({ path }) => `Шаблон документа «${path}» больше не читается.`,
  'template_unknown.unfit': ({ path, why }) => `${path} ${unfit[why]}.`,
  'template_unknown.too_large': ({ path, bytes, most }) =>
    `В ${path} ${bytes} байт, а можно не больше ${most}. Уменьшите картинки.`,
  'file_unknown.signed': ({ id }) => `В сделке нет файла ${id}. Сначала добавьте подписанный экземпляр в файлы сделки.`,
  'precondition_failed.document': ({ now, seen }) =>
    `Документ уже изменился: сейчас версия ${now}, вы видели ${seen}. Посмотрите ещё раз.`,
  see_to: ({ name, message }) => `Сделать документ «${name}»: ${message.replace(/\.$/, '')}.`,
  no_template: ({ path }) => `Файла ${path} нет.`,
  put_template: ({ path }) => `Положите ${path} рядом с pipelines.yaml или назовите файл, который там есть.`,
  save_as_docx: 'Откройте его в Word и сохраните как документ (.docx), без макросов.',
  no_docx: ({ path, why }) => `${path} ${unfit[why]}.`,
  template_fault: ({ path, inPart, paragraph, row, around, is, written }) =>
    `${path}, ${parts[inPart]}абзац ${paragraph}${row === 0 ? '' : ` (строка таблицы ${row})`} «${around}»: ${faults[is](written)}.`,
  not_filled: ({ path, names }) => `${path} печатает ${names.join(', ')}, а заполнить это раньше никто не обязан.`,
  add_needs: ({ names }) =>
    `Добавьте «needs: [${names.join(', ')}]» или заключите слова вокруг между {#поле} и {/поле}.`,
  did_you_mean: ({ text }) => `Возможно, вы имели в виду «${text}»?`,
  it_can_be: ({ known }) => `Бывает: ${known.join(', ')}.`,
  within_list: ({ text }) => `Это известно только между {#${text}} и {/${text}}.`,
  close_first: ({ text }) => `Сначала закройте {/${text}}.`,
  see_words: ({ is }) => mends[is],
}

const parts = {
  text: '',
  header: 'верхний колонтитул, ',
  footer: 'нижний колонтитул, ',
  notes: 'сноски, ',
  drawing: 'диаграмма или схема, ',
} as const

const unfit: Readonly<Record<UnfitReason, string>> = {
  no_zip: '– не документ Word (.docx)',
  cut: 'повреждён: обрывается или противоречит сам себе',
  encrypted: 'защищён паролем',
  too_large: 'слишком большой',
  too_much_inside: 'содержит больше 100 МБ',
  too_many: 'содержит больше 2000 частей',
  too_dense: 'упакован так, как документы не бывают: он лопнул бы при распаковке',
  no_text: '– не документ Word: в нём нет текста',
  macros: 'содержит макросы',
  entities: 'объявляет собственные сущности, чего в документах Word не бывает',
  text_no_text: '– не простой текст: сохраните его в UTF-8',
  text_empty: 'пуст',
  text_too_long: 'длиннее 200 КБ',
}

const faults: Readonly<Record<TemplateFaultKind, (written: string) => string>> = {
  unclosed_tag: () => 'скобка открыта и не закрыта',
  unopened_tag: () => 'скобка закрыта, а открыта не была',
  doubled_tag: (written) => `в ${written} две скобки, а нужна одна`,
  odd_tag: (written) => `${written} – такого шаблон сказать не может`,
  unclosed_part: (written) => `у {#${written}} нет конца`,
  unopened_end: (written) => `{/${written}} заканчивает то, что не начиналось`,
  crossed_parts: (written) => `{/${written}} стоит, пока внутри ещё что-то открыто`,
  part_place: (written) => `{#${written}} начинается в одном месте таблицы, а кончается в другом`,
  unknown_field: (written) => `поля ${written} нет`,
  unknown_format: (written) => `способа печати «${written}» нет`,
  format_not_for: (written) => `${written} не сочетается`,
  list_as_value: (written) => `${written} – список, а не значение`,
  never_empty: (written) => `${written} есть всегда, и условие выполнено всегда`,
  unprinted: (written) => `${written} так и напечатается: сюда ничего не подставляется`,
  merge_field: (written) => `поле слияния ${written} так и останется: его заполняет только Word`,
}

const mends: Readonly<Record<TemplateFaultKind, string>> = {
  unclosed_tag: 'Поставьте «}» после имени.',
  unopened_tag: 'Поставьте «{» перед именем или уберите скобку.',
  doubled_tag: 'Оставьте с каждой стороны одну скобку.',
  odd_tag: 'В скобках стоит имя, а за ним, может быть, «|» и способ печати.',
  unclosed_part: 'Напишите конец: «/» и то же имя в скобках.',
  unopened_end: 'Напишите перед ним начало: «#» и то же имя в скобках.',
  crossed_parts: 'Что открыто последним, закрывается первым.',
  part_place: 'Поставьте оба в строки одной таблицы, в одну ячейку или вне таблицы.',
  unknown_field: 'Напишите имя поля сделки либо client., seller., invoice. и имя: docs/ru/documents.md.',
  unknown_format: 'Способы печати: money, words, long, short, genitive, percent.',
  format_not_for: 'money и words – для сумм, long – для дат, short и genitive – для имён, percent – для ставок.',
  list_as_value: 'Поставьте {#lines} … {/lines} вокруг того, что печатается из каждой строки.',
  never_empty: 'Уберите условие.',
  unprinted: 'Перенесите его в текст, таблицу, надпись, колонтитул или сноску.',
  merge_field: 'Уберите поле и напишите на его месте имя в скобках, например {client.name}.',
}
