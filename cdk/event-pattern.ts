import type { EventPattern as CdkPattern } from 'aws-cdk-lib/aws-events'

import type { EventPattern } from '#events/pattern'

/** The declared pattern in the words of CDK, which says `detailType` where the bus says `detail-type`. */
export function eventPatternOf(declared: EventPattern): CdkPattern {
  return {
    source: [...declared.source],
    detailType: [...declared['detail-type']],
    ...(declared.detail && { detail: declared.detail }),
  }
}
