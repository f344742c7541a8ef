import { p, table, wordFile, type Cell } from './word-file'

const bold = (text: string) => [{ text, bold: true }]
const cell = (text: string, look: Parameters<typeof p>[1] = {}, more: Omit<Cell, 'of'> = {}): Cell => ({
  of: p(text, { after: 20, before: 20, size: 20, ...look }),
  ...more,
})
const right = (text: string, isBold = false) => cell(text, { align: 'right', ...(isBold ? { bold: true } : {}) })
const head = (text: string) => cell(text, { align: 'center', bold: true }, { align: 'center' })

const footer = p('{seller.name}, ИНН {seller.inn}', { size: 16, align: 'center', after: 0 })

/** The lines of an offer, an invoice or an act, with what they come to. */
const lines = (vat: boolean): string =>
  table(
    [600, 4700, 900, 900, 1400, 1500],
    [
      [head('№'), head('Наименование'), head('Кол-во'), head('Ед.'), head('Цена, руб.'), head('Сумма, руб.')],
      [
        cell('{#lines}{no}', { align: 'center' }),
        cell('{name}'),
        right('{quantity}'),
        cell('{unit}', { align: 'center' }),
        right('{price|money}'),
        right('{sum|money}{/lines}'),
      ],
      [cell('Итого:', { align: 'right', bold: true }, { span: 5 }), right('{total|money}', true)],
      ...(vat
        ? [
            [
              cell(
                '{#vat_sum}В том числе НДС{#vat} {vat|percent}{/vat}:{/vat_sum}{^vat_sum}Без НДС{/vat_sum}',
                { align: 'right' },
                { span: 5 },
              ),
              right('{#vat_sum}{vat_sum|money}{/vat_sum}'),
            ],
          ]
        : []),
    ],
    { head: 1 },
  )

const when = (name: string, text: string): string => `{#${name}}${text}{/${name}}`

/** Whoever sells has an account and a BIK for certain; of whoever buys they may be unknown. */
const account = (whose: 'seller' | 'client'): string => {
  const bank = when(`${whose}.bank`, ` в {${whose}.bank}`)
  const corresponding = when(`${whose}.corr_account`, `, к/с {${whose}.corr_account}`)
  const text = `Р/с {${whose}.account}${bank}, БИК {${whose}.bik}${corresponding}`
  return whose === 'seller'
    ? text
    : when('client.account', `${text.replace(', БИК {client.bik}', when('client.bik', ', БИК {client.bik}'))}`)
}

const requisites = (whose: 'seller' | 'client', name: string): string[] => [
  p(bold(name), { after: 20 }),
  p(
    whose === 'seller'
      ? `ИНН {seller.inn}${when('seller.kpp', ', КПП {seller.kpp}')}`
      : `${when('client.inn', 'ИНН {client.inn}')}${when('client.kpp', ', КПП {client.kpp}')}`,
    { after: 20, size: 20 },
  ),
  p(when(`${whose}.ogrn`, `ОГРН {${whose}.ogrn}`), { after: 20, size: 20 }),
  p(when(`${whose}.address`, `Адрес: {${whose}.address}`), { after: 20, size: 20 }),
  p(account(whose), { after: 160, size: 20 }),
  p(`{#${whose}.post}{${whose}.post}{/${whose}.post}`, { after: 240, size: 20 }),
  p(
    `_______________ / {#${whose}.signer}{${whose}.signer|short}{/${whose}.signer}{^${whose}.signer}______________{/${whose}.signer} /`,
    {
      after: 20,
      size: 20,
    },
  ),
  p('М. П.', { after: 20, size: 18 }),
]

const sides = (ours: string, theirs: string): string =>
  table(
    [5000, 5000],
    [
      [
        { of: p(bold(ours), { after: 80 }) + requisites('seller', '{seller.name}').join(''), borders: 'none' },
        {
          of:
            p(bold(theirs), { after: 80 }) +
            requisites(
              'client',
              '{#client.legal_name}{client.legal_name}{/client.legal_name}{^client.legal_name}{client.name}{/client.legal_name}',
            ).join(''),
          borders: 'none',
        },
      ],
    ],
    { borders: 'none' },
  )

const buyer =
  '{#client.legal_name}{client.legal_name}{/client.legal_name}{^client.legal_name}{client.name}{/client.legal_name}'

const offer = wordFile(
  [
    p(bold('{seller.name}'), { after: 20 }),
    p('ИНН {seller.inn}{#seller.kpp}, КПП {seller.kpp}{/seller.kpp}', { size: 20, after: 20 }),
    p('{#seller.address}{seller.address}{/seller.address}', { size: 20, after: 240 }),
    p('Кому: {client.name}', { align: 'right', after: 240 }),
    p('КОММЕРЧЕСКОЕ ПРЕДЛОЖЕНИЕ', { align: 'center', bold: true, size: 28, after: 60 }),
    p('{#number}№ {number} {/number}{#date}от {date|long}{/date}', { align: 'center', after: 240 }),
    p('Предлагаем вам рассмотреть наши условия: «{title}».', { align: 'both', indent: 600, after: 160 }),
    lines(true),
    p('Всего на сумму {total|money} руб. ({total|words}).', { before: 160, indent: 600, align: 'both' }),
    p('{#discount}В цене учтена скидка {discount}.{/discount}', { indent: 600 }),
    p('Предложение действует 14 календарных дней со дня, указанного выше.', { indent: 600, after: 320 }),
    p('С уважением, {owner}', { after: 20 }),
    p('{seller.name}', { after: 20 }),
  ],
  { footer },
)

const clause = (text: string): string => p(text, { align: 'both', after: 60 })
const chapter = (text: string): string =>
  p(text, { align: 'center', bold: true, before: 160, after: 80, keepNext: true })

const contract = wordFile(
  [
    p('ДОГОВОР {#number}№ {number}{/number}{^number}б/н{/number}', {
      align: 'center',
      bold: true,
      size: 26,
      after: 160,
    }),
    table(
      [5000, 5000],
      [
        [
          cell('г. Москва', { size: 22 }, { borders: 'none' }),
          cell('{date|long}', { align: 'right', size: 22 }, { borders: 'none' }),
        ],
      ],
      {
        borders: 'none',
      },
    ),
    p(
      `{seller.name}, именуемое в дальнейшем «Исполнитель», {#seller.signer}в лице {seller.post|genitive} {seller.signer|genitive}{#seller.acts_on}, действующего на основании {seller.acts_on|genitive}{/seller.acts_on}, {/seller.signer}с одной стороны, и ${buyer}, именуемое в дальнейшем «Заказчик», {#client.signer}в лице {#client.post}{client.post|genitive} {/client.post}{client.signer|genitive}{#client.acts_on}, действующего на основании {client.acts_on|genitive}{/client.acts_on}, {/client.signer}с другой стороны, заключили настоящий договор о нижеследующем.`,
      { align: 'both', indent: 600, before: 160, after: 120 },
    ),
    chapter('1. Предмет договора'),
    clause(
      '1.1. Исполнитель обязуется передать Заказчику товары и (или) оказать услуги «{title}», а Заказчик – принять и оплатить их.',
    ),
    clause('1.2. Наименование, количество и цена:'),
    lines(true),
    chapter('2. Цена и порядок расчётов'),
    clause(
      '2.1. Цена договора составляет {total|money} руб. ({total|words}){#vat_sum}, в том числе НДС{#vat} {vat|percent}{/vat} – {vat_sum|money} руб. ({vat_sum|words}){/vat_sum}{^vat_sum}, НДС не облагается{/vat_sum}.',
    ),
    clause(
      '2.2. Заказчик оплачивает цену договора по счёту Исполнителя в течение 5 (пяти) рабочих дней со дня его получения.',
    ),
    clause('2.3. Обязанность по оплате исполнена в день зачисления денег на расчётный счёт Исполнителя.'),
    chapter('3. Передача и приёмка'),
    clause('3.1. Передача оформляется актом или универсальным передаточным документом.'),
    clause(
      '3.2. Заказчик подписывает документ о передаче либо направляет мотивированный отказ в течение 5 (пяти) рабочих дней.',
    ),
    chapter('4. Ответственность сторон'),
    clause(
      '4.1. За нарушение срока оплаты или передачи виновная сторона уплачивает 0,1 % от суммы просрочки за каждый день, но не больше 10 % этой суммы.',
    ),
    clause('4.2. Стороны не отвечают за неисполнение вследствие обстоятельств непреодолимой силы.'),
    chapter('5. Прочие условия'),
    clause('5.1. Договор действует со дня подписания до полного исполнения обязательств.'),
    clause(
      '5.2. Споры разрешаются переговорами, а при недостижении согласия – в арбитражном суде по месту нахождения ответчика. Срок ответа на претензию – 15 календарных дней.',
    ),
    clause('5.3. Договор составлен в двух экземплярах, имеющих равную силу, по одному для каждой стороны.'),
    chapter('6. Реквизиты и подписи сторон'),
    sides('Исполнитель', 'Заказчик'),
  ],
  {
    header: p('Договор {#number}№ {number} {/number}{#date}от {date}{/date}', { size: 16, align: 'right', after: 0 }),
    footer,
  },
)

const invoice = wordFile(
  [
    table(
      [5800, 900, 3300],
      [
        [
          {
            of:
              p('{#seller.bank}{seller.bank}{/seller.bank}', { size: 20, after: 200 }) +
              p('Банк получателя', { size: 16, after: 0 }),
          },
          cell('БИК'),
          { of: p('{seller.bik}', { size: 20, after: 60 }) + p('{seller.corr_account}', { size: 20, after: 0 }) },
        ],
        [
          cell('ИНН {seller.inn}{#seller.kpp}    КПП {seller.kpp}{/seller.kpp}'),
          cell('Сч. №'),
          cell('{seller.account}'),
        ],
        [{ of: p('{seller.name}', { size: 20, after: 200 }) + p('Получатель', { size: 16, after: 0 }), span: 3 }],
      ],
    ),
    p('Счёт на оплату № {number} от {date|long}', { bold: true, size: 28, before: 240, after: 160 }),
    p(
      'Поставщик: {seller.name}, ИНН {seller.inn}{#seller.kpp}, КПП {seller.kpp}{/seller.kpp}{#seller.address}, {seller.address}{/seller.address}',
      { size: 20 },
    ),
    p(
      `Покупатель: ${buyer}{#client.inn}, ИНН {client.inn}{/client.inn}{#client.kpp}, КПП {client.kpp}{/client.kpp}{#client.address}, {client.address}{/client.address}`,
      { size: 20, after: 160 },
    ),
    lines(true),
    p('Всего наименований {count}, на сумму {total|money} руб.', { before: 120, after: 20, size: 20 }),
    p('{total|words}', { bold: true, after: 120 }),
    p(
      '{#invoice.due}Оплатить не позднее {invoice.due}.{/invoice.due} В назначении платежа укажите номер и дату счёта.',
      { size: 20, after: 360 },
    ),
    table(
      [1800, 3000, 5000],
      [
        [
          cell('Руководитель', { bold: true }, { borders: 'none' }),
          cell('', {}, { borders: 'bottom' }),
          cell('{seller.signer|short}', {}, { borders: 'none' }),
        ],
        [
          cell('Бухгалтер', { bold: true, before: 200 }, { borders: 'none' }),
          cell('', {}, { borders: 'bottom' }),
          cell('', {}, { borders: 'none' }),
        ],
      ],
      { borders: 'none' },
    ),
    p('М. П.', { size: 18, before: 120 }),
  ],
  {},
)

const act = wordFile(
  [
    p('АКТ № {number} от {date|long}', { align: 'center', bold: true, size: 28, after: 60 }),
    p('сдачи-приёмки оказанных услуг', { align: 'center', after: 240 }),
    p('Исполнитель: {seller.name}, ИНН {seller.inn}{#seller.kpp}, КПП {seller.kpp}{/seller.kpp}', { size: 20 }),
    p(`Заказчик: ${buyer}{#client.inn}, ИНН {client.inn}{/client.inn}{#client.kpp}, КПП {client.kpp}{/client.kpp}`, {
      size: 20,
    }),
    p('Основание: {title}', { size: 20, after: 160 }),
    lines(true),
    p('Всего оказано услуг {count}, на сумму {total|money} руб. ({total|words}).', { before: 160, align: 'both' }),
    p('Услуги оказаны полностью и в срок. Заказчик претензий по объёму, качеству и срокам оказания услуг не имеет.', {
      align: 'both',
      after: 320,
    }),
    sides('Исполнитель', 'Заказчик'),
  ],
  { footer },
)

const small = (text: string, look: Parameters<typeof p>[1] = {}, more: Omit<Cell, 'of'> = {}): Cell => ({
  of: p(text, { after: 0, before: 0, size: 14, ...look }),
  ...more,
})
const mid = (text: string, span = 1): Cell => small(text, { align: 'center' }, { align: 'center', span })

const updLines = table(
  [450, 2700, 650, 600, 850, 950, 1250, 1350, 850, 850, 1250, 1350, 600, 750, 880],
  [
    [
      '№ п/п',
      'Наименование товара (описание выполненных работ, оказанных услуг), имущественного права',
      'Код вида товара',
      'Ед. изм.: код',
      'Ед. изм.: обозначение',
      'Количество (объём)',
      'Цена (тариф) за единицу',
      'Стоимость без налога – всего',
      'В том числе сумма акциза',
      'Налоговая ставка',
      'Сумма налога, предъявляемая покупателю',
      'Стоимость с налогом – всего',
      'Страна: код',
      'Страна: название',
      'Рег. номер декларации',
    ].map((one) => mid(one)),
    ['А', '1а', '1б', '2', '2а', '3', '4', '5', '6', '7', '8', '9', '10', '10а', '11'].map((one) => mid(one)),
    [
      mid('{#lines}{no}'),
      small('{name}'),
      mid('–'),
      mid('–'),
      mid('{unit}'),
      small('{quantity}', { align: 'right' }),
      small('{net_price|money}', { align: 'right' }),
      small('{net|money}', { align: 'right' }),
      mid('без акциза'),
      mid('{#vat}{vat|percent}{/vat}{^vat}без НДС{/vat}'),
      small('{#vat_sum}{vat_sum|money}{/vat_sum}{^vat_sum}без НДС{/vat_sum}', { align: 'right' }),
      small('{sum|money}', { align: 'right' }),
      mid('–'),
      mid('–'),
      mid('–{/lines}'),
    ],
    [
      small('Всего к оплате (9)', { bold: true }, { span: 7 }),
      small('{net|money}', { align: 'right', bold: true }),
      mid('X', 2),
      small('{#vat_sum}{vat_sum|money}{/vat_sum}{^vat_sum}без НДС{/vat_sum}', { align: 'right', bold: true }),
      small('{total|money}', { align: 'right', bold: true }),
      mid('', 3),
    ],
  ],
  { head: 2 },
)

const sign = (text: string): string => p(text, { size: 14, after: 60 })

const upd = wordFile(
  [
    table(
      [2300, 13030],
      [
        [
          {
            of:
              p('Универсальный передаточный документ', { bold: true, size: 18, after: 120 }) +
              p('Статус: 1', { size: 16, after: 60 }) +
              p('1 – счёт-фактура и передаточный документ (акт)\n2 – передаточный документ (акт)', {
                size: 12,
                after: 0,
              }),
          },
          {
            of:
              p('Счёт-фактура № {number} от {date|long} (1)     Исправление № –– от –– (1а)', {
                bold: true,
                size: 18,
                after: 80,
              }) +
              sign('Продавец: {seller.name} (2)') +
              sign('Адрес: {seller.address} (2а)') +
              sign('ИНН/КПП продавца: {seller.inn}{#seller.kpp} / {seller.kpp}{/seller.kpp} (2б)') +
              sign('Грузоотправитель и его адрес: он же (3)') +
              sign(`Грузополучатель и его адрес: ${buyer}{#client.address}, {client.address}{/client.address} (4)`) +
              sign('К платёжно-расчётному документу № –– от –– (5)') +
              sign('Документ об отгрузке: № п/п 1–{count} № {number} от {date} (5а)') +
              sign(`Покупатель: ${buyer} (6)`) +
              sign('Адрес: {#client.address}{client.address}{/client.address} (6а)') +
              sign(
                'ИНН/КПП покупателя: {#client.inn}{client.inn}{/client.inn}{#client.kpp} / {client.kpp}{/client.kpp} (6б)',
              ) +
              sign('Валюта: наименование, код – российский рубль, 643 (7)'),
          },
        ],
      ],
    ),
    p('', { size: 8, after: 40 }),
    updLines,
    p(
      'Руководитель организации или иное уполномоченное лицо ______________ {#seller.signer}{seller.signer|short}{/seller.signer}      Главный бухгалтер или иное уполномоченное лицо ______________',
      { size: 14, before: 100, after: 100 },
    ),
    p('Основание передачи (сдачи) / получения (приёмки): {title} [8]', { size: 14, after: 60 }),
    p('Данные о транспортировке и грузе: –– [9]', { size: 14, after: 100 }),
    table(
      [7665, 7665],
      [
        [
          {
            of:
              sign('Товар (груз) передал / услуги, результаты работ, права сдал') +
              sign(
                '{#seller.post}{seller.post}{/seller.post} ______________ {#seller.signer}{seller.signer|short}{/seller.signer} [10]',
              ) +
              sign('Дата отгрузки, передачи (сдачи): {date|long} [11]') +
              sign('Иные сведения об отгрузке, передаче: –– [12]') +
              sign('Ответственный за правильность оформления факта хозяйственной жизни') +
              sign('______________ ______________ [13]') +
              sign(
                'Составитель документа: {seller.name}, ИНН {seller.inn}{#seller.kpp} / КПП {seller.kpp}{/seller.kpp} [14]',
              ) +
              sign('М. П.'),
          },
          {
            of:
              sign('Товар (груз) получил / услуги, результаты работ, права принял') +
              sign(
                '{#client.post}{client.post}{/client.post} ______________ {#client.signer}{client.signer|short}{/client.signer} [15]',
              ) +
              sign('Дата получения (приёмки): «__» ______________ 20__ г. [16]') +
              sign('Иные сведения о получении, приёмке: –– [17]') +
              sign('Ответственный за правильность оформления факта хозяйственной жизни') +
              sign('______________ ______________ [18]') +
              sign(
                `Составитель документа: ${buyer}{#client.inn}, ИНН {client.inn}{/client.inn}{#client.kpp} / КПП {client.kpp}{/client.kpp} [19]`,
              ) +
              sign('М. П.'),
          },
        ],
      ],
    ),
  ],
  { isWide: true, margins: [600, 700, 600, 800], size: 16 },
)

/** The Russian templates by the names of their files. */
export const russian: Readonly<Record<string, Uint8Array>> = {
  'offer.docx': offer,
  'contract.docx': contract,
  'invoice.docx': invoice,
  'act.docx': act,
  'upd.docx': upd,
}
