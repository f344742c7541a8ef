/** In which country a region of AWS is, by the list of AWS of 2026; undefined for one that is not in it. */
export function countryOfRegion(region: string): string | undefined {
  return Object.hasOwn(others, region) ? others[region] : byBeginning.find(([begins]) => region.startsWith(begins))?.[1]
}

/** Regions whose beginning tells the country. */
const byBeginning: readonly (readonly [begins: string, country: string])[] = [
  ['us-', 'US'],
  ['ca-', 'CA'],
  ['mx-', 'MX'],
  ['sa-east-', 'BR'],
  ['cn-', 'CN'],
  ['il-', 'IL'],
  ['eusc-de-', 'DE'],
  ['ap-south-', 'IN'],
]

const others: Readonly<Record<string, string>> = {
  'eu-west-1': 'IE',
  'eu-west-2': 'GB',
  'eu-west-3': 'FR',
  'eu-central-1': 'DE',
  'eu-central-2': 'CH',
  'eu-north-1': 'SE',
  'eu-south-1': 'IT',
  'eu-south-2': 'ES',
  'ap-east-1': 'HK',
  'ap-east-2': 'TW',
  'ap-northeast-1': 'JP',
  'ap-northeast-2': 'KR',
  'ap-northeast-3': 'JP',
  'ap-southeast-1': 'SG',
  'ap-southeast-2': 'AU',
  'ap-southeast-3': 'ID',
  'ap-southeast-4': 'AU',
  'ap-southeast-5': 'MY',
  'ap-southeast-6': 'NZ',
  'ap-southeast-7': 'TH',
  'af-south-1': 'ZA',
  'me-south-1': 'BH',
  'me-central-1': 'AE',
}
