import { texts, type Forms } from '#pages/texts/in-both'

/** The words about deals that could not follow the rules in force. */
export const stuckTexts = texts({
  en: {
    title: (version: string) => `Deals that could not follow version ${version}`,
    intro:
      'They stand in their column and can be worked on as usual; only what the new rules bring to them is not written yet. They are tried again every minute, and leave this list once it works.',
    said: 'The last try said:',
    deals: { one: 'deal', other: 'deals' } as Forms,
    more: (deals: string) => `${deals} more`,
    others: (deals: string) => `And ${deals} that you may not see: their heads see them here.`,
    because: {
      busy: {
        why: 'It was being changed by others at the same moment.',
        act: 'There is nothing to do; should it stay here, ask its manager to leave it alone for a minute.',
      },
      large: {
        why: 'It has become too large to be written at once.',
        act: 'Open it, shorten the long texts in its fields, and close the tasks that nobody needs any more.',
      },
      database: {
        why: 'The database did not answer in time.',
        act: 'There is nothing to do; should it stay here longer than ten minutes, tell whoever runs Norma.',
      },
      other: {
        why: 'Something in it does not go together with the new rules.',
        act: 'Open it, change a field and save, which writes it anew. Should it still be here after two minutes, send the line below to whoever runs Norma.',
      },
    },
  },
  ru: {
    title: (version: string) => `Сделки, которые не смогли перейти на версию ${version}`,
    intro:
      'Они стоят в своём столбце, и с ними можно работать как обычно; не записано только то, что им принесли новые правила. Norma пробует снова каждую минуту, и как только получится, сделка отсюда уйдёт.',
    said: 'Последняя попытка ответила:',
    deals: { one: 'сделка', few: 'сделки', many: 'сделок', other: 'сделки' } as Forms,
    more: (deals: string) => `Ещё ${deals}`,
    others: (deals: string) => `И ещё ${deals}, которые вам не видны: здесь их видят их руководители.`,
    because: {
      busy: {
        why: 'В ту же минуту её меняли другие.',
        act: 'Делать ничего не нужно; если она здесь останется, попросите её менеджера минуту ничего в ней не менять.',
      },
      large: {
        why: 'Она стала слишком большой, чтобы записать её целиком.',
        act: 'Откройте её, сократите длинные тексты в полях и закройте задачи, которые уже не нужны.',
      },
      database: {
        why: 'База данных вовремя не ответила.',
        act: 'Делать ничего не нужно; если сделка останется здесь дольше десяти минут, сообщите тем, кто обслуживает Norma.',
      },
      other: {
        why: 'Что-то в ней не сочетается с новыми правилами.',
        act: 'Откройте её, измените любое поле и сохраните: она запишется заново. Если через две минуты она всё ещё здесь, отправьте строку ниже тем, кто обслуживает Norma.',
      },
    },
  },
})
