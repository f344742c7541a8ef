import { expect, test } from 'vitest'

import { pagePaths, rawRoutes } from '#cdk/http-door'
import { allOperations } from '#product/lists/operations'

import { only, synthesized } from './synthesized'

const template = await synthesized()
const routes = Object.values(template.ofType('AWS::ApiGatewayV2::Route'))

test('every route asks for a token but what is declared as public, and the pages, which check a cookie', () => {
  const open = routes.filter(({ Properties }) => Properties.AuthorizationType === 'NONE')
  const closed = routes.filter(({ Properties }) => Properties.AuthorizationType === 'JWT')

  const declared = allOperations.filter(({ right }) => right === 'public')
  const pages = [...pagePaths, ...rawRoutes].map((path) => `ANY ${path}`)
  const expected = [...declared.flatMap(({ path }) => [`GET ${path}`, `HEAD ${path}`]), ...pages].toSorted()

  expect(declared.map(({ id }) => id)).toEqual(expect.arrayContaining(['readHealth', 'readOpenApi', 'readCalendar']))

  expect(pagePaths).toEqual(['/', '/app', '/app/{proxy+}'])
  expect(open.map(({ Properties }) => Properties.RouteKey).toSorted()).toEqual(expected)
  expect(closed.map(({ Properties }) => Properties.RouteKey)).toEqual(['$default'])
  expect(routes).toHaveLength(open.length + closed.length)
})

test('tokens are those of the issuer and audience named at deployment', () => {
  const [id] = Object.keys(template.ofType('AWS::ApiGatewayV2::Authorizer'))
  const authorizer = only(template.ofType('AWS::ApiGatewayV2::Authorizer'))

  expect(authorizer.Properties).toMatchObject({
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: { Ref: 'Issuer' }, Audience: [{ Ref: 'Audience' }] },
  })
  expect(routes.find(({ Properties }) => Properties.RouteKey === '$default')?.Properties.AuthorizerId).toEqual({
    Ref: id,
  })
})

test('requests are limited and each leaves one line of JSON', () => {
  const stage = only(template.ofType('AWS::ApiGatewayV2::Stage'))
  const format: unknown = JSON.parse(stage.Properties.AccessLogSettings.Format)

  expect(stage.Properties).toMatchObject({
    StageName: '$default',
    DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    RouteSettings: {
      'ANY /in/{integration}': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
      'ANY /in/{integration}/{tail+}': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    },
  })
  expect(format).toMatchObject({
    status: '$context.status',
    route: '$context.routeKey',
    subject: '$context.authorizer.claims.sub',
  })
  // The address of a calendar is its secret, and it would stand in the log for a month.
  expect(JSON.stringify(format)).not.toMatch(/context\.(path|routeKey\.path|requestPath|customDomain)/)
})

test('browsers of other sites are not let in', () => {
  const api = only(template.ofType('AWS::ApiGatewayV2::Api'))

  expect(api.Properties.CorsConfiguration).toBeUndefined()
})
