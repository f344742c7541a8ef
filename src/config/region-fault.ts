import { personalDataIn } from '#domain/rules/personal-data'
import { countryOfRegion } from '#domain/rules/region-country'
import type { Language } from '#schemas/language-names'
import type { Model } from '#schemas/model'
import { say, tell } from './messages/say'

/**
 * Says what is wrong with a deployment to a region: it is not in the country in which the rules want personal data to be
 * kept. Undefined where nothing is.
 */
export function regionFault(model: Pick<Model, 'clients'>, region: string, lang: Language = 'en'): string | undefined {
  const place = personalDataIn(model)?.storedIn
  const is = countryOfRegion(region)
  if (place === undefined || is === place) return undefined
  const fault =
    is === undefined ? say('region-nowhere', { region, place }) : say('region-abroad', { region, place, is })
  return `error[personal-data-abroad] ${tell(fault, lang)} ${tell(say('region-at-home', { place }), lang)}`
}
