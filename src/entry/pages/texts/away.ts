import { texts } from '#pages/texts/in-both'

/** Until when somebody is away, and who stands in. */
export const awayTexts = texts({
  en: {
    away: ({ until, deputy }: { until: string; deputy: string | undefined }) =>
      deputy === undefined ? `away until ${until}` : `away until ${until}, ${deputy} stands in`,
    awayBoth: ({ until, deputy }: { until: string; deputy: string }) =>
      `away until ${until}, and ${deputy} cannot stand in`,
  },
  ru: {
    away: ({ until, deputy }: { until: string; deputy: string | undefined }) =>
      deputy === undefined ? `нет до ${until}` : `нет до ${until}, замещает ${deputy}`,
    awayBoth: ({ until, deputy }: { until: string; deputy: string }) =>
      `нет до ${until}, и ${deputy} заместить не может`,
  },
})
