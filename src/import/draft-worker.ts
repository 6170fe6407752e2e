import { draftDocument } from './document.ts'
import type { CrewAnswer, CrewOrder, CrewSetup } from './draft-crew.ts'
import { inputReader } from './files.ts'

/** A process of the crew: drafts the documents that it is asked for, one after another. */
const read = inputReader()
let setup: CrewSetup = { options: {}, known: { authorities: [], udvalg: [] } }

process.on('message', async (order: CrewOrder) => {
  if ('setup' in order) {
    setup = order.setup
    return
  }
  const { options, known } = setup
  const draft = await draftDocument(await read(order.path), { ...options, ...options.answers?.get(order.path) }, known)
  process.send?.({ draft } satisfies CrewAnswer)
})
