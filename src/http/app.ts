import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { threadedCrew } from '../answers/crew/crews.ts'
import type { ModelVersion } from '../answers/model-version.ts'
import { WrittenMethods } from '../answers/structure.ts'
import { bodyLimit, keepBodies } from './body.ts'
import { answerClientError } from './client-error.ts'
import { openHeaders, openToOrigins } from './cross-origin.ts'
import { sendError } from './errors.ts'
import { loadLibrary } from './library.ts'
import { answerUnknown } from './not-found.ts'
import { collectOperations } from './openapi.ts'
import { RecentAnswers } from './recent-answers.ts'
import { logAnswer, logRequests } from './request-log.ts'
import { appraiseRoute } from './routes/appraise.ts'
import { batchRoute } from './routes/batch.ts'
import { breakEvenRoutes } from './routes/break-even.ts'
import { chooseRoutes } from './routes/choose.ts'
import { compareRoutes } from './routes/compare.ts'
import { documentsRoutes } from './routes/documents.ts'
import { explainRoutes } from './routes/explain.ts'
import { healthRoutes } from './routes/health.ts'
import { linesRoutes } from './routes/lines.ts'
import { referenceRoute } from './routes/reference.ts'
import { scenarioRoute } from './routes/scenario.ts'
import { scenarioAppraiseRoutes } from './routes/scenario-appraise.ts'
import { scenarioValueRoute } from './routes/scenario-value.ts'
import { scenarioWorkbookRoute } from './routes/scenario-workbook.ts'
import { scenariosRoute } from './routes/scenarios.ts'
import { sensitivityRoutes } from './routes/sensitivity.ts'
import { simulateRoutes } from './routes/simulate.ts'
import { spreadsheetsRoute } from './routes/spreadsheets.ts'
import { templateRoute } from './routes/template.ts'
import { versionRoute } from './routes/version.ts'
import type { Service } from './service.ts'
import { refuseUnsound } from './strict-requests.ts'
import { takeUploads } from './uploads.ts'

/** What the service is built with; everything that is not the same everywhere is given. */
export interface AppOptions {
  model: ModelVersion
  /** The folder of the scenario library. */
  scenarios: string
  logger?: FastifyServerOptions['logger']
  /** False from the moment the service begins to stop. */
  isReady?: () => boolean
}

/** Builds the service: the one builder of production and tests. */
export async function buildApp({ model, scenarios, logger = false, isReady = () => true }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    bodyLimit,
    // A request that has come in is answered, even while the service stops.
    return503OnClosing: false,
    // The time a request may take to arrive, a connection may be idle, and a connection is kept for the next request. Nothing here can
    // interrupt the work itself, which is why a body is bounded.
    requestTimeout: 30_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: 15_000, requireHostHeader: false },
    frameworkErrors: (error, request, reply) => {
      sendError(error, request, reply.headers(openHeaders))
      // No hook runs for a request that reached no route.
      logAnswer(request, reply)
    },
    clientErrorHandler: answerClientError,
  })
  // Bodies and options are read by readers of our own; Fastify's would turn null into 0 and drop a misspelt key, with a 200. And a
  // serialiser that follows a schema would write Infinity as null.
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.setErrorHandler(sendError)
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  // A connection that is kept would keep a stopping service alive.
  app.addHook('onSend', async (_request, reply) => void (isReady() || reply.header('connection', 'close')))
  openToOrigins(app)
  refuseUnsound(app)
  keepBodies(app)
  await takeUploads(app)
  logRequests(app)
  answerUnknown(app)
  await collectOperations(app, model.version)

  const workshop = { model, methods: new WrittenMethods() }
  const crew = threadedCrew()
  app.addHook('onClose', () => crew.close())
  const service: Service = { ...workshop, crew, library: loadLibrary(scenarios, app.log), recent: new RecentAnswers(workshop), isReady }
  appraiseRoute(app, service)
  scenariosRoute(app, service)
  scenarioRoute(app, service)
  scenarioAppraiseRoutes(app, service)
  explainRoutes(app, service)
  simulateRoutes(app, service)
  sensitivityRoutes(app, service)
  breakEvenRoutes(app, service)
  compareRoutes(app, service)
  chooseRoutes(app, service)
  scenarioValueRoute(app, service)
  scenarioWorkbookRoute(app, service)
  await batchRoute(app, service)
  templateRoute(app, service)
  referenceRoute(app)
  linesRoutes(app)
  healthRoutes(app, service)
  versionRoute(app, service)
  spreadsheetsRoute(app)
  await documentsRoutes(app)
  return app
}
