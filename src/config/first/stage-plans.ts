import type { Both, fieldNames, helpers, stages } from './first-words'

type TaskPlan = {
  readonly do: Both
  readonly due: string
  /** Whose task it is, where such a person works here; else it is the owner’s. */
  readonly by?: keyof typeof helpers
  readonly when?: string
}

/** How a typical stage is worked: what the generator of a first file makes it from. */
export type StagePlan = {
  readonly goal: Both
  readonly chance?: string
  readonly maxAge: string
  readonly tasks: Readonly<Record<string, TaskPlan>>
  readonly fields: readonly (keyof typeof fieldNames)[]
  readonly filled?: string
  readonly must?: string
  readonly message?: Both
}

const both = (en: string, ru: string): Both => ({ en, ru })

/** The typical stages, each with a task for everything that has to be done in it. */
export const stagePlans: Readonly<Record<keyof typeof stages, StagePlan>> = {
  presentation: {
    goal: both(
      'The client knows what we sell and wants to see prices',
      'Клиент знает, что мы продаём, и готов смотреть цены',
    ),
    chance: '10%',
    maxAge: '5 working days',
    tasks: {
      send_deck: { do: both('Send the presentation', 'Отправить презентацию'), due: '1 working day' },
      confirm_seen: {
        do: both('Call and make sure it was seen', 'Позвонить и убедиться, что презентацию посмотрели'),
        due: '1 working day after send_deck',
      },
    },
    fields: ['decision_maker', 'need'],
    filled: 'decision_maker, need',
  },
  general_offer: {
    goal: both('The client has our prices', 'У клиента есть наши цены'),
    chance: '20%',
    maxAge: '3 working days',
    tasks: {
      send_general_offer: {
        do: both('Send the general commercial offer', 'Отправить общее предложение'),
        due: '1 working day',
      },
    },
    fields: [],
  },
  feedback: {
    goal: both('We know what stands in the way', 'Мы знаем, что мешает'),
    chance: '30%',
    maxAge: '7 working days',
    tasks: {
      get_feedback: {
        do: both('Get feedback on the offer', 'Получить обратную связь по предложению'),
        due: '2 working days',
      },
      answer_objection: {
        do: both('Answer the objection in writing', 'Письменно ответить на возражение'),
        due: '1 working day after get_feedback',
        when: '{ objection: not none }',
      },
    },
    fields: ['objection'],
    filled: 'objection',
  },
  individual_offer: {
    goal: both('The client agrees to price and terms', 'Клиент согласен с ценой и условиями'),
    chance: '50%',
    maxAge: '5 working days',
    tasks: {
      prepare_offer: {
        do: both('Prepare and send the individual offer', 'Подготовить и отправить индивидуальное предложение'),
        due: '2 working days',
      },
      approve_discount: {
        do: both('Approve the discount', 'Согласовать скидку'),
        by: 'head_of_sales',
        due: '1 working day',
        when: '{ discount: more than 10% }',
      },
    },
    fields: ['discount', 'offer_file'],
    filled: 'amount, discount, offer_file',
    must: '{ discount: at most 20% }',
  },
  contract: {
    goal: both('The contract is signed and the invoice is with the client', 'Договор подписан, счёт у клиента'),
    chance: '70%',
    maxAge: '10 working days',
    tasks: {
      draft_contract: { do: both('Draft the contract', 'Подготовить договор'), by: 'lawyer', due: '2 working days' },
      send_invoice: {
        do: both('Issue the invoice', 'Выставить счёт'),
        by: 'accountant',
        due: '1 working day after draft_contract',
      },
      get_signature: {
        do: both('Get the contract signed', 'Подписать договор у клиента'),
        due: '5 working days after draft_contract',
      },
    },
    fields: ['contract_file', 'invoice_number'],
    filled: 'contract_file, invoice_number',
  },
  payment: {
    goal: both('All of the money has arrived', 'Деньги поступили полностью'),
    chance: '90%',
    maxAge: '10 working days',
    tasks: {
      check_payment: {
        do: both('Check that the money has arrived', 'Проверить поступление денег'),
        by: 'accountant',
        due: '3 working days',
      },
    },
    fields: ['paid_percent'],
    must: '{ paid_percent: at least 100% }',
    message: both('The invoice must be paid in full first.', 'Сначала счёт должен быть оплачен полностью.'),
  },
  delivery: {
    goal: both('The client has what was sold', 'Клиент получил то, что купил'),
    maxAge: '20 working days',
    tasks: {
      agree_date: {
        do: both('Agree the delivery date with the client', 'Согласовать с клиентом дату поставки'),
        by: 'logistics',
        due: '1 working day',
      },
      deliver: { do: both('Deliver the order', 'Выполнить поставку'), by: 'logistics', due: 'on delivery_date' },
    },
    fields: ['delivery_date', 'delivered_on'],
    filled: 'delivered_on',
  },
  closing_documents: {
    goal: both('Both sides have signed papers', 'Документы подписаны с обеих сторон'),
    maxAge: '15 working days',
    tasks: {
      send_documents: {
        do: both('Send the closing documents', 'Отправить закрывающие документы'),
        by: 'accountant',
        due: '2 working days',
      },
      collect_signed: {
        do: both('Collect the signed copies', 'Получить подписанные экземпляры'),
        due: '10 working days after send_documents',
      },
    },
    fields: ['closing_docs'],
    filled: 'closing_docs',
  },
  nps: {
    goal: both('We know whether the client would recommend us', 'Мы знаем, порекомендует ли нас клиент'),
    maxAge: '10 working days',
    tasks: {
      ask_nps: {
        do: both('Call and ask how likely a recommendation is', 'Позвонить и спросить, порекомендует ли нас клиент'),
        by: 'quality',
        due: '3 working days',
      },
    },
    fields: ['nps'],
    filled: 'nps',
  },
}
