import { texts } from '#pages/texts/in-both'

/** What hangs on somebody who leaves. */
export const hangsOnTexts = texts({
  en: {
    notSelf: 'You cannot close your own access here. Somebody else who may change people does that.',
    alsoLeads: ({ names }: { names: string }) => `Leads ${names}: choose another head.`,
    alsoAlone: ({ names }: { names: string }) => `Is alone in the role: ${names}. Nobody will be in it.`,
    alsoStandsIn: ({ names }: { names: string }) => `Stands in for: ${names}. Choose another deputy.`,
  },
  ru: {
    notSelf: 'Себе закрыть входы здесь нельзя. Это делает другой, кто управляет сотрудниками.',
    alsoLeads: ({ names }: { names: string }) => `Руководит: ${names}. Выберите другого руководителя.`,
    alsoAlone: ({ names }: { names: string }) => `В роли больше никого: ${names}. Она останется пустой.`,
    alsoStandsIn: ({ names }: { names: string }) => `Замещает: ${names}. Выберите другого заместителя.`,
  },
})
